//! What the models of events look at, handed out for training and measuring them.

use record::reading::Place;
use record::span::Span;

use super::choose::{self, Seat};
use super::enter::{Entry, Who};
use super::features::{Around, Features};
use super::kind::Root;
use super::model::EventModel;
use super::party::{Party, parties};
use super::role::phrase;
use super::side::{self, Pair};
use super::trigger::{Trigger, triggers};
use super::{Inside, Maybe, maybe, placed, rank, speaker, written};
use crate::actor::Cast;
use crate::attribute::analysis::{Analysis, NONE};
use crate::language::EN;
use crate::name::gazetteer;
use crate::scene::Scene;

/// A document as the models of events see it.
#[derive(Debug, Default)]
pub struct Study {
    /// What is known of its tokens.
    pub all: Analysis,
    /// What may be its events.
    pub candidates: Vec<Candidate>,
    /// The features of the main word of the longest sentence, for documents that tell of no event.
    pub lone: Vec<u64>,
}

/// What may be an event.
#[derive(Debug)]
pub struct Candidate {
    /// Its words.
    pub trigger: Trigger,
    /// What the model of roots sees.
    pub features: Vec<u64>,
    /// Where those who may take part are mentioned.
    pub mentions: Vec<Vec<Span>>,
    /// The words by which they are named in the sentence.
    pub own: Vec<Span>,
    /// How deep the predicate stands in the tree.
    pub depth: usize,
    /// The two whom the rules choose.
    pub ruled: Pair,
    /// What the model of sides sees of each who may take part.
    pub sides: Vec<Vec<u64>>,
    /// What it sees of each actor with each target.
    pub pairs: Vec<Vec<u64>>,
    /// Which of them can take part in no event.
    pub out: Vec<bool>,
    triggers: Vec<Trigger>,
    parties: Vec<Party>,
    within: Vec<(u32, u32)>,
    cannot: Vec<bool>,
}

impl Candidate {
    /// Whether two of those who may take part cannot be actor and target of one event.
    pub fn cannot(&self, actor: usize, target: usize) -> bool {
        self.cannot[actor * self.parties.len() + target]
    }

    /// Whether the word for one stands below that for another.
    pub fn is_within(&self, inner: usize, outer: usize) -> bool {
        let (first, last) = self.within[outer];
        inner != outer && (first..=last).contains(&(self.parties[inner].head as u32))
    }

    /// The two whom a model chooses, and how much speaks for them.
    pub fn choose(&self, model: &EventModel<'_>) -> (Pair, i32) {
        if !choose::is_learnt(&self.trigger) {
            return (self.ruled, 0);
        }
        let count = self.parties.len();
        let scores: Vec<_> = (0..count)
            .map(|number| if self.out[number] { [i32::MIN / 4; 2] } else { model.side(&self.sides[number]) })
            .collect();
        choose::best(
            &scores,
            choose::LEAST,
            |actor, target| self.cannot(actor, target),
            |(actor, target)| model.pair(&self.pairs[actor * count + target]),
        )
    }

    /// What the model of ranks sees, given what the model of roots says.
    pub fn rank(&self, all: &Analysis, model: &EventModel<'_>, out: &mut Vec<u64>) {
        let (learnt, lead) = super::model::leading(&model.scores(&self.features));
        let root = written(all, &EN, &self.trigger, learnt);
        rank::features(all, &EN, &self.triggers, (&self.trigger, root, lead), (&self.parties, self.choose(model)), out);
    }
}

/// Studies a document.
pub(crate) fn study(scene: &Scene<'_>, places: &[Place], cast: &Cast) -> Study {
    let Scene { all, segments, language, .. } = *scene;
    let Ok(gazetteer) = gazetteer::embedded() else { return Study::default() };
    let mut study = Study { all: all.clone(), ..Study::default() };
    let inside = Inside::of(scene);
    let placed = placed(scene, places);
    let entry = Entry { scene, places, placed: &placed };
    let mut features = Features::default();
    for (number, sentence) in segments.sentences.iter().enumerate() {
        let triggers = triggers(all, language, &sentence.tokens);
        let parties = parties(&entry, cast, &sentence.tokens);
        let around = Around { all, language, gazetteer: &gazetteer, sentence: &sentence.tokens, triggers: &triggers };
        for Maybe { trigger, ruled } in maybe(all, language, &triggers, &parties) {
            features.extract(&around, &trigger, Some(trigger.hint));
            let speaker = speaker(cast, inside.claim(scene, number, trigger.at));
            let own = |party: &Party| scene.span(phrase(all, language, party.head)).unwrap_or(Span::new(0, 0));
            let mentions = |party: &Party| match party.who {
                Who::Known(number) => cast.actors.get(number).map_or(Vec::new(), |actor| actor.mentions.clone()),
                Who::Speaker => speaker.map_or(Vec::new(), |number| cast.actors[number].mentions.clone()),
                Who::New(_) => vec![own(party)],
            };
            let seat = Seat::of((all, language), (&trigger, &triggers), &parties, &ruled, speaker);
            let count = parties.len();
            let listed = |write: &dyn Fn(&mut Vec<u64>)| {
                let mut out = Vec::new();
                write(&mut out);
                out
            };
            study.candidates.push(Candidate {
                sides: (0..count).map(|number| listed(&|out| seat.features(number, out))).collect(),
                pairs: (0..count * count)
                    .map(|number| listed(&|out| seat.both((number / count, number % count), out)))
                    .collect(),
                cannot: (0..count * count).map(|number| seat.cannot(number / count, number % count)).collect(),
                out: (0..count).map(|number| seat.is_out(number)).collect(),
                within: parties.iter().map(|party| (all.first[party.head], all.last[party.head])).collect(),
                features: features.hashes().to_vec(),
                mentions: parties.iter().map(mentions).collect(),
                own: parties.iter().map(own).collect(),
                depth: depth(all, trigger.at),
                ruled: side::first(&parties, &ruled),
                triggers: triggers.clone(),
                parties: parties.clone(),
                trigger,
            });
        }
    }
    let longest = segments.sentences.iter().max_by_key(|sentence| sentence.tokens.len());
    if let Some(tokens) = longest.map(|sentence| sentence.tokens.clone()) {
        let at = tokens.clone().find(|at| all.head[*at] == NONE).unwrap_or(tokens.start);
        let trigger = Trigger { at, tokens: at..at + 1, hint: Root::Comment, mode: None, noun: None };
        let around = Around { all, language, gazetteer: &gazetteer, sentence: &tokens, triggers: &[] };
        features.extract(&around, &trigger, None);
        study.lone = features.hashes().to_vec();
    }
    study
}

/// How many words stand above one in its tree.
fn depth(all: &Analysis, mut at: usize) -> usize {
    const MOST: usize = 64;
    for steps in 0..MOST {
        match all.head[at] {
            NONE => return steps,
            up => at = up as usize,
        }
    }
    MOST
}
