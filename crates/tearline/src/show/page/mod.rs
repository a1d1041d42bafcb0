//! Readings as one page that needs nothing but itself: the articles with their claims marked, and beside each article its
//! claims by source.
//!
//! Everything is there without the script, which only joins what belongs together under the pointer. Nothing is fetched:
//! the policy in the head forbids it, and allows this style and this script by their hashes. What is said is told apart
//! by more than colour: a source is bold, a cue is in italics, a content is underlined, once more for each content
//! around it.

mod card;
mod facts;
mod text;

use std::io::{self, Write};

use casefile::format::Extracted;
use record::reading::Reading;
use sha2::{Digest, Sha256};

use super::escape::escaped;
use super::rows::counted;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// One document as it will stand in the page. Its headings are written when it is known how many documents there are.
#[derive(Debug)]
pub struct Article {
    title: String,
    about: String,
    link: String,
    claims: usize,
    language: String,
    /// The text, and the claims in the margin, with [`HERE`] for the number of the document.
    text: String,
    margin: String,
    /// What else is read, below both, with [`HERE`] likewise.
    facts: String,
    problems: Vec<String>,
}

/// Stands for the number of the document until that is known. No text holds it, since it is no character.
pub(super) const HERE: char = '\u{fdd0}';

/// Draws a document.
pub fn article(extracted: &Extracted, reading: &Reading) -> Article {
    let head = &reading.document;
    let mut about: Vec<String> = head.outlet.iter().cloned().chain(head.date.iter().map(ToString::to_string)).collect();
    about.extend(extracted.author.iter().map(|author| format!("by {author}")));
    let title = head.title.as_deref().filter(|title| !title.trim().is_empty());
    // What has no title goes by the name of its file.
    let title = title.unwrap_or_else(|| head.path.rsplit('/').next().unwrap_or(&head.path));
    about.push(head.path.clone());
    let link = extracted.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    let language = head.language.as_deref().unwrap_or("und");
    Article {
        title: title.split_whitespace().collect::<Vec<_>>().join(" "),
        about: about.join(" · "),
        link: link.unwrap_or_default().to_owned(),
        claims: reading.claims.len(),
        language: language.chars().filter(|sign| sign.is_ascii_alphanumeric() || *sign == '-').take(16).collect(),
        text: text::draw(&extracted.text, reading),
        margin: card::margin(extracted, reading),
        facts: facts::draw(reading),
        problems: reading.problems.iter().map(|problem| problem.message.clone()).collect(),
    }
}

/// Writes the page of all documents.
pub fn write(out: &mut dyn Write, articles: &[Article]) -> io::Result<()> {
    let title = match articles {
        [] => "Nothing was read".to_owned(),
        [one] => one.title.clone(),
        many => counted(many.len(), "document"),
    };
    let hash = |text: &str| format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())));
    writeln!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src {}; script-src {}; \
         base-uri 'none'; form-action 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <meta name=\"generator\" content=\"Tearline {}\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>",
        hash(STYLE),
        hash(SCRIPT),
        env!("CARGO_PKG_VERSION"),
        escaped(&title),
    )?;
    writeln!(
        out,
        "<header class=\"key\"><p>In the text: <b class=\"source\">who says it</b>, <i class=\"cue\">that it is said</i>, \
         <span class=\"content d1\">what is said</span>.</p></header>\n<main>"
    )?;
    if articles.len() != 1 {
        writeln!(out, "<h1>{}</h1>", escaped(&title))?;
        contents(out, articles)?;
    }
    let level = if articles.len() == 1 { 1 } else { 2 };
    for (at, article) in articles.iter().enumerate() {
        article.write(out, at + 1, level)?;
    }
    writeln!(out, "</main>\n<script>{SCRIPT}</script>\n</body>\n</html>")
}

fn contents(out: &mut dyn Write, articles: &[Article]) -> io::Result<()> {
    if articles.is_empty() {
        return Ok(());
    }
    writeln!(out, "<nav class=\"contents\" aria-label=\"Contents\"><ol>")?;
    for (at, article) in articles.iter().enumerate() {
        let about = if article.about.is_empty() { String::new() } else { format!("{} · ", escaped(&article.about)) };
        writeln!(
            out,
            "<li><a href=\"#d{}\">{}</a> <span class=\"about\">{about}{}</span></li>",
            at + 1,
            escaped(&article.title),
            counted(article.claims, "claim")
        )?;
    }
    writeln!(out, "</ol></nav>")
}

impl Article {
    fn write(&self, out: &mut dyn Write, number: usize, level: usize) -> io::Result<()> {
        let here = format!("d{number}");
        writeln!(out, "<article id=\"{here}\" aria-labelledby=\"{here}h\"><header>")?;
        writeln!(out, "<h{level} id=\"{here}h\">{}</h{level}>", escaped(&self.title))?;
        let link = match self.link.is_empty() {
            true => String::new(),
            false => format!("<a href=\"{0}\" rel=\"noreferrer noopener\">{0}</a>", escaped(&self.link)),
        };
        if !self.about.is_empty() || !link.is_empty() {
            let between = if self.about.is_empty() || link.is_empty() { "" } else { " · " };
            writeln!(out, "<p class=\"about\">{}{between}{link}</p>", escaped(&self.about))?;
        }
        writeln!(out, "</header>\n<div class=\"sheet\">\n<div class=\"text\" lang=\"{}\">", escaped(&self.language))?;
        out.write_all(self.text.replace(HERE, &here).as_bytes())?;
        let (sub, claims) = (level + 1, counted(self.claims, "claim"));
        writeln!(
            out,
            "</div>\n<section class=\"margin\" tabindex=\"0\" aria-label=\"Claims of document {number}\">\n\
             <h{sub}>{claims}</h{sub}>"
        )?;
        let headed = |html: &str, level: usize| {
            html.replace("<h0", &format!("<h{level}")).replace("</h0>", &format!("</h{level}>")).replace(HERE, &here)
        };
        out.write_all(headed(&self.margin, sub + 1).as_bytes())?;
        if !self.problems.is_empty() {
            writeln!(
                out,
                "<details class=\"problems\"><summary>{}</summary><ul>",
                counted(self.problems.len(), "note")
            )?;
            for problem in &self.problems {
                writeln!(out, "<li>{}</li>", escaped(problem))?;
            }
            writeln!(out, "</ul></details>")?;
        }
        writeln!(out, "</section>\n</div>")?;
        if !self.facts.is_empty() {
            writeln!(out, "<section class=\"below\" aria-label=\"What is read in document {number}\">")?;
            out.write_all(headed(&self.facts, sub).as_bytes())?;
            writeln!(out, "</section>")?;
        }
        writeln!(out, "</article>")
    }
}

/// Bytes in base64, as a policy names hashes.
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let word = chunk.iter().fold(0u32, |word, byte| word << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..4 {
            let sign = SIGNS.get((word >> (18 - 6 * place) & 63) as usize).copied().unwrap_or(b'=');
            text.push(if place <= chunk.len() { sign as char } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_spelled_as_a_policy_wants_them() {
        assert_eq!(
            [base64(b""), base64(b"f"), base64(b"fo"), base64(b"foo"), base64(b"foob")],
            ["", "Zg==", "Zm8=", "Zm9v", "Zm9vYg=="]
        );
    }

    #[test]
    fn nothing_in_a_text_is_markup() {
        assert_eq!(
            escaped("<a href='x' title=\"y\">\u{0}&\u{1b}[2J\u{202e}"),
            "&lt;a href=&#39;x&#39; title=&quot;y&quot;&gt;&amp;[2J"
        );
    }
}
