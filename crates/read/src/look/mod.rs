//! A look at a text before it is read: what will make its reading unsure, said once and for the whole document.
//!
//! Nothing here changes what is read. Each file is one thing that can be seen from the characters alone.

mod capitals;
mod control;
mod tongue;

use record::reading::{Head, Problem};

use crate::language::Language;
use crate::segment::is_blank;

/// Looks at `text`; `head` comes back with the language filled in where the text tells it.
pub(crate) fn look(text: &str, mut head: Head, language: &Language, problems: &mut Vec<Problem>) -> Head {
    if text.chars().all(is_blank) {
        problems.push(crate::problem("empty", "the document has no words: nothing was read"));
    } else {
        capitals::look(text, problems);
        let found = tongue::look(text, head.language.as_deref(), language, problems);
        head.language = head.language.or(found);
    }
    control::look(text, problems);
    head
}
