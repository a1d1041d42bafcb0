//! Facts that can be said in several ways. A slot `{key}` or `{key.form}` takes a word of a group
//! (`@` marks a category of groups, a digit a second slot of it); `{CITY}` is a town known from open
//! texts and `{NAME}` a person of the protected text.

/// One fact: the protected wording, looser wordings with the same words, and other wordings.
pub struct Fact {
    pub base: &'static str,
    /// The same words in another order, inflection or with other function words.
    pub loose: &'static [(&'static str, &'static str)],
    /// Said in other words; the name of the way comes first.
    pub para: &'static [(&'static str, &'static str)],
}

pub const RE: &str = "reordered phrase";
pub const INF: &str = "inflected phrase";
pub const FUN: &str = "other function words";
const SYN: &str = "synonyms";
const PAS: &str = "active to passive";
const NOM: &str = "nominalisation";
const CON: &str = "converse view";
const NEG: &str = "negated opposite";
const ORD: &str = "order of events turned";
const CAU: &str = "cause and effect turned";

pub const FACTS_A: &[Fact] = &[
    Fact {
        base: "a(n) {@role} {hide.ed} {@goods} beneath {@cover} in a(n) {@store}",
        loose: &[
            (RE, "beneath {@cover} in a(n) {@store}, {@goods} had been {hide.en} by a(n) {@role}"),
            (INF, "{@role.pl} were {hide.ing} {@goods} in {@store.pl}, beneath {@cover}"),
            (FUN, "a(n) {@role} had {hide.en} some {@goods} right beneath the {@cover} of the {@store}"),
        ],
        para: &[
            (SYN, "a(n) {@role} {hide.ed} {@goods} under {@cover} at a(n) {@store}"),
            (PAS, "{@goods} were {hide.en} underneath {@cover} inside a(n) {@store} by a(n) {@role}"),
            (NOM, "the {hide.n} of {@goods} below {@cover} inside a(n) {@store} was the work of a(n) {@role}"),
            (CON, "those who lifted the {@cover} in a(n) {@store} came upon {@goods} that a(n) {@role} had put there"),
        ],
    },
    Fact {
        base: "a(n) {@role} {secretly} {deliver.ed} {@goods} to a(n) {@store} by {@vehicle}",
        loose: &[
            (RE, "it was to a(n) {@store} that {@goods} were {secretly} {deliver.en}, by {@vehicle}, by a(n) {@role}"),
            (INF, "{@role.pl} kept {secretly} {deliver.ing} {@goods} by {@vehicle} to {@store.pl}"),
        ],
        para: &[
            (SYN, "a(n) {@role} {secretly} {deliver.ed} {@goods} to a(n) {@store}, using a(n) {@vehicle}"),
            (
                PAS,
                "{@goods} were {secretly} {deliver.en} to a(n) {@store} by a(n) {@role} who came with a(n) {@vehicle}",
            ),
            (
                NOM,
                "the undisclosed {deliver.n} of {@goods} to a(n) {@store} by {@vehicle} was arranged by a(n) {@role}",
            ),
            (CON, "a(n) {@store} {secretly} took in {@goods} that a(n) {@role} had brought by {@vehicle}"),
        ],
    },
    Fact {
        base: "a(n) {@role} {bribe.ed} a(n) {@role2} to ignore the {@vehicle.pl} at the {@store}",
        loose: &[
            (RE, "to ignore {@vehicle.pl} at the {@store}, a(n) {@role2} had been {bribe.en} by a(n) {@role}"),
            (INF, "{@role2.pl} ignored the {@vehicle.pl} at {@store.pl} after {@role.pl} had {bribe.en} them"),
        ],
        para: &[
            (SYN, "a(n) {@role} {bribe.ed} a(n) {@role2} into overlooking the {@vehicle.pl} at the {@store}"),
            (
                PAS,
                "a(n) {@role2} was given money by a(n) {@role} and turned a blind eye to the {@vehicle.pl} at the {@store}",
            ),
            (
                CON,
                "a(n) {@role2} took money from a(n) {@role} and in return did not see the {@vehicle.pl} at the {@store}",
            ),
            (CAU, "the {@vehicle.pl} at the {@store} went unnoticed because a(n) {@role} had paid a(n) {@role2}"),
        ],
    },
    Fact {
        base: "a(n) {@role} {buy.ed} {@goods} from a(n) {@role2} with {fake} banknotes {night}",
        loose: &[
            (RE, "with {fake} banknotes, {night}, a(n) {@role} had {buy.en} {@goods} from a(n) {@role2}"),
            (FUN, "from a(n) {@role2} the {@goods} were {buy.en} {night} by a(n) {@role} and with {fake} banknotes"),
        ],
        para: &[
            (CON, "a(n) {@role2} sold {@goods} to a(n) {@role} {night} and was paid in {fake} money"),
            (PAS, "{@goods} were {buy.en} {night} from a(n) {@role2} by a(n) {@role}, who paid in {fake} currency"),
            (NOM, "the {buy.n} of {@goods} from a(n) {@role2} was settled {night} in {fake} notes by a(n) {@role}"),
            (SYN, "a(n) {@role} {buy.ed} {@goods} {night} from a(n) {@role2}, using {fake} cash"),
        ],
    },
    Fact {
        base: "a(n) {@role} {refuse.ed} to open the {@box.pl} until the {@role2} had left the {@store}",
        loose: &[
            (RE, "until the {@role2} had left the {@store}, a(n) {@role} {refuse.ed} to open the {@box.pl}"),
            (INF, "a(n) {@role} was {refuse.ing} to open any {@box} before the {@role2} left the {@store}"),
        ],
        para: &[
            (NEG, "a(n) {@role} would not unseal the {@box.pl} while the {@role2} was still in the {@store}"),
            (
                ORD,
                "only after the {@role2} had gone from the {@store} did a(n) {@role} agree to unfasten the {@box.pl}",
            ),
            (PAS, "the {@box.pl} were kept shut by a(n) {@role} for as long as the {@role2} stayed in the {@store}"),
            (
                NOM,
                "a(n) {@role} made the departure of the {@role2} from the {@store} the condition for unsealing the {@box.pl}",
            ),
        ],
    },
    Fact {
        base: "a(n) {@role} {rent.ed} a(n) {@store} to {test.o} {@goods} {secretly}",
        loose: &[
            (RE, "{secretly} to {test.o} {@goods}, a(n) {@role} had {rent.en} a(n) {@store}"),
            (INF, "{@role.pl} were {rent.ing} {@store.pl} and {secretly} {test.ing} {@goods} there"),
        ],
        para: &[
            (SYN, "a(n) {@role} {rent.ed} a(n) {@store} so as to {test.o} {@goods} {secretly}"),
            (PAS, "{@goods} were {secretly} {test.en} in a(n) {@store} that had been {rent.en} by a(n) {@role}"),
            (NOM, "the hidden {test.n} of {@goods} took place in a(n) {@store} on lease to a(n) {@role}"),
            (CAU, "wishing to {test.o} {@goods} unseen, a(n) {@role} took a(n) {@store} for rent"),
        ],
    },
    Fact {
        base: "a(n) {@role} {burn.ed} the {@goods} in the yard of a(n) {@store} before the {@role2} arrived",
        loose: &[
            (
                RE,
                "before the {@role2} arrived, in the yard of a(n) {@store}, the {@goods} were {burn.en} by a(n) {@role}",
            ),
            (INF, "{@role.pl} were {burn.ing} {@goods} in the yards of {@store.pl} before {@role2.pl} arrived"),
        ],
        para: &[
            (
                PAS,
                "the {@goods} were reduced to ashes by a(n) {@role} in the courtyard of a(n) {@store} ahead of the coming of the {@role2}",
            ),
            (
                ORD,
                "when the {@role2} reached a(n) {@store}, a(n) {@role} had already destroyed the {@goods} by fire in the courtyard",
            ),
            (
                NOM,
                "the {burn.n} of the {@goods} by a(n) {@role}, in the courtyard of a(n) {@store}, preceded the arrival of the {@role2}",
            ),
            (
                SYN,
                "a(n) {@role} {burn.ed} the {@goods} in the courtyard of a(n) {@store} before the {@role2} got there",
            ),
        ],
    },
    Fact {
        base: "a(n) {@role} {bury.ed} {@box.pl} of {@goods} behind a(n) {@store} {night}",
        loose: &[
            (RE, "behind a(n) {@store}, {@box.pl} of {@goods} were {bury.en} {night} by a(n) {@role}"),
            (INF, "a(n) {@role} spent the time {bury.ing} a(n) {@box} of {@goods} behind {@store.pl} {night}"),
        ],
        para: &[
            (
                PAS,
                "{@box.pl} filled with {@goods} were put in the earth at the back of a(n) {@store} {night} by a(n) {@role}",
            ),
            (
                NOM,
                "the {bury.n} of {@box.pl} with {@goods} to the rear of a(n) {@store} was done {night} by a(n) {@role}",
            ),
            (
                CON,
                "the ground at the back of a(n) {@store} holds {@box.pl} of {@goods} that a(n) {@role} dug in {night}",
            ),
        ],
    },
    Fact {
        base: "a(n) {@role} {shelter.ed} a(n) {@role2} in a(n) {@store} during the {strike}",
        loose: &[
            (RE, "during the {strike} a(n) {@role2} was in a(n) {@store}, {shelter.en} there by a(n) {@role}"),
            (INF, "{@role.pl} were {shelter.ing} {@role2.pl} in {@store.pl} during {strike.pl}"),
        ],
        para: &[
            (SYN, "a(n) {@role} {shelter.ed} a(n) {@role2} in a(n) {@store} while the {strike} lasted"),
            (CON, "a(n) {@role2} found refuge with a(n) {@role}, in a(n) {@store}, for the length of the {strike}"),
            (
                PAS,
                "for the length of the {strike} a(n) {@role2} was kept out of sight in a(n) {@store} by a(n) {@role}",
            ),
        ],
    },
    Fact {
        base: "a(n) {@role} {photograph.ed} the {@goods} through the window of a(n) {@store} and {warn.ed} a(n) {@role2}",
        loose: &[
            (
                RE,
                "a(n) {@role2} was {warn.en} by a(n) {@role}, who through the window of a(n) {@store} had {photograph.en} the {@goods}",
            ),
            (
                INF,
                "after {photograph.ing} {@goods} through the windows of {@store.pl} {@role.pl} went about {warn.ing} {@role2.pl}",
            ),
        ],
        para: &[
            (
                SYN,
                "a(n) {@role} {photograph.ed} the {@goods} through a pane of a(n) {@store} and then {warn.ed} a(n) {@role2}",
            ),
            (
                ORD,
                "before {warn.ing} a(n) {@role2}, a(n) {@role} took a photo of the {@goods} from outside the glass of a(n) {@store}",
            ),
            (
                CON,
                "a(n) {@role2} learnt of the {@goods} from a(n) {@role} with a camera who had stood at the glass of a(n) {@store}",
            ),
        ],
    },
    Fact {
        base: "the {@vehicle.pl} were {repair.en} {free} by a(n) {@role} who owed a(n) {@role2} {debt}",
        loose: &[
            (RE, "a(n) {@role} who owed {debt} to a(n) {@role2} had {repair.en} the {@vehicle.pl} {free}"),
            (INF, "a(n) {@role}, owing {debt} to a(n) {@role2}, was {repair.ing} each {@vehicle} {free}"),
        ],
        para: &[
            (CAU, "because of {debt} to a(n) {@role2}, a(n) {@role} {repair.ed} the {@vehicle.pl} {free}"),
            (
                NOM,
                "the {repair.n} of the {@vehicle.pl} was done {free} by a(n) {@role}, as a(n) {@role2} was the creditor for {debt}",
            ),
            (CON, "a(n) {@role2}, creditor for {debt}, made a(n) {@role} put the {@vehicle.pl} in order {free}"),
        ],
    },
    Fact {
        base: "a(n) {@role} {swap.ed} {@goods} for {@goods2} at a(n) {@store} {weekly}",
        loose: &[
            (RE, "{weekly}, at a(n) {@store}, {@goods} and {@goods2} were {swap.en} by a(n) {@role}"),
            (INF, "at {@store.pl} {@role.pl} kept {swap.ing} {@goods} for {@goods2} {weekly}"),
        ],
        para: &[
            (SYN, "{weekly} a(n) {@role} {swap.ed} {@goods} against {@goods2} in a(n) {@store}"),
            (NOM, "the barter of {@goods} against {@goods2} by a(n) {@role} took place {weekly} in a(n) {@store}"),
            (CON, "{weekly} a(n) {@role} came to a(n) {@store} with {@goods} and went home with {@goods2}"),
        ],
    },
];
