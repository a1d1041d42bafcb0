//! A PDF read in a process of its own, which may be stopped when it takes too long or too much.
//!
//! The program calls itself: the PDF goes in on its standard input, and what was read comes out as JSON.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::Answer;
use crate::collect::format::refused::Why;

/// How to have a PDF read in another process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Child {
    /// The program, which must do with `args` what [`child`] does.
    pub program: PathBuf,
    /// Its arguments.
    pub args: Vec<OsString>,
    /// How many seconds it may take.
    pub seconds: u64,
    /// How many megabytes of memory it may take, where the system can see to that.
    pub megabytes: u64,
}

/// The most bytes that a child may answer.
const ANSWER: u64 = 512 << 20;
/// The most bytes of its last words that are kept.
const WORDS: u64 = 64 << 10;

/// What the child process does: reads a PDF from `source`, and writes what is in it.
///
/// # Errors
/// Where it cannot read or write.
pub fn child(source: &mut dyn Read, out: &mut dyn Write, seconds: u64, megabytes: u64) -> std::io::Result<()> {
    limit(seconds, megabytes);
    let mut bytes = Vec::new();
    source.read_to_end(&mut bytes)?;
    let answer = super::answer(&bytes);
    serde_json::to_writer(&mut *out, &answer)?;
    out.flush()
}

/// Bounds this process. Where the system refuses, the parent still watches the clock.
#[cfg(unix)]
fn limit(seconds: u64, megabytes: u64) {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let most = |value: u64| Rlimit { current: Some(value), maximum: Some(value) };
    let _ = setrlimit(Resource::As, most(megabytes << 20));
    // A child whose parent was killed ends by itself.
    let _ = setrlimit(Resource::Cpu, most(seconds + 1));
    let _ = setrlimit(Resource::Core, most(0));
}

#[cfg(not(unix))]
fn limit(_: u64, _: u64) {}

impl Child {
    /// Has a PDF read.
    pub(super) fn ask(&self, bytes: &[u8]) -> Result<Answer, Why> {
        let failed =
            |error: std::io::Error| Why::Cut { reason: format!("the process that reads PDFs cannot start: {error}") };
        let mut process = Command::new(&self.program)
            .args(&self.args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(failed)?;
        let (input, output, error) = (process.stdin.take(), process.stdout.take(), process.stderr.take());
        let (status, answer, words) = thread::scope(|scope| {
            scope.spawn(move || {
                // A child that stops early does not take it all.
                let _ = input.map(|mut input| input.write_all(bytes));
            });
            let answer = scope.spawn(move || drain(output, ANSWER));
            let words = scope.spawn(move || drain(error, WORDS));
            let begun = Instant::now();
            let limit = Duration::from_secs(self.seconds);
            let mut pause = Duration::from_micros(500);
            let status = loop {
                match process.try_wait() {
                    Ok(Some(status)) => break Some(status),
                    Ok(None) if begun.elapsed() < limit => {}
                    _ => {
                        let _ = process.kill();
                        let _ = process.wait();
                        break None;
                    }
                }
                thread::sleep(pause);
                pause = (pause * 2).min(Duration::from_millis(20));
            };
            (status, answer.join().unwrap_or_default(), words.join().unwrap_or_default())
        });
        self.judge(status, &answer, &String::from_utf8_lossy(&words))
    }

    fn judge(&self, status: Option<ExitStatus>, answer: &[u8], words: &str) -> Result<Answer, Why> {
        let Some(status) = status else { return Err(Why::Slow { seconds: self.seconds }) };
        if status.success() {
            return serde_json::from_slice(answer)
                .map_err(|error| Why::Cut { reason: format!("the process that reads PDFs broke off: {error}") });
        }
        if words.contains("memory allocation of") {
            return Err(Why::Hungry { megabytes: self.megabytes });
        }
        if words.contains("overflowed its stack") {
            return Err(Why::broken("a PDF", "its parts are too deep inside each other"));
        }
        #[cfg(unix)]
        if matches!(std::os::unix::process::ExitStatusExt::signal(&status), Some(9 | 24)) {
            return Err(Why::Slow { seconds: self.seconds });
        }
        Err(Why::broken("a PDF", "reading it stopped the process that did"))
    }
}

fn drain(source: Option<impl Read>, most: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Some(mut source) = source {
        // What is beyond is thrown away, so that the child does not wait to be heard.
        let _ = (&mut source).take(most).read_to_end(&mut bytes);
        let _ = std::io::copy(&mut source, &mut std::io::sink());
    }
    bytes
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn ask(script: &str, bytes: &[u8]) -> Why {
        let args = vec!["-c".into(), script.into()];
        Child { program: "/bin/sh".into(), args, seconds: 1, megabytes: 64 }.ask(bytes).unwrap_err()
    }

    #[test]
    fn a_child_that_does_not_answer_is_stopped_and_named() {
        assert_eq!(ask("exec sleep 60", b""), Why::Slow { seconds: 1 });
        assert_eq!(
            ask("echo 'memory allocation of 99 bytes failed' >&2; exit 134", b""),
            Why::Hungry { megabytes: 64 }
        );
        assert_eq!(
            ask("exit 3", &vec![0; 1 << 20]).to_string(),
            "it cannot be read as a PDF: reading it stopped the process that did"
        );
        assert!(ask("echo '{'", b"").to_string().contains("the process that reads PDFs broke off"));
    }

    #[test]
    fn a_child_answers_in_json() {
        let args = vec!["-c".into(), "cat >/dev/null; echo '\"password\"'".into()];
        let child = Child { program: "/bin/sh".into(), args, seconds: 5, megabytes: 64 };
        assert_eq!(child.ask(b"x").unwrap(), Answer::Password);
    }
}
