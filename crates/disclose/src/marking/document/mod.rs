//! Whole documents: the marks in a text, and what the rules hold against them together.
//!
//! [`Document::read`] finds the marks of a text, each with where it stands; [`Document::check`] says what is wrong with
//! them, by the number of each rule; [`Document::sheet`] is the same as the tables see it, and [`xml()`] writes that out,
//! so that others can judge it by the official rules. Rules of the tables are kept as they are and say no more and no less
//! than there; what this house asks for besides (every paragraph marked, banners above and below, no mixture of ladders,
//! nothing under a banner that demands less) has numbers of its own and can be left out.

mod blocks;
#[cfg(test)]
mod cases;
mod house;
mod notice;
mod read;
mod rules;
mod sheet;
#[cfg(test)]
mod suite;
mod within;
mod xml;

use record::marking::{Authority, Level, Marking, Rollup};
use record::span::Span;

use super::element::Element;
use super::parse::Stated;
use super::plain::Ladder;
use super::{authority, rolled, rules as marks};

pub use notice::Notice;
#[cfg(test)]
pub(super) use rules::ids;
pub use sheet::{At, Sheet};
pub use xml::xml;

/// A mark in a text.
#[derive(Debug, Clone)]
pub struct Mark {
    /// Where it stands.
    pub span: Span,
    stated: Stated,
}

impl Mark {
    /// What it states, where every part of it is known.
    pub fn marking(&self) -> Option<&Marking> {
        self.stated.marking.as_ref()
    }

    /// What it states, as the tables name it, right or wrong.
    pub fn element(&self) -> &Element {
        &self.stated.element
    }

    /// Whether the tables have anything to say of it.
    fn is_in_tables(&self) -> bool {
        !matches!(self.marking().map(|marking| marking.level), Some(Level::Tlp(_) | Level::Plain(_)))
    }
}

/// The marks of a text.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// Every banner, with how many blocks of content stand before it.
    banners: Vec<(Mark, usize)>,
    /// Every portion mark, with the block that it is of.
    portions: Vec<(Mark, Span)>,
    notices: Vec<Notice>,
    /// Marks behind the beginning of a block.
    within: Vec<Span>,
    /// Blocks without a mark.
    unmarked: Vec<Span>,
    authority: Authority,
    authority_span: Option<Span>,
    unknown_exemption: Option<String>,
    /// How many blocks say something.
    content: usize,
}

/// How a document is to be judged.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// A ladder of a team that its marks may be on.
    pub ladder: Option<Ladder>,
    /// Whether it claims to follow the rules of the intelligence community for documents.
    pub ic_document: bool,
    /// Whether it is judged by the rules of the tables alone.
    pub official: bool,
}

/// Something that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The number of the rule.
    pub rule: &'static str,
    /// Where, in bytes of the text.
    pub span: Span,
    /// What is wrong.
    pub message: String,
    /// The way out.
    pub way: String,
    /// What to write in place of what stands there, where that is known.
    pub mend: Option<String>,
}

impl Document {
    /// Finds the marks of a text, plain or in Markdown.
    pub fn read(text: &str, ladder: Option<&Ladder>) -> Self {
        read::read(text, ladder)
    }

    /// The same with a title of which it is known that it stands over the whole, its banner too: of a page in HTML. Its portion mark
    /// counts, and no banner has to stand above it.
    #[must_use]
    pub fn headed(mut self, title: Span) -> Self {
        if self.portions.first().is_some_and(|(mark, _)| title.start <= mark.span.start && mark.span.end <= title.end) {
            self.content = self.content.saturating_sub(1);
            self.banners.iter_mut().for_each(|(_, before)| *before = before.saturating_sub(1));
        }
        self
    }

    /// Where marks stand behind the beginning of what they would mark (HOUSE-12).
    pub fn within(&self) -> &[Span] {
        &self.within
    }

    /// The banner that counts: the first above the content, or else the first there is.
    fn top(&self) -> Option<&Mark> {
        self.banners.first().map(|(mark, _)| mark)
    }

    /// The portion marks in their order.
    pub fn portions(&self) -> impl Iterator<Item = &Mark> {
        self.portions.iter().map(|(mark, _)| mark)
    }

    /// The banner that stands above it.
    pub fn banner(&self) -> Option<&Mark> {
        self.top()
    }

    /// The authority block.
    pub fn authority(&self) -> &Authority {
        &self.authority
    }

    /// What its portions roll up to; empty where none can be read.
    pub fn rollup(&self) -> Rollup {
        rolled::rollup_of(self.portions().filter_map(Mark::marking))
    }

    /// The banner that its portions roll up to, in words: one mark for each ladder.
    pub fn rolled_up(&self) -> Option<String> {
        let words: Vec<String> = rolled::rendered(&self.rollup()).iter().map(super::banner).collect();
        (!words.is_empty()).then(|| words.join(super::JOINER))
    }

    /// Whether the tables say anything of the document: its banner, or where it has none its marks, are of their ladders.
    pub fn is_in_tables(&self) -> bool {
        self.top().map_or_else(|| self.portions().any(Mark::is_in_tables), Mark::is_in_tables)
    }

    /// The document as the tables see it. What is on other ladders is not in it.
    pub fn sheet(&self, options: &Options) -> Sheet {
        let mut parts: Vec<Element> =
            self.portions().filter(|mark| mark.is_in_tables()).map(|mark| mark.element().clone()).collect();
        parts.extend(self.shown_notices().map(|notice| notice_element(notice.kind)));
        Sheet {
            banner: self.top().filter(|mark| mark.is_in_tables()).map(|mark| mark.element().clone()),
            authority: self.authority.clone(),
            unknown_exemption: self.unknown_exemption.clone(),
            parts,
            is_released: self.notices.iter().any(|notice| notice.kind == "DoD-Dist-A"),
            is_ic_document: options.ic_document,
        }
    }

    /// The notices that are parts of their own.
    fn shown_notices(&self) -> impl Iterator<Item = &Notice> {
        self.notices.iter().filter(|notice| !notice.kind.starts_with(notice::OTHER))
    }

    /// Everything that is wrong, in the order of the text; nothing where it is as it must be.
    pub fn check(&self, options: &Options) -> Vec<Finding> {
        let mut found = Vec::new();
        let sheet = self.sheet(options);
        let is_us = sheet.is_us();
        for mark in self.banners.iter().map(|(mark, _)| mark).chain(self.portions()) {
            check_mark(mark, is_us, options, &mut found);
        }
        if self.is_in_tables() {
            self.check_sheet(&sheet, &mut found);
        }
        if !options.official {
            house::check(self, &mut found);
        }
        found.sort_by(|a, b| (a.span, a.rule).cmp(&(b.span, b.rule)));
        found.dedup_by(|a, b| (a.span, a.rule) == (b.span, b.rule));
        found
    }

    fn check_sheet(&self, sheet: &Sheet, found: &mut Vec<Finding>) {
        let rolled_up = self.rolled_up();
        for broken in rules::broken(sheet) {
            let span = self.place(broken.at);
            let mend = rolled_up.clone().filter(|_| broken.by_banner && broken.at == At::Banner);
            let way = match &rolled_up {
                Some(banner) if broken.by_banner && mend.is_none() => {
                    format!("{} (the portions roll up to {banner})", broken.way)
                }
                _ => broken.way,
            };
            found.push(Finding { rule: broken.rule, span, message: broken.reason, way, mend });
        }
        if let Some(banner) = &sheet.banner {
            let facts = authority::Facts::of(banner, &sheet.parts, sheet.unknown_exemption.is_some());
            for broken in authority::broken(&sheet.authority, &facts) {
                found.push(Finding {
                    rule: broken.rule,
                    span: self.place(At::Authority),
                    message: broken.reason.to_owned(),
                    way: broken.way.to_owned(),
                    mend: None,
                });
            }
        }
    }

    /// Where a part of the sheet stands in the text.
    fn place(&self, at: At) -> Span {
        let banner = || self.top().map_or(Span::new(0, 0), |mark| mark.span);
        match at {
            At::Banner => banner(),
            At::Authority => self.authority_span.unwrap_or_else(banner),
            At::Part(number) => {
                let marks = self.portions().filter(|mark| mark.is_in_tables()).map(|mark| mark.span);
                marks.chain(self.shown_notices().map(|notice| notice.span)).nth(number).unwrap_or_else(banner)
            }
        }
    }
}

/// A notice is UNCLASSIFIED and of the United States, whatever it warns of.
fn notice_element(kind: &str) -> Element {
    Element {
        classification: "U".to_owned(),
        owner: vec![record::marking::OWNER.to_owned()],
        notice: vec![kind.to_owned()],
        ..Element::default()
    }
}

/// The rules on one mark that hold whoever owns the document.
const EVERYWHERE: [&str; 17] = [
    "ISM-ID-00163",
    "ISM-ID-00236",
    "ISM-ID-00253",
    "ISM-ID-00254",
    "ISM-ID-00257",
    "ISM-ID-00258",
    "ISM-ID-00259",
    "ISM-ID-00260",
    "ISM-ID-00261",
    "ISM-ID-00262",
    "ISM-ID-00263",
    "ISM-ID-00265",
    "ISM-ID-00266",
    "ISM-ID-00267",
    "ISM-ID-00313",
    "ISM-ID-00314",
    "ISM-ID-00180",
];

/// What is wrong with a mark by itself. Where it cannot be read, the rule that says why stands for it once.
fn check_mark(mark: &Mark, is_us: bool, options: &Options, found: &mut Vec<Finding>) {
    let house = |rule: &str| rule.starts_with("HOUSE");
    let span = mark.span;
    for fault in &mark.stated.faults {
        if !(options.official && house(fault.rule())) {
            let mend = fault.mend().map(str::to_owned);
            let way = mend
                .as_ref()
                .map_or_else(|| "write it as the tables have it".to_owned(), |mend| format!("write {mend}"));
            found.push(Finding { rule: fault.rule(), span, message: fault.to_string(), way, mend });
        }
    }
    let said = |rule: &marks::Rule| Finding {
        rule: rule.id,
        span,
        message: rule.reason.to_owned(),
        way: rule.way.to_owned(),
        mend: None,
    };
    if mark.is_in_tables() {
        let broken = marks::broken_by(mark.element()).into_iter();
        found.extend(broken.filter(|rule| is_us || EVERYWHERE.contains(&rule.id)).map(said));
    }
    if let Some(marking) = mark.marking().filter(|_| !options.official) {
        found.extend(marks::broken(marking).into_iter().filter(|rule| house(rule.id)).map(said));
    }
}
