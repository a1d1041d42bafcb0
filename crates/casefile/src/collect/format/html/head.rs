//! What a page says of itself: title, outlet, author, date and language, from JSON-LD, from its meta tags, from marked
//! elements, and at last from the lines around its headline, in this order.

use std::borrow::Cow;

use record::span::Span;
use record::time::CivilDate;

use super::scan::{Piece, Scanner, Tag};
use super::{entity, ld};
use crate::collect::format::date;

/// What is known of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct About {
    pub title: Option<String>,
    pub outlet: Option<String>,
    pub author: Option<String>,
    pub date: Option<CivilDate>,
    pub language: Option<String>,
    pub url: Option<String>,
}

impl About {
    /// Sets what is not known yet.
    pub fn set(known: &mut Option<String>, value: Option<String>) {
        if known.is_none() {
            *known = value.filter(|value| !value.is_empty());
        }
    }

    /// Takes from `other` what is not known yet.
    fn or(mut self, other: Self) -> Self {
        Self::set(&mut self.title, other.title);
        Self::set(&mut self.outlet, other.outlet);
        Self::set(&mut self.author, other.author);
        Self::set(&mut self.language, other.language);
        Self::set(&mut self.url, other.url);
        self.date = self.date.or(other.date);
        self
    }
}

/// Names of meta tags, the surest first.
const TITLE: [&str; 7] =
    ["og:title", "twitter:title", "parsely-title", "dc.title", "dcterms.title", "sailthru.title", "title"];
const OUTLET: [&str; 6] =
    ["og:site_name", "application-name", "publisher", "dc.publisher", "dcterms.publisher", "article:publisher"];
const AUTHOR: [&str; 9] = [
    "author",
    "article:author",
    "parsely-author",
    "dc.creator",
    "dcterms.creator",
    "sailthru.author",
    "byl",
    "dc.contributor",
    "twitter:creator",
];
const DATE: [&str; 17] = [
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "sailthru.date",
    "publish-date",
    "publishdate",
    "publication_date",
    "pubdate",
    "date",
    "created",
];
const LANGUAGE: [&str; 3] = ["content-language", "dc.language", "og:locale"];

/// One of those lists filled from a page: the value of the surest name that stood there.
#[derive(Debug, Default)]
struct Best(Option<(usize, String)>);

impl Best {
    fn offer(&mut self, names: &[&str], name: &str, value: &str) {
        let Some(rank) = names.iter().position(|known| name.eq_ignore_ascii_case(known)) else { return };
        let value = closed(value);
        if !value.is_empty() && self.0.as_ref().is_none_or(|(best, _)| rank < *best) {
            self.0 = Some((rank, value));
        }
    }

    fn take(self) -> Option<String> {
        self.0.map(|(_, value)| value)
    }
}

fn closed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What stands in a page, found in one pass.
#[derive(Debug, Default)]
struct Found {
    ld: About,
    title: Best,
    outlet: Best,
    author: Best,
    date: Best,
    language: Best,
    /// The content of `<title>`.
    heading: String,
    /// The first `h1` with words.
    headline: Option<String>,
    /// Elements that are marked as what they are.
    marked: About,
    html_language: Option<String>,
    canonical: Option<String>,
}

/// What the page says of itself. `body` is its running text.
pub(super) fn about(html: &str, body: &str) -> About {
    let mut found = Found::default();
    // An element whose words are wanted, and those words so far.
    let mut open: Option<(Mark, &str, String)> = None;
    for piece in Scanner::new(html) {
        match piece {
            Piece::Raw(tag, span) => found.raw(tag, html.get(span.start..span.end).unwrap_or_default()),
            Piece::Start(tag) => {
                found.tag(tag);
                // The innermost mark counts.
                if let Some(mark) = mark(tag) {
                    if let Some((outer, _, words)) = open.take() {
                        found.marked(outer, &words);
                    }
                    open = Some((mark, tag.name, String::new()));
                }
            }
            Piece::Text(Span { start, end }) => {
                const LONGEST: usize = 400;
                if let Some((_, _, words)) = &mut open
                    && words.len() < LONGEST
                {
                    words.push_str(&entity::resolve(html.get(start..end).unwrap_or_default()));
                    words.push(' ');
                }
            }
            Piece::End(name) => {
                if let Some((mark, _, words)) = open.take_if(|(_, tag, _)| name.eq_ignore_ascii_case(tag)) {
                    found.marked(mark, &words);
                }
            }
        }
    }
    found.settle(body)
}

/// What an element is marked as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Headline,
    Author,
    Date,
    Outlet,
}

fn mark(tag: Tag<'_>) -> Option<Mark> {
    if tag.is("h1") {
        return Some(Mark::Headline);
    }
    if !["a", "span", "p", "div", "time", "address", "li", "small", "em", "cite", "b", "strong"]
        .iter()
        .any(|name| tag.is(name))
    {
        return None;
    }
    let item = tag.get("itemprop").unwrap_or_default();
    match &*item {
        "author" | "creator" => return Some(Mark::Author),
        "datePublished" => return Some(Mark::Date),
        "publisher" => return Some(Mark::Outlet),
        "headline" => return Some(Mark::Headline),
        _ => {}
    }
    if tag.is("time") {
        return Some(Mark::Date);
    }
    if tag.get("rel").is_some_and(|rel| rel.split_whitespace().any(|rel| rel.eq_ignore_ascii_case("author"))) {
        return Some(Mark::Author);
    }
    let class = tag.get("class").unwrap_or_default().to_ascii_lowercase();
    let has = |words: &[&str]| class.split_whitespace().any(|class| words.contains(&class));
    if has(&["byline", "author", "author-name", "byline__name", "c-byline", "story-author", "p-author"]) {
        return Some(Mark::Author);
    }
    has(&[
        "date",
        "published",
        "pubdate",
        "publish-date",
        "post-date",
        "entry-date",
        "dateline",
        "timestamp",
        "article-date",
    ])
    .then_some(Mark::Date)
}

impl Found {
    fn raw(&mut self, tag: Tag<'_>, content: &str) {
        if tag.is("title") && self.heading.is_empty() {
            self.heading = closed(&entity::resolve(content));
        }
        let kind = if tag.is("script") { tag.get("type") } else { None };
        if kind.is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json")) {
            ld::read(content, &mut self.ld);
        }
    }

    fn tag(&mut self, tag: Tag<'_>) {
        if tag.is("html") {
            self.html_language = tag.get("lang").or_else(|| tag.get("xml:lang")).map(Cow::into_owned);
        } else if tag.is("link") && tag.get("rel").is_some_and(|rel| rel.eq_ignore_ascii_case("canonical")) {
            self.canonical = tag.get("href").map(Cow::into_owned);
        } else if tag.is("meta")
            && let Some(content) = tag.get("content")
        {
            for attribute in ["property", "name", "itemprop", "http-equiv"] {
                let Some(name) = tag.get(attribute) else { continue };
                self.title.offer(&TITLE, &name, &content);
                self.outlet.offer(&OUTLET, &name, &content);
                if !content.starts_with("http") && !content.starts_with('@') {
                    self.author.offer(&AUTHOR, &name, &content);
                }
                if date::civil(&content).is_some() {
                    self.date.offer(&DATE, &name, &content);
                }
                self.language.offer(&LANGUAGE, &name, &content);
                if name == "og:url" {
                    About::set(&mut self.canonical, Some(content.to_string()));
                }
            }
        } else if tag.is("time") && self.marked.date.is_none() && self.headline_or_none() {
            self.marked.date = tag.get("datetime").and_then(|at| date::civil(&at));
        } else if let Some(content) = tag.get("content")
            && tag.get("itemprop").is_some_and(|item| item == "datePublished")
        {
            self.marked.date = self.marked.date.or_else(|| date::civil(&content));
        }
    }

    /// Whether a date that stands here can be the article's: pages put today's above their headline.
    fn headline_or_none(&self) -> bool {
        self.headline.is_some()
    }

    fn marked(&mut self, mark: Mark, words: &str) {
        let words = closed(words);
        if words.is_empty() {
            return;
        }
        match mark {
            Mark::Headline => About::set(&mut self.headline, Some(words)),
            Mark::Author => {
                if words.split_whitespace().count() <= 12 {
                    About::set(&mut self.marked.author, byline(&words));
                }
            }
            Mark::Outlet => About::set(&mut self.marked.outlet, Some(words).filter(|words| words.len() <= 60)),
            Mark::Date if self.headline_or_none() && !is_revision(&words) => {
                self.marked.date = self.marked.date.or_else(|| stated(&words));
            }
            Mark::Date => {}
        }
    }

    fn settle(self, body: &str) -> About {
        let meta = About {
            title: self.title.take(),
            outlet: self.outlet.take().filter(|outlet| !outlet.starts_with("http")),
            author: self.author.take().and_then(|author| byline(&author)),
            date: self.date.take().and_then(|text| date::civil(&text)),
            language: self.language.take(),
            url: self.canonical.filter(|url| url.starts_with("http")),
        };
        let mut about = self.ld.or(meta).or(self.marked);
        if self.html_language.is_some() {
            about.language = self.html_language;
        }
        about.language = about.language.as_deref().and_then(language);
        let (title, suffix) = split_title(&self.heading, self.headline.as_deref());
        About::set(&mut about.title, self.headline.clone());
        About::set(&mut about.title, Some(title.to_owned()));
        About::set(&mut about.outlet, suffix.map(str::to_owned));
        About::set(&mut about.outlet, copyright(body));
        if let (Some(title), Some(outlet)) = (&about.title, &about.outlet) {
            about.title = Some(without_outlet(title, outlet).to_owned());
        }
        let lines = beside(body, self.headline.as_deref().or(about.title.as_deref()));
        if about.date.is_none() {
            about.date = lines.iter().filter(|line| !is_revision(line)).find_map(|line| stated(line));
        }
        if about.author.is_none() {
            about.author = lines.iter().filter(|line| starts_with_by(line)).find_map(|line| byline(line));
        }
        About::set(&mut about.outlet, about.url.as_deref().and_then(host));
        about
    }
}

/// The host of an address without its `www.`.
pub(crate) fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://")?.1;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host).to_ascii_lowercase();
    (!host.is_empty()).then_some(host)
}

/// The two letters of a language: `en` of `en-GB`, `en_US`.
pub(crate) fn language(tag: &str) -> Option<String> {
    let first = tag.trim().split(['-', '_', ',', ';']).next()?.trim();
    (first.len() == 2 && first.bytes().all(|byte| byte.is_ascii_alphabetic())).then(|| first.to_ascii_lowercase())
}

const SEPARATORS: [&str; 7] = [" | ", " - ", " – ", " — ", " :: ", " » ", " · "];

/// A `<title>` parted into headline and outlet. Only a headline that stands in the page shows which is which.
fn split_title<'t>(heading: &'t str, headline: Option<&str>) -> (&'t str, Option<&'t str>) {
    let Some(headline) = headline else { return (heading, None) };
    for separator in SEPARATORS {
        if let Some((title, outlet)) = heading.rsplit_once(separator)
            && same(title, headline)
        {
            return (title, Some(outlet.trim()));
        }
        if let Some((outlet, title)) = heading.split_once(separator)
            && same(title, headline)
        {
            return (title, Some(outlet.trim()));
        }
    }
    (heading, None)
}

pub(super) fn same(one: &str, other: &str) -> bool {
    let letters = |text: &str| {
        text.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    letters(one) == letters(other)
}

fn without_outlet<'t>(title: &'t str, outlet: &str) -> &'t str {
    SEPARATORS
        .iter()
        .find_map(|separator| {
            let behind = title.rsplit_once(separator).filter(|(_, end)| same(end, outlet)).map(|(title, _)| title);
            behind.or_else(|| {
                title.split_once(separator).filter(|(start, _)| same(start, outlet)).map(|(_, title)| title)
            })
        })
        .unwrap_or(title)
        .trim()
}

/// Whoever claims the rights at the foot of the page.
fn copyright(body: &str) -> Option<String> {
    let at = body.rfind('©')?;
    let line = body.get(at + '©'.len_utf8()..)?.lines().next()?;
    let name =
        line.trim_start_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, ' ' | '-' | '–' | ',' | '.'));
    let end = name.find(['.', '|', '·', ',']).unwrap_or(name.len());
    let name = name.get(..end)?.split(" All rights").next()?.trim();
    (!name.is_empty() && name.split_whitespace().count() <= 6).then(|| name.to_owned())
}

/// The short lines behind the headline, where pages put who and when.
fn beside<'b>(body: &'b str, headline: Option<&str>) -> Vec<&'b str> {
    const NEAR: usize = 12;
    const SHORT: usize = 16;
    let mut lines = body.lines().filter(|line| !line.trim().is_empty());
    if let Some(headline) = headline {
        let mut behind = lines.clone();
        if behind.by_ref().any(|line| same(line, headline)) {
            lines = behind;
        }
    }
    lines.take(NEAR).filter(|line| line.split_whitespace().count() <= SHORT).collect()
}

/// Whether a line tells when the page was changed, and not when it was published.
fn is_revision(line: &str) -> bool {
    let lower = line.trim_start().to_lowercase();
    ["updated", "last updated", "modified", "last modified", "corrected"].iter().any(|word| lower.starts_with(word))
}

/// The date in a line that states one and not much else.
fn stated(line: &str) -> Option<CivilDate> {
    let line = line.split_once("pdated").map_or(line, |(before, _)| before).trim_end_matches(['U', 'u', ' ']);
    // With month, day and year; a year alone could be anything.
    let precise = |date: CivilDate| matches!(date, CivilDate::Day(_) | CivilDate::Minute(..)).then_some(date);
    date::civil(line).and_then(precise).or_else(|| {
        line.split(['|', '·', '•', '—', '–'])
            .chain(line.split_whitespace())
            .find_map(|part| date::civil(part).and_then(precise))
    })
}

fn starts_with_by(line: &str) -> bool {
    let line = line.trim_start();
    line.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("by "))
}

/// The names in a byline, without "By", and without the date that may stand behind them.
fn byline(text: &str) -> Option<String> {
    let text = if starts_with_by(text) { text.trim_start().get(3..)? } else { text };
    if text.trim().eq_ignore_ascii_case("by") {
        return None;
    }
    let name = text.split(['|', '·', '•', '—']).next()?.trim().trim_end_matches([',', ';']);
    (!name.is_empty() && name.len() <= 200 && !name.starts_with("http") && date::civil(name).is_none())
        .then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::flat::flatten;
    use super::*;

    fn check(html: &str, title: &str, outlet: &str, author: &str, at: &str, language: &str) {
        let about = about(html, &flatten(html, &[]).text);
        let shown = |text: &Option<String>| text.clone().unwrap_or_default();
        assert_eq!(shown(&about.title), title, "title");
        assert_eq!(shown(&about.outlet), outlet, "outlet");
        assert_eq!(shown(&about.author), author, "author");
        assert_eq!(about.date.map(|date| date.to_string()).unwrap_or_default(), at, "date");
        assert_eq!(shown(&about.language), language, "language");
    }

    #[test]
    fn meta_tags_tell_it_all() {
        check(
            r#"<html lang="en-GB"><title>Port shut - Asher Courier</title><meta property="og:title" content="Port shut">
               <meta property="og:site_name" content="Asher Courier"><meta name="author" content="By Ann Hale">
               <meta property="article:published_time" content="2030-02-16T09:00:00+01:00"><h1>Port shut</h1>"#,
            "Port shut",
            "Asher Courier",
            "Ann Hale",
            "2030-02-16T09:00+01:00",
            "en",
        );
    }

    #[test]
    fn a_page_without_them_is_read_as_a_person_would() {
        check(
            "<title>Port shut for repairs | Asher Courier</title><div>Monday, 18 February 2030</div><nav>Home</nav>
             <h1>Port shut for repairs</h1><p>By Ann Hale · 16 February 2030</p><p>Updated: 17 February 2030</p><p>The port …",
            "Port shut for repairs", "Asher Courier", "Ann Hale", "2030-02-16", "",
        );
        check(
            "<h1>Port shut</h1><span class='date'>February 16, 2030</span><p>Text</p><footer>© 2030 Asher Courier. All rights reserved.</footer>",
            "Port shut",
            "Asher Courier",
            "",
            "2030-02-16",
            "",
        );
    }

    #[test]
    fn a_title_keeps_its_dashes() {
        check(
            "<title>Ships - three of them - wait - Asher Courier</title><meta property=og:site_name content='Asher Courier'>",
            "Ships - three of them - wait",
            "Asher Courier",
            "",
            "",
            "",
        );
    }

    #[test]
    fn the_host_stands_for_an_outlet_that_is_not_named() {
        check(
            "<link rel=canonical href='https://www.courier.example/a/b'><h1>Port</h1>",
            "Port",
            "courier.example",
            "",
            "",
            "",
        );
    }
}
