//! `mentor agree template`

use crate::app::App;
use crate::commands::agree::form::FORM;
use crate::error::Result;
use crate::form::Values;

/// Print the form, to fill in and read back with `mentor agree --from FILE`
#[derive(Debug, clap::Args)]
pub struct TemplateArgs {}

pub fn run(app: &mut App<'_, '_>, _args: &TemplateArgs) -> Result<()> {
    let template = FORM.template(&Values::default());
    app.show(
        || serde_json::json!({ "schema": "mentor.template/1", "toml": template }),
        |_| template.clone(),
    )
}
