//! `mentor agree template`

use crate::app::App;
use crate::commands::everyday::log::form::LogEntry;
use crate::commands::input;
use crate::domain::agreement::AgreementTerms;
use crate::domain::feedback::Feedback;
use crate::domain::review::Review;
use crate::error::Result;
use crate::input::form::{Form, FormValues, HasForm};
use crate::input::templates::{self, Template};
use crate::view;
use crate::view::messages::template::TemplateLine;
use crate::view::messages::values::TemplateText;

/// Print the form, blank or from a template, for `mentor agree --from FILE`
///
/// Your own templates are files such as `templates/phd.toml` next to `config.toml`; the comment on the first line says
/// what they are for. They replace built-in templates of the same name.
#[derive(Debug, clap::Args)]
pub struct TemplateArgs {
    /// Template to print
    #[arg(value_name = "TEMPLATE")]
    name: Option<String>,

    /// List the agreement and log templates
    #[arg(long, conflicts_with = "name")]
    list: bool,
}

/// The forms that a template can belong to.
const FORMS: [&Form; 4] = [&AgreementTerms::FORM, &LogEntry::FORM, &Feedback::FORM, &Review::FORM];

pub fn run(app: &mut App<'_, '_>, args: &TemplateArgs) -> Result<()> {
    if args.list {
        return list(app);
    }
    match &args.name {
        None => input::print_template(app, &AgreementTerms::FORM, &FormValues::default()),
        Some(name) => {
            let text = templates::find(&app.paths, name)?.text;
            app.print_result(|| TemplateText { toml: &text }, |_| text.clone())
        }
    }
}

fn list(app: &mut App<'_, '_>) -> Result<()> {
    let lines: Vec<TemplateLine> =
        templates::all(&app.paths)?.into_iter().map(template_line).collect();
    app.print_result(
        || view::messages::template::list(&lines),
        |page| view::messages::template::table(&lines, page),
    )
}

/// Describes a template; one that fits no form carries the reason why it is not an agreement.
fn template_line(template: Template) -> TemplateLine {
    let fits = FORMS.iter().find(|form| template.values(form).is_ok());
    let problem = || match template.values(&AgreementTerms::FORM) {
        Err(failure) => failure.message,
        Ok(_) => String::new(),
    };
    TemplateLine {
        about: template.description().to_owned(),
        fits: fits.map(|form| form.name).ok_or_else(problem),
        name: template.name,
        path: template.path,
    }
}
