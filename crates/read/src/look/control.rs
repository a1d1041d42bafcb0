//! Control characters: they come from broken extraction, and are read as blanks.

use record::reading::Problem;
use record::span::Span;

pub(super) fn look(text: &str, problems: &mut Vec<Problem>) {
    let odd = |byte: &u8| matches!(byte, 0..=8 | 11 | 14..=31 | 127);
    let Some(first) = text.as_bytes().iter().position(odd) else { return };
    let count = text.as_bytes()[first..].iter().filter(|byte| odd(byte)).count();
    problems.push(Problem {
        kind: "control".to_owned(),
        message: if count == 1 {
            "a control character was read as a blank".to_owned()
        } else {
            format!("{count} control characters were read as blanks; here is the first")
        },
        span: Some(Span::new(first, first + 1)),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_line_ends_and_page_ends_are_nothing_odd() {
        let mut problems = Vec::new();
        look("A\tb\r\nc\n\u{c}d é", &mut problems);
        assert_eq!(problems, []);
    }

    #[test]
    fn a_zero_byte_is_said_with_its_place() {
        let mut problems = Vec::new();
        look("ab\0cd\u{1b}", &mut problems);
        assert_eq!(problems[0].message, "2 control characters were read as blanks; here is the first");
        assert_eq!(problems[0].span, Some(Span::new(2, 3)));
    }
}
