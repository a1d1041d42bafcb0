//! `packet.md`: CommonMark in which whatever was said stays text.

use record::packet::Packet;

use super::sheet::{Block, blocks};

/// The Markdown of a packet.
pub(super) fn page(packet: &Packet) -> String {
    let banner = format!("**{}**", escaped(&packet.banner));
    let mut parts = vec![banner.clone()];
    let mut in_list = false;
    for block in blocks(packet) {
        let item = matches!(block, Block::Fact(..) | Block::Item(_));
        let part = match block {
            Block::Title(title) => format!("# {}", escaped(title)),
            Block::Fact(name, text) => format!("- **{name}:** {}", escaped(&text)),
            Block::Heading(heading) => format!("## {heading}"),
            Block::Half(banner) => format!("**{}**", escaped(banner)),
            Block::Line(number, line) => {
                let support = match line.support.as_str() {
                    "" => String::new(),
                    support => format!("  \n*\\[{}\\]*", escaped(support)),
                };
                format!("{number}\\. **{}** {}{support}", escaped(&line.portion), escaped(&line.text))
            }
            Block::Sentence(text) => escaped(text),
            Block::Item(text) => format!("- {}", escaped(text)),
            Block::Question(question) => {
                let portion = escaped(&question.portion);
                format!(
                    "**Q. {portion}** {}  \n**A. {portion}** {}",
                    escaped(&question.question),
                    escaped(&question.answer)
                )
            }
            // A rule with its name on it: Markdown has no dashed one.
            Block::Tear => "---\n\n*TEARLINE: what stands below may be torn off and given on*\n\n---".to_owned(),
            Block::Note(note) => note.to_owned(),
        };
        match parts.last_mut() {
            Some(list) if item && in_list => {
                list.push('\n');
                list.push_str(&part);
            }
            _ => parts.push(part),
        }
        in_list = item;
    }
    if !packet.tearline.is_drawn() {
        parts.push(banner);
    }
    format!("{}\n", parts.join("\n\n"))
}

/// Text that no program takes for anything but text: what begins emphasis, code, links, tags, headings, lists, tables
/// and entities has a backslash before it, and so has what would make a link of an address.
fn escaped(text: &str) -> String {
    let mut out = String::new();
    let signs: Vec<char> = text.chars().collect();
    for (place, sign) in signs.iter().enumerate() {
        let rest = signs.get(place..).unwrap_or_default();
        let follows = |word: &str| rest.iter().map(char::to_ascii_lowercase).take(word.len()).eq(word.chars());
        let first = place == 0;
        // A number with a point or a bracket behind it, at the start, would be an item of a list.
        let digits = signs.get(..place).is_some_and(|before| !first && before.iter().all(char::is_ascii_digit));
        let special = matches!(sign, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '$')
            || (first && matches!(sign, '+' | '-' | '='))
            || (digits && matches!(sign, '.' | ')'))
            || follows("://")
            || *sign == '@'
            || (*sign == '.' && place >= 3 && signs.get(place.saturating_sub(3)..place).is_some_and(is_www));
        if special {
            out.push('\\');
        }
        out.push(*sign);
    }
    out
}

fn is_www(signs: &[char]) -> bool {
    signs.iter().all(|sign| sign.eq_ignore_ascii_case(&'w'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_stays_text() {
        for (said, written) in [
            ("a *b* _c_ `d`", "a \\*b\\* \\_c\\_ \\`d\\`"),
            ("<script>", "\\<script\\>"),
            ("[x](http://y)", "\\[x\\](http\\://y)"),
            ("# no heading", "\\# no heading"),
            ("- no item", "\\- no item"),
            ("12. no item", "12\\. no item"),
            ("www.example.org a@b", "www\\.example.org a\\@b"),
            ("&amp; a|b $x$", "\\&amp; a\\|b \\$x\\$"),
            ("S//REL TO USA, GBR + TLP:AMBER", "S//REL TO USA, GBR + TLP:AMBER"),
            ("plain. 3 of 4 (yes)", "plain. 3 of 4 (yes)"),
        ] {
            assert_eq!(escaped(said), written);
        }
    }
}
