//! What may become a packet.

use super::*;

fn refused(issue: &Issue) -> String {
    compose(issue).unwrap_err().to_string()
}

#[test]
fn a_packet_is_composed_only_of_what_was_issued_and_may_be_seen() {
    let of = |disclosure: &Disclosure, marks: &[Rollup]| Issue::of(disclosure, marks, PacketId([1; 16]), ISSUED);
    let draft = Disclosure { issued: false, ..disclosure() };
    assert_eq!(of(&draft, &[rollup("U"), rollup("U")]), Err(PacketError::NotIssued));
    assert_eq!(of(&disclosure(), &[rollup("U")]), Err(PacketError::Markings { lines: 2, markings: 1 }));
    let empty = Disclosure { lines: vec![], ..disclosure() };
    assert_eq!(
        refused(&of(&empty, &[]).unwrap()),
        "there is no line that could go out: add at least one below the tearline"
    );
    let said = |marks: &[Rollup]| refused(&of(&disclosure(), marks).unwrap());
    assert!(said(&[rollup("U"), rollup("S//NF")]).contains("may not see line 2 (S//NF)"));
    assert!(said(&[rollup("U"), Rollup::default()]).contains("has no marking"));
    let nobody = Issue { audience: "the press".into(), ..plain() };
    assert!(refused(&nobody).starts_with("the audience \"the press\" is not known to be cleared for anything"));
}

#[test]
fn the_banner_covers_every_line_of_every_ladder() {
    let mixed = Issue { audience: "SECRET,country=USA,TLP:RED".into(), ..plain() };
    let mixed = Issue { below: vec![line("a", "S//NF", "", None), line("b", "TLP:AMBER", "", None)], ..mixed };
    let packet = compose(&mixed).unwrap();
    assert_eq!(packet.banner, "SECRET//NOFORN + TLP:AMBER");
    assert_eq!(packet.tearline.below.banner, packet.banner);
    assert_eq!(packet.tearline.below.lines[0].portion, "(S//NF)");
}

#[test]
fn each_half_has_its_own_banner_and_the_whole_has_that_of_both() {
    let packet = full_packet();
    assert_eq!(packet.banner, "SECRET//REL TO USA, GBR");
    assert_eq!(packet.tearline.above.banner, "SECRET//REL TO USA, GBR");
    assert_eq!(packet.tearline.below.banner, "UNCLASSIFIED");
    assert_eq!(packet.tearline.lines().map(|line| line.id).collect::<Vec<_>>(), [1, 2, 3, 4]);
}

#[test]
fn the_audience_is_cleared_for_the_upper_half_and_what_stands_around_it_too() {
    let public = Issue { audience: "public".into(), ..full() };
    assert_eq!(
        refused(&public),
        "the audience \"public\" may not see line 1 (S//REL TO USA, GBR), line 2 (S//REL TO USA, GBR), what stands around \
         the lines (S//REL TO USA, GBR): take that out, rest it on claims that it may see, or choose another audience; \
         other words for the same claims do not lower their marking"
    );
    let unmarked = Issue { frame: Rollup::default(), ..full() };
    assert!(refused(&unmarked).starts_with("title, sources, confidence and basis have no marking"));
}

#[test]
fn what_may_be_torn_off_demands_no_more_than_what_stays() {
    let mut issue = full();
    issue.audience = "TOP SECRET,country=USA".into();
    issue.below[1].marking = rollup("TS//NF");
    assert_eq!(
        refused(&issue),
        "below the tearline it is TOP SECRET//NOFORN, and above it SECRET//REL TO USA, GBR: what may be given on cannot \
         demand more; move the lines that do above the tearline"
    );
}

#[test]
fn the_halves_must_not_contradict_each_other() {
    for (text, found) in [
        ("Norland sent 60 shells to Suderland in May.", "it says another figure"),
        ("Norland sent about 40 shells in June.", "it says another date"),
        ("Norland never sent shells to Suderland.", "it says the opposite"),
    ] {
        let mut issue = full();
        issue.below[0].text = text.into();
        let said = refused(&issue);
        assert!(
            said.starts_with("line 3, below the tearline, contradicts line 1 above it: ") && said.contains(found),
            "{said}"
        );
    }
    let mut issue = full();
    issue.below[1].text = "It is very likely that Norland will send more.".into();
    assert!(refused(&issue).contains("contradicts line 2 above it: it says another likelihood"));
    // Without a link nothing says that the two are versions of one sentence.
    for line in issue.above.iter_mut().chain(&mut issue.below) {
        line.like = None;
    }
    assert!(compose(&issue).is_ok());
}

#[test]
fn links_are_opaque_and_on_all_lines_or_none() {
    let mut issue = full();
    issue.below[0].like = None;
    assert!(refused(&issue).starts_with("some lines are linked to other versions and others are not"));
    let mut issue = full();
    issue.below[0].like = Some("the version for the minister".into());
    assert!(refused(&issue).contains("may tell something"));
    let issue = Issue { release: Some("top".into()), ..plain() };
    assert!(refused(&issue).contains("link \"top\""));
}

#[test]
fn what_no_packet_may_have_is_refused_by_name() {
    for (issue, part) in [
        (Issue { expires: Some(ISSUED), ..plain() }, "the packet's time of expiry cannot stand"),
        (Issue { issued: Micros(i64::MAX), ..plain() }, "the packet's time of issue cannot stand"),
        (Issue { terms: Some(" ".into()), ..plain() }, "the packet's terms cannot stand"),
        (
            Issue {
                status: Status::Withdraws { packet: plain().id, manifest: Hash([0; 32]), why: "wrong".into() },
                ..plain()
            },
            "the packet's status cannot stand",
        ),
        (
            Issue {
                status: Status::Withdraws { packet: PacketId([3; 16]), manifest: Hash([0; 32]), why: String::new() },
                ..plain()
            },
            "the packet's status, why it is withdrawn cannot stand",
        ),
        (
            Issue {
                authority: full().authority.map(|authority| AuthorityBlock { derived_from: None, ..authority }),
                ..plain()
            },
            "the packet's authority block cannot stand: a derivative one says what it derives from",
        ),
    ] {
        let said = refused(&issue);
        assert!(said.starts_with(part), "{said}");
    }
    let mut issue = plain();
    issue.below[1].text.push('\u{202e}');
    assert_eq!(
        refused(&issue),
        "the text of line 2 has the character U+202E, which is not seen as it is read: take it out"
    );
    let mut packet = packet();
    packet.format = 3;
    assert_eq!(build(&packet, &key()), Err(PacketError::Format(3)));
    packet.format = 2;
    packet.tearline.below.lines[1].id = 7;
    assert!(build(&packet, &key()).unwrap_err().to_string().contains("not numbered 1, 2, 3"));
    packet.tearline.below.lines.clear();
    assert!(build(&packet, &key()).unwrap_err().to_string().contains("it has no line"));
}
