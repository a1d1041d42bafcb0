//! A document as the tables see it: the banner, the authority block, and every portion and notice, each with its
//! attributes. What is judged here is what is written out for others to judge.

use record::marking::{Authority, OWNER};

use crate::marking::element::{Element, has};

/// A document as the tables see it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// The banner; `None` where the document has none.
    pub banner: Option<Element>,
    /// The authority block.
    pub authority: Authority,
    /// An exemption that the block names and the tables do not have.
    pub unknown_exemption: Option<String>,
    /// The portions in their order, and then the notices.
    pub parts: Vec<Element>,
    /// Whether it says that anyone may have it (distribution statement A).
    pub is_released: bool,
    /// Whether it claims to follow the rules of the intelligence community for documents.
    pub is_ic_document: bool,
}

/// Where a rule is broken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum At {
    /// In the banner.
    Banner,
    /// In the part of this number.
    Part(usize),
    /// In the authority block.
    Authority,
}

impl Sheet {
    /// Whether the rules for documents of the United States apply.
    pub fn is_us(&self) -> bool {
        self.banner.as_ref().is_some_and(|banner| has(&banner.owner, OWNER))
    }

    /// The first part of which something holds.
    pub(super) fn first(&self, holds: impl Fn(&Element) -> bool) -> Option<At> {
        self.parts.iter().position(holds).map(At::Part)
    }

    /// Whether something holds of a part.
    pub(super) fn any(&self, holds: impl Fn(&Element) -> bool) -> bool {
        self.parts.iter().any(holds)
    }
}
