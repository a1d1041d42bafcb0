//! Phrases as a language's tables write them, compiled once into hashes and found by their first word.
//!
//! A pattern is a row of steps between spaces. A step is one or more words with `|` between them, each a lemma, a form,
//! or `@class`; `_` is any word. Behind a colon stands the part of speech it must have: `V` verb, `N` noun, `J`
//! adjective, `G` *-ing* form, `I` base form, `P` participle, `W` word that asks. `?` at the end: it may be missing. `..`
//! stands for up to five words without verb or mark, `...` for up to fourteen tokens. `obj=`, `subj=` and `with=` take no
//! token: they ask for an object, a subject or any other dependent of the last word, `obj!=` and `subj!=` that there is
//! no such one; `^` asks that the phrase hangs loose, at the beginning of its sentence or behind a mark; `"` that it stands outside a quotation in its sentence. `//` ends what is part of the phrase; what follows must stand there, and does not belong to it. Adverbs
//! may stand between any two steps.

use std::ops::Range;

use super::analysis::{Analysis, NONE};
use crate::model::hash::folded;
use crate::parse::Rel;
use crate::tag::{Upos, Xpos};

/// How many adverbs may stand between two steps.
const ADVERBS: usize = 3;
/// The longest short gap, and the longest long one.
const GAPS: [usize; 2] = [5, 14];

/// Words by the name under which patterns speak of them.
pub type Class = (&'static str, &'static [&'static str]);

/// What a step asks of a token.
#[derive(Debug, Clone, Default)]
struct Words {
    /// Sorted hashes of lemmas or forms; empty for any word.
    hashes: Vec<u64>,
    part: Option<char>,
}

impl Words {
    fn compile(step: &str, classes: &[Class]) -> Self {
        let (words, part) = match step.rsplit_once(':') {
            Some((words, part)) => (words, part.chars().next()),
            None => (step, None),
        };
        let mut hashes = Vec::new();
        for word in words.split('|').filter(|word| *word != "_") {
            match word.strip_prefix('@') {
                Some(class) => {
                    let list = classes.iter().find(|(name, _)| *name == class).map_or(&[][..], |(_, list)| list);
                    hashes.extend(list.iter().map(|word| folded(word)));
                }
                None if matches!(part, Some('V' | 'G' | 'P')) => push_forms(word, &mut hashes),
                None => hashes.push(folded(word)),
            }
        }
        hashes.sort_unstable();
        hashes.dedup();
        Self { hashes, part }
    }

    fn fits(&self, all: &Analysis, at: usize) -> bool {
        let known = |hash: &u64| self.hashes.binary_search(hash).is_ok();
        (self.hashes.is_empty() || known(&all.lemma[at]) || known(&all.word[at]))
            && self.part.is_none_or(|part| is_part(all, at, part))
    }
}

/// A verb and its regular forms: a rare verb's lemma is sometimes guessed wrong ("fuell" for "fuelling").
fn push_forms(verb: &str, hashes: &mut Vec<u64>) {
    hashes.push(folded(verb));
    let last = verb.chars().next_back().unwrap_or(' ');
    let stem = match last {
        'e' | 'y' => &verb[..verb.len() - 1],
        _ => verb,
    };
    for ending in ["s", "es", "ed", "d", "ing", "ies", "ied"] {
        hashes.push(folded(&format!("{verb}{ending}")));
        hashes.push(folded(&format!("{stem}{ending}")));
    }
    for ending in ["ed", "ing"] {
        hashes.push(folded(&format!("{verb}{last}{ending}")));
    }
}

fn is_part(all: &Analysis, at: usize, part: char) -> bool {
    let tag = all.tag[at];
    match part {
        'V' => tag.xpos.is_verb(),
        'N' => tag.xpos.is_noun(),
        'J' => tag.upos == Upos::Adj,
        'G' => tag.xpos == Xpos::Vbg,
        'I' => tag.xpos == Xpos::Vb,
        'P' => matches!(tag.xpos, Xpos::Vbn | Xpos::Vbd),
        'W' => matches!(tag.xpos, Xpos::Wdt | Xpos::Wp | Xpos::Wrb | Xpos::WpPossessive),
        _ => false,
    }
}

/// Which dependents a step looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Object,
    Subject,
    Any,
}

impl Role {
    fn has(self, rel: Rel) -> bool {
        match self {
            Self::Object => {
                matches!(rel, Rel::Obj | Rel::Iobj | Rel::NsubjPass | Rel::Obl | Rel::Xcomp | Rel::Ccomp | Rel::Dep)
            }
            Self::Subject => rel.is_subject(),
            Self::Any => true,
        }
    }
}

#[derive(Debug, Clone)]
enum Step {
    Token { words: Words, optional: bool },
    Gap { longest: usize, verbs: bool },
    Child { role: Role, words: Words, wanted: bool },
    Loose,
    BesideQuote,
    EndOfPhrase,
}

#[derive(Debug, Clone)]
struct Pattern {
    steps: Vec<Step>,
    entry: usize,
}

/// Patterns, found by the hash of their first word.
#[derive(Debug, Clone, Default)]
pub struct Patterns {
    patterns: Vec<Pattern>,
    /// Hash of a first word and the pattern, sorted; within one hash in the order of the table.
    index: Vec<(u64, u32)>,
    /// A bit for each hash in the index: most words begin no pattern, and that shows at one look.
    bits: Vec<u64>,
}

/// How many bits there are, as a power of two.
const BITS: u32 = 14;

/// The word of the bits that a hash has its bit in, and the bit.
const fn bit_of(hash: u64) -> (usize, u64) {
    ((hash >> (64 - BITS + 6)) as usize, 1 << (hash >> (64 - BITS) & 63))
}

/// Where a pattern was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The number of the pattern in the table that was compiled.
    pub entry: usize,
    /// The tokens of the phrase.
    pub tokens: Range<usize>,
}

impl Patterns {
    /// Compiles a table. Where two patterns fit at one token, the earlier in the table is taken.
    pub fn compile<'t>(table: impl IntoIterator<Item = &'t str>, classes: &[Class]) -> Self {
        let mut all = Self::default();
        for (entry, text) in table.into_iter().enumerate() {
            let steps: Vec<Step> = text.split(' ').map(|step| compile_step(step, classes)).collect();
            let number = u32::try_from(all.patterns.len()).unwrap_or(u32::MAX);
            if let Some(Step::Token { words, .. }) = steps.first() {
                all.index.extend(words.hashes.iter().map(|hash| (*hash, number)));
            }
            all.patterns.push(Pattern { steps, entry });
        }
        all.index.sort_unstable();
        all.bits.resize(1 << (BITS - 6), 0);
        for (hash, _) in &all.index {
            let (at, bit) = bit_of(*hash);
            all.bits[at] |= bit;
        }
        all
    }

    /// The pattern that fits from token `at` on, within `sentence`.
    pub fn at(&self, all: &Analysis, sentence: &Range<usize>, at: usize) -> Option<Hit> {
        let (lemma, word) = (all.lemma[at], all.word[at]);
        let first = self.of(lemma);
        let second = if word == lemma { None } else { self.of(word) };
        let hit = |number: &u32| {
            let pattern = self.patterns.get(*number as usize)?;
            let end = run(all, sentence, &pattern.steps, at, at, None)?;
            Some((*number, Hit { entry: pattern.entry, tokens: at..end }))
        };
        let best = |list: &[(u64, u32)]| list.iter().find_map(|(_, number)| hit(number));
        [first, second].into_iter().flatten().filter_map(best).min_by_key(|(number, _)| *number).map(|(_, hit)| hit)
    }

    fn of(&self, hash: u64) -> Option<&[(u64, u32)]> {
        let (at, bit) = bit_of(hash);
        if self.bits.get(at)? & bit == 0 {
            return None;
        }
        let from = self.index.partition_point(|(other, _)| *other < hash);
        let count = self.index.get(from..)?.iter().take_while(|(other, _)| *other == hash).count();
        (count > 0).then(|| &self.index[from..from + count])
    }
}

fn compile_step(step: &str, classes: &[Class]) -> Step {
    let child = |role: Role, words: &str, wanted| Step::Child { role, words: Words::compile(words, classes), wanted };
    match step {
        "//" => return Step::EndOfPhrase,
        ".." => return Step::Gap { longest: GAPS[0], verbs: false },
        "..." => return Step::Gap { longest: GAPS[1], verbs: true },
        "^" => return Step::Loose,
        "\"" => return Step::BesideQuote,
        _ => {}
    }
    for (name, role) in [("obj", Role::Object), ("subj", Role::Subject), ("with", Role::Any)] {
        if let Some(rest) = step.strip_prefix(name) {
            if let Some(words) = rest.strip_prefix("!=") {
                return child(role, words, false);
            }
            if let Some(words) = rest.strip_prefix('=') {
                return child(role, words, true);
            }
        }
    }
    let (words, optional) = step.strip_suffix('?').map_or((step, false), |words| (words, true));
    Step::Token { words: Words::compile(words, classes), optional }
}

/// Where the phrase ends if `steps` fit from `at` on; `last` is the token matched last, `end` where the phrase ended if
/// it has.
fn run(
    all: &Analysis,
    sentence: &Range<usize>,
    steps: &[Step],
    at: usize,
    last: usize,
    end: Option<usize>,
) -> Option<usize> {
    let Some((step, rest)) = steps.split_first() else { return Some(end.unwrap_or(last + 1)) };
    match step {
        Step::EndOfPhrase => run(all, sentence, rest, at, last, Some(last + 1)),
        Step::Loose => {
            let before = last.checked_sub(1).filter(|before| sentence.contains(before));
            let loose = before.is_none_or(|before| all.is_mark(before) || is_part(all, before, 'W'));
            if loose { run(all, sentence, rest, at, last, end) } else { None }
        }
        Step::BesideQuote => {
            let beside = all.quote[last] == 0 && sentence.clone().any(|at| all.quote[at] != 0);
            if beside { run(all, sentence, rest, at, last, end) } else { None }
        }
        Step::Child { role, words, wanted } => {
            let found = children(all, last).any(|child| role.has(all.rel[child]) && words.fits(all, child));
            if found == *wanted { run(all, sentence, rest, at, last, end) } else { None }
        }
        Step::Gap { longest, verbs } => {
            for far in 0..=*longest {
                let to = at + far;
                if let Some(end) = run(all, sentence, rest, to, last, end) {
                    return Some(end);
                }
                let stops = !sentence.contains(&to)
                    || (!verbs
                        && ((all.is_mark(to) && !is_quote(all, to))
                            || matches!(all.tag[to].upos, Upos::Verb | Upos::Aux)));
                if stops {
                    break;
                }
            }
            None
        }
        Step::Token { words, optional } => {
            for from in (at..=at + ADVERBS).take_while(|from| sentence.contains(from)) {
                if words.fits(all, from)
                    && let Some(end) = run(all, sentence, rest, from + 1, from, end)
                {
                    return Some(end);
                }
                if all.tag[from].upos != Upos::Adv {
                    break;
                }
            }
            if *optional { run(all, sentence, rest, at, last, end) } else { None }
        }
    }
}

fn is_quote(all: &Analysis, at: usize) -> bool {
    matches!(all.tag[at].xpos, Xpos::OpenQuote | Xpos::CloseQuote)
}

/// The dependents of a token, in their order.
pub fn children(all: &Analysis, of: usize) -> impl Iterator<Item = usize> + '_ {
    let reach = (all.first[of] as usize)..=(all.last[of] as usize);
    let of = u32::try_from(of).unwrap_or(NONE);
    reach.filter(move |child| all.head[*child] == of)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attribute::quotes;
    use crate::language::EN;
    use crate::segment::segment;

    /// The phrase that `pattern` finds in `text`.
    fn found(pattern: &str, text: &str) -> Option<String> {
        let segments = segment(text, &EN);
        let quotes = quotes(text, &segments);
        let (tagger, parser) = (crate::tag::embedded().unwrap(), crate::parse::embedded().unwrap());
        let all = Analysis::of(text, &segments, &quotes, &tagger, &parser);
        let patterns = Patterns::compile([pattern], &[("answer", &["say", "comment"])]);
        let sentence = segments.sentences[0].tokens.clone();
        let hit = sentence.clone().find_map(|at| patterns.at(&all, &sentence, at))?;
        let words: Vec<&str> = hit.tokens.map(|at| segments.tokens[at].of(text)).collect();
        Some(words.join(" "))
    }

    #[test]
    fn words_are_found_by_lemma_or_form_and_adverbs_may_stand_between() {
        let check = |text, expected: Option<&str>| {
            assert_eq!(found("decline|refuse to @answer", text).as_deref(), expected, "{text}");
        };
        check("The envoy declined to comment.", Some("declined to comment"));
        check("The envoy refuses to publicly say why.", Some("refuses to publicly say"));
        check("The envoy declined to attend.", None);
    }

    #[test]
    fn what_stands_behind_two_strokes_must_follow_and_is_no_part() {
        let text = "The premier called on both armies to withdraw.";
        assert_eq!(found("call on // .. to _:I", text).as_deref(), Some("called on"));
        assert_eq!(found("call on // .. to _:I", "The premier called on Friday."), None);
    }

    #[test]
    fn a_short_gap_ends_at_a_verb_and_a_long_one_does_not() {
        let text = "The palace dismissed word that troops had crossed as false.";
        assert_eq!(found("dismiss // .. as false", text), None);
        assert_eq!(found("dismiss // ... as false", text).as_deref(), Some("dismissed"));
    }

    #[test]
    fn an_object_can_be_asked_for_or_shut_out() {
        assert_eq!(found("deny:V obj=bail", "The court denied him bail.").as_deref(), Some("denied"));
        assert_eq!(found("deny:V obj!=bail", "The court denied him bail."), None);
    }

    #[test]
    fn a_rare_verb_is_found_by_its_regular_forms() {
        assert_eq!(found("stockpile:V", "The junta was stockpiling fuel.").as_deref(), Some("stockpiling"));
    }
}
