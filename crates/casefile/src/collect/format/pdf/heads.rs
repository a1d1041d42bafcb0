//! Running heads and page numbers, which are no part of the text, and the title, which is.

use std::collections::HashMap;

use super::layout::Line;

/// How many lines at the top and the bottom of a page may be running heads.
const EDGE: usize = 3;

/// Removes the lines at the edges of pages that stand on others too, and page numbers.
pub(super) fn remove(pages: &mut [Vec<Line>]) {
    let mut seen: HashMap<(String, i32), usize> = HashMap::new();
    for page in pages.iter() {
        for at in edges(page) {
            if let Some(line) = page.get(at) {
                *seen.entry(key(line)).or_default() += 1;
            }
        }
    }
    let often =
        |line: &Line| seen.get(&key(line)).is_some_and(|count| *count >= 2 && (*count >= 3 || pages_count(&seen) < 8));
    for page in pages.iter_mut() {
        let edges = edges(page);
        let typical = typical_gap(page);
        let gone: Vec<usize> = edges
            .into_iter()
            .filter(|at| {
                page.get(*at)
                    .is_some_and(|line| often(line) || is_number(&line.text()) && stands_alone(page, *at, typical))
            })
            .collect();
        let mut at = 0;
        page.retain(|_| {
            at += 1;
            !gone.contains(&(at - 1))
        });
    }
}

/// Kept small, so that in a short document two pages are enough to show a running head.
fn pages_count(seen: &HashMap<(String, i32), usize>) -> usize {
    seen.values().copied().max().unwrap_or(0)
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
    fn names_of_files_are_no_titles() {
        assert!(is_title("Port shut"));
        for title in ["Microsoft Word - port.docx", "untitled", "port.indd", "1"] {
            assert!(!is_title(title), "{title}");
        }
    }
}
