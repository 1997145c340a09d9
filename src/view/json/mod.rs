//! JSON answers: the name of an answer, the objects that several share, and how domain values are written.
//!
//! Each report declares its answer beside its text, as a struct. Its JSON Schema is derived from the struct.

pub mod domain;
pub mod parts;
pub mod schema;
#[cfg(test)]
pub mod schemas;

use serde::Serialize;

/// A struct that is printed as an answer of its own.
pub trait JsonAnswer: Serialize + Sized {
    /// Name and version of the answer, such as `mentor.due/1`.
    const SCHEMA: &'static str;

    /// Adds the name of the answer.
    fn answer(self) -> NamedAnswer<Self> {
        NamedAnswer {
            schema: Self::SCHEMA,
            answer: self,
        }
    }
}

/// An answer with its name as the first field.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct NamedAnswer<T> {
    schema: &'static str,
    #[serde(flatten)]
    answer: T,
}

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
    pub fn new<I: Into<T>>(items: impl IntoIterator<Item = I>) -> Self {
        ListAnswer {
            items: items.into_iter().map(Into::into).collect(),
        }
    }
}
