//! What people have, taken into a case: each thing by its content, the rest of the batch whatever one of them is.

use crate::desk::Desk;

/// A PDF of one page with one line.
pub fn pdf(line: &str) -> Vec<u8> {
    let content = format!("BT /F1 10 Tf 1 0 0 1 72 700 Tm ({line}) Tj ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>".to_owned(),
    ];
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (at, object) in objects.iter().enumerate() {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.extend(format!("{} 0 obj\n{object}\nendobj\n", at + 1).bytes());
    }
    let start = file.len();
    file.extend(table.bytes());
    file.extend(format!("trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").bytes());
    file
}

fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.works(&["case", "new", "Is it so?", "--marking", "TLP:CLEAR"]);
    desk
}

#[test]
fn a_folder_of_everything_is_taken_and_what_is_no_document_is_named() {
    let mut desk = desk();
    std::fs::create_dir(desk.path("in")).unwrap();
    desk.write("in/a.html", "<html lang=en><title>Port shut - Asher Courier</title><h1>Port shut</h1><p>16 February 2030</p><p>The ministry said that the port was closed. Nobody knew why that was so, or for how long it would be.</p>");
    desk.write("in/b.pdf", pdf("A clerk said that the order had been signed."));
    desk.write("in/c.csv", "title,text,date\nQuay,A minister denied that the quay was closed.,2030-02-17\n");
    desk.write("in/d.eml", "From: Ann <ann@x.example>\nSubject: Ships\nDate: Sat, 16 Feb 2030 09:30:00 +0100\n\nThe captain said that three ships were waiting.\n");
    desk.write("in/e.png", b"\x89PNG\r\n\x1a\n\0");
    desk.write("in/f.txt", b"The caf\xe9 owner said that the na\xefve plan had failed.");
    let said = desk.case(&["collect", "@in"]);
    assert_eq!(said.code, 1, "{}", said.err);
    assert!(
        said.out.ends_with("5 added with 6 claims, 0 already there, 1 not read, 1 set aside\n"),
        "{}{}",
        said.out,
        said.err
    );
    assert!(said.err.contains("HERE/in/e.png: it is not text: a PNG picture"), "{}", said.err);
    let shown = desk.case(&["case", "show", "--format", "json"]).out;
    for words in ["Port shut", "Asher Courier", "2030-02-16", "2030-02-17", "Ships", "in/c.csv#1"] {
        assert!(shown.contains(words), "{words} is missing in {shown}");
    }
    assert_eq!(desk.claims("order had been signed").len(), 1);
    assert_eq!(desk.claims("failed").len(), 1);
    // All that was kept is whole, and the tables can be made again from the journal.
    assert_eq!(desk.case(&["check", "--rebuild"]).code, 0);
    // The same again is no change.
    assert!(
        desk.case(&["collect", "@in"])
            .out
            .ends_with("0 added with 0 claims, 5 already there, 1 not read, 1 set aside\n")
    );
}

#[test]
fn what_is_given_counts_for_more_than_what_is_stated() {
    let mut desk = desk();
    desk.write("a.csv", "text,date,outlet\nThe ministry said that it was so.,2030-02-17,Asher Courier\n");
    desk.works(&["collect", "@a.csv", "--date", "2030-01-01", "--outlet", "Harbour Herald"]);
    let shown = desk.case(&["case", "show", "--format", "json"]).out;
    assert!(shown.contains("2030-01-01") && shown.contains("Harbour Herald"), "{shown}");
}

#[cfg(unix)]
#[test]
fn a_socket_is_named_and_the_next_file_taken() {
    let mut desk = desk();
    let _socket = std::os::unix::net::UnixListener::bind(desk.path("a.socket")).unwrap();
    desk.write("b.txt", "The ministry said that the port was closed.");
    let said = desk.case(&["collect", "@a.socket", "@b.txt"]);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains(
            "HERE/a.socket: it is a socket, and not a file\n hint: give its content on standard input with `-`"
        ),
        "{}",
        said.err
    );
    assert!(said.out.contains("1 added"), "{}", said.out);
}
