//! `config.toml`: setting and showing values, fixing mistakes, and errors with their line.

use std::fs;
use std::path::PathBuf;

use crate::json::must_fit;
use crate::sandbox::Sandbox;

fn file(sandbox: &Sandbox) -> PathBuf {
    sandbox.home.path().join(".config/mentor/config.toml")
}

fn with_config(text: &str) -> Sandbox {
    let sandbox = Sandbox::with_pair();
    fs::create_dir_all(file(&sandbox).parent().unwrap()).unwrap();
    fs::write(file(&sandbox), text).unwrap();
    sandbox
}

/// Uses a script as the editor.
fn with_editor(sandbox: &Sandbox, script: &str) {
    let command = format!("sh -c '{}' sh", script.replace('\'', "'\\''"));
    set(sandbox, "EDITOR", &command);
}

fn set(sandbox: &Sandbox, name: &str, value: &str) {
    sandbox.vars.borrow_mut().insert(name.into(), value.into());
}

#[test]
fn set_value_applies_until_it_is_unset() {
    let sandbox = Sandbox::with_pair();
    sandbox.ok("followup add 'me: read by +5d'");
    assert_eq!(sandbox.ok("due"), "");
    insta::assert_snapshot!(sandbox.run("config set due_within '1 week'"), @"
    --- stderr ---
    Set `due_within` to `1 week`
    ");
    assert!(sandbox.ok("due").contains("read"));
    assert_eq!(fs::read_to_string(file(&sandbox)).unwrap(), "due_within = \"1 week\"\n");
    sandbox.ok("config unset due_within");
    assert_eq!(sandbox.ok("due"), "");
    assert_eq!(fs::read_to_string(file(&sandbox)).unwrap(), "");
}

#[test]
fn every_value_shows_its_source() {
    let sandbox = with_config("# mine\ndates = 'iso'\ncolor = 'never'\npager = 'most'\n");
    for (name, value) in [("MENTOR_PAGER", "never"), ("EDITOR", "nano"), ("NO_COLOR", "1")] {
        set(&sandbox, name, value);
    }
    insta::assert_snapshot!(sandbox.run("config show --origin --db x.db"), @"
    setting             from                 value
    calendar.addresses  default              none
    calendar.alarm      default              none
    calendar.busy       default              none
    color               config.toml, line 3  never
    dates               config.toml, line 2  iso
    db                  --db                 x.db
    due_within          default              2 days
    editor              $EDITOR              nano
    pager               $MENTOR_PAGER        never
    plain               default              false
    quiet               default              false
    week_starts         default              monday
    ");
    let shown = sandbox.json("config show");
    must_fit("config", &shown);
    must_fit("config.path", &sandbox.json("config path"));
    let dates = |shown: &serde_json::Value| {
        let mut items = shown["items"].as_array().unwrap().clone().into_iter();
        items.find(|item| item["key"] == "dates").unwrap()
    };
    assert_eq!(dates(&shown)["line"], 2);
    must_fit("config", &sandbox.json("config set plain on"));
    let unset = sandbox.json("config unset dates");
    assert_eq!(dates(&unset)["origin"], "default");
}

#[test]
fn flag_beats_variable_beats_file_beats_shared_variable() {
    let sandbox = with_config("due_within = '9 days'\n");
    sandbox.ok("followup add 'me: read by +5d'");
    let is_due = |args: &[&str]| !sandbox.ok(&[&["due"], args].concat()).is_empty();
    assert!(is_due(&[]));
    set(&sandbox, "MENTOR_DUE_WITHIN", "3 days");
    assert!(!is_due(&[]));
    assert!(is_due(&["--within", "1w"]));
    let origin = |key: &str| {
        let shown = sandbox.json("config show");
        let items = shown["items"].as_array().unwrap().clone();
        let item = items.into_iter().find(|item| item["key"] == key).unwrap();
        format!("{} {}", item["origin"], item["value"])
    };
    set(&sandbox, "VISUAL", "vim");
    assert_eq!(origin("editor"), r#""variable" "vim""#);
    fs::write(file(&sandbox), "editor = 'nano -w'\n").unwrap();
    assert_eq!(origin("editor"), r#""file" "nano -w""#);
    set(&sandbox, "MENTOR_EDITOR", "ed");
    assert_eq!(origin("editor"), r#""variable" "ed""#);
}

#[test]
fn mistake_in_the_file_stops_all_commands_but_those_that_fix_it() {
    for (text, says) in [
        (
            "plain = true\ncolour = 'never'\n",
            "line 2 of `~/.config/mentor/config.toml`: unknown key `colour`",
        ),
        (
            "\n\nquiet = 'yes'\n",
            "line 3 of `~/.config/mentor/config.toml`: `quiet` must be true or false",
        ),
        (
            "due_within = '2 lightyears'\n",
            "`due_within` must be a span of time, such as \"2 days\"",
        ),
        ("dates = iso\n", "line 1 of `~/.config/mentor/config.toml`: "),
    ] {
        let sandbox = with_config(text);
        for command in [&["status"][..], &["topic", "add", "x"], &["config", "show"]] {
            let output = sandbox.run(command);
            assert_eq!(output.status, 4, "{command:?}\n{output}");
            assert!(output.stderr.contains(says), "{says}\n{output}");
        }
        assert!(sandbox.ok("config path").contains("config.toml"));
        assert_eq!(sandbox.run("config set plain true").status, 4);
        assert_eq!(fs::read_to_string(file(&sandbox)).unwrap(), text);
        with_editor(&sandbox, "echo \"plain = true\" > $1");
        sandbox.ok("config edit");
        sandbox.ok("status");
    }
}

#[test]
fn file_that_is_not_text_is_refused_with_its_line() {
    let sandbox = with_config("");
    fs::write(file(&sandbox), b"plain = true\neditor = '\xff'\n").unwrap();
    let output = sandbox.run("status");
    assert_eq!(output.status, 4, "{output}");
    assert!(
        output.stderr.contains("line 2 of `~/.config/mentor/config.toml` is not UTF-8 text"),
        "{output}"
    );
}

#[test]
fn one_value_is_printed_alone() {
    let sandbox = with_config("due_within = '1 week'\n");
    assert_eq!(sandbox.ok("config get due_within"), "1 week\n");
    assert_eq!(sandbox.ok("config get plain"), "false\n");
    let shown = sandbox.json("config get due_within");
    must_fit("config.setting", &shown);
    assert_eq!(shown["item"]["origin"], "file");
    assert_eq!(sandbox.run("config get due_with").status, 3);
}

#[test]
fn settings_file_can_be_named_by_flag_or_variable() {
    let sandbox = with_config("dates = 'iso'\n");
    let other = sandbox.file("work.toml", "due_within = '1 week'\n");
    let named = |args: &[&str]| sandbox.ok(&[args, &["--config", &other]].concat());
    assert_eq!(named(&["config", "get", "due_within"]), "1 week\n");
    assert_eq!(named(&["config", "get", "dates"]), "default\n");
    assert!(named(&["config", "show", "--origin"]).contains("work.toml, line 1"));
    set(&sandbox, "MENTOR_CONFIG", &other);
    assert_eq!(sandbox.ok("config path"), format!("{other}\n"));
    assert_eq!(sandbox.ok("config get due_within"), "1 week\n");
    let usual = file(&sandbox).display().to_string();
    let flag = ["config", "get", "dates", "--config", &usual];
    assert_eq!(sandbox.ok(&flag), "iso\n");
    assert_eq!(fs::read_to_string(file(&sandbox)).unwrap(), "dates = 'iso'\n");
}

#[test]
fn named_settings_file_must_exist_unless_it_is_being_created() {
    let sandbox = Sandbox::with_pair();
    let missing = sandbox.home.path().join("w.toml").display().to_string();
    insta::assert_snapshot!(sandbox.run(&["status", "--config", &missing]), @"
    --- stderr ---
    error: no settings file at `~/w.toml`
    hint: run `mentor config edit --config ~/w.toml` to create it
    [exit 3]
    ");
    sandbox.ok(&["config", "set", "plain", "true", "--config", &missing]);
    sandbox.ok(&["status", "--config", &missing]);
}

#[test]
fn shared_terminal_variables_control_colour() {
    let mut sandbox = Sandbox::with_pair();
    sandbox.width = Some(80);
    sandbox.ok("followup add 'me: read by +1d'");
    sandbox.at("2026-12-03T09:00:00Z");
    let is_colored = |variables: &[(&str, &str)]| {
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "TERM"] {
            set(&sandbox, name, "");
        }
        for (name, value) in variables {
            set(&sandbox, name, value);
        }
        sandbox.ok("due").contains('\u{1b}')
    };
    let xterm = ("TERM", "xterm");
    assert!(is_colored(&[xterm]));
    assert!(!is_colored(&[xterm, ("NO_COLOR", "1")]));
    assert!(!is_colored(&[xterm, ("CLICOLOR", "0")]));
    assert!(is_colored(&[xterm, ("CLICOLOR", "1")]));
    assert!(is_colored(&[("CLICOLOR", "0"), ("CLICOLOR_FORCE", "1")]));
    assert!(!is_colored(&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]));
    assert!(!is_colored(&[]), "an unset TERM");
    assert!(!is_colored(&[("TERM", "dumb")]));
    assert!(is_colored(&[("CLICOLOR", "1")]));
}

#[test]
fn variable_with_a_mistake_is_named() {
    let sandbox = Sandbox::with_pair();
    set(&sandbox, "MENTOR_DATES", "french");
    insta::assert_snapshot!(sandbox.run("status"), @r#"
    --- stderr ---
    error: `MENTOR_DATES` is `french`, which is not "default", "iso", "american" or "long"
    hint: unset `MENTOR_DATES` or set it to one of these
    [exit 4]
    "#);
}

#[test]
fn unknown_setting_is_refused_with_a_suggestion() {
    let sandbox = Sandbox::with_pair();
    insta::assert_snapshot!(sandbox.run("config set colour never"), @"
    --- stderr ---
    error: unknown setting `colour`
    hint: did you mean `color`?
    [exit 3]
    ");
    insta::assert_snapshot!(sandbox.run("config set color red"), @r#"
    --- stderr ---
    error: `color` can't be `red`; it must be "auto", "always" or "never"
           nothing was changed
    [exit 4]
    "#);
    assert!(!file(&sandbox).exists());
}

#[test]
fn editor_opens_a_file_that_lists_all_settings() {
    let sandbox = Sandbox::with_pair();
    with_editor(&sandbox, "sed -i \"s/^# dates = .*/dates = \\\"iso\\\"/\" $1");
    sandbox.ok("config edit");
    let text = fs::read_to_string(file(&sandbox)).unwrap();
    assert!(
        text.starts_with("# mentor settings.") && text.contains("\ndates = \"iso\"\n"),
        "{text}"
    );
    assert!(sandbox.ok("config show").contains("iso"));
    with_editor(&sandbox, "true");
    assert!(sandbox.run("config edit").stderr.contains("Nothing was changed"));
}

#[test]
fn unedited_settings_file_is_not_created() {
    let sandbox = Sandbox::with_pair();
    with_editor(&sandbox, "true");
    sandbox.ok("config edit");
    assert!(!file(&sandbox).exists());
    assert!(sandbox.ok("draft list").is_empty());
}

#[test]
fn edit_with_a_mistake_keeps_the_old_file_and_the_typed_text() {
    let sandbox = with_config("plain = true\n");
    with_editor(&sandbox, "echo \"colour = 1\" >> $1");
    let output = sandbox.run("config edit");
    insta::assert_snapshot!(output, @"
    --- stderr ---
    error: line 3 of `~/.local/state/mentor/drafts/config.toml`: unknown key `colour`
           nothing was changed; your text is saved in `~/.local/state/mentor/drafts/config.toml`
    hint: did you mean `color`?
    hint: run `mentor draft resume config --editor` to fix it
    [exit 4]
    ");
    assert_eq!(fs::read_to_string(file(&sandbox)).unwrap(), "plain = true\n");
    with_editor(&sandbox, "sed -i \"s/^colour = 1/color = \\\"never\\\"/\" $1");
    sandbox.ok("draft resume config --editor");
    assert_eq!(fs::read_to_string(file(&sandbox)).unwrap(), "plain = true\ncolor = \"never\"\n");
    assert!(sandbox.ok("draft list").is_empty());
}

#[test]
fn mistake_can_be_fixed_at_once_on_a_terminal() {
    let sandbox = with_config("plain = true\n");
    with_editor(
        &sandbox,
        "if grep -q colour $1; then sed -i s/colour/color/ $1; else echo \"colour = \\\"never\\\"\" >> $1; fi",
    );
    let output = sandbox.run_with("config edit", b"", Some(&["y"]));
    assert_eq!(output.status, 0, "{output}");
    assert_eq!(fs::read_to_string(file(&sandbox)).unwrap(), "plain = true\ncolor = \"never\"\n");
}

#[test]
fn failing_editor_changes_and_loses_nothing() {
    let sandbox = with_config("plain = true\n");
    with_editor(&sandbox, "echo \"dates = \\\"iso\\\"\" >> $1; exit 1");
    let output = sandbox.run("config edit");
    assert_eq!(output.status, 5, "{output}");
    assert_eq!(fs::read_to_string(file(&sandbox)).unwrap(), "plain = true\n");
    assert!(sandbox.ok("draft show config").contains("dates = \"iso\""));
}

#[test]
fn symbolic_link_to_the_file_is_kept() {
    let sandbox = with_config("");
    let real = sandbox.home.path().join("dotfiles.toml");
    fs::rename(file(&sandbox), &real).unwrap();
    std::os::unix::fs::symlink(&real, file(&sandbox)).unwrap();
    sandbox.ok("config set plain true");
    assert!(file(&sandbox).is_symlink());
    assert_eq!(fs::read_to_string(&real).unwrap(), "plain = true\n");
}

#[test]
fn data_file_can_be_in_the_home_folder_or_beside_the_config() {
    let sandbox = Sandbox::new();
    fs::create_dir_all(file(&sandbox).parent().unwrap()).unwrap();
    for (text, place) in
        [("db = '~/mine/m.db'", "mine/m.db"), ("db = 'm.db'", ".config/mentor/m.db")]
    {
        fs::write(file(&sandbox), text).unwrap();
        sandbox.ok("pair add ana --mentee Ana");
        assert!(sandbox.home.path().join(place).exists(), "{text}");
    }
}

#[test]
fn date_format_and_first_weekday_follow_the_settings() {
    let sandbox = with_config("dates = 'american'\nweek_starts = 'sunday'\n");
    sandbox.at("2026-11-29T12:00:00Z");
    let message = sandbox.run("followup add 'me: read by next fri'").stderr;
    assert_eq!(message, "Added follow-up 1 for Sam: read, due Fri Dec 11 (in 12 days)\n");
    set(&sandbox, "MENTOR_DATES", "iso");
    assert!(sandbox.ok("followup list").contains("2026-12-11 (in 12 days)"));
}

#[test]
fn quiet_can_be_set_in_the_file() {
    let sandbox = with_config("quiet = true\n");
    assert_eq!(sandbox.run("topic add x").to_string(), "");
}
