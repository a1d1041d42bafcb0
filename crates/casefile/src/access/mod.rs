//! Who may see what: the one place where it is decided.
//!
//! A label is decided on once per viewer, and the labels that are visible are pushed into every query. Whatever cannot
//! be decided is not visible. Only `store` may reach this module.

use record::label::Label;
use record::viewer::Viewer;

/// The ids of the labels that a viewer may see, as the JSON array that queries take.
#[derive(Debug, Clone)]
pub(crate) struct Visible(String);

impl Visible {
    /// Decides on each label.
    pub(crate) fn decide<'l>(viewer: &Viewer, labels: impl Iterator<Item = (&'l str, &'l Label)>) -> Self {
        // Ids are hexadecimal, so they need no escaping.
        let ids: Vec<String> =
            labels.filter(|(_, label)| label.visible_to(viewer)).map(|(id, _)| format!("\"{id}\"")).collect();
        Self(format!("[{}]", ids.join(",")))
    }

    /// Whether a label is among them.
    pub(crate) fn has(&self, label: &str) -> bool {
        // Ids are of one length and of hexadecimal digits, so that none is a part of another.
        label.len() == 32 && self.0.contains(&format!("\"{label}\""))
    }

    /// The ids as a JSON array, for `IN (SELECT value FROM json_each(?))`.
    pub(crate) fn json(&self) -> &str {
        &self.0
    }
}
