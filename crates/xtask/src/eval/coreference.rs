//! Who is meant, against the chains of GUM: on its tokens, with the reader's own tags, trees, names and cues.
//!
//! An answer is the nearest earlier mention of the chain that a mention was put into, among those that GUM marks as
//! mentions too. It is right if GUM has both in one chain. Precision is over all answers, whatever the right chain is of;
//! names that GUM does not mark (parts of longer ones) are passed over, pronouns that it does not mark (they mean nothing)
//! count as wrong. Recall is over the mentions of people and organisations that have an earlier mention.

use std::collections::BTreeMap;

use read::attribute::analysis::Analysis;
use read::attribute::decode::{Attributor, Found};
use read::language::{Determiner, EN, Pronoun};
use read::name::refer::{Form, Mention, Referred, Said, Sort, refer};
use read::segment::{Segments, Sentence as Segment};
use record::span::Span;

use crate::conllu::Sentence;
use crate::entities::{self, Mention as Gold};
use crate::failure::{Failure, say};
use crate::places::{Places, Treebank};

/// The kinds of mention that are counted apart.
const KINDS: [&str; 5] = ["he, she", "they", "it", "names", "descriptions"];

/// What is counted of one kind.
#[derive(Debug, Clone, Copy, Default)]
struct Counts {
    /// Mentions of people and organisations that have an earlier mention.
    gold: usize,
    /// Mentions of anything that an earlier one was given for.
    answers: usize,
    /// Right answers.
    right: usize,
    /// Right answers among the gold mentions.
    found: usize,
}

impl Counts {
    fn show(&self) -> String {
        let share = |hits: usize, of: usize| if of == 0 { 0.0 } else { hits as f64 / of as f64 };
        format!("P {:.3} R {:.3}", share(self.right, self.answers), share(self.found, self.gold))
    }

    fn add(&mut self, other: &Self) {
        self.gold += other.gold;
        self.answers += other.answers;
        self.right += other.right;
        self.found += other.found;
    }
}

/// A document of a treebank as the reader sees it, with the mentions that it was given by hand.
struct Page {
    text: String,
    segments: Segments,
    gold: Vec<Gold>,
    /// For each token the mentions that rest on it.
    on: BTreeMap<usize, Vec<usize>>,
}

impl Page {
    /// The mention of the treebank that one of the reader's is: the smallest that rests on its head, or else on another
    /// word of a name.
    fn marked(&self, mention: &Mention) -> Option<&Gold> {
        let on = |token: usize| {
            let golds = self.on.get(&token).into_iter().flatten().map(|at| &self.gold[*at]);
            golds.min_by_key(|gold| gold.last - gold.first)
        };
        on(mention.head).or_else(|| tokens(mention).find_map(on))
    }
}

fn page(sentences: &[Sentence]) -> Page {
    let mut text = String::new();
    let mut segments = Segments::default();
    for (number, sentence) in sentences.iter().enumerate() {
        let first = segments.tokens.len();
        for form in &sentence.forms {
            let start = text.len();
            text.push_str(form);
            segments.tokens.push(Span::new(start, text.len()));
            text.push(' ');
        }
        let tokens = first..segments.tokens.len();
        let span = Span::new(segments.tokens[first].start, segments.tokens[tokens.end - 1].end);
        segments.sentences.push(Segment { tokens, span, paragraph: number });
    }
    let gold = entities::mentions(sentences);
    let mut on: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, mention) in gold.iter().enumerate() {
        for token in &mention.least {
            on.entry(*token).or_default().push(index);
        }
    }
    Page { text, segments, gold, on }
}

fn said(segments: &Segments, found: &[Found]) -> Vec<Said> {
    let range = |span: &Span| {
        let from = segments.tokens.partition_point(|token| token.start < span.start);
        from..segments.tokens.partition_point(|token| token.end <= span.end).max(from)
    };
    let whole = |spans: &[Span]| match (spans.first(), spans.last()) {
        (Some(first), Some(last)) => range(&Span::new(first.start, last.end)),
        _ => 0..0,
    };
    let one = |one: &Found| Said {
        cue: one.head,
        source: whole(&one.source),
        content: one.content.iter().map(range).collect(),
    };
    found.iter().map(one).collect()
}

/// Which of the kinds a mention is of.
fn kind(mention: &Mention) -> Option<usize> {
    match mention.form {
        Form::Pronoun(Pronoun::He | Pronoun::She) => Some(0),
        Form::Pronoun(Pronoun::They) => Some(1),
        Form::Pronoun(Pronoun::It) => Some(2),
        Form::Name if matches!(mention.sort, Sort::Person | Sort::Body | Sort::State) => Some(3),
        Form::Noun if matches!(mention.determiner, Determiner::Definite | Determiner::Demonstrative) => {
            matches!(mention.sort, Sort::Person | Sort::Body | Sort::State).then_some(4)
        }
        _ => None,
    }
}

/// The tokens by which a mention is compared.
fn tokens(mention: &Mention) -> std::ops::RangeInclusive<usize> {
    if mention.form == Form::Name { mention.first..=mention.last } else { mention.head..=mention.head }
}

/// The reader's answers: for each mention the nearest earlier one of its chain that the treebank has too.
fn answers(page: &Page, referred: &Referred) -> BTreeMap<usize, usize> {
    let mut out = BTreeMap::new();
    for (_, entity) in referred.chains.all() {
        let mut before = None;
        for index in entity.mentions.iter().map(|mention| *mention as usize) {
            if let Some(before) = before {
                out.insert(index, before);
            }
            if page.marked(&referred.mentions[index]).is_some() {
                before = Some(index);
            }
        }
    }
    out
}

/// What a plain rule answers: the nearest earlier noun phrase that agrees; for names and nouns one with the same head.
fn nearest(page: &Page, referred: &Referred, all: &Analysis) -> BTreeMap<usize, usize> {
    let mut out = BTreeMap::new();
    let head = |mention: &Mention| all.word[if mention.form == Form::Name { mention.last } else { mention.head }];
    for (index, mention) in referred.mentions.iter().enumerate() {
        let fits = |other: &usize| {
            let one = &referred.mentions[*other];
            let number = one.plural.is_none() || mention.plural.is_none() || one.plural == mention.plural;
            let gender = one.gender.is_none() || mention.gender.is_none() || one.gender == mention.gender;
            let noun = matches!(one.form, Form::Name | Form::Noun);
            let same = match mention.form {
                Form::Pronoun(Pronoun::He | Pronoun::She) => one.sort == Sort::Person,
                Form::Pronoun(Pronoun::It) => one.sort != Sort::Person,
                Form::Pronoun(Pronoun::They) => one.plural == Some(true),
                _ => head(one) == head(mention),
            };
            noun && number && gender && same && page.marked(one).is_some()
        };
        if let Some(other) = (index.saturating_sub(500)..index).rev().find(fits) {
            out.insert(index, other);
        }
    }
    out
}

fn count(page: &Page, referred: &Referred, answers: &BTreeMap<usize, usize>, counts: &mut [Counts; 5]) {
    // The first mention of each chain has none before it.
    let mut first: BTreeMap<u32, (usize, usize)> = BTreeMap::new();
    for gold in &page.gold {
        first.entry(gold.chain).or_insert((gold.first, gold.last));
    }
    for (index, mention) in referred.mentions.iter().enumerate() {
        let Some(kind) = kind(mention) else { continue };
        let own = page.marked(mention);
        if mention.form == Form::Name && own.is_none() {
            continue;
        }
        let person = |gold: &&Gold| matches!(gold.kind.as_str(), "person" | "organization");
        let again = |gold: &Gold| first.get(&gold.chain) != Some(&(gold.first, gold.last));
        let wanted = own.filter(person).is_some_and(again);
        counts[kind].gold += usize::from(wanted);
        let Some(answer) = answers.get(&index) else { continue };
        let other = &referred.mentions[*answer];
        // A thing is no answer to who is meant.
        if kind < 3 && !matches!(entity_sort(referred, *answer), Sort::Person | Sort::Body | Sort::State) {
            continue;
        }
        let right = own.zip(page.marked(other)).is_some_and(|(own, other)| own.chain == other.chain);
        counts[kind].answers += 1;
        counts[kind].right += usize::from(right);
        counts[kind].found += usize::from(right && wanted);
    }
}

fn entity_sort(referred: &Referred, mention: usize) -> Sort {
    let sort = referred.mentions[mention].sort;
    referred.chains.of(mention).map_or(sort, |entity| referred.chains.get(entity).sort)
}

/// Counts a treebank: the reader's answers, then those of the plain rule.
fn measure(sentences: &[Sentence], model: &Attributor<'_>) -> Result<[[Counts; 5]; 2], Failure> {
    let failed = |error: read::model::ModelError| Failure::new(error.to_string());
    let (tagger, parser) = (read::tag::embedded().map_err(failed)?, read::parse::embedded().map_err(failed)?);
    let mut counts = [[Counts::default(); 5]; 2];
    for document in sentences.chunk_by(|a, b| a.document == b.document) {
        let page = page(document);
        let quotes = read::attribute::quotes(&page.text, &page.segments);
        let mut all = Analysis::of(&page.text, &page.segments, &quotes, &tagger, &parser);
        let found = model.decode(&page.text, &page.segments, &EN, &mut all);
        let names = read::name::names(&page.text, &page.segments, &all, &EN);
        let referred = refer(&page.text, &page.segments, &all, &names, &said(&page.segments, &found), &EN);
        count(&page, &referred, &answers(&page, &referred), &mut counts[0]);
        count(&page, &referred, &nearest(&page, &referred, &all), &mut counts[1]);
    }
    Ok(counts)
}

/// Prints how well mentions are resolved on GUM dev, beside a plain rule.
///
/// # Errors
/// If the treebank or a model cannot be read.
pub fn run(places: &Places) -> Result<(), Failure> {
    let sentences = places.treebank(Treebank::GumDev)?;
    let model = read::attribute::decode::embedded().map_err(|error| Failure::new(error.to_string()))?;
    let [own, plain] = measure(&sentences, &model)?;
    say("who is meant    mentions  reader            nearest that agrees");
    let row = |name: &str, own: &Counts, plain: &Counts| {
        say(format_args!("{name:14} {:9}  {}  {}", own.gold, own.show(), plain.show()));
    };
    for (kind, name) in KINDS.iter().enumerate() {
        row(name, &own[kind], &plain[kind]);
    }
    let mut pronouns = [Counts::default(); 2];
    for kind in 0..3 {
        pronouns[0].add(&own[kind]);
        pronouns[1].add(&plain[kind]);
    }
    row("all pronouns", &pronouns[0], &pronouns[1]);
    Ok(())
}
