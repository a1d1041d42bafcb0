//! How far a long command has got, on one line of a terminal that is taken away again.

use std::io::Write;
use std::time::{Duration, Instant};

use crate::show::rows::counted;

/// The line. It appears when the work takes longer than a second, and only where somebody watches.
#[derive(Debug)]
pub struct Progress {
    live: bool,
    total: u64,
    since: Instant,
    shown: Option<Instant>,
}

impl Progress {
    /// Progress towards `total` bytes, 0 where nobody knows how many there will be.
    pub fn new(live: bool, total: u64) -> Self {
        Self { live, total, since: Instant::now(), shown: None }
    }

    /// Shows that `done` documents are done and `seen` bytes were looked at, a few times a second.
    pub fn show(&mut self, err: &mut dyn Write, done: usize, seen: u64) {
        const PATIENCE: Duration = Duration::from_secs(1);
        const PAUSE: Duration = Duration::from_millis(200);
        let due = match self.shown {
            None => self.since.elapsed() > PATIENCE,
            Some(last) => last.elapsed() > PAUSE,
        };
        if self.live && due {
            // A terminal that cannot be written to shows no progress, and that is all.
            let line = line(done, seen, self.total, self.since.elapsed().as_secs_f64());
            let _ = write!(err, "\r\u{1b}[2K{line}");
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

/// `read 120 documents, 31 a second, 40 %, about 2 min left`.
fn line(done: usize, seen: u64, total: u64, seconds: f64) -> String {
    let rate = done as f64 / seconds.max(0.001);
    let mut line = format!("read {}", counted(done, "document"));
    if done > 0 {
        let rate = if rate < 10.0 { format!("{rate:.1}") } else { format!("{rate:.0}") };
        line.push_str(&format!(", {rate} a second"));
    }
    // A ZIP archive is looked at as a whole before its documents come: then nobody knows how many there will be.
    if seen < total {
        let share = seen as f64 / total as f64;
        line.push_str(&format!(", {:.0} %", (share * 100.0).floor()));
        if share > 0.01 {
            line.push_str(&format!(", about {} left", span(seconds * (1.0 - share) / share)));
        }
    }
    line
}

/// Seconds in the unit that suits them.
fn span(seconds: f64) -> String {
    match seconds {
        few if few < 90.0 => format!("{:.0} s", few.max(1.0)),
        some if some < 5400.0 => format!("{:.0} min", some / 60.0),
        many => format!("{:.1} h", many / 3600.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quick_work_and_work_that_nobody_watches_shows_nothing() {
        let mut err = Vec::new();
        let mut quick = Progress::new(true, 10);
        quick.show(&mut err, 3, 3);
        let mut unseen = Progress::new(false, 10);
        unseen.since = Instant::now().checked_sub(Duration::from_secs(5)).unwrap();
        unseen.show(&mut err, 3, 3);
        unseen.clear(&mut err);
        assert!(err.is_empty());
    }

    #[test]
    fn long_work_is_shown_on_a_line_that_goes_away() {
        let mut err = Vec::new();
        let mut long = Progress::new(true, 10);
        long.since = Instant::now().checked_sub(Duration::from_secs(5)).unwrap();
        long.show(&mut err, 0, 10);
        long.show(&mut err, 4, 10);
        long.clear(&mut err);
        long.clear(&mut err);
        assert_eq!(String::from_utf8(err).unwrap(), "\r\u{1b}[2Kread 0 documents\r\u{1b}[2K");
    }

    #[test]
    fn the_rate_and_what_is_left_are_in_units_that_people_use() {
        assert_eq!(line(30, 250, 1000, 10.0), "read 30 documents, 3.0 a second, 25 %, about 30 s left");
        assert_eq!(line(1, 100_000, 10_000_000, 60.0), "read 1 document, 0.0 a second, 1 %");
        assert_eq!(line(9000, 1 << 20, 1 << 30, 9.0), "read 9000 documents, 1000 a second, 0 %");
        assert_eq!(line(9000, 1 << 27, 1 << 30, 900.0), "read 9000 documents, 10 a second, 12 %, about 1.8 h left");
        assert_eq!(line(40, 900, 900, 4.0), "read 40 documents, 10 a second");
    }
}
