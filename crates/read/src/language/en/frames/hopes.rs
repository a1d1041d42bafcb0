//! Somebody hopes or wishes it.

use super::{sure, where_found};
use crate::language::Frame;
use record::reading::Stance::Hopes;

pub(super) const HOPES: &[Frame] = &[
    sure(Hopes, "hope:V"),
    sure(Hopes, "express|voice|share|hold|have|cling|hold out? .. hope|optimism|wish:N // that|of|for|about"),
    sure(Hopes, "@be|remain|sound hopeful|optimistic // that|of|about|for|a|the"),
    sure(Hopes, "@be|remain|sound hopeful|optimistic"),
    sure(Hopes, "wish:V // that|for|to|the|it|they|he|she|we|you"),
    sure(Hopes, "pray:V // that|for"),
    sure(Hopes, "look forward to"),
    sure(Hopes, "would like|love|prefer to see"),
    sure(Hopes, "long|yearn:V // for|to"),
    sure(Hopes, "@be keen|eager // to|for|that"),
    where_found(Hopes, "wish:V"),
    where_found(Hopes, "pray:V"),
    where_found(Hopes, "hope:N"),
    where_found(Hopes, "hopeful"),
];
