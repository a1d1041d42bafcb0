//! Where the outside comes in: the clock and chance.
//!
//! The casefile reads neither by itself. Whoever opens it brings them, so that a test can bring its own and two stores
//! can be compared byte for byte.

use record::time::Micros;

/// The clock and chance.
pub trait Seams: Send + Sync {
    /// The present moment. It never gives the same moment twice: what is entered later stands later.
    fn now(&self) -> Micros;

    /// Sixteen bytes that nobody can foresee.
    fn chance(&self) -> [u8; 16];
}
