//! Processor time, as Linux counts it.

use std::path::Path;

use crate::failure::Failure;

/// How many ticks a second has in `/proc`; the same on every Linux, whatever its kernel's own clock.
const TICKS: f64 = 100.0;

/// The processor time of this thread so far, in seconds. It moves in steps of a few milliseconds.
///
/// # Errors
/// If the system does not tell it.
pub fn thread() -> Result<f64, Failure> {
    let path = Path::new("/proc/thread-self/schedstat");
    let text = std::fs::read_to_string(path).map_err(|error| Failure::at(path, &error))?;
    let nanoseconds = text.split(' ').next().and_then(|field| field.parse::<u64>().ok());
    nanoseconds.map(|count| count as f64 / 1e9).ok_or_else(|| Failure::at(path, &"it holds no time"))
}

/// The processor time of all programs that were started from here and have ended, in seconds, in steps of 10 ms.
///
/// # Errors
/// If the system does not tell it.
pub fn children() -> Result<f64, Failure> {
    let path = Path::new("/proc/self/stat");
    let text = std::fs::read_to_string(path).map_err(|error| Failure::at(path, &error))?;
    of_children(&text).map(|ticks| ticks as f64 / TICKS).ok_or_else(|| Failure::at(path, &"it holds no times"))
}

/// The fields `cutime` and `cstime`. The second field, a name in brackets, may hold blanks.
fn of_children(stat: &str) -> Option<u64> {
    let (_, fields) = stat.rsplit_once(')')?;
    let mut fields = fields.split_whitespace().skip(13);
    Some(fields.next()?.parse::<u64>().ok()? + fields.next()?.parse::<u64>().ok()?)
}

/// The processor time of a running program, of its living children, and of all children that have ended, in seconds.
pub fn family(program: u32) -> f64 {
    let Ok(entries) = std::fs::read_dir("/proc") else { return 0.0 };
    let stats = entries.flatten().filter_map(|entry| std::fs::read_to_string(entry.path().join("stat")).ok());
    stats.filter_map(|stat| of_family(&stat, program)).sum::<u64>() as f64 / TICKS
}

/// The ticks of one process, if it is `program` or a child of it.
fn of_family(stat: &str, program: u32) -> Option<u64> {
    let (name, fields) = stat.rsplit_once(')')?;
    let fields: Vec<&str> = fields.split_whitespace().collect();
    let (own, parent) = (name.split(' ').next()?.parse::<u32>().ok()?, fields.get(1)?.parse::<u32>().ok()?);
    // The fields `utime`, `stime`, `cutime` and `cstime`.
    let ticks = fields.get(11..15)?.iter().filter_map(|field| field.parse::<u64>().ok()).sum();
    (own == program || parent == program).then_some(ticks)
}

/// The most memory that a running program has had at a time, in bytes; `None` when it has ended.
pub fn peak(program: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{program}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok().map(|kilobytes| kilobytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_brackets_and_blanks_does_not_shift_the_fields() {
        let stat = "7 (a ) b) S 1 7 7 0 -1 4194304 100 200 0 0 11 12 13 14 20 0 1 0 5 6 7";
        assert_eq!(of_children(stat), Some(27));
        assert_eq!(of_children("7 (a) S 1"), None);
        assert_eq!((of_family(stat, 7), of_family(stat, 1), of_family(stat, 100)), (Some(50), Some(50), None));
    }
}
