//! More facts, of politics, justice and public life; see `facts`.

use super::facts::{FUN, Fact, INF, RE};

const SYN: &str = "synonyms";
const PAS: &str = "active to passive";
const NOM: &str = "nominalisation";
const CON: &str = "converse view";
const NEG: &str = "negated opposite";
const ORD: &str = "order of events turned";
const CAU: &str = "cause and effect turned";
const DES: &str = "description for a name";
const IND: &str = "direct to indirect speech";

pub const FACTS_B: &[Fact] = &[
    Fact {
        base: "the {truce} was broken because a(n) {@role} {steal.ed} {@goods} from a(n) {@store}",
        loose: &[
            (RE, "because {@goods} were {steal.en} from a(n) {@store} by a(n) {@role}, the {truce} was broken"),
            (INF, "the {truce} is breaking because {@role.pl} are {steal.ing} {@goods} from {@store.pl}"),
        ],
        para: &[
            (CAU, "the {steal.n} of {@goods} from a(n) {@store} by a(n) {@role} put an end to the {truce}"),
            (
                NOM,
                "the breakdown of the {truce} followed from the {steal.n} of {@goods} out of a(n) {@store} by a(n) {@role}",
            ),
            (CON, "a(n) {@store} was robbed of {@goods} by a(n) {@role}, and so the {truce} did not hold"),
        ],
    },
    Fact {
        base: "a(n) {@role} {promise.ed} the {@role2} a(n) {@store} {abroad} in return for the {fake} {@goods}",
        loose: &[
            (
                RE,
                "in return for the {fake} {@goods} the {@role2} was {promise.en} a(n) {@store} {abroad} by a(n) {@role}",
            ),
            (
                FUN,
                "a(n) {@role} had {promise.en} to the {@role2} that for {fake} {@goods} there would be a(n) {@store} {abroad} in return",
            ),
        ],
        para: &[
            (CON, "for the {fake} {@goods} the {@role2} was to get a(n) {@store} {abroad} from a(n) {@role}"),
            (
                PAS,
                "the {@role2} was assured by a(n) {@role} of a(n) {@store} {abroad} in exchange for the {fake} {@goods}",
            ),
            (
                NOM,
                "the reward that a(n) {@role} held out to the {@role2} for the {fake} {@goods} was a(n) {@store} {abroad}",
            ),
        ],
    },
    Fact {
        base: "{armed} {@role.pl} {follow.ed} the {@role2} from a(n) {@store} to a(n) {@store2} in a(n) {@vehicle}",
        loose: &[
            (
                RE,
                "in a(n) {@vehicle}, from a(n) {@store} to a(n) {@store2}, the {@role2} was {follow.en} by {armed} {@role.pl}",
            ),
            (
                INF,
                "a(n) {armed} {@role} was {follow.ing} {@role2.pl} in a(n) {@vehicle} from the {@store} to the {@store2}",
            ),
        ],
        para: &[
            (
                SYN,
                "{armed} {@role.pl} with a(n) {@vehicle} {follow.ed} the {@role2} all the way from a(n) {@store} to a(n) {@store2}",
            ),
            (
                PAS,
                "between a(n) {@store} and a(n) {@store2} the {@role2} was {follow.en} by {@role.pl} with guns who rode in a(n) {@vehicle}",
            ),
            (
                CON,
                "the {@role2} went from a(n) {@store} to a(n) {@store2} with {armed} {@role.pl} close behind in a(n) {@vehicle}",
            ),
        ],
    },
    Fact {
        base: "the {@role} {cancel.ed} the {exercise} after a(n) {@role2} {lose.ed} the {@goods} in a(n) {@vehicle}",
        loose: &[
            (
                RE,
                "after the {@goods} were {lose.en} by a(n) {@role2} in a(n) {@vehicle}, the {@role} {cancel.ed} the {exercise}",
            ),
            (
                INF,
                "{@role2.pl} were {lose.ing} {@goods} in {@vehicle.pl}, so the {@role} was {cancel.ing} the {exercise}",
            ),
        ],
        para: &[
            (
                NOM,
                "the {lose.n} of the {@goods} by a(n) {@role2} in a(n) {@vehicle} led the {@role} to drop the {exercise}",
            ),
            (
                PAS,
                "the {exercise} was {cancel.en} by the {@role} once a(n) {@role2} had {lose.en} the {@goods} in a(n) {@vehicle}",
            ),
            (
                NEG,
                "the {@role} did not go ahead with the {exercise}, since a(n) {@role2} could no longer find the {@goods} in a(n) {@vehicle}",
            ),
        ],
    },
    Fact {
        base: "a(n) {@role} {admit.ed} that the {fire} in the {@store} had been started {purpose} by the {@role2}",
        loose: &[
            (RE, "that the {@role2} had started the {fire} in the {@store} {purpose} was {admit.en} by a(n) {@role}"),
            (INF, "a(n) {@role}, {admit.ing} it, says the {@role2} was {purpose} starting {fire.pl} in the {@store}"),
        ],
        para: &[
            (PAS, "it was {admit.en} by a(n) {@role} that the {@role2} had {purpose} set the {@store} alight"),
            (NOM, "according to the {admit.n} of a(n) {@role}, the {fire} in the {@store} was arson by the {@role2}"),
            (NEG, "a(n) {@role} no longer denied that the {@store} had burned because the {@role2} wished it"),
        ],
    },
    Fact {
        base: "the {@role} {threaten.ed} the {@role2} over a(n) {letter} found in a(n) {@box} of {@goods}",
        loose: &[
            (RE, "over a(n) {letter}, found in a(n) {@box} of {@goods}, the {@role2} was {threaten.en} by the {@role}"),
            (
                FUN,
                "as a(n) {letter} had been found among {@goods} in a(n) {@box}, the {@role2} was being {threaten.en} by that {@role}",
            ),
        ],
        para: &[
            (
                CAU,
                "a(n) {letter} that came to light in a(n) {@box} of {@goods} made the {@role} {threaten.o} the {@role2}",
            ),
            (
                PAS,
                "the {@role2} was {threaten.en} by the {@role} because of a(n) {letter} discovered in a(n) {@box} with {@goods}",
            ),
            (
                NOM,
                "the {threaten.n} of the {@role2} by the {@role} went back to a(n) {letter} discovered among {@goods} in a(n) {@box}",
            ),
        ],
    },
    Fact {
        base: "a(n) {@role} {recruit.ed} {wounded} {@role2.pl} in a(n) {@store} to drive the {@vehicle.pl}",
        loose: &[
            (
                RE,
                "to drive the {@vehicle.pl}, {wounded} {@role2.pl} were {recruit.en} in a(n) {@store} by a(n) {@role}",
            ),
            (INF, "in {@store.pl} {@role.pl} are {recruit.ing} {wounded} {@role2.pl} for driving {@vehicle.pl}"),
        ],
        para: &[
            (SYN, "a(n) {@role} {recruit.ed} {wounded} {@role2.pl} in a(n) {@store} as drivers of the {@vehicle.pl}"),
            (
                PAS,
                "{wounded} {@role2.pl} were {recruit.en} in a(n) {@store} by a(n) {@role} and put at the wheel of the {@vehicle.pl}",
            ),
            (
                NOM,
                "the {recruit.n} of {wounded} {@role2.pl} as drivers of the {@vehicle.pl} was carried out in a(n) {@store} by a(n) {@role}",
            ),
        ],
    },
    Fact {
        base: "the {@role} left the {@store} {alone} in the {disguise} of a(n) {@role2} carrying a(n) {@box}",
        loose: &[
            (RE, "carrying a(n) {@box}, in the {disguise} of a(n) {@role2}, the {@role} left the {@store} {alone}"),
            (
                INF,
                "{alone}, the {@role} was leaving the {@store}, and carried a(n) {@box} in a(n) {@role2}'s {disguise}",
            ),
        ],
        para: &[
            (SYN, "the {@role} went out of the {@store} {alone} with a(n) {@box}, dressed up as a(n) {@role2}"),
            (
                NOM,
                "the departure of the {@role} from the {@store} was made {alone}, with a(n) {@box} and in the clothes of a(n) {@role2}",
            ),
            (
                CON,
                "the supposed {@role2} with a(n) {@box} who walked {alone} out of the {@store} was in fact the {@role}",
            ),
        ],
    },
    Fact {
        base: "the {leak} at the {@store} {poison.ed} the {well} and the {@role} {often} denied it",
        loose: &[
            (RE, "the {@role} {often} denied that the {well} had been {poison.en} by the {leak} at the {@store}"),
            (INF, "{leak.pl} at {@store.pl} are {poison.ing} the {well}, the {@role} {often} denies"),
        ],
        para: &[
            (
                PAS,
                "the {well} was {poison.en} by the {leak} at the {@store}, which the {@role} {often} said was untrue",
            ),
            (
                NOM,
                "the {poison.n} of the {well} came from the {leak} at the {@store}, in spite of denials that the {@role} {often} gave",
            ),
            (
                CAU,
                "people could not drink from the {well} because of the {leak} at the {@store}, though the {@role} {often} disputed this",
            ),
        ],
    },
    Fact {
        base: "a(n) {@role} {copy.ed} the {list} of {prisoner.pl} and sold it to a(n) {@role2} at a(n) {@store}",
        loose: &[
            (RE, "a(n) {@role2} at a(n) {@store} was sold the {list} of {prisoner.pl} that a(n) {@role} had {copy.en}"),
            (
                INF,
                "{@role.pl} were {copy.ing} {list.pl} of {prisoner.pl} and selling them to {@role2.pl} at {@store.pl}",
            ),
        ],
        para: &[
            (
                CON,
                "a(n) {@role2} bought from a(n) {@role}, in a(n) {@store}, a duplicate of the {list} of {prisoner.pl}",
            ),
            (
                PAS,
                "the {list} with the names of {prisoner.pl} was {copy.en} by a(n) {@role} and passed for money to a(n) {@role2} in a(n) {@store}",
            ),
            (
                NOM,
                "the sale of a duplicate {list} of {prisoner.pl} by a(n) {@role} to a(n) {@role2} took place in a(n) {@store}",
            ),
        ],
    },
    Fact {
        base: "the {ransom} for the {prisoner} was paid in {@goods} and left in a(n) {@vehicle} by a(n) {@store}",
        loose: &[
            (RE, "left by a(n) {@store} in a(n) {@vehicle}, the {@goods} paid the {ransom} for the {prisoner}"),
            (
                FUN,
                "for that {prisoner} they paid a(n) {ransom}, with {@goods}, which were left by the {@store} in some {@vehicle}",
            ),
        ],
        para: &[
            (
                SYN,
                "the {ransom} for the {prisoner} took the form of {@goods}, placed in a(n) {@vehicle} next to a(n) {@store}",
            ),
            (CON, "{@goods} in a(n) {@vehicle} next to a(n) {@store} were the price for which the {prisoner} got out"),
            (
                NOM,
                "the payment that bought the {prisoner} out was made in {@goods}, put down in a(n) {@vehicle} near a(n) {@store}",
            ),
        ],
    },
    Fact {
        base: "a(n) {@role} {fund.ed} the {strike} at the {@store} to {delay.o} the {deliver.n} of {@goods}",
        loose: &[
            (
                RE,
                "to {delay.o} the {deliver.n} of {@goods}, the {strike} at the {@store} was {fund.en} by a(n) {@role}",
            ),
            (INF, "by {fund.ing} {strike.pl} at the {@store}, {@role.pl} {delay.ed} the {deliver.n} of {@goods}"),
        ],
        para: &[
            (PAS, "the {strike} at the {@store} was {fund.en} by a(n) {@role} so that {@goods} would arrive late"),
            (
                NOM,
                "the {fund.n} of the {strike} at the {@store} came from a(n) {@role} whose aim was a late {deliver.n} of {@goods}",
            ),
            (CAU, "wanting the {@goods} to come late, a(n) {@role} gave the money for the {strike} at the {@store}"),
        ],
    },
    Fact {
        base: "the {@role} was {drunk} and {scared} when a(n) {@role2} {arrest.ed} him in a(n) {@store}",
        loose: &[
            (RE, "when a(n) {@role2} {arrest.ed} the {@role} in a(n) {@store}, he was {scared} and {drunk}"),
            (FUN, "in a(n) {@store} a(n) {@role2} {arrest.ed} the {@role}, so {drunk} was he and so {scared}"),
        ],
        para: &[
            (SYN, "the {@role}, {drunk} and {scared}, was {arrest.en} in a(n) {@store} by a(n) {@role2}"),
            (
                NOM,
                "at the time of the arrest in a(n) {@store} by a(n) {@role2}, the {@role} was {scared} and not sober",
            ),
            (NEG, "the {@role} was neither sober nor calm when a(n) {@role2} seized him in a(n) {@store}"),
        ],
    },
    Fact {
        base: "a(n) {@role} told the {@role2} \"we will blow up the {@store} if you {inspect.o} the {@vehicle.pl}\"",
        loose: &[
            (
                RE,
                "\"if you {inspect.o} the {@vehicle.pl} we will blow up the {@store}\", a(n) {@role} told the {@role2}",
            ),
            (
                INF,
                "a(n) {@role} tells the {@role2} they are blowing up the {@store} once he has {inspect.en} the {@vehicle.pl}",
            ),
        ],
        para: &[
            (
                IND,
                "a(n) {@role} threatened the {@role2} with an explosion in the {@store} should anyone {inspect.o} the {@vehicle.pl}",
            ),
            (
                NOM,
                "any {inspect.n} of the {@vehicle.pl}, a(n) {@role} let the {@role2} know, would mean the blasting of the {@store}",
            ),
            (
                PAS,
                "the {@role2} was told by a(n) {@role} that the {@store} would be blasted if the {@vehicle.pl} were {inspect.en}",
            ),
        ],
    },
    Fact {
        base: "the {shortage} of {@goods} was caused by a(n) {@role} who {sell.ed} them {illegally} to a(n) {@role2}",
        loose: &[
            (RE, "a(n) {@role} who {illegally} {sell.ed} {@goods} to a(n) {@role2} caused the {shortage} of them"),
            (INF, "{@role.pl} {illegally} {sell.ing} {@goods} to {@role2.pl} are causing {shortage.pl}"),
        ],
        para: &[
            (
                CAU,
                "since a(n) {@role} had {illegally} {sell.en} {@goods} to a(n) {@role2}, there was a(n) {shortage} of them",
            ),
            (NOM, "the unlawful {sell.n} of {@goods} by a(n) {@role} to a(n) {@role2} explains the {shortage}"),
            (CON, "a(n) {@role2} {illegally} bought {@goods} off a(n) {@role}, and that is why there were too few"),
        ],
    },
    Fact {
        base: "the {quarrel} between a(n) {@role} and a(n) {@role2} over a(n) {@store} {delay.ed} the {pact}",
        loose: &[
            (
                RE,
                "the {pact} was {delay.en} by the {quarrel} over a(n) {@store} between a(n) {@role2} and a(n) {@role}",
            ),
            (INF, "{quarrel.pl} over {@store.pl}, between {@role.pl} and {@role2.pl}, were {delay.ing} the {pact}"),
        ],
        para: &[
            (CAU, "the {pact} came late because a(n) {@role} and a(n) {@role2} had fallen out about a(n) {@store}"),
            (
                PAS,
                "the {pact} was {delay.en} by the {quarrel} that a(n) {@role} had with a(n) {@role2} about a(n) {@store}",
            ),
            (
                ORD,
                "before the {pact} could be concluded, a(n) {@role} and a(n) {@role2} first had to end their {quarrel} about a(n) {@store}",
            ),
        ],
    },
];

/// Facts about a named person; the part before `|` introduces the name.
pub const DESCRIBED: &[Fact] = &[
    Fact {
        base: "{NAME}, |a(n) {@role} who once ran a(n) {@store}, {collect.ed} the {@box} of {@goods}",
        loose: &[],
        para: &[(
            DES,
            "a former manager of a(n) {@store}, by trade a(n) {@role}, {collect.ed} the {@box} with {@goods}",
        )],
    },
    Fact {
        base: "{NAME}, |a(n) {@role} with a {wounded} hand, {visit.ed} the {@store} and the {@store2}",
        loose: &[],
        para: &[(
            DES,
            "a(n) {@role} whose hand had been {wounded} was seen going into the {@store} and later the {@store2}",
        )],
    },
    Fact {
        base: "{NAME}, |the {brother} of a(n) {@role}, {train.ed} {@role2.pl} at a(n) {@store}",
        loose: &[],
        para: &[(DES, "{@role2.pl} were {train.en} at a(n) {@store} by the {brother} of a(n) {@role}")],
    },
    Fact {
        base: "{NAME}, |a retired {@role} living in a(n) {@store}, {sell.ed} the {@vehicle} to a(n) {@role2}",
        loose: &[],
        para: &[(DES, "a(n) {@role2} bought the {@vehicle} from a pensioned-off {@role} whose home is a(n) {@store}")],
    },
    Fact {
        base: "{NAME}, |the youngest {@role} in the town, {carry.ed} the {@goods} in a(n) {@vehicle} {night}",
        loose: &[],
        para: &[(
            DES,
            "no {@role} in the town is younger than the one who {night} {carry.ed} the {@goods} by {@vehicle}",
        )],
    },
    Fact {
        base: "{NAME}, |the owner of a(n) {@store} and a(n) {@store2}, {watch.ed} the {@role} {weekly}",
        loose: &[],
        para: &[(DES, "the proprietor of both a(n) {@store} and a(n) {@store2} {watch.ed} the {@role} {weekly}")],
    },
];
