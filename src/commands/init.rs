//! `mentor init`

use crate::app::App;
use crate::commands::person::edit::{self, PersonArgs};
use crate::domain::text;
use crate::error::Result;
use crate::store::json;

#[derive(Debug, clap::Args)]
pub struct InitArgs {
    #[command(flatten)]
    person: PersonArgs,
}

pub fn run(app: &mut App<'_, '_>, args: &InitArgs) -> Result<()> {
    let system = app.system_user();
    let mut args = args.person.clone();
    // Said before a question that offers UTC, or else of a zone that is stored.
    let mut remark = app.system_zone_remark();
    if args.is_empty() && app.can_ask {
        if let Some(remark) = remark.take() {
            app.ui.note(&remark)?;
        }
        args.name = Some(app.prompter.line("Your name", Some(&system.name))?);
        args.tz = Some(
            app.prompter
                .line("Your time zone", Some(system.zone.name()))?,
        );
        args.hours = Some(
            app.prompter
                .line("Your working hours", Some("09:00-17:00"))?,
        );
    }
    let user = app.write(|_, tx| {
        let user = if let Some(mut user) = crate::store::people::user(tx)? {
            remark = None;
            edit::apply(&mut user.data, &args)?;
            tx.update(&mut user)?;
            user
        } else {
            let mut user = system;
            edit::apply(&mut user, &args)?;
            user.name = text::parse_title("name", &user.name)?;
            tx.insert(user)?
        };
        tx.add_message(format!(
            "You are {}, in {}, working {}",
            user.name, user.zone, user.week
        ));
        Ok(user)
    })?;
    if let Some(remark) = remark.filter(|_| args.tz.is_none()) {
        app.ui.note(&remark)?;
    }
    app.print_record_json(|| json::item(&user, None))?;
    if !app.ui.json && app.store.exists() {
        app.ui
            .status("Next: `mentor pair add ana --mentee \"Ana Díaz\" --tz America/Bogota`")?;
    }
    Ok(())
}
