# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_mentor_global_optspecs
    string join \n p/pair= json q/quiet no-input color= db= h/help V/version
end

function __fish_mentor_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_mentor_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_mentor_using_subcommand
    set -l cmd (__fish_mentor_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c mentor -n "__fish_mentor_needs_command" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_needs_command" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_needs_command" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_needs_command" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_needs_command" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_needs_command" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_needs_command" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_needs_command" -s V -l version -d 'Print version'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "init" -d 'Say who you are: name, time zone, working hours'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "pair" -d 'Mentors and mentees: who works with whom'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "person" -d 'See and change what is known of a person'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "agree" -d 'Record mutual expectations; check them against what happened'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "brief" -d 'Five lines before a call: what changed since the last one'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "agenda" -d 'Print the agenda of the next check-in'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "log" -d 'Log a check-in: notes, follow-ups, progress, wins, the next date, all in one step'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "due" -d 'Print what is overdue or due soon; nothing at all when nothing is'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "review" -d 'Print the progress summary since the last review; record its outcome'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "status" -d 'Each active pair in a line or two'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "checkin" -d 'When you meet: planned, held, moved, cancelled, missed'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "topic" -d 'Something to talk about; stays on the agenda until it is covered'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "goal" -d 'What the mentee wants to reach'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "followup" -d 'What each side will do, by when'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "feedback" -d 'Feedback as situation, behaviour, impact; in either direction'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "win" -d 'Things that went well: evidence for confidence'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "insight" -d 'Advice and industry knowledge that the mentor gave'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "history" -d 'List the steps that can be undone, newest first'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "export" -d 'Write everything as one JSON document'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "import" -d 'Take in a document that `mentor export` wrote'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "draft" -d 'Texts that were typed and could not be stored'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "backup" -d 'Make a verified backup now; the first write of a day makes one by itself'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "restore" -d 'Put a backup in the place of the data file, after showing what will change'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "check" -d 'Verify every row and page of the data file'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "purge" -d 'Take a record out for good: the one change that can not be undone'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "undo" -d 'Take back the last command, whole; again for the one before'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "redo" -d 'Do again what `mentor undo` took back last'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "completions" -d 'Print the completion script of a shell'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "demo" -d 'Make a mentorship to look around in, in a file of its own; your data is not touched'
complete -c mentor -n "__fish_mentor_using_subcommand init" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand init" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand init" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand init" -l name -d 'Full name; the first word is what they are called' -r
complete -c mentor -n "__fish_mentor_using_subcommand init" -l tz -d 'IANA time zone, such as America/Bogota' -r
complete -c mentor -n "__fish_mentor_using_subcommand init" -l hours -d 'Working hours, such as 09:00-17:30' -r
complete -c mentor -n "__fish_mentor_using_subcommand init" -l days -d 'Working days, such as mon-fri or sun-thu' -r
complete -c mentor -n "__fish_mentor_using_subcommand init" -l language -d 'Languages, and how the name is said' -r
complete -c mentor -n "__fish_mentor_using_subcommand init" -l prefers -d 'How they like to work: pace, written or spoken, direct feedback; give it once for each (replaces the list)' -r
complete -c mentor -n "__fish_mentor_using_subcommand init" -l holidays -d 'Holidays and customs that matter for planning' -r
complete -c mentor -n "__fish_mentor_using_subcommand init" -l notes -d 'Anything else worth remembering' -r
complete -c mentor -n "__fish_mentor_using_subcommand init" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand init" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand init" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -f -a "add" -d 'Add a pair: you and a mentee, or you and a mentor'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -f -a "list" -d 'List the pairs'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -f -a "show" -d 'Show a pair and both its people'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -f -a "edit" -d 'Change the short name of a pair'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -f -a "use" -d 'Choose the pair that commands mean when none is named'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -f -a "pause" -d 'Pause a pair: nothing is due, nothing is lost'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -f -a "resume" -d 'Take a paused or ended pair up again'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -f -a "end" -d 'End a pair: it stays readable and can\'t be changed any more'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l mentee -d 'Name of the mentee; you are the mentor' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l mentor -d 'Name of the mentor; you are the mentee' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l name -d 'Full name; the first word is what they are called' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l tz -d 'IANA time zone, such as America/Bogota' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l hours -d 'Working hours, such as 09:00-17:30' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l days -d 'Working days, such as mon-fri or sun-thu' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l language -d 'Languages, and how the name is said' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l prefers -d 'How they like to work: pace, written or spoken, direct feedback; give it once for each (replaces the list)' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l holidays -d 'Holidays and customs that matter for planning' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l notes -d 'Anything else worth remembering' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from list" -l all -d 'Ended ones too'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from edit" -l rename -d 'The new short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from edit" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from edit" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from edit" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from edit" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from use" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from use" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from use" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from use" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from use" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from use" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from use" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from pause" -l because -d 'The reason, kept with the pair' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from pause" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from pause" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from pause" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from pause" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from pause" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from pause" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from pause" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from resume" -l because -d 'The reason, kept with the pair' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from resume" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from resume" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from resume" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from resume" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from resume" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from resume" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l because -d 'The reason, kept with the pair' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand person; and not __fish_seen_subcommand_from list show edit" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand person; and not __fish_seen_subcommand_from list show edit" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand person; and not __fish_seen_subcommand_from list show edit" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand person; and not __fish_seen_subcommand_from list show edit" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand person; and not __fish_seen_subcommand_from list show edit" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand person; and not __fish_seen_subcommand_from list show edit" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand person; and not __fish_seen_subcommand_from list show edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand person; and not __fish_seen_subcommand_from list show edit" -f -a "list" -d 'List everybody in the file'
complete -c mentor -n "__fish_mentor_using_subcommand person; and not __fish_seen_subcommand_from list show edit" -f -a "show" -d 'Show what is known of a person'
complete -c mentor -n "__fish_mentor_using_subcommand person; and not __fish_seen_subcommand_from list show edit" -f -a "edit" -d 'Change what is known of a person'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l name -d 'Full name; the first word is what they are called' -r
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l tz -d 'IANA time zone, such as America/Bogota' -r
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l hours -d 'Working hours, such as 09:00-17:30' -r
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l days -d 'Working days, such as mon-fri or sun-thu' -r
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l language -d 'Languages, and how the name is said' -r
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l prefers -d 'How they like to work: pace, written or spoken, direct feedback; give it once for each (replaces the list)' -r
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l holidays -d 'Holidays and customs that matter for planning' -r
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l notes -d 'Anything else worth remembering' -r
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l purpose -d 'What the mentorship is for' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l goal -d 'A goal in one line; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l starts -d 'First day' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l ends -d 'Last day' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l cadence -d 'How often you meet: `every 2 weeks` (from the last held), or fixed: `weekly on thu 17:00`' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l length -d 'How long a check-in is, such as 45m' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l channel -d 'Where you meet' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l hours-a-month -d 'Hours a month both set aside' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l reply-within -d 'How soon either side answers a question, such as "2 working days"' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l mentor-replies-within -d 'How soon the mentor answers' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l mentee-replies-within -d 'How soon the mentee answers' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l feedback-within -d 'How soon feedback is answered' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l materials-before -d 'How long before a check-in material is sent' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l notice -d 'How long before a check-in it may be cancelled or moved' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l scheduled-by -d 'Who schedules: mentor or mentee' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l agenda-by -d 'Who brings the agenda: mentor or mentee' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l review-every -d 'How often you review progress, such as "8 weeks"' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l review-on -d 'Day of the first joint review' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l mentor-expects -d 'What the mentor expects of the mentee; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l mentee-expects -d 'What the mentee expects of the mentor; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l confidential -d 'What stays between you' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l off-limits -d 'A topic that is off limits; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l contact-between -d 'Contact between check-ins' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l outside-contact -d 'Whom to ask in a conflict' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l end-notice -d 'Notice with which either side may end it' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l how-we-end -d 'How it will end' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l additional -d 'Anything else' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -l proposed -d 'Record it without your own yes'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -f -a "show" -d 'Show the agreement'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -f -a "accept" -d 'Record a side\'s yes to the newest version'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -f -a "check" -d 'Check each promise of the agreement against what happened, for both sides'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -f -a "lint" -d 'Say what the agreement leaves open'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -f -a "renew" -d 'Make the next version: it starts from the last one'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -f -a "history" -d 'List the versions of the agreement'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -f -a "diff" -d 'Show what two versions have differently'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff template" -f -a "template" -d 'Print the form, to fill in and read back with `mentor agree --from FILE`'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from show" -l markdown -d 'As a page in Markdown that both can sign'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from accept" -l by -d 'Who accepts: mentor, mentee, me or them' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from accept" -l on -d 'On which day; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from accept" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from accept" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from accept" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from accept" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from accept" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from accept" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from accept" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from check" -l since -d 'From which day; left out: the first day of the agreement' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from check" -l as-of -d 'Make the report as it would be on another day' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from check" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from check" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from check" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from check" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from check" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from check" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from check" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from lint" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from lint" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from lint" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from lint" -l exit-code -d 'End with status 1 if there is anything'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from lint" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from lint" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from lint" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from lint" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l because -d 'Why it changes' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l purpose -d 'What the mentorship is for' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l goal -d 'A goal in one line; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l starts -d 'First day' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l ends -d 'Last day' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l cadence -d 'How often you meet: `every 2 weeks` (from the last held), or fixed: `weekly on thu 17:00`' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l length -d 'How long a check-in is, such as 45m' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l channel -d 'Where you meet' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l hours-a-month -d 'Hours a month both set aside' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l reply-within -d 'How soon either side answers a question, such as "2 working days"' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l mentor-replies-within -d 'How soon the mentor answers' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l mentee-replies-within -d 'How soon the mentee answers' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l feedback-within -d 'How soon feedback is answered' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l materials-before -d 'How long before a check-in material is sent' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l notice -d 'How long before a check-in it may be cancelled or moved' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l scheduled-by -d 'Who schedules: mentor or mentee' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l agenda-by -d 'Who brings the agenda: mentor or mentee' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l review-every -d 'How often you review progress, such as "8 weeks"' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l review-on -d 'Day of the first joint review' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l mentor-expects -d 'What the mentor expects of the mentee; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l mentee-expects -d 'What the mentee expects of the mentor; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l confidential -d 'What stays between you' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l off-limits -d 'A topic that is off limits; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l contact-between -d 'Contact between check-ins' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l outside-contact -d 'Whom to ask in a conflict' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l end-notice -d 'Notice with which either side may end it' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l how-we-end -d 'How it will end' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l additional -d 'Anything else' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l proposed -d 'Record it without your own yes'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from history" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from history" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from history" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from history" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from history" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from history" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from history" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from diff" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from diff" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from diff" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from diff" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from diff" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from diff" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from diff" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from template" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from template" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from template" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from template" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from template" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from template" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from template" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand brief" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand brief" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand brief" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand brief" -l as-of -d 'Make the report as it would be on another day' -r
complete -c mentor -n "__fish_mentor_using_subcommand brief" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand brief" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand brief" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand brief" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand agenda" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand agenda" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand agenda" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand agenda" -l as-of -d 'Make the report as it would be on another day' -r
complete -c mentor -n "__fish_mentor_using_subcommand agenda" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand agenda" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand agenda" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand agenda" -l markdown -d 'As Markdown, to paste or mail'
complete -c mentor -n "__fish_mentor_using_subcommand agenda" -l for-partner -d 'Leave out what is private'
complete -c mentor -n "__fish_mentor_using_subcommand agenda" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand log" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand log" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand log" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand log" -l at -d 'When it was; left out: now' -r
complete -c mentor -n "__fish_mentor_using_subcommand log" -l minutes -d 'How long it took, such as 50 or 1h' -r
complete -c mentor -n "__fish_mentor_using_subcommand log" -l channel -d 'Where' -r
complete -c mentor -n "__fish_mentor_using_subcommand log" -l checkin -d 'The planned check-in it was; left out: the one whose time it is' -r
complete -c mentor -n "__fish_mentor_using_subcommand log" -l covered -d 'Number of a topic that was covered; once for each, or 1,2' -r
complete -c mentor -n "__fish_mentor_using_subcommand log" -l done -d 'Number of a follow-up that is done; once for each, or 1,2' -r
complete -c mentor -n "__fish_mentor_using_subcommand log" -l followup -d 'What a side will do: "mentee: draft the RFC by fri"; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand log" -l goal -d 'How far a goal is: 1=40%; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand log" -l confidence -d 'How confident the mentee is: 1=7; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand log" -l win -d 'Something that went well; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand log" -l insight -d 'Advice that was given; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand log" -l decision -d 'Something that was decided; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand log" -l blocker -d 'Something that is in the way; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand log" -l topic -d 'A topic for next time; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand log" -l feeling -d 'How it felt: a word, or 1 to 5; yours alone' -r
complete -c mentor -n "__fish_mentor_using_subcommand log" -l private-note -d 'For your eyes only' -r
complete -c mentor -n "__fish_mentor_using_subcommand log" -l next -d 'When you meet next' -r
complete -c mentor -n "__fish_mentor_using_subcommand log" -l next-topic -d 'What first, next time' -r
complete -c mentor -n "__fish_mentor_using_subcommand log" -l private -d 'The whole log is for your eyes only' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand log" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand log" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand log" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand log" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand log" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand log" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand log" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand due" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand due" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand due" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand due" -l within -d 'How far to look ahead' -r
complete -c mentor -n "__fish_mentor_using_subcommand due" -l as-of -d 'Make the report as it would be on another day' -r
complete -c mentor -n "__fish_mentor_using_subcommand due" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand due" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand due" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand due" -l overdue -d 'Only what is overdue'
complete -c mentor -n "__fish_mentor_using_subcommand due" -l exit-code -d 'End with status 1 if anything is overdue'
complete -c mentor -n "__fish_mentor_using_subcommand due" -l titles-off -d 'Leave the titles out, for mail'
complete -c mentor -n "__fish_mentor_using_subcommand due" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list" -l since -d 'From which day; left out: the last stored review, or the beginning' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list" -l as-of -d 'Make the report as it would be on another day' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list" -l markdown -d 'As Markdown, to paste or mail'
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list" -l for-partner -d 'Leave out what is private'
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list" -f -a "record" -d 'Store the conclusions of a review; they are the baseline of the next one'
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list" -f -a "show" -d 'Show a stored review'
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list" -f -a "list" -d 'List stored reviews'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -l on -d 'On which day; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -l achievement -d 'Something that was achieved; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -l improve -d 'An area for improvement; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -l next -d 'What comes next; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -l stop -d 'What to stop; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -l start -d 'What to start; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -l continue -d 'What to go on with; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -l agreement -d 'A change to make to the agreement; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -l notes -d 'Anything else' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand status" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand status" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand status" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand status" -l as-of -d 'Make the report as it would be on another day' -r
complete -c mentor -n "__fish_mentor_using_subcommand status" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand status" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand status" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand status" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -f -a "add" -d 'Plan a check-in'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -f -a "list" -d 'List planned check-ins'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -f -a "show" -d 'Show a check-in with everything that came of it'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -f -a "next" -d 'Propose the next check-in from the agreed rhythm'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -f -a "move" -d 'Move a planned check-in; the old time is kept with the reason'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -f -a "cancel" -d 'Cancel a planned check-in; with less than the agreed notice it counts as late'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -f -a "no-show" -d 'Record that a side did not come'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -f -a "edit" -d 'Change what is kept of a check-in'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -f -a "delete" -d 'Delete a check-in that was a mistake; `mentor undo` brings it back'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from add" -l at -d 'When: a day with a time, such as "fri 17:00", in your zone' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from add" -l length -d 'How long; left out: as agreed' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from add" -l channel -d 'Where; left out: as agreed' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from add" -l tz -d 'The zone that the time is in; left out: yours' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from add" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from add" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from add" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from add" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from list" -l all -d 'Held, cancelled and missed ones too'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from next" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from next" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from next" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from next" -l add -d 'Plan it as proposed'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from next" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from next" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from next" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from next" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from move" -l to -d 'The new time, in the zone it was planned in' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from move" -l because -d 'Why' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from move" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from move" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from move" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from move" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from move" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from move" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from move" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from cancel" -l by -d 'Who called it off: mentor, mentee, me or them; left out: me' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from cancel" -l because -d 'Why' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from cancel" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from cancel" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from cancel" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from cancel" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from cancel" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from cancel" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from cancel" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from no-show" -l by -d 'Who did not come: mentor, mentee, me or them' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from no-show" -l because -d 'Why' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from no-show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from no-show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from no-show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from no-show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from no-show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from no-show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from no-show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from edit" -l notes -d 'What was said' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from edit" -l minutes -d 'How long it took' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from edit" -l channel -d 'Where' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from edit" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from edit" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from edit" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from edit" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -f -a "add" -d 'Add a topic'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -f -a "list" -d 'List topics'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -f -a "show" -d 'Show a topic in full'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -f -a "edit" -d 'Change a topic'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -f -a "delete" -d 'Delete a topic that was a mistake; `mentor undo` brings it back'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -f -a "done" -d 'Say that topics are covered'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -f -a "drop" -d 'Drop topics that need no talk any more'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -f -a "reopen" -d 'Put topics on the agenda again'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from add" -l from -d 'Who brings it: mentor, mentee, me or them; left out: me' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from add" -l notes -d 'More about it' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from add" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from add" -l from-file -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from add" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from add" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from add" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from add" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from add" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from add" -s y -l yes -d 'Keep it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from add" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from list" -l from -d 'Only those with this from' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from list" -l all -d 'Those that are over too'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from edit" -l title -d 'What to talk about' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from edit" -l from -d 'Who brings it: mentor, mentee, me or them; left out: me' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from edit" -l notes -d 'More about it' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from edit" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from edit" -l from-file -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from edit" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from edit" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from edit" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from edit" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from edit" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from edit" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from done" -l on -d 'The day it happened; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from done" -l because -d 'The reason, or what came of it' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from done" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from done" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from done" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from done" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from done" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from done" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from done" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from drop" -l on -d 'The day it happened; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from drop" -l because -d 'The reason, or what came of it' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from drop" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from drop" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from drop" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from drop" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from drop" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from drop" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from drop" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from reopen" -l on -d 'The day it happened; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from reopen" -l because -d 'The reason, or what came of it' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from reopen" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from reopen" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from reopen" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from reopen" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from reopen" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from reopen" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from reopen" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -f -a "add" -d 'Add a goal'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -f -a "list" -d 'List goals'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -f -a "show" -d 'Show a goal in full'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -f -a "edit" -d 'Change a goal'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -f -a "delete" -d 'Delete a goal that was a mistake; `mentor undo` brings it back'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -f -a "progress" -d 'Say how far a goal is'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -f -a "confidence" -d 'Say how confident the mentee is to reach a goal'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -f -a "done" -d 'Say that goals are reached'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -f -a "drop" -d 'Drop goals, with the reason'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -f -a "pause" -d 'Rest goals for a while'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -f -a "resume" -d 'Take paused, done or dropped goals up again'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from add" -l why -d 'Why it matters' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from add" -l done-when -d 'How both will know that it is reached' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from add" -l by -d 'Day it is to be reached by, today or later; every move of it is kept' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from add" -l support -d 'What the mentee wants from the mentor for it' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from add" -l category -d 'A word to group goals by' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from add" -l step -d 'A step on the way, kept as a follow-up of the mentee; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from add" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from add" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from add" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from add" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from add" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from add" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from add" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from add" -s y -l yes -d 'Keep it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from add" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from list" -l category -d 'Only those with this category' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from list" -l all -d 'Those that are over too'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from edit" -l title -d 'What the mentee wants to reach' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from edit" -l why -d 'Why it matters' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from edit" -l done-when -d 'How both will know that it is reached' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from edit" -l by -d 'Day it is to be reached by, today or later; every move of it is kept' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from edit" -l because -d 'Why the target moved' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from edit" -l support -d 'What the mentee wants from the mentor for it' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from edit" -l category -d 'A word to group goals by' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from edit" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from edit" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from edit" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from edit" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from edit" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from edit" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from edit" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from edit" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from progress" -l note -d 'What shows it: evidence, or a word' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from progress" -l on -d 'On which day; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from progress" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from progress" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from progress" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from progress" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from progress" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from progress" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from progress" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from confidence" -l note -d 'What shows it: evidence, or a word' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from confidence" -l on -d 'On which day; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from confidence" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from confidence" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from confidence" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from confidence" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from confidence" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from confidence" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from confidence" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from done" -l on -d 'The day it happened; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from done" -l because -d 'The reason, or what came of it' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from done" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from done" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from done" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from done" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from done" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from done" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from done" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from drop" -l on -d 'The day it happened; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from drop" -l because -d 'The reason, or what came of it' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from drop" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from drop" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from drop" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from drop" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from drop" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from drop" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from drop" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from pause" -l on -d 'The day it happened; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from pause" -l because -d 'The reason, or what came of it' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from pause" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from pause" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from pause" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from pause" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from pause" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from pause" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from pause" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from resume" -l on -d 'The day it happened; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from resume" -l because -d 'The reason, or what came of it' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from resume" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from resume" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from resume" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from resume" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from resume" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from resume" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -f -a "add" -d 'Add a follow-up'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -f -a "list" -d 'List follow-ups'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -f -a "show" -d 'Show a follow-up in full'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -f -a "edit" -d 'Change a follow-up'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -f -a "delete" -d 'Delete a follow-up that was a mistake; `mentor undo` brings it back'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -f -a "done" -d 'Say that follow-ups are done'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -f -a "drop" -d 'Drop follow-ups that nobody will do'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -f -a "reopen" -d 'Open follow-ups again'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from add" -l owner -d 'Who does it: mentor, mentee, me or them; left out: me' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from add" -l by -d 'By when, in the owner\'s calendar' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from add" -l goal -d 'Which goal is it a step of?' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from add" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from add" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from add" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from add" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from add" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from add" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from add" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from add" -s y -l yes -d 'Keep it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from add" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from list" -l owner -d 'Only those with this owner' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from list" -l goal -d 'Only those with this goal' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from list" -l all -d 'Those that are over too'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from edit" -l title -d 'What is to be done; or the whole line, `mentee: draft the RFC by fri`' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from edit" -l owner -d 'Who does it: mentor, mentee, me or them; left out: me' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from edit" -l by -d 'By when, in the owner\'s calendar' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from edit" -l because -d 'Why the date moved' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from edit" -l goal -d 'Which goal is it a step of?' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from edit" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from edit" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from edit" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from edit" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from edit" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from edit" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from edit" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from edit" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from done" -l on -d 'The day it happened; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from done" -l because -d 'The reason, or what came of it' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from done" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from done" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from done" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from done" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from done" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from done" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from done" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from drop" -l on -d 'The day it happened; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from drop" -l because -d 'The reason, or what came of it' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from drop" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from drop" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from drop" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from drop" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from drop" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from drop" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from drop" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from reopen" -l on -d 'The day it happened; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from reopen" -l because -d 'The reason, or what came of it' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from reopen" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from reopen" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from reopen" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from reopen" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from reopen" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from reopen" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from reopen" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and not __fish_seen_subcommand_from add list show edit delete respond" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and not __fish_seen_subcommand_from add list show edit delete respond" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and not __fish_seen_subcommand_from add list show edit delete respond" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and not __fish_seen_subcommand_from add list show edit delete respond" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and not __fish_seen_subcommand_from add list show edit delete respond" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and not __fish_seen_subcommand_from add list show edit delete respond" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and not __fish_seen_subcommand_from add list show edit delete respond" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and not __fish_seen_subcommand_from add list show edit delete respond" -f -a "add" -d 'Add feedback'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and not __fish_seen_subcommand_from add list show edit delete respond" -f -a "list" -d 'List feedback'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and not __fish_seen_subcommand_from add list show edit delete respond" -f -a "show" -d 'Show feedback in full'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and not __fish_seen_subcommand_from add list show edit delete respond" -f -a "edit" -d 'Change feedback'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and not __fish_seen_subcommand_from add list show edit delete respond" -f -a "delete" -d 'Delete feedback that was a mistake; `mentor undo` brings it back'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and not __fish_seen_subcommand_from add list show edit delete respond" -f -a "respond" -d 'Record the receiver\'s answer'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -l from -d 'Who gives it: mentor, mentee, me or them' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -l kind -d 'keep or change' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -l situation -d 'When and where it was' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -l behaviour -d 'What was seen or heard' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -l impact -d 'What it did' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -l request -d 'What the giver would like to see next' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -l goal -d 'The goal it belongs to' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -l on -d 'The day it was given; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -l follow-up -d 'Day to look at it again together' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -l from-file -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -s y -l yes -d 'Keep it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from list" -l from -d 'Only those with this from' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from list" -l kind -d 'Only those with this kind' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from list" -l goal -d 'Only those with this goal' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from list" -l open -d 'Only those that still want something'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -l from -d 'Who gives it: mentor, mentee, me or them' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -l kind -d 'keep or change' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -l situation -d 'When and where it was' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -l behaviour -d 'What was seen or heard' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -l impact -d 'What it did' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -l request -d 'What the giver would like to see next' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -l goal -d 'The goal it belongs to' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -l on -d 'The day it was given; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -l follow-up -d 'Day to look at it again together' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -l response -d 'The receiver\'s own words' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -l from-file -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from respond" -l on -d 'On which day; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from respond" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from respond" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from respond" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from respond" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from respond" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from respond" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from respond" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand win; and not __fish_seen_subcommand_from add list show edit delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand win; and not __fish_seen_subcommand_from add list show edit delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand win; and not __fish_seen_subcommand_from add list show edit delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand win; and not __fish_seen_subcommand_from add list show edit delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand win; and not __fish_seen_subcommand_from add list show edit delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand win; and not __fish_seen_subcommand_from add list show edit delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand win; and not __fish_seen_subcommand_from add list show edit delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand win; and not __fish_seen_subcommand_from add list show edit delete" -f -a "add" -d 'Add a win'
complete -c mentor -n "__fish_mentor_using_subcommand win; and not __fish_seen_subcommand_from add list show edit delete" -f -a "list" -d 'List wins'
complete -c mentor -n "__fish_mentor_using_subcommand win; and not __fish_seen_subcommand_from add list show edit delete" -f -a "show" -d 'Show a win in full'
complete -c mentor -n "__fish_mentor_using_subcommand win; and not __fish_seen_subcommand_from add list show edit delete" -f -a "edit" -d 'Change a win'
complete -c mentor -n "__fish_mentor_using_subcommand win; and not __fish_seen_subcommand_from add list show edit delete" -f -a "delete" -d 'Delete a win that was a mistake; `mentor undo` brings it back'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from add" -l on -d 'On which day; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from add" -l goal -d 'The goal that it is evidence for' -r
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from add" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from add" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from add" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from add" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from add" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from add" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from add" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from add" -s y -l yes -d 'Keep it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from add" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from list" -l goal -d 'Only those with this goal' -r
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from edit" -l title -d 'What went well' -r
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from edit" -l on -d 'On which day; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from edit" -l goal -d 'The goal that it is evidence for' -r
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from edit" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from edit" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from edit" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from edit" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from edit" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from edit" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from edit" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from edit" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete" -f -a "add" -d 'Add an insight'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete" -f -a "list" -d 'List insights'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete" -f -a "show" -d 'Show an insight in full'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete" -f -a "edit" -d 'Change an insight'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete" -f -a "delete" -d 'Delete an insight that was a mistake; `mentor undo` brings it back'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from add" -l on -d 'On which day; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from add" -l checkin -d 'Number of the check-in in which it was given' -r
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from add" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from add" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from add" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from add" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from add" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from add" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from add" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from add" -s y -l yes -d 'Keep it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from add" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from edit" -l title -d 'The advice, in a line' -r
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from edit" -l on -d 'On which day; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from edit" -l checkin -d 'Number of the check-in in which it was given' -r
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from edit" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from edit" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from edit" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from edit" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from edit" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from edit" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from edit" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from edit" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand history" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand history" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand history" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand history" -s n -l most -d 'How many' -r
complete -c mentor -n "__fish_mentor_using_subcommand history" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand history" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand history" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand history" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand export" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand export" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand export" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand export" -s o -l output -d 'Write to a new file, readable by you alone; left out: standard output' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand export" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand export" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand export" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand export" -l for-partner -d 'What the other side of the pair may have, to import: one pair, nothing private'
complete -c mentor -n "__fish_mentor_using_subcommand export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand import" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand import" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand import" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand import" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand import" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand import" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and not __fish_seen_subcommand_from list show resume drop" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand draft; and not __fish_seen_subcommand_from list show resume drop" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand draft; and not __fish_seen_subcommand_from list show resume drop" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand draft; and not __fish_seen_subcommand_from list show resume drop" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and not __fish_seen_subcommand_from list show resume drop" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and not __fish_seen_subcommand_from list show resume drop" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and not __fish_seen_subcommand_from list show resume drop" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and not __fish_seen_subcommand_from list show resume drop" -f -a "list" -d 'List the drafts, newest first'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and not __fish_seen_subcommand_from list show resume drop" -f -a "show" -d 'Print a draft'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and not __fish_seen_subcommand_from list show resume drop" -f -a "resume" -d 'Store a draft after all, with the command that it was typed for'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and not __fish_seen_subcommand_from list show resume drop" -f -a "drop" -d 'Throw a draft away'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from resume" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from resume" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from resume" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from resume" -s e -l editor -d 'Open it in your editor first'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from resume" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from resume" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from resume" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from drop" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from drop" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from drop" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from drop" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from drop" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from drop" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from drop" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand backup" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand backup" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand backup" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand backup" -s o -l output -d 'Write to a new file of your own; left out: beside the data' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand backup" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand backup" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand backup" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand backup" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand restore" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand restore" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand restore" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand restore" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand restore" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand restore" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand restore" -l list -d 'List the backups, newest first'
complete -c mentor -n "__fish_mentor_using_subcommand restore" -s y -l yes -d 'Do it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand check" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand check" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand check" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand check" -l repair -d 'Write everything that is sound to a new file; the data file is left as it is' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand check" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand check" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand check" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand purge" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand purge" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand purge" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand purge" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand purge" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand purge" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand purge" -l backups -d 'Take it out of the backups too: they are replaced by one of the file as it is then'
complete -c mentor -n "__fish_mentor_using_subcommand purge" -s y -l yes -d 'Do it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand purge" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand undo" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand undo" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand undo" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand undo" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand undo" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand undo" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand undo" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand redo" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand redo" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand redo" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand redo" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand redo" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand redo" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand redo" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand completions" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand completions" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand completions" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand completions" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand completions" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand completions" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand demo" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand demo" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand demo" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand demo" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand demo" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand demo" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand demo" -s h -l help -d 'Print help'
