//! Any text as protected material, as a line and as a page: `cargo +nightly fuzz run --sanitizer none guard -- -dict=fuzz/news.dict`.

#![no_main]

use disclose::guard::{Secrets, Watch, page};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let (protected, line) = text.split_once('\0').unwrap_or((&text, &text));
    let mut secrets = Secrets::default();
    secrets.add(protected, 0);
    let mut watch = Watch::new(&secrets, [line]);
    watch.open(&page(line));
    for one in watch.found().into_iter().flatten() {
        assert!(line.get(one.span.clone()).is_some(), "{one:?}");
    }
});
