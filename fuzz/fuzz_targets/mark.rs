//! Any text as a document with marks: `cargo +nightly fuzz run --sanitizer none mark -- -dict=fuzz/mark.dict`.

#![no_main]

use disclose::marking::{Document, Options, xml};
use libfuzzer_sys::fuzz_target;
use record::marking::Rollup;

fuzz_target!(|bytes: &[u8]| {
    // The first byte says how it is judged.
    let Some((how, bytes)) = bytes.split_first() else { return };
    let text = String::from_utf8_lossy(bytes);
    let options = Options { official: how & 1 == 1, ic_document: how & 2 == 2, ladder: None };
    let document = Document::read(&text, None);
    for finding in document.check(&options) {
        assert!(text.get(finding.span.start..finding.span.end).is_some(), "{finding:?}");
    }
    for mark in document.portions().chain(document.banner()) {
        let Some(marking) = mark.marking() else { continue };
        // Whatever is read can be written, and demands the same when it is read again.
        let again = disclose::marking::parse(&disclose::marking::portion(marking)).expect("what is written can be read");
        assert_eq!(Rollup::from(&again), Rollup::from(marking));
    }
    let day = "2030-02-18".parse().expect("a day");
    assert!(xml(&document, &text, &options, day).ends_with("</document>\n"));
});
