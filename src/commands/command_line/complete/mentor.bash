# Completion of mentor in bash: `mentor completions bash` prints it, mentor itself says what may come next.
_mentor() {
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        [[ -n $line ]] && COMPREPLY+=("$line")
    done < <(
        MENTOR_COMPLETE=bash _CLAP_COMPLETE_INDEX=$COMP_CWORD _CLAP_COMPLETE_COMP_TYPE=$COMP_TYPE \
            mentor -- "${COMP_WORDS[@]}" 2>/dev/null
    )
    if [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[=/] ]]; then
        compopt -o nospace 2>/dev/null
    fi
}
# bash before 4.4 can't be told to leave the order alone.
complete -o nosort -F _mentor mentor 2>/dev/null || complete -F _mentor mentor
