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
            print!("{}/{}/{}>{} ", segments.tokens[at].of(&text), all.tag[at].xpos, all.rel[at], if all.head[at] == u32::MAX { "-" } else { segments.tokens[all.head[at] as usize].of(&text) });
        }
        println!();
    }
}
