//! How menus look: as dialoguer draws them, and with a mark at the row that the keys are on, since colour says nothing alone.

use std::fmt;

use dialoguer::theme::{ColorfulTheme, Theme};

#[derive(Default)]
pub struct MenuTheme(ColorfulTheme);

impl Theme for MenuTheme {
    fn format_select_prompt_item(
        &self,
        f: &mut dyn fmt::Write,
        text: &str,
        active: bool,
    ) -> fmt::Result {
        self.0.format_select_prompt_item(f, text, active)
    }

    fn format_multi_select_prompt_item(
        &self,
        f: &mut dyn fmt::Write,
        text: &str,
        checked: bool,
        active: bool,
    ) -> fmt::Result {
        f.write_str(if active { "\u{276f} " } else { "  " })?;
        self.0
            .format_multi_select_prompt_item(f, text, checked, active)
    }
}
