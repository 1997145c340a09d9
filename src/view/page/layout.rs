//! What text is laid out for.

use crate::view::page::output_mode::OutputMode;

/// The width that text is laid out for, and its symbols.
#[derive(Clone, Copy, Debug, Default)]
pub struct Layout {
    /// In columns; `None`: unlimited, as in a pipe, where nothing is cut or wrapped.
    pub width: Option<usize>,
    pub mode: OutputMode,
}
