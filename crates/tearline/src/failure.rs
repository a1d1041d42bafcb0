//! What went wrong, for a person: the thing, the reason and the way out, and the exit code. The one place where the
//! errors of the rooms are given words for this program.

use std::io::Write;
use std::path::Path;

use anstyle::{AnsiColor, Style};
use casefile::account::AccountError;
use casefile::format::{Refused, Why};
use casefile::register::SealError;
use casefile::{CasefileError, WeighError};
use disclose::packet::{KeyError, VerifyError};

use crate::show::table::{one_line, turns};

/// Exit code of a command that could not do what it was asked.
pub const FAILED: u8 = 1;
/// Exit code of a command that was called wrongly.
pub const USAGE: u8 = 2;

/// What kind of failure it is, for programs: what an exit code is too narrow for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// It is not there, or whoever asks may not see it: those two are one.
    Unknown,
    /// Several things are meant by one name.
    Ambiguous,
    /// Something of that name is there, it was changed in the meantime, or it is not in a state for that.
    Conflict,
    /// Something was entered in the meantime: what was decided on is not what is there now.
    Moved,
    /// Nobody is logged in.
    Login,
    /// Too many tries; so many seconds to wait.
    Throttled(u64),
    /// Whoever asks may not do it, or a rule of the house refuses.
    Refused,
    /// What was given cannot be used.
    Invalid,
    /// The store cannot be read or written.
    Store,
}

impl Kind {
    /// The HTTP status.
    pub const fn status(self) -> u16 {
        match self {
            Self::Unknown => 404,
            Self::Ambiguous | Self::Invalid => 422,
            Self::Conflict | Self::Moved => 409,
            Self::Login => 401,
            Self::Throttled(_) => 429,
            Self::Refused => 403,
            Self::Store => 500,
        }
    }

    /// One word that does not change.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Ambiguous => "ambiguous",
            Self::Conflict => "conflict",
            Self::Moved => "moved",
            Self::Login => "login",
            Self::Throttled(_) => "throttled",
            Self::Refused => "refused",
            Self::Invalid => "invalid",
            Self::Store => "store",
        }
    }
}

/// Why a command stopped.
#[derive(Debug)]
pub struct Failure {
    code: u8,
    kind: Kind,
    message: String,
    hint: Option<String>,
    /// What was not taken, where it is that: it may be kept to be tried again.
    refused: Option<Box<Refused>>,
}

/// The result of a command: its exit code.
pub type Outcome = Result<u8, Failure>;

impl Failure {
    /// Something that could not be done.
    pub fn failed(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { code: FAILED, kind: Kind::Invalid, message: message.into(), hint: Some(hint.into()), refused: None }
    }

    /// A command that was called wrongly.
    pub fn usage(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { code: USAGE, kind: Kind::Invalid, message: message.into(), hint: Some(hint.into()), refused: None }
    }

    /// A file that cannot be read or written.
    pub fn file(path: &Path, error: &std::io::Error) -> Self {
        let hint = match error.kind() {
            std::io::ErrorKind::NotFound => "check the spelling of the path",
            std::io::ErrorKind::PermissionDenied => "check who may read and write there",
            std::io::ErrorKind::IsADirectory => "name a file, not a folder",
            _ => "check the disk and the path",
        };
        Self::failed(format!("{}: {}", one_line(&path.display().to_string()), reason(error)), hint)
    }

    /// What happened, for use inside another message.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// The way out.
    pub fn hint(&self) -> Option<&str> {
        self.hint.as_deref()
    }

    /// What kind it is, for programs.
    pub const fn kind(&self) -> Kind {
        self.kind
    }

    /// Why something was not taken, where it is that.
    pub fn refused(&self) -> Option<&Why> {
        self.refused.as_ref().map(|refused| &refused.why)
    }

    /// The same, said of something by name.
    #[must_use]
    pub fn about(mut self, name: &str) -> Self {
        self.message = format!("{name}: {}", self.message);
        self
    }

    /// Writes the message and the hint, and gives the exit code.
    pub fn tell(&self, err: &mut dyn Write) -> u8 {
        let red = Style::new().bold().fg_color(Some(AnsiColor::Red.into()));
        let cyan = Style::new().fg_color(Some(AnsiColor::Cyan.into()));
        if self.message.is_empty() {
            return self.code;
        }
        // Nothing can be done about a standard error that cannot be written to.
        let _ = writeln!(err, "{red}error{red:#}: {}", harmless(&self.message));
        if let Some(hint) = &self.hint {
            let _ = writeln!(err, " {cyan}hint{cyan:#}: {hint}");
        }
        self.code
    }
}

/// A message as it may go to a terminal: what is wrong with a file may be told in words of that file.
fn harmless(message: &str) -> String {
    message
        .lines()
        .map(|line| line.chars().filter(|sign| !sign.is_control() && !turns(*sign)).collect())
        .collect::<Vec<String>>()
        .join("\n")
}

/// The system's reason without its number.
pub fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        std::io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        std::io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        _ => error.to_string(),
    }
}

impl From<std::io::Error> for Failure {
    /// An error in writing results. A closed pipe is the reader's wish and ends the command in silence.
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            return Self { code: 0, kind: Kind::Store, message: String::new(), hint: None, refused: None };
        }
        Self::failed(format!("the output cannot be written: {}", reason(&error)), "check where the output goes")
    }
}

impl From<Refused> for Failure {
    fn from(refused: Refused) -> Self {
        // A name may come out of an archive, and say to a terminal what its maker liked.
        let why = refused.why.to_string();
        let message = format!("{}: {}", one_line(&refused.name), one_line(&why));
        let failure = Self::failed(message, refused.why.hint());
        Self { refused: Some(Box::new(refused)), ..failure }
    }
}

impl From<CasefileError> for Failure {
    fn from(error: CasefileError) -> Self {
        let hint = match &error {
            CasefileError::NoStore(_) => "make one with `tearline --case FILE case new \"QUESTION\"`",
            CasefileError::NotAStore(_) => "--case takes a file that `case new` made; documents are given to `collect`",
            CasefileError::Newer(_) => "open it with the version that wrote it, or a later one; nothing was changed",
            CasefileError::ReadOnly { .. } => {
                "check who may write there and that the disk is not full; what was acknowledged is kept, and nothing was half done"
            }
            CasefileError::Unreachable { .. } => {
                "check the address, the name and the password, and that the server runs"
            }
            CasefileError::NoCase => "open one with `case new \"QUESTION\"`",
            CasefileError::SeveralCases(_) => "name one behind the file: --case FILE#ID",
            CasefileError::Unknown { kind: "claim", .. } => {
                "`claims` lists them with their ids; the first four digits or more will do"
            }
            CasefileError::Unknown { kind: "hypothesis", .. } => "`hypothesis list` lists them; OTHER's key is `other`",
            CasefileError::Unknown { kind: "disclosure", .. } => "`disclose list` lists them with their ids",
            CasefileError::Unknown { kind: "line", .. } => "`disclose show` numbers them",
            CasefileError::Unknown { kind: "mandate of", .. } => "`mandates` lists them",
            CasefileError::Unknown { kind: "whole draft", .. } => {
                "it was begun by an earlier version and has parts that you may not see; propose it anew"
            }
            CasefileError::Guarded { .. } => {
                "propose anew with `disclose new --version-of`, so that the draft is guarded as what is there now"
            }
            CasefileError::JudgementMoved(_) => {
                "`disclose change` states it as it is now; then it is agreed to and approved anew"
            }
            CasefileError::OtherAudience { .. } => "issue it to the audience of the older one",
            CasefileError::AskSecurity => "`disclose show` prints the draft's hash, which `disclose clear` takes",
            CasefileError::Uncovered { .. } => "`disclose cover` shows what breaks it",
            CasefileError::Verbatim { .. } => "`disclose guard` shows all of it",
            CasefileError::ComesNear { .. } => "`disclose cover` shows what it comes near",
            CasefileError::NotTheirReporting(_) => "`mandate list` says who speaks for whom",
            CasefileError::CoverFigure { .. } => "name a figure in that range",
            CasefileError::NobodyToAsk => "`disclose show` says where every owner stands",
            CasefileError::NotHolder(_) => "leave --view-as out, or ask whoever holds the case file",
            CasefileError::Unknown { kind: "document", .. } => {
                "`case show` lists them; the first four digits or more will do"
            }
            CasefileError::Unknown { kind: "actor", .. } => {
                "`actors --names` lists every name, to be written to the letter"
            }
            CasefileError::Unknown { kind: "source", .. } => "`sources` lists them with their ids",
            CasefileError::Unknown { kind: "warning", .. } => "`warnings` lists them with their ids",
            CasefileError::Unknown { kind: "indicator", .. } => "`indicator list` lists them with their ids",
            CasefileError::Unknown { kind: "root" | "root or source", .. } => "`evidence list` lists the roots",
            CasefileError::Unknown { kind: "assumption", .. } => "`hypothesis list` lists them with their ids",
            CasefileError::Unknown { kind: "search", .. } => "`search --list` lists them",
            CasefileError::NoSuchValue { .. } => "write one of these",
            CasefileError::Unknown { .. } => "`case list` lists them with their ids",
            CasefileError::Ambiguous { .. } => "give more digits of the id",
            CasefileError::Namesakes { .. } => "name it by the beginning of its id, which `evidence list` shows",
            CasefileError::Held { .. } => {
                "leave it out here, or take that root back first: `evidence withdraw --root NAME --why REASON`"
            }
            CasefileError::Exists { kind: "root", .. } => {
                "leave --likelihood out to enter the claims as its echoes, or choose another name"
            }
            CasefileError::Exists { kind: "resolution", .. } => "take it back first: `resolve --undo --why REASON`",
            CasefileError::Exists { kind: "indicator", .. } => "choose another text",
            CasefileError::Exists { kind: "search" | "source", .. } => "choose another name",
            CasefileError::Exists { kind: "key for what is sealed of", .. } => {
                "a source keeps the key that its material was sealed with; enter another source for a new one"
            }
            CasefileError::Exists { .. } => "choose another key",
            CasefileError::Empty(_) => "give it at least one word",
            CasefileError::Priors { .. } => "give priors from .000001 up that together leave as much for OTHER",
            CasefileError::Key(_) => "evidence speaks of it as KEY=.6-.8",
            CasefileError::Hindsight => "`resolve --undo --why REASON` opens it again, where it was not to be resolved",
            CasefileError::OutsideWindow(_) => {
                "reject it, or say --date where it was seen on another day than its document is of"
            }
            CasefileError::Overlap { .. } => "state what sets it apart, or leave it out",
            CasefileError::Future { .. } => "give the day on which it was said or seen",
            CasefileError::Window { .. } => "write the earlier day as --from",
            CasefileError::SaysNothing(_) => "name a claim that says something; `claims` lists them with their stance",
            CasefileError::StatedAgain { .. } => {
                "leave that out to enter echoes; `evidence restate` states its likelihoods anew, and for the rest take the root back (`evidence \
                 withdraw`) and enter it under another name"
            }
            CasefileError::Already { withdrawn: true, .. } => "`evidence restore` lets it count again",
            CasefileError::Already { withdrawn: false, .. } => "`evidence withdraw` takes it back",
            CasefileError::Alone(_) => "`evidence group` says what depends on what",
            CasefileError::Certain { .. } => "say .01 or .99 where you are as good as certain; nobody is more",
            CasefileError::ForecastSum(_) => "leave other=P out to give OTHER what the rest leaves",
            CasefileError::NotForecast(_) => "give a probability for every key that `hypothesis list` shows",
            CasefileError::Unresolved => "`resolve KEY --on DATE --how TEXT` says what came true",
            CasefileError::Contradiction(_) => "suppose one of the two",
            CasefileError::Circular(_) => "suppose a prior below 1, or that a root or source is absent or false",
            CasefileError::Weigh(WeighError::TooFew) => "`hypothesis add KEY TEXT --prior P` states one",
            CasefileError::Weigh(WeighError::Prior { .. } | WeighError::Sum(_)) => {
                "write each prior between 0 and 1, so that together they leave something for `other`: --prior KEY=.1"
            }
            CasefileError::Weigh(_) => {
                "`hypothesis list` shows what the evidence must speak of; write --likelihood KEY=.6-.8"
            }
            // These say the way out themselves.
            CasefileError::Marking(_)
            | CasefileError::Refused(_)
            | CasefileError::Packet(_)
            | CasefileError::Log(_)
            | CasefileError::Wording(_) => {
                return Self {
                    code: FAILED,
                    kind: kind_of(&error),
                    message: error.to_string(),
                    hint: None,
                    refused: None,
                };
            }
            CasefileError::Audience(_) => {
                "write --audience public, or a clearance such as TLP:AMBER or SECRET,country=GBR"
            }
            CasefileError::NotInText { .. } => "give words as they stand in the document, to the letter",
            CasefileError::Same(_) => "name two of them",
            CasefileError::Whole => "leave --view-as out",
            CasefileError::Taken(_) => "choose another place: nothing is written over",
            CasefileError::Checkpoint(_) => {
                "`tearline checkpoint` makes one; --key takes the .pub of the key that signed it"
            }
            CasefileError::Moved => "run the command again",
            CasefileError::Above(..) => "leave --view-as out, or give a marking and owners by which it may be seen",
            CasefileError::NoOwner(_) => "write --owner NAME: whose word can be asked for",
            CasefileError::NoKey(_) => "write --new-key FILE to make one, or --recipient age1… of one that is there",
            CasefileError::Erased(_) => "what was sealed is gone for good; enter another source for what comes now",
            CasefileError::Seal(SealError::NotARecipient) => {
                "`# public key:` in the file of the key says it; what begins with AGE-SECRET-KEY- is the secret part"
            }
            CasefileError::Seal(SealError::Shared) => "leave --recipient out and write --new-key FILE",
            CasefileError::NotOwner(_) => "ask one of its owners, whom `source show` names, or whoever holds the store",
            CasefileError::NothingSealed(_) => "`source seal` seals files",
            CasefileError::Seal(_) => "give the file that `source add --new-key` made for this very source",
            CasefileError::NoDate(_) => "write --date 2023-02-18",
            CasefileError::Itself(_) => "give the file of the translation",
            CasefileError::Unlinked(_) => "`link join` says that two documents have one origin",
            CasefileError::UnknownMarking(_) => {
                "say --marking to take it in as what you know it to be; nothing of it was kept"
            }
            CasefileError::NoPacket(_) => "`disclose issue` issues it",
            CasefileError::Damaged(_) => "restore the file from a backup, and keep this one for whoever looks into it",
            CasefileError::Database(_) => "check the disk, and that no other program holds the file",
        };
        Self { kind: kind_of(&error), ..Self::failed(error.to_string(), hint) }
    }
}

/// What kind of failure an error of the casefile is.
fn kind_of(error: &CasefileError) -> Kind {
    match error {
        CasefileError::NoStore(_)
        | CasefileError::NotAStore(_)
        | CasefileError::Newer(_)
        | CasefileError::ReadOnly { .. }
        | CasefileError::Unreachable { .. }
        | CasefileError::Damaged(_)
        | CasefileError::Database(_) => Kind::Store,
        CasefileError::NoCase
        | CasefileError::Unknown { .. }
        | CasefileError::NoPacket(_)
        | CasefileError::NothingSealed(_) => Kind::Unknown,
        CasefileError::SeveralCases(_) | CasefileError::Ambiguous { .. } | CasefileError::Namesakes { .. } => {
            Kind::Ambiguous
        }
        CasefileError::Moved => Kind::Moved,
        CasefileError::Exists { .. }
        | CasefileError::Held { .. }
        | CasefileError::Already { .. }
        | CasefileError::StatedAgain { .. }
        | CasefileError::JudgementMoved(_)
        | CasefileError::Erased(_)
        | CasefileError::Hindsight
        | CasefileError::Unresolved => Kind::Conflict,
        CasefileError::Refused(_)
        | CasefileError::Above(..)
        | CasefileError::NotHolder(_)
        | CasefileError::NotTheirReporting(_)
        | CasefileError::NotOwner(_)
        | CasefileError::Guarded { .. }
        | CasefileError::Whole => Kind::Refused,
        _ => Kind::Invalid,
    }
}

impl From<AccountError> for Failure {
    fn from(error: AccountError) -> Self {
        let (kind, hint) = match &error {
            AccountError::Wrong => (Kind::Login, "try again; an administrator gives a new password"),
            AccountError::CodeNeeded => (Kind::Login, "send the code that the second factor shows now"),
            AccountError::Throttled(seconds) => (Kind::Throttled(*seconds), "wait, and try again"),
            AccountError::Nobody => (Kind::Login, "log in"),
            AccountError::SetUp => (Kind::Conflict, "log in"),
            AccountError::Taken(_) => (Kind::Conflict, "choose another name"),
            AccountError::NoSuch { .. } => (Kind::Unknown, "look at the list of them"),
            AccountError::Unusable(_) => (Kind::Invalid, "give another"),
            AccountError::Last(_) => (Kind::Conflict, "make somebody else an administrator first"),
            AccountError::Moved => (Kind::Moved, "look at it, and try again"),
            AccountError::Casefile(_) => (Kind::Store, ""),
        };
        match error {
            AccountError::Casefile(error) => error.into(),
            error => Self { kind, ..Self::failed(error.to_string(), hint) },
        }
    }
}

impl From<KeyError> for Failure {
    fn from(error: KeyError) -> Self {
        Self { code: FAILED, kind: Kind::Invalid, message: error.to_string(), hint: None, refused: None }
    }
}

impl From<VerifyError> for Failure {
    fn from(error: VerifyError) -> Self {
        Self { code: FAILED, kind: Kind::Invalid, message: format!("NOT VERIFIED: {error}"), hint: None, refused: None }
    }
}

#[cfg(test)]
mod tests {
    use casefile::format::Why;

    use super::*;

    #[test]
    fn a_name_and_a_reason_say_nothing_to_the_terminal() {
        let told = |failure: Failure| {
            let mut out = Vec::new();
            assert_eq!(failure.tell(&mut out), FAILED);
            anstream::adapter::strip_str(&String::from_utf8(out).unwrap()).to_string()
        };
        let missing = std::io::Error::from(std::io::ErrorKind::NotFound);
        assert_eq!(
            told(Failure::file(Path::new("a\u{1b}]0;x\u{7}\nerror: b\u{202e}.txt"), &missing)),
            "error: a]0;x error: b.txt: there is no such file or folder\n hint: check the spelling of the path\n"
        );
        let why = Why::Broken { format: "a feed", reason: "expected </a\u{9b}2J\u{1b}[2J>".to_owned() };
        let mut out = Vec::new();
        Failure::from(Refused { name: "a".to_owned(), why }).tell(&mut out);
        assert!(!String::from_utf8(out).unwrap().contains("\u{1b}[2J"));
        assert_eq!(told(Failure::failed("a\u{7}\n  b", "c")), "error: a\n  b\n hint: c\n", "lines stay lines");
    }
}
