//! How far the action in a content has got, from the main predicate: what its words mean for the stage of an action
//! ("weigh", "sign off on", "suspend"), and where they mean nothing by themselves, from tense and aspect.
//!
//! The outermost word of a stage speaks: who has *decided to halt* has decided. What stands above the action and says
//! nothing of its stage ("appears to", "is likely to", "is believed to") is looked through.

mod below;
mod tense;
mod words;

use record::reading::{Stage, Stance};

use self::below::{below_noun, below_state, complement, participle};
use self::tense::{of_kind, of_tense};
use self::words::{beside, elsewhere, hits, kind, of_object, of_subject};
use super::clause::{Clause, Form, fails};
use super::polarity::part_of_hedge;
use crate::attribute::analysis::Analysis;
use crate::attribute::pattern::children;
use crate::language::{Language, StageKind};
use crate::parse::Rel;
use crate::tag::Xpos;

/// How many predicates are looked through.
const DEEP: usize = 5;
/// How far before a verb the noun is looked for that it says what of, in tokens.
const NEAR: usize = 10;

/// The stage that a content reports.
pub(crate) fn stage(
    all: &Analysis,
    language: &Language,
    stance: Stance,
    cue: &[usize],
    clause: Option<&Clause>,
) -> Stage {
    // What somebody else is told to do, nobody has got on with; and who asks reports nothing.
    let reports = !matches!(stance, Stance::Orders | Stance::Asks);
    let Some(clause) = clause.filter(|_| reports) else { return Stage::None };
    if let Some(kind) = of_noun(all, language, clause) {
        return of_kind(kind, Form::default());
    }
    match of_clause(all, language, clause) {
        // Who rules something out has decided that it will not be.
        Stage::None if stance == Stance::Denies => Stage::None,
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
    let says = !matches!(kind, StageKind::Through | StageKind::Ahead | StageKind::Foreseen | StageKind::State);
    says.then(|| of_kind(kind, Form::of(all, language, hit.tokens.start)))
}

/// The stage that the content itself reports.
fn of_clause(all: &Analysis, language: &Language, clause: &Clause) -> Stage {
    let hits = hits(all, language, clause);
    let (mut at, mut ahead, mut foreseen) = (clause.head, false, false);
    for _ in 0..DEEP {
        let mut form = Form::of(all, language, at);
        // "Failed to sign", "refused to sell": nothing was done.
        if fails(all, language, at) {
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
        // "Is expected to have sailed" is of what may be over; any other stage of what is foreseen is nobody's decision.
        let told =
            |stage: Stage| if foreseen && !form.perfect && stage != Stage::Considered { Stage::None } else { stage };
        match kind {
            Some(StageKind::Through | StageKind::Ahead | StageKind::Foreseen) => {
                let Some(next) = complement(all, clause, &hits, at) else { break };
                ahead |= kind == Some(StageKind::Ahead);
                foreseen |= kind == Some(StageKind::Foreseen);
                at = next;
            }
            Some(kind) => return told(of_kind(kind, form)),
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
                return if action || form.negated { told(stage) } else { elsewhere(all, language, clause, &hits) };
            }
        }
    }
    elsewhere(all, language, clause, &hits)
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
    fn what_follows_or_hangs_on_a_condition_is_not_decided() {
        check(
            Stage::None,
            &[
                "The envoy said such a sale would cross a red line.",
                "The general said the rockets would make the army more capable.",
                "The minister said Corvania would bear heavy costs if it sold the boats.",
                "The premier said his country would send tanks if asked.",
                "The envoy said that would close the strait.",
            ],
        );
        check(Decided, &["The ministry said it would send two hundred trucks to Verrin."]);
        check(Decided, &["The premier said the government would cross the river with two brigades."]);
    }

    #[test]
    fn what_is_expected_nobody_has_decided() {
        check(
            Stage::None,
            &[
                "The agency said the council is expected to ship the grain in May.",
                "Officials said the council is not expected to ship the grain.",
                "Aides said the senate was expected to approve the sale.",
            ],
        );
        check(Stage::None, &["The premier ruled out sending troops to Verrin."]);
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
    fn what_is_proposed_or_asked_is_not_done() {
        check(
            Stage::None,
            &["The general opposed selling the jets.", "\u{201c}Who fired first?\u{201d} the reporter asked."],
        );
        check(Done, &["The captain admitted losing two missiles."]);
    }

    #[test]
    fn no_longer_bears_on_its_own_sentence() {
        check(Done, &["They would wait no longer. Rebels seized the town, the ministry said."]);
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
