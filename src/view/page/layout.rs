//! The surface that text is laid out on.

/// How much room there is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Layout {
    /// Columns; none: unlimited, as in a pipe, where nothing is cut or wrapped.
    pub width: Option<usize>,
}
