//! What a page says of itself as JSON-LD: the article among the things that it describes.

use serde_json::{Map, Value};

use super::head::About;
use crate::collect::format::date;

/// Kinds of things that are an article, the surest first.
const ARTICLES: [&str; 9] = [
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "LiveBlogPosting",
    "BlogPosting",
    "Report",
    "Article",
    "WebPage",
    "CreativeWork",
];

/// Reads one script of JSON-LD into `about`, where it is well formed and describes an article. What is there stays.
pub(super) fn read(script: &str, about: &mut About) {
    // Old pages hide the marks of CDATA behind those of a comment.
    let script = script.trim().trim_start_matches("//").trim_start_matches("<![CDATA[");
    let script = script.trim_end_matches("]]>").trim_end().trim_end_matches("//");
    let Ok(value) = serde_json::from_str::<Value>(script) else { return };
    let mut things = Vec::new();
    collect(&value, &mut things, 0);
    let rank = |thing: &Map<String, Value>| {
        let kinds = names(thing.get("@type"), 0);
        ARTICLES.iter().position(|article| kinds.iter().any(|kind| kind.rsplit('/').next() == Some(article)))
    };
    let Some(article) = things.iter().filter_map(|thing| Some((rank(thing)?, *thing))).min_by_key(|(rank, _)| *rank)
    else {
        return;
    };
    let (rank, article) = article;
    let text = |key: &str| article.get(key).and_then(Value::as_str).map(clean).filter(|text| !text.is_empty());
    // A page of any kind has a name, which need not be the headline.
    let title = if rank < 7 { text("headline").or_else(|| text("name")) } else { text("headline") };
    About::set(&mut about.title, title);
    let published =
        ["datePublished", "dateCreated"].iter().filter_map(|key| text(key)).find_map(|text| date::civil(&text));
    about.date = about.date.or(published);
    About::set(&mut about.language, text("inLanguage"));
    About::set(&mut about.url, text("url").or_else(|| text("@id")).filter(|url| url.starts_with("http")));
    let named = |key: &str| {
        let names: Vec<String> = named(article.get(key), &things, 0);
        (!names.is_empty()).then(|| names.join(", "))
    };
    About::set(&mut about.author, named("author").or_else(|| named("creator")));
    About::set(&mut about.outlet, named("publisher").or_else(|| named("sourceOrganization")));
}

/// All objects, however deep they stand in lists and graphs.
fn collect<'v>(value: &'v Value, things: &mut Vec<&'v Map<String, Value>>, depth: usize) {
    const MOST: usize = 1000;
    if depth > 6 || things.len() > MOST {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, things, depth + 1)),
        Value::Object(thing) => {
            things.push(thing);
            for key in ["@graph", "mainEntity", "publisher", "author"] {
                if let Some(inside) = thing.get(key) {
                    collect(inside, things, depth + 1);
                }
            }
        }
        _ => {}
    }
}

/// A string or a list of them.
fn names(value: Option<&Value>, depth: usize) -> Vec<&str> {
    match value {
        Some(Value::String(name)) => vec![name],
        Some(Value::Array(values)) if depth < 2 => {
            values.iter().flat_map(|value| names(Some(value), depth + 1)).collect()
        }
        _ => Vec::new(),
    }
}

/// The names of people or organisations, followed through `@id` where they are described elsewhere.
fn named(value: Option<&Value>, things: &[&Map<String, Value>], depth: usize) -> Vec<String> {
    match value {
        Some(Value::String(name)) if !name.starts_with("http") => {
            vec![clean(name)].into_iter().filter(|name| !name.is_empty()).collect()
        }
        Some(Value::Array(values)) if depth < 2 => {
            values.iter().take(20).flat_map(|value| named(Some(value), things, depth + 1)).collect()
        }
        Some(Value::Object(thing)) if depth < 3 => {
            if let Some(name) = thing.get("name") {
                return named(Some(name), things, depth + 1);
            }
            let id = thing.get("@id").and_then(Value::as_str);
            let other = id.and_then(|id| {
                things
                    .iter()
                    .find(|other| other.get("@id").and_then(Value::as_str) == Some(id) && other.contains_key("name"))
            });
            other.map(|other| named(other.get("name"), things, depth + 1)).unwrap_or_default()
        }
        _ => Vec::new(),
    }
}

fn clean(text: &str) -> String {
    // Some write entities into JSON, where there are none.
    let resolved = super::entity::resolve(text);
    resolved.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_is_found_in_a_graph_and_its_publisher_by_id() {
        let mut about = About::default();
        read(
            r##"{"@context":"https://schema.org","@graph":[
                {"@type":"Organization","@id":"#org","name":"Asher Courier"},
                {"@type":"WebPage","name":"Asher Courier | Port","datePublished":"2001"},
                {"@type":["NewsArticle"],"headline":"Port &amp; ships","datePublished":"2030-02-16T09:00:00Z",
                 "author":[{"@type":"Person","name":"Ann Hale"},{"name":"Ben Roe"}],"publisher":{"@id":"#org"}}]}"##,
            &mut about,
        );
        assert_eq!(about.title.as_deref(), Some("Port & ships"));
        assert_eq!(about.outlet.as_deref(), Some("Asher Courier"));
        assert_eq!(about.author.as_deref(), Some("Ann Hale, Ben Roe"));
        assert_eq!(about.date.unwrap().to_string(), "2030-02-16T09:00Z");
    }

    #[test]
    fn what_is_no_json_or_no_article_says_nothing() {
        for script in ["{", "[]", "{\"@type\":\"Person\",\"name\":\"Ann\"}", "null", "{\"@type\":5}"] {
            let mut about = About::default();
            read(script, &mut about);
            assert_eq!(about, About::default(), "{script}");
        }
    }
}
