//! Somebody says that what was said is not so.

use super::{sure, where_found};
use crate::language::Frame;
use record::reading::Stance::Denies;

pub(super) const DENIES: &[Frame] = &[
    sure(Denies, "deny:V"),
    sure(Denies, "denies|denied // any|that|it|the"),
    where_found(Denies, "deny"),
    sure(Denies, "repeat|reiterate|renew|stand // ... denial|denials"),
    sure(Denies, "repeat|reiterate|renew his|her|their|its denial|denials"),
    sure(Denies, "issue|publish|release|put|give|offer // .. denial"),
    where_found(Denies, "denial"),
    sure(
        Denies,
        "reject|dispute|refute|rebut|contradict|contest|discount|repudiate|disavow|debunk|rubbish:V obj=@report",
    ),
    sure(
        Denies,
        "reject|dispute|refute|rebut|contradict|contest|discount|repudiate|disavow|debunk|rubbish:V // .. @report",
    ),
    sure(Denies, "disavow|disclaim|disown:V subj=_"),
    where_found(Denies, "refute|rebut|debunk|disavow|disclaim|disown:V"),
    sure(Denies, "dispute|contest:V // that|this"),
    where_found(Denies, "dispute:V"),
    sure(Denies, "reject:V as .. @false"),
    where_found(Denies, "reject:V // that|as"),
    sure(Denies, "dismiss:V obj=@report"),
    sure(Denies, "dismiss:V // .. @report"),
    sure(Denies, "@call:V // ... as .. @false"),
    sure(Denies, "@call:V // ... a|an|pure|outright|complete|total|the .. @false"),
    sure(Denies, "@call:V // .. @report|it|them|that|this .. @false"),
    where_found(Denies, "dismiss:V // ... as"),
    sure(Denies, "push|hit|fire back on|against|at // .. @report|it|that|critics"),
    where_found(Denies, "push|hit|fire back on|against|at"),
    sure(Denies, "shoot|shot|knock|bat|slap|strike|beat down // .. @report|talk"),
    sure(Denies, "shoot|knock|bat|slap // .. @report down"),
    sure(Denies, "laugh|wave|brush|shrug|bat|swat|scoff off|away|aside|at // .. @report|it|that|talk"),
    sure(Denies, "scoff at"),
    sure(Denies, "pour scorn|water // on"),
    sure(Denies, "pour cold water // on"),
    sure(Denies, "quash|scotch|squelch // .. @report|talk"),
    sure(Denies, "give the lie // to"),
    sure(Denies, "rule:V out // _:G|any|further"),
    where_found(Denies, "rule:V out"),
    sure(Denies, "take issue|exception // with|to"),
    sure(Denies, "plead not|innocent // guilty?"),
    sure(Denies, "protest|maintain:V // his|her|their|its innocence"),
];
