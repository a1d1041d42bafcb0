//! The whole way on the sample.

use crate::desk::Desk;

#[test]
fn the_demo_walks_the_whole_way_and_says_what_to_look_at() {
    let mut desk = Desk::new();
    let said = desk.run(&["demo", "@walk"]);
    assert_eq!(said.code, 0, "{}", said.err);
    insta::assert_snapshot!("demo", said.out);
    assert_eq!(said.err, "");
    for file in
        ["c.tearline", "packet/packet.html", "packet/packet.json", "packet/manifest.json", "packet/manifest.sig"]
    {
        assert!(desk.path("walk").join(file).exists(), "{file} is missing");
    }
    // The case of fifty reports: every table is the one that its journal makes, to the byte.
    desk.place = "@walk/lethal-aid.tearline".to_owned();
    let said = desk.works(&["check", "--rebuild"]);
    assert!(said.contains("50 documents") && said.contains("the journal makes every table as it is"), "{said}");
}

#[test]
fn a_packet_is_verified_in_another_folder_with_nothing_but_the_public_key() {
    let (mut desk, mut elsewhere) = (Desk::new(), Desk::new());
    assert_eq!(desk.run(&["demo", "@walk"]).code, 0);
    std::fs::create_dir(elsewhere.path("packet")).unwrap();
    for entry in std::fs::read_dir(desk.path("walk/packet")).unwrap() {
        let entry = entry.unwrap();
        std::fs::copy(entry.path(), elsewhere.path("packet").join(entry.file_name())).unwrap();
    }
    std::fs::copy(desk.path("walk/signing.key.pub"), elsewhere.path("key.pub")).unwrap();
    let said = elsewhere.run(&["verify", "@packet", "--key", "@key.pub"]);
    assert_eq!(said.code, 0, "{}", said.err);

    let page = elsewhere.path("packet/packet.html");
    let mut bytes = std::fs::read(&page).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&page, bytes).unwrap();
    elsewhere.fails(
        &["verify", "@packet", "--key", "@key.pub"],
        1,
        "error: NOT VERIFIED: the packet is not as it was issued: changed packet.html; ask its issuer for it again",
    );
}

#[test]
fn a_packet_names_nothing_that_stands_behind_it() {
    let mut desk = Desk::new();
    assert_eq!(desk.run(&["demo", "@walk"]).code, 0);
    desk.place = "@walk/c.tearline".to_owned();
    let claims = desk.listed(&["claims"]);
    let cases = desk.listed(&["case", "list"]);
    let mut secrets: Vec<String> = vec!["ann".into(), "ben".into(), "Herald".into(), "dispatcher".into()];
    secrets.push(cases[0]["id"].as_str().unwrap().to_owned());
    for claim in claims {
        secrets.push(claim["claim"].as_str().unwrap().to_owned());
        secrets.push(claim["document"].as_str().unwrap().to_owned());
    }
    for file in ["packet.html", "packet.json", "manifest.json"] {
        let text = std::fs::read_to_string(desk.path("walk/packet").join(file)).unwrap();
        for secret in &secrets {
            let named = match secret.as_str() {
                name @ ("ann" | "ben") => {
                    text.split(|character: char| !character.is_alphanumeric()).any(|word| word == name)
                }
                other => text.contains(other),
            };
            assert!(!named, "{file} names {secret}");
        }
    }
}
