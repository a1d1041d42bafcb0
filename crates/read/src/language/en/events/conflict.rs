//! Words of blame (ACCUSE), of protest, and of cutting ties (SANCTION).

use crate::event::Root;
use crate::language::events::TriggerTable;

pub(super) const TRIGGERS: &[TriggerTable] = &[
    (
        Root::Accuse,
        Some("investigate"),
        &[
            "investigate|probe|audit|inspect|scrutinise|scrutinize|interrogate|subpoena|question|search:V",
            "investigation|probe|inquiry|enquiry|audit|inquest|interrogation|scrutiny:N",
            "look // into",
        ],
    ),
    (
        Root::Accuse,
        Some("allege"),
        &[
            "accuse|allege|sue|indict|prosecute|implicate|impeach|convict|incriminate|arraign:V",
            "charge:V",
            "accusation|allegation|lawsuit|indictment|prosecution|impeachment|conviction:N",
            "hold .. responsible|accountable",
        ],
    ),
    (
        Root::Accuse,
        Some("disapprove"),
        &[
            "condemn|challenge|criticise|criticize|denounce|blame|decry|deplore|slam|blast|lambast|lambaste|rebuke|chide|censure|berate|castigate|scold|assail|disparage|deride|mock|ridicule|insult|lament|rap|chastise|upbraid|vilify|fault|slammed|pillory|excoriate|bemoan|disapprove|refute|dispute|object|complain|rail|regret|reproach|admonish|reprimand|summon:V",
            "condemnation|criticism|denunciation|complaint|objection|censure|rebuke|disapproval|outcry|reprimand|outrage:N",
            "call|brand|label|describe:V // .. liar|terrorist|aggressor|murderer|dictator|coward|guy",
            "speak|spoke // out|against",
        ],
    ),
    (
        Root::Protest,
        Some("demo"),
        &[
            "protest|demonstrate|rally|picket:V",
            "protest|demonstration|rally|sit-in|picket|vigil|uprising|unrest:N",
            "burn|burned|burnt // .. flag|effigy|tire",
            "march|gather|assemble|converge|flood|fill:V subj=protester|protesters|demonstrator|demonstrators|activist|activists|student|students|opponent|opponents|supporter|supporters|crowd|crowds|thousand|thousands|hundred|hundreds|marcher|marchers|worker|workers",
            "march:V // against|for",
            "march:N // .. against",
            "take|took to the streets|street",
        ],
    ),
    (Root::Protest, Some("hunger"), &["hunger // strike", "starve:V obj=themselves"]),
    (
        Root::Protest,
        Some("boycott"),
        &[
            "boycott:V",
            "boycott:N",
            "strike:V obj!=_ // .. pay|wage|wages|work|conditions",
            "go|went // on strike",
            "walk off",
            "hunger // strike",
        ],
    ),
    (Root::Protest, Some("obstruct"), &["obstruct|barricade:V", "blockade|barricade:V with=protester|demonstrator"]),
    (
        Root::Protest,
        Some("riot"),
        &[
            "riot|loot|vandalise|vandalize|clash:V with=police|protester|protesters|demonstrators",
            "riot|rioting|looting:N",
        ],
    ),
    (Root::Sanction, Some("expel"), &["expel|ostracise|ostracize:V", "expulsion:N", "kick|throw|drive // .. out"]),
    (
        Root::Sanction,
        Some("withdraw"),
        &[
            "suspend|sever|downgrade|curtail|halt|discontinue|blacklist|disengage|abandon:V",
            "suspension|severance|rupture|freeze|cancellation|cutoff|blacklist:N",
            "cut|break|broke off|ties",
            "break|broke down",
        ],
    ),
];
