//! Words of asking (REQUEST), refusing (REJECT), threatening, denying and commenting.

use crate::event::Root;
use crate::language::events::TriggerTable;

pub(super) const TRIGGERS: &[TriggerTable] = &[
    (Root::Deny, None, &["deny|disavow|repudiate|disclaim:V", "denial|disavowal:N"]),
    (
        Root::Comment,
        None,
        &[
            "decline|refuse .. to comment|speculate|discuss|elaborate|say|answer",
            "comment|remark|opine:V",
            "comment|remark:N",
        ],
    ),
    (
        Root::Request,
        None,
        &[
            "demand|urge|request|appeal|petition|implore|beg|beseech|plead|exhort|entreat|lobby|insist|press:V",
            "ask|tell|instruct|invite|pressure|push|advise|encourage:V // .. to _:V",
            "call|calls // on|upon|for",
            "demand|appeal|plea|request|petition|ultimatum:N",
            "order:V // .. to",
        ],
    ),
    (
        Root::Reject,
        None,
        &[
            "reject|refuse|veto|rebuff|spurn|oppose|defy|rebuff|snub|renege|shun|delay|postpone|disobey|decline|disallow|overrule|repudiate|forswear:V",
            "rejection|refusal|veto|rebuff|defiance|snub:N",
            "rule out",
            "stonewall|resist|flout|abrogate|scuttle|derail:V",
        ],
    ),
    (
        Root::Threaten,
        None,
        &[
            "threaten|warn|menace|intimidate:V",
            "threat|warning|ultimatum|deadline:N",
            "vow|swear|swore // .. to attack|destroy|retaliate|punish|strike|respond|avenge|crush|annihilate|fight|revenge",
            "vow|vowed // revenge|retaliation|vengeance",
        ],
    ),
];
