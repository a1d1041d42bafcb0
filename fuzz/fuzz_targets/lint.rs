//! Any text, linted: `cargo +nightly fuzz run --sanitizer none lint -- -dict=fuzz/lint.dict`.

#![no_main]

use disclose::wording::{Options, lint};
use libfuzzer_sys::fuzz_target;
use record::words::Ladder;

fuzz_target!(|bytes: &[u8]| {
    // The first byte says which ladder the text is to stand on, if any.
    let Some((ladder, bytes)) = bytes.split_first() else { return };
    let text = String::from_utf8_lossy(bytes);
    let options = Options { ladder: Ladder::ALL.get(usize::from(ladder % 5)).copied(), ..Options::default() };
    let found = lint(&text, &options);
    assert!(found.is_sorted_by_key(|finding| finding.span));
    for finding in found {
        assert!(text.get(finding.span.start..finding.span.end).is_some_and(|words| !words.is_empty()), "{finding:?}");
    }
});
