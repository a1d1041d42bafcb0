//! What is trained on, and what is held out to choose settings by. Wikigold is in neither: it only measures.

use read::name::NameKind;
use read::name::gazetteer::Gazetteer;

use super::{Text, conll, gum, re3d};
use crate::failure::Failure;
use crate::places::{Places, Treebank};

/// One sentence in so many of the corpora without a part for it is held out.
const HELD_OUT: usize = 10;

/// So often GUM is trained on: it alone is edited text, and marks every name.
const TIMES: usize = 3;

/// Documents that are held out.
pub struct HeldOut {
    /// Of which corpus.
    pub name: &'static str,
    /// The documents.
    pub texts: Vec<Text>,
    /// Whether the corpus marks names that are of no person, organisation or place.
    pub other: bool,
}

/// The documents to train on.
///
/// # Errors
/// If a corpus cannot be read.
pub fn train(places: &Places, gazetteer: &Gazetteer<'_>) -> Result<Vec<Text>, Failure> {
    let gum = gum::read(&places.treebank(Treebank::GumTrain)?);
    let mut out: Vec<Text> = std::iter::repeat_n(gum, TIMES).flatten().collect();
    out.extend(part(twitter(places)?, false));
    out.extend(emerging(places, "train/wnut17train.conll")?);
    out.extend(part(defence(places, gazetteer)?, false));
    Ok(out)
}

/// The documents that are held out.
///
/// # Errors
/// If a corpus cannot be read.
pub fn held_out(places: &Places, gazetteer: &Gazetteer<'_>) -> Result<Vec<HeldOut>, Failure> {
    let gum = gum::read(&places.treebank(Treebank::GumDev)?);
    Ok(vec![
        HeldOut { name: "GUM dev", texts: gum, other: true },
        HeldOut { name: "BTC, a tenth", texts: part(twitter(places)?, true), other: false },
        HeldOut { name: "WNUT17 dev", texts: emerging(places, "dev/emerging.dev.conll")?, other: true },
        HeldOut { name: "re3d, a tenth", texts: part(defence(places, gazetteer)?, true), other: false },
    ])
}

/// Wikigold, which is never trained on.
///
/// # Errors
/// If it cannot be read.
pub fn wikigold(places: &Places) -> Result<Vec<Text>, Failure> {
    conll::read(&places.corpus("ner/wikigold/CONLL-format/data/wikigold.conll.txt")?, false, |kind| match kind {
        "PER" => Some(NameKind::Person),
        "ORG" => Some(NameKind::Organisation),
        "LOC" => Some(NameKind::Place),
        "MISC" => Some(NameKind::Other),
        _ => None,
    })
}

fn part(texts: Vec<Text>, held_out: bool) -> Vec<Text> {
    texts.into_iter().enumerate().filter(|(at, _)| (at % HELD_OUT == 0) == held_out).map(|(_, text)| text).collect()
}

/// The Broad Twitter Corpus, which marks no names but those of persons, organisations and places.
fn twitter(places: &Places) -> Result<Vec<Text>, Failure> {
    let mut out = Vec::new();
    for section in ["a", "b", "e", "f", "g", "h"] {
        let path = places.corpus(&format!("ner/BTC/CONLL-format/data/{section}.conll"))?;
        out.extend(conll::read(&path, true, |kind| match kind {
            "PER" => Some(NameKind::Person),
            "ORG" => Some(NameKind::Organisation),
            "LOC" => Some(NameKind::Place),
            _ => None,
        })?);
    }
    for text in &mut out {
        text.let_be(&[NameKind::Other]);
        // An account is marked as a person, whoever it is.
        for name in text.gold.clone() {
            if (name.first..=name.last).any(|at| text.word(at).starts_with(['@', '#'])) {
                text.gold.retain(|other| *other != name);
                text.doubt(name);
            }
        }
    }
    Ok(out)
}

/// WNUT 2017, which marks no peoples and languages.
fn emerging(places: &Places, file: &str) -> Result<Vec<Text>, Failure> {
    let path = places.corpus(&format!("ner/WNUT17/CONLL-format/data/{file}"))?;
    let mut out = conll::read(&path, true, |kind| match kind {
        "person" => Some(NameKind::Person),
        "corporation" | "group" => Some(NameKind::Organisation),
        "location" => Some(NameKind::Place),
        "creative-work" | "product" => Some(NameKind::Other),
        _ => None,
    })?;
    out.iter_mut().for_each(|text| text.let_be(&[NameKind::Other]));
    Ok(out)
}

fn defence(places: &Places, gazetteer: &Gazetteer<'_>) -> Result<Vec<Text>, Failure> {
    let path = places.corpus("ner/re3d/CONLL-format/data/train/re3d-train.conll")?;
    let mut out = conll::read(&path, true, re3d::kind)?;
    out.iter_mut().for_each(|text| re3d::clean(text, gazetteer));
    Ok(out)
}
