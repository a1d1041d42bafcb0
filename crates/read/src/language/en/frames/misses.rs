//! What looks like a denial, a refusal to speak, an evasion, a question, an order or a doubt, and is none.

use super::{miss, sure, where_found};
use crate::language::Frame;
use record::reading::Stance::{Asks, Says};

pub(super) const MISSES: &[Frame] = &[
    // Something is kept from somebody.
    miss("deny:V obj=@grant"),
    miss("deny:V // .. @grant"),
    miss("@be deny:P // @grant|him|her|them"),
    where_found(Says, "@not dispute|contest|question|doubt"),
    sure(Says, "have|has|leave no doubt // that|about|of"),
    where_found(Says, "no|little doubt"),
    where_found(Says, "beyond|without doubt"),
    // An answer to an offer, not to a question; and what grows less refuses nothing.
    miss(
        "decline|refuse:V obj=_:N obj!=comment|interview|request|question|answer|reply|response|statement|explanation|elaboration|call",
    ),
    miss(
        "decline:V obj!=_ subj=attendance|birth|case|condition|crime|death|demand|economy|enrolment|enrollment|export|harvest|health|import|income|index|inflation|membership|number|output|population|price|production|profit|quality|rainfall|rate|revenue|sale|share|stock|support|trade|traffic|turnout|unemployment|use|value|volume|wage|yield",
    ),
    miss("decline:V obj!=_ // for|in|from|since|after|over|during|between|among"),
    where_found(
        Says,
        "reject|dispute|dismiss obj=offer|bid|proposal|amendment|appeal|plan|deal|candidate|coach|minister|case|motion|application|ultimatum|treaty|lawsuit|budget|bill",
    ),
    // What carries goods, and not one who rails.
    miss("by rail"),
    // One who stands before a court.
    miss("the accused // _:V"),
    // Asked by nobody: the occasion of what is said in the same sentence.
    miss(
        "ask|press|question|quiz|pressed|asked ^ subj!=_ // whether|if|about|on|by|for|to|how|why|what|when|where|directly|repeatedly|again|twice",
    ),
    // Who asks for this says something else, or nothing.
    miss("ask|request not to be named|identified|quoted"),
    miss("ask|request // that|for|to ... anonymity|anonymous|unnamed|unidentified"),
    miss("who .. decline|refuse to be named|identified|quoted|name|identify|quote"),
    miss("who .. @be @not authorised|authorized|allowed|permitted|authorise|authorize|allow|permit to"),
    miss("asking price"),
    // Who demands to know asks.
    sure(Asks, "demand to know"),
    // What is dodged is no question.
    miss(
        "dodge|duck|evade|avoid|skirt|sidestep obj=tax|bullet|draft|capture|sanction|police|arrest|service|puddle|collision|shell|radar|tackle|fine|detection|duty|customs|town|city|coast|defeat|war|payment|patrol|gunfire|fire|missile|justice|prison|crash|disaster",
    ),
    miss("@not respond to treatment|stimulus|medication|therapy"),
    miss("question:V obj=@person"),
    miss("order:V obj=@goods"),
];
