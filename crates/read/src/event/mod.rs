//! Events: who does what to whom.

use record::reading::{Event, Place};

use crate::actor::Cast;
use crate::scene::Scene;

/// The events of a document, in the order of the text.
pub(crate) fn events(_scene: &Scene<'_>, _places: &[Place], _cast: &mut Cast) -> Vec<Event> {
    Vec::new()
}
