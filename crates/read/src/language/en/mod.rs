//! English.

mod actors;
mod bands;
mod events;
mod frames;
mod given;
mod goods;
mod hedges;
mod nouns;
mod people;
mod signs;
mod speech;
mod stages;
mod times;
mod transfers;
mod words;

use std::sync::OnceLock;

use super::Language;

/// English, as news agencies and ministries write it.
pub static EN: Language = Language {
    code: "en",
    name: "English",
    frequent: &[
        "the", "and", "that", "of", "to", "with", "from", "by", "this", "have", "has", "they", "which", "were", "been",
        "their", "said", "would", "is", "not", "it", "who", "on", "its", "will", "be", "are", "was",
    ],
    abbreviations: &[
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues",
        "wed", "thu", "thurs", "fri", "sat", "sun", "inc", "corp", "co", "ltd", "bros", "no", "nos", "vs", "etc",
        "e.g", "i.e", "a.m", "p.m", "u.s", "u.k", "u.n", "e.u", "d.c", "ph.d", "jr", "sr", "ave", "blvd", "st", "mt",
        "ft", "dept", "est", "approx", "calif", "conn", "fla", "ill", "mass", "mich", "minn", "penn", "tenn", "tex",
        "va", "wash", "wis", "ariz", "colo", "ga", "ky", "la", "md", "miss", "mo", "mont", "neb", "nev", "okla", "ore",
        "ark", "ala", "vt", "wyo", "del", "kan", "ind", "fig", "vol", "pp", "ed", "eds", "cf",
    ],
    titles: &[
        "mr", "mrs", "ms", "dr", "prof", "sen", "sens", "rep", "reps", "gov", "govs", "gen", "col", "lt", "maj", "sgt",
        "capt", "cmdr", "adm", "amb", "rev", "hon", "pres", "messrs", "mme", "cpl", "pvt", "supt", "insp", "fr",
    ],
    starters: &[
        "the",
        "a",
        "an",
        "he",
        "she",
        "it",
        "they",
        "we",
        "i",
        "you",
        "his",
        "her",
        "its",
        "their",
        "our",
        "this",
        "that",
        "these",
        "those",
        "but",
        "and",
        "in",
        "on",
        "at",
        "for",
        "from",
        "with",
        "after",
        "before",
        "when",
        "while",
        "as",
        "if",
        "there",
        "here",
        "some",
        "many",
        "most",
        "all",
        "no",
        "not",
        "one",
        "two",
        "since",
        "although",
        "however",
        "under",
        "by",
        "to",
        "what",
        "who",
        "why",
        "how",
        "now",
        "then",
        "still",
        "yet",
        "so",
        "both",
        "each",
        "according",
        "officials",
        "several",
    ],
    classes: frames::CLASSES,
    frames: frames::TABLES,
    replies: frames::REPLIES,
    speech: speech::SPEECH,
    hedges: hedges::HEDGES,
    cue_hedges: hedges::CUES,
    flat: bands::WILL_HAPPEN,
    stages: stages::STAGES,
    stage_nouns: stages::NOUNS,
    words: words::CLAUSE,
    signs: signs::SIGNS,
    people: &people::PEOPLE,
    actors: &actors::ACTORS,
    events: &events::EVENTS,
    times: &times::TIMES,
    goods: &goods::GOODS,
    transfers: &transfers::TRANSFERS,
    compiled: OnceLock::new(),
};
