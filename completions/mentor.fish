# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_mentor_global_optspecs
    string join \n p/pair= json q/quiet no-input color= plain no-pager db= h/help V/version
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
complete -c mentor -n "__fish_mentor_needs_command" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_needs_command" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_needs_command" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_needs_command" -s V -l version -d 'Print version'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "init" -d 'Say who you are: name, time zone, working hours'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "pair" -d 'Mentors and mentees: who works with whom'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "person" -d 'See and change what is known of a person'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "config" -d 'What mentor goes by: colour, dates, editor, pager'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "agree" -d 'Record mutual expectations; check them against what happened'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "brief" -d 'Five lines before a call: what changed since the last one'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "agenda" -d 'Print the agenda of the next check-in'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "log" -d 'Log a check-in: notes, follow-ups, progress, wins, the next date, all in one step'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "due" -d 'Print what is overdue or due soon; nothing at all when nothing is'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "review" -d 'Print the progress summary since the last review; record its outcome'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "end" -d 'End a mentorship well: why, what both learned, what goes on; print all of it'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "status" -d 'Each active pair in a line or two'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "checkin" -d 'When you meet: planned, held, moved, cancelled, missed'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "topic" -d 'Something to talk about; stays on the agenda until it is covered'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "goal" -d 'What the mentee wants to reach'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "followup" -d 'What each side will do, by when'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "feedback" -d 'Feedback as situation, behaviour, impact; in either direction'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "question" -d 'Questions between calls, answered under the agreed reply time'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "skill" -d 'Skills, rated from 1 (novice) to 5 (expert) by both sides over time'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "win" -d 'Things that went well: evidence for confidence'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "insight" -d 'Advice and industry knowledge that the mentor gave'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "introduction" -d 'Doors that the mentor opens: asked, agreed, introduced, met, thanked'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "resource" -d 'What to read, watch or take part in, and what it gave'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "option" -d 'Career paths and opportunities: considered, pursued, decided, with the reasons at the time'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "approach" -d 'Ways of working that were tried in a call, and whether they worked'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "norm" -d 'How each side reads silence, directness, disagreement, in their own words'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "norms" -d 'How each side reads silence, directness, disagreement, in their own words'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "pulse" -d 'A short health check, answered by each side alone; only what lies far apart is shown'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "away" -d 'Days on which somebody can\'t meet or reply: the clocks pause'
complete -c mentor -n "__fish_mentor_needs_command" -f -a "when" -d 'Slots inside both people\'s working hours, in both zones'
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
complete -c mentor -n "__fish_mentor_needs_command" -f -a "remind" -d 'A timer that says each morning what is due'
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
complete -c mentor -n "__fish_mentor_using_subcommand init" -l language -d 'Languages they speak, the first one first' -r
complete -c mentor -n "__fish_mentor_using_subcommand init" -l prefers -d 'How they like to work: pace, written or spoken, direct feedback; give it once for each (replaces the list)' -r
complete -c mentor -n "__fish_mentor_using_subcommand init" -l needs -d 'What they need: captions, no calls before ten; give it once for each (replaces the list)' -r
complete -c mentor -n "__fish_mentor_using_subcommand init" -l avoids -d 'What to avoid with them; give it once for each (replaces the list)' -r
complete -c mentor -n "__fish_mentor_using_subcommand init" -l called -d 'What to call them, and how it is said' -r
complete -c mentor -n "__fish_mentor_using_subcommand init" -l holidays -d 'Holidays and customs that matter for planning' -r
complete -c mentor -n "__fish_mentor_using_subcommand init" -l notes -d 'Anything else worth remembering' -r
complete -c mentor -n "__fish_mentor_using_subcommand init" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand init" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand init" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand init" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand init" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand init" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -f -a "add" -d 'Add a pair: you and a mentee, or you and a mentor'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -f -a "list" -d 'List the pairs'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -f -a "show" -d 'Show a pair and both its people'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -f -a "edit" -d 'Change the short name of a pair'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -f -a "use" -d 'Choose the pair that commands mean when none is named'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -f -a "pause" -d 'Pause a pair: nothing is due, nothing is lost'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -f -a "resume" -d 'Take a paused or ended pair up again'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and not __fish_seen_subcommand_from add list show edit use pause resume end" -f -a "end" -d 'End a pair: the same as `mentor end`'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l mentee -d 'Name of the mentee; you are the mentor' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l mentor -d 'Name of the mentor; you are the mentee' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l name -d 'Full name; the first word is what they are called' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l tz -d 'IANA time zone, such as America/Bogota' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l hours -d 'Working hours, such as 09:00-17:30' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l days -d 'Working days, such as mon-fri or sun-thu' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l language -d 'Languages they speak, the first one first' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l prefers -d 'How they like to work: pace, written or spoken, direct feedback; give it once for each (replaces the list)' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l needs -d 'What they need: captions, no calls before ten; give it once for each (replaces the list)' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l avoids -d 'What to avoid with them; give it once for each (replaces the list)' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l called -d 'What to call them, and how it is said' -r
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
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from add" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from list" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from list" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from edit" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from edit" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from use" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from use" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from use" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from use" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from use" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from use" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from use" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from use" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from pause" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from pause" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from resume" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from resume" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l reason -d 'achieved, time-is-up, no-progress, someone-leaves, focus-changed or other' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l because -d 'More about the reason' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l on -d 'Day of the last call; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l learned-mentee -d 'What the mentee has learned' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l learned-mentor -d 'What the mentor has learned' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l drop -d 'Number of an open goal that is dropped; the others are kept' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l remains -d 'What remains, and where it goes' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l thanks -d 'What you are thankful for' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l contact-after -d 'What contact goes on' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l differently -d 'Something to do differently next time, offered at your next `mentor agree`; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l update-on -d 'Day to ask where you are now; `mentor due` reminds you once' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -s y -l yes -d 'Keep it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand pair; and __fish_seen_subcommand_from end" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand person; and not __fish_seen_subcommand_from list show edit" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand person; and not __fish_seen_subcommand_from list show edit" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand person; and not __fish_seen_subcommand_from list show edit" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand person; and not __fish_seen_subcommand_from list show edit" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand person; and not __fish_seen_subcommand_from list show edit" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand person; and not __fish_seen_subcommand_from list show edit" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand person; and not __fish_seen_subcommand_from list show edit" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand person; and not __fish_seen_subcommand_from list show edit" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from list" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from list" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l name -d 'Full name; the first word is what they are called' -r
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l tz -d 'IANA time zone, such as America/Bogota' -r
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l hours -d 'Working hours, such as 09:00-17:30' -r
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l days -d 'Working days, such as mon-fri or sun-thu' -r
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l language -d 'Languages they speak, the first one first' -r
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l prefers -d 'How they like to work: pace, written or spoken, direct feedback; give it once for each (replaces the list)' -r
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l needs -d 'What they need: captions, no calls before ten; give it once for each (replaces the list)' -r
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l avoids -d 'What to avoid with them; give it once for each (replaces the list)' -r
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l called -d 'What to call them, and how it is said' -r
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
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand person; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand config; and not __fish_seen_subcommand_from show path edit set unset" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand config; and not __fish_seen_subcommand_from show path edit set unset" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand config; and not __fish_seen_subcommand_from show path edit set unset" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand config; and not __fish_seen_subcommand_from show path edit set unset" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand config; and not __fish_seen_subcommand_from show path edit set unset" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand config; and not __fish_seen_subcommand_from show path edit set unset" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand config; and not __fish_seen_subcommand_from show path edit set unset" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand config; and not __fish_seen_subcommand_from show path edit set unset" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand config; and not __fish_seen_subcommand_from show path edit set unset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand config; and not __fish_seen_subcommand_from show path edit set unset" -f -a "show" -d 'Show what is set, and what holds where nothing is'
complete -c mentor -n "__fish_mentor_using_subcommand config; and not __fish_seen_subcommand_from show path edit set unset" -f -a "path" -d 'Print where `config.toml` is, whether it is there yet or not'
complete -c mentor -n "__fish_mentor_using_subcommand config; and not __fish_seen_subcommand_from show path edit set unset" -f -a "edit" -d 'Open `config.toml` in your editor; it is checked before it takes the place of the old one'
complete -c mentor -n "__fish_mentor_using_subcommand config; and not __fish_seen_subcommand_from show path edit set unset" -f -a "set" -d 'Set a value in `config.toml`'
complete -c mentor -n "__fish_mentor_using_subcommand config; and not __fish_seen_subcommand_from show path edit set unset" -f -a "unset" -d 'Take a value out of `config.toml`: the default holds again'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from show" -l origin -d 'Say where each value comes from'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from path" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from path" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from path" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from path" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from path" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from path" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from path" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from path" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from path" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from edit" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from edit" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from edit" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from edit" -l from -d 'Take this file instead of opening the editor; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from edit" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from edit" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from edit" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from edit" -s e -l editor -d 'Open it in your editor even so'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from set" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from set" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from set" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from set" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from set" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from set" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from set" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from set" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from set" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from unset" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from unset" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from unset" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from unset" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from unset" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from unset" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from unset" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from unset" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand config; and __fish_seen_subcommand_from unset" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l purpose -d 'What the mentorship is for' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l goal -d 'A goal in one line; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l starts -d 'First day' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l ends -d 'Last day' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l cadence -d 'How often you meet: `every 2 weeks` (from the last held), or fixed: `weekly on thu 17:00`' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l length -d 'How long a check-in is, such as 45m' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l channel -d 'Where you meet' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l hours-a-month -d 'Hours a month both set aside' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l reply-within -d 'How soon either side answers a question, such as "2 working days"' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l mentor-replies-within -d 'How soon the mentor answers' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l mentee-replies-within -d 'How soon the mentee answers' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l feedback-within -d 'How soon feedback is answered' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l materials-before -d 'How long before a check-in material is sent' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l notice -d 'How long before a check-in it may be cancelled or moved' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l scheduled-by -d 'Who schedules: mentor or mentee' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l agenda-by -d 'Who brings the agenda: mentor or mentee' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l review-every -d 'How often you review progress, such as "8 weeks"' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l review-on -d 'Day of the first joint review' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l mentor-expects -d 'What the mentor expects of the mentee; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l mentee-expects -d 'What the mentee expects of the mentor; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l confidential -d 'What stays between you' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l off-limits -d 'A topic that is off limits; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l contact-between -d 'Contact between check-ins' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l outside-contact -d 'Whom to ask in a conflict' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l end-notice -d 'Notice with which either side may end it' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l how-we-end -d 'How it will end' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l additional -d 'Anything else' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -l proposed -d 'Record it without your own yes'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -f -a "show" -d 'Show the agreement'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -f -a "accept" -d 'Record a side\'s yes to the newest version'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -f -a "check" -d 'Check each promise of the agreement against what happened, for both sides'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -f -a "lint" -d 'Say what the agreement leaves open'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -f -a "renew" -d 'Make the next version: it starts from the last one'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -f -a "history" -d 'List the versions of the agreement'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -f -a "diff" -d 'Show what two versions have differently'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -f -a "compare" -d 'Compare the forms that each side filled in alone: print only where they differ'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and not __fish_seen_subcommand_from show accept check lint renew history diff compare template" -f -a "template" -d 'Print the form, to fill in and read back with `mentor agree --from FILE`'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from show" -l markdown -d 'As a page in Markdown that both can sign'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from accept" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from accept" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from check" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from check" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from lint" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from lint" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from renew" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from history" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from history" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from history" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from history" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from history" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from history" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from history" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from history" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from history" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from diff" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from diff" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from diff" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from diff" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from diff" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from diff" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from diff" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from diff" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from diff" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from compare" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from compare" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from compare" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from compare" -l merged -d 'Print one form with what both wrote alike'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from compare" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from compare" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from compare" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from compare" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from compare" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from compare" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from template" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from template" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from template" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from template" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from template" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from template" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from template" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand agree; and __fish_seen_subcommand_from template" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand brief" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand brief" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand agenda" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand agenda" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand log" -l tried -d 'A way of working that was tried; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand log" -l worked -d 'A way of working that was tried and worked; once for each' -r
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
complete -c mentor -n "__fish_mentor_using_subcommand log" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand log" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand log" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand log" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand log" -s y -l yes -d 'Keep topics that touch what is off limits without asking'
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
complete -c mentor -n "__fish_mentor_using_subcommand due" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand due" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand due" -l overdue -d 'Only what is overdue'
complete -c mentor -n "__fish_mentor_using_subcommand due" -l exit-code -d 'End with status 1 if anything is overdue'
complete -c mentor -n "__fish_mentor_using_subcommand due" -l notify -d 'Show a notification on the desktop too'
complete -c mentor -n "__fish_mentor_using_subcommand due" -l titles-off -d 'Leave the titles out, for mail'
complete -c mentor -n "__fish_mentor_using_subcommand due" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list edit delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list edit delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list edit delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list edit delete" -l since -d 'From which day; left out: the last stored review, or the beginning' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list edit delete" -l as-of -d 'Make the report as it would be on another day' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list edit delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list edit delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list edit delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list edit delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list edit delete" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list edit delete" -l markdown -d 'As Markdown, to paste or mail'
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list edit delete" -l for-partner -d 'Leave out what is private'
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list edit delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list edit delete" -f -a "record" -d 'Store the conclusions of a review; they are the baseline of the next one'
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list edit delete" -f -a "show" -d 'Show a stored review'
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list edit delete" -f -a "list" -d 'List stored reviews'
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list edit delete" -f -a "edit" -d 'Change a stored review'
complete -c mentor -n "__fish_mentor_using_subcommand review; and not __fish_seen_subcommand_from record show list edit delete" -f -a "delete" -d 'Delete a stored review that was a mistake; `mentor undo` brings it back'
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
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -s y -l yes -d 'Keep it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from record" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from list" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from list" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from edit" -l on -d 'On which day; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from edit" -l achievement -d 'Something that was achieved; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from edit" -l improve -d 'An area for improvement; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from edit" -l next -d 'What comes next; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from edit" -l stop -d 'What to stop; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from edit" -l start -d 'What to start; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from edit" -l continue -d 'What to go on with; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from edit" -l agreement -d 'A change to make to the agreement; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from edit" -l notes -d 'Anything else' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from edit" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from edit" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from edit" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from edit" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from edit" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from edit" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from edit" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from edit" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from edit" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from edit" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from delete" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand review; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -l reason -d 'achieved, time-is-up, no-progress, someone-leaves, focus-changed or other' -r
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -l because -d 'More about the reason' -r
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -l on -d 'Day of the last call; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -l learned-mentee -d 'What the mentee has learned' -r
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -l learned-mentor -d 'What the mentor has learned' -r
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -l drop -d 'Number of an open goal that is dropped; the others are kept' -r
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -l remains -d 'What remains, and where it goes' -r
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -l thanks -d 'What you are thankful for' -r
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -l contact-after -d 'What contact goes on' -r
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -l differently -d 'Something to do differently next time, offered at your next `mentor agree`; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -l update-on -d 'Day to ask where you are now; `mentor due` reminds you once' -r
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -s y -l yes -d 'Keep it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -f -a "show" -d 'Print the whole mentorship as one document, to keep or to give'
complete -c mentor -n "__fish_mentor_using_subcommand end; and not __fish_seen_subcommand_from show update" -f -a "update" -d 'Record where the two of you are now, some time after the end'
complete -c mentor -n "__fish_mentor_using_subcommand end; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand end; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand end; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand end; and __fish_seen_subcommand_from show" -l markdown -d 'As Markdown, to print or mail'
complete -c mentor -n "__fish_mentor_using_subcommand end; and __fish_seen_subcommand_from show" -l for-partner -d 'Leave out what is private'
complete -c mentor -n "__fish_mentor_using_subcommand end; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand end; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand end; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand end; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand end; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand end; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand end; and __fish_seen_subcommand_from update" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand end; and __fish_seen_subcommand_from update" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand end; and __fish_seen_subcommand_from update" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand end; and __fish_seen_subcommand_from update" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand end; and __fish_seen_subcommand_from update" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand end; and __fish_seen_subcommand_from update" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand end; and __fish_seen_subcommand_from update" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand end; and __fish_seen_subcommand_from update" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand end; and __fish_seen_subcommand_from update" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand status" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand status" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand status" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand status" -l as-of -d 'Make the report as it would be on another day' -r
complete -c mentor -n "__fish_mentor_using_subcommand status" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand status" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand status" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand status" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand status" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand status" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and not __fish_seen_subcommand_from add list show next move cancel no-show edit delete" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from add" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from add" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from list" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from list" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from next" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from next" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from move" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from move" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from cancel" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from cancel" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from no-show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from no-show" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from edit" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from edit" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from delete" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand checkin; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from add" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from add" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from list" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from list" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from edit" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from edit" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from delete" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from done" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from done" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from drop" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from drop" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from reopen" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from reopen" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand topic; and __fish_seen_subcommand_from reopen" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and not __fish_seen_subcommand_from add list show edit delete progress confidence done drop pause resume" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from add" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from add" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from list" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from list" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from edit" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from edit" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from delete" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from progress" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from progress" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from confidence" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from confidence" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from done" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from done" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from drop" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from drop" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from pause" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from pause" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from resume" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from resume" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand goal; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and not __fish_seen_subcommand_from add list show edit delete done drop reopen" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from add" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from add" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from list" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from list" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from edit" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from edit" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from delete" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from done" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from done" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from drop" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from drop" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from reopen" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from reopen" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand followup; and __fish_seen_subcommand_from reopen" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and not __fish_seen_subcommand_from add list show edit delete respond" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and not __fish_seen_subcommand_from add list show edit delete respond" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and not __fish_seen_subcommand_from add list show edit delete respond" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and not __fish_seen_subcommand_from add list show edit delete respond" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and not __fish_seen_subcommand_from add list show edit delete respond" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and not __fish_seen_subcommand_from add list show edit delete respond" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and not __fish_seen_subcommand_from add list show edit delete respond" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and not __fish_seen_subcommand_from add list show edit delete respond" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from add" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from list" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from list" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from delete" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from respond" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from respond" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand feedback; and __fish_seen_subcommand_from respond" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand question; and not __fish_seen_subcommand_from add ask list show edit delete seen answer drop reopen" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and not __fish_seen_subcommand_from add ask list show edit delete seen answer drop reopen" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand question; and not __fish_seen_subcommand_from add ask list show edit delete seen answer drop reopen" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand question; and not __fish_seen_subcommand_from add ask list show edit delete seen answer drop reopen" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand question; and not __fish_seen_subcommand_from add ask list show edit delete seen answer drop reopen" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand question; and not __fish_seen_subcommand_from add ask list show edit delete seen answer drop reopen" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand question; and not __fish_seen_subcommand_from add ask list show edit delete seen answer drop reopen" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand question; and not __fish_seen_subcommand_from add ask list show edit delete seen answer drop reopen" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand question; and not __fish_seen_subcommand_from add ask list show edit delete seen answer drop reopen" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand question; and not __fish_seen_subcommand_from add ask list show edit delete seen answer drop reopen" -f -a "add" -d 'Add a question'
complete -c mentor -n "__fish_mentor_using_subcommand question; and not __fish_seen_subcommand_from add ask list show edit delete seen answer drop reopen" -f -a "ask" -d 'Add a question'
complete -c mentor -n "__fish_mentor_using_subcommand question; and not __fish_seen_subcommand_from add ask list show edit delete seen answer drop reopen" -f -a "list" -d 'List questions'
complete -c mentor -n "__fish_mentor_using_subcommand question; and not __fish_seen_subcommand_from add ask list show edit delete seen answer drop reopen" -f -a "show" -d 'Show a question in full'
complete -c mentor -n "__fish_mentor_using_subcommand question; and not __fish_seen_subcommand_from add ask list show edit delete seen answer drop reopen" -f -a "edit" -d 'Change a question'
complete -c mentor -n "__fish_mentor_using_subcommand question; and not __fish_seen_subcommand_from add ask list show edit delete seen answer drop reopen" -f -a "delete" -d 'Delete a question that was a mistake; `mentor undo` brings it back'
complete -c mentor -n "__fish_mentor_using_subcommand question; and not __fish_seen_subcommand_from add ask list show edit delete seen answer drop reopen" -f -a "seen" -d 'Say that it was seen, and by when it will be answered'
complete -c mentor -n "__fish_mentor_using_subcommand question; and not __fish_seen_subcommand_from add ask list show edit delete seen answer drop reopen" -f -a "answer" -d 'Record the answer'
complete -c mentor -n "__fish_mentor_using_subcommand question; and not __fish_seen_subcommand_from add ask list show edit delete seen answer drop reopen" -f -a "drop" -d 'Drop questions that need no answer any more'
complete -c mentor -n "__fish_mentor_using_subcommand question; and not __fish_seen_subcommand_from add ask list show edit delete seen answer drop reopen" -f -a "reopen" -d 'Let questions wait for an answer again'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from add" -l notes -d 'More about it' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from add" -l from -d 'Who asks: mentor, mentee, me or them; left out: me' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from add" -l at -d 'When it was asked; left out: now' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from add" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from add" -l from-file -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from add" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from add" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from add" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from add" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from add" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from add" -s y -l yes -d 'Keep it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from add" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from add" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from add" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from ask" -l notes -d 'More about it' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from ask" -l from -d 'Who asks: mentor, mentee, me or them; left out: me' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from ask" -l at -d 'When it was asked; left out: now' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from ask" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from ask" -l from-file -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from ask" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from ask" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from ask" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from ask" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from ask" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from ask" -s y -l yes -d 'Keep it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from ask" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from ask" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from ask" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from ask" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from ask" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from ask" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from list" -l from -d 'Only those with this from' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from list" -l state -d 'Only those with this state' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from list" -l all -d 'Those that are over too'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from list" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from list" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from edit" -l title -d 'The question, in a line' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from edit" -l notes -d 'More about it' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from edit" -l from -d 'Who asks: mentor, mentee, me or them; left out: me' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from edit" -l at -d 'When it was asked; left out: now' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from edit" -l answer -d 'The answer' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from edit" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from edit" -l from-file -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from edit" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from edit" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from edit" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from edit" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from edit" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from edit" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from edit" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from edit" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from delete" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from seen" -l by -d 'Day by which the answer will come, in the answerer\'s calendar' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from seen" -l at -d 'When it was seen; left out: now' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from seen" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from seen" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from seen" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from seen" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from seen" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from seen" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from seen" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from seen" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from seen" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from answer" -l at -d 'When it came; left out: now' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from answer" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from answer" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from answer" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from answer" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from answer" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from answer" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from answer" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from answer" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from answer" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from drop" -l on -d 'The day it happened; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from drop" -l because -d 'The reason, or what came of it' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from drop" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from drop" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from drop" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from drop" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from drop" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from drop" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from drop" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from drop" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from drop" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from reopen" -l on -d 'The day it happened; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from reopen" -l because -d 'The reason, or what came of it' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from reopen" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from reopen" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from reopen" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from reopen" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from reopen" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from reopen" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from reopen" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from reopen" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand question; and __fish_seen_subcommand_from reopen" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and not __fish_seen_subcommand_from add list show edit delete rate drop resume" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and not __fish_seen_subcommand_from add list show edit delete rate drop resume" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand skill; and not __fish_seen_subcommand_from add list show edit delete rate drop resume" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand skill; and not __fish_seen_subcommand_from add list show edit delete rate drop resume" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and not __fish_seen_subcommand_from add list show edit delete rate drop resume" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and not __fish_seen_subcommand_from add list show edit delete rate drop resume" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and not __fish_seen_subcommand_from add list show edit delete rate drop resume" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and not __fish_seen_subcommand_from add list show edit delete rate drop resume" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and not __fish_seen_subcommand_from add list show edit delete rate drop resume" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and not __fish_seen_subcommand_from add list show edit delete rate drop resume" -f -a "add" -d 'Add a skill'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and not __fish_seen_subcommand_from add list show edit delete rate drop resume" -f -a "list" -d 'List skills'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and not __fish_seen_subcommand_from add list show edit delete rate drop resume" -f -a "show" -d 'Show a skill in full'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and not __fish_seen_subcommand_from add list show edit delete rate drop resume" -f -a "edit" -d 'Change a skill'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and not __fish_seen_subcommand_from add list show edit delete rate drop resume" -f -a "delete" -d 'Delete a skill that was a mistake; `mentor undo` brings it back'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and not __fish_seen_subcommand_from add list show edit delete rate drop resume" -f -a "rate" -d 'Rate a skill; a level that changes needs evidence'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and not __fish_seen_subcommand_from add list show edit delete rate drop resume" -f -a "drop" -d 'Work on skills no longer'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and not __fish_seen_subcommand_from add list show edit delete rate drop resume" -f -a "resume" -d 'Take skills up again'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from add" -l why -d 'Why it matters' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from add" -l aim -d 'The level to reach, 1 to 5' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from add" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from add" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from add" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from add" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from add" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from add" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from add" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from add" -s y -l yes -d 'Keep it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from add" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from add" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from add" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from list" -l all -d 'Those that are over too'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from list" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from list" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from edit" -l title -d 'The skill' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from edit" -l why -d 'Why it matters' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from edit" -l aim -d 'The level to reach, 1 to 5' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from edit" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from edit" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from edit" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from edit" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from edit" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from edit" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from edit" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from edit" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from edit" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from edit" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from delete" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from rate" -l by -d 'Who rates: mentor, mentee, me or them; left out: me' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from rate" -l evidence -d 'What shows it' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from rate" -l on -d 'On which day; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from rate" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from rate" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from rate" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from rate" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from rate" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from rate" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from rate" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from rate" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from rate" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from drop" -l on -d 'The day it happened; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from drop" -l because -d 'The reason, or what came of it' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from drop" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from drop" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from drop" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from drop" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from drop" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from drop" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from drop" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from drop" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from drop" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from resume" -l on -d 'The day it happened; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from resume" -l because -d 'The reason, or what came of it' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from resume" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from resume" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from resume" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from resume" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from resume" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from resume" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from resume" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from resume" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand skill; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand win; and not __fish_seen_subcommand_from add list show edit delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand win; and not __fish_seen_subcommand_from add list show edit delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand win; and not __fish_seen_subcommand_from add list show edit delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand win; and not __fish_seen_subcommand_from add list show edit delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand win; and not __fish_seen_subcommand_from add list show edit delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand win; and not __fish_seen_subcommand_from add list show edit delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand win; and not __fish_seen_subcommand_from add list show edit delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand win; and not __fish_seen_subcommand_from add list show edit delete" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from add" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from add" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from list" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from list" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from edit" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from edit" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from delete" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand win; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete outcome recall" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete outcome recall" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete outcome recall" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete outcome recall" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete outcome recall" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete outcome recall" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete outcome recall" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete outcome recall" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete outcome recall" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete outcome recall" -f -a "add" -d 'Add an insight'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete outcome recall" -f -a "list" -d 'List insights'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete outcome recall" -f -a "show" -d 'Show an insight in full'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete outcome recall" -f -a "edit" -d 'Change an insight'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete outcome recall" -f -a "delete" -d 'Delete an insight that was a mistake; `mentor undo` brings it back'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete outcome recall" -f -a "outcome" -d 'Say what came of advice: helped, did-not-help, not-taken'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and not __fish_seen_subcommand_from add list show edit delete outcome recall" -f -a "recall" -d 'Explain an insight in the mentee\'s own words, from memory'
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
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from add" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from add" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from list" -l open -d 'Only those that still want something'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from list" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from list" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from edit" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from edit" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from delete" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from outcome" -l note -d 'How it showed' -r
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from outcome" -l on -d 'On which day; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from outcome" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from outcome" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from outcome" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from outcome" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from outcome" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from outcome" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from outcome" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from outcome" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from outcome" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from recall" -l on -d 'On which day; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from recall" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from recall" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from recall" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from recall" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from recall" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from recall" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from recall" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from recall" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand insight; and __fish_seen_subcommand_from recall" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and not __fish_seen_subcommand_from add list show edit delete advance decline blurb" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and not __fish_seen_subcommand_from add list show edit delete advance decline blurb" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and not __fish_seen_subcommand_from add list show edit delete advance decline blurb" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and not __fish_seen_subcommand_from add list show edit delete advance decline blurb" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and not __fish_seen_subcommand_from add list show edit delete advance decline blurb" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and not __fish_seen_subcommand_from add list show edit delete advance decline blurb" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and not __fish_seen_subcommand_from add list show edit delete advance decline blurb" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and not __fish_seen_subcommand_from add list show edit delete advance decline blurb" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and not __fish_seen_subcommand_from add list show edit delete advance decline blurb" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and not __fish_seen_subcommand_from add list show edit delete advance decline blurb" -f -a "add" -d 'Add an introduction'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and not __fish_seen_subcommand_from add list show edit delete advance decline blurb" -f -a "list" -d 'List introductions'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and not __fish_seen_subcommand_from add list show edit delete advance decline blurb" -f -a "show" -d 'Show an introduction in full'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and not __fish_seen_subcommand_from add list show edit delete advance decline blurb" -f -a "edit" -d 'Change an introduction'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and not __fish_seen_subcommand_from add list show edit delete advance decline blurb" -f -a "delete" -d 'Delete an introduction that was a mistake; `mentor undo` brings it back'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and not __fish_seen_subcommand_from add list show edit delete advance decline blurb" -f -a "advance" -d 'Take the next step: agreed, introduced, met, thanked'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and not __fish_seen_subcommand_from add list show edit delete advance decline blurb" -f -a "decline" -d 'Record that the third person would rather not'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and not __fish_seen_subcommand_from add list show edit delete advance decline blurb" -f -a "blurb" -d 'Print a text that the third person can be sent, to say yes or no to'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from add" -l why -d 'Why these two' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from add" -l wish -d 'What the mentee would like of them' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from add" -l on -d 'Day on which the third person was asked; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from add" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from add" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from add" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from add" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from add" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from add" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from add" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from add" -s y -l yes -d 'Keep it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from add" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from add" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from add" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from list" -l state -d 'Only those with this state' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from list" -l all -d 'Those that are over too'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from list" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from list" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from edit" -l title -d 'Whom, and what they do' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from edit" -l why -d 'Why these two' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from edit" -l wish -d 'What the mentee would like of them' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from edit" -l on -d 'Day on which the third person was asked; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from edit" -l outcome -d 'What came of it' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from edit" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from edit" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from edit" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from edit" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from edit" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from edit" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from edit" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from edit" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from edit" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from edit" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from delete" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from advance" -l to -d 'The step, if it is not the next one' -r -f -a "agreed\t''
introduced\t''
met\t''
thanked\t''"
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from advance" -l on -d 'The day it happened; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from advance" -l outcome -d 'What came of it' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from advance" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from advance" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from advance" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from advance" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from advance" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from advance" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from advance" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from advance" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from advance" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from decline" -l because -d 'The reason, if one was given' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from decline" -l on -d 'The day it happened; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from decline" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from decline" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from decline" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from decline" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from decline" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from decline" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from decline" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from decline" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from decline" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from blurb" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from blurb" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from blurb" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from blurb" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from blurb" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from blurb" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from blurb" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from blurb" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand introduction; and __fish_seen_subcommand_from blurb" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and not __fish_seen_subcommand_from add list show edit delete begin done drop reopen" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and not __fish_seen_subcommand_from add list show edit delete begin done drop reopen" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand resource; and not __fish_seen_subcommand_from add list show edit delete begin done drop reopen" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand resource; and not __fish_seen_subcommand_from add list show edit delete begin done drop reopen" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and not __fish_seen_subcommand_from add list show edit delete begin done drop reopen" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and not __fish_seen_subcommand_from add list show edit delete begin done drop reopen" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and not __fish_seen_subcommand_from add list show edit delete begin done drop reopen" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and not __fish_seen_subcommand_from add list show edit delete begin done drop reopen" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and not __fish_seen_subcommand_from add list show edit delete begin done drop reopen" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and not __fish_seen_subcommand_from add list show edit delete begin done drop reopen" -f -a "add" -d 'Add a resource'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and not __fish_seen_subcommand_from add list show edit delete begin done drop reopen" -f -a "list" -d 'List resources'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and not __fish_seen_subcommand_from add list show edit delete begin done drop reopen" -f -a "show" -d 'Show a resource in full'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and not __fish_seen_subcommand_from add list show edit delete begin done drop reopen" -f -a "edit" -d 'Change a resource'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and not __fish_seen_subcommand_from add list show edit delete begin done drop reopen" -f -a "delete" -d 'Delete a resource that was a mistake; `mentor undo` brings it back'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and not __fish_seen_subcommand_from add list show edit delete begin done drop reopen" -f -a "begin" -d 'Say that the mentee has begun with them'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and not __fish_seen_subcommand_from add list show edit delete begin done drop reopen" -f -a "done" -d 'Say that they are done, and with `--because` what they gave'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and not __fish_seen_subcommand_from add list show edit delete begin done drop reopen" -f -a "drop" -d 'Drop those that are not worth the time after all'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and not __fish_seen_subcommand_from add list show edit delete begin done drop reopen" -f -a "reopen" -d 'Put them on the list again'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from add" -l why -d 'Why it is worth the time' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from add" -l link -d 'Where it is: an address, a shelf, a person' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from add" -l goal -d 'The goal that it serves' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from add" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from add" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from add" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from add" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from add" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from add" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from add" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from add" -s y -l yes -d 'Keep it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from add" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from add" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from add" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from list" -l state -d 'Only those with this state' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from list" -l goal -d 'Only those with this goal' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from list" -l all -d 'Those that are over too'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from list" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from list" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from edit" -l title -d 'What it is' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from edit" -l why -d 'Why it is worth the time' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from edit" -l link -d 'Where it is: an address, a shelf, a person' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from edit" -l goal -d 'The goal that it serves' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from edit" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from edit" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from edit" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from edit" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from edit" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from edit" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from edit" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from edit" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from edit" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from edit" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from delete" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from begin" -l on -d 'The day it happened; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from begin" -l because -d 'The reason, or what came of it' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from begin" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from begin" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from begin" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from begin" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from begin" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from begin" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from begin" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from begin" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from begin" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from done" -l on -d 'The day it happened; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from done" -l because -d 'The reason, or what came of it' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from done" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from done" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from done" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from done" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from done" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from done" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from done" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from done" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from done" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from drop" -l on -d 'The day it happened; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from drop" -l because -d 'The reason, or what came of it' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from drop" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from drop" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from drop" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from drop" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from drop" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from drop" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from drop" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from drop" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from drop" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from reopen" -l on -d 'The day it happened; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from reopen" -l because -d 'The reason, or what came of it' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from reopen" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from reopen" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from reopen" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from reopen" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from reopen" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from reopen" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from reopen" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from reopen" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand resource; and __fish_seen_subcommand_from reopen" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand option; and not __fish_seen_subcommand_from add list show edit delete note decide reopen" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and not __fish_seen_subcommand_from add list show edit delete note decide reopen" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand option; and not __fish_seen_subcommand_from add list show edit delete note decide reopen" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand option; and not __fish_seen_subcommand_from add list show edit delete note decide reopen" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand option; and not __fish_seen_subcommand_from add list show edit delete note decide reopen" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand option; and not __fish_seen_subcommand_from add list show edit delete note decide reopen" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand option; and not __fish_seen_subcommand_from add list show edit delete note decide reopen" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand option; and not __fish_seen_subcommand_from add list show edit delete note decide reopen" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand option; and not __fish_seen_subcommand_from add list show edit delete note decide reopen" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand option; and not __fish_seen_subcommand_from add list show edit delete note decide reopen" -f -a "add" -d 'Add an option'
complete -c mentor -n "__fish_mentor_using_subcommand option; and not __fish_seen_subcommand_from add list show edit delete note decide reopen" -f -a "list" -d 'List options'
complete -c mentor -n "__fish_mentor_using_subcommand option; and not __fish_seen_subcommand_from add list show edit delete note decide reopen" -f -a "show" -d 'Show an option in full'
complete -c mentor -n "__fish_mentor_using_subcommand option; and not __fish_seen_subcommand_from add list show edit delete note decide reopen" -f -a "edit" -d 'Change an option'
complete -c mentor -n "__fish_mentor_using_subcommand option; and not __fish_seen_subcommand_from add list show edit delete note decide reopen" -f -a "delete" -d 'Delete an option that was a mistake; `mentor undo` brings it back'
complete -c mentor -n "__fish_mentor_using_subcommand option; and not __fish_seen_subcommand_from add list show edit delete note decide reopen" -f -a "note" -d 'Keep what was learned about an option: from a talk, a posting, a trial'
complete -c mentor -n "__fish_mentor_using_subcommand option; and not __fish_seen_subcommand_from add list show edit delete note decide reopen" -f -a "decide" -d 'Decide about an option, with the reasons as they are now'
complete -c mentor -n "__fish_mentor_using_subcommand option; and not __fish_seen_subcommand_from add list show edit delete note decide reopen" -f -a "reopen" -d 'Consider an option again; what was decided before, and why, is shown'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from add" -l why -d 'Why it is worth considering' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from add" -l requires -d 'Something that it takes; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from add" -l met -d 'Something of it that is there already; once for each, adds to the others' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from add" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from add" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from add" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from add" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from add" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from add" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from add" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from add" -s y -l yes -d 'Keep it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from add" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from add" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from add" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from list" -l state -d 'Only those with this state' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from list" -l all -d 'Those that are over too'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from list" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from list" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from edit" -l title -d 'The path or opportunity' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from edit" -l why -d 'Why it is worth considering' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from edit" -l requires -d 'Something that it takes; once for each' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from edit" -l met -d 'Something of it that is there already; once for each, adds to the others' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from edit" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from edit" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from edit" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from edit" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from edit" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from edit" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from edit" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from edit" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from edit" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from edit" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from delete" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from note" -l on -d 'On which day; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from note" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from note" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from note" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from note" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from note" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from note" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from note" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from note" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from note" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from decide" -l because -d 'The reasons at this time' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from decide" -l on -d 'On which day; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from decide" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from decide" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from decide" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from decide" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from decide" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from decide" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from decide" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from decide" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from decide" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from reopen" -l because -d 'What has changed' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from reopen" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from reopen" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from reopen" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from reopen" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from reopen" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from reopen" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from reopen" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from reopen" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand option; and __fish_seen_subcommand_from reopen" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and not __fish_seen_subcommand_from add list show edit delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand approach; and not __fish_seen_subcommand_from add list show edit delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand approach; and not __fish_seen_subcommand_from add list show edit delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand approach; and not __fish_seen_subcommand_from add list show edit delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and not __fish_seen_subcommand_from add list show edit delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and not __fish_seen_subcommand_from add list show edit delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and not __fish_seen_subcommand_from add list show edit delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and not __fish_seen_subcommand_from add list show edit delete" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and not __fish_seen_subcommand_from add list show edit delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and not __fish_seen_subcommand_from add list show edit delete" -f -a "add" -d 'Add an approach'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and not __fish_seen_subcommand_from add list show edit delete" -f -a "list" -d 'List approachs'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and not __fish_seen_subcommand_from add list show edit delete" -f -a "show" -d 'Show an approach in full'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and not __fish_seen_subcommand_from add list show edit delete" -f -a "edit" -d 'Change an approach'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and not __fish_seen_subcommand_from add list show edit delete" -f -a "delete" -d 'Delete an approach that was a mistake; `mentor undo` brings it back'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from add" -l worked -d 'Whether it worked: yes or no; left out: nobody can say yet' -r
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from add" -l on -d 'On which day; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from add" -l notes -d 'How it showed' -r
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from add" -l checkin -d 'The check-in in which it was tried' -r
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from add" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from add" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from add" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from add" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from add" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from add" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from add" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from add" -s y -l yes -d 'Keep it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from add" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from add" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from add" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from list" -l worked -d 'Only those with this worked' -r
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from list" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from list" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from edit" -l title -d 'What was tried' -r
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from edit" -l worked -d 'Whether it worked: yes or no; left out: nobody can say yet' -r
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from edit" -l on -d 'On which day; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from edit" -l notes -d 'How it showed' -r
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from edit" -l checkin -d 'The check-in in which it was tried' -r
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from edit" -l private -d 'Keep it out of everything meant for the other side' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from edit" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from edit" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from edit" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from edit" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from edit" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from edit" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from edit" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from edit" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from edit" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from delete" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand approach; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand norm; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand norm; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand norm; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -f -a "add" -d 'Add a norm'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -f -a "list" -d 'List norms'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -f -a "show" -d 'Show a norm in full'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -f -a "edit" -d 'Change a norm'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -f -a "delete" -d 'Delete a norm that was a mistake; `mentor undo` brings it back'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -f -a "answer" -d 'Record one side\'s own words'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -f -a "suggest" -d 'Add the questions that most pairs are glad to have asked early'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from add" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from add" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from add" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from add" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from add" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from add" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from add" -s y -l yes -d 'Keep it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from add" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from add" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from add" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from list" -l open -d 'Only those that still want something'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from list" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from list" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from edit" -l title -d 'A question that both answer, or the beginning of a sentence' -r
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from edit" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from edit" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from edit" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from edit" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from edit" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from edit" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from edit" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from edit" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from edit" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from delete" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from answer" -l by -d 'Whose words: mentor, mentee, me or them; left out: me' -r
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from answer" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from answer" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from answer" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from answer" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from answer" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from answer" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from answer" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from answer" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from answer" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from suggest" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from suggest" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from suggest" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from suggest" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from suggest" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from suggest" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from suggest" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from suggest" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand norm; and __fish_seen_subcommand_from suggest" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand norms; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand norms; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand norms; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -f -a "add" -d 'Add a norm'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -f -a "list" -d 'List norms'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -f -a "show" -d 'Show a norm in full'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -f -a "edit" -d 'Change a norm'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -f -a "delete" -d 'Delete a norm that was a mistake; `mentor undo` brings it back'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -f -a "answer" -d 'Record one side\'s own words'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and not __fish_seen_subcommand_from add list show edit delete answer suggest" -f -a "suggest" -d 'Add the questions that most pairs are glad to have asked early'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from add" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from add" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from add" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from add" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from add" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from add" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from add" -s y -l yes -d 'Keep it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from add" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from add" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from add" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from list" -l open -d 'Only those that still want something'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from list" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from list" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from edit" -l title -d 'A question that both answer, or the beginning of a sentence' -r
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from edit" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from edit" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from edit" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from edit" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from edit" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from edit" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from edit" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from edit" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from edit" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from delete" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from answer" -l by -d 'Whose words: mentor, mentee, me or them; left out: me' -r
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from answer" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from answer" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from answer" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from answer" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from answer" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from answer" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from answer" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from answer" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from answer" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from suggest" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from suggest" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from suggest" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from suggest" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from suggest" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from suggest" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from suggest" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from suggest" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand norms; and __fish_seen_subcommand_from suggest" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and not __fish_seen_subcommand_from add ask list show edit delete answer mine drop" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and not __fish_seen_subcommand_from add ask list show edit delete answer mine drop" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and not __fish_seen_subcommand_from add ask list show edit delete answer mine drop" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and not __fish_seen_subcommand_from add ask list show edit delete answer mine drop" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and not __fish_seen_subcommand_from add ask list show edit delete answer mine drop" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and not __fish_seen_subcommand_from add ask list show edit delete answer mine drop" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and not __fish_seen_subcommand_from add ask list show edit delete answer mine drop" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and not __fish_seen_subcommand_from add ask list show edit delete answer mine drop" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and not __fish_seen_subcommand_from add ask list show edit delete answer mine drop" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and not __fish_seen_subcommand_from add ask list show edit delete answer mine drop" -f -a "add" -d 'Add a pulse'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and not __fish_seen_subcommand_from add ask list show edit delete answer mine drop" -f -a "ask" -d 'Add a pulse'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and not __fish_seen_subcommand_from add ask list show edit delete answer mine drop" -f -a "list" -d 'List pulses'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and not __fish_seen_subcommand_from add ask list show edit delete answer mine drop" -f -a "show" -d 'Show a pulse in full'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and not __fish_seen_subcommand_from add ask list show edit delete answer mine drop" -f -a "edit" -d 'Change a pulse'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and not __fish_seen_subcommand_from add ask list show edit delete answer mine drop" -f -a "delete" -d 'Delete a pulse that was a mistake; `mentor undo` brings it back'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and not __fish_seen_subcommand_from add ask list show edit delete answer mine drop" -f -a "answer" -d 'Answer the pulse that is open: by questions, flags, or a form'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and not __fish_seen_subcommand_from add ask list show edit delete answer mine drop" -f -a "mine" -d 'Show your own answers'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and not __fish_seen_subcommand_from add ask list show edit delete answer mine drop" -f -a "drop" -d 'Wait for answers no longer'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from add" -l on -d 'Day on which it is asked; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from add" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from add" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from add" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from add" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from add" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from add" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from add" -s y -l yes -d 'Keep it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from add" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from add" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from add" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from ask" -l on -d 'Day on which it is asked; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from ask" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from ask" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from ask" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from ask" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from ask" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from ask" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from ask" -s y -l yes -d 'Keep it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from ask" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from ask" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from ask" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from ask" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from ask" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from ask" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from list" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from list" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from edit" -l on -d 'Day on which it is asked; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from edit" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from edit" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from edit" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from edit" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from edit" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from edit" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from edit" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from edit" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from edit" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from delete" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -l by -d 'Whose answers: mentor, mentee, me or them; left out: me' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -l rhythm -d 'We meet often enough and long enough (1 to 5)' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -l follow-through -d 'Both of us do what we said we would (1 to 5)' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -l candour -d 'I can say what I really think (1 to 5)' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -l challenge -d 'I am challenged in what I do, not in who I am (1 to 5)' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -l support -d 'I get the support that I need (1 to 5)' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -l progress -d 'This moves toward the goals (1 to 5)' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -l keep -d 'What should stay as it is' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -l change -d 'What should change' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -l feeling -d 'How it feels; yours alone' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -l on -d 'On which day; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -l from -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -s y -l yes -d 'Keep it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from answer" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from mine" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from mine" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from mine" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from mine" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from mine" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from mine" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from mine" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from mine" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from mine" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from drop" -l on -d 'The day it happened; left out: today' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from drop" -l because -d 'The reason, or what came of it' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from drop" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from drop" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from drop" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from drop" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from drop" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from drop" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from drop" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from drop" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand pulse; and __fish_seen_subcommand_from drop" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand away; and not __fish_seen_subcommand_from add list drop delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand away; and not __fish_seen_subcommand_from add list drop delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand away; and not __fish_seen_subcommand_from add list drop delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand away; and not __fish_seen_subcommand_from add list drop delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand away; and not __fish_seen_subcommand_from add list drop delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand away; and not __fish_seen_subcommand_from add list drop delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand away; and not __fish_seen_subcommand_from add list drop delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand away; and not __fish_seen_subcommand_from add list drop delete" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand away; and not __fish_seen_subcommand_from add list drop delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand away; and not __fish_seen_subcommand_from add list drop delete" -f -a "add" -d 'Say when somebody is away: `mentor away add 2026-12-20 2027-01-03`'
complete -c mentor -n "__fish_mentor_using_subcommand away; and not __fish_seen_subcommand_from add list drop delete" -f -a "list" -d 'List days away, those of both people'
complete -c mentor -n "__fish_mentor_using_subcommand away; and not __fish_seen_subcommand_from add list drop delete" -f -a "drop" -d 'Take days away back'
complete -c mentor -n "__fish_mentor_using_subcommand away; and not __fish_seen_subcommand_from add list drop delete" -f -a "delete" -d 'Take days away back'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from add" -l who -d 'Who is away: mentor, mentee, me or them; left out: me' -r
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from add" -l because -d 'Why' -r
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from add" -l private -d 'Tell the other side the days, but not the reason' -r -f -a "yes\t''
no\t''"
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from add" -l from-file -d 'Read a filled-in TOML form; - is standard input' -r
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from add" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from add" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from add" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from add" -s e -l editor -d 'Fill in the form in your editor'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from add" -l template -d 'Print the form to fill in'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from add" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from add" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from add" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from add" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from add" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from add" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from list" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from list" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from list" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from list" -l all -d 'Past ones too'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from list" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from list" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from list" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from drop" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from drop" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from drop" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from drop" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from drop" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from drop" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from drop" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from drop" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from drop" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from delete" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from delete" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from delete" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from delete" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from delete" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from delete" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand away; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand when" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand when" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand when" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand when" -l length -d 'How long it has to be; left out: as agreed' -r
complete -c mentor -n "__fish_mentor_using_subcommand when" -l within -d 'How far ahead to look' -r
complete -c mentor -n "__fish_mentor_using_subcommand when" -l from -d 'From which day on; left out: now' -r
complete -c mentor -n "__fish_mentor_using_subcommand when" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand when" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand when" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand when" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand when" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand when" -l exit-code -d 'End with status 1 if there is no slot'
complete -c mentor -n "__fish_mentor_using_subcommand when" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand history" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand history" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand history" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand history" -s n -l most -d 'How many' -r
complete -c mentor -n "__fish_mentor_using_subcommand history" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand history" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand history" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand history" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand history" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand export" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand export" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand import" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand import" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and not __fish_seen_subcommand_from list show resume drop" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand draft; and not __fish_seen_subcommand_from list show resume drop" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand draft; and not __fish_seen_subcommand_from list show resume drop" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand draft; and not __fish_seen_subcommand_from list show resume drop" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and not __fish_seen_subcommand_from list show resume drop" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and not __fish_seen_subcommand_from list show resume drop" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and not __fish_seen_subcommand_from list show resume drop" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and not __fish_seen_subcommand_from list show resume drop" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from list" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from list" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from resume" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from resume" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from drop" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from drop" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from drop" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from drop" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from drop" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from drop" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from drop" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand draft; and __fish_seen_subcommand_from drop" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand backup" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand backup" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand backup" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand restore" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand restore" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand restore" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand restore" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand restore" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand restore" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand restore" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand restore" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand check" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand check" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand purge" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand purge" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand purge" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand purge" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand purge" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand purge" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand purge" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand purge" -l no-pager -d 'Never show an answer page by page'
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
complete -c mentor -n "__fish_mentor_using_subcommand undo" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand undo" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand undo" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand redo" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand redo" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand redo" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand redo" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand redo" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand redo" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand redo" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand redo" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand redo" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and not __fish_seen_subcommand_from install show remove" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand remind; and not __fish_seen_subcommand_from install show remove" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand remind; and not __fish_seen_subcommand_from install show remove" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand remind; and not __fish_seen_subcommand_from install show remove" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and not __fish_seen_subcommand_from install show remove" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and not __fish_seen_subcommand_from install show remove" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and not __fish_seen_subcommand_from install show remove" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and not __fish_seen_subcommand_from install show remove" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and not __fish_seen_subcommand_from install show remove" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and not __fish_seen_subcommand_from install show remove" -f -a "install" -d 'Write the timer for this system, after showing it'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and not __fish_seen_subcommand_from install show remove" -f -a "show" -d 'Show the reminder that is installed'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and not __fish_seen_subcommand_from install show remove" -f -a "remove" -d 'Take the reminder away'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from install" -l at -d 'At what time' -r
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from install" -l days -d 'On which days' -r
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from install" -l by -d 'Who starts it; left out: what is there' -r -f -a "systemd\t''
cron\t''
launchd\t''"
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from install" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from install" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from install" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from install" -l quietly -d 'No notification on the desktop: print only (cron mails what is printed)'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from install" -s y -l yes -d 'Write it without asking'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from install" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from install" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from install" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from install" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from install" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from install" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from show" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from show" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from show" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from show" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from show" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from show" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from remove" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from remove" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from remove" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from remove" -s y -l yes -d 'Take it away without asking'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from remove" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from remove" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from remove" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from remove" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from remove" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand remind; and __fish_seen_subcommand_from remove" -s h -l help -d 'Print help'
complete -c mentor -n "__fish_mentor_using_subcommand completions" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand completions" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand completions" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand completions" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand completions" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand completions" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand completions" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand completions" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand completions" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c mentor -n "__fish_mentor_using_subcommand demo" -s p -l pair -d 'The pair that is meant, by its short name' -r
complete -c mentor -n "__fish_mentor_using_subcommand demo" -l color -d 'When to colour' -r -f -a "auto\t''
always\t''
never\t''"
complete -c mentor -n "__fish_mentor_using_subcommand demo" -l db -d 'The data file' -r -F
complete -c mentor -n "__fish_mentor_using_subcommand demo" -l json -d 'Answer as JSON'
complete -c mentor -n "__fish_mentor_using_subcommand demo" -s q -l quiet -d 'Say nothing but the answer'
complete -c mentor -n "__fish_mentor_using_subcommand demo" -l no-input -d 'Never ask: what is missing is an error'
complete -c mentor -n "__fish_mentor_using_subcommand demo" -l plain -d 'Words in lines instead of columns, bars and signs, for a screen reader'
complete -c mentor -n "__fish_mentor_using_subcommand demo" -l no-pager -d 'Never show an answer page by page'
complete -c mentor -n "__fish_mentor_using_subcommand demo" -s h -l help -d 'Print help'
