//! Training: from treebanks to the files in `models/`.

mod attribution;
mod card;
mod dense;
pub mod events;
mod factuality;
mod hedges;
mod lemmas;
mod names;
mod oracle;
mod parser;
mod perceptron;
mod projective;
mod ridge;
mod sides;
mod tagger;
mod words;

use std::path::Path;

use clap::ValueEnum;

use read::model::{ModelError, ModelFile};

use crate::conllu::Sentence;
use crate::failure::{Failure, say};
use crate::places::{Places, Treebank};

/// Every training starts from here, so that two trainings give the same bytes.
pub const SEED: u64 = 20_261_124;

/// Which model to train.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum What {
    /// Parts of speech and lemmas
    Tagger,
    /// Dependencies
    Parser,
    /// Who says what
    Attribution,
    /// Whether events happened
    Factuality,
    /// The root of events, and which is the main one
    Events,
    /// The bands of hedging words, from surveys of readers
    Hedges,
    /// Lists and classes of words for names; needs `--vectors`
    Gazetteer,
    /// Names of people, organisations and places
    Names,
    /// How common words are and where they lie, for the verbatim guard; needs `--vectors`
    Words,
    /// The tagger and the parser, on which the attribution is trained in a build of its own
    All,
}

/// Trains what is asked for and writes it with its cards.
///
/// # Errors
/// If a corpus cannot be read or a file cannot be written.
pub fn run(what: What, vectors: Option<&Path>, places: &Places) -> Result<(), Failure> {
    match what {
        What::Attribution => return attribution(places),
        What::Hedges => return hedges::run(places),
        What::Factuality => return whether(places),
        What::Events => return events(places),
        What::Gazetteer => return gazetteer(vectors, places),
        What::Names => return names(places),
        What::Words => return words(vectors, places),
        What::Tagger | What::Parser | What::All => {}
    }
    let mut sentences: Vec<Sentence> = places.treebank(Treebank::EwtTrain)?;
    let documents = sentences.last().map_or(0, |last| last.document);
    let more = places.treebank(Treebank::GumTrain)?;
    sentences.extend(more.into_iter().map(|one| Sentence { document: documents + one.document, ..one }));

    if what != What::Parser {
        say("training the tagger");
        places.write_model("tagger.bin", &tagger::train(&sentences, tagger::EPOCHS))?;
    }
    if what != What::Tagger {
        say("tagging the training text with taggers that have not seen it");
        let tags = tagger::jackknife(&sentences)?;
        say("training the parser");
        places.write_model("parser.bin", &parser::train(&sentences, &tags))?;
    }
    card::write(places)?;
    if what == What::All {
        say("build again, and train the attribution on the new tagger and parser: cargo xtask train attribution");
    }
    Ok(())
}

/// Trains the attribution with the tagger and the parser that are compiled in.
fn attribution(places: &Places) -> Result<(), Failure> {
    say("preparing the articles");
    let articles = crate::polnear::read(&places.corpus("polnear/train")?)?;
    let mut prepared = attribution::prepare(&articles)?;
    say("training the attribution");
    let bytes = attribution::train(&mut prepared)?;
    places.write_model("attribution.bin", &bytes)?;
    say(format_args!("{} bytes", bytes.len()));
    let dev = crate::polnear::read(&places.corpus("polnear/dev")?)?;
    let model = read::attribute::decode::Attributor::open(&bytes).map_err(|error| Failure::new(error.to_string()))?;
    let counts = crate::eval::attribution::measure(&model, &dev)?;
    crate::eval::attribution::print(&counts);
    card::write_attribution(places, bytes.len(), &counts.into_iter().sum())
}

/// Trains the factuality of events on sentences read by the tagger and the parser that are compiled in.
fn whether(places: &Places) -> Result<(), Failure> {
    say("reading the sentences");
    let sentences = crate::factuality::analyse(&crate::factuality::training(places)?)?;
    let trained = factuality::train(&sentences);
    say(format_args!("{} bytes; on parts that were held out: {}", trained.bytes.len(), trained.held_out));
    places.write_model("factuality.bin", &trained.bytes)?;
    let model = read::certainty::factuality::Factuality::open(&trained.bytes, &read::language::EN)
        .map_err(|error| Failure::new(error.to_string()))?;
    let tables = crate::eval::factuality::tables(places, &model)?;
    card::write_factuality(places, &trained, &tables)
}

/// Trains the roots and ranks of events on sentences read by the models that are compiled in.
fn events(places: &Places) -> Result<(), Failure> {
    say("reading the sentences");
    let rows = crate::events::rows(places)?;
    let seen: Vec<_> = rows.iter().map(crate::events::Seen::of).collect();
    let bytes = events::train(&rows, &seen, |_| true)?;
    say(format_args!("{} bytes; measuring on folds that were held out", bytes.len()));
    places.write_model("events.bin", &bytes)?;
    let tables = crate::eval::events::held_out(&rows, &seen, false)?;
    say(&tables);
    card::write_events(places, bytes.len(), &tables)
}

/// Makes the gazetteer, its classes from the word vectors in the folder `vectors`.
fn gazetteer(vectors: Option<&Path>, places: &Places) -> Result<(), Failure> {
    let vectors =
        vectors.ok_or_else(|| Failure::new("name the folder with vocab.txt and model.safetensors: --vectors DIR"))?;
    let mut file = ModelFile::default();
    file.add("lists", names::lists::build(&places.gazetteers()?)?);
    file.add("classes", names::classes::build(vectors)?);
    let bytes = file.to_bytes("gazette");
    say(format_args!("{} bytes; build again, and train the names on it: cargo xtask train names", bytes.len()));
    places.write_model("gazetteer.bin", &bytes)?;
    card::write_gazetteer(places, bytes.len())
}

/// Makes the table of the verbatim guard, its vectors from the folder `vectors`.
fn words(vectors: Option<&Path>, places: &Places) -> Result<(), Failure> {
    let vectors =
        vectors.ok_or_else(|| Failure::new("name the folder with vocab.txt and model.safetensors: --vectors DIR"))?;
    let bytes = words::build(vectors, places)?;
    places.write_model("words.bin", &bytes)?;
    card::write_words(places, bytes.len())
}

/// Trains the names with the tagger, the parser and the gazetteer that are compiled in.
fn names(places: &Places) -> Result<(), Failure> {
    let failed = |error: ModelError| Failure::new(error.to_string());
    let gazetteer = read::name::gazetteer::embedded().map_err(failed)?;
    say("training the names");
    let bytes = names::train(&crate::ner::split::train(places, &gazetteer)?, &gazetteer)?;
    places.write_model("names.bin", &bytes)?;
    say(format_args!("{} bytes", bytes.len()));
    let namer = read::name::Namer::open(&bytes, gazetteer).map_err(failed)?;
    // Settings are chosen by what is held out; wikigold stands in the card only.
    crate::eval::names::print(&crate::eval::names::rows(&namer, places, false)?);
    card::write_names(places, bytes.len(), &crate::eval::names::rows(&namer, places, true)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::conllu;
    use read::parse::{Parsed, Parser};
    use read::tag::{Tagged, Tagger};

    /// A few sentences in three documents, each ten times, so that their features are frequent enough to be learnt.
    fn corpus() -> Vec<Sentence> {
        let sentence = |rows: &[&str]| {
            let line = |(at, row): (usize, &&str)| {
                let [form, lemma, upos, xpos, head, rel] = row.split(' ').collect::<Vec<_>>()[..] else {
                    return String::new();
                };
                format!("{}\t{form}\t{lemma}\t{upos}\t{xpos}\t_\t{head}\t{rel}\t_\t_\n", at + 1)
            };
            rows.iter().enumerate().map(line).collect::<String>() + "\n"
        };
        let texts = [
            sentence(&["Officials official NOUN NNS 2 nsubj", "denied deny VERB VBD 0 root", "it it PRON PRP 2 obj"]),
            sentence(&["Ships ship NOUN NNS 2 nsubj", "sailed sail VERB VBD 0 root", "east east ADV RB 2 advmod"]),
            sentence(&["He he PRON PRP 2 nsubj", "denied deny VERB VBD 0 root", "talks talk NOUN NNS 2 obj"]),
        ];
        let documents = (0..10).flat_map(|_| texts.iter().enumerate());
        let text: String = documents.map(|(at, text)| format!("# newdoc id = d{at}\n{text}")).collect();
        conllu::read(&text).unwrap()
    }

    #[test]
    fn training_twice_gives_the_same_bytes() {
        let corpus = corpus();
        let tags = tagger::jackknife(&corpus).unwrap();
        assert_eq!(tags, tagger::jackknife(&corpus).unwrap());
        assert_eq!(tagger::train(&corpus, 3), tagger::train(&corpus, 3));
        assert_eq!(parser::train(&corpus, &tags), parser::train(&corpus, &tags));
    }

    #[test]
    fn what_was_learnt_is_read_back_from_the_bytes() {
        let corpus = corpus();
        let tags: Vec<_> = corpus.iter().map(|one| one.tags.clone()).collect();
        let (tagger, parser) = (tagger::train(&corpus, 3), parser::train(&corpus, &tags));
        let (mut tagged, mut parsed) = (Tagged::default(), Parsed::default());
        for sentence in &corpus {
            Tagger::open(&tagger).unwrap().tag(&sentence.tokens(), &mut tagged);
            assert_eq!(tagged.tags(), sentence.tags);
            assert!((0..3).all(|at| tagged.lemma(at) == sentence.lemmas[at]));
            Parser::open(&parser).unwrap().parse(&sentence.tokens(), tagged.tags(), &mut parsed);
            let heads: Vec<usize> = parsed.heads().iter().map(|head| head.map_or(0, |head| head + 1)).collect();
            assert_eq!((&heads, parsed.rels()), (&sentence.heads, &sentence.rels[..]));
        }
    }
}
