//! How the files look that people read.

use super::*;

#[test]
fn the_page_shows_every_line_with_its_mark_and_runs_nothing() {
    for (name, packet) in [("html_plain", packet()), ("html_full", full_packet())] {
        let html = text_of(&build(&packet, &key()).unwrap(), PACKET_HTML);
        for active in ["<script", "<b>", "http://", "https://", "src=", "href=", "url(", "@import", " on"] {
            let found = html.to_lowercase().matches(active).count();
            assert!(found == 0 || active == " on", "{active}");
        }
        for line in packet.tearline.lines() {
            assert!(html.contains(&format!("<span class=\"portion\">{}</span>", line.portion)), "{}", line.portion);
        }
        insta::assert_snapshot!(name, html);
    }
}

#[test]
fn the_text_and_the_markdown_say_what_the_page_says() {
    for (name, packet) in [("plain", packet()), ("full", full_packet())] {
        let files = build(&packet, &key()).unwrap();
        let text = text_of(&files, PACKET_TXT);
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for half in [&packet.tearline.above, &packet.tearline.below] {
            for (number, line) in (1..).zip(&half.lines) {
                assert!(flat.contains(&format!("{number}. {} {}", line.portion, line.text)), "{text}");
            }
        }
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        insta::assert_snapshot!(format!("{name}_txt"), text);
        insta::assert_snapshot!(format!("{name}_md"), text_of(&files, PACKET_MD));
    }
}

#[test]
fn a_banner_too_long_for_the_strip_of_each_sheet_is_never_cut() {
    let short = text_of(&build(&packet(), &key()).unwrap(), PACKET_HTML);
    assert!(short.contains("<body class=\"short\">"));
    let mut long = packet();
    long.banner = format!("SECRET//REL TO USA{}", ", GBR".repeat(30));
    long.tearline.below.banner = long.banner.clone();
    let html = text_of(&build(&long, &key()).unwrap(), PACKET_HTML);
    assert!(html.contains("<body>") && html.matches(&long.banner).count() == 3);
}

#[test]
fn the_tearline_is_drawn_only_where_there_is_something_above_it() {
    let (one, two) = (build(&packet(), &key()).unwrap(), build(&full_packet(), &key()).unwrap());
    for (name, mark) in [(PACKET_HTML, "class=\"tear\""), (PACKET_TXT, " TEARLINE "), (PACKET_MD, "*TEARLINE")] {
        assert!(!text_of(&one, name).contains(mark) && text_of(&two, name).contains(mark), "{name}");
    }
}

#[test]
fn what_is_torn_off_holds_nothing_of_what_stands_above() {
    let files = build(&full_packet(), &key()).unwrap();
    let above = [
        "42",
        "by rail",
        "74 %",
        "two kinds",
        "direct access",
        "moderate",
        "SECRET",
        "GBR",
        "J. Doe",
        "Harbour Guide",
        "20560504",
        // Its lines are counted for themselves: a 3 would tell that two stand above.
        "3.",
        "\"3\"",
        "-3",
    ];
    let html = text_of(&files, PACKET_HTML);
    let sheet = html.split_once("</article>").unwrap().0;
    for (name, text, tear) in [
        ("text", text_of(&files, PACKET_TXT).as_str(), " TEARLINE "),
        ("Markdown", &text_of(&files, PACKET_MD), "*TEARLINE"),
        // The bars of a page are of the page, and stand around the sheet.
        ("page", sheet, "class=\"tear\""),
    ] {
        let below = text.split_once(tear).unwrap().1;
        for one in above {
            assert!(!below.contains(one), "{name} has {one} below the tearline: {below}");
        }
        assert!(below.contains("UNCLASSIFIED") && below.contains("about 40 shells"), "{name}: {below}");
        assert!(text.split_once(tear).unwrap().0.contains("Harbour Guide 7, 2030"), "{name}");
    }
}
