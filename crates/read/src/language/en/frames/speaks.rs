//! Words that tell of speech or belief by themselves, among them verbs that do so only beside a quotation ("Lies," he
//! snapped).

use super::sure;
use crate::language::Frame;
use record::reading::Stance::Says;

pub(super) const SPEAKS: &[Frame] = &[
    // "Per the ministry, ": not what is counted by something ("per capita"), which has no article.
    sure(Says, "per ^ // the|a|two|three|several|one .. @informant ,"),
    // What somebody holds, told by a noun.
    sure(
        Says,
        "view|belief|impression|opinion|assessment|judgement|judgment|conclusion|suspicion|hunch|guess|feeling|message|argument @be // that",
    ),
    sure(Says, "snap|retort|scoff|thunder|fume|quip|bristle|counter|mutter|growl|bark|murmur|intone|whisper|sigh:V \""),
    sure(Says, "shoot|fire|hit back // ,|.|:|at \""),
];
