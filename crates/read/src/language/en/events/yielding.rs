//! Words of giving in (CONCEDE) and of letting go (RETREAT).

use crate::event::Root;
use crate::language::events::TriggerTable;

pub(super) const TRIGGERS: &[TriggerTable] = &[
    (
        Root::Concede,
        None,
        &[
            "resign|concede|relent|acquiesce|accede|abdicate|capitulate:V",
            "resignation|concession|abdication|capitulation:N",
            "back|climb|backed down",
            "bow|yield // to",
            "acknowledge|admit|recognise|recognize:V obj=mistake|error|defeat|fault|guilt|wrongdoing",
            "legalise|legalize|liberalise|liberalize|deregulate|decriminalise|decriminalize:V",
        ],
    ),
    (
        Root::Retreat,
        Some("release"),
        &[
            "free|release|liberate|pardon|acquit|exonerate|parole|unblock|reinstate|commute:V",
            "release|pardon|amnesty|acquittal:N",
        ],
    ),
    (
        Root::Retreat,
        Some("return"),
        &["return|repatriate|restitute|compensate:V", "repatriation|restitution|compensation:N"],
    ),
    (
        Root::Retreat,
        Some("withdraw"),
        &[
            "withdraw|retreat|surrender|evacuate|redeploy|vacate|demilitarise|demilitarize:V",
            "pull|pulled out|back",
            "withdrawal|pullout|pull-out|pullback|retreat|surrender|drawdown:N",
            "leave:V with=troop|troops|force|forces|soldiers",
            "leave:V subj=troop|troops|force|forces|soldiers|army",
        ],
    ),
    (
        Root::Retreat,
        Some("disarm"),
        &[
            "disarm|demobilise|demobilize|disband|de-escalate|denuclearise|denuclearize|dismantle|defuse:V",
            "disarmament|demobilisation|demobilization|de-escalation:N",
            "scale down|back",
        ],
    ),
    (Root::Retreat, Some("ceasefire"), &["ceasefire|cease-fire|truce|armistice:N", "cease - fire"]),
    (Root::Retreat, Some("access"), &["unblock|readmit:V"]),
];
