//! What of the main part is still no article: a menu in front, the headline, byline and date that are told beside the
//! text, and lists of links behind it. A page without marks of its parts is taken as a whole by whoever looks for the
//! main one.

use record::span::Span;

use super::head::{About, same};
use crate::collect::format::date;

/// A line of the main part.
#[derive(Debug, Clone, Copy)]
struct Line<'t> {
    text: &'t str,
    start: usize,
    /// Whether all of it, or nearly, is links.
    linked: bool,
}

impl Line<'_> {
    fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }

    /// Whether it ends as a sentence does.
    fn is_sentence(&self) -> bool {
        self.text.trim_end().trim_end_matches(['"', '”', '’', '\'', ')', '»']).ends_with(['.', '!', '?', '…', ':'])
    }

    /// Whether it could be part of a menu or a list of links.
    fn is_furniture(&self) -> bool {
        self.linked || self.words() <= 8 && !self.is_sentence()
    }

    fn is_copyright(&self) -> bool {
        let text = self.text.trim_start();
        text.starts_with('©') || text.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("copyright"))
    }
}

/// The text without what stands around it.
pub(super) fn trimmed<'t>(text: &'t str, links: &[Span], about: &About) -> &'t str {
    let lines = lines(text, links);
    let first = beginning(&lines, about);
    let last = end(&lines, first);
    let (Some(from), Some(until)) = (lines.get(first), lines.get(last.saturating_sub(1))) else { return text };
    text.get(from.start..until.start + until.text.len()).filter(|_| last > first).unwrap_or(text)
}

fn lines<'t>(text: &'t str, links: &[Span]) -> Vec<Line<'t>> {
    let mut made = Vec::new();
    let mut start = 0;
    let mut next = 0;
    for line in text.split('\n') {
        let end = start + line.len();
        let mut linked = 0;
        while let Some(link) = links.get(next).filter(|link| link.start < end) {
            linked += link.end.min(end).saturating_sub(link.start.max(start));
            if link.end > end {
                break;
            }
            next += 1;
        }
        if !line.trim().is_empty() {
            made.push(Line { text: line, start, linked: linked * 10 >= line.trim().len() * 8 });
        }
        start = end + 1;
    }
    made
}

/// The number of the line that the article begins with.
fn beginning(lines: &[Line<'_>], about: &About) -> usize {
    const DEEPEST: usize = 30;
    let is_title = |line: &Line<'_>| about.title.as_ref().is_some_and(|title| same(title, line.text));
    let is_told = |line: &Line<'_>| {
        let few = line.words() <= 12 && !line.is_sentence();
        let is_byline = few && about.author.as_ref().is_some_and(|author| line.text.contains(author.as_str()));
        let mut parts = line.text.split(['|', '·', '•', '—']);
        is_byline || few && about.date.is_some() && parts.any(|part| date::civil(part).is_some())
    };
    // The headline may be gone already; who and when stand where it stood.
    let top = lines.iter().take(DEEPEST);
    let told = top.clone().position(is_title).or_else(|| top.clone().rposition(is_told));
    let mut at = match told {
        Some(at) if lines.iter().take(at).all(Line::is_furniture) => at + 1,
        _ => 0,
    };
    // What stands under a headline; without one only what is plainly no sentence.
    while let Some(line) = lines.get(at) {
        if at > DEEPEST || !(is_title(line) || is_told(line) || line.linked) {
            break;
        }
        at += 1;
    }
    at
}

/// The number behind the line that the article ends with.
fn end(lines: &[Line<'_>], first: usize) -> usize {
    let mut end = lines.len();
    while end > first + 1 {
        let Some(line) = lines.get(end - 1) else { break };
        let heading = end < lines.len() && line.words() <= 6 && !line.is_sentence();
        if !(line.linked || line.is_copyright() || heading) {
            break;
        }
        end -= 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::super::flat::flatten_with_links;
    use super::*;

    fn check(html: &str, expected: &str) {
        let about = About {
            title: Some("Port shut".to_owned()),
            author: Some("Ann Hale".to_owned()),
            date: date::civil("2030-02-16"),
            ..About::default()
        };
        let (made, links) = flatten_with_links(html, &[]);
        assert_eq!(trimmed(&made.text, &links, &about), expected);
    }

    #[test]
    fn a_menu_in_front_and_links_behind_go() {
        check(
            "<b>Courier</b><ul><li><a>Home</a><li><a>World</a></ul><h1>Port shut</h1><p>By Ann Hale | 16 February 2030</p>
             <p>It is.<p>See <a>this</a>, too.<p>More news<ul><li><a>One story.</a><li><a>Two</a></ul><p>© 2030 Courier",
            "It is.\n\nSee this, too.",
        );
        check("<b>Courier</b><p>Today<ul><li><a>Home</a></ul><p>By Ann Hale</p><p>It is.", "It is.");
    }

    #[test]
    fn an_article_stays_whole() {
        check("<p>The port is shut.<p>Port shut<p>It is.", "The port is shut.\n\nPort shut\n\nIt is.");
        check("<p><a>All of it is a link.</a>", "All of it is a link.");
    }
}
