//! A look at a text before it is read: what will make its reading unsure, said once and for the whole document.
//!
//! Nothing here changes what is read. Each file is one thing that can be seen from the characters alone.

mod capitals;
mod control;
mod tongue;

use record::reading::{Head, Problem};

use crate::language::Language;

/// Looks at `text`; `head` comes back with the language filled in where the text tells it.
pub(crate) fn look(text: &str, mut head: Head, language: &Language, problems: &mut Vec<Problem>) -> Head {
    // Quotation marks and dots are none either.
    if !text.chars().any(char::is_alphanumeric) {
        problems.push(crate::problem("empty", "the document has no words: nothing was read"));
    } else {
        capitals::look(text, problems);
        let found = tongue::look(text, head.language.as_deref(), language, problems);
        head.language = head.language.or(found);
    }
    control::look(text, problems);
    head
}

#[cfg(test)]
mod tests {
    use crate::example::reading;

    #[test]
    fn a_text_without_words_says_so() {
        for text in ["", " \n ", "\"\" \"\" ……", "—"] {
            let kinds: Vec<String> = reading(text).problems.into_iter().map(|problem| problem.kind).collect();
            assert!(kinds.contains(&"empty".to_owned()), "{text:?}: {kinds:?}");
        }
    }
}
