//! Hedging words, each with the surveyed phrase whose band it takes.
//!
//! The bands are those of [`super::bands`]: the middle half of what readers answered. A row under the name of a surveyed
//! phrase is that phrase in other grammatical clothes ("it is likely that", "likely to"). Words that nobody was asked
//! about are placed by the nearest phrase, and the comment above them says why.

use super::bands::{
    ABOUT_EVEN, ALMOST_CERTAIN, ALMOST_NO_CHANCE, BETTER_THAN_EVEN, CHANCES_ARE_SLIGHT, COULD_HAPPEN, HIGHLY_LIKELY,
    HIGHLY_UNLIKELY, IMPROBABLE, LIKELY, LITTLE_CHANCE, MAY_HAPPEN, MIGHT_HAPPEN, PROBABLE, PROBABLY, PROBABLY_NOT,
    REALISTIC_POSSIBILITY, REMOTE_CHANCE, UNLIKELY, VERY_GOOD_CHANCE, WE_BELIEVE, WE_DOUBT, WILL_HAPPEN,
};
use crate::language::{Band, HedgeWord};

const fn hedge(band: Band, words: &'static str) -> HedgeWord {
    HedgeWord { words, band }
}

/// Hedges in what is said; of two that begin with the same word the longer stands first.
pub(super) const HEDGES: &[HedgeWord] = &[
    // Almost certain.
    hedge(ALMOST_CERTAIN, "almost|nearly|virtually|practically|all certain|certainly"),
    hedge(ALMOST_CERTAIN, "all but certain|certainly"),
    hedge(ALMOST_NO_CHANCE, "almost|nearly|virtually|practically certainly @not"),
    // "Beyond doubt", "certainly", "definitely", "no doubt": surer than almost certain.
    hedge(WILL_HAPPEN, "no doubt"),
    hedge(WILL_HAPPEN, "there @be no doubt|question"),
    hedge(ALMOST_NO_CHANCE, "almost|virtually|practically no .. chance|possibility|prospect|likelihood|hope"),
    hedge(ALMOST_NO_CHANCE, "no .. chance|possibility|prospect|likelihood|way"),
    hedge(ALMOST_NO_CHANCE, "almost|virtually|practically|next impossible|inconceivable"),
    // Highly likely.
    hedge(HIGHLY_LIKELY, "highly|very|extremely|overwhelmingly|most likely|probable|probably"),
    hedge(HIGHLY_LIKELY, "in all likelihood|probability"),
    hedge(HIGHLY_LIKELY, "every|strong|great|high likelihood|probability|chance|indication|reason"),
    hedge(VERY_GOOD_CHANCE, "good|fair|decent|excellent|better chance|likelihood"),
    hedge(HIGHLY_LIKELY, "presumably"),
    // Unlikely, before what it is made of.
    hedge(HIGHLY_UNLIKELY, "highly|very|extremely|most|exceedingly|deeply|wildly unlikely|improbable|doubtful"),
    hedge(UNLIKELY, "@not very|at|all|particularly likely|probable"),
    hedge(UNLIKELY, "@not likely|probable|expected"),
    hedge(UNLIKELY, "@not seem|appear|look likely|probable"),
    // What is not seen to be, and what nobody holds: a guess against it.
    hedge(UNLIKELY, "@not seem|appear:V to"),
    hedge(UNLIKELY, "@not believed|thought|expected|understood|considered|assumed to|that"),
    hedge(UNLIKELY, "nothing to suggest|indicate|show"),
    hedge(UNLIKELY, "nobody|no-one believes|thinks|expects|believe|think|expect"),
    hedge(UNLIKELY, "unlikely"),
    hedge(UNLIKELY, "far from|by likely|probable"),
    // Nobody can tell: neither more nor less than even.
    hedge(ABOUT_EVEN, "far from clear|certain|sure|settled"),
    hedge(ABOUT_EVEN, "too early|soon to say|tell|know|judge"),
    hedge(LITTLE_CHANCE, "hardly|scarcely|barely possible|conceivable|credible|plausible|thinkable"),
    hedge(LITTLE_CHANCE, "can|could|ca hardly|scarcely|barely"),
    hedge(HIGHLY_UNLIKELY, "@not possible|conceivable|plausible|credible|realistic|imaginable|feasible"),
    hedge(ALMOST_NO_CHANCE, "out of the question"),
    hedge(ALMOST_NO_CHANCE, "@not a chance"),
    hedge(ALMOST_NO_CHANCE, "zero|nil chance|probability|likelihood"),
    hedge(WE_DOUBT, "strain|stretch|beggar|defy credulity|belief|credibility"),
    hedge(UNLIKELY, "less|hardly|scarcely likely|probable"),
    hedge(IMPROBABLE, "improbable|improbably|implausible"),
    // "Doubtful", "in doubt", "questionable": what readers take from "we doubt".
    hedge(WE_DOUBT, "doubtful|questionable|dubious"),
    hedge(WE_DOUBT, "in|into .. doubt"),
    hedge(WE_DOUBT, "hard|difficult to believe|imagine|see"),
    hedge(WILL_HAPPEN, "have|has|had|leave|leaves|left no doubt"),
    hedge(WE_DOUBT, "have|has|had|there|be .. doubt|doubts"),
    hedge(
        LITTLE_CHANCE,
        "little|small|low|poor|scant|minimal|not|n't .. chance|likelihood|prospect|probability|possibility|hope",
    ),
    // "No sign", "little evidence": not a word of chance; read like "little chance".
    hedge(LITTLE_CHANCE, "little|scant reason"),
    hedge(LITTLE_CHANCE, "little|scant|no evidence|sign|indication|proof"),
    hedge(REMOTE_CHANCE, "remote|outside|tiny|negligible .. chance|possibility|prospect|risk"),
    hedge(REMOTE_CHANCE, "chance|possibility|prospect|likelihood|odds .. @be remote|negligible|tiny|minimal"),
    hedge(CHANCES_ARE_SLIGHT, "slim|slight|faint|thin|slender .. chance|hope|prospect|possibility|odds"),
    hedge(CHANCES_ARE_SLIGHT, "slight|slim|slender"),
    hedge(CHANCES_ARE_SLIGHT, "long - shot|shot"),
    hedge(REMOTE_CHANCE, "remote"),
    hedge(REMOTE_CHANCE, "far-fetched|inconceivable|unthinkable|farfetched|unimaginable"),
    hedge(REMOTE_CHANCE, "far - fetched"),
    hedge(PROBABLY_NOT, "probably|likely|presumably do|have|will|would|be|can? @not"),
    hedge(PROBABLY_NOT, "@will probably|likely @not"),
    hedge(ALMOST_NO_CHANCE, "impossible"),
    // "Cannot have", "could not have": the speaker excludes it.
    hedge(ALMOST_NO_CHANCE, "can|could|ca @not possibly"),
    hedge(HIGHLY_UNLIKELY, "can|could|ca @not have"),
    hedge(WE_DOUBT, "against|despite .. odds"),
    hedge(LITTLE_CHANCE, "odds @be against|long"),
    hedge(LITTLE_CHANCE, "odds .. @be against|long|low|poor"),
    hedge(LITTLE_CHANCE, "chance|chances|likelihood|prospect|probability .. @be low|poor|small|slender|dim|bleak"),
    // Likely and probable.
    hedge(BETTER_THAN_EVEN, "more likely than not"),
    hedge(BETTER_THAN_EVEN, "better than even"),
    hedge(BETTER_THAN_EVEN, "may|might|could|can well"),
    hedge(PROBABLE, "probable"),
    hedge(PROBABLY, "probably"),
    hedge(LIKELY, "likely"),
    hedge(LIKELY, "chances|odds are // that|the|_:N"),
    hedge(LIKELY, "likelihood|chance|chances @be // high|good|strong"),
    // Inference from what is seen: surveys of evidential verbs are wanting; read like "probably".
    hedge(PROBABLY, "appear|seem|look to|that|as|like|set|_:I"),
    hedge(PROBABLY, "appear|seem:V"),
    hedge(PROBABLY, "apparently|seemingly|evidently|ostensibly|reportedly|allegedly|supposedly|purportedly|presumed"),
    hedge(PROBABLY, "sound|look // like"),
    // Expectation: read like "likely".
    hedge(LIKELY, "@be widely? expected|expect:P to|that"),
    hedge(LIKELY, "@be expected|expect:P"),
    hedge(LIKELY, "should:V // be|arrive|reach|begin|start|come|end|finish|take|hold|open|go"),
    hedge(LIKELY, "signs|indications point|suggest"),
    hedge(LIKELY, "there @be .. sign|signs|indication|indications // that|of"),
    // "Must have known": inferred, not seen.
    hedge(PROBABLY, "must have // _:P"),
    // Confidence as analysts state it, by the words of the same strength.
    hedge(VERY_GOOD_CHANCE, "with high|great|considerable confidence"),
    hedge(LIKELY, "with moderate|medium|some confidence"),
    hedge(MAY_HAPPEN, "with low|little|limited confidence"),
    hedge(LIKELY, "strong suspicion|indication|evidence|sign"),
    // What unnamed others hold: read like "we believe".
    hedge(
        WE_BELIEVE,
        "@be believe|believed|think|thought|assume|assumed|presume|presumed|suspect|suspected|say|said|report|reported|understand|understood|rumor|rumour|estimate|estimated|allege|alleged to|that",
    ),
    hedge(WE_BELIEVE, "i|we|he|she|they|it believe|think|suspect|assume|guess|suppose|expect"),
    hedge(WE_DOUBT, "i|we|he|she|they|it doubt"),
    // Even.
    hedge(ABOUT_EVEN, "about|roughly|approximately? even .. chance|odds|bet"),
    hedge(ABOUT_EVEN, "even chance|odds|bet"),
    hedge(ABOUT_EVEN, "about|roughly even"),
    hedge(ABOUT_EVEN, "fifty-fifty|toss-up|50-50|50/50"),
    hedge(ABOUT_EVEN, "fifty|50 -|/ fifty|50"),
    hedge(ABOUT_EVEN, "toss - up"),
    hedge(ABOUT_EVEN, "coin toss|flip"),
    hedge(ABOUT_EVEN, "as likely as not"),
    hedge(ABOUT_EVEN, "chances|odds|chance @be even"),
    // Nobody knows: neither more nor less than even.
    hedge(ABOUT_EVEN, "unclear|uncertain|unknown"),
    hedge(ABOUT_EVEN, "@not clear|certain|sure|known // whether|if|that"),
    // Possible.
    hedge(REALISTIC_POSSIBILITY, "realistic|real|distinct|serious|credible possibility|prospect|chance"),
    hedge(MAY_HAPPEN, "may|might|could or may|might|could @not"),
    hedge(COULD_HAPPEN, "could:V"),
    hedge(MIGHT_HAPPEN, "might"),
    hedge(MAY_HAPPEN, "may:V"),
    // "Possibly", "perhaps", "maybe", "conceivably": what "may" says, as an adverb.
    hedge(MAY_HAPPEN, "possible|possibly|perhaps|maybe|conceivable|conceivably|potentially|plausible|plausibly"),
    hedge(MAY_HAPPEN, "some|a|the chance|possibility|risk|likelihood // that|of"),
    hedge(MAY_HAPPEN, "@not be? rule|exclude|discount|ruled|excluded|discounted out?"),
    hedge(MAY_HAPPEN, "@not out of the question"),
    hedge(MAY_HAPPEN, "@not impossible|inconceivable|implausible"),
    hedge(MAY_HAPPEN, "possibility|chance // that|of"),
];

/// Cues by which a source says how sure it is.
pub(super) const CUES: &[HedgeWord] = &[
    hedge(HIGHLY_UNLIKELY, "strongly|seriously|very much doubt"),
    hedge(UNLIKELY, "believe|think|expect subj=few|nobody|none|no-one"),
    hedge(WILL_HAPPEN, "have|has|leave no doubt"),
    hedge(WILL_HAPPEN, "no doubt"),
    hedge(UNLIKELY, "@not believe|think|expect|anticipate|see|foresee"),
    hedge(WE_DOUBT, "doubt|disbelieve"),
    hedge(WE_DOUBT, "question:V"),
    hedge(WE_DOUBT, "sceptical|skeptical|doubtful|dubious|unconvinced"),
    hedge(WE_DOUBT, "cast|voice|express|raise|have .. doubt|scepticism|skepticism"),
    hedge(WE_DOUBT, "@not convinced|persuaded|sure|confident|certain"),
    hedge(WE_BELIEVE, "believe|think|assess|reckon|judge|presume|assume|suppose|feel|figure|surmise|understand"),
    // Who considers sending something, or a plan, weighs it, and believes nothing of it.
    hedge(WE_BELIEVE, "consider // that|it|him|her|them|us|me"),
    // What unnamed others hold, and what things let one infer: read like "we believe" and "probably".
    hedge(WE_BELIEVE, "@be said|reported|alleged|rumored|rumoured to"),
    hedge(PROBABLY, "appear|seem to _:I"),
    hedge(
        PROBABLY,
        "suggest|indicate|imply:V subj=image|imagery|picture|photograph|photo|video|evidence|report|document|data|message|intercept|sign|figure|record|intelligence|analysis|finding|study|survey|reading|pattern|trace|signal",
    ),
    hedge(WE_BELIEVE, "estimate|calculate"),
    hedge(MAY_HAPPEN, "hint|insinuate"),
    hedge(VERY_GOOD_CHANCE, "with high|great|considerable confidence"),
    hedge(LIKELY, "with moderate|medium|some confidence"),
    hedge(MAY_HAPPEN, "with low|little|limited confidence"),
    // Expectation: read like "likely".
    hedge(LIKELY, "expect|predict|anticipate|forecast|foresee|project"),
    // Suspicion: something speaks for it; read like "we believe".
    hedge(WE_BELIEVE, "suspect|infer|deduce"),
    // A conjecture claims no more than that it may be.
    hedge(MAY_HAPPEN, "speculate|guess|wonder|imagine|hypothesise|hypothesize|conjecture|theorise|theorize"),
    // A fear or a worry is of what may be.
    hedge(MAY_HAPPEN, "fear|worry|afraid|worried|dread"),
    hedge(VERY_GOOD_CHANCE, "confident|optimistic|convinced"),
];
