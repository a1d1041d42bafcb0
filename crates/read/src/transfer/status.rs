//! How far a transfer has got: what its own tense says, and what the words above it say of it.
//!
//! The way up is taken word by word. What lies above changes what was found below: "has *agreed* to *consider* sending" is
//! considered first and stays so; "*denied* that it had sent" is denied. A denial or a halt is never changed back.

use std::ops::Range;

use super::deed::Moved;
use super::phrase;
use crate::attribute::analysis::NONE;
use crate::attribute::pattern::children;
use crate::certainty::clause::{Form, fails, inverted, negated};
use crate::language::transfers::{Deed, Step};
use crate::model::hash::{lower, plain, push};
use crate::parse::Rel;
use crate::scene::Scene;
use crate::tag::{Upos, Xpos};

/// How many words are looked at on the way up.
const CLIMB: usize = 9;
/// How far before a verb the word above it is looked for where the tree does not have it, in tokens.
const NEAR: usize = 7;

/// How far it has got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Status {
    Considered,
    Possible,
    Announced,
    UnderWay,
    Delivered,
    Denied,
    Halted,
}

impl Status {
    /// As the reading format writes it.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Considered => "considered",
            Self::Possible => "possible",
            Self::Announced => "announced",
            Self::UnderWay => "under-way",
            Self::Delivered => "delivered",
            Self::Denied => "denied",
            Self::Halted => "halted",
        }
    }
}

/// What a word above a transfer says.
pub(super) fn step(scene: &Scene<'_>, at: usize) -> Option<Step> {
    told(scene, at).map(|(step, _)| step)
}

/// What a word above a transfer says, with its particle or its noun, and the word that says it: "*rule out*", "*cut off*",
/// "put on *hold*", "made no *decision*".
fn told(scene: &Scene<'_>, at: usize) -> Option<(Step, usize)> {
    let all = scene.all;
    let own = own_step(scene, at);
    let light = own.is_none_or(|own| own == Step::Does) && all.tag[at].xpos.is_verb();
    let noun = light
        && matches!(
            all.lemma_text(at),
            "put"
                | "place"
                | "bring"
                | "come"
                | "go"
                | "make"
                | "take"
                | "have"
                | "give"
                | "reach"
                | "hold"
                | "be"
                | "see"
                | "strike"
                | "clinch"
                | "seal"
                | "ink"
        );
    let through = noun.then(|| {
        children(all, at)
            .filter(|child| {
                matches!(all.rel[*child], Rel::Obj | Rel::Obl | Rel::OblUnmarked | Rel::NsubjPass)
                    && all.tag[*child].xpos.is_noun()
            })
            .find_map(|child| own_step(scene, child).map(|step| (step, child)))
    });
    through.flatten().or_else(|| own.map(|own| (own, at)))
}

fn own_step(scene: &Scene<'_>, at: usize) -> Option<Step> {
    let all = scene.all;
    let table = &scene.language.transfers.steps;
    let with = |particle: usize| table.get(phrase_of(scene, at, particle));
    let particles =
        children(all, at).filter(|child| matches!(all.rel[*child], Rel::CompoundPrt | Rel::Advmod) && *child > at);
    let next = (at + 1 < all.word.len() && matches!(all.tag[at + 1].xpos, Xpos::Rp | Xpos::In | Xpos::Rb | Xpos::Jj))
        .then_some(at + 1);
    let phrasal = particles.chain(next).find_map(with);
    // "*Dropped* the sale": what falls by itself goes on, what somebody drops is over.
    if phrasal.is_none() && scene.language.transfers.drops.get(all.lemma[at]).is_some() && is_done_to(scene, at) {
        return Some(Step::Halts);
    }
    // "Close to a deal" is no closing.
    if all.tag[at].upos == Upos::Adj && all.lemma_text(at) == "close" {
        return Some(Step::Considers);
    }
    phrasal.or_else(|| table.get(all.lemma[at])).or_else(|| table.get(all.word[at]))
}

/// Whether a verb is done to something.
fn is_done_to(scene: &Scene<'_>, at: usize) -> bool {
    let all = scene.all;
    let object = |child: usize| matches!(all.rel[child], Rel::Obj | Rel::NsubjPass) && all.tag[child].xpos.is_noun();
    all.tag[at].xpos.is_verb() && children(all, at).any(object)
}

/// Whether a verb says no more than that something takes place.
fn happens(scene: &Scene<'_>, at: usize) -> bool {
    let all = scene.all;
    let table = &scene.language.events.happens;
    let object =
        |child: usize| child > at && all.rel[child] == Rel::Obj && table.get(phrase_of(scene, at, child)).is_some();
    table.get(all.lemma[at]).is_some() || children(all, at).any(object)
}

/// The hash of a verb's lemma with that of another word behind it.
fn phrase_of(scene: &Scene<'_>, at: usize, with: usize) -> u64 {
    let letters = scene.all.lemma_text(with).chars();
    letters.fold(push(scene.all.lemma[at], ' '), |hash, letter| push(hash, lower(plain(letter))))
}

/// The status of goods that are moved.
pub(super) fn status(scene: &Scene<'_>, sentence: &Range<usize>, moved: &Moved) -> Status {
    let all = scene.all;
    let (at, nominal) = (moved.at, moved.nominal);
    let mut found = if nominal || moved.own.is_some() { None } else { of_tense(scene, sentence, at) };
    if !nominal && moved.own.is_none() && negated(all, scene.language, at) || nominal && is_emptied(scene, at) {
        found = Some(Status::Denied);
    }
    // "Offered", "ordered": what is done by it is no more than settled.
    let settles = !nominal && own_step(scene, at) == Some(Step::Settles) && all.lemma_text(at) != "grant";
    if settles && matches!(found, Some(Status::Delivered | Status::UnderWay)) {
        found = Some(Status::Announced);
    }
    // A bargain is a word: the goods are still to come.
    if nominal && found.is_none() && scene.language.transfers.nouns.get(all.lemma[at]) == Some(Deed::Bargains) {
        found = Some(Status::Announced);
    }
    // "Will vote on *whether to* lend".
    if !nominal && whether(scene, at) && !is_finite(scene, at) {
        found = Some(Status::Considered);
    }
    if let Some(step) = moved.own {
        found = apply(scene, sentence, None, step, at);
    } else if is_awaited(scene, at) {
        found = Some(Status::Announced);
    }
    if guessed(scene, sentence, at) {
        found = guess(found);
    }
    let mut below = at;
    let mut looked = false;
    if let Some(noun) = noun_before(scene, sentence, at).filter(|noun| all.head[at] as usize != *noun)
        && let Some(step) = step(scene, noun)
    {
        found = apply(scene, sentence, found, step, noun);
    }
    for _ in 0..CLIMB {
        let up = all.head[below];
        if up == NONE {
            break;
        }
        let mut up = up as usize;
        if !leads_up(scene, below, up) {
            break;
        }
        // "Refuses to supply arms *but has sent* masks": what has a tense of its own is joined to what has one.
        let deed = nominal && below == at;
        if all.rel[below] == Rel::Conj && all.tag[below].xpos.is_verb() && !deed && is_finite(scene, below) {
            while !is_finite(scene, up) && all.head[up] != NONE {
                up = all.head[up] as usize;
            }
            below = up;
            continue;
        }
        looked |= hears(scene, sentence, (below, deed), up, &mut found);
        below = up;
    }
    if !looked && let Some(word) = before(scene, sentence, at) {
        hears(scene, sentence, (at, nominal), word, &mut found);
    }
    // "Shipments to the refineries *stopped*": the next verb, where the tree has no way to it.
    if nominal && !looked && found.is_none() {
        let next = (at + 1..sentence.end).find(|token| all.is_verb(*token) && all.tag[*token].upos == Upos::Verb);
        if let Some(next) =
            next.filter(|next| matches!(step(scene, *next), Some(Step::Halts | Step::GoesOn | Step::Completes)))
        {
            hears(scene, sentence, (at, true), next, &mut found);
        }
    }
    if found != Some(Status::Denied) && is_ended(scene, sentence, at) {
        found = Some(Status::Halted);
    }
    let singular = all.tag[at].xpos == Xpos::Nn;
    let plain = if moved.asked {
        Status::Considered
    } else if nominal && singular {
        Status::Delivered
    } else {
        Status::UnderWay
    };
    found.unwrap_or(plain)
}

/// Whether what was promised or begun is ended by another verb of the sentence: "has cancelled *the delivery*".
fn is_ended(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let all = scene.all;
    let table = scene.language.transfers;
    let taken_up = |verb: usize| {
        children(all, verb).any(|child| {
            child != at
                && matches!(all.rel[child], Rel::Obj | Rel::NsubjPass)
                && table.nouns.get(all.lemma[child]).is_some()
                && child > at
                && children(all, child).all(|below| {
                    all.rel[below] == Rel::Det
                        && matches!(scene.word(below), "the" | "that" | "this" | "those" | "these")
                })
        })
    };
    (at + 1..sentence.end).any(|verb| {
        all.tag[verb].upos == Upos::Verb
            && own_step(scene, verb) == Some(Step::Halts)
            && !negated(all, scene.language, verb)
            && Form::of(all, scene.language, verb).is_real()
            && taken_up(verb)
    })
}

/// "Has *yet to* deliver": it lies ahead.
fn is_awaited(scene: &Scene<'_>, at: usize) -> bool {
    let be = |at: usize| matches!(scene.word(at), "is" | "are" | "was" | "were");
    let to = if at >= 3 && scene.word(at - 1) == "be" { at - 2 } else { at.saturating_sub(1) };
    // "Which is *to be* given", "are *to* send".
    to >= 1 && scene.word(to) == "to" && (scene.word(to - 1) == "yet" || be(to - 1))
}

/// The noun of a step that a noun of action stands behind: "a *halt* to arms sales".
fn noun_before(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Option<usize> {
    let all = scene.all;
    let first = phrase::start(scene, sentence, at).0;
    let noun = first.checked_sub(2).filter(|noun| sentence.contains(noun))?;
    let behind = all.tag[at].xpos.is_noun() && all.tag[first - 1].upos == Upos::Adp
        || matches!(scene.word(first - 1), "to" | "of" | "on" | "in");
    (behind && all.tag[at].xpos.is_noun() && all.tag[noun].xpos.is_noun() && own_step(scene, noun).is_some())
        .then_some(noun)
}

/// Whether what is said of a word is said of what hangs from it.
fn leads_up(scene: &Scene<'_>, below: usize, up: usize) -> bool {
    let all = scene.all;
    match all.rel[below] {
        // "A deal under which it would supply".
        Rel::AclRelcl if own_step(scene, up).is_some() && all.tag[up].xpos.is_noun() => true,
        Rel::AclRelcl | Rel::AdvclRelcl => false,
        // "Rifles supplied by X were found": what was found says nothing of it, but "a plan to supply" does.
        Rel::Acl if own_step(scene, up).is_some() && all.tag[up].xpos.is_noun() => true,
        Rel::Acl => {
            all.tag[below].xpos == Xpos::Vb || all.tag[below].xpos == Xpos::Vbg || all.tag[below].xpos.is_noun()
        }
        _ => true,
    }
}

/// Changes what was found by the word above. Says whether the word means anything for it.
fn hears(
    scene: &Scene<'_>,
    sentence: &Range<usize>,
    (below, nominal): (usize, bool),
    up: usize,
    found: &mut Option<Status>,
) -> bool {
    let all = scene.all;
    let verb = all.tag[up].xpos.is_verb();
    let rel = all.rel[below];
    // Joined verbs share what stands above and before them, and not what they mean.
    // "Rule out *arming*": taken for a second verb.
    let bare = all.tag[below].xpos == Xpos::Vbg
        && verb
        && below > up
        && below - up <= 2
        && !children(all, below).any(|child| all.rel[child] == Rel::Cc);
    // "Halted its gas *exports*": taken for a second verb.
    let taken = nominal && all.tag[below].xpos.is_verb();
    if rel == Rel::Conj && !bare && !taken {
        if verb && found.is_none() {
            *found = of_tense(scene, sentence, up);
        }
        return false;
    }
    let finite = !nominal && all.tag[below].xpos.is_verb() && is_finite(scene, below);
    let Some(step) = step(scene, up) else {
        // "Was *going to* lend".
        if found.is_none() && verb && all.lemma_text(up) == "go" && all.tag[below].xpos == Xpos::Vb {
            *found = Some(Status::Announced);
            return false;
        }
        // "Would not say *whether* it had sold": that is open.
        if finite && whether(scene, below) && matches!(found, Some(Status::Delivered | Status::UnderWay)) {
            *found = Some(Status::Possible);
            return true;
        }
        if found.is_none() && verb && matches!(rel, Rel::Obj | Rel::Nsubj | Rel::NsubjPass | Rel::Xcomp) && !all.cue[up]
        {
            *found = unnamed(scene, sentence, below, up);
        }
        return false;
    };
    // Beside a clause stands what has to do with it, and says nothing of it: "sent rifles after it had *agreed*".
    if rel == Rel::Advcl
        && !whether(scene, below)
        && (finite || !matches!(all.tag[below].xpos, Xpos::Vb | Xpos::Vbg) || marked(scene, below))
    {
        return false;
    }
    // "Put off a *decision* on sending".
    if step == Step::Halts
        && matches!(all.lemma_text(below), "decision" | "vote" | "debate" | "talk" | "discussion" | "choice")
    {
        *found = Some(Status::Considered);
        return true;
    }
    // Who reports, announces or warns that it was sent does not change that it was.
    if finite
        && matches!(
            step,
            Step::Settles
                | Step::Considers
                | Step::GoesOn
                | Step::Does
                | Step::Completes
                | Step::Asks
                | Step::Halts
                | Step::Blocks
        )
    {
        let real = matches!(found, Some(Status::Delivered | Status::UnderWay));
        if whether(scene, below) && matches!(step, Step::Considers | Step::Asks | Step::Settles) {
            // Whether it was sent is a guess; whether it will be is still thought about.
            *found = Some(if real { Status::Possible } else { Status::Considered });
        } else if real && matches!(all.lemma_text(up), "suggest" | "argue") {
            *found = Some(Status::Possible);
        }
        return true;
    }
    *found = apply(scene, sentence, *found, step, up);
    true
}

/// Whether a clause is marked by a word of time or reason, so that it is no part of what stands above.
fn marked(scene: &Scene<'_>, below: usize) -> bool {
    let all = scene.all;
    children(all, below).any(|child| {
        child < below
            && all.rel[child] == Rel::Mark
            && all.tag[child].xpos == Xpos::In
            && !matches!(scene.word(child), "of" | "from" | "about" | "on" | "whether" | "against")
    })
}

fn whether(scene: &Scene<'_>, below: usize) -> bool {
    children(scene.all, below).any(|child| scene.word(child) == "whether" || scene.word(child) == "if")
}

/// Whether a verb has a tense of its own.
fn is_finite(scene: &Scene<'_>, at: usize) -> bool {
    let all = scene.all;
    let form = Form::of(all, scene.language, at);
    let auxiliary = children(all, at).any(|child| {
        matches!(all.rel[child], Rel::Aux | Rel::AuxPass | Rel::Cop)
            && matches!(all.tag[child].xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp | Xpos::Md)
    });
    !form.infinitive && (auxiliary || matches!(all.tag[at].xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp))
}

/// What a step makes of what was found below it, by how the word of the step is itself tensed.
fn apply(scene: &Scene<'_>, sentence: &Range<usize>, found: Option<Status>, step: Step, at: usize) -> Option<Status> {
    let all = scene.all;
    let verb = all.tag[at].xpos.is_verb();
    let form = Form::of(all, scene.language, at);
    // "Refused to": that it was refused is not negated.
    let noun = told(scene, at).map_or(at, |(_, noun)| noun);
    let not = form.negated && !fails(all, scene.language, at)
        || (!all.tag[noun].xpos.is_verb() && is_emptied(scene, noun))
        || is_awaited(scene, at);
    let modal = verb && form.modal && !form.perfect;
    let ahead = verb && form.future;
    let over = matches!(found, Some(Status::Denied | Status::Halted));
    let real = |status: Status| {
        if ahead {
            Status::Announced
        } else if modal {
            Status::Possible
        } else {
            status
        }
    };
    let next = match step {
        _ if over && !matches!(step, Step::Denies | Step::Considers | Step::Supposes | Step::Asks) => found?,
        Step::Denies if not && found == Some(Status::Halted) => Status::Halted,
        // "Did not rule out".
        Step::Denies if not => found.filter(|found| *found != Status::Denied).unwrap_or(Status::Possible),
        Step::Denies if found == Some(Status::Halted) => Status::UnderWay,
        Step::Denies => Status::Denied,
        Step::Halts | Step::Blocks if not => Status::UnderWay,
        Step::Halts | Step::Blocks if modal => Status::UnderWay,
        Step::Halts | Step::Blocks => Status::Halted,
        Step::Considers | Step::Supposes | Step::Asks if found == Some(Status::Halted) && !not => Status::UnderWay,
        Step::Considers | Step::Asks if not && found.is_none_or(|found| found != Status::Halted) => Status::Denied,
        Step::Considers | Step::Asks if found == Some(Status::Denied) => Status::Denied,
        Step::Considers | Step::Asks => Status::Considered,
        Step::Supposes if matches!(found, Some(Status::Considered | Status::Denied | Status::Halted)) => found?,
        Step::Supposes if not => Status::Denied,
        Step::Supposes => Status::Possible,
        Step::Settles if found == Some(Status::Possible) || found == Some(Status::Considered) => found?,
        Step::Settles if not => {
            if decides(scene, noun) {
                Status::Considered
            } else {
                Status::Denied
            }
        }
        Step::Settles if modal => Status::Possible,
        Step::Settles => Status::Announced,
        Step::GoesOn | Step::Completes if matches!(found, Some(Status::Considered | Status::Possible)) => found?,
        // "Accused of having sent".
        Step::GoesOn if found == Some(Status::Delivered) && !decides(scene, noun) && all.lemma_text(at) == "accuse" => {
            Status::Delivered
        }
        Step::GoesOn if not => Status::Announced,
        Step::GoesOn => real(Status::UnderWay),
        Step::Completes if not && happens(scene, at) => Status::Denied,
        Step::Completes if not => Status::UnderWay,
        Step::Completes => real(Status::Delivered),
        Step::Tells if not => Status::Denied,
        Step::Tells => return found,
        Step::Does => {
            if not {
                Status::Denied
            } else if let Some(found) = found {
                found
            } else if verb {
                return of_tense(scene, sentence, at);
            } else {
                return found;
            }
        }
    };
    // "May agree to send", "would consider sending": the chance of a decision is no more than that.
    let next = match next {
        Status::Announced if modal && step == Step::Settles => Status::Possible,
        other => other,
    };
    Some(if guessed(scene, sentence, at) { guess(Some(next)).unwrap_or(next) } else { next })
}

/// Whether a word is one of deciding, which may be still to come: "has not decided", "no decision".
fn decides(scene: &Scene<'_>, at: usize) -> bool {
    matches!(
        scene.all.lemma_text(at),
        "decide"
            | "decision"
            | "approve"
            | "approval"
            | "agreement"
            | "agree"
            | "sign"
            | "choose"
            | "settle"
            | "commit"
            | "resolve"
            | "finalise"
            | "finalize"
            | "deal"
            | "contract"
            | "conclude"
            | "ratify"
            | "mind"
    )
}

/// What no more than a guess makes of a status.
fn guess(found: Option<Status>) -> Option<Status> {
    match found {
        Some(Status::Denied | Status::Halted | Status::Considered) => found,
        _ => Some(Status::Possible),
    }
}

/// Whether a word of guessing stands with a predicate: "*probably* sent", "a *possible* sale".
fn guessed(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let all = scene.all;
    let near = at.saturating_sub(3).max(sentence.start)..at;
    children(all, at)
        .filter(|child| matches!(all.rel[*child], Rel::Advmod | Rel::Amod | Rel::Dep))
        .chain(near.filter(|before| all.tag[*before].upos == Upos::Adv))
        .any(|child| scene.language.transfers.guesses.get(all.word[child]).is_some())
}

/// Whether a noun is one that there is none of: "*no* delivery".
fn is_emptied(scene: &Scene<'_>, at: usize) -> bool {
    let all = scene.all;
    let words = &scene.language.phrases().words;
    children(all, at).any(|child| child < at && all.rel[child] == Rel::Det && words.no.contains(&all.word[child]))
        || (at >= 1 && words.no.contains(&all.word[at - 1]))
}

/// What a verb's own tense says.
fn of_tense(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Option<Status> {
    let all = scene.all;
    let form = Form::of(all, scene.language, at);
    let conditional = || {
        sentence.clone().any(|word| {
            scene.language.transfers.conditions.get(all.word[word]).is_some()
                && all.tag[word].xpos == Xpos::In
                && !within_cue(scene, word)
        })
    };
    // "Has supplied it with fuel *since* the spring": the tree may hang it from what is supplied.
    let later = || {
        let behind = (at + 1..sentence.end).take_while(|token| !all.is_verb(*token));
        behind.into_iter().any(|token| all.tag[token].upos == Upos::Adp && scene.word(token) == "since")
    };
    let since = || {
        later()
            || children(all, at).any(|child| {
                scene.language.transfers.since.get(all.word[child]).is_some()
                    || children(all, child).any(|below| scene.language.transfers.since.get(all.word[below]).is_some())
            })
    };
    // "If Corvania *sends* tanks": its own clause is the condition.
    let own_condition = children(all, at).any(|child| {
        all.rel[child] == Rel::Mark
            && all.tag[child].xpos == Xpos::In
            && scene.language.transfers.conditions.get(all.word[child]).is_some()
            && !within_cue(scene, child)
    });
    if own_condition || inverted(all, scene.language, at) {
        return Some(Status::Possible);
    }
    let would = children(all, at).any(|child| matches!(scene.word(child), "would" | "'d"));
    Some(match form {
        Form { no_longer: true, .. } => Status::Halted,
        Form { perfect: true, modal: true, .. } => Status::Possible,
        Form { perfect: true, future: true, .. } => Status::Announced,
        Form { perfect: true, progressive: true, .. } => Status::UnderWay,
        Form { perfect: true, infinitive: true, .. } => Status::Delivered,
        Form { perfect: true, .. } => {
            if since() {
                Status::UnderWay
            } else {
                Status::Delivered
            }
        }
        Form { modal: true, .. } => {
            if must(scene, at) {
                Status::Considered
            } else {
                Status::Possible
            }
        }
        Form { future: true, .. } => {
            if would && conditional() || depends(scene, at) {
                Status::Possible
            } else {
                Status::Announced
            }
        }
        Form { progressive: true, .. } => Status::UnderWay,
        Form { infinitive: true, .. } => {
            // A headline: "Corvania to send tanks".
            let root = all.rel[at] == Rel::Root && children(all, at).any(|child| all.rel[child].is_subject());
            return root.then_some(Status::Announced);
        }
        Form { passive: true, present: true, .. } => Status::UnderWay,
        Form { past: true, .. } if all.tag[at].xpos == Xpos::Vbn && all.rel[at] == Rel::Acl => {
            let being = at > 0 && scene.word(at - 1) == "being";
            if being { Status::UnderWay } else { Status::Delivered }
        }
        Form { past: true, .. } => {
            if since() {
                Status::UnderWay
            } else {
                Status::Delivered
            }
        }
        _ if all.tag[at].xpos == Xpos::Vbg => {
            if at > 0 && scene.word(at - 1).eq_ignore_ascii_case("having") {
                return Some(Status::Delivered);
            }
            return None;
        }
        _ if all.tag[at].xpos == Xpos::Vb => return None,
        _ => Status::UnderWay,
    })
}

/// Whether a clause beside a verb makes a condition of it: "*if* the talks fail, it will send", and not "*even if*".
fn depends(scene: &Scene<'_>, at: usize) -> bool {
    let all = scene.all;
    let condition = |mark: usize| {
        all.rel[mark] == Rel::Mark
            && scene.language.transfers.conditions.get(all.word[mark]).is_some()
            && mark.checked_sub(1).is_none_or(|before| scene.word(before) != "even")
    };
    children(all, at).any(|clause| all.rel[clause] == Rel::Advcl && children(all, clause).any(condition))
}

fn must(scene: &Scene<'_>, at: usize) -> bool {
    children(scene.all, at).any(|child| matches!(scene.word(child), "should" | "must" | "ought"))
}

/// "Asked *if* it would send": no condition.
fn within_cue(scene: &Scene<'_>, word: usize) -> bool {
    word > 0 && scene.all.is_verb(word - 1)
}

/// What a verb above that is in no table says of a deed below: the deed went on when it did.
fn unnamed(scene: &Scene<'_>, sentence: &Range<usize>, below: usize, up: usize) -> Option<Status> {
    let all = scene.all;
    let status = of_tense(scene, sentence, up)?;
    // "Exports grew", "supplies fell": what changes goes on.
    let many = all.tag[below].xpos == Xpos::Nns;
    Some(match status {
        Status::Delivered if many && all.rel[below].is_subject() => Status::UnderWay,
        other => other,
    })
}

/// The word above an infinitive or *-ing* form by its place, where the tree has nothing.
fn before(scene: &Scene<'_>, sentence: &Range<usize>, at: usize) -> Option<usize> {
    let all = scene.all;
    if !matches!(all.tag[at].xpos, Xpos::Vb | Xpos::Vbg) && !all.tag[at].xpos.is_noun() {
        return None;
    }
    // "If the talks fail, it will *send*": what has a tense of its own stands below nothing.
    if all.tag[at].xpos == Xpos::Vb && is_finite(scene, at) {
        return None;
    }
    let from = at.saturating_sub(NEAR).max(sentence.start);
    let noun = all.tag[at].xpos.is_noun();
    for word in (from..at).rev() {
        if matches!(scene.word(word), "," | ";" | ":") && !noun {
            continue;
        }
        if noun && all.is_mark(word) && !phrase::is_hyphen(all, word) {
            return None;
        }
        if step(scene, word).is_some()
            && (all.tag[word].xpos.is_verb() || all.tag[word].xpos.is_noun() || all.tag[word].upos == Upos::Adj)
        {
            return Some(word);
        }
        // A tensed verb that says nothing ends the search.
        if matches!(all.tag[word].xpos, Xpos::Vbd | Xpos::Vbz | Xpos::Vbp) && all.tag[word].upos == Upos::Verb {
            return None;
        }
    }
    None
}
