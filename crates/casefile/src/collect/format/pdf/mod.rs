//! PDFs: glyphs on pages made running text again.
//!
//! A PDF says which glyph stands where, and nothing of words, lines, columns or paragraphs; these are found by their
//! geometry. Reading can hang, take all memory or stop the process on a broken file, so that it happens in a child
//! process where [`super::Limits::pdf`] names one.

mod child;
mod damaged;
mod glyphs;
mod heads;
mod join;
mod layout;
mod widths;

use std::panic::{AssertUnwindSafe, catch_unwind};

use serde::{Deserialize, Serialize};

pub use child::{Child, child};

use super::passage::PassageMap;
use super::refused::Why;
use super::{Draft, Limits, Marked};

/// What reading a PDF gives: what a child process sends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Answer {
    /// Its text.
    Text {
        text: String,
        passages: PassageMap,
        title: Option<String>,
        author: Option<String>,
        language: Option<String>,
        notes: Vec<String>,
        /// What was taken for running heads: a banner may be among them.
        heads: Vec<String>,
    },
    /// It opens with a password.
    Password,
    /// It holds no words, but may hold pictures of them.
    Wordless { pictures: bool },
    /// It is broken.
    Broken(String),
}

/// Reads a PDF.
///
/// # Errors
/// Where it is broken, opens with a password, holds no words, or takes longer or more memory than is allowed.
pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Draft, Why> {
    let answer = match &limits.pdf {
        Some(child) => child.ask(bytes)?,
        None => answer(bytes),
    };
    draft(answer)
}

/// The text of a PDF, read in this process, and its title: for those who measure.
///
/// # Errors
/// Where it cannot be read.
pub fn read_here(bytes: &[u8]) -> Result<(String, Option<String>), Why> {
    draft(answer(bytes)).map(|draft| (draft.text, draft.title))
}

fn draft(answer: Answer) -> Result<Draft, Why> {
    match answer {
        Answer::Text { text, passages, title, author, language, notes, heads } => {
            // A banner stands where running heads do.
            let marked = heads.iter().map(|head| Marked::written(banner(head), None));
            let marked = marked.fold(Marked::default(), |sum, one| sum.join(&one));
            Ok(Draft { text, passages, title, author, language, notes, marked, ..Draft::default() })
        }
        Answer::Password => Err(Why::Password { what: "a PDF" }),
        Answer::Wordless { pictures } => {
            let what = if pictures { "a PDF of pictures" } else { "a PDF without text" };
            Err(Why::Wordless { what: what.to_owned() })
        }
        Answer::Broken(reason) => Err(Why::broken("a PDF", reason)),
    }
}

/// A running head without the number of its page.
fn banner(head: &str) -> &str {
    let before = ["Page ", "page ", "PAGE "].iter().find_map(|word| head.split_once(word)).map(|(before, _)| before);
    let bare = before.unwrap_or(head).trim_matches(|sign: char| sign.is_whitespace() || sign == '|');
    bare.trim_matches(|sign: char| sign.is_ascii_digit() || sign == ' ')
}

/// Reads a PDF in this process.
fn answer(bytes: &[u8]) -> Answer {
    // The reader of the format stops the thread on much that is not as it should be.
    catch_unwind(AssertUnwindSafe(|| pages(bytes)))
        .unwrap_or_else(|_| Answer::Broken("something in it is not as the format wants it".to_owned()))
}

fn pages(bytes: &[u8]) -> Answer {
    let read = match glyphs::read(bytes) {
        Ok(read) => read,
        Err(glyphs::Fault::Password) => return Answer::Password,
        Err(glyphs::Fault::Broken(reason)) => return Answer::Broken(reason),
    };
    let mut pages: Vec<Vec<layout::Line>> = read.pages.iter().map(layout::lines).collect();
    let heads = heads::remove(&mut pages);
    let wordless = |text: &str| !text.chars().any(char::is_alphanumeric);
    let (mut text, mut passages) = join::join(&pages);
    if wordless(&text) && !read.pictures {
        // Where every page says the same, that is its head on none of them. On pictures of pages it is what a scanner wrote.
        pages = read.pages.iter().map(layout::lines).collect();
        (text, passages) = join::join(&pages);
    }
    if wordless(&text) && read.damaged {
        return Answer::Broken("it is damaged, and no words could be found in it".to_owned());
    }
    if wordless(&text) {
        return Answer::Wordless { pictures: read.pictures };
    }
    let title = read.title.filter(|title| heads::is_title(title)).or_else(|| heads::title(&pages));
    let mut notes = Vec::new();
    if let Some(made) = read.made {
        notes.push(format!("the PDF was made on {made}; if that is the date of the document, state it"));
    }
    if read.damaged {
        notes.push("the PDF is damaged; what could be found in it was read".to_owned());
    }
    if read.lost > 0 {
        notes.push(format!("{} pages of the PDF could not be read", read.lost));
    }
    if !heads.is_empty() {
        let shown: Vec<String> = heads.iter().take(3).map(|head| format!("{head:?}")).collect();
        let more = if heads.len() > 3 { format!(" and {} more", heads.len() - 3) } else { String::new() };
        notes.push(format!(
            "what stands at one place of several pages was taken for a running head: {}{more}",
            shown.join(", ")
        ));
    }
    Answer::Text { text, passages, title, author: read.author, language: read.language, notes, heads }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A PDF of one page with the lines at their places, in points from the left bottom corner.
    pub(super) fn pdf(lines: &[(f64, f64, &str)]) -> Vec<u8> {
        file(&objects(lines))
    }

    /// What such a PDF is made of: the catalogue, the pages, the page, its content and a font.
    fn objects(lines: &[(f64, f64, &str)]) -> [String; 5] {
        let mut content = String::new();
        for (x, y, words) in lines {
            content.push_str(&format!("BT /F1 10 Tf 1 0 0 1 {x} {y} Tm ({words}) Tj ET\n"));
        }
        [
            "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
                .to_owned(),
            format!("<< /Length {} >>\nstream\n{content}endstream", content.len()),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>".to_owned(),
        ]
    }

    /// A PDF of these objects, of which the first is the catalogue.
    fn file(objects: &[String]) -> Vec<u8> {
        let mut file = b"%PDF-1.4\n".to_vec();
        let mut places = Vec::new();
        for (at, object) in objects.iter().enumerate() {
            places.push(file.len());
            file.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).bytes());
        }
        let table = file.len();
        file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
        for place in places {
            file.extend(format!("{place:010} 00000 n \n").bytes());
        }
        file.extend(
            format!("trailer << /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1).bytes(),
        );
        file
    }

    #[test]
    fn lines_become_paragraphs_and_broken_words_whole() {
        let bytes = pdf(&[
            (72.0, 700.0, "The harbour master of Verrin said that the port is to stay shut un-"),
            (72.0, 688.0, "til the cranes have been repaired."),
            (72.0, 660.0, "Nobody was told."),
        ]);
        let draft = read(&bytes, &Limits::default()).unwrap();
        assert_eq!(
            draft.text,
            "The harbour master of Verrin said that the port is to stay shut until the cranes have been repaired.\n\nNobody was told."
        );
        let at = draft.text.find("Nobody").unwrap();
        let places = draft.passages.locate(record::span::Span::new(at, at + 6));
        let [super::super::At::Page { page: 1, area: [left, top, _, bottom] }] = places.as_slice() else {
            panic!("{places:?}")
        };
        assert!((*left - 72.0).abs() < 1.0 && *top < 140.0 && *bottom >= 140.0, "{places:?}");
    }

    #[test]
    fn two_columns_are_read_one_after_the_other() {
        let mut lines = vec![(72.0, 740.0, "A headline over both of the columns of the page")];
        let left = ["The first column", "goes on here and", "goes on here too", "and ends there."];
        let right = ["The second column", "has other words", "and a few more", "until its end."];
        for (at, (one, other)) in left.iter().zip(right).enumerate() {
            let y = 700.0 - 12.0 * at as f64;
            lines.push((72.0, y, one));
            lines.push((320.0, y, other));
        }
        let draft = read(&pdf(&lines), &Limits::default()).unwrap();
        let flat = draft.text.replace("\n\n", " ");
        assert_eq!(
            flat,
            "A headline over both of the columns of the page The first column goes on here and goes on here too and ends there. The second column has other words and a few more until its end."
        );
    }

    #[test]
    fn a_pdf_that_cannot_be_read_says_why() {
        let why = |bytes: &[u8]| read(bytes, &Limits::default()).unwrap_err().to_string();
        assert_eq!(why(&pdf(&[])), "there are no words in it: a PDF without text");
        let mut scan = objects(&[]);
        scan[4] = "<< /Subtype /Image /Width 1 /Height 1 /Length 1 >>\nstream\nx\nendstream".to_owned();
        assert_eq!(why(&file(&scan)), "there are no words in it: a PDF of pictures");
        assert!(why(b"%PDF-1.7\n").starts_with("it cannot be read as a PDF: "), "{}", why(b"%PDF-1.7\n"));
        let whole = pdf(&[(72.0, 700.0, "The port is shut.")]);
        for end in (10..whole.len()).step_by(37) {
            let _ = read(&whole[..end], &Limits::default());
        }
    }

    #[test]
    fn a_pdf_with_something_behind_its_end_is_read_as_far_as_that() {
        let mut bytes = pdf(&[(72.0, 700.0, "The port is shut.")]);
        bytes.extend([b'\n'; 3000]);
        bytes.extend(b"-- sent from the scanner --");
        assert_eq!(read(&bytes, &Limits::default()).unwrap().text, "The port is shut.");
    }

    #[test]
    fn pages_that_all_say_the_same_are_not_taken_for_heads_of_nothing() {
        let mut two = objects(&[(72.0, 700.0, "The port is shut.")]);
        two[1] = "<< /Type /Pages /Kids [3 0 R 3 0 R] /Count 2 >>".to_owned();
        assert_eq!(read(&file(&two), &Limits::default()).unwrap().text, "The port is shut. The port is shut.");
    }
}
