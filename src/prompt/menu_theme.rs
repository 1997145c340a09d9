//! The theme of menus: that of dialoguer, with a mark on the active row, since colour alone must not carry meaning.

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
        self.0.format_multi_select_prompt_item(f, text, checked, active)
    }
}
