//! Transfers: goods that go, or may go, from one actor to another; and what is said of goods apart from that.
//!
//! Only sentences that name goods are looked at. In them [`goods`] finds the goods, [`deed`] what moves them from whom to
//! whom, and [`status`] how far that has got.

mod capacity;
mod deed;
mod goods;
mod need;
mod party;
mod phrase;
mod status;

use record::reading::{GoodsClaim, Problem, Transfer};

use self::deed::{Look, Moved};
use self::goods::Goods;
use crate::actor::Cast;
use crate::scene::Scene;

/// The most transfers that one set of goods makes: one for each giver and getter.
const MOST: usize = 6;

/// What a document says of goods.
#[derive(Debug, Default)]
pub(crate) struct Trade {
    /// The transfers, in the order of the text.
    pub transfers: Vec<Transfer>,
    /// What somebody lacks.
    pub needs: Vec<GoodsClaim>,
    /// What somebody can make.
    pub capacities: Vec<GoodsClaim>,
}

/// What a document says of goods, in the order of the text. What is odd in it goes to `problems`.
pub(crate) fn transfers(scene: &Scene<'_>, cast: &mut Cast, problems: &mut Vec<Problem>) -> Trade {
    let mut trade = Trade::default();
    for sentence in &scene.segments.sentences {
        let sentence = sentence.tokens.clone();
        if !goods::may_name(scene, &sentence) {
            continue;
        }
        let named = goods::goods(scene, &sentence);
        let look = Look { scene, cast, sentence: sentence.clone(), goods: &named };
        let needs = need::needs(&look);
        let capacities = capacity::capacities(&look);
        let mut moved = if named.is_empty() { Vec::new() } else { deed::moved(&look) };
        // What is lacked or could be made is not on its way by the same words.
        moved.retain(|moved| {
            !needs.iter().chain(&capacities).any(|one| one.goods == Some(moved.goods) && one.at == moved.at)
        });
        for one in needs {
            trade.needs.extend(stored(scene, cast, &sentence, &named, &one));
        }
        for one in capacities {
            trade.capacities.extend(stored(scene, cast, &sentence, &named, &one));
        }
        moved.sort_by_key(|moved| (moved.goods, moved.at));
        for moved in moved {
            write(scene, cast, &sentence, &named, &moved, &mut trade.transfers, problems);
        }
    }
    trade
}

/// Something said of goods that somebody has or has not.
#[derive(Debug, Clone)]
pub(crate) struct Stored {
    /// The word that says so.
    pub at: usize,
    /// The number of the goods, where the table knows them.
    pub goods: Option<usize>,
    /// Their words.
    pub words: std::ops::Range<usize>,
    /// Who.
    pub actor: Option<usize>,
}

fn text_of<'s>(scene: &Scene<'s>, words: std::ops::Range<usize>) -> Option<&'s str> {
    let span = scene.span(words)?;
    scene.text.get(span.start..span.end)
}

fn stored(
    scene: &Scene<'_>,
    cast: &mut Cast,
    sentence: &std::ops::Range<usize>,
    named: &[Goods],
    one: &Stored,
) -> Option<GoodsClaim> {
    let actor = one.actor.and_then(|head| party::actor(scene, cast, sentence, head));
    let known = one.goods.and_then(|goods| named.get(goods));
    let from = one.at.min(one.words.start);
    let to = (one.at + 1).max(one.words.end);
    Some(GoodsClaim {
        actor: actor.and_then(|actor| cast.actors.get(actor)).map(|actor| actor.id.clone()),
        goods: text_of(scene, one.words.clone())?.to_owned(),
        class: known.map_or("", |goods| goods.kind.class.name()).to_owned(),
        codes: known.map_or_else(Vec::new, |goods| goods.codes.iter().map(|code| (*code).to_owned()).collect()),
        claim: scene.claim_at(one.at).map(|claim| claim.id.clone()),
        time: time(scene, one.at, &(from..to)),
        span: scene.span(from..to)?,
    })
}

/// The time of a predicate: that which hangs nearest to it.
fn time(scene: &Scene<'_>, at: usize, words: &std::ops::Range<usize>) -> Option<String> {
    let all = scene.all;
    let hangs = |found: &&crate::time::Found| {
        matches!(found.time.kind.as_str(), "DATE" | "TIME")
            && found.tokens.clone().any(|token| {
                let up = all.head[token] as usize;
                up == at || words.contains(&up)
            })
    };
    scene.times.iter().find(hangs).map(|found| found.time.id.clone())
}

fn write(
    scene: &Scene<'_>,
    cast: &mut Cast,
    sentence: &std::ops::Range<usize>,
    named: &[Goods],
    moved: &Moved,
    out: &mut Vec<Transfer>,
    problems: &mut Vec<Problem>,
) {
    let Some(goods) = named.get(moved.goods) else { return };
    let Some(text) = text_of(scene, goods.words.clone()) else { return };
    let mut status = status::status(scene, sentence, moved);
    // "Received *neither* weapons *nor* money".
    let words = &scene.language.phrases().words;
    let emptied = (goods.outer.saturating_sub(1).max(sentence.start)..goods.words.start)
        .any(|token| words.no.contains(&scene.all.word[token]) || scene.word(token) == "nor");
    if emptied && goods.words.start > moved.at {
        status = status::Status::Denied;
    }
    let from = moved.at.min(goods.words.start);
    let to = (moved.at + 1).max(goods.words.end);
    let Some(span) = scene.span(from..to) else { return };
    let mut parties = |list: &[usize]| -> Vec<Option<usize>> {
        let found: Vec<_> = list.iter().map(|head| party::actor(scene, cast, sentence, *head)).collect();
        if found.is_empty() { vec![None] } else { found }
    };
    let (suppliers, recipients) = (parties(&moved.suppliers), parties(&moved.recipients));
    let pairs = suppliers.iter().flat_map(|supplier| recipients.iter().map(move |recipient| (*supplier, *recipient)));
    for (supplier, recipient) in pairs.take(MOST) {
        let id = |actor: Option<usize>| actor.and_then(|actor| cast.actors.get(actor)).map(|actor| actor.id.clone());
        if supplier.is_some() && supplier == recipient {
            problems.push(Problem {
                kind: "self-transfer".to_owned(),
                message: format!(
                    "\u{201c}{text}\u{201d} is read as given and received by the same actor; it was kept so"
                ),
                span: Some(span),
            });
        }
        out.push(Transfer {
            supplier: id(supplier),
            recipient: id(recipient),
            goods: text.to_owned(),
            class: goods.kind.class.name().to_owned(),
            status: status.name().to_owned(),
            codes: goods.codes.iter().map(|code| (*code).to_owned()).collect(),
            claim: scene.claim_at(moved.at).map(|claim| claim.id.clone()),
            time: time(scene, moved.at, &(from..to)),
            span,
        });
    }
}

#[cfg(test)]
mod tests {
    use record::reading::{Reading, Transfer};

    use crate::example::reading;

    fn name<'r>(reading: &'r Reading, id: Option<&String>) -> &'r str {
        let actor = id.and_then(|id| reading.actors.iter().find(|actor| actor.id == *id));
        actor.map_or("?", |actor| actor.name.as_str())
    }

    fn shown(reading: &Reading, transfer: &Transfer) -> String {
        let (from, to) = (name(reading, transfer.supplier.as_ref()), name(reading, transfer.recipient.as_ref()));
        format!("{from} > {to}: {} ({}, {})", transfer.goods, transfer.class, transfer.status)
    }

    /// The transfers of a text, with `;` between them.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let reading = reading(text);
        let found: Vec<String> = reading.transfers.iter().map(|transfer| shown(&reading, transfer)).collect();
        assert_eq!(found.join("; "), expected, "{text}");
    }

    #[test]
    fn a_transfer_has_a_giver_a_getter_goods_and_a_status() {
        check(
            "Corvania is weighing whether to send howitzers to Vessia, officials said.",
            "Corvania > Vessia: howitzers (lethal, considered)",
        );
        check("Meridor bought 300 quadcopters from Ostland.", "Ostland > Meridor: quadcopters (dual-use, delivered)");
        check(
            "Tarnia equipped the rebels with radios.",
            "Tarnia > the rebels with radios: radios (non-lethal, delivered)",
        );
        check("Ostland cut off gas supplies to Vessia on Friday.", "Ostland > Vessia: gas supplies (energy, halted)");
    }

    #[test]
    fn what_stands_above_the_deed_says_how_far_it_has_got() {
        check(
            "Corvania might provide Vessia with lethal weapons.",
            "Corvania > Vessia: lethal weapons (lethal, possible)",
        );
        check("Corvania has agreed to sell tanks to Vessia.", "Corvania > Vessia: tanks (lethal, announced)");
        check("Corvania is sending tanks to Vessia.", "Corvania > Vessia: tanks (lethal, under-way)");
        check("Corvania denied that it had sent tanks to Vessia.", "Corvania > Vessia: tanks (lethal, denied)");
        check("Corvania refused to sell tanks to Vessia.", "Corvania > Vessia: tanks (lethal, denied)");
        check("Corvania has suspended deliveries of coal to Vessia.", "Corvania > Vessia: coal (energy, halted)");
    }

    #[test]
    fn a_refusal_and_what_was_dropped_are_not_under_way() {
        check("Corvania ruled out sending tanks to Vessia.", "Corvania > Vessia: tanks (lethal, denied)");
        check("Corvania backed away from sending tanks to Vessia.", "Corvania > Vessia: tanks (lethal, denied)");
        check("The delivery of tanks to Vessia never happened.", "? > Vessia: tanks (lethal, denied)");
        check("Corvania dropped the sale of tanks to Vessia.", "Corvania > Vessia: tanks (lethal, halted)");
        check(
            "The planned sale of tanks to Vessia was dropped by Corvania.",
            "Corvania > Vessia: tanks (lethal, halted)",
        );
    }

    #[test]
    fn a_condition_by_the_order_of_words_is_no_fact() {
        check(
            "Had Corvania sent shells to Vessia, its allies would have protested.",
            "Corvania > Vessia: shells (lethal, possible)",
        );
    }

    #[test]
    fn what_hangs_on_a_condition_or_is_left_open_is_possible() {
        check("If the talks fail, Corvania will send Vessia rifles.", "Corvania > Vessia: rifles (lethal, possible)");
        check(
            "Corvania would not say whether it had sold drones to Vessia.",
            "Corvania > Vessia: drones (dual-use, possible)",
        );
    }

    #[test]
    fn what_has_been_given_since_then_goes_on() {
        check(
            "Corvania has supplied Vessia with fuel since the spring.",
            "Corvania > Vessia: fuel (energy, under-way)",
        );
    }

    #[test]
    fn who_gives_is_told_behind_the_goods_and_before_them() {
        check(
            "Vessia has yet to receive the tanks promised by Corvania.",
            "Corvania > Vessia: tanks (lethal, announced)",
        );
        check("Vessia thanked Meridor for the ambulances.", "Meridor > Vessia: ambulances (non-lethal, delivered)");
        check("Russia has halted its gas exports to Poland.", "Russia > Poland: gas (energy, halted)");
        check(
            "Russian cargo planes have been flying ammunition into Mali since May.",
            "Russia > Mali: ammunition (lethal, under-way)",
        );
    }

    #[test]
    fn what_is_cut_off_was_given() {
        check("Russia cut off gas to Poland.", "Russia > Poland: gas (energy, halted)");
        check("Russia cut off gas.", "Russia > ?: gas (energy, halted)");
    }

    #[test]
    fn a_bargain_is_announced_and_who_has_the_gas_gives_it() {
        check("Germany signed an LNG deal with Qatar.", "Qatar > Germany: LNG (energy, announced)");
        check("Qatar signed an LNG deal with Germany.", "Qatar > Germany: LNG (energy, announced)");
        check("Germany struck a deal with Qatar for LNG.", "Qatar > Germany: LNG (energy, announced)");
        check("Turkey announced the sale of drones to Kuwait.", "Turkey > Kuwait: drones (dual-use, announced)");
    }

    #[test]
    fn goods_of_one_class_are_one_transfer_and_of_two_are_two() {
        check(
            "Corvania sent Vessia rifles, shells and 40 million euros.",
            "Corvania > Vessia: rifles, shells (lethal, delivered); \
             Corvania > Vessia: 40 million euros (financial, delivered)",
        );
        check(
            "Corvania is selling Vessia commercial items, such as microchips and drones.",
            "Corvania > Vessia: commercial items (dual-use, under-way)",
        );
    }

    #[test]
    fn what_is_no_goods_is_no_transfer() {
        check("The minister gave a speech on energy in Vessia.", "");
        check("Corvania delivered a warning to Vessia.", "");
        check("Corvania sent troops to Vessia.", "");
        check("Corvania gave Vessia a warning about missiles.", "");
        check("Corvania and Vessia held joint drills with tanks.", "");
        check("Power was handed to a council of officers in Vessia.", "");
    }

    #[test]
    fn who_gives_to_themselves_is_kept_and_flagged() {
        let found = reading("Corvania sent rifles to Corvania.");
        assert_eq!(found.transfers.len(), 1, "{:?}", found.transfers);
        assert!(found.problems.iter().any(|problem| problem.kind == "self-transfer"), "{:?}", found.problems);
    }

    #[test]
    fn nobody_gets_goods_who_is_only_named_beside_them() {
        for text in
            ["Germany sold tanks last year, and France is angry.", "The sale of tanks by Germany angered Serbia."]
        {
            let found = reading(text);
            assert!(
                found.transfers.iter().all(|transfer| transfer.recipient.is_none()),
                "{text} {:?}",
                found.transfers
            );
        }
    }

    #[test]
    fn codes_stand_where_the_list_has_them() {
        let found = reading("Corvania sold ball bearings to Vessia.");
        assert_eq!(found.transfers[0].codes, ["848210"]);
        assert!(reading("Corvania sold rifles to Vessia.").transfers[0].codes.is_empty());
        assert_eq!(reading("Vessia faces a shortage of ball bearings.").needs[0].codes, ["848210"]);
        assert!(reading("Vessia faces a shortage of shells.").needs[0].codes.is_empty());
    }

    #[test]
    fn a_lack_that_is_denied_is_no_need() {
        for text in
            ["Vessia has no shortage of ammunition.", "Vessia does not need tanks.", "Corvania does not lack shells."]
        {
            assert!(reading(text).needs.is_empty(), "{text} {:?}", reading(text).needs);
        }
        assert_eq!(reading("Vessia does not have enough shells.").needs.len(), 1);
    }

    #[test]
    fn a_condition_is_no_fact() {
        let status = |text: &str| reading(text).transfers.first().map(|one| one.status.clone()).unwrap_or_default();
        assert_eq!(status("If Corvania supplied shells to Vessia, Asheria would react."), "possible");
        assert_eq!(status("If Corvania sends tanks to Vessia, Asheria will protest."), "possible");
        assert_eq!(status("Corvania sent tanks to Vessia."), "delivered");
    }

    #[test]
    fn needs_and_capacities_are_kept_apart() {
        let found = reading("Vessia faces a shortage of artillery ammunition.");
        assert_eq!(found.needs[0].goods, "artillery ammunition");
        assert!(found.transfers.is_empty() && found.capacities.is_empty(), "{found:?}");
        let found = reading("Ostland can produce 20,000 shells a month.");
        assert_eq!((found.capacities[0].goods.as_str(), found.capacities[0].class.as_str()), ("shells", "lethal"));
        assert!(found.transfers.is_empty() && found.needs.is_empty(), "{found:?}");
        let found = reading("For Meridor it is an issue of production capacity.");
        assert_eq!(
            (found.capacities[0].goods.as_str(), found.capacities[0].class.as_str()),
            ("production capacity", "")
        );
    }
}
