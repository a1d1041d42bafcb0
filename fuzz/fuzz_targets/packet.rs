//! Any bytes as what verification parses: `packet.json`, `log.json`, checkpoints, published logs, and whole packets with
//! one file changed: `cargo +nightly fuzz run --sanitizer none packet`.

#![no_main]

use disclose::packet::log::{Log, LogKey, Note, read_logged};
use disclose::packet::{Against, Contents, PrivateKey, build, examine, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    // The first byte says which file of a packet the rest takes the place of.
    let Some((which, bytes)) = bytes.split_first() else { return };
    let key = PrivateKey::from_chance([7; 32]);
    if let Ok(packet) = read(bytes) {
        // Whatever may be read may be built, and then verifies.
        let files = build(&packet, &key).expect("a packet that was read can be built");
        let files = files.into_iter().map(|file| (file.name.to_owned(), file.bytes)).collect();
        let contents = Contents { files, ..Contents::default() };
        examine(&contents, &key.public(), &Against::default()).expect("what was built verifies");
        let mut changed = contents.clone();
        let name = changed.files.keys().nth(usize::from(*which) % changed.files.len()).cloned();
        if let Some(file) = name.and_then(|name| changed.files.get_mut(&name))
            && file.as_slice() != bytes
        {
            *file = bytes.to_vec();
            assert!(examine(&changed, &key.public(), &Against::default()).is_err());
        }
    }
    let _ = read_logged(bytes);
    let text = String::from_utf8_lossy(bytes);
    let _ = (Note::read(&text), LogKey::from_text(&text));
    if let Ok((log, note)) = Log::read(&text) {
        assert_eq!(note.checkpoint, log.checkpoint());
    }
});
