//! Somebody orders, demands or calls for it.

use super::{sure, where_found};
use crate::language::Frame;
use record::reading::Stance::Orders;

pub(super) const ORDERS: &[Frame] = &[
    sure(Orders, "call|appeal:V on|upon|to|for // ... to _:I"),
    sure(Orders, "call:V for // _"),
    sure(Orders, "call:V on|upon // _"),
    sure(Orders, "appeal:V subj=_:N for // _"),
    sure(
        Orders,
        "urge|order|instruct|command|direct|implore|beseech|exhort|entreat|beg|tell:V subj=_:N // .. not? to _:I",
    ),
    // The tagger sometimes takes the verb for a participle before its object, and a passive has no subject but the one told.
    sure(Orders, "ordered|urged|instructed|commanded|told:P // .. not? to _:I"),
    sure(Orders, "urge|order|instruct|command|demand|direct:V // that"),
    sure(Orders, "demand:V // the|an|a|that|its|their|his|her|to|more|answers|immediate|full"),
    sure(Orders, "order:V obj=@act"),
    sure(Orders, "order:V // .. @act"),
    sure(Orders, "forbid|forbade|forbidden:V // .. to _:I"),
    sure(Orders, "press:V // .. to _:I"),
    where_found(Orders, "press|push:V for // _"),
    sure(Orders, "advise|require|oblige:V subj=_:N // .. not? to _:I"),
    sure(Orders, "plead|remonstrate:V with // .. to _:I"),
    sure(Orders, "issue|give // ... order|instruction|ultimatum // to|that|for"),
    sure(Orders, "insist:V on // _:G"),
    sure(Orders, "warn:V // .. not to _:I"),
    sure(Orders, "warn:V // .. to _:I"),
    sure(Orders, "urge:V"),
    where_found(Orders, "demand"),
    where_found(Orders, "order:V"),
    where_found(Orders, "instruct|command|implore|exhort|beseech|entreat"),
    where_found(Orders, "call:N for|on"),
    where_found(Orders, "order|instruction|appeal|ultimatum:N"),
];
