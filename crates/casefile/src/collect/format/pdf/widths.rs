//! Widths of glyphs in the one form that the reader of the format understands.
//!
//! A font states them as `first [w w w]` or as `first last w`. The latter is misread by `pdf-extract` (0.12), so that
//! all glyphs of such a font stand on one spot; it is made the former before it sees it.

use pdf_extract::{Dictionary, Document, Object, ObjectId};

/// The most glyphs of one font.
const MOST: i64 = 65_536;

/// Makes the widths of all fonts of a document readable.
pub(super) fn mend(document: &mut Document) {
    let ids: Vec<ObjectId> = document.objects.keys().copied().collect();
    for id in ids {
        let mended = document.objects.get(&id).and_then(|object| match object {
            Object::Dictionary(font) => mended(document, font).map(Object::Dictionary),
            _ => None,
        });
        if let Some(object) = mended {
            document.objects.insert(id, object);
        }
    }
}

/// A font with its widths mended, or with those of the fonts that stand in it; none where nothing is to be done.
fn mended(document: &Document, font: &Dictionary) -> Option<Dictionary> {
    let mut font = font.clone();
    if let Ok(Object::Array(inner)) = font.get(b"DescendantFonts") {
        let fonts: Vec<Object> = inner
            .iter()
            .map(|object| match object {
                Object::Dictionary(inner) => mended(document, inner).map_or_else(|| object.clone(), Object::Dictionary),
                object => object.clone(),
            })
            .collect();
        font.set("DescendantFonts", Object::Array(fonts));
        return Some(font);
    }
    let widths = match font.get(b"W").ok()? {
        Object::Reference(id) => document.get_object(*id).ok()?,
        widths => widths,
    };
    let Object::Array(widths) = widths else { return None };
    let widths = listed(document, widths);
    font.set("W", Object::Array(widths));
    Some(font)
}

fn listed(document: &Document, widths: &[Object]) -> Vec<Object> {
    let mut made = Vec::with_capacity(widths.len());
    let mut rest = widths.iter();
    let mut left = MOST;
    while let Some(first) = rest.next() {
        let Ok(start) = first.as_i64() else { break };
        let second = match rest.next() {
            Some(Object::Reference(id)) => document.get_object(*id).ok(),
            second => second,
        };
        let list = match second {
            Some(list @ Object::Array(_)) => list.clone(),
            Some(last) => {
                let (Ok(end), Some(width)) = (last.as_i64(), rest.next()) else { break };
                let count = end.saturating_sub(start).saturating_add(1);
                if !(1..=left).contains(&count) {
                    break;
                }
                left -= count;
                Object::Array(vec![width.clone(); usize::try_from(count).unwrap_or(0)])
            }
            None => break,
        };
        made.extend([Object::Integer(start), list]);
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_becomes_a_list_and_a_broken_one_ends_them() {
        let numbers = |all: &[i64]| all.iter().map(|number| Object::Integer(*number)).collect::<Vec<_>>();
        let document = Document::new();
        let list = Object::Array(numbers(&[500, 600]));
        let mut widths = numbers(&[3, 5, 450, 9]);
        widths.push(list.clone());
        let expected = [Object::Integer(3), Object::Array(numbers(&[450, 450, 450])), Object::Integer(9), list];
        assert_eq!(listed(&document, &widths), expected);
        assert_eq!(listed(&document, &numbers(&[1, 99_999_999, 500])), []);
        assert_eq!(listed(&document, &numbers(&[5, 1, 500])), []);
        assert_eq!(listed(&document, &numbers(&[5])), []);
    }
}
