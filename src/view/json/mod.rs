//! JSON answers. Each report declares its answer next to its text, as a struct, from which its JSON Schema is derived too.

pub mod answers;
pub mod domain;
pub mod parts;
pub mod schema;

use serde::Serialize;

/// One item with its fields.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ItemAnswer<T> {
    pub item: T,
}

/// A list whose items have the same fields.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct ListAnswer<T> {
    pub items: Vec<T>,
}

impl<T> ListAnswer<T> {
    pub fn new(items: impl IntoIterator<Item = T>) -> Self {
        let items = items.into_iter().collect();
        ListAnswer { items }
    }
}
