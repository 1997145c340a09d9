//! Agreements: the card, the page to sign, differences between versions.

use serde::Serialize;

use crate::domain::agreement::{Agreement, LintFinding};
use crate::domain::dates::{self, DateStyle, Now, Today};
use crate::domain::pair::PairContext;
use crate::domain::person::Side;
use crate::domain::record::Record;
use crate::view::json::ListAnswer;
use crate::view::json::parts::BySide;
use crate::view::page::layout::Layout;
use crate::view::page::markdown;
use crate::view::page::output_mode::GAP;
use crate::view::page::style::{Style, paint};
use crate::view::page::table::Table;
use crate::view::page::wrap::wrap_hanging;
use crate::view::records::card::Card;
use crate::view::words;

type TermChange = (&'static str, Vec<String>, Vec<String>);

pub fn recorded_message(record: &Record<Agreement>, pair: &PairContext) -> String {
    let mut text = format!(
        "Recorded version {} of the agreement with {}",
        record.version,
        pair.first_name(pair.user_side().other())
    );
    match record.pending_sides()[..] {
        [] => {}
        [side] => text.push_str(&format!("; {} hasn't accepted it yet", pair.first_name(side))),
        _ => text.push_str("; neither of you has accepted it yet"),
    }
    text
}

/// Suggests how to record that the agreement is accepted. `pair_option` names the pair in the command.
pub fn acceptance_hints(
    record: &Record<Agreement>,
    pair: &PairContext,
    pair_option: &str,
) -> Vec<String> {
    let hint = |side: Side| {
        let whose = match side {
            side if side == pair.user_side() => "to accept it".to_owned(),
            side => format!("once {} accepts it", pair.first_name(side)),
        };
        format!("run `mentor agree accept --by {side}{pair_option}` {whose}")
    };
    record.pending_sides().into_iter().map(hint).collect()
}

pub fn accepted_message(
    record: &Record<Agreement>,
    pair: &PairContext,
    side: Side,
    now: Now,
) -> String {
    let today = words::today(pair.user(), now);
    let on = record.accepted_by(side);
    let on = on.map(|on| dates::format_day(on, today)).unwrap_or_default();
    let both = if record.is_accepted() { "; you have both accepted it" } else { "" };
    format!(
        "{} accepted version {} on {on}{}{both}",
        pair.first_name(side),
        record.version,
        by_mail(record, side)
    )
}

/// Returns ` by mail` if the side accepted by mail.
pub fn by_mail(one: &Agreement, side: Side) -> &'static str {
    if one.is_accepted_by_mail(side) { " by mail" } else { "" }
}

/// Returns the label of a term: "mentor replies within" for `mentor_replies_within`.
pub fn label(key: &'static str) -> String {
    key.replace('_', " ")
}

/// Terms whose values are days.
const DAYS: [&str; 3] = ["starts", "ends", "review_on"];

/// Formats the values of a term for people: days in the style of the run.
pub fn display_texts(key: &str, texts: Vec<String>, today: Today) -> Vec<String> {
    if !DAYS.contains(&key) {
        return texts;
    }
    let day = |text: String| text.parse().map(|day| dates::format_day(day, today));
    let texts = texts.into_iter();
    texts.map(|text| day(text.clone()).unwrap_or(text)).collect()
}

pub fn card(record: &Record<Agreement>, pair: &PairContext, now: Now, page: &Layout) -> String {
    let today = words::today(pair.user(), now);
    let title = format!(
        "Agreement of {} and {}, version {}",
        pair.mentor.name, pair.mentee.name, record.version
    );
    let mut card = Card::new(&title);
    for side in Side::ALL {
        let state = match record.accepted_by(*side) {
            Some(on) => {
                let (on, how) = (dates::format_day(on, today), by_mail(record, *side));
                paint(Style::Good, &format!("accepted on {on}{how}"))
            }
            None => paint(Style::Soon, "not accepted yet"),
        };
        card.line(side.word(), format!("{} {state}", pair.person(*side).name));
    }
    card.optional("changed because", record.changed_because.as_deref());
    for (key, texts) in record.terms.fields() {
        card.list(label(key), &display_texts(key, texts, today));
    }
    card.render(page)
}

/// Formats the agreement as a page in Markdown that both can sign.
pub fn markdown(record: &Record<Agreement>, pair: &PairContext, style: DateStyle) -> String {
    let name = |side: Side| markdown::inline(&pair.person(side).name);
    let mut text = format!(
        "# Mentoring agreement\n\nbetween **{}** (mentor) and **{}** (mentee), version {}\n",
        name(Side::Mentor),
        name(Side::Mentee),
        record.version
    );
    for (key, texts) in record.terms.fields() {
        let label = words::capitalize(&label(key));
        let texts = display_texts(key, texts, style.today(record.created_at.date_naive()));
        match texts.as_slice() {
            [one] => text.push_str(&format!("\n**{label}:** {}\n", markdown::text(one, 0))),
            many => {
                text.push_str(&format!("\n**{label}:**\n\n"));
                for one in many {
                    text.push_str(&format!("- {}\n", markdown::text(one, 2)));
                }
            }
        }
    }
    text.push_str("\n---\n");
    for side in Side::ALL {
        let on = record.accepted_by(*side).map_or("____________".to_owned(), |on| {
            format!("{}{}", dates::range(on, on, style), by_mail(record, *side))
        });
        text.push_str(&format!(
            "\n{} ({side}): ______________________________  date: {on}\n",
            name(*side)
        ));
    }
    text
}

pub fn table(records: &[Record<Agreement>], pair: &PairContext, now: Now, page: &Layout) -> String {
    let day = |day| dates::format_day(day, words::today(pair.user(), now));
    let mut table = Table::new(&["version", "recorded", "mentor", "mentee", "because"]);
    for record in records {
        let on = |side| {
            record
                .accepted_by(side)
                .map_or("not yet".to_owned(), |on| format!("{}{}", day(on), by_mail(record, side)))
        };
        table.row(vec![
            record.version.to_string(),
            day(pair.today_of(pair.user_side(), record.created_at)),
            on(Side::Mentor),
            on(Side::Mentee),
            record.changed_because.clone().unwrap_or_default(),
        ]);
    }
    table.render(page)
}

pub fn diff(
    before: &Agreement,
    after: &Agreement,
    changes: &[TermChange],
    today: Today,
    page: &Layout,
) -> String {
    let mut card = Card::new(&format!("Version {} to version {}", before.version, after.version));
    card.optional("because", after.changed_because.as_deref());
    for (key, old, new) in changes {
        let [old, new] = [old, new].map(|texts| display_texts(key, texts.clone(), today));
        let minus = old.iter().map(|text| paint(Style::Overdue, &format!("- {text}")));
        let plus = new.iter().map(|text| paint(Style::Good, &format!("+ {text}")));
        card.list(label(key), &minus.chain(plus).collect::<Vec<_>>());
    }
    if changes.is_empty() {
        card.line("", "no differences");
    }
    card.render(page)
}

/// `mentor agree diff`: what changed between two versions.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct AgreementDiff<'a> {
    /// The older version.
    from: u32,
    /// The newer version.
    to: u32,
    items: Vec<TermDifference<'a>>,
}

/// A term that changed; without a value a list is empty.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct TermDifference<'a> {
    field: &'static str,
    before: &'a [String],
    after: &'a [String],
}

pub fn diff_json<'a>(
    before: &Agreement,
    after: &Agreement,
    changes: &'a [TermChange],
) -> AgreementDiff<'a> {
    let items =
        changes.iter().map(|(field, before, after)| TermDifference { field, before, after });
    AgreementDiff { from: before.version, to: after.version, items: items.collect() }
}

/// The comparison of two forms.
pub struct FormComparison {
    /// Key, the mentor's answer, the mentee's answer.
    pub differences: Vec<TermChange>,
    /// Keys with equal answers.
    pub alike: Vec<&'static str>,
}

/// Lists what is worth discussing: different answers, and what one side left open.
pub fn comparison_text(compared: &FormComparison, pair: &PairContext, page: &Layout) -> String {
    let mut card = Card::new("To talk about");
    let sides = [Side::Mentor, Side::Mentee];
    for (key, mentor, mentee) in &compared.differences {
        let answers = sides.iter().zip([mentor, mentee]).flat_map(|(side, texts)| {
            let name = pair.first_name(*side);
            let open =
                texts.is_empty().then(|| format!("{name}: {}", paint(Style::Dim, "no answer")));
            let lines = texts.iter().map(move |text| format!("{name}: {text}"));
            open.into_iter().chain(lines)
        });
        card.list(label(key), &answers.collect::<Vec<_>>());
    }
    if compared.differences.is_empty() {
        card.line("", "nothing: your answers match");
    }
    let alike: Vec<String> = compared.alike.iter().map(|key| label(key)).collect();
    card.optional("alike", (!alike.is_empty()).then(|| alike.join(", ")));
    card.render(page)
}

/// `mentor agree compare`: the answers of both sides.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct FormComparisonAnswer<'a> {
    items: Vec<AnswerDifference<'a>>,
    /// The fields with the same answer.
    alike: &'a [&'static str],
}

/// A field with different answers; without an answer a list is empty.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
struct AnswerDifference<'a> {
    field: &'static str,
    #[serde(flatten)]
    answers: BySide<&'a [String]>,
}

pub fn compared_json(compared: &FormComparison) -> FormComparisonAnswer<'_> {
    let items = compared.differences.iter();
    let items = items.map(|(field, mentor, mentee)| AnswerDifference {
        field,
        answers: BySide { mentor, mentee },
    });
    FormComparisonAnswer { items: items.collect(), alike: &compared.alike }
}

pub fn lint(findings: &[LintFinding], page: &Layout) -> String {
    let gap = GAP.in_mode(page.mode);
    let lines: Vec<String> = findings
        .iter()
        .map(|finding| {
            let settle = format!("set it with `{}`", finding.flag);
            let line = format!("{}{gap}{}", finding.says, paint(Style::Dim, &settle));
            wrap_hanging(&line, page.width, 2)
        })
        .collect();
    lines.join("\n")
}

/// Something that an agreement leaves open.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LintEntry<'a> {
    says: &'a str,
    /// The command that sets it.
    flag: &'static str,
}

pub fn lint_json(findings: &[LintFinding]) -> ListAnswer<LintEntry<'_>> {
    ListAnswer::new(
        findings.iter().map(|finding| LintEntry { says: &finding.says, flag: finding.flag }),
    )
}
