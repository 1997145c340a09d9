//! The width that text is laid out for.

/// The width that text is laid out for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Layout {
    /// In columns; `None`: unlimited, as in a pipe, where nothing is cut or wrapped.
    pub width: Option<usize>,
}
