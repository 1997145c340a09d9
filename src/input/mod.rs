//! What people write: forms, drafts, templates, their editor.

pub mod draft;
pub mod editor;
pub mod form;
pub mod templates;
