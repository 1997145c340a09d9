# Completion of mentor in elvish: `mentor completions elvish` prints it, mentor itself says what may come next.
use str
set edit:completion:arg-completer[mentor] = { |@words|
    var index = (to-string (- (count $words) 1))
    env MENTOR_COMPLETE=elvish _CLAP_COMPLETE_INDEX=$index mentor -- $@words | from-lines | each { |line|
        # Behind a tab stands what the value means.
        var value @title = (str:split "\t" $line)
        if (== (count $title) 0) {
            put $value
        } else {
            edit:complex-candidate $value &display=$value'  ('$title[0]')'
        }
    }
}
