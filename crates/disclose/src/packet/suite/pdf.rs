//! The packet on paper.

use super::*;

fn pdf(packet: &Packet) -> Vec<u8> {
    bytes_of(&build(packet, &key()).unwrap(), PACKET_PDF).to_vec()
}

/// The words of a PDF, as a program that copies text out of it finds them.
fn words(packet: &Packet) -> String {
    let text = pdf_extract::extract_text_from_mem(&pdf(packet)).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn with(text: &str) -> Packet {
    let mut packet = packet();
    packet.tearline.below.lines[0].text = text.to_owned();
    packet
}

fn holds(bytes: &[u8], part: &str) -> bool {
    bytes.windows(part.len()).any(|window| window == part.as_bytes())
}

#[test]
fn every_file_has_the_bytes_that_the_number_of_the_renderer_stands_for() {
    // Where this changes, whatever was issued can no longer be made again: raise RENDERER.
    let files = build(&full_packet(), &key()).unwrap();
    let hashes: Vec<String> =
        files.iter().map(|file| format!("{} {}\n", build::hash(&file.bytes), file.name)).collect();
    insta::assert_snapshot!("renderer_2", hashes.concat());
    assert_eq!(RENDERER, 2);
}

#[test]
fn a_pdf_is_tagged_has_a_title_and_a_language_and_keeps_to_pdf_ua() {
    let bytes = pdf(&full_packet());
    assert!(bytes.starts_with(b"%PDF-1.7"));
    for part in ["/StructTreeRoot", "/Lang", "/MarkInfo", "/DisplayDocTitle", "pdfuaid", "/Outlines"] {
        assert!(holds(&bytes, part), "{part}");
    }
    assert!(bytes.len() < 120_000, "{} bytes", bytes.len());
}

#[test]
fn a_pdf_says_what_the_packet_says() {
    let packet = full_packet();
    let words = words(&packet);
    for line in packet.tearline.lines() {
        for word in line.text.split_whitespace().chain(line.portion.split_whitespace()) {
            assert!(words.contains(word), "{word} in {words}");
        }
    }
    for part in ["The Harbour Desk", "independently reviewed", "Derived from: Harbour Guide 7, 2030", "T E A R L I N E"]
    {
        assert!(words.contains(part), "{part} in {words}");
    }
}

#[test]
fn what_is_torn_off_is_a_page_of_its_own_under_its_own_banner() {
    let words = words(&full_packet());
    let below = words.split_once("T E A R L I N E").unwrap().1;
    assert!(below.contains("about 40 shells") && below.contains("UNCLASSIFIED"), "{below}");
    for above in ["SECRET", "Harbour Guide", "42 shells", "3."] {
        assert!(!below.contains(above), "{above} in {below}");
    }
    // How many pages stand before it is not told.
    assert!(below.contains("page 1 of 1") && !below.contains("page 2"), "{below}");
}

#[test]
fn what_looks_like_code_stays_text() {
    for text in
        ["#let x = 1 // and *so* on", "<script>alert(1)</script>", "$ x^2 $ `raw` @cite", "\\u{41} %PDF (a) [b]"]
    {
        assert!(words(&with(text)).contains(text), "{text}: {}", words(&with(text)));
    }
}

#[test]
fn any_language_and_any_length_is_drawn() {
    // Signs that the embedded faces do not have are told by their numbers.
    assert!(words(&with("北 sends shells")).contains("[U+5317] sends shells"));
    for text in [
        "Норландия, Νορλανδία, naïve, ½ – “so”".to_owned(),
        "قالت الوزارة إنها لم تقرر بعد (42) ship".to_owned(),
        "הודיעה כי 42 שיגורים".to_owned(),
        "e\u{301}\u{300} क्\u{200d}ष".to_owned(),
        "x".repeat(3_000),
        "long ".repeat(4_000),
    ] {
        assert!(pdf(&with(&text)).starts_with(b"%PDF"), "{text}");
    }
}

#[test]
fn a_banner_of_many_rows_is_whole_on_each_page_or_there_is_no_pdf() {
    let mut long = packet();
    long.banner = format!("SECRET//REL TO USA{}", ", GBR".repeat(60));
    long.tearline.below.banner = long.banner.clone();
    assert!(words(&long).matches(", GBR, GBR").count() > 3);
    long.banner = format!("SECRET//REL TO USA{}", ", GBR".repeat(2_000));
    long.tearline.below.banner = long.banner.clone();
    assert_eq!(
        build(&long, &key()).unwrap_err().to_string(),
        "the packet's packet.pdf cannot be written (its banner leaves no room on a sheet): leave out what it cannot hold"
    );
}
