//! How far the action in a content has got, from the main predicate: what its words mean for the stage of an action
//! ("weigh", "sign off on", "suspend"), and where they mean nothing by themselves, from tense and aspect.
//!
//! The outermost word of a stage speaks: who has *decided to halt* has decided. What stands above the action and says
//! nothing of its stage ("appears to", "is likely to", "is believed to") is looked through.

use std::ops::Range;

use record::reading::{Stage, Stance};

use super::clause::{Clause, Form, bears};
use super::polarity::part_of_hedge;
use crate::attribute::analysis::Analysis;
use crate::attribute::frame::head_of;
use crate::attribute::pattern::children;
use crate::language::{Language, StageKind};
use crate::parse::Rel;
use crate::tag::{Upos, Xpos};

/// How many predicates are looked through.
const DEEP: usize = 5;
/// How far behind a predicate the one below it is looked for where the parse gives none, in tokens.
const NEAR: usize = 10;

/// The stage that a content reports.
pub(crate) fn stage(
    all: &Analysis,
    language: &Language,
    stance: Stance,
    cue: &[usize],
    clause: Option<&Clause>,
) -> Stage {
    // What somebody else is told to do, nobody has got on with.
    let Some(clause) = clause.filter(|_| stance != Stance::Orders) else { return Stage::None };
    if let Some(kind) = of_noun(all, language, clause) {
        return of_kind(kind, Form::default());
    }
    match of_clause(all, language, clause) {
        Stage::None => of_cue(all, language, cue, clause).unwrap_or(Stage::None),
        stage => stage,
    }
}

/// What a content that is no clause names: "the *completion* of the pipeline".
fn of_noun(all: &Analysis, language: &Language, clause: &Clause) -> Option<StageKind> {
    let bare = |child: usize| all.rel[child] != Rel::Cop && !all.rel[child].is_subject();
    // "An *agreement* to sell the boats": the verb below it is the only one.
    let infinitive = all.tag[clause.head].xpos == Xpos::Vb && Form::of(all, language, clause.head).infinitive;
    let before = || clause.tokens.iter().copied().rev().filter(|at| *at < clause.head).take(NEAR);
    let above = || before().find(|at| all.tag[*at].xpos.is_noun() && all.rel[*at] != Rel::Nsubj);
    let noun = if infinitive { above()? } else { clause.head };
    if !all.tag[noun].xpos.is_noun() || !children(all, noun).all(bare) {
        return None;
    }
    let phrases = language.phrases();
    let hit = phrases.stage_nouns.at(all, &clause.within, noun)?;
    Some(phrases.noun_rows[hit.entry].0)
}

/// What the cue says of the stage, where the content is no clause with a tense of its own: "pledged to send".
fn of_cue(all: &Analysis, language: &Language, cue: &[usize], clause: &Clause) -> Option<Stage> {
    let form = Form::of(all, language, clause.head);
    let copular = children(all, clause.head).any(|child| all.rel[child] == Rel::Cop);
    let finite = copular
        || form.future
        || form.modal
        || form.perfect
        || form.progressive
        || (!form.infinitive && !matches!(all.tag[clause.head].xpos, Xpos::Vbg | Xpos::Vb))
            && all.tag[clause.head].xpos.is_verb();
    let within = *cue.first()?..*cue.last()? + 1;
    if finite {
        return None;
    }
    let phrases = language.phrases();
    let hit = cue.iter().find_map(|at| phrases.stages.at(all, &within, *at))?;
    let kind = phrases.stage_rows[hit.entry].0;
    let says = !matches!(kind, StageKind::Through | StageKind::Ahead | StageKind::State);
    says.then(|| of_kind(kind, Form::of(all, language, hit.tokens.start)))
}

/// The stage that the content itself reports.
fn of_clause(all: &Analysis, language: &Language, clause: &Clause) -> Stage {
    let hits = hits(all, language, clause);
    let (mut at, mut ahead) = (clause.head, false);
    for _ in 0..DEEP {
        let mut form = Form::of(all, language, at);
        // "Failed to sign", "refused to sell": nothing was done.
        if language.phrases().words.fail.contains(&all.lemma[at]) {
            return Stage::None;
        }
        // "Cannot have left", "is not likely to leave": what is denied there is the chance.
        form.negated &= !part_of_hedge(all, language, clause, at);
        let mut kind = kind(all, &hits, at);
        if matches!(kind, Some(StageKind::UnderWay | StageKind::Done | StageKind::State) | None) {
            kind = of_subject(all, &hits, at).or(kind);
        }
        if matches!(kind, Some(StageKind::UnderWay | StageKind::Done))
            && let Some(lower) = of_object(all, &hits, at)
        {
            kind = Some(lower);
        }
        if kind == Some(StageKind::UnderWay)
            && let Some(below) = complement(all, clause, &hits, at)
            && let Some(lower @ (StageKind::Prepared | StageKind::Considered)) = self::kind(all, &hits, below)
        {
            kind = Some(lower);
        }
        match kind {
            Some(StageKind::Through | StageKind::Ahead) => {
                let Some(next) = complement(all, clause, &hits, at) else { break };
                ahead |= kind == Some(StageKind::Ahead);
                at = next;
            }
            Some(kind) => return of_kind(kind, form),
            None => {
                if let Some(participle) = participle(all, language, clause, at) {
                    at = participle;
                    continue;
                }
                if let Some(below) = below_noun(all, clause, &hits, at) {
                    at = below;
                    continue;
                }
                if let Some(below) = below_state(all, language, clause, at) {
                    at = below;
                    continue;
                }
                if let Some(kind) = beside(all, language, clause, &hits, (at, &form)) {
                    return of_kind(kind, form);
                }
                let (stage, action) = of_tense(all, language, clause, at, form, ahead);
                return if action || form.negated { stage } else { elsewhere(all, language, clause, &hits) };
            }
        }
    }
    elsewhere(all, language, clause, &hits)
}

/// "Cannot have left", "has set up tents": the parse sometimes takes the auxiliary for a verb, and the participle for what
/// hangs below it.
fn participle(all: &Analysis, language: &Language, clause: &Clause, at: usize) -> Option<usize> {
    if !language.phrases().words.have.contains(&all.lemma[at]) {
        return None;
    }
    let past = |at: usize| matches!(all.tag[at].xpos, Xpos::Vbn | Xpos::Vbd);
    let below = children(all, at).find(|child| *child > at && all.rel[*child] == Rel::Xcomp && past(*child));
    let next = || (at + 1..clause.within.end).find(|next| all.tag[*next].upos != Upos::Adv).filter(|next| past(*next));
    below.or_else(next)
}

/// The clause below a noun that is looked through: "there remains a *chance* that they sailed".
fn below_noun(all: &Analysis, clause: &Clause, hits: &[(Range<usize>, StageKind)], at: usize) -> Option<usize> {
    let through =
        |child: usize| hits.iter().any(|(tokens, kind)| *kind == StageKind::Through && tokens.contains(&child));
    let is_clause =
        |below: &usize| matches!(all.rel[*below], Rel::Acl | Rel::Ccomp | Rel::Advcl) && clause.holds(*below);
    let noun = |child: &usize| *child != at && all.tag[*child].xpos.is_noun() && through(*child);
    children(all, at).filter(noun).find_map(|child| children(all, child).find(is_clause))
}

/// The clause that a state is about: "chances *are* that they sailed", "*had* word that it had begun".
fn below_state(all: &Analysis, language: &Language, clause: &Clause, at: usize) -> Option<usize> {
    if !language.phrases().words.states.contains(&all.lemma[at]) {
        return None;
    }
    let is_clause = |below: usize| {
        below > at
            && clause.holds(below)
            && matches!(all.rel[below], Rel::Ccomp | Rel::Acl | Rel::Csubj)
            && all.tag[below].xpos.is_verb()
            && children(all, below).any(|child| all.rel[child].is_subject())
    };
    let under = |at: usize| children(all, at).find(|child| is_clause(*child));
    under(at).or_else(|| children(all, at).filter(|child| all.tag[*child].xpos.is_noun()).find_map(under))
}

/// What stands beside an action that has no stage of its own: "are talking *whether to* send", "have brought up the guns
/// *in preparation for* the raid".
fn beside(
    all: &Analysis,
    language: &Language,
    clause: &Clause,
    hits: &[(Range<usize>, StageKind)],
    (at, form): (usize, &Form),
) -> Option<StageKind> {
    let says = |(tokens, kind): &&(Range<usize>, StageKind)| match kind {
        StageKind::Considered => all.rel[tokens.start] == Rel::Mark,
        StageKind::Prepared => {
            let head = head_of(all, tokens);
            let object = all.head[head] as usize == at && matches!(all.rel[head], Rel::Obj | Rel::Obl | Rel::Conj);
            form.is_real() && (object || (tokens.len() > 1 && bears(all, language, head, clause)))
        }
        _ => false,
    };
    hits.iter().find(says).filter(|_| !form.negated).map(|(_, kind)| *kind)
}

/// Where the main predicate says nothing: the first phrase of a stage that is not in a clause beside the main one.
fn elsewhere(all: &Analysis, language: &Language, clause: &Clause, hits: &[(Range<usize>, StageKind)]) -> Stage {
    let says = |kind: &StageKind| !matches!(kind, StageKind::Through | StageKind::Ahead | StageKind::State);
    let hit = hits.iter().find(|(tokens, kind)| says(kind) && bears(all, language, tokens.start, clause));
    let Some((tokens, kind)) = hit else { return Stage::None };
    let head = tokens.clone().find(|at| !tokens.contains(&(all.head[*at] as usize))).unwrap_or(tokens.start);
    of_kind(*kind, Form::of(all, language, head))
}

/// What the subject of a predicate means, where it names a stage: "preparations were complete".
fn of_subject(all: &Analysis, hits: &[(Range<usize>, StageKind)], at: usize) -> Option<StageKind> {
    let subject = children(all, at).find(|child| all.rel[*child].is_subject())?;
    let named = |(tokens, kind): &&(Range<usize>, StageKind)| {
        matches!(kind, StageKind::Prepared | StageKind::Undecided) && tokens.contains(&subject)
    };
    hits.iter().find(named).map(|(_, kind)| *kind)
}

/// What the object of a beginning or an end names: "has begun *preparations*", "finished the *groundwork*".
fn of_object(all: &Analysis, hits: &[(Range<usize>, StageKind)], at: usize) -> Option<StageKind> {
    let object = children(all, at).find(|child| all.rel[*child] == Rel::Obj && *child > at)?;
    let named = |(tokens, kind): &&(Range<usize>, StageKind)| {
        matches!(kind, StageKind::Prepared | StageKind::Considered) && tokens.contains(&object)
    };
    hits.iter().find(named).map(|(_, kind)| *kind)
}

/// The phrases of stages in the clause.
fn hits(all: &Analysis, language: &Language, clause: &Clause) -> Vec<(Range<usize>, StageKind)> {
    let phrases = language.phrases();
    let mut hits = Vec::new();
    let mut at = clause.within.start;
    while at < clause.within.end {
        match phrases.stages.at(all, &clause.within, at) {
            Some(hit) if clause.holds(at) => {
                at = hit.tokens.end.max(at + 1);
                hits.push((hit.tokens, phrases.stage_rows[hit.entry].0));
            }
            _ => at += 1,
        }
    }
    hits
}

/// What the words of a predicate mean: a phrase that holds it, or one that hangs from it.
fn kind(all: &Analysis, hits: &[(Range<usize>, StageKind)], at: usize) -> Option<StageKind> {
    let own = hits.iter().find(|(tokens, _)| tokens.contains(&at));
    let hangs = |(tokens, kind): &&(Range<usize>, StageKind)| {
        !matches!(kind, StageKind::Through | StageKind::Ahead)
            && tokens.len() > 1
            && tokens.clone().any(|token| {
                all.head[token] as usize == at
                    && matches!(
                        all.rel[token],
                        Rel::Obl
                            | Rel::Obj
                            | Rel::Advmod
                            | Rel::Xcomp
                            | Rel::Nsubj
                            | Rel::NsubjPass
                            | Rel::Nmod
                            | Rel::Cop
                            | Rel::Aux
                            | Rel::AuxPass
                    )
            })
    };
    own.or_else(|| hits.iter().find(hangs)).map(|(_, kind)| *kind)
}

/// The predicate below one that is looked through: a clause that hangs from it, or from its subject or a word of its
/// phrase.
fn complement(all: &Analysis, clause: &Clause, hits: &[(Range<usize>, StageKind)], at: usize) -> Option<usize> {
    let is_clause = |child: &usize| {
        matches!(
            all.rel[*child],
            Rel::Xcomp | Rel::Ccomp | Rel::Csubj | Rel::CsubjPass | Rel::Acl | Rel::Advcl | Rel::Parataxis
        ) && clause.holds(*child)
    };
    let phrase = hits.iter().find(|(tokens, _)| tokens.contains(&at)).map(|(tokens, _)| tokens.clone());
    let around = phrase.unwrap_or(at..at + 1);
    let from = |at: usize| children(all, at).filter(|child| !around.contains(child)).find(is_clause);
    let subject = || children(all, at).filter(|child| all.rel[*child].is_subject()).find_map(from);
    // Where the parse gives none: the next verb of the content.
    let next = || {
        let behind = clause.tokens.iter().copied().filter(|token| *token >= around.end).take(NEAR);
        let mut verbs = behind.filter(|token| all.tag[*token].upos == Upos::Verb);
        verbs.find(|token| all.rel[*token] != Rel::AclRelcl)
    };
    from(at).or_else(|| around.clone().find_map(from)).or_else(subject).or_else(next)
}

/// The stage of a word that has one, by how it is tensed.
fn of_kind(kind: StageKind, form: Form) -> Stage {
    match kind {
        StageKind::Considered => {
            if form.negated {
                Stage::None
            } else {
                Stage::Considered
            }
        }
        StageKind::Undecided => Stage::Considered,
        StageKind::Decided => match form {
            Form { negated: true, .. } => Stage::Considered,
            Form { progressive: true, passive: false, .. } => Stage::Considered,
            _ if form.modal && !form.perfect => Stage::Considered,
            _ => Stage::Decided,
        },
        StageKind::Settled if form.negated => Stage::None,
        StageKind::Settled => Stage::Decided,
        StageKind::Prepared => match form {
            Form { negated: true, .. } => Stage::None,
            _ if form.is_real() || form.infinitive => Stage::Prepared,
            _ if form.modal => Stage::Considered,
            _ => Stage::Decided,
        },
        StageKind::UnderWay if form.no_longer => Stage::Halted,
        StageKind::Done if form.no_longer => Stage::Halted,
        StageKind::UnderWay | StageKind::Done | StageKind::Halted if form.negated => match kind {
            StageKind::Halted => Stage::UnderWay,
            _ => Stage::None,
        },
        StageKind::UnderWay | StageKind::Done | StageKind::Halted if !form.is_real() => {
            if form.modal {
                Stage::Considered
            } else {
                Stage::Decided
            }
        }
        StageKind::UnderWay => Stage::UnderWay,
        StageKind::Done if form.progressive => Stage::UnderWay,
        StageKind::Done => Stage::Done,
        StageKind::Halted => Stage::Halted,
        StageKind::State | StageKind::Through | StageKind::Ahead => Stage::None,
    }
}

/// The stage of any other action, by tense and aspect, and whether there is an action. `ahead` says that what stands
/// above it looks ahead.
fn of_tense(all: &Analysis, language: &Language, clause: &Clause, at: usize, form: Form, ahead: bool) -> (Stage, bool) {
    let words = &language.phrases().words;
    let verb = all.tag[at].xpos.is_verb() && all.tag[at].upos == Upos::Verb;
    // "Was signed": the parse sometimes takes the auxiliary of a passive or progressive for a copula.
    let participle = matches!(all.tag[at].xpos, Xpos::Vbn | Xpos::Vbg);
    let copular = !participle && children(all, at).any(|child| all.rel[child] == Rel::Cop);
    let bare = !form.passive && !children(all, at).any(|child| all.rel[child] == Rel::Obj);
    let state = words.states.contains(&all.lemma[at]) || (bare && words.changes.contains(&all.lemma[at]));
    // Speech that is reported within the content is a claim of its own, and not an action with a stage.
    let object = children(all, at).any(|child| all.rel[child] == Rel::Obj);
    let clausal = children(all, at).any(|child| matches!(all.rel[child], Rel::Ccomp | Rel::Xcomp | Rel::Parataxis));
    let speech = all.cue[at] && (clausal || (words.tells.contains(&all.lemma[at]) && !object));
    if !verb || copular || state || speech || !clause.holds(at) {
        return (Stage::None, false);
    }
    let stage = match form {
        Form { no_longer: true, .. } => Stage::Halted,
        Form { negated: true, .. } => Stage::None,
        Form { perfect: true, progressive: false, .. } => Stage::Done,
        Form { progressive: true, .. } => Stage::UnderWay,
        Form { modal: true, .. } => Stage::None,
        Form { future: true, .. } => Stage::Decided,
        // "Is led by", "are contaminated": how things stand.
        Form { passive: true, present: true, .. } => return (Stage::None, false),
        // "Army to leave Lask", "Rebels seize bridge": headlines.
        Form { infinitive: true, .. } if ahead || clause.headline => Stage::Decided,
        Form { infinitive: true, .. } => Stage::None,
        Form { past: true, .. } => Stage::Done,
        _ if clause.headline => Stage::Done,
        // "Admitted losing two missiles", "accused of killing": who did it is left out, and it is over.
        _ if all.tag[at].xpos == Xpos::Vbg && !children(all, at).any(|child| all.rel[child].is_subject()) => {
            Stage::Done
        }
        _ => Stage::UnderWay,
    };
    (stage, true)
}

#[cfg(test)]
mod tests {
    use record::reading::Stage::{self, Considered, Decided, Done, Halted, Prepared, UnderWay};

    use crate::example::only;

    #[track_caller]
    fn check(stage: Stage, texts: &[&str]) {
        for text in texts {
            assert_eq!(only(text).stage, stage, "{text}");
        }
    }

    #[test]
    fn what_is_weighed_or_not_decided_is_considered() {
        check(
            Considered,
            &[
                "Officials said the government was weighing whether to send rifles to Verrin.",
                "Aides said no decision had been made on the jets.",
                "The premier said he had yet to decide on the offer.",
            ],
        );
    }

    #[test]
    fn what_will_be_done_is_decided() {
        check(
            Decided,
            &[
                "The ministry announced that it would send two hundred trucks to Verrin.",
                "The minister said the president had signed off on the transfer.",
            ],
        );
    }

    #[test]
    fn tense_and_aspect_tell_what_goes_on_from_what_was_done() {
        check(Prepared, &["Officials said the army was massing troops at the border."]);
        check(UnderWay, &["Officials said Corvania was sending fuel to the rebels."]);
        check(Done, &["The ministry said it had shipped the last of the rifles."]);
        check(Halted, &["Officials said the sale had been called off."]);
    }

    #[test]
    fn what_begins_or_ends_is_told_by_its_object() {
        check(
            Prepared,
            &[
                "Officials said Vessia has begun preparations for a second convoy.",
                "Engineers had finished the groundwork for the launch pad, the agency said.",
                "The army has brought up its guns in preparation for the raid, villagers said.",
            ],
        );
    }

    #[test]
    fn a_noun_tells_the_stage_where_there_is_no_clause() {
        check(Halted, &["The minister announced a halt to all fuel exports."]);
        check(UnderWay, &["The minister announced the start of deliveries."]);
        check(Done, &["The company announced the completion of the pipeline."]);
        check(Decided, &["Aides confirmed an order to withdraw from the valley."]);
    }

    #[test]
    fn headlines_stand_in_the_present_and_mean_the_past() {
        check(Done, &["Rebels seize bridge in north, residents say"]);
        check(Decided, &["Army to withdraw from Lask valley, general says"]);
    }

    #[test]
    fn what_is_to_be_done_is_decided_and_what_must_be_is_not() {
        check(Decided, &["The document says the weapons are to be shipped in June."]);
        check(Stage::None, &["The minister said Corvania must withdraw its troops."]);
    }

    #[test]
    fn what_was_left_undone_or_demanded_has_no_stage() {
        check(Stage::None, &["The premier failed to sign the decree, his aide said."]);
        check(Stage::None, &["The premier urged both sides to halt the shelling."]);
    }

    #[test]
    fn a_state_of_things_has_no_stage() {
        check(
            Stage::None,
            &[
                "The minister said the situation was tense.",
                "The report said the army has forty tanks.",
                "The militia is led by a former colonel, the report says.",
            ],
        );
    }

    #[test]
    fn a_hedge_is_looked_through() {
        check(Done, &["Diplomats said the crew may have dumped the cargo."]);
        check(Prepared, &["Analysts said the navy appeared to be readying its submarines."]);
    }
}
