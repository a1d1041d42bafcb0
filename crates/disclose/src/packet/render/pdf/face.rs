//! The two faces in which everything is set. They are part of the program: no font of the machine is looked at, so that a
//! sheet looks the same and has the same bytes everywhere.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, UnicodeBuffer};

/// A face.
pub(super) struct Face {
    shaper: rustybuzz::Face<'static>,
    /// The same for the file.
    pub font: Font,
    units: f32,
}

impl Face {
    fn new(bytes: &'static [u8]) -> Result<Self, String> {
        let missing = || "the font that belongs to the program is not whole".to_owned();
        let shaper = rustybuzz::Face::from_slice(bytes, 0).ok_or_else(missing)?;
        let font = Font::new(bytes.into(), 0).ok_or_else(missing)?;
        let units = shaper.units_per_em().max(1) as f32;
        Ok(Self { shaper, font, units })
    }

    /// Text as glyphs in the order in which they are seen, with their width. All in units of the size.
    pub(super) fn shape(&self, text: &str, leftwards: bool) -> (Vec<KrillaGlyph>, f32) {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.guess_segment_properties();
        buffer.set_direction(if leftwards { Direction::RightToLeft } else { Direction::LeftToRight });
        let shaped = rustybuzz::shape(&self.shaper, &[], buffer);
        let infos = shaped.glyph_infos();
        // A glyph stands for the text up to where the next one in the text begins.
        let mut starts: Vec<usize> = infos.iter().map(|info| info.cluster as usize).collect();
        starts.sort_unstable();
        starts.dedup();
        let end_of = |start: usize| {
            let place = starts.partition_point(|other| *other <= start);
            starts.get(place).copied().unwrap_or(text.len())
        };
        let mut width = 0.0;
        let glyphs = infos.iter().zip(shaped.glyph_positions()).map(|(info, position)| {
            let start = info.cluster as usize;
            let scaled = |value: i32| value as f32 / self.units;
            width += scaled(position.x_advance);
            KrillaGlyph::new(
                GlyphId::new(info.glyph_id),
                scaled(position.x_advance),
                scaled(position.x_offset),
                scaled(position.y_offset),
                scaled(position.y_advance),
                start..end_of(start),
                None,
            )
        });
        let glyphs = glyphs.collect();
        (glyphs, width)
    }

    /// Text in which every sign that the face does not have is written as its number, `[U+5317]`: a box would not say what
    /// it stands for.
    pub(super) fn known(&self, text: &str) -> String {
        let mut out = String::new();
        for sign in text.chars() {
            // What is not seen needs no glyph: joiners, selectors of forms and tags.
            let unseen = matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}');
            if unseen {
                continue;
            }
            if sign.is_whitespace() {
                out.push(if sign == '\u{a0}' { sign } else { ' ' });
            } else if self.shaper.glyph_index(sign).is_some_and(|glyph| glyph.0 != 0) {
                out.push(sign);
            } else {
                out.push_str(&format!("[U+{:04X}]", u32::from(sign)));
            }
        }
        out
    }
}

/// Both faces.
pub(super) struct Faces {
    regular: Face,
    bold: Face,
}

impl Faces {
    pub(super) fn new() -> Result<Self, String> {
        let regular = Face::new(dejavu::sans_condensed::regular())?;
        Ok(Self { regular, bold: Face::new(dejavu::sans_condensed::bold())? })
    }

    pub(super) const fn of(&self, bold: bool) -> &Face {
        if bold { &self.bold } else { &self.regular }
    }
}
