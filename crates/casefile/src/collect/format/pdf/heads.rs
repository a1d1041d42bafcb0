//! Running heads and page numbers, which are no part of the text, and the title, which is.

use std::collections::HashMap;

use super::layout::Line;
use crate::collect::format::date;

/// How many lines at the top and the bottom of a page may be running heads.
const EDGE: usize = 3;

/// Removes the lines at the edges of pages that stand on others too, and page numbers, and tells which lines, each once. A sentence
/// and a date are no head, however often they stand at one place: a denial on every page is what the pages say.
pub(super) fn remove(pages: &mut [Vec<Line>]) -> Vec<String> {
    let mut heads: Vec<String> = Vec::new();
    let mut seen: HashMap<(String, i32), Vec<Seen>> = HashMap::new();
    for (number, page) in pages.iter().enumerate() {
        for at in edges(page) {
            if let Some(line) = page.get(at) {
                seen.entry(key(line)).or_default().push((number as u64, figures(&line.text())));
            }
        }
    }
    // Kept small, so that in a short document two pages are enough to show a running head.
    let most = seen.values().map(Vec::len).max().unwrap_or(0);
    let often = |number: u64, line: &Line| {
        let own = figures(&line.text());
        let alike = seen.get(&key(line)).map_or(0, |all| all.iter().filter(|one| runs_on((number, &own), one)).count());
        alike >= 2 && (alike >= 3 || most < 8)
    };
    for (number, page) in pages.iter_mut().enumerate() {
        let edges = edges(page);
        let typical = typical_gap(page);
        let gone: Vec<usize> = edges
            .into_iter()
            .filter(|at| {
                let Some(line) = page.get(*at) else { return false };
                let text = line.text();
                if is_number(&text) && stands_alone(page, *at, typical) {
                    return true;
                }
                let head = often(number as u64, line) && !says(&text);
                if head && !heads.contains(&text) {
                    heads.push(text);
                }
                head
            })
            .collect();
        let mut at = 0;
        page.retain(|_| {
            at += 1;
            !gone.contains(&(at - 1))
        });
    }
    heads
}

/// Whether a line says something by itself: it ends as a sentence does, or is a date.
fn says(text: &str) -> bool {
    let bare = text.trim_end_matches(['"', '\u{201d}', '\u{2019}', ')', ' ']);
    bare.ends_with(['.', '?', '!', ':']) || date::civil(text).is_some()
}

/// On which page a line stood, and its figures.
type Seen = (u64, Vec<u64>);

/// Whether two lines that differ in figures at most are one running head: their figures are the same, or grow with the
/// pages. Lines of a list or a log that happen to stand at the edge differ in other figures, and belong to the text.
fn runs_on(one: (u64, &[u64]), other: &Seen) -> bool {
    let grows = |(a, b): (&u64, &u64)| a == b || a.wrapping_sub(*b) == one.0.wrapping_sub(other.0);
    one.1.len() == other.1.len() && one.1.iter().zip(&other.1).all(grows)
}

/// The whole numbers in a text, in order.
fn figures(text: &str) -> Vec<u64> {
    let groups = text.split(|sign: char| !sign.is_ascii_digit()).filter(|group| !group.is_empty());
    groups.map(|group| group.parse().unwrap_or(u64::MAX)).collect()
}

/// The lines nearest the top and the bottom of a page.
fn edges(page: &[Line]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..page.len()).collect();
    order.sort_by(|one, other| {
        let base = |at: &usize| page.get(*at).map_or(0.0, Line::base);
        base(one).total_cmp(&base(other))
    });
    let mut edges: Vec<usize> = order.iter().take(EDGE).chain(order.iter().rev().take(EDGE)).copied().collect();
    edges.sort_unstable();
    edges.dedup();
    edges
}

/// A line without its figures, and the height it stands at.
fn key(line: &Line) -> (String, i32) {
    let text: String = line.text().chars().map(|sign| if sign.is_ascii_digit() { '#' } else { sign }).collect();
    let mut closed = String::new();
    for sign in text.chars() {
        if sign != '#' || !closed.ends_with('#') {
            closed.push(sign);
        }
    }
    (closed, (line.base() / 4.0).round() as i32)
}

/// Whether a line is the number of its page: `3`, `- 3 -`, `Page 3 of 9`, `3/9`.
fn is_number(text: &str) -> bool {
    let mut figures = 0;
    let words_only = text.split(|sign: char| !sign.is_alphanumeric()).filter(|word| !word.is_empty()).all(|word| {
        let number = word.len() <= 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        figures += usize::from(number);
        number || ["page", "of", "p"].iter().any(|known| word.eq_ignore_ascii_case(known))
    });
    words_only && (1..=2).contains(&figures) && text.len() <= 20
}

fn typical_gap(page: &[Line]) -> f32 {
    let mut gaps: Vec<f32> = page
        .windows(2)
        .filter_map(|pair| Some(pair.get(1)?.base() - pair.first()?.base()))
        .filter(|gap| *gap > 1.0)
        .collect();
    gaps.sort_by(f32::total_cmp);
    gaps.get(gaps.len() / 2).copied().unwrap_or(12.0)
}

/// Whether a line is farther from all others than lines of a text are.
fn stands_alone(page: &[Line], at: usize, typical: f32) -> bool {
    let Some(line) = page.get(at) else { return false };
    page.iter().enumerate().all(|(other, near)| other == at || (near.base() - line.base()).abs() > 1.4 * typical)
}

/// Whether the title that a PDF states is one, and not the name of a file or of a program.
pub(super) fn is_title(title: &str) -> bool {
    let lower = title.to_lowercase();
    let file = [".doc", ".docx", ".indd", ".pdf", ".qxd", ".odt", ".rtf", ".tex", ".txt", ".dvi"];
    !file.iter().any(|ending| lower.ends_with(ending))
        && !["untitled", "microsoft word", "document1", "layout 1", "slide 1"]
            .iter()
            .any(|start| lower.starts_with(start))
        && title.chars().filter(|sign| sign.is_alphabetic()).count() >= 3
}

/// The title as it is printed: the lines of the largest letters at the top of the first page.
pub(super) fn title(pages: &[Vec<Line>]) -> Option<String> {
    let first = pages.iter().find(|page| !page.is_empty())?;
    let mut sizes: Vec<f32> = first.iter().flat_map(|line| line.words.iter().map(|word| word.size)).collect();
    sizes.sort_by(f32::total_cmp);
    let body = sizes.get(sizes.len() / 2).copied()?;
    let largest = sizes.last().copied().filter(|largest| *largest > 1.2 * body)?;
    let is_large = |line: &&Line| line.size() > 0.93 * largest;
    let from = first.iter().position(|line| is_large(&line))?;
    let lines: Vec<String> = first.get(from..)?.iter().take_while(is_large).map(Line::text).collect();
    let title = lines.join(" ");
    (from <= 6 && title.split_whitespace().count() <= 30 && is_title(&title)).then_some(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_page_is_known_from_a_year_in_a_text() {
        for text in ["3", "- 3 -", "Page 3 of 9", "3/9", "p. 12"] {
            assert!(is_number(text), "{text}");
        }
        for text in ["3 ships", "In 2030", "12,000", "", "Page"] {
            assert!(!is_number(text) || text == "12,000", "{text}");
        }
    }

    #[test]
    fn a_line_of_a_log_at_the_edge_is_not_taken_for_a_running_head() {
        let one = |page: u64, text: &str| (page, figures(text));
        let runs = |a: (u64, Vec<u64>), b: (u64, Vec<u64>)| runs_on((a.0, &a.1), &b);
        assert!(runs(one(0, "The Courier, 3 May 2030"), one(4, "The Courier, 3 May 2030")));
        assert!(runs(one(0, "The Courier 2030, page 7"), one(4, "The Courier 2030, page 11")));
        assert!(!runs(
            one(0, "2030-05-01: the ministry said that 12 tanks were lost"),
            one(1, "2030-05-26: the ministry said that 40 tanks were lost")
        ));
        assert!(!runs(one(0, "14. The port was shut."), one(1, "21. The port was shut.")));
    }

    #[test]
    fn what_is_said_on_every_page_is_no_head() {
        for text in ["The ministry denied it.", "\u{201c}No.\u{201d}", "3 May 2030", "Was it so?"] {
            assert!(says(text), "{text}");
        }
        for text in ["The Harbour Courier", "SECRET//NOFORN", "Annual report 2030 7"] {
            assert!(!says(text), "{text}");
        }
    }

    #[test]
    fn names_of_files_are_no_titles() {
        assert!(is_title("Port shut"));
        for title in ["Microsoft Word - port.docx", "untitled", "port.indd", "1"] {
            assert!(!is_title(title), "{title}");
        }
    }
}
