//! Why a log, a checkpoint or a proof does not hold.

/// Why a log, a checkpoint or a proof does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LogError {
    /// A name that no log can have.
    #[error(
        "{0:?} cannot be the name of a log: write one without spaces and plus signs, such as desk.example/releases"
    )]
    Origin(String),
    /// A text that is no key of a log.
    #[error("{text:?} is no key of a log ({why}): ask whoever keeps the log for it")]
    Key {
        /// The text.
        text: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// A text that is no checkpoint.
    #[error("this is no checkpoint of a log ({0}): ask whoever keeps the log for one")]
    Checkpoint(&'static str),
    /// A checkpoint of another log than the one that was asked about.
    #[error("the checkpoint is of the log {found:?}, and the log asked about is {asked:?}: give one of the same log")]
    OtherLog {
        /// The log that was asked about.
        asked: String,
        /// The log it is of.
        found: String,
    },
    /// A signature in the log's name that is not its.
    #[error(
        "the checkpoint was changed after the key {key} signed it, or somebody else signed it in its name: ask for it again"
    )]
    WrongSignature {
        /// The key's id.
        key: String,
    },
    /// Nobody signed with this key.
    #[error("the checkpoint is not signed by the key {key}: check whose key this is")]
    Unsigned {
        /// The key's id.
        key: String,
    },
    /// A file that is no log.
    #[error("line {line} of the log is wrong ({why}): ask whoever keeps the log for it again")]
    Text {
        /// The line, from 1.
        line: usize,
        /// What is wrong with it.
        why: &'static str,
    },
    /// The log does not hold what its own checkpoint says.
    #[error(
        "the log's {size} entries are not those that its checkpoint was signed over: one was changed, added or removed"
    )]
    OtherEntries {
        /// How many entries there are.
        size: u64,
    },
    /// The log was longer once.
    #[error("the log had {old} entries once and has {now} now: entries were removed, and a log may only grow")]
    Shrunk {
        /// How many there were.
        old: u64,
        /// How many there are.
        now: u64,
    },
    /// The log's beginning is not what it was.
    #[error(
        "the first {old} entries of the log are not what they were when that checkpoint was signed: do not rely on the log"
    )]
    Rewritten {
        /// How many there were.
        old: u64,
    },
    /// There is no such entry.
    #[error("the log has {size} entries and none at place {index}: append it first")]
    NoEntry {
        /// The place, from 0.
        index: u64,
        /// How many there are.
        size: u64,
    },
    /// Another entry stands there.
    #[error("the entry at place {0} of the log is not the packet's: give the place at which it was appended")]
    OtherEntry(u64),
    /// A text that is not the log's word on a packet.
    #[error("the log's word on the packet is not written as it must be ({0}): it was changed; ask for it again")]
    Logged(String),
    /// A proof that leads elsewhere.
    #[error(
        "the proof does not lead from the packet to the log's root: the entry was removed or changed, or this is another \
         packet's proof"
    )]
    NotIncluded,
}
