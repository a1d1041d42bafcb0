//! What a line demands of its hearers: what it inherits, or the lower marking that was entered for just these words.
//!
//! Rewording never lowers a marking. A lower one is a proposal until somebody enters it by a right that is named: the
//! originator, a classification guide, or a declassifier. What is originator controlled, what partners gave, and what may be
//! shared more widely only with its source's permission (TLP 2.0) needs the originators too, every one of them.

use std::collections::BTreeSet;

use record::marking::{Dissem, Rollup, Tlp};
use record::release::{Authority, Disclosure, Line, Lowering};

use super::draft::line_hash;
use super::person::exact;

/// What stands behind a line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Demand {
    /// The join over every claim and judgement behind it.
    pub inherited: Rollup,
    /// The same, claim by claim, each with its own owners: an owner gives leave for what is theirs and for nothing else. Where
    /// there are none, or they do not come to what is inherited, the whole is one part.
    pub parts: Vec<Part>,
    /// Who owns a source behind it, and so must agree.
    pub owners: BTreeSet<String>,
    /// Which of them are partners.
    pub partners: BTreeSet<String>,
    /// How many independent roots speak for it. With none it cannot be issued as fact.
    pub support: usize,
    /// Whether all that it rests on stood behind the packet that this one withdraws. What is taken back needs nothing that still
    /// speaks for it: that nothing does may be why.
    pub taken_back: bool,
    /// What the packet says beside the line of what stands behind it. It goes out with the words, and is agreed to with them.
    pub sourcing: String,
    /// What the packet says of the sources of the whole and of how far the judgement can be relied on; the same for every line.
    pub frame: String,
}

/// What one claim behind a line demands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// Its marking.
    pub marking: Rollup,
    /// Who owns it.
    pub owners: BTreeSet<String>,
}

impl Demand {
    /// What rests on one root that nobody owns.
    pub fn of(inherited: Rollup) -> Self {
        Self { inherited, support: 1, ..Self::default() }
    }
}

/// What a line demands: what was entered for it, or else what it inherits.
pub fn effective(disclosure: &Disclosure, line: &Line, demand: &Demand) -> Rollup {
    if disclosure.lowerings.is_empty() {
        return without_clear(demand.inherited.clone());
    }
    let alike = entered(disclosure, line, demand);
    without_clear(match alike.last() {
        Some(last) if missing_originators(demand, &last.to, &alike).is_empty() => last.to.clone(),
        _ => demand.inherited.clone(),
    })
}

/// What is for everybody demands nothing beside what another ladder demands, and needs no mark of its own there.
pub(super) fn without_clear(mut demands: Rollup) -> Rollup {
    if demands.tlp == Some(Tlp::Clear) {
        let others = Rollup { tlp: None, ..demands.clone() };
        if !others.is_empty() {
            demands = others;
        }
    }
    demands
}

/// The lower markings that were entered for a line as it stands and that mean the same as the last of them: whoever entered
/// another before meant something else. Of each right only its holder's last word counts: an owner's, whoever spoke it, and that
/// of each person who holds an office.
pub(super) fn entered<'d>(disclosure: &'d Disclosure, line: &Line, demand: &Demand) -> Vec<&'d Lowering> {
    if disclosure.lowerings.is_empty() {
        return Vec::new();
    }
    let words = line_hash(line, demand);
    let of_these = |one: &&Lowering| one.line == line.id && one.words == words && one.from == demand.inherited;
    let mut entered: Vec<&Lowering> = Vec::new();
    for one in disclosure.lowerings.iter().filter(of_these).filter(|one| one.authority.is_some()) {
        entered.retain(|before| !is_of_one_right(before, one));
        entered.push(one);
    }
    let Some(last) = entered.last().map(|last| &last.to) else { return Vec::new() };
    entered.iter().filter(|one| one.to == *last).copied().collect()
}

/// Whether two markings were entered by one right: that of an owner, or of one person in an office.
fn is_of_one_right(one: &Lowering, other: &Lowering) -> bool {
    one.authority == other.authority
        && match (&one.owner, &other.owner) {
            (Some(one), Some(other)) => exact(one) == exact(other),
            (None, None) => one.author == other.author,
            _ => false,
        }
}

/// Which originators must still enter the marking that was entered last for a line; empty where none was, or none is
/// missing.
pub fn awaited(disclosure: &Disclosure, line: &Line, demand: &Demand) -> Vec<String> {
    let alike = entered(disclosure, line, demand);
    alike.last().map_or_else(Vec::new, |last| missing_originators(demand, &last.to, &alike))
}

/// Whether `to` asks no more than `from`: together they ask what `from` asks.
pub(super) fn is_lower(to: &Rollup, from: &Rollup) -> bool {
    !to.is_empty() && to != from && from.join(to).render() == from.render()
}

/// Whose leave is missing for a marking that was entered by these; by each part, since nobody gives leave for what is another's.
pub(super) fn missing_originators(demand: &Demand, to: &Rollup, entered: &[&Lowering]) -> Vec<String> {
    let mut missing: Vec<String> = Vec::new();
    let parts = demand.parts.iter().fold(Rollup::default(), |sum, part| sum.join(&part.marking));
    // An empty roll-up says nothing in a join; a part that was never marked is in no sum.
    let whole = Part { marking: demand.inherited.clone(), owners: demand.owners.clone() };
    let is_whole =
        demand.parts.iter().all(|part| !part.marking.is_empty()) && parts.render() == demand.inherited.render();
    let all = if is_whole && !demand.parts.is_empty() { demand.parts.as_slice() } else { std::slice::from_ref(&whole) };
    for part in all {
        for one in missing_for(part, demand, to, entered) {
            if !missing.contains(&one) {
                missing.push(one);
            }
        }
    }
    missing
}

fn missing_for(part: &Part, demand: &Demand, to: &Rollup, entered: &[&Lowering]) -> Vec<String> {
    if part.marking.join(to).render() == to.render() {
        // It asks no more than the line would.
        return Vec::new();
    }
    let by_owner = |owner: &str| {
        let theirs = |one: &&&Lowering| one.owner.as_deref().is_some_and(|own| exact(own) == exact(owner));
        entered.iter().filter(|one| one.authority == Some(Authority::Originator)).any(|one| theirs(&one))
    };
    let by_office = entered.iter().any(|one| matches!(one.authority, Some(Authority::Guide | Authority::Declassifier)));
    let us = part.marking.us.as_ref();
    let orcon = us.is_some_and(|us| us.dissem.contains(&Dissem::Orcon));
    let shared = part.marking.tlp.is_some() && part.marking.tlp != to.tlp;
    let foreign = us.is_some_and(|us| !us.fgi.is_empty());
    let nato = part.marking.nato.is_some() && part.marking.nato != to.nato;
    let guarded = orcon || shared || foreign || nato;
    if part.owners.is_empty() {
        return match (guarded, by_office) {
            // Nobody is known who could give leave, and so nobody does.
            (true, _) => vec!["an originator, whom no document behind it names as its owner".to_owned()],
            (false, true) => Vec::new(),
            (false, false) => vec!["a classification guide or a declassifier, for what nobody owns".to_owned()],
        };
    }
    let partner = |owner: &String| demand.partners.iter().any(|one| exact(one) == exact(owner));
    let must = |owner: &&String| guarded || !by_office || partner(owner);
    part.owners.iter().filter(must).filter(|owner| !by_owner(owner)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use record::id::{ClaimId, DisclosureId, LineId};
    use record::release::Place;
    use record::time::Micros;

    use super::*;
    use crate::marking::parse;

    fn rollup(text: &str) -> Rollup {
        Rollup::from(&parse(text).unwrap())
    }

    fn line(text: &str) -> Line {
        Line {
            id: LineId([1; 16]),
            text: text.to_owned(),
            claims: vec![ClaimId([1; 16])],
            judgement: None,
            place: Place::Below,
            like: None,
            label: None,
            judged: None,
            confidence: None,
            hands: Default::default(),
            author: "Ann".into(),
        }
    }

    fn entered(line: &Line, demand: &Demand, to: &str, authority: Option<Authority>, owner: Option<&str>) -> Lowering {
        Lowering {
            line: line.id,
            words: line_hash(line, demand),
            from: demand.inherited.clone(),
            to: rollup(to),
            authority,
            owner: owner.map(str::to_owned),
            why: "guide 7, section 2".into(),
            author: "Dee".into(),
            at: Micros(1),
        }
    }

    fn marked(line: &Line, demand: &Demand, lowerings: Vec<Lowering>) -> String {
        let mut disclosure = Disclosure::proposed(DisclosureId([1; 16]), "Ann", Micros(0));
        disclosure.lines.push(line.clone());
        disclosure.lowerings = lowerings;
        crate::marking::portion_of(&effective(&disclosure, line, demand)).unwrap()
    }

    #[test]
    fn a_proposal_lowers_nothing_and_a_guide_does() {
        let (line, demand) = (line("Shells were moved."), Demand::of(rollup("S//NF")));
        assert_eq!(marked(&line, &demand, vec![entered(&line, &demand, "U", None, None)]), "(S//NF)");
        assert_eq!(marked(&line, &demand, vec![entered(&line, &demand, "U", Some(Authority::Guide), None)]), "(U)");
    }

    #[test]
    fn other_words_or_more_behind_them_lose_the_lower_marking() {
        let (first, demand) = (line("Shells were moved."), Demand::of(rollup("S//NF")));
        let guide = entered(&first, &demand, "U", Some(Authority::Guide), None);
        assert_eq!(marked(&line("Shells were moved by rail."), &demand, vec![guide.clone()]), "(S//NF)");
        let more = Demand::of(rollup("TS//NF"));
        assert_eq!(marked(&first, &more, vec![guide]), "(TS//NF)");
    }

    #[test]
    fn what_is_originator_controlled_needs_every_originator() {
        let line = line("Shells were moved.");
        let owners = ["East", "West"].map(str::to_owned).into();
        let demand = Demand { owners, ..Demand::of(rollup("S//OC/REL TO USA, GBR")) };
        let guide = entered(&line, &demand, "U", Some(Authority::Guide), None);
        let east = entered(&line, &demand, "U", Some(Authority::Originator), Some("East"));
        let west = entered(&line, &demand, "U", Some(Authority::Originator), Some("west "));
        assert_eq!(marked(&line, &demand, vec![guide.clone(), east.clone()]), "(S//OC/REL TO USA, GBR)");
        assert_eq!(marked(&line, &demand, vec![guide, east.clone(), west]), "(U)");
        let other = entered(&line, &demand, "C//OC/REL TO USA, GBR", Some(Authority::Originator), Some("West"));
        assert_eq!(marked(&line, &demand, vec![east, other]), "(S//OC/REL TO USA, GBR)", "they do not mean the same");
    }

    #[test]
    fn whoever_entered_a_marking_may_think_again_and_only_the_last_word_counts() {
        let line = line("Shells were moved.");
        let part = |marking: &str, owners: &[&str]| Part {
            marking: rollup(marking),
            owners: owners.iter().map(|owner| (*owner).to_owned()).collect(),
        };
        let parts = vec![part("S//OC/NF", &["East"]), part("S//NF", &[])];
        let demand = Demand { parts, owners: ["East".to_owned()].into(), ..Demand::of(rollup("S//OC/NF")) };
        let office = |to: &str| entered(&line, &demand, to, Some(Authority::Declassifier), None);
        let east = |to: &str| entered(&line, &demand, to, Some(Authority::Originator), Some("East"));
        assert_eq!(marked(&line, &demand, vec![office("U"), east("U")]), "(U)");
        assert_eq!(marked(&line, &demand, vec![office("U"), office("C//NF"), east("U")]), "(S//OC/NF)");
        assert_eq!(marked(&line, &demand, vec![east("U"), east("C//NF"), office("U")]), "(S//OC/NF)");
        assert_eq!(marked(&line, &demand, vec![office("U"), east("U"), office("C//NF"), office("U")]), "(U)");
    }

    #[test]
    fn partners_and_the_sources_of_tlp_are_asked_too() {
        let line = line("Shells were moved.");
        let owners: BTreeSet<String> = ["Norland service".to_owned()].into();
        let partner = Demand { owners: owners.clone(), partners: owners, ..Demand::of(rollup("S//REL TO USA, GBR")) };
        let declassified = entered(&line, &partner, "U", Some(Authority::Declassifier), None);
        assert_eq!(marked(&line, &partner, vec![declassified]), "(S//REL TO USA, GBR)");
        let amber = Demand::of(rollup("TLP:AMBER"));
        let guide = entered(&line, &amber, "TLP:CLEAR", Some(Authority::Guide), None);
        assert_eq!(marked(&line, &amber, vec![guide.clone()]), "(TLP:AMBER)");
        let source = entered(&line, &amber, "TLP:CLEAR", Some(Authority::Originator), None);
        assert_eq!(marked(&line, &amber, vec![guide, source]), "(TLP:AMBER)", "nobody knows whose leave it would be");
        let owned = Demand { owners: ["A clerk".to_owned()].into(), ..amber };
        let source = entered(&line, &owned, "TLP:CLEAR", Some(Authority::Originator), Some("A clerk"));
        assert_eq!(marked(&line, &owned, vec![source]), "(TLP:CLEAR)");
        for foreign in ["S//FGI GBR//REL TO USA, GBR", "NATO SECRET"] {
            let demand = Demand::of(rollup(foreign));
            let to = if foreign.starts_with('N') { "NU" } else { "U" };
            let guide = entered(&line, &demand, to, Some(Authority::Guide), None);
            assert_ne!(marked(&line, &demand, vec![guide]), format!("({to})"), "{foreign}");
        }
    }

    #[test]
    fn nobody_gives_leave_for_what_is_anothers() {
        let line = line("Shells were moved.");
        let mixed = |parts: &[(&str, &[&str])]| {
            let part = |(marking, owners): &(&str, &[&str])| Part {
                marking: rollup(marking),
                owners: owners.iter().map(|owner| (*owner).to_owned()).collect(),
            };
            let parts: Vec<Part> = parts.iter().map(part).collect();
            let inherited = parts.iter().fold(Rollup::default(), |sum, part| sum.join(&part.marking));
            let owners = parts.iter().flat_map(|part| part.owners.clone()).collect();
            Demand { owners, parts, ..Demand::of(inherited) }
        };
        let by = |demand: &Demand, to: &str, rights: &[(Authority, Option<&str>)]| {
            let all = rights.iter().map(|(right, owner)| entered(&line, demand, to, Some(*right), *owner)).collect();
            marked(&line, demand, all)
        };
        use Authority::{Declassifier, Guide, Originator};
        // Whoever owns what is open owns nothing of what is secret, and nothing of a cable of which nobody knows whose it is.
        let cable = mixed(&[("S//OC/NF", &[]), ("U", &["Press desk"])]);
        assert_eq!(by(&cable, "U", &[(Originator, Some("Press desk")), (Declassifier, None)]), "(S//OC/NF)");
        let unowned = mixed(&[("S//NF", &[]), ("U", &["Press desk"])]);
        assert_eq!(by(&unowned, "U", &[(Originator, Some("Press desk"))]), "(S//NF)");
        assert_eq!(by(&unowned, "U", &[(Guide, None)]), "(U)");
        // Each of two owners speaks for their own part; an office speaks for both.
        let two = mixed(&[("S//NF", &["East"]), ("S//NF", &["West"])]);
        assert_eq!(by(&two, "U", &[(Originator, Some("East"))]), "(S//NF)");
        assert_eq!(by(&two, "U", &[(Originator, Some("East")), (Originator, Some("West"))]), "(U)");
        assert_eq!(by(&two, "U", &[(Declassifier, None)]), "(U)");
        // Parts that do not come to what is inherited say nothing of the rest.
        let more = Demand { inherited: rollup("TS//NF"), ..two };
        assert_eq!(by(&more, "U", &[(Originator, Some("East"))]), "(TS//NF)");
        let ladders = mixed(&[("S//NF", &[]), ("TLP:AMBER", &["A clerk"])]);
        let stays = by(&ladders, "TLP:CLEAR", &[(Originator, Some("A clerk"))]);
        assert!(stays.contains("S//NF"), "{stays}");
    }

    #[test]
    fn only_what_asks_less_is_lower() {
        for (to, from, lower) in [
            ("U", "S//NF", true),
            ("S//REL TO USA, GBR", "S//NF", true),
            ("S//NF", "S//REL TO USA, GBR", false),
            ("S//NF", "S//NF", false),
            ("TS//NF", "S//NF", false),
            ("C//OC/NF", "S//NF", false),
            ("TLP:GREEN", "TLP:RED", true),
            ("TLP:CLEAR", "S//NF", false),
        ] {
            assert_eq!(is_lower(&rollup(to), &rollup(from)), lower, "{to} {from}");
        }
    }
}
