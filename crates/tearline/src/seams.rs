//! The clock and chance of the machine.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use casefile::Seams;
use record::time::Micros;

/// The system's clock and its random source.
#[derive(Debug, Default)]
pub struct SystemSeams {
    last: AtomicI64,
}

impl Seams for SystemSeams {
    fn now(&self) -> Micros {
        let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        let now = i64::try_from(since.as_micros()).unwrap_or(i64::MAX);
        // A clock that stands still or goes back still gives a later moment each time.
        let last = self.last.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |last| Some(now.max(last + 1)));
        Micros(now.max(last.unwrap_or(0) + 1))
    }

    fn chance(&self) -> [u8; 16] {
        let mut bytes = [0; 16];
        // Without a random source no id can be made that is safe to make; there is no way to go on.
        #[expect(clippy::expect_used, reason = "an id that could be foreseen would be worse than no program")]
        getrandom::fill(&mut bytes).expect("the system gives no random bytes");
        bytes
    }
}
