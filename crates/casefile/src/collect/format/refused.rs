//! Why something that came in is not a document, in words: each refusal names the reason and the way out.
//!
//! A refusal is of one thing (a file, a member of an archive, a record); what stands beside it is taken all the same.

use std::fmt;

/// Something that was not taken, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{name}: {why}")]
pub struct Refused {
    /// The name it came under: a path, or `FILE#member` for what stands in a file.
    pub name: String,
    /// The reason.
    pub why: Why,
}

/// The reason of a refusal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Why {
    /// It is not text, nor anything that holds text.
    #[error("it is not text: {what}")]
    Binary {
        /// What it looks like instead.
        what: String,
    },
    /// It is a key that signs.
    #[error("it is a private key, which is never taken into a case")]
    Key,
    /// It is text in an encoding that is not what it says it is, or cannot be told.
    #[error("it is not {encoding}: the byte {byte:#04x} at offset {offset} cannot be read")]
    Encoding {
        /// The encoding it was read in.
        encoding: String,
        /// Where the first unreadable byte stands.
        offset: usize,
        /// That byte.
        byte: u8,
    },
    /// It has the format by its name or first bytes, but not the form.
    #[error("it cannot be read as {format}: {reason}")]
    Broken {
        /// The format, with its article: "a PDF".
        format: &'static str,
        /// What is wrong with it.
        reason: String,
    },
    /// It is a record, and no field of it is named as those of a text are.
    #[error("it cannot be read as {format}: {reason}")]
    Textless {
        /// The format, with its article.
        format: &'static str,
        /// Where no such name is.
        reason: &'static str,
    },
    /// It is whole, and holds no words.
    #[error("there are no words in it: {what}")]
    Wordless {
        /// What it is instead: "a PDF of pictures".
        what: String,
    },
    /// It opens with a password.
    #[error("it is {what} that opens with a password")]
    Password {
        /// What it is, with its article.
        what: &'static str,
    },
    /// It is larger than is taken.
    #[error("it is larger than {} MB, the most that is taken as {what}", .limit >> 20)]
    Large {
        /// As what it would have been taken: "one document".
        what: &'static str,
        /// The most, in bytes.
        limit: u64,
    },
    /// It unpacks to many times its size: made to fill a disk, or as good as that.
    #[error("it unpacks to more than {ratio} times its size, as only a zip bomb does")]
    Bomb {
        /// How many times as large it may become.
        ratio: u64,
    },
    /// All that was unpacked out of one file is more than is taken.
    #[error("it unpacks to more than {} MB in all", .limit >> 20)]
    Unpacked {
        /// The most, in bytes.
        limit: u64,
    },
    /// It holds more things than are taken.
    #[error("it holds more than {limit} documents")]
    Many {
        /// The most.
        limit: u64,
    },
    /// It is an archive in an archive in an archive.
    #[error("it is an archive inside {limit} others, and no deeper one is opened")]
    Deep {
        /// How many may be inside each other.
        limit: usize,
    },
    /// It is a member of an archive whose name leads out of it.
    #[error("its name leads out of the archive: {escape}")]
    Escape {
        /// How: "it is absolute", "it climbs with ..", "it is a link".
        escape: &'static str,
    },
    /// Reading took longer than is allowed.
    #[error("reading it took longer than {seconds} s, and was stopped")]
    Slow {
        /// How long it may take.
        seconds: u64,
    },
    /// Reading took more memory than is allowed.
    #[error("reading it took more than {megabytes} MB of memory, and was stopped")]
    Hungry {
        /// How much it may take.
        megabytes: u64,
    },
    /// There is nothing at the path.
    #[error("there is no such file or folder")]
    Missing,
    /// The system does not let it be read.
    #[error("it may not be read: {reason}")]
    Closed {
        /// What the system said.
        reason: String,
    },
    /// It is no file: a socket, a pipe or a device.
    #[error("it is {what}, and not a file")]
    Special {
        /// What it is, with its article.
        what: &'static str,
    },
    /// The system failed while it was read.
    #[error("it could not be read to its end: {reason}")]
    Cut {
        /// What the system said.
        reason: String,
    },
}

impl Why {
    /// A binary file.
    pub(crate) fn binary(what: impl Into<String>) -> Self {
        Self::Binary { what: what.into() }
    }

    /// A broken file.
    pub(crate) fn broken(format: &'static str, reason: impl fmt::Display) -> Self {
        Self::Broken { format, reason: reason.to_string() }
    }

    /// The way out.
    pub fn hint(&self) -> &'static str {
        match self {
            Self::Binary { .. } => "give it as text, HTML, PDF, DOCX, mail, a feed, JSON, CSV, or an archive of those",
            Self::Key => "keep keys outside the folder that is collected",
            Self::Encoding { .. } => "save it as UTF-8",
            Self::Broken { .. } => "open it in the program that made it and save it again, or give its text",
            Self::Textless { .. } => "name the column or field that holds the words of the article `text`",
            // What was printed may be a picture; a table is not.
            Self::Wordless { what } if what.starts_with("a PDF") || what.starts_with("an office") => {
                "run text recognition (OCR) over it first, or give its text"
            }
            Self::Wordless { .. } => "check that it is the file that was meant, or give its text",
            Self::Password { .. } => "save it without a password",
            Self::Large { what: "one row", .. } => "look for a quote that is not closed, or take the row out",
            Self::Large { .. } => "split it into documents",
            Self::Bomb { .. } => "unpack it yourself, if you trust it, and give what was in it",
            Self::Unpacked { .. } | Self::Many { .. } => "unpack it and give its parts one after the other",
            Self::Deep { .. } => "unpack the outer archives first",
            Self::Escape { .. } => "unpack it yourself, if you trust it, and give what was in it",
            Self::Slow { .. } | Self::Hungry { .. } => "print it into a new PDF, or give its text",
            Self::Missing => "check the spelling of the path",
            Self::Closed { .. } => "check who may read it",
            Self::Special { what } if what.starts_with("a link") => "name the file that it was meant to lead to",
            Self::Special { .. } => "give its content on standard input with `-`",
            Self::Cut { .. } => "check the disk, or copy the file again",
        }
    }

    /// What the system says when a file cannot be read.
    pub fn system(error: &std::io::Error) -> Self {
        use std::io::ErrorKind;
        if let Some(why) = error.get_ref().and_then(|inner| inner.downcast_ref::<Self>()) {
            return why.clone();
        }
        match error.kind() {
            ErrorKind::NotFound => Self::Missing,
            ErrorKind::PermissionDenied => Self::Closed { reason: "permission denied".to_owned() },
            _ => Self::Cut { reason: error.to_string() },
        }
    }
}

/// A refusal passes through readers that know only the errors of the system.
impl From<Why> for std::io::Error {
    fn from(why: Why) -> Self {
        Self::other(why)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_names_the_thing_and_the_reason() {
        let refused = Refused { name: "a.zip#b.exe".to_owned(), why: Why::binary("a program") };
        assert_eq!(refused.to_string(), "a.zip#b.exe: it is not text: a program");
    }

    #[test]
    fn every_reason_has_words_and_a_way_out() {
        let all = [
            (Why::Key, "it is a private key, which is never taken into a case"),
            (
                Why::Encoding { encoding: "UTF-8".into(), offset: 3, byte: 0xe9 },
                "it is not UTF-8: the byte 0xe9 at offset 3 cannot be read",
            ),
            (Why::broken("a PDF", "it has no pages"), "it cannot be read as a PDF: it has no pages"),
            (
                Why::Textless { format: "CSV of articles", reason: "its first line names no column with a text" },
                "it cannot be read as CSV of articles: its first line names no column with a text",
            ),
            (Why::Wordless { what: "a PDF of pictures".into() }, "there are no words in it: a PDF of pictures"),
            (Why::Password { what: "a PDF" }, "it is a PDF that opens with a password"),
            (
                Why::Large { what: "one document", limit: 8 << 20 },
                "it is larger than 8 MB, the most that is taken as one document",
            ),
            (Why::Bomb { ratio: 200 }, "it unpacks to more than 200 times its size, as only a zip bomb does"),
            (Why::Unpacked { limit: 5 << 20 }, "it unpacks to more than 5 MB in all"),
            (Why::Many { limit: 7 }, "it holds more than 7 documents"),
            (Why::Deep { limit: 4 }, "it is an archive inside 4 others, and no deeper one is opened"),
            (Why::Escape { escape: "it climbs with .." }, "its name leads out of the archive: it climbs with .."),
            (Why::Slow { seconds: 30 }, "reading it took longer than 30 s, and was stopped"),
            (Why::Hungry { megabytes: 64 }, "reading it took more than 64 MB of memory, and was stopped"),
            (Why::Missing, "there is no such file or folder"),
            (Why::Closed { reason: "permission denied".into() }, "it may not be read: permission denied"),
            (Why::Special { what: "a socket" }, "it is a socket, and not a file"),
            (Why::Cut { reason: "input/output error".into() }, "it could not be read to its end: input/output error"),
        ];
        for (why, words) in all {
            assert_eq!(why.to_string(), words);
            assert!(!why.hint().is_empty());
        }
    }

    #[test]
    fn a_refusal_comes_through_a_reader_unchanged() {
        let error = std::io::Error::from(Why::Bomb { ratio: 200 });
        assert_eq!(Why::system(&error), Why::Bomb { ratio: 200 });
        assert_eq!(Why::system(&std::io::Error::from(std::io::ErrorKind::NotFound)), Why::Missing);
    }
}
