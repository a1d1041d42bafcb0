//! Transfers: goods that go, or may go, from one actor to another.

use record::reading::Transfer;

use crate::actor::Cast;
use crate::scene::Scene;

/// The transfers of a document, in the order of the text.
pub(crate) fn transfers(_scene: &Scene<'_>, _cast: &mut Cast) -> Vec<Transfer> {
    Vec::new()
}
