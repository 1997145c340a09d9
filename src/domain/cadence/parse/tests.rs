use super::*;

const LONDON: Tz = Tz::Europe__London;

#[test]
fn parsed_rhythms_print_in_their_canonical_form() {
    for text in [
        "every 2 weeks",
        "every 10 days",
        "weekly on thu 17:00 Europe/London",
        "every 2 weeks on thu 17:00 America/Bogota",
        "monthly on 2nd tue 10:00 Europe/London",
        "monthly on last fri 16:00 Europe/London",
        "monthly on 15 10:00 Europe/London",
        "monthly on last day 10:00 Europe/London",
        "weekly on mon and thu 17:00 Europe/London",
        "every 3 weeks on tue and wed and sun 17:00 Europe/London",
        "monthly on 1st and 3rd thu 17:00 Europe/London",
        "monthly on 2nd and last fri 17:00 Europe/London",
        "monthly on 1 and 15 and last day 10:00 Europe/London",
        "every 3 months on 1st mon 10:00 Europe/London",
        "every 2 months on 15 10:00 Europe/London",
    ] {
        assert_eq!(Cadence::parse(text, LONDON).unwrap().to_string(), text);
    }
}

#[test]
fn rhythms_are_read_in_the_words_that_people_use() {
    for (typed, meant) in [
        ("every two weeks", "every 2 weeks"),
        ("every other week", "every 2 weeks"),
        ("every second month", "every 2 months"),
        ("fortnightly", "every 2 weeks"),
        ("quarterly", "every 3 months"),
        ("every quarter", "every 3 months"),
        ("every month", "every 1 month"),
        ("once a month", "every 1 month"),
        ("every 2nd week", "every 2 weeks"),
        ("every tue 17:00", "weekly on tue 17:00 Europe/London"),
        ("every tue at 17", "weekly on tue 17:00 Europe/London"),
        ("every two weeks on a thursday at 5pm", "every 2 weeks on thu 17:00 Europe/London"),
        ("every two weeks, thursdays 17:00", "every 2 weeks on thu 17:00 Europe/London"),
        ("every 2nd thursday at 17", "every 2 weeks on thu 17:00 Europe/London"),
        ("alternate thursdays 17:00", "every 2 weeks on thu 17:00 Europe/London"),
        ("every two weeks thursday 17:00", "every 2 weeks on thu 17:00 Europe/London"),
        ("fortnightly fri 9am", "every 2 weeks on fri 09:00 Europe/London"),
        ("mon/wed/fri 9:00", "weekly on mon and wed and fri 09:00 Europe/London"),
        ("thursdays at 5pm London time", "weekly on thu 17:00 Europe/London"),
        ("weekly on thu 5pm New York time", "weekly on thu 17:00 America/New_York"),
        ("2 weeks", "every 2 weeks"),
        ("two weeks", "every 2 weeks"),
        ("weekly on thu 17:00 Tokyo", "weekly on thu 17:00 Asia/Tokyo"),
        ("weekly on mon and thu 5pm new york", "weekly on mon and thu 17:00 America/New_York"),
        ("tuesdays and thursdays at 9:00", "weekly on tue and thu 09:00 Europe/London"),
        ("every other tuesday at 5pm America/Bogota", "every 2 weeks on tue 17:00 America/Bogota"),
        ("first mon of the month 10:00", "monthly on 1st mon 10:00 Europe/London"),
        ("the last friday of every month 10:00", "monthly on last fri 10:00 Europe/London"),
        ("weekly on mon, thu 17:00", "weekly on mon and thu 17:00 Europe/London"),
        ("weekly on thu,mon at 5 pm", "weekly on mon and thu 17:00 Europe/London"),
        ("weekly on mondays & thursdays 5pm", "weekly on mon and thu 17:00 Europe/London"),
        (
            "every other week on Tuesday at 9:30am America/Bogota",
            "every 2 weeks on tue 09:30 America/Bogota",
        ),
    ] {
        let read = Cadence::parse(typed, LONDON).map(|one| one.to_string());
        assert_eq!(read, Ok(meant.to_owned()), "{typed}");
    }
}

#[test]
fn days_of_the_month_are_read_in_the_words_that_people_use() {
    for (typed, meant) in [
        ("monthly on the 15th at 10:00", "monthly on 15 10:00 Europe/London"),
        ("monthly on the last day 10:00", "monthly on last day 10:00 Europe/London"),
        ("monthly on the first mon noon", "monthly on 1st mon 12:00 Europe/London"),
        ("1st and 3rd thursday 17:00", "monthly on 1st and 3rd thu 17:00 Europe/London"),
        (
            "every first, third and last thu at 5pm",
            "monthly on 1st and 3rd and last thu 17:00 Europe/London",
        ),
        (
            "the first and third tuesdays of the month 9:00",
            "monthly on 1st and 3rd tue 09:00 Europe/London",
        ),
        ("monthly on 1st mon and 3rd mon 9:00", "monthly on 1st and 3rd mon 09:00 Europe/London"),
        ("monthly on the 1st and the 15th 9:00", "monthly on 1 and 15 09:00 Europe/London"),
        ("15th of each month 9:00", "monthly on 15 09:00 Europe/London"),
        ("quarterly on 1st mon 10:00", "every 3 months on 1st mon 10:00 Europe/London"),
        ("every 2 months on the 15th at 10:00", "every 2 months on 15 10:00 Europe/London"),
        ("second wednesday 17:00", "monthly on 2nd wed 17:00 Europe/London"),
        ("every second wed of the month 9:00", "monthly on 2nd wed 09:00 Europe/London"),
        ("every last friday 9:00", "monthly on last fri 09:00 Europe/London"),
        ("monthly 2nd wed 10:00", "monthly on 2nd wed 10:00 Europe/London"),
        ("1st and 15th 9:00", "monthly on 1 and 15 09:00 Europe/London"),
        ("on the 15th at noon", "monthly on 15 12:00 Europe/London"),
        ("end of the month 9:00", "monthly on last day 09:00 Europe/London"),
    ] {
        let read = Cadence::parse(typed, LONDON).map(|one| one.to_string());
        assert_eq!(read, Ok(meant.to_owned()), "{typed}");
    }
}

#[test]
fn a_rhythm_without_a_time_has_the_default_time() {
    for (typed, meant) in [
        ("weekly on mon and thu", "weekly on mon and thu 16:00 Europe/London"),
        ("monthly on the last day", "monthly on last day 16:00 Europe/London"),
        ("monthly on 31st", "monthly on 31 16:00 Europe/London"),
        ("every 6 weeks on wed Tokyo", "every 6 weeks on wed 16:00 Asia/Tokyo"),
        ("every weekday", "weekly on mon and tue and wed and thu and fri 16:00 Europe/London"),
    ] {
        let read = Cadence::parse(typed, LONDON).map(|one| one.to_string());
        assert_eq!(read, Ok(meant.to_owned()), "{typed}");
        assert!(Cadence::lacks_time(typed), "{typed}");
    }
    for typed in ["every 2 weeks", "weekly on thu 9:00", "sometimes"] {
        assert!(!Cadence::lacks_time(typed), "{typed}");
    }
}

#[test]
fn a_rhythm_in_days_with_a_fixed_day_is_refused_with_an_alternative() {
    for (typed, instead) in
        [("every 10 days on mon 9:00", "every 10 days"), ("daily on mon", "daily")]
    {
        let error = Cadence::parse(typed, LONDON).unwrap_err();
        assert_eq!(error, CadenceError::NoFixedDay(typed.to_owned()));
        assert!(error.hint().contains(&format!("`{instead}`")), "{typed}");
    }
}

#[test]
fn an_ambiguous_rhythm_is_refused_with_its_meanings() {
    for (typed, meanings) in [
        ("bimonthly", ["`every 2 months`", "`every 2 weeks`"]),
        ("biweekly", ["`every 2 weeks`", "`weekly on mon and thu 17:00`"]),
        ("Bi-weekly on thu 9:00", ["`every 2 weeks on thu 9:00`", "`weekly on mon and thu 17:00`"]),
        ("twice a month", ["`every 2 weeks`", "`monthly on 1st and 3rd thu 17:00`"]),
        ("2x/month", ["`every 2 weeks`", "`monthly on 1st and 3rd thu 17:00`"]),
        ("every third thursday", ["`every 3 weeks on thu`", "`monthly on 3rd thu`"]),
    ] {
        let hint = Cadence::parse(typed, LONDON).unwrap_err().hint();
        for meaning in meanings {
            assert!(hint.contains(meaning), "{typed}: {hint}");
            let read = Cadence::parse(meaning.trim_matches('`'), LONDON);
            assert!(read.is_ok(), "{meaning}");
        }
    }
}

#[test]
fn a_refused_rhythm_names_its_understood_part() {
    for (typed, told) in [
        ("every 3 weeks starting 7 jan", "`--cadence \"every 3 weeks\" --starts DATE`"),
        ("weekly on thu 17:00 until june", "`--cadence \"weekly on thu 17:00\" --ends DATE`"),
        ("every 2 weeks at 17:00", "`every 2 weeks on thu 17:00`"),
        ("every weekday at 9", "write `09:00` or `21:00`"),
        ("weekly on thu midnight", "`00:00`"),
    ] {
        let hint = Cadence::parse(typed, LONDON).unwrap_err().hint();
        assert!(hint.contains(told), "{typed}: {hint}");
    }
}

#[test]
fn text_without_a_rhythm_is_refused() {
    for text in [
        "", "every 0 weeks", "sometimes", "weekly on thu 25:00", "monthly on 6th tue 10:00",
        "monthly on 32nd 10:00", "weekly on mon and mon 10:00", "weekly on last day 10:00",
        "monthly on 1st mon and 3rd tue 10:00", "monthly on 1st and 1st mon 10:00",
        "monthly on 1st mon 15 10:00", "monthly on mon 10:00", "monthly on and 10:00",
        "every other year",
    ] {
        assert!(Cadence::parse(text, LONDON).is_err(), "{text}");
    }
}
