//! Values and rows as both databases know them.

use crate::{CasefileError, Result};

/// A value of a column.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Value {
    Null,
    Int(i64),
    Text(String),
    Bytes(Vec<u8>),
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Int(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&[u8]> for Value {
    fn from(bytes: &[u8]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl<const N: usize> From<[u8; N]> for Value {
    fn from(bytes: [u8; N]) -> Self {
        Self::Bytes(bytes.to_vec())
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(some: Option<T>) -> Self {
        some.map_or(Self::Null, Into::into)
    }
}

/// A row of an answer. What a column holds is asked for by its place; something else there than the tables were made for
/// is damage.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Row(pub(super) Vec<Value>);

impl Row {
    pub(crate) fn int(&self, at: usize) -> Result<i64> {
        match self.0.get(at) {
            Some(Value::Int(number)) => Ok(*number),
            _ => Err(odd(at, "a whole number")),
        }
    }

    pub(crate) fn text(&self, at: usize) -> Result<&str> {
        match self.0.get(at) {
            Some(Value::Text(text)) => Ok(text),
            _ => Err(odd(at, "text")),
        }
    }

    pub(crate) fn bytes(&self, at: usize) -> Result<&[u8]> {
        match self.0.get(at) {
            Some(Value::Bytes(bytes)) => Ok(bytes),
            _ => Err(odd(at, "bytes")),
        }
    }

    /// The bytes of a fixed length: an id or a hash.
    pub(crate) fn array<const N: usize>(&self, at: usize) -> Result<[u8; N]> {
        self.bytes(at)?.try_into().map_err(|_| odd(at, &format!("{N} bytes")))
    }

    /// The record whose JSON stands there.
    pub(crate) fn json<T: serde::de::DeserializeOwned>(&self, at: usize) -> Result<T> {
        Ok(serde_json::from_str(self.text(at)?)?)
    }
}

impl<const N: usize> From<[Value; N]> for Row {
    fn from(values: [Value; N]) -> Self {
        Self(values.into())
    }
}

fn odd(at: usize, wanted: &str) -> CasefileError {
    CasefileError::Damaged(format!("column {} of a stored row does not hold {wanted}", at + 1))
}
