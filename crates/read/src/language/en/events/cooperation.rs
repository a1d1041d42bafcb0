//! Words of agreeing, consulting, supporting, cooperating and helping.

use crate::event::Root;
use crate::language::events::TriggerTable;

pub(super) const TRIGGERS: &[TriggerTable] = &[
    (
        Root::Agree,
        None,
        &[
            "agree|consent:V // on .. deal|agreement|treaty|text",
            "agree|consent|pledge|promise|vow|volunteer|assent|commit:V",
            "offer|accept:V",
            "willingness|readiness|pledge|promise|commitment|assurance:N",
        ],
    ),
    (Root::Consult, Some("visit"), &["visit|host|tour|arrive|depart:V", "visit|trip|tour:N"]),
    (
        Root::Consult,
        Some("phone"),
        &["phone|telephone:V", "call:V obj=_:N with=discuss|explain|express|congratulate", "call:N // with"],
    ),
    (
        Root::Consult,
        None,
        &[
            "meet|negotiate|consult|discuss|mediate|confer|convene|parley|bargain|greet|brief:V",
            "talk|speak // with|to",
            "meeting|talks|negotiation|summit|consultation|mediation|dialogue|discussion|conference|brief|briefing:N",
            "talk:N",
        ],
    ),
    (
        Root::Support,
        None,
        &[
            "support|praise|endorse|back|welcome|defend|commend|congratulate|applaud|hail|laud|honour|honor|thank|salute|champion|recognise|recognize|ratify|bless|vindicate|apologise|apologize|forgive|sympathise|sympathize|reassure|uphold|celebrate|appreciate|celebrate:V",
            "support|praise|endorsement|solidarity|recognition|ratification|congratulations|apology|backing|rapprochement|reconciliation|approval:N",
            "reconcile|normalise|normalize|ally|befriend|resume:V",
            "agreement|deal|accord|treaty|pact:N",
            "appoint|re-appoint:V",
        ],
    ),
    (
        Root::Cooperate,
        None,
        &[
            "cooperate|co-operate|collaborate|partner|trade|export|import|extradite|invest:V",
            "cooperation|co-operation|collaboration|partnership|extradition|exchange|trade:N",
            "joint // .. exercise|exercises|drill|drills|patrol|operation|maneuvers",
            "team|join up|forces // with",
            "buy|purchase|sell|lease:V with=from|to|jet|gas|oil|missile|weapon",
        ],
    ),
    (
        Root::Aid,
        None,
        &[
            "donate|assist|aid|arm|fund|finance|bankroll|subsidise|subsidize|rescue|evacuate|bail|resettle|shelter|feed|train|equip|contribute|supply|airlift|treat|lend|lent|provide|sponsor|help:V",
            "aid|assistance|donation|relief|bailout|subsidy|rescue|funding|loan|grant|donor|airlift:N",
            "deliver|send|ship|give:V with=to",
            "delivery|shipment|supply:N",
            "hand|turn over",
            "peacekeeping|peacekeeper:N",
        ],
    ),
];
