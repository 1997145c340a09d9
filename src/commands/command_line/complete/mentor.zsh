#compdef mentor
# Completion of mentor in zsh: `mentor completions zsh` prints it, mentor itself says what may come next.
_mentor_complete() {
    local -a lines dirs others quoted_dirs quoted_others
    lines=("${(@f)$(MENTOR_COMPLETE=zsh _CLAP_COMPLETE_INDEX=$((CURRENT - 1)) mentor -- "${words[@]}" 2>/dev/null)}")
    local line
    for line in $lines; do
        case $line in
            # Behind a tab is what is quoted already: it begins with `~/` or a variable.
            $'\t'*/) quoted_dirs+=("${${line#$'\t'}%/}") ;;
            $'\t'*) quoted_others+=("${line#$'\t'}") ;;
            # Behind a colon of its own is a description.
            *[^\\]:*) others+=("$line") ;;
            */) dirs+=("${line%/}") ;;
            *) others+=("$line") ;;
        esac
    done
    [[ -n $quoted_dirs ]] && _describe -V 'values' quoted_dirs -Q -S '/' -r '/'
    [[ -n $quoted_others ]] && _describe -V 'values' quoted_others -Q
    [[ -n $dirs ]] && _describe -V 'values' dirs -S '/' -r '/'
    [[ -n $others ]] && _describe -V 'values' others
}

# Sourced, it registers the function; found on the path of functions, it is the function's first call.
if [[ $funcstack[1] == _mentor ]]; then
    _mentor_complete "$@"
else
    compdef _mentor_complete mentor
fi
