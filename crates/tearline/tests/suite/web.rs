//! Documents from the web: from a server of this test, on this machine, which is fetched from only where that is allowed.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::thread;

use crate::desk::Desk;

const PAGE: &str = "<html lang=en><title>Port shut</title><h1>Port shut</h1><p>The ministry of Corvania said that the port was \
                    closed. Nobody knew why that was so, or for how long it would be.</p></html>";

/// A server with these answers by path (head and body), and what it was asked, with the name of who asked.
struct Server {
    host: String,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn start(answers: &[(&str, &str, &[u8])]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let host = listener.local_addr().unwrap().to_string();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let answers: BTreeMap<String, (String, Vec<u8>)> = answers
            .iter()
            .map(|(path, head, body)| ((*path).to_owned(), (head.replace("HOST", &host), body.to_vec())))
            .collect();
        let seen = Arc::clone(&asked);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut lines = BufReader::new(stream.try_clone().unwrap()).lines();
                let Some(Ok(first)) = lines.next() else { continue };
                let agent = lines
                    .map_while(Result::ok)
                    .take_while(|line| !line.is_empty())
                    .find(|line| line.to_ascii_lowercase().starts_with("user-agent:"))
                    .unwrap_or_default();
                let path = first.split(' ').nth(1).unwrap().to_owned();
                seen.lock().unwrap().push(format!("{path} {}", agent.split_once(": ").map_or("", |(_, name)| name)));
                let missing = ("404 Not Found".to_owned(), Vec::new());
                let (head, body) = answers.get(&path).unwrap_or(&missing);
                let length = format!("Content-Length: {}\r\nConnection: close\r\n\r\n", body.len());
                let _ = stream.write_all(format!("HTTP/1.1 {head}\r\n{length}").as_bytes());
                // One that breaks off promised more.
                let sent = if head.contains("X-Breaks-Off") { body.len() / 2 } else { body.len() };
                let _ = stream.write_all(&body[..sent]);
            }
        });
        Self { host, asked }
    }

    fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.host)
    }

    /// What was asked so far.
    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

const HTML: &str = "200 OK\r\nContent-Type: text/html; charset=utf-8";

#[test]
fn a_page_is_fetched_with_a_name_after_its_rules_were_read() {
    let server = Server::start(&[
        ("/robots.txt", "200 OK", b"User-agent: *\nDisallow: /desk/\n"),
        ("/a", "302 Found\r\nLocation: b", b""),
        ("/b", HTML, PAGE.as_bytes()),
    ]);
    let mut desk = Desk::new();
    let said = desk.run(&["read", "--allow-private", "--format", "jsonl", &server.url("/a#top")]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let record: serde_json::Value = serde_json::from_str(&said.out).unwrap();
    assert_eq!(record["document"]["path"], server.url("/a"));
    assert_eq!(record["document"]["title"], "Port shut");
    assert_eq!(record["claims"][0]["source"]["text"], "The ministry of Corvania");
    let asked = server.asked();
    let paths: Vec<&str> = asked.iter().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(paths, ["/robots.txt", "/a", "/b"]);
    assert!(asked.iter().all(|line| line.contains(" Tearline/")), "{asked:?}");
}

#[test]
fn a_page_that_is_collected_keeps_its_address() {
    let server = Server::start(&[("/b.html", HTML, PAGE.as_bytes())]);
    let mut desk = Desk::new();
    desk.works(&["case", "new", "Is it so?", "--marking", "TLP:CLEAR"]);
    let out = desk.works(&["collect", "--allow-private", &server.url("/b.html"), &server.url("/b.html#again")]);
    assert!(out.contains("1 added with 2 claims, 1 already there, 0 not read"), "{out}");
}

#[test]
fn an_address_inside_the_house_is_refused_and_nothing_is_asked_there() {
    let server = Server::start(&[("/b", HTML, PAGE.as_bytes())]);
    let mut desk = Desk::new();
    let port = server.host.rsplit(':').next().unwrap();
    for (host, ip) in
        [("127.0.0.1", "127.0.0.1"), ("[::ffff:127.0.0.1]", "::ffff:127.0.0.1"), ("2130706433", "127.0.0.1")]
    {
        let url = format!("http://{host}:{port}/b");
        let said = desk.run(&["read", &url]);
        assert_eq!(said.code, 1);
        assert!(said.err.contains(&format!("is {ip}, this machine\n hint: write --allow-private")), "{}", said.err);
    }
    let said = desk.run(&["read", &format!("http://localhost:{port}/b")]);
    assert!(said.err.contains("localhost is ") && said.err.contains(", this machine"), "{}", said.err);
    assert!(server.asked().is_empty(), "{:?}", server.asked());
}

#[test]
fn what_is_not_there_or_may_not_be_fetched_is_named_and_the_next_is_read() {
    let server = Server::start(&[
        ("/robots.txt", "200 OK", b"User-agent: tearline\nDisallow: /desk/\n"),
        ("/desk/a", HTML, PAGE.as_bytes()),
        ("/round", "301 Moved\r\nLocation: /round", b""),
        ("/file", "302 Found\r\nLocation: file:///etc/passwd", b""),
        ("/on", "302 Found\r\nLocation: /gone", b""),
        ("/packed.gz", "200 OK\r\nContent-Type: application/gzip", b"\x1f\x8bno"),
        ("/half", "200 OK\r\nX-Breaks-Off: yes", PAGE.as_bytes()),
        ("/large", "200 OK", &vec![b' '; (64 << 20) + 1]),
        ("/b", HTML, PAGE.as_bytes()),
    ]);
    let mut desk = Desk::new();
    let paths = ["/desk/a", "/round", "/file", "/none", "/on", "/packed.gz", "/half", "/large", "/b"]
        .map(|path| server.url(path));
    let args: Vec<&str> = ["read", "--allow-private", "--format", "jsonl", "ftp://127.0.0.1/x"]
        .into_iter()
        .chain(paths.iter().map(String::as_str))
        .collect();
    let said = desk.run(&args);
    let err = said.err.replace(&server.host, "SITE").replace("127.0.0.1", "SITE");
    assert_eq!(
        err,
        "error: ftp://SITE/x: only http and https are fetched, and not ftp\n hint: save it, and give the file\n\
         error: http://SITE/desk/a: SITE does not let programs fetch it (robots.txt)\n hint: open it in a browser, save it, and give the file\n\
         error: http://SITE/round: it sends on to another address more than 5 times\n hint: open it in a browser, and give the address where it ends\n\
         error: http://SITE/file: it sends on to file:///etc/passwd: only http and https are fetched, and not file\n hint: save it, and give the file\n\
         error: http://SITE/none: SITE answers 404 Not Found\n hint: check the address; a page behind a password is saved with a browser\n\
         error: http://SITE/on: it sends on to http://SITE/gone: SITE answers 404 Not Found\n hint: check the address; a page behind a password is saved with a browser\n\
         error: http://SITE/packed.gz: it could not be read to its end: unexpected end of file\n hint: check the disk, or copy the file again\n\
         error: http://SITE/half: SITE breaks off in the middle of it\n hint: try again later\n\
         error: http://SITE/large: it is larger than 64 MB, the most that is fetched\n hint: save it with a browser, and give the file\n"
    );
    assert_eq!((said.code, said.out.lines().count()), (1, 1));
    assert!(!server.asked().iter().any(|line| line.starts_with("/desk/a")));
}

#[test]
fn a_site_whose_rules_cannot_be_read_is_left_alone() {
    let server = Server::start(&[("/robots.txt", "503 Busy", b""), ("/b", HTML, PAGE.as_bytes())]);
    let mut desk = Desk::new();
    let said = desk.run(&["read", "--allow-private", &server.url("/b")]);
    assert!(said.err.contains("does not let programs fetch it (robots.txt)"), "{}", said.err);
    assert_eq!(server.asked().len(), 1);
}

#[test]
fn the_declared_encoding_and_kind_are_believed_where_the_bytes_do_not_speak() {
    let server = Server::start(&[
        ("/latin", "200 OK\r\nContent-Type: text/plain; charset=windows-1250", b"\x8aime said that the port was shut."),
        ("/table", "200 OK\r\nContent-Type: text/csv", b"text\nShe said no.\n"),
    ]);
    let mut desk = Desk::new();
    let said =
        desk.run(&["read", "--allow-private", "--format", "jsonl", &server.url("/latin"), &server.url("/table")]);
    assert!(said.out.contains("\"Šime said that the port was shut.\""), "{}{}", said.out, said.err);
    assert!(said.out.contains("/table#1"), "{}{}", said.out, said.err);
}

#[test]
fn a_server_that_is_busy_is_to_be_asked_again() {
    let server = Server::start(&[("/a", "429 Too Many Requests", b"no"), ("/b", "503 Busy", PAGE.as_bytes())]);
    let mut desk = Desk::new();
    for (path, answer) in [("/a", "429 Too Many Requests"), ("/b", "503 Service Unavailable")] {
        let said = desk.run(&["read", "--allow-private", &server.url(path)]);
        assert!(
            said.err.ends_with(&format!(
                "127.0.0.1 answers {answer}\n hint: try again later, or save it with a browser and give the file\n"
            )),
            "{}",
            said.err
        );
    }
}

#[test]
fn a_host_that_does_not_answer_is_named() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let mut desk = Desk::new();
    let said = desk.run(&["read", "--allow-private", &format!("http://{closed}/a")]);
    assert_eq!(said.code, 1);
    assert!(said.err.contains("127.0.0.1 cannot be "), "{}", said.err);
}

#[test]
fn what_comes_packed_in_a_way_that_is_not_read_is_named_and_the_next_is_read() {
    let mut gzip = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3];
    // One block that is kept as it is, then the sum and the length.
    let text = b"She said no.";
    gzip.extend([1, 12, 0, 243, 255]);
    gzip.extend(text);
    gzip.extend([0xf7, 0x19, 0x87, 0xff, 12, 0, 0, 0]);
    let server = Server::start(&[
        ("/br", "200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br", b"\x8b\x05\x80no"),
        ("/deflate", "200 OK\r\nContent-Encoding: deflate", b"\x78\x9cno"),
        ("/gzip", "200 OK\r\nContent-Encoding: gzip", &gzip),
        ("/b", "200 OK\r\nContent-Encoding: identity", PAGE.as_bytes()),
    ]);
    let mut desk = Desk::new();
    let paths = ["/br", "/deflate", "/gzip", "/b"].map(|path| server.url(path));
    let args: Vec<&str> =
        ["read", "--allow-private", "--format", "jsonl"].into_iter().chain(paths.iter().map(String::as_str)).collect();
    let said = desk.run(&args);
    assert_eq!(
        said.err.replace(&server.host, "SITE").replace("127.0.0.1", "SITE"),
        "error: http://SITE/br: SITE sends it packed as \"br\", which was not asked for and is not read\n hint: save it with a browser, and give the file\n\
         error: http://SITE/deflate: SITE sends it packed as \"deflate\", which was not asked for and is not read\n hint: save it with a browser, and give the file\n"
    );
    assert!(said.out.contains("\"text\":\"She\"") && said.out.lines().count() == 2, "{}", said.out);
    assert_eq!(said.code, 1);
}
