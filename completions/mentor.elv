
set edit:completion:arg-completer[mentor] = { |@words|
    var index = (count $words)
    set index = (- $index 1)

    put (env _CLAP_IFS="\n" _CLAP_COMPLETE_INDEX=(to-string $index) MENTOR_COMPLETE="elvish" mentor -- $@words) | to-lines
}

