//! A line in other words: coarser ones put in the place of those that stand there.

use record::span::Span;

use super::Detail;

/// The line with the chosen rung of each detail in its place. `None` where a detail that was made coarser has no place of its
/// own in the sentence, or two share one: that is for a person to write.
pub fn reworded(text: &str, details: &[Detail], chosen: &[usize]) -> Option<String> {
    let mut changes: Vec<(Span, &str)> = Vec::new();
    for (detail, chosen) in details.iter().zip(chosen) {
        if *chosen == 0 {
            continue;
        }
        let (span, rung) = (detail.span?, detail.rungs.get(*chosen)?);
        if changes.iter().any(|(other, _)| other.overlaps(&span)) {
            return None;
        }
        changes.push((span, &rung.words));
    }
    changes.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
    let mut said = text.to_owned();
    for (span, words) in changes {
        let (head, tail) = (said.get(..span.start)?, said.get(span.end..)?);
        let begins = head.trim().is_empty();
        let words = if begins { capital(words) } else { words.to_owned() };
        // Where nothing takes its place, nor does the space that parted it.
        let (head, tail) = match words.is_empty() {
            true if begins => (head, tail.trim_start_matches([' ', ','])),
            true if tail.starts_with([' ', '.', ',', ';', '?', '!']) => (head.trim_end(), tail),
            _ => (head, tail),
        };
        let tail = if words.is_empty() && begins { capital(tail) } else { tail.to_owned() };
        said = format!("{head}{words}{tail}");
    }
    Some(said.trim().to_owned())
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
