//! What must hold of every document, whatever it was taken from; shared by the targets that read formats.

use std::ops::ControlFlow;

use casefile::format::{At, Extracted, Limits, documents};

/// Takes bytes under a name, and checks all documents in them.
pub fn take(bytes: &[u8], name: &str) {
    let limits = Limits { document: 1 << 20, page: 1 << 20, record: 1 << 20, slack: 1 << 20, unpacked: 8 << 20, documents: 1000, ..Limits::default() };
    let _ = documents(bytes, name, None, &limits, &mut |found| {
        match found {
            Ok(found) => check(&found),
            Err(refused) => assert!(!refused.to_string().is_empty()),
        }
        ControlFlow::Continue(())
    });
}

fn check(found: &Extracted) {
    let mut end = 0;
    for passage in &found.passages.passages {
        assert!(passage.text.start >= end && !passage.text.is_empty(), "passages overlap or are empty");
        assert!(found.text.get(passage.text.start..passage.text.end).is_some(), "a passage cuts a character");
        end = passage.text.end;
        match passage.at {
            At::Bytes(bytes) => assert!(found.bytes.get(bytes.start..bytes.end).is_some(), "a passage leads out of the bytes"),
            At::Part { part, .. } => assert!(found.passages.parts.get(part as usize).is_some(), "a passage leads to no part"),
            At::Page { page, .. } => assert!(page > 0),
        }
    }
    if found.verbatim {
        assert_eq!(found.text.as_bytes(), found.bytes);
    }
}
