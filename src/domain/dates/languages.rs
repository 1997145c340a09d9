//! The names of days and months in German, French, Spanish, Portuguese, Italian, Dutch, Polish, Swedish, Danish and
//! Norwegian. No name means another day in another of these languages; accents may be left out.

use std::borrow::Cow;

use chrono::Weekday;

const WEEKDAYS: [(Weekday, &[&str]); 7] = [
    (Weekday::Mon, &["montag", "lundi", "lunes", "lunedi", "maandag", "mandag", "poniedzialek"]),
    (
        Weekday::Tue,
        &["dienstag", "mardi", "martes", "martedi", "dinsdag", "tisdag", "tirsdag", "wtorek"],
    ),
    (
        Weekday::Wed,
        &["mittwoch", "mercredi", "miercoles", "mercoledi", "woensdag", "onsdag", "sroda"],
    ),
    (
        Weekday::Thu,
        &["donnerstag", "jeudi", "jueves", "giovedi", "donderdag", "torsdag", "czwartek"],
    ),
    (Weekday::Fri, &["freitag", "vendredi", "viernes", "venerdi", "vrijdag", "fredag", "piatek"]),
    (
        Weekday::Sat,
        &["samstag", "sonnabend", "samedi", "sabado", "sabato", "zaterdag", "lordag", "sobota"],
    ),
    (
        Weekday::Sun,
        &["sonntag", "dimanche", "domingo", "domenica", "zondag", "sondag", "niedziela"],
    ),
];

/// The short names that calendars and spreadsheets write. `mar` is left out: it may be a month, too.
const SHORT_WEEKDAYS: [(Weekday, &[&str]); 7] = [
    (Weekday::Mon, &["mo", "lun", "ma", "pn"]),
    (Weekday::Tue, &["di", "wt"]),
    (Weekday::Wed, &["mi", "mer", "mie", "wo", "sr"]),
    (Weekday::Thu, &["do", "jeu", "jue", "gio", "czw"]),
    (Weekday::Fri, &["fr", "ven", "vie", "vr", "pt"]),
    (Weekday::Sat, &["sa", "sam", "sab", "za", "sob"]),
    (Weekday::Sun, &["so", "dim", "dom", "zo", "nd"]),
];

/// January to December: names that are hardly words of English, or of anything else.
const MONTHS: [&[&str]; 12] = [
    &["januar", "janvier", "enero", "janeiro", "gennaio", "januari", "styczen", "stycznia"],
    &["februar", "fevrier", "febrero", "fevereiro", "febbraio", "februari", "luty", "lutego"],
    &["marz", "maerz", "marzo", "marco", "maart", "marzec", "marca"],
    &["abril", "aprile", "kwiecien", "kwietnia"],
    &["maggio", "maio", "maja"],
    &["juin", "junio", "junho", "giugno", "czerwiec", "czerwca"],
    &["juillet", "julio", "julho", "luglio", "lipiec", "lipca"],
    &["aout", "agosto", "sierpien", "sierpnia"],
    &["septembre", "septiembre", "setiembre", "setembro", "settembre", "wrzesien", "wrzesnia"],
    &["oktober", "octobre", "octubre", "outubro", "ottobre", "pazdziernik", "pazdziernika"],
    &["novembre", "noviembre", "novembro", "listopad", "listopada"],
    &["dezember", "decembre", "diciembre", "dezembro", "dicembre", "grudzien", "grudnia"],
];

/// Names that are other words as well, such as `mayo`, so that they are months only next to a number.
const MONTHS_BY_NUMBER: [&[&str]; 12] = [
    &[],
    &[],
    &["mars", "marts"],
    &["avril"],
    &["mai", "mayo", "mei", "maj"],
    &["juni"],
    &["juli"],
    &["augustus", "augusti"],
    &[],
    &[],
    &[],
    &["desember"],
];

/// The short names that calendars and spreadsheets write.
const SHORT_MONTHS: [&[&str]; 12] = [
    &["jan", "janv", "ene", "gen", "sty"],
    &["fevr", "fev", "lut"],
    &["mar", "mrz", "mrt"],
    &["avr", "abr", "kwi"],
    &["mag"],
    &["giu", "cze"],
    &["juil", "lug", "lip"],
    &["aou", "ago", "sie"],
    &["set", "wrz"],
    &["okt", "out", "ott", "paz"],
    &["lis"],
    &["dec", "dez", "dic", "des", "gru"],
];

/// Parses the name of a weekday: `Freitag`, `miércoles`.
pub fn weekday(word: &str) -> Option<Weekday> {
    find_weekday(&WEEKDAYS, word)
}

/// Parses the short name of a weekday as part of a date: `ven.`, `Do`.
pub fn short_weekday(word: &str) -> Option<Weekday> {
    find_weekday(&SHORT_WEEKDAYS, word)
}

/// Returns a text that starts with the short name of a weekday and a number with `fri` in place of the name: `Fr. 5.3.`,
/// `lun. 1 mars`, `Do. 17 Uhr`. Without its full stop, the name may be another word (`by Sam 5pm`), unless a date follows.
pub fn with_english_weekday(typed: &str) -> Cow<'_, str> {
    let replaced = || {
        let (first, rest) = typed.trim().split_once(char::is_whitespace)?;
        let name = first.trim_end_matches(['.', ',']);
        let day = short_weekday(name)?;
        let mut words = rest.split_whitespace();
        let number = words.next().filter(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
        let next = words.next().map(|word| word.trim_end_matches(['.', ',']).to_lowercase());
        let is_date = number.contains(['.', '-', '/'])
            || next.is_some_and(|word| month_by_number(&word).is_some());
        let is_meant = first.trim_end_matches(',').ends_with('.') || is_date;
        is_meant.then(|| Cow::Owned(format!("{} {rest}", day.to_string().to_lowercase())))
    };
    replaced().unwrap_or(Cow::Borrowed(typed))
}

/// Parses the name of a month: `März`, `diciembre`.
pub fn month(word: &str) -> Option<u32> {
    find_month(&MONTHS, word)
}

/// Parses the name of a month next to a number: `5 mars`, `12 de mayo`.
pub fn month_by_number(word: &str) -> Option<u32> {
    month(word).or_else(|| find_month(&MONTHS_BY_NUMBER, word))
}

/// Parses the short name of a month as part of a full date: `5 févr. 2027`.
pub fn short_month(word: &str) -> Option<u32> {
    find_month(&SHORT_MONTHS, word)
}

/// Whether a word is an article or a preposition between the parts of a date: `12 de mayo`, `el lunes`.
pub fn is_article(word: &str) -> bool {
    const ARTICLES: [&str; 12] =
        ["am", "de", "dem", "del", "den", "der", "di", "du", "el", "il", "la", "le"];
    ARTICLES.contains(&word)
}

fn find_weekday(names: &[(Weekday, &[&str])], word: &str) -> Option<Weekday> {
    let word = without_accents(word);
    let mut names = names.iter();
    names.find(|(_, names)| names.contains(&word.as_str())).map(|(day, _)| *day)
}

fn find_month(names: &[&[&str]; 12], word: &str) -> Option<u32> {
    let word = without_accents(word);
    let at = names.iter().position(|names| names.contains(&word.as_str()))?;
    u32::try_from(at + 1).ok()
}

/// Returns the word in lower case, without the accents of these languages.
fn without_accents(word: &str) -> String {
    let plain = |c: char| match c {
        '\u{e0}'..='\u{e5}' | '\u{105}' => 'a',
        '\u{e7}' => 'c',
        '\u{e8}'..='\u{eb}' => 'e',
        '\u{ec}'..='\u{ef}' => 'i',
        '\u{142}' => 'l',
        '\u{144}' => 'n',
        '\u{f2}'..='\u{f6}' | '\u{f8}' => 'o',
        '\u{15b}' => 's',
        '\u{f9}'..='\u{fc}' => 'u',
        '\u{17a}' => 'z',
        c => c,
    };
    // A letter with an accent of its own, as macOS writes them in file names.
    let is_accent = |c: &char| ('\u{300}'..='\u{36f}').contains(c);
    word.to_lowercase().chars().filter(|c| !is_accent(c)).map(plain).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_is_of_two_days_or_months() {
        let weekdays: Vec<&str> = WEEKDAYS
            .iter()
            .chain(&SHORT_WEEKDAYS)
            .flat_map(|(_, names)| names.iter().copied())
            .collect();
        let months = MONTHS.iter().chain(&SHORT_MONTHS);
        let months: Vec<&str> = months.flat_map(|names| names.iter().copied()).collect();
        for mut names in [weekdays, months] {
            let count = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), count);
        }
    }

    #[test]
    fn accents_may_be_left_out() {
        for word in ["M\u{c4}RZ", "marz", "ma\u{308}rz", "maerz"] {
            assert_eq!(month(word), Some(3), "{word}");
        }
        assert_eq!(weekday("Mi\u{e9}rcoles"), Some(Weekday::Wed));
        assert_eq!(weekday("l\u{f8}rdag"), Some(Weekday::Sat));
        assert_eq!(weekday("\u{15a}roda"), Some(Weekday::Wed));
        assert_eq!(month("wrze\u{15b}nia"), Some(9));
        assert_eq!(month("Pa\u{17a}dziernik"), Some(10));
        assert_eq!(weekday("poniedzia\u{142}ek"), Some(Weekday::Mon));
    }
}
