//! How the tests of this stage say what they expect: a text, and a line for each expression in it.

use record::reading::Head;
use record::time::CivilDate;

use crate::example::head;
use crate::language::EN;

/// What is found in a text of 2023-02-16, a Thursday: `words | TYPE value MOD`, a line each.
pub(super) fn check(text: &str, expected: &str) {
    check_on(Some("2023-02-16"), text, expected);
}

/// The same for another date, or for none.
pub(super) fn check_on(date: Option<&str>, text: &str, expected: &str) {
    let date = date.map(|date| date.parse::<CivilDate>().unwrap());
    let head = Head { date, language: Some(EN.code.into()), ..head() };
    let lines: Vec<String> = crate::read(text, head)
        .times
        .iter()
        .map(|time| {
            let modifier = time.r#mod.as_ref().map(|one| format!(" {one}")).unwrap_or_default();
            format!("{} | {} {}{modifier}", time.text, time.kind, time.value)
        })
        .collect();
    assert_eq!(lines.join("\n"), expected, "in {text:?}");
}
