//! Verbs that tell of speech only beside a quotation ("Lies," he snapped).

use super::sure;
use crate::language::Frame;
use record::reading::Stance::Says;

pub(super) const SPEAKS: &[Frame] = &[
    sure(Says, "snap|retort|scoff|thunder|fume|quip|bristle|counter|mutter|growl|bark|murmur|intone|whisper|sigh:V \""),
    sure(Says, "shoot|fire|hit back // ,|.|:|at \""),
];
