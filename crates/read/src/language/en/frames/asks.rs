//! Somebody asks.

use super::{sure, where_found};
use crate::language::Frame;
use record::reading::Stance::{Asks, Orders};

pub(super) const ASKS: &[Frame] = &[
    sure(Asks, "ask:V subj=_ // .. whether|if|_:W|for|about"),
    // Who is asked to do something is told to, politely.
    sure(Orders, "ask:V subj=_ // _ .. not? to _:I"),
    sure(Asks, "ask:V subj=_ // to"),
    sure(Asks, "wonder:V // aloud? whether|if|_:W|about"),
    sure(Asks, "inquire|enquire:V"),
    sure(Asks, "want|ask|like|seek|press to know"),
    sure(Asks, "quiz|grill:V subj=_"),
    sure(Asks, "press|quiz|grill|challenge|pressed subj=_ // .. on|about|over whether?"),
    sure(Asks, "pose|raise|put // the|a question"),
    sure(Asks, "request:V subj=_"),
    where_found(Asks, "ask:V"),
    where_found(Asks, "wonder:V"),
    where_found(Asks, "request"),
    where_found(Asks, "query:V"),
    where_found(Asks, "question:N"),
];
