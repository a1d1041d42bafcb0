//! How far a long command has got, on one line of a terminal that is taken away again.

use std::io::Write;
use std::time::{Duration, Instant};

/// The line. It appears when the work takes longer than a second, and only where somebody watches.
#[derive(Debug)]
pub struct Progress {
    live: bool,
    total: usize,
    since: Instant,
    shown: Option<Instant>,
}

impl Progress {
    /// Progress towards `total` documents.
    pub fn new(live: bool, total: usize) -> Self {
        Self { live, total, since: Instant::now(), shown: None }
    }

    /// Shows that `done` documents are done, a few times a second.
    pub fn show(&mut self, err: &mut dyn Write, done: usize) {
        const PATIENCE: Duration = Duration::from_secs(1);
        const PAUSE: Duration = Duration::from_millis(200);
        let due = match self.shown {
            None => self.since.elapsed() > PATIENCE,
            Some(last) => last.elapsed() > PAUSE,
        };
        if self.live && due && done < self.total {
            // A terminal that cannot be written to shows no progress, and that is all.
            let _ = write!(err, "\r\u{1b}[2Kread {done} of {}", self.total);
            let _ = err.flush();
            self.shown = Some(Instant::now());
        }
    }

    /// Takes the line away, if it stands there, so that something else can be written.
    pub fn clear(&mut self, err: &mut dyn Write) {
        if self.shown.take().is_some() {
            // The next line is due at once.
            let _ = write!(err, "\r\u{1b}[2K");
            let _ = err.flush();
        }
    }

    /// Whether a person watches.
    pub fn is_live(&self) -> bool {
        self.live
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quick_work_and_work_that_nobody_watches_shows_nothing() {
        let mut err = Vec::new();
        let mut quick = Progress::new(true, 10);
        quick.show(&mut err, 3);
        let mut unseen = Progress::new(false, 10);
        unseen.since = Instant::now().checked_sub(Duration::from_secs(5)).unwrap();
        unseen.show(&mut err, 3);
        unseen.clear(&mut err);
        assert!(err.is_empty());
    }

    #[test]
    fn long_work_is_shown_on_a_line_that_goes_away() {
        let mut err = Vec::new();
        let mut long = Progress::new(true, 10);
        long.since = Instant::now().checked_sub(Duration::from_secs(5)).unwrap();
        long.show(&mut err, 3);
        long.show(&mut err, 4);
        long.clear(&mut err);
        long.clear(&mut err);
        assert_eq!(String::from_utf8(err).unwrap(), "\r\u{1b}[2Kread 3 of 10\r\u{1b}[2K");
    }
}
