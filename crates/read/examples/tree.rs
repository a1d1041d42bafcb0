//! temp
use read::attribute::analysis::Analysis;
use read::language::EN;
use read::segment::segment;
use std::io::Read;
fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    let segments = segment(&text, &EN);
    let quotes = read::attribute::quotes(&text, &segments);
    let (t, p) = (read::tag::embedded().unwrap(), read::parse::embedded().unwrap());
    let all = Analysis::of(&text, &segments, &quotes, &t, &p);
    for s in &segments.sentences {
        for at in s.tokens.clone() {
            print!(
                "{}/{}/{}>{} ",
                segments.tokens[at].of(&text),
                all.tag[at].xpos,
                all.rel[at],
                if all.head[at] == u32::MAX { "-" } else { segments.tokens[all.head[at] as usize].of(&text) }
            );
        }
        println!();
    }
    let head = record::reading::Head {
        path: String::new(),
        sha256: String::new(),
        title: None,
        outlet: None,
        date: None,
        language: None,
        text: None,
    };
    let r = read::read(&text, head);
    for a in &r.actors {
        println!("{} {:?} {:?} {:?}", a.id, a.name, a.kind, a.mentions.iter().map(|m| m.of(&text)).collect::<Vec<_>>());
    }
    for e in &r.events {
        println!(
            "{} {} {:?} {:?} -> {:?} {} {:?} {:?} {:?} {:?}",
            e.rank,
            e.kind,
            e.span.of(&text),
            e.actor,
            e.target,
            e.status,
            e.claim,
            e.time,
            e.place,
            e.contexts
        );
    }
}
