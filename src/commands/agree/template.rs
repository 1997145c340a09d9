//! `mentor agree template`

use crate::app::App;
use crate::commands::compose;
use crate::domain::agreement::Terms;
use crate::error::Result;
use crate::form::{Formed, Values};

/// Print the form, to fill in and read back with `mentor agree --from FILE`
#[derive(Debug, clap::Args)]
pub struct TemplateArgs {}

pub fn run(app: &mut App<'_, '_>, _args: &TemplateArgs) -> Result<()> {
    compose::template(app, &Terms::FORM, &Values::default())
}
