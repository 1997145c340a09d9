//! Completion in real shells: a test types, presses tab, and reads what the shell offers.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use rexpect::session::{PtySession, spawn_command};

use crate::is_here;
use crate::real::{Home, MENTOR};

/// Sam mentors Ana and Priya mentors Sam. There are records with numbers, and texts that are hard to show.
fn sample_files() -> Home {
    let home = Home::with_pair();
    home.ok(&["pair", "add", "priya", "--mentor", "Priya Nair", "--tz", "Asia/Kolkata"]);
    home.ok(&["pair", "use", "ana"]);
    home.ok(&["goal", "add", "Lead a design review"]);
    home.ok(&["goal", "add", "Say no: without guilt"]);
    home.ok(&["followup", "add", "me: send the $(book) *"]);
    home.ok(&["topic", "add", "A bell\u{7}, a colour\u{1b}[31m and a\u{202e}turn"]);
    home
}

/// Returns the command for a shell with `mentor` on its path and no configuration of the user.
fn surroundings(home: &Home, shell: &str, args: &[&str]) -> Command {
    let bin = home.path().join("bin");
    fs::create_dir_all(&bin).unwrap();
    let link = bin.join("mentor");
    if !link.exists() {
        std::os::unix::fs::symlink(MENTOR, link).unwrap();
    }
    let mut command = Command::new(shell);
    command.args(args).env_clear();
    for (name, value) in home.mentor(&[]).get_envs() {
        command.env(name, value.unwrap());
    }
    command
        .env("PATH", format!("{}:/usr/local/bin:/usr/bin:/bin", bin.display()))
        .env("TERM", "dumb")
        .env("LANG", "C.UTF-8")
        .current_dir(home.path());
    command
}

/// Writes the output of `mentor completions` to a file.
fn script(home: &Home, shell: &str, name: &str) -> String {
    let folder = home.path().join("functions");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    fs::write(&path, home.ok(&["completions", shell])).unwrap();
    path.display().to_string()
}

fn bash(home: &Home) -> PtySession {
    let command = surroundings(home, "bash", &["--norc", "--noprofile", "-i"]);
    let mut session = spawn_command(command, Some(20_000)).unwrap();
    let script = script(home, "bash", "mentor.bash");
    session.send_line(&format!("stty echo cols 200; bind 'set bell-style none'; bind 'set page-completions off'; . {script}; PS1='> '; echo RE''ADY")).unwrap();
    session.exp_string("READY\r\n").unwrap();
    session.exp_string("> ").unwrap();
    session
}

/// Fails unless the shell lists all of these after two tabs.
fn listed(session: &mut PtySession, typed: &str, wanted: &[&str]) {
    session.send(&format!("{typed}\t\t")).unwrap();
    // Clears the line and starts another one.
    session.send_control('u').unwrap();
    session.send_line("echo NE''XT").unwrap();
    let shown = session.exp_string("NEXT\r\n").unwrap();
    session.exp_string("> ").unwrap();
    for words in wanted {
        assert!(shown.contains(words), "{typed}: no {words} in {shown}");
    }
}

/// Ends a shell with `exit`, since an interactive shell ignores SIGTERM.
fn leave(mut session: PtySession) {
    session.send_line("exit").unwrap();
    session.exp_eof().unwrap();
}

#[test]
fn bash_offers_commands_pairs_numbers_with_titles_sides_and_zones() {
    if !is_here("bash") {
        return;
    }
    let home = sample_files();
    let mut session = bash(&home);
    listed(&mut session, "mentor comp", &["completions"]);
    listed(&mut session, "mentor -p ", &["ana", "priya"]);
    listed(
        &mut session,
        "mentor goal show ",
        &["2  (Say no: without guilt)", "1  (Lead a design review)"],
    );
    listed(&mut session, "mentor log --goal ", &["2=", "1="]);
    listed(&mut session, "mentor topic add x --from ", &["me  (sam)", "them  (Ana D"]);
    listed(&mut session, "mentor init --tz Europe/Lo", &["Europe/London"]);
    listed(&mut session, "mentor config set color ", &["auto", "always", "never"]);
    listed(&mut session, "mentor goal show --", &["--json", "--db"]);
    leave(session);
}

#[test]
fn bash_puts_a_value_on_the_line_without_its_title() {
    if !is_here("bash") {
        return;
    }
    let home = sample_files();
    let mut session = bash(&home);
    // A function with the same completion that prints its arguments.
    session
        .send_line("shown() { printf '<%s>' \"$@\"; echo; }; complete -F _mentor shown; echo SE''T")
        .unwrap();
    session.exp_string("SET\r\n").unwrap();
    session.exp_string("> ").unwrap();
    for (typed, wanted) in [
        ("shown followup done \t", "<followup><done><1>"),
        ("shown -p p\t", "<-p><priya>"),
        ("shown --pair=p\t", "<--pair=priya>"),
        ("shown --pair=\tp\tgoal \tsho\t", "<--pair=priya><goal><show>"),
        ("shown init --tz America/Bogo\t", "<init><--tz><America/Bogota>"),
        ("shown agree --from func\t", "<agree><--from><functions/>"),
    ] {
        session.send(typed).unwrap();
        session.send_line("").unwrap();
        session.exp_string(wanted).unwrap_or_else(|error| panic!("{typed}: {error}"));
    }
    leave(session);
}

fn zsh(home: &Home, setup: &str) -> PtySession {
    let command = surroundings(home, "zsh", &["-f", "-i"]);
    let mut session = spawn_command(command, Some(20_000)).unwrap();
    session
        .send_line(&format!(
            "stty cols 200; unsetopt beep; LISTMAX=1000; {setup}; PROMPT='> '; echo RE''ADY"
        ))
        .unwrap();
    session.exp_string("READY\r\n").unwrap();
    session.exp_string("> ").unwrap();
    session
}

#[test]
fn zsh_offers_values_with_their_descriptions() {
    if !is_here("zsh") {
        return;
    }
    let home = sample_files();
    let script = script(&home, "zsh", "_mentor");
    let mut session = zsh(&home, &format!("autoload -U compinit; compinit -u -D; . {script}"));
    listed(&mut session, "mentor -p ", &["ana", "priya", "Priya Nair, mentor"]);
    listed(&mut session, "mentor goal show ", &["Say no: without guilt", "Lead a design review"]);
    listed(&mut session, "mentor topic add x --from ", &["me    -- sam", "them  -- Ana D"]);
    listed(&mut session, "mentor init --tz Europe/L", &["Europe/Lisbon", "Europe/London"]);
    leave(session);
}

#[test]
fn zsh_loads_the_function_from_its_path_at_the_first_tab() {
    if !is_here("zsh") {
        return;
    }
    let home = sample_files();
    let script = script(&home, "zsh", "_mentor");
    let folder = Path::new(&script).parent().unwrap().display().to_string();
    let mut session =
        zsh(&home, &format!("fpath=({folder} $fpath); autoload -U compinit; compinit -u -D"));
    listed(&mut session, "mentor goal show ", &["Say no: without guilt", "Lead a design review"]);
    leave(session);
}

/// Makes a file with blanks in its name, a file whose name is a command substitution, and a folder.
fn with_files() -> Home {
    let home = sample_files();
    let folder = home.path().join("my sheets");
    fs::create_dir_all(folder.join("old ones")).unwrap();
    for name in ["sheet one.csv", "x$(touch pwned).csv"] {
        fs::write(folder.join(name), "").unwrap();
    }
    home
}

/// The text typed before a tab, and the arguments that the command then gets, below the home folder.
const FILES: [(&str, &str); 8] = [
    ("import ~/my\\ sheets/sh\t", "<import><~/my sheets/sheet one.csv>"),
    ("import $HOME/my\\ sheets/sh\t", "<import><~/my sheets/sheet one.csv>"),
    ("import ${HOME}/my\\ sheets/sh\t", "<import><~/my sheets/sheet one.csv>"),
    ("import ~/m\tsh\t", "<import><~/my sheets/sheet one.csv>"),
    ("import $HOME/m\tsh\t", "<import><~/my sheets/sheet one.csv>"),
    ("import $HOME/my\\ sheets/x\t", "<import><~/my sheets/x$(touch pwned).csv>"),
    ("import ~/my\\ sheets/x\t", "<import><~/my sheets/x$(touch pwned).csv>"),
    ("agree --from=$HOME/m\tsh\t", "<agree><--from=~/my sheets/sheet one.csv>"),
];

/// Completes for a function with the same completion, and checks the arguments that it prints.
fn must_hand_over_files(home: &Home, session: &mut PtySession, more: &[(&str, &str)]) {
    session
        .send_line(
            "mentor() { if [ -n \"$MENTOR_COMPLETE\" ]; then command mentor \"$@\"; else printf '<%s>' \"$@\"; echo; fi; }; echo SE''T",
        )
        .unwrap();
    session.exp_string("SET\r\n").unwrap();
    session.exp_string("> ").unwrap();
    for (typed, wanted) in FILES.iter().chain(more) {
        session.send(&format!("mentor {typed}")).unwrap();
        session.send_line("").unwrap();
        let wanted = wanted.replace('~', &home.path().display().to_string());
        session.exp_string(&wanted).unwrap_or_else(|error| panic!("{typed}: no {wanted}: {error}"));
        session.exp_string("> ").unwrap();
    }
    assert!(!home.path().join("pwned").exists());
}

#[test]
fn bash_keeps_a_home_folder_and_a_variable_as_they_were_typed() {
    if !is_here("bash") {
        return;
    }
    let home = with_files();
    let mut session = bash(&home);
    // zsh itself expands a variable inside quotes.
    let quoted = "import \"$HOME/my sheets/sh\t";
    let sheet = "<import><~/my sheets/sheet one.csv>";
    must_hand_over_files(&home, &mut session, &[(quoted, sheet)]);
    leave(session);
    for (typed, offered) in [
        (
            "~/my\\ sheets/",
            "~/my\\ sheets/sheet\\ one.csv\n~/my\\ sheets/x\\$\\(touch\\ pwned\\).csv\n~/my\\ sheets/old\\ ones/\n",
        ),
        ("$HOME/m", "$HOME/my\\ sheets/\n"),
        ("\"$HOME/m", "$HOME/my sheets/\n"),
        // Without anything to complete nothing may be executed.
        ("$(touch pwned)/", ""),
        ("'$HOME/m", ""),
        ("'~/m", ""),
    ] {
        assert_eq!(asked(&home, "bash", &["mentor", "import", typed]), offered, "{typed}");
    }
    assert!(!home.path().join("pwned").exists());
}

#[test]
fn zsh_keeps_a_home_folder_and_a_variable_as_they_were_typed() {
    if !is_here("zsh") {
        return;
    }
    let home = with_files();
    let script = script(&home, "zsh", "_mentor");
    let setup = format!("autoload -U compinit; compinit -u -D; . {script}");
    let mut session = zsh(&home, &setup);
    must_hand_over_files(&home, &mut session, &[]);
    leave(session);
}

#[test]
fn fish_keeps_a_home_folder_as_it_was_typed() {
    if !is_here("fish") {
        return;
    }
    let home = with_files();
    assert_eq!(fish(&home, "mentor import ~/m"), "~/my sheets/\n");
}

#[test]
fn options_are_offered_after_a_dash_and_once() {
    let home = sample_files();
    home.ok(&["followup", "add", "me: read the slides"]);
    home.ok(&["advice", "add", "Write first"]);
    let offered = |words: &[&str]| {
        let answer = asked(&home, "bash", &[&["mentor"], words].concat());
        answer.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(offered(&["followup", "done", ""]), ["2", "1"]);
    assert_eq!(offered(&["followup", "done", "2", ""]), ["1"]);
    assert_eq!(offered(&["followup", "done", "2,"]), ["2,1"]);
    assert_eq!(offered(&["followup", "edit", "1", "--goal", ""]), ["2", "1"]);
    assert_eq!(offered(&["log", "--done", "2", "--done", ""]), ["1"]);
    assert_eq!(offered(&["advice", "show", ""]), ["1"]);
    home.ok(&["followup", "done", "1", "2"]);
    for verb in ["done", "drop"] {
        assert!(offered(&["followup", verb, ""]).is_empty(), "{verb}");
        assert!(offered(&["followup", verb, "-"]).contains(&"--on".to_owned()));
    }
    assert!(offered(&["checkin", "move", ""]).is_empty());
    let options = offered(&["goal", "add", "x", "--by", "fri", "--"]);
    assert!(options.contains(&"--why".to_owned()), "{options:?}");
    assert!(!options.contains(&"--by".to_owned()), "{options:?}");
    let steps = offered(&["goal", "add", "x", "--step", "a", "--"]);
    assert!(steps.contains(&"--step".to_owned()), "{steps:?}");
    for words in [&["help", ""][..], &["goal", ""], &["", ""], &["goal", "list", "--"]] {
        let mut all = offered(words);
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), count, "{words:?}");
    }
}

#[test]
fn elvish_gets_titles_after_a_tab() {
    let home = sample_files();
    assert_eq!(
        asked(&home, "elvish", &["mentor", "goal", "show", ""]),
        "2\tSay no: without guilt\n1\tLead a design review\n"
    );
    let script = home.ok(&["completions", "elvish"]);
    assert!(script.contains("edit:complex-candidate $value &display="), "{script}");
}

/// Returns what fish's completion engine offers for a line.
fn fish(home: &Home, line: &str) -> String {
    let script = script(home, "fish", "mentor.fish");
    let mut command = surroundings(home, "fish", &["--no-config", "-c"]);
    command.arg(format!("source {script}; complete -C '{line}'"));
    let output = command.stdin(Stdio::null()).output().unwrap();
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn fish_offers_values_with_their_descriptions() {
    if !is_here("fish") {
        return;
    }
    let home = sample_files();
    assert_eq!(fish(&home, "mentor -p "), "ana\tAna Díaz, mentee\npriya\tPriya Nair, mentor\n");
    assert_eq!(
        fish(&home, "mentor goal show "),
        "2\tSay no: without guilt\n1\tLead a design review\n"
    );
    assert_eq!(fish(&home, "mentor followup done "), "1\tsend the $(book) *\n");
    assert_eq!(fish(&home, "mentor followup add x --owner "), "me\tsam\nthem\tAna Díaz\n");
    assert_eq!(fish(&home, "mentor topic add x --from men"), "mentor\tsam\nmentee\tAna Díaz\n");
    assert_eq!(fish(&home, "mentor init --tz Europe/Lond"), "Europe/London\n");
    assert_eq!(fish(&home, "mentor agree --from func"), "functions/\n");
}

#[test]
fn candidates_have_no_control_characters() {
    let home = sample_files();
    let output = asked(&home, "fish", &["mentor", "topic", "show", ""]);
    assert_eq!(output, "1\tA bell\\u{7}, a colour\\u{1b}[31m and a\\u{202e}turn\n");
}

/// Returns the program's candidates for a shell, and checks that it prints nothing else.
fn asked(home: &Home, shell: &str, words: &[&str]) -> String {
    let mut command = home.mentor(&[&["--"], words].concat());
    let output = command
        .env("MENTOR_COMPLETE", shell)
        .current_dir(home.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(output.stderr.is_empty(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn failing_completion_prints_and_creates_nothing() {
    let question: &[&str] = &["mentor", "goal", "show", ""];
    let empty = Home::new();
    assert!(!asked(&empty, "zsh", question).contains("Lead"));
    assert_eq!(fs::read_dir(empty.path()).unwrap().count(), 0);

    let home = sample_files();
    fs::create_dir_all(home.path().join(".config/mentor")).unwrap();
    let config = home.path().join(".config/mentor/config.toml");
    fs::write(&config, "colour = 1").unwrap();
    assert_eq!(asked(&home, "zsh", question), "");
    fs::remove_file(config).unwrap();

    let holder = rusqlite::Connection::open(home.db()).unwrap();
    holder.execute_batch("BEGIN EXCLUSIVE").unwrap();
    assert!(!asked(&home, "zsh", question).contains("Lead"));
    drop(holder);
    assert!(asked(&home, "zsh", question).contains("Lead"));

    fs::write(home.db(), "not a database").unwrap();
    assert!(!asked(&home, "zsh", question).contains("Lead"));
    assert_eq!(asked(&home, "no-such-shell", &["mentor", "nonsense", ""]), "");
    assert_eq!(asked(&home, "bash", &[]), "");
}

#[test]
fn completion_does_not_change_the_file_and_its_folder() {
    let home = sample_files();
    let folder = home.db().parent().unwrap().to_owned();
    let state = || {
        let entries = fs::read_dir(&folder).unwrap();
        let mut all: Vec<_> = entries
            .map(|entry| {
                let entry = entry.unwrap();
                let about = entry.metadata().unwrap();
                (entry.file_name(), about.modified().unwrap(), about.len())
            })
            .collect();
        all.sort();
        all
    };
    let before = state();
    asked(&home, "fish", &["mentor", "goal", "show", ""]);
    asked(&home, "fish", &["mentor", "-p", ""]);
    assert_eq!(state(), before);
}

#[test]
fn leftover_completion_variable_is_harmless() {
    let home = sample_files();
    let output = home.mentor(&["goal", "list"]).env("MENTOR_COMPLETE", "bash").output().unwrap();
    assert!(String::from_utf8(output.stdout).unwrap().contains("Lead a design review"));
}

/// Names that a shell would split into several words or execute.
const HOSTILE: [&str; 4] =
    ["z one.toml", "z$(touch pwned)", "z`touch pwned`", "z;touch pwned #'\""];

#[test]
fn bash_completes_a_name_as_one_word_and_executes_nothing() {
    if !is_here("bash") {
        return;
    }
    for name in HOSTILE {
        let home = sample_files();
        fs::write(home.path().join(name), "").unwrap();
        let mut session = bash(&home);
        session
            .send_line("mentor() { if [ -n \"$MENTOR_COMPLETE\" ]; then command mentor \"$@\"; else printf '<%s>' \"$@\"; echo; fi; }")
            .unwrap();
        session.exp_string("> ").unwrap();
        session.send("mentor import z\t").unwrap();
        session.send_line("; echo NE''XT").unwrap();
        let shown = session.exp_string("NEXT\r\n").unwrap();
        assert!(shown.contains(&format!("<import><{name}>")), "{name}: {shown}");
        assert!(!home.path().join("pwned").exists(), "{name}: {shown}");
        leave(session);
    }
}

#[test]
fn fish_and_zsh_get_unquoted_names() {
    for name in HOSTILE {
        let home = sample_files();
        fs::write(home.path().join(name), "").unwrap();
        let question = ["mentor", "import", "z"].map(str::to_owned);
        let question: Vec<&str> = question.iter().map(String::as_str).collect();
        for shell in ["fish", "zsh", "elvish"] {
            assert_eq!(asked(&home, shell, &question), format!("{name}\n"), "{shell}");
        }
        let quoted = format!("'{}'\n", name.replace('\'', "''"));
        assert_eq!(asked(&home, "powershell", &question), quoted);
    }
}

#[test]
fn name_that_can_not_be_typed_is_not_offered() {
    use std::os::unix::ffi::OsStringExt;
    let home = sample_files();
    for name in [&b"z\nb"[..], b"z\x1b[31m", b"z\xff"] {
        let name = std::ffi::OsString::from_vec(name.to_vec());
        fs::write(home.path().join(name), "").unwrap();
    }
    for shell in ["bash", "fish", "zsh"] {
        assert_eq!(asked(&home, shell, &["mentor", "import", "z"]), "", "{shell}");
    }
}
