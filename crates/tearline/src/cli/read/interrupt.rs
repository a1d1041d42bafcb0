//! Ctrl-C, or a polite order to end, while documents are read: the record at hand is written to its end, and no other is begun.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;

/// The exit codes of a command that was interrupted, and of one that was told to end.
const INTERRUPTED: u8 = 130;
const TERMINATED: u8 = 143;

/// Whether somebody wants the command to stop. A second signal ends the program at once.
#[derive(Debug, Default)]
pub struct Interrupt {
    wanted: Arc<AtomicBool>,
    told_to_end: Arc<AtomicBool>,
}

impl Interrupt {
    /// Listens from now on. Where the system has no such signal, Ctrl-C does what it always does.
    pub fn watch() -> Self {
        let stop = Self::default();
        // The order matters: the first signal finds the flag down, passes the first action and puts the flag up.
        for (signal, code) in [(SIGINT, INTERRUPTED), (SIGTERM, TERMINATED)] {
            if flag::register_conditional_shutdown(signal, i32::from(code), Arc::clone(&stop.wanted)).is_ok() {
                let _ = flag::register(signal, Arc::clone(&stop.wanted));
            }
        }
        let _ = flag::register(SIGTERM, Arc::clone(&stop.told_to_end));
        stop
    }

    /// The exit code of a command that stopped for it.
    pub fn code(&self) -> u8 {
        if self.told_to_end.load(Ordering::Relaxed) { TERMINATED } else { INTERRUPTED }
    }

    /// What goes up when Ctrl-C is pressed, for those who wait for others meanwhile.
    pub fn flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.wanted)
    }

    /// Whether Ctrl-C was pressed, or the program told to end.
    pub fn came(&self) -> bool {
        self.wanted.load(Ordering::Relaxed)
    }
}
