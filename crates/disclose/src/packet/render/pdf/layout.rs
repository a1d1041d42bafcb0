//! What stands where on which page.

use super::super::sheet::{Block, blocks};
use super::face::Faces;
use super::paragraph::{Row, Span, Style, rows};
use record::packet::Packet;

/// A4, in points.
pub(super) const PAGE: (f32, f32) = (595.28, 841.89);
/// The white at the sides.
pub(super) const SIDE: f32 = 62.0;
/// How wide text may be.
pub(super) const WIDTH: f32 = PAGE.0 - 2.0 * SIDE;
/// The white above the banner on top and below the one at the foot.
pub(super) const EDGE: f32 = 30.0;
/// The height of a row in units of its size, and how far its letters stand below its top.
const LEADING: f32 = 1.42;
const ASCENT: f32 = 1.04;
/// The least height that is left for text between the banners.
const LEAST: f32 = 300.0;

const BODY: Style = Style { size: 10.5, bold: false, shade: 20 };
const STRONG: Style = Style { bold: true, ..BODY };
const QUIET: Style = Style { size: 9.0, bold: false, shade: 90 };
const SMALL: Style = Style { size: 8.5, bold: false, shade: 70 };
pub(super) const BANNER: Style = Style { size: 11.0, bold: true, shade: 0 };

/// What a part of the sheet is to somebody who hears it read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kind {
    /// A heading of a level, with its words.
    Heading(u16, String),
    /// A paragraph.
    Paragraph,
    /// An item of a list: neighbours are one list.
    Item,
}

/// What is drawn.
#[derive(Debug, Clone)]
pub(super) enum Ink {
    /// A row of text.
    Row { x: f32, baseline: f32, row: Row },
    /// A rule across.
    Rule { from: f32, to: f32, y: f32, width: f32, dashed: bool },
    /// A frame.
    Frame { x: f32, y: f32, width: f32, height: f32 },
}

/// A page: what is drawn, each with the part that it belongs to; a part that is none is there for the eye alone.
pub(super) type Page = Vec<(Option<usize>, Ink)>;

/// The whole sheet.
pub(super) struct Sheet {
    pub parts: Vec<Kind>,
    pub pages: Vec<Page>,
    /// The rows of the banner, which each page has at both ends.
    pub banner: Vec<Row>,
    /// Where a tearline is drawn: the first page of what may be torn off, and the rows of its own banner, which it and the pages
    /// behind it have in place of the other.
    pub lower: Option<(usize, Vec<Row>)>,
}

impl Sheet {
    /// The banner of a page, its number, and of how many: what may be torn off is counted for itself.
    pub(super) fn of_page(&self, index: usize) -> (&[Row], usize, usize) {
        let number = |from: usize| index.saturating_sub(from).saturating_add(1);
        match &self.lower {
            Some((first, banner)) if index >= *first => {
                (banner, number(*first), self.pages.len().saturating_sub(*first))
            }
            Some((first, _)) => (&self.banner, number(0), *first),
            None => (&self.banner, number(0), self.pages.len()),
        }
    }
}

/// How high the banner is with the rule under it.
pub(super) fn strip(banner: &[Row]) -> f32 {
    banner.len() as f32 * BANNER.size * LEADING + 8.0
}

/// Rows from a height on down, with their places: in the middle, or each at the side from which it is read.
pub(super) fn placed(rows: Vec<Row>, x: f32, width: f32, top: f32, size: f32, middle: bool) -> Vec<Ink> {
    let mut y = top;
    let mut inks = Vec::new();
    for row in rows {
        let free = width - row.width;
        let x = if middle {
            x + free / 2.0
        } else if row.leftwards {
            x + free
        } else {
            x
        };
        inks.push(Ink::Row { x, baseline: y + size * ASCENT, row });
        y += size * LEADING;
    }
    inks
}

/// The sheet of a packet.
pub(super) fn sheet(packet: &Packet, faces: &Faces) -> Result<Sheet, String> {
    let banner = rows(faces, &[Span::new(&packet.banner, BANNER)], WIDTH);
    let below = rows(faces, &[Span::new(&packet.tearline.below.banner, BANNER)], WIDTH);
    let strip = strip(&banner).max(strip(&below));
    let top = EDGE + strip + 14.0;
    let foot = PAGE.1 - EDGE - strip - 26.0;
    if foot - top < LEAST {
        return Err("its banner leaves no room on a sheet".to_owned());
    }
    let sheet = Sheet { parts: Vec::new(), pages: vec![Vec::new()], banner, lower: None };
    let mut pen = Pen { faces, sheet, top, foot, y: top };
    let mut blocks = blocks(packet).into_iter().peekable();
    let mut before = None;
    while let Some(block) = blocks.next() {
        match (&before, &block, blocks.peek()) {
            // What was told of the packet is parted from what it tells.
            (Some(Block::Fact(..)), Block::Line(..), _) => pen.y += 12.0,
            // The banner at the end of a half does not stand alone on a page.
            (_, Block::Line(..) | Block::Question(_) | Block::Note(_), Some(Block::Half(_))) => pen.room(110.0),
            _ => {}
        }
        pen.block(&block);
        if block == Block::Tear {
            pen.torn(below.clone());
        }
        before = Some(block);
    }
    Ok(pen.sheet)
}

/// Where the next thing is put.
struct Pen<'f> {
    faces: &'f Faces,
    sheet: Sheet,
    top: f32,
    foot: f32,
    y: f32,
}

impl Pen<'_> {
    fn block(&mut self, block: &Block<'_>) {
        match block {
            Block::Title(title) => {
                let style = Style { size: 19.0, bold: true, shade: 0 };
                self.part(Kind::Heading(1, (*title).to_owned()));
                self.text(&[Span::new(*title, style)], 0.0, style.size, true);
                self.y += 8.0;
                self.rule();
            }
            Block::Fact(name, text) => self.fact(name, text),
            Block::Heading(heading) => {
                let style = Style { size: 12.5, bold: true, shade: 0 };
                self.y += 12.0;
                self.room(60.0);
                self.part(Kind::Heading(2, (*heading).to_owned()));
                self.text(&[Span::new(*heading, style)], 0.0, style.size, true);
                self.y += 3.0;
            }
            Block::Half(banner) => self.half(banner),
            Block::Line(number, line) => {
                self.part(Kind::Item);
                let number = format!("{number}.");
                self.numbered(&number, &[Span::new(format!("{} ", line.portion), STRONG), Span::new(&line.text, BODY)]);
                if !line.support.is_empty() {
                    self.text(&[Span::new(&line.support, QUIET)], 24.0, QUIET.size, true);
                }
                self.y += 7.0;
            }
            Block::Sentence(text) => {
                self.part(Kind::Paragraph);
                self.text(&[Span::new(*text, BODY)], 0.0, BODY.size, true);
                self.y += 4.0;
            }
            Block::Item(text) => {
                self.part(Kind::Item);
                self.numbered("\u{2022}", &[Span::new(*text, BODY)]);
                self.y += 3.0;
            }
            Block::Question(question) => {
                self.part(Kind::Paragraph);
                let portion = Span::new(format!("{} ", question.portion), STRONG);
                self.numbered("Q.", &[portion.clone(), Span::new(&question.question, BODY)]);
                self.part(Kind::Paragraph);
                self.numbered("A.", &[portion, Span::new(&question.answer, BODY)]);
                self.y += 6.0;
            }
            Block::Tear => self.tear(),
            Block::Note(note) => {
                self.part(Kind::Paragraph);
                self.text(&[Span::new(*note, SMALL)], 0.0, SMALL.size, true);
                self.y += 3.0;
            }
        }
    }

    /// Begins a page of its own for what is torn off, so that no bar of the whole stands on its paper.
    fn torn(&mut self, banner: Vec<Row>) {
        self.sheet.lower = Some((self.sheet.pages.len(), banner));
        self.sheet.pages.push(Vec::new());
        self.y = self.top;
    }

    /// Begins a part.
    fn part(&mut self, kind: Kind) {
        self.sheet.parts.push(kind);
    }

    /// Makes room for something of this height, on the next page if need be.
    fn room(&mut self, height: f32) {
        if self.y + height > self.foot && self.y > self.top {
            self.sheet.pages.push(Vec::new());
            self.y = self.top;
        }
    }

    fn ink(&mut self, part: Option<usize>, ink: Ink) {
        if let Some(page) = self.sheet.pages.last_mut() {
            page.push((part, ink));
        }
    }

    fn rule(&mut self) {
        let y = self.y;
        self.ink(None, Ink::Rule { from: SIDE, to: SIDE + WIDTH, y, width: 0.6, dashed: false });
        self.y += 6.0;
    }

    /// Text of the last part that was begun. What is short is kept on one page.
    fn text(&mut self, spans: &[Span], indent: f32, size: f32, whole: bool) {
        let rows = rows(self.faces, spans, WIDTH - indent);
        let (part, step) = (self.sheet.parts.len().checked_sub(1), size * LEADING);
        let height = rows.len() as f32 * step;
        if whole && height < (self.foot - self.top) / 3.0 {
            self.room(height);
        }
        for row in rows {
            self.room(step);
            let top = self.y;
            for ink in placed(vec![row], SIDE + indent, WIDTH - indent, top, size, false) {
                self.ink(part, ink);
            }
            self.y += step;
        }
    }

    /// Text with a number or a bullet at its side.
    fn numbered(&mut self, number: &str, spans: &[Span]) {
        const INDENT: f32 = 24.0;
        let rows = rows(self.faces, spans, WIDTH - INDENT);
        self.room((rows.len().min(4) as f32) * BODY.size * LEADING);
        let (part, baseline) = (self.sheet.parts.len().checked_sub(1), self.y + BODY.size * ASCENT);
        let grey = Style { shade: 90, ..BODY };
        let side = self::rows(self.faces, &[Span::new(format!("{number} "), grey)], INDENT * 4.0);
        for row in side {
            self.ink(part, Ink::Row { x: SIDE, baseline, row });
        }
        self.text(spans, INDENT, BODY.size, false);
    }

    fn fact(&mut self, name: &str, text: &str) {
        const NAME: f32 = 92.0;
        let style = Style { size: 9.5, ..BODY };
        let rows = rows(self.faces, &[Span::new(text, style)], WIDTH - NAME);
        self.room(rows.len().min(6) as f32 * style.size * LEADING);
        self.part(Kind::Paragraph);
        let (part, baseline) = (self.sheet.parts.len().checked_sub(1), self.y + style.size * ASCENT);
        let grey = Style { shade: 90, ..style };
        for row in self::rows(self.faces, &[Span::new(format!("{name}: "), grey)], NAME) {
            self.ink(part, Ink::Row { x: SIDE, baseline, row });
        }
        self.text(&[Span::new(text, style)], NAME, style.size, false);
        self.y += 1.5;
    }

    /// The banner of a half, in a frame.
    fn half(&mut self, banner: &str) {
        let style = Style { size: 10.0, bold: true, shade: 0 };
        let rows = rows(self.faces, &[Span::new(banner, style)], WIDTH - 20.0);
        let height = rows.len() as f32 * style.size * LEADING + 8.0;
        self.y += 8.0;
        self.room(height + 20.0);
        self.part(Kind::Paragraph);
        let (part, y) = (self.sheet.parts.len().checked_sub(1), self.y);
        self.ink(None, Ink::Frame { x: SIDE, y, width: WIDTH, height });
        for ink in placed(rows, SIDE + 10.0, WIDTH - 20.0, y + 4.0, style.size, true) {
            self.ink(part, ink);
        }
        self.y += height + 10.0;
    }

    /// The line to tear along, over the whole width of the paper, with its name in the middle.
    fn tear(&mut self) {
        let style = Style { size: 8.5, bold: true, shade: 70 };
        self.room(40.0);
        self.y += 14.0;
        self.part(Kind::Paragraph);
        let part = self.sheet.parts.len().checked_sub(1);
        let rows = rows(self.faces, &[Span::new("T E A R L I N E", style)], WIDTH);
        let half = rows.first().map_or(0.0, |row| row.width) / 2.0 + 10.0;
        let (y, middle) = (self.y, PAGE.0 / 2.0);
        for (from, to) in [(0.0, middle - half), (middle + half, PAGE.0)] {
            self.ink(None, Ink::Rule { from, to, y, width: 1.0, dashed: true });
        }
        for ink in placed(rows, SIDE, WIDTH, y - style.size * LEADING / 2.0 - 0.5, style.size, true) {
            self.ink(part, ink);
        }
        self.y += 18.0;
    }
}
