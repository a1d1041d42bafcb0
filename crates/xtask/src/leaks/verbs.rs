//! The table of synonyms for verbs. Members are `base/past/participle/gerund/noun`; the noun is
//! what goes before "of" when a sentence is turned into a nominal phrase.

use super::words::Group;

const fn v(key: &'static str, members: &'static [&'static str]) -> Group {
    Group { key, members }
}

pub const VERBS: &[Group] = &[
    v(
        "deliver",
        &[
            "deliver/delivered/delivered/delivering/delivery",
            "hand over/handed over/handed over/handing over/handover",
            "supply/supplied/supplied/supplying/supply",
        ],
    ),
    v(
        "hide",
        &[
            "hide/hid/hidden/hiding/hiding",
            "conceal/concealed/concealed/concealing/concealment",
            "stash/stashed/stashed/stashing/stashing",
        ],
    ),
    v(
        "buy",
        &[
            "buy/bought/bought/buying/buying",
            "purchase/purchased/purchased/purchasing/purchase",
            "acquire/acquired/acquired/acquiring/acquisition",
        ],
    ),
    v("refuse", &["refuse/refused/refused/refusing/refusal", "decline/declined/declined/declining/declining"]),
    v(
        "repair",
        &[
            "repair/repaired/repaired/repairing/repair",
            "mend/mended/mended/mending/mending",
            "fix/fixed/fixed/fixing/fixing",
        ],
    ),
    v(
        "follow",
        &[
            "follow/followed/followed/following/following",
            "shadow/shadowed/shadowed/shadowing/shadowing",
            "tail/tailed/tailed/tailing/tailing",
        ],
    ),
    v(
        "threaten",
        &[
            "threaten/threatened/threatened/threatening/threatening",
            "intimidate/intimidated/intimidated/intimidating/intimidation",
        ],
    ),
    v(
        "arrest",
        &[
            "arrest/arrested/arrested/arresting/arrest",
            "detain/detained/detained/detaining/detention",
            "seize/seized/seized/seizing/seizure",
        ],
    ),
    v(
        "steal",
        &[
            "steal/stole/stolen/stealing/theft",
            "make off with/made off with/made off with/making off with/theft",
            "pilfer/pilfered/pilfered/pilfering/pilfering",
        ],
    ),
    v(
        "carry",
        &[
            "transport/transported/transported/transporting/transport",
            "carry/carried/carried/carrying/carriage",
            "convey/conveyed/conveyed/conveying/conveyance",
        ],
    ),
    v(
        "recruit",
        &[
            "recruit/recruited/recruited/recruiting/recruitment",
            "enlist/enlisted/enlisted/enlisting/enlistment",
            "sign up/signed up/signed up/signing up/signing up",
        ],
    ),
    v(
        "warn",
        &[
            "warn/warned/warned/warning/warning",
            "alert/alerted/alerted/alerting/alerting",
            "tip off/tipped off/tipped off/tipping off/tipping off",
        ],
    ),
    v("bribe", &["bribe/bribed/bribed/bribing/bribing", "buy off/bought off/bought off/buying off/buying off"]),
    v(
        "burn",
        &[
            "burn/burned/burned/burning/burning",
            "set fire to/set fire to/set alight/setting fire to/burning",
            "incinerate/incinerated/incinerated/incinerating/incineration",
        ],
    ),
    v("bury", &["bury/buried/buried/burying/burial", "inter/interred/interred/interring/interment"]),
    v(
        "inspect",
        &[
            "inspect/inspected/inspected/inspecting/inspection",
            "examine/examined/examined/examining/examination",
            "check/checked/checked/checking/checking",
        ],
    ),
    v(
        "rent",
        &["rent/rented/rented/renting/renting", "lease/leased/leased/leasing/lease", "hire/hired/hired/hiring/hire"],
    ),
    v(
        "swap",
        &[
            "swap/swapped/swapped/swapping/swapping",
            "exchange/exchanged/exchanged/exchanging/exchange",
            "trade/traded/traded/trading/trading",
        ],
    ),
    v(
        "shelter",
        &[
            "shelter/sheltered/sheltered/sheltering/sheltering",
            "harbour/harboured/harboured/harbouring/harbouring",
            "give refuge to/gave refuge to/given refuge/giving refuge to/sheltering",
        ],
    ),
    v(
        "watch",
        &[
            "watch/watched/watched/watching/watching",
            "observe/observed/observed/observing/observation",
            "keep an eye on/kept an eye on/observed/keeping an eye on/surveillance",
        ],
    ),
    v("test", &["test/tested/tested/testing/testing", "try out/tried out/tried out/trying out/trial"]),
    v(
        "fund",
        &[
            "finance/financed/financed/financing/financing",
            "fund/funded/funded/funding/funding",
            "bankroll/bankrolled/bankrolled/bankrolling/bankrolling",
        ],
    ),
    v(
        "admit",
        &[
            "admit/admitted/admitted/admitting/admission",
            "confess/confessed/confessed/confessing/confession",
            "concede/conceded/conceded/conceding/concession",
        ],
    ),
    v(
        "cancel",
        &[
            "cancel/cancelled/cancelled/cancelling/cancellation",
            "call off/called off/called off/calling off/calling off",
            "scrap/scrapped/scrapped/scrapping/scrapping",
        ],
    ),
    v(
        "delay",
        &[
            "delay/delayed/delayed/delaying/delay",
            "postpone/postponed/postponed/postponing/postponement",
            "put off/put off/put off/putting off/putting off",
        ],
    ),
    v(
        "copy",
        &[
            "copy/copied/copied/copying/copying",
            "duplicate/duplicated/duplicated/duplicating/duplication",
            "reproduce/reproduced/reproduced/reproducing/reproduction",
        ],
    ),
    v(
        "poison",
        &[
            "poison/poisoned/poisoned/poisoning/poisoning",
            "contaminate/contaminated/contaminated/contaminating/contamination",
        ],
    ),
    v(
        "collect",
        &[
            "collect/collected/collected/collecting/collection",
            "pick up/picked up/picked up/picking up/picking up",
            "fetch/fetched/fetched/fetching/fetching",
        ],
    ),
    v("visit", &["visit/visited/visited/visiting/visit", "call at/called at/called on/calling at/calling"]),
    v(
        "sell",
        &[
            "sell/sold/sold/selling/sale",
            "peddle/peddled/peddled/peddling/peddling",
            "hawk/hawked/hawked/hawking/hawking",
        ],
    ),
    v(
        "photograph",
        &["photograph/photographed/photographed/photographing/photographing", "snap/snapped/snapped/snapping/snapping"],
    ),
    v(
        "train",
        &[
            "train/trained/trained/training/training",
            "drill/drilled/drilled/drilling/drilling",
            "coach/coached/coached/coaching/coaching",
        ],
    ),
    v(
        "promise",
        &[
            "promise/promised/promised/promising/promise",
            "pledge/pledged/pledged/pledging/pledge",
            "undertake/undertook/undertaken/undertaking/undertaking",
        ],
    ),
    v("lose", &["lose/lost/lost/losing/loss", "mislay/mislaid/mislaid/mislaying/mislaying"]),
];
