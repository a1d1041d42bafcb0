//! Finds the main text again in the page that it was cut from.

use record::span::Span;

use crate::collect::format::passage::Composed;

/// How far behind the last place the next is looked for before the whole page is searched.
const NEAR: usize = 64 << 10;

/// The `main` text with its places in the page. Lines are looked for in the order they stand; one that was put together
/// from several places is taken apart. What is not found leads nowhere.
pub(super) fn align(main: &str, page: &Composed) -> Composed {
    let mut search = Search { page, cursor: 0, budget: page.text.len().saturating_mul(32).saturating_add(4 << 20) };
    let mut made = Composed::default();
    for paragraph in main.split("\n\n") {
        made.paragraph();
        for line in paragraph.split('\n') {
            made.line();
            search.add(&mut made, line.trim());
        }
    }
    made.trim_end();
    made
}

struct Search<'p> {
    page: &'p Composed,
    cursor: usize,
    /// How many more bytes may be searched: a page made to be searched over and over ends without its places.
    budget: usize,
}

impl Search<'_> {
    fn add(&mut self, made: &mut Composed, line: &str) {
        if line.is_empty() {
            return;
        }
        if let Some(span) = self.find(line) {
            self.cursor = span.end;
            made.copy(self.page, span);
            return;
        }
        // Halves, at a space.
        let middle = line.len() / 2;
        let spaces = || line.match_indices([' ', '\t']).map(|(at, _)| at);
        match spaces().min_by_key(|at| at.abs_diff(middle)) {
            Some(at) => {
                self.add(made, line.get(..at).unwrap_or_default());
                made.gap(line.get(at..=at).unwrap_or_default());
                self.add(made, line.get(at + 1..).unwrap_or_default().trim_start());
            }
            None => made.gap(line),
        }
    }

    /// Where the line stands as whole words: first near behind the last one, then anywhere behind it, then before.
    fn find(&mut self, line: &str) -> Option<Span> {
        let all = self.page.text.len();
        let near = ceil(&self.page.text, self.cursor.saturating_add(NEAR).saturating_add(line.len()).min(all));
        self.within(line, self.cursor, near)
            .or_else(|| self.within(line, near, all))
            .or_else(|| self.within(line, 0, all))
    }

    fn within(&mut self, line: &str, start: usize, end: usize) -> Option<Span> {
        let text = &self.page.text;
        let mut from = start;
        for _ in 0..16 {
            let searched = text.get(from..end)?;
            if searched.len() > self.budget {
                self.budget = 0;
                return None;
            }
            let found = searched.find(line);
            self.budget -= found.map_or(searched.len(), |at| at + line.len());
            let at = from + found?;
            let span = Span::new(at, at + line.len());
            if is_whole(text, span) {
                return Some(span);
            }
            from = at + line.chars().next().map_or(1, char::len_utf8);
        }
        None
    }
}

fn ceil(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// Whether a span begins and ends where words do.
fn is_whole(text: &str, span: Span) -> bool {
    let before = text.get(..span.start).and_then(|text| text.chars().next_back());
    let after = text.get(span.end..).and_then(|text| text.chars().next());
    let inside = text.get(span.start..span.end).unwrap_or_default();
    let joined = |outside: Option<char>, edge: Option<char>| {
        outside.is_some_and(char::is_alphanumeric) && edge.is_some_and(char::is_alphanumeric)
    };
    !joined(before, inside.chars().next()) && !joined(after, inside.chars().next_back())
}

#[cfg(test)]
mod tests {
    use super::super::flat::flatten;
    use super::*;
    use crate::collect::format::passage::At;

    #[test]
    fn a_word_that_stands_in_the_menu_too_is_found_in_the_text() {
        let html = "<nav>Corvania</nav><p>First one.</p><p><b>Corvania</b> said no.</p>";
        let page = flatten(html, &[]);
        let made = align("First one.\n\nCorvania said no.", &page);
        let at = made.map.locate(Span::new(12, 20));
        let place = html.rfind("Corvania").unwrap();
        assert_eq!(at, [At::Bytes(Span::new(place, place + 8))]);
    }

    #[test]
    fn a_line_that_lost_its_middle_is_found_in_parts() {
        let html = "<p>The port <span>share this</span> is closed again today.</p>";
        let page = flatten(html, &[]);
        let made = align("The port is closed again today.", &page);
        assert_eq!(made.text, "The port is closed again today.");
        let words: usize = made.map.passages.iter().map(|passage| passage.text.len()).sum();
        assert!(words >= 28, "only {words} bytes are led back");
    }
}
