//! `mentor pair add`

use chrono::NaiveDate;

use crate::app::App;
use crate::commands::crud::form_input::ensure_not_future;
use crate::commands::person::edit::{self, PersonArgs};
use crate::domain::dates::{self, DayRole};
use crate::domain::pair::{Pair, PairContext, PairState, Slug};
use crate::domain::person::{Person, Side};
use crate::domain::text;
use crate::domain::timeline::Timeline;
use crate::error::{Failure, Result};
use crate::store::{json, pairs, people};
use crate::view;

/// Add a pair: you and a mentee, or you and a mentor
///
/// Name the other person; you take the other role.
#[derive(Debug, clap::Args)]
pub struct AddArgs {
    /// Short name for the pair, such as ana
    #[arg(value_name = "PAIR")]
    slug: String,

    /// Name of the mentee; you are the mentor
    #[arg(long, value_name = "NAME", conflicts_with = "mentor")]
    mentee: Option<String>,

    /// Name of the mentor; you are the mentee
    #[arg(long, value_name = "NAME")]
    mentor: Option<String>,

    /// Day on which you both began, today or earlier [default: today]
    #[arg(long, value_name = "DAY")]
    since: Option<String>,

    #[command(flatten)]
    person: PersonArgs,
}

pub fn run(app: &mut App<'_, '_>, args: &AddArgs) -> Result<()> {
    let slug = Slug::parse(&args.slug)?;
    let (side, name) = partner(app, args)?;
    let mut remark = None;
    let pair = app.write(|app, tx| {
        if pairs::by_slug(tx, slug.as_str())?.is_some() {
            return Err(
                Failure::refused(format!("a pair `{}` already exists", slug.as_str()))
                    .hint("choose another short name"),
            );
        }
        let user = if let Some(user) = people::user(tx)? {
            user
        } else {
            remark = app.system_zone_remark();
            tx.insert(app.system_user())?
        };
        let mut partner = Person::new(text::parse_title("name", &name)?, user.zone, false);
        edit::apply(&mut partner, &args.person)?;
        let partner = tx.insert(partner)?;
        let (mentor, mentee) = match side {
            Side::Mentee => (user, partner),
            Side::Mentor => (partner, user),
        };
        let today = tx.now.with_timezone(&mentor.zone).date_naive();
        let since = args.since.as_deref();
        let since = since.map(|typed| parse_since(typed, today));
        let pair = tx.insert(Pair {
            slug,
            mentor: mentor.id,
            mentee: mentee.id,
            state: PairState::Active,
            state_on: since.transpose()?.unwrap_or(today),
            because: None,
            past: Timeline::default(),
        })?;
        let pair = PairContext {
            record: pair,
            mentor,
            mentee,
        };
        tx.add_message(view::pair::added(&pair));
        Ok(pair)
    })?;
    if let Some(remark) = remark {
        app.ui.note(&remark)?;
    }
    if args.person.tz.is_none() {
        let name = pair.first_name(pair.user_side().other());
        app.ui.note(&format!(
            "assuming {name} is in your time zone; if not, run `mentor person edit {} --tz ZONE`",
            pair.slug()
        ))?;
    }
    app.print_record_json(|| json::item(&pair.record, None))
}

/// The day on which a pair began.
pub fn parse_since(typed: &str, today: NaiveDate) -> Result<NaiveDate> {
    ensure_not_future(dates::parse_day(typed, today, DayRole::Past)?, today)
}

/// The other side and their name, asked for if it is not given.
fn partner(app: &mut App<'_, '_>, args: &AddArgs) -> Result<(Side, String)> {
    match (&args.mentee, &args.mentor) {
        (Some(name), _) => Ok((Side::Mentee, name.clone())),
        (_, Some(name)) => Ok((Side::Mentor, name.clone())),
        (None, None) if app.can_ask => {
            let sides = ["my mentee".to_owned(), "my mentor".to_owned()];
            let side = match app.prompter.choose("Who is the other person?", &sides, 0)? {
                0 => Side::Mentee,
                _ => Side::Mentor,
            };
            Ok((side, app.prompter.line("Their name", None)?))
        }
        (None, None) => Err(
            Failure::answer_needed("a pair needs the other person's name").hint(format!(
                "`mentor pair add {} --mentee NAME`, or `--mentor NAME` if you are the mentee",
                args.slug
            )),
        ),
    }
}
