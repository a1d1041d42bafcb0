//! Problems of a document, few enough to be read.

use record::reading::Problem;

/// How many problems of one kind are told one by one.
pub(crate) const MOST: usize = 50;

/// The problems without those of a kind that has been told often enough; how many those were is said instead.
pub(crate) fn thinned(problems: Vec<Problem>) -> Vec<Problem> {
    let mut counts: Vec<(String, usize)> = Vec::new();
    let mut kept = Vec::with_capacity(problems.len().min(MOST));
    for problem in problems {
        let at = counts.iter().position(|(kind, _)| *kind == problem.kind).unwrap_or(counts.len());
        if at == counts.len() {
            counts.push((problem.kind.clone(), 0));
        }
        counts[at].1 += 1;
        if counts[at].1 <= MOST {
            kept.push(problem);
        }
    }
    for (kind, count) in counts.into_iter().filter(|(_, count)| *count > MOST) {
        let message = format!("{} more of this kind are not listed", count - MOST);
        kept.push(Problem { kind, message, span: None });
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thousand_unclosed_quotations_are_counted_and_not_listed() {
        let mut all = vec![crate::problem("unclosed-quote", "a quotation is not closed"); 1000];
        all.push(crate::problem("language", "the document is in another language"));
        let kept = thinned(all);
        assert_eq!(kept.len(), MOST + 2);
        assert_eq!(kept[MOST].kind, "language");
        assert_eq!(kept[MOST + 1].message, "950 more of this kind are not listed");
    }
}
