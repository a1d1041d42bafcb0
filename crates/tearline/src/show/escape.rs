//! Text that stays text in a page or a picture.

use super::page::HERE;
use super::table::turns;

/// Text that can stand anywhere in HTML and SVG: what is markup is spelled out, and what is no character of a text left out.
pub fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + text.len() / 16);
    for sign in text.chars() {
        match sign {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' | '\t' => safe.push(sign),
            HERE => {}
            sign if sign.is_control() || turns(sign) => {}
            sign => safe.push(sign),
        }
    }
    safe
}
