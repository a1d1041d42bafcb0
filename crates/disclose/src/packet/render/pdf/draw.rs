//! From what stands where to the bytes of a PDF.

use std::num::NonZeroU16;

use krilla::color::luma;
use krilla::configure::{Accessibility, Configuration, PdfVersion};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node, SpanTag, Tag, TagGroup, TagTree,
};
use krilla::{Document, SerializeSettings};
use record::packet::Packet;
use record::time::Micros;

use super::face::Faces;
use super::layout::{BANNER, EDGE, Ink, Kind, PAGE, SIDE, Sheet, WIDTH, placed, strip};
use super::paragraph::{Row, Span, Style, rows};

/// Draws the sheet; `promise` says that the file is to keep to PDF/UA-1, and that it is an error where it does not.
pub(super) fn draw(packet: &Packet, sheet: &Sheet, faces: &Faces, promise: bool) -> Result<Vec<u8>, String> {
    let mut document = Document::new_with(settings(promise)?);
    let mut found: Vec<Vec<Identifier>> = vec![Vec::new(); sheet.parts.len()];
    // The banner is on every page for the eye, and is read once, before all else.
    let mut banner = Vec::new();
    let mut outline = Outline::new();
    for (index, page) in sheet.pages.iter().enumerate() {
        let settings = PageSettings::from_wh(PAGE.0, PAGE.1).ok_or("the sheet has no size")?;
        let mut leaf = document.start_page_with(settings);
        let mut surface = leaf.surface();
        let header = ContentTag::Artifact(Artifact::with_kind(ArtifactType::Header));
        let read = ContentTag::Span(SpanTag::empty());
        let (bar, number, count) = sheet.of_page(index);
        for ink in placed(bar.to_vec(), SIDE, WIDTH, EDGE, BANNER.size, true) {
            let id = surface.start_tagged(if index == 0 { read } else { header });
            inked(&mut surface, faces, &ink);
            surface.end_tagged();
            if index == 0 {
                banner.push(id);
            }
        }
        surface.start_tagged(header);
        let height = strip(bar);
        inked(
            &mut surface,
            faces,
            &Ink::Rule { from: SIDE, to: SIDE + WIDTH, y: EDGE + height, width: 1.2, dashed: false },
        );
        surface.end_tagged();
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
        let top = PAGE.1 - EDGE - height;
        inked(&mut surface, faces, &Ink::Rule { from: SIDE, to: SIDE + WIDTH, y: top, width: 1.2, dashed: false });
        for ink in placed(bar.to_vec(), SIDE, WIDTH, top + 8.0, BANNER.size, true) {
            inked(&mut surface, faces, &ink);
        }
        let folio = format!("Packet {}, page {number} of {count}", packet.id);
        let small = Style { size: 8.0, bold: false, shade: 90 };
        for ink in placed(rows(faces, &[Span::new(folio, small)], WIDTH), SIDE, WIDTH, top - 15.0, small.size, true) {
            inked(&mut surface, faces, &ink);
        }
        surface.end_tagged();
        let mut headed = None;
        for (part, ink) in page {
            let place = part.and_then(|part| found.get_mut(part));
            let Some(place) = place else {
                surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
                inked(&mut surface, faces, ink);
                surface.end_tagged();
                continue;
            };
            place.push(surface.start_tagged(read));
            inked(&mut surface, faces, ink);
            surface.end_tagged();
            if let (Some(Kind::Heading(_, words)), Ink::Row { baseline, .. }) =
                (part.and_then(|part| sheet.parts.get(part)), ink)
                && headed != *part
            {
                headed = *part;
                let to = XyzDestination::new(index, Point::from_xy(SIDE, baseline - 20.0));
                outline.push_child(OutlineNode::new(words.clone(), to));
            }
        }
        surface.finish();
        leaf.finish();
    }
    document.set_tag_tree(tree(sheet, banner, found));
    document.set_outline(outline);
    document.set_metadata(metadata(packet));
    document.finish().map_err(|why| format!("{why:?}"))
}

fn settings(promise: bool) -> Result<SerializeSettings, String> {
    let builder = krilla::configure::ConfigurationBuilder::new().with_version(PdfVersion::Pdf17);
    let builder = if promise { builder.with_accessibility_validator(Accessibility::UA1) } else { builder };
    let configuration: Configuration = builder.finish().map_err(|why| format!("{why:?}"))?;
    Ok(SerializeSettings { configuration, ..SerializeSettings::default() })
}

fn metadata(packet: &Packet) -> Metadata {
    let title = packet.title.clone().unwrap_or_else(|| format!("Packet {}", packet.id));
    let mut metadata = Metadata::new()
        .title(format!("{}: {title}", packet.banner))
        .language("en".to_owned())
        .document_id(packet.id.to_string())
        .creator("Tearline".to_owned());
    if let Some(issuer) = &packet.issuer {
        metadata = metadata.authors(vec![issuer.clone()]);
    }
    match date(packet.issued) {
        Some(date) => metadata.creation_date(date),
        None => metadata,
    }
}

/// A date for the file, to the second.
fn date(at: Micros) -> Option<DateTime> {
    let text = at.to_string();
    let mut numbers = text.split(|sign: char| !sign.is_ascii_digit()).map(str::parse::<u16>);
    let mut next = || numbers.next()?.ok();
    let year = next()?;
    let mut small = || u8::try_from(next()?).ok();
    let (month, day, hour, minute, second) = (small()?, small()?, small()?, small()?, small()?);
    let date = DateTime::new(year).month(month).day(day).hour(hour).minute(minute).second(second);
    Some(date.utc_offset_hour(0).utc_offset_minute(0))
}

/// What is read, in its order: headings, paragraphs, and lists of neighbouring items.
fn tree(sheet: &Sheet, banner: Vec<Identifier>, found: Vec<Vec<Identifier>>) -> TagTree {
    let nodes = |ids: Vec<Identifier>| ids.into_iter().map(Node::from).collect::<Vec<Node>>();
    let mut tree = TagTree::new();
    tree.push(TagGroup::with_children(Tag::P, nodes(banner)));
    let mut list: Option<TagGroup> = None;
    for (kind, ids) in sheet.parts.iter().zip(found) {
        if *kind != Kind::Item {
            list.take().into_iter().for_each(|list| tree.push(list));
        }
        match kind {
            Kind::Heading(level, words) => {
                let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
                tree.push(TagGroup::with_children(Tag::Hn(level, Some(words.clone())), nodes(ids)));
            }
            Kind::Paragraph => tree.push(TagGroup::with_children(Tag::P, nodes(ids))),
            Kind::Item => {
                let body = TagGroup::with_children(Tag::LBody, nodes(ids));
                let item = TagGroup::with_children(Tag::LI, vec![body.into()]);
                list.get_or_insert_with(|| TagGroup::new(Tag::L(ListNumbering::None))).push(item);
            }
        }
    }
    list.into_iter().for_each(|list| tree.push(list));
    tree
}

fn inked(surface: &mut Surface<'_>, faces: &Faces, ink: &Ink) {
    match ink {
        Ink::Row { x, baseline, row } => text(surface, faces, *x, *baseline, row),
        Ink::Rule { from, to, y, width, dashed } => {
            let mut path = PathBuilder::new();
            path.move_to(*from, *y);
            path.line_to(*to, *y);
            stroke(surface, path, *width, *dashed);
        }
        Ink::Frame { x, y, width, height } => {
            let mut path = PathBuilder::new();
            if let Some(rect) = Rect::from_xywh(*x, *y, *width, *height) {
                path.push_rect(rect);
            }
            stroke(surface, path, 0.7, false);
        }
    }
}

fn stroke(surface: &mut Surface<'_>, path: PathBuilder, width: f32, dashed: bool) {
    let Some(path) = path.finish() else { return };
    let dash = dashed.then(|| StrokeDash { array: vec![6.0, 4.0], offset: 0.0 });
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke { paint: luma::Color::new(60).into(), width, dash, ..Stroke::default() }));
    surface.draw_path(&path);
    surface.set_stroke(None);
}

fn text(surface: &mut Surface<'_>, faces: &Faces, x: f32, baseline: f32, row: &Row) {
    for piece in &row.pieces {
        let paint = luma::Color::new(piece.style.shade).into();
        surface.set_fill(Some(Fill { paint, opacity: NormalizedF32::ONE, rule: FillRule::default() }));
        let (font, size) = (faces.of(piece.style.bold).font.clone(), piece.style.size);
        surface.draw_glyphs(Point::from_xy(x + piece.x, baseline), &piece.glyphs, font, &piece.text, size, false);
    }
}
