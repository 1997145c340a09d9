//! How other programs write that something is open, done or dropped, in the languages they are most used in.

/// The spellings of each state in lower case: English, German, French, Spanish, Portuguese, Italian, Dutch and Polish.
const SPELLINGS: [(&str, &[&str]); 18] = [
    (
        "open",
        &[
            "no", "false", "0", "-", "[ ]", "open", "todo", "to do", "to-do", "new", "active",
            "in progress", "in-progress", "not started", "pending", "waiting",
            "waiting on someone else", "doing", "working on it", "backlog", "blocked", "stuck",
            "on hold", "deferred", "in review", "needsaction", "on track", "at risk", "off track",
            "\u{2610}", "\u{2b1c}",
        ],
    ),
    (
        "open",
        &[
            "nein", "falsch", "offen", "nicht begonnen", "in bearbeitung", "in arbeit", "begonnen",
            "läuft", "laufend", "wartet", "wartend", "neu", "zurückgestellt",
        ],
    ),
    (
        "open",
        &[
            "nee", "onwaar", "niet gestart", "niet begonnen", "bezig", "in uitvoering",
            "in behandeling", "te doen", "nieuw", "wachten", "uitgesteld",
        ],
    ),
    (
        "open",
        &[
            "nie", "fałsz", "w toku", "w trakcie", "do zrobienia", "nierozpoczęte",
            "nie rozpoczęto", "oczekujące", "odroczone", "nowe", "otwarte",
        ],
    ),
    (
        "open",
        &["non", "faux", "à faire", "non commencé", "non commencée", "en cours", "en attente"],
    ),
    ("open", &["falso", "pendiente", "por hacer", "no comenzada", "no iniciada", "en curso"]),
    ("open", &["não", "pendente", "a fazer", "não iniciada", "não iniciado", "em andamento"]),
    ("open", &["da fare", "non iniziata", "non iniziato", "in corso", "in attesa"]),
    (
        "done",
        &[
            "done", "yes", "true", "1", "x", "\u{2713}", "\u{2714}", "\u{2705}", "\u{2611}",
            "complete", "completed", "finished", "closed", "resolved", "achieved", "discussed",
        ],
    ),
    ("done", &["ja", "wahr", "erledigt", "fertig", "abgeschlossen", "beendet"]),
    ("done", &["waar", "voltooid", "afgerond", "gereed", "klaar", "gedaan"]),
    ("done", &["tak", "prawda", "zakończone", "ukończone", "gotowe", "zrobione", "wykonane"]),
    ("done", &["oui", "vrai", "fait", "faite", "terminé", "terminée"]),
    ("done", &["sí", "verdadero", "hecho", "hecha", "completado", "completada", "terminado"]),
    ("done", &["sim", "verdadeiro", "feito", "concluído", "concluída"]),
    ("done", &["sì", "vero", "fatto", "completato", "completata", "chiuso"]),
    (
        "drop",
        &[
            "dropped", "cancelled", "canceled", "won't do", "won't fix", "abandoned", "rejected",
            "duplicate", "obsolete", "skipped",
        ],
    ),
    (
        "drop",
        &[
            "abgebrochen", "abgesagt", "storniert", "geannuleerd", "vervallen", "anulowane",
            "annulé", "annulée", "cancelado", "cancelada", "annullato", "annullata",
        ],
    ),
];

/// Maps common spellings of a state to the verbs and states of mentor; returns other words unchanged. Signs around the
/// word are ignored, and a share such as `50%` or `0.5` is open until it is the whole.
pub fn normalize_status(typed: &str) -> &str {
    let word = typed.trim().to_lowercase();
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%');
    // The second character of `✔️` only asks for colour.
    let sign = word.trim_end_matches('\u{fe0f}');
    if let Some(share) = share_of_whole(bare) {
        return if share < 1.0 { "open" } else { "done" };
    }
    let find = |word: &str| {
        let mut states = SPELLINGS.iter();
        states.find(|(_, spellings)| spellings.contains(&word)).map(|(state, _)| *state)
    };
    find(&word).or_else(|| find(sign)).or_else(|| find(bare)).unwrap_or(typed)
}

/// Parses `50%`, or `0.5`, as which spreadsheets store it. `None`: it is not a share.
fn share_of_whole(word: &str) -> Option<f64> {
    let share = match word.strip_suffix('%') {
        Some(percent) => percent.trim_end().parse::<f64>().ok()? / 100.0,
        None => word.replace(',', ".").parse().ok().filter(|_| word.contains(['.', ',']))?,
    };
    (0.0..=1.0).contains(&share).then_some(share)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_of_other_programs_are_understood() {
        for (typed, state) in [
            ("Done", "done"),
            ("\u{1f7e2} Done", "done"),
            ("Done \u{2705}", "done"),
            ("\u{2714}\u{fe0f}", "done"),
            ("[x]", "done"),
            ("[ ]", "open"),
            ("100%", "done"),
            ("50 %", "open"),
            ("0.4", "open"),
            ("0,4", "open"),
            ("1.0", "done"),
            ("1.5", "1.5"),
            ("Nicht begonnen", "open"),
            ("Terminée", "done"),
            ("SÍ", "done"),
            ("Cancelada", "drop"),
            ("In Arbeit", "open"),
            ("Voltooid", "done"),
            ("W toku", "open"),
            ("-", "open"),
            ("covered", "covered"),
            ("\u{274c}", "\u{274c}"),
            ("150%", "150%"),
        ] {
            assert_eq!(normalize_status(typed), state, "{typed}");
        }
    }
}
