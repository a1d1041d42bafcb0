//! The verbatim guard: words, names, numbers and dates of a release that stand only in protected material.
//!
//! [`Secrets`] is the protected material, taken apart. A [`Watch`] lays the lines of a release beside it and beside everything
//! that their audience may read already, and says what of them comes from nowhere else: the same token however it is written,
//! something near it, or its meaning in other words ([`Tier`]). Another inflection, another format of a date or a number, another
//! transliteration and another order are the same token: `fold`, `stem`, `date`, `number`, `name` and `token` say when.
//!
//! What it does not know: what a word means that is rare and said otherwise, other languages than English but for names, and what
//! follows from several lines together (that is the mosaic's).

mod code;
mod date;
mod fold;
mod hour;
pub mod language;
mod letters;
mod meaning;
mod name;
mod number;
mod rendered;
mod rounded;
mod run;
mod same;
mod secret;
mod stem;
#[cfg(test)]
mod suite;
mod token;
mod watch;

pub use rendered::{boilerplate, page, shown, strings};
pub use secret::Secrets;
pub use watch::{Found, Tier, Watch};

/// The words of a text that are counted when the table of the language is made: each stem with what it stands as.
pub fn counted(text: &str) -> Vec<(language::As, String)> {
    use language::As;
    use token::Kind;
    let words = fold::words(text);
    let tokens = token::tokens(&words);
    let of = |token: &token::Token| match token.kind {
        Kind::Word => Some((As::Word, token.stem.clone())),
        Kind::Name if token.is_name_here => Some((As::Name, token.stem.clone())),
        Kind::Name => Some((As::Word, token.stem.clone())),
        Kind::Pair => Some((As::Pair, token.stem.clone())),
        _ => None,
    };
    tokens.iter().filter_map(of).collect()
}
