//! Ctrl-C while documents are read: the record at hand is written to its end, and no other is begun.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::SIGINT;
use signal_hook::flag;

/// The exit code of a command that was interrupted.
pub const INTERRUPTED: u8 = 130;

/// Whether somebody wants the command to stop. A second Ctrl-C ends the program at once.
#[derive(Debug, Default)]
pub struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// Listens from now on. Where the system has no such signal, Ctrl-C does what it always does.
    pub fn watch() -> Self {
        let wanted = Arc::new(AtomicBool::new(false));
        // The order matters: the first signal finds the flag down, passes the first action and puts the flag up.
        let twice = flag::register_conditional_shutdown(SIGINT, i32::from(INTERRUPTED), Arc::clone(&wanted));
        if twice.is_ok() {
            let _ = flag::register(SIGINT, Arc::clone(&wanted));
        }
        Self(wanted)
    }

    /// What goes up when Ctrl-C is pressed, for those who wait for others meanwhile.
    pub fn flag(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.0)
    }

    /// Whether Ctrl-C was pressed.
    pub fn came(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}
