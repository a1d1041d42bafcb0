//! Somebody hopes or wishes it.

use super::{sure, where_found};
use crate::language::Frame;
use record::reading::Stance::Hopes;

pub(super) const HOPES: &[Frame] = &[
    sure(Hopes, "hope:V subj=_:N"),
    sure(Hopes, "@be hope:G"),
    sure(Hopes, "express|voice|share|hold|have|cling|hold out? .. hope|hopes|optimism|wish // that|of|for|about|to"),
    sure(Hopes, "@be|remain|sound hopeful|optimistic // that|of|about|for|a|the"),
    where_found(Hopes, "@be|remain|sound hopeful|optimistic"),
    where_found(Hopes, "wish:V // that|for|to|the|it|they|he|she|we|you"),
    sure(Hopes, "pray:V // that|for"),
    sure(Hopes, "look forward to"),
    sure(Hopes, "would like|love|prefer to see"),
    sure(Hopes, "long|yearn:V // for|to"),
    where_found(Hopes, "wish:V"),
    where_found(Hopes, "pray:V"),
    where_found(Hopes, "hope"),
    where_found(Hopes, "hopeful"),
];
