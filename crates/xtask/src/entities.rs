//! Entities as GUM writes them in the last column: which tokens are mentions of the same.

use std::collections::BTreeMap;

use crate::conllu::Sentence;

/// A mention in a treebank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The number of its chain within its document.
    pub chain: u32,
    /// What it is: `person`, `organization`, `place` and others.
    pub kind: String,
    /// Its first token within the document.
    pub first: usize,
    /// Its last token.
    pub last: usize,
    /// The tokens that it cannot do without: its head, or all of a name.
    pub least: Vec<usize>,
}

/// The mentions of one document, in the order of their first tokens, longer ones first.
pub fn mentions(sentences: &[Sentence]) -> Vec<Mention> {
    let mut out = Vec::new();
    let mut open: BTreeMap<u32, Vec<(usize, String, String)>> = BTreeMap::new();
    let mut token = 0;
    for sentence in sentences {
        for misc in &sentence.misc {
            let field = misc.split('|').find_map(|field| field.strip_prefix("Entity="));
            let mut rest = field.unwrap_or_default();
            while !rest.is_empty() {
                if let Some(body) = rest.strip_prefix('(') {
                    let end = body.find(['(', ')']).unwrap_or(body.len());
                    let mut parts = body[..end].split('-');
                    let chain = parts.next().and_then(|id| id.parse().ok()).unwrap_or(0);
                    let kind = parts.next().unwrap_or_default().to_owned();
                    // Infstat, salience, centering, then the least span, counted from 1 within the mention.
                    let least = parts.nth(3).unwrap_or_default().to_owned();
                    open.entry(chain).or_default().push((token, kind, least));
                    rest = &body[end..];
                    if let Some(after) = rest.strip_prefix(')') {
                        close(&mut open, chain, token, &mut out);
                        rest = after;
                    }
                } else {
                    let end = rest.find(')').unwrap_or(rest.len());
                    if let Ok(chain) = rest[..end].parse() {
                        close(&mut open, chain, token, &mut out);
                    }
                    rest = rest.get(end + 1..).unwrap_or_default();
                }
            }
            token += 1;
        }
    }
    out.sort_by_key(|mention| (mention.first, usize::MAX - mention.last, mention.chain));
    out
}

fn close(open: &mut BTreeMap<u32, Vec<(usize, String, String)>>, chain: u32, last: usize, out: &mut Vec<Mention>) {
    let Some((first, kind, least)) = open.get_mut(&chain).and_then(Vec::pop) else { return };
    let least = least.split(',').filter_map(|at| at.parse::<usize>().ok()?.checked_sub(1)).map(|at| first + at);
    out.push(Mention { chain, kind, first, last, least: least.filter(|at| *at <= last).collect() });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mentions_open_nest_and_close() {
        let misc = [
            "Entity=(1-person-new-nnnnn-cf1-2-coref",
            "SpaceAfter=No|Entity=1)(2-object-new-nnnnn-cf2-1-sgl(3-place-new-nnnnn-cf2-1-sgl)",
            "Entity=2)",
        ];
        let sentence = Sentence { misc: misc.map(str::to_owned).to_vec(), ..Sentence::default() };
        let found = mentions(&[sentence]);
        let shown: Vec<_> =
            found.iter().map(|one| (one.chain, one.kind.as_str(), one.first, one.last, one.least.clone())).collect();
        assert_eq!(shown, [(1, "person", 0, 1, vec![1]), (2, "object", 1, 2, vec![1]), (3, "place", 1, 1, vec![1]),]);
    }
}
