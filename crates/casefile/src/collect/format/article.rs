//! Articles in records: which fields of JSON and CSV are read, by the names that are in use.

use serde_json::Value;

use super::passage::{At, Composed};
use super::refused::Why;
use super::{Draft, date, html};

/// The fields of an article and the names they go by, in the order in which they are looked for; case, `_`, `-` and
/// spaces do not count. An article must have a text, as text or as HTML.
pub const FIELDS: [(&str, &[&str]); 9] = [
    (
        "text",
        &["text", "body", "fulltext", "articlebody", "contenttext", "maintext", "content", "articletext", "story"],
    ),
    ("html", &["html", "contenthtml", "bodyhtml", "articlehtml"]),
    ("title", &["title", "headline", "name", "subject"]),
    (
        "outlet",
        &["outlet", "publisher", "source", "sourcename", "site", "sitename", "publication", "newspaper", "domain"],
    ),
    ("author", &["author", "authors", "byline", "creator", "writer"]),
    (
        "date",
        &[
            "date",
            "published",
            "datepublished",
            "publishedat",
            "publishdate",
            "published_date",
            "publicationdate",
            "pubdate",
            "publishedon",
            "time",
            "timestamp",
            "datetime",
            "created",
            "createdat",
        ],
    ),
    ("language", &["language", "lang", "inlanguage"]),
    ("url", &["url", "link", "permalink", "weburl", "uri"]),
    ("id", &["id", "guid", "uuid"]),
];

/// The field that a name is of.
pub(crate) fn field(name: &str) -> Option<(&'static str, usize)> {
    let plain: String = name.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    FIELDS.iter().find_map(|(field, names)| {
        let rank = names.iter().position(|known| known.replace('_', "") == plain)?;
        Some((*field, rank))
    })
}

/// What a record says: the value of each field under the surest of its names, with that name.
#[derive(Debug, Default)]
pub(crate) struct Record {
    values: [Option<(usize, String, String)>; FIELDS.len()],
    /// The name of a field with a text that is there and empty.
    blank: Option<String>,
}

impl Record {
    /// Takes a value, where its name is that of a field and no surer one came.
    pub fn offer(&mut self, name: &str, value: &str) {
        let Some((field, rank)) = field(name) else { return };
        let value = if field == "text" || field == "html" { value } else { value.trim() };
        let Some(at) = FIELDS.iter().position(|(known, _)| *known == field) else { return };
        if value.trim().is_empty() {
            return;
        }
        if let Some(slot) = self.values.get_mut(at)
            && slot.as_ref().is_none_or(|(best, _, _)| rank < *best)
        {
            *slot = Some((rank, name.to_owned(), value.to_owned()));
        }
    }

    /// Takes all fields of a JSON object.
    pub fn offer_all(&mut self, object: &serde_json::Map<String, Value>) {
        for (name, value) in object {
            if let Some(value) = words(value, 0) {
                let text = matches!(field(name), Some(("text" | "html", _)));
                if text && value.trim().is_empty() {
                    self.blank.get_or_insert_with(|| name.clone());
                }
                self.offer(name, &value);
            }
        }
    }

    fn get(&self, field: &str) -> Option<&str> {
        self.named(field).map(|(_, value)| value)
    }

    fn named(&self, field: &str) -> Option<(&str, &str)> {
        let at = FIELDS.iter().position(|(known, _)| *known == field)?;
        self.values.get(at)?.as_ref().map(|(_, name, value)| (name.as_str(), value.as_str()))
    }

    /// The id of the record, where it has one that can stand in a name.
    fn id(&self) -> Option<&str> {
        self.get("id").filter(|id| id.len() <= 100 && id.chars().all(|sign| !sign.is_control()))
    }

    /// The name of the record in `file`, of which it is the `number`th, counted from 1.
    pub fn named_in(&self, file: &str, number: u64) -> Named {
        match self.id() {
            Some(id) => Named { name: format!("{file}#{id}"), by_id: true },
            None => Named::by_number(file, number),
        }
    }

    /// The article in the record. `format` says what the record is, with its article.
    ///
    /// # Errors
    /// Where it has no text.
    pub fn article(&self, format: &'static str) -> Result<Draft, Why> {
        let mut made = Composed::default();
        // Who says that the text is empty has an article without words, and not something else.
        let blank = self.blank.as_deref().filter(|_| self.named("text").is_none() && self.named("html").is_none());
        let (name, text) = match (self.named("text"), self.named("html")) {
            // What is called content is often markup.
            (Some((name, text)), _) if is_markup(text) => (name, html::words(text)),
            (Some((name, text)), _) => (name, text.to_owned()),
            (None, Some((name, html))) => (name, html::words(html)),
            (None, None) => match blank {
                Some(name) => (name, String::new()),
                None => {
                    let reason = "it has no field with a text: text, body, content, html";
                    return Err(Why::Textless { format, reason });
                }
            },
        };
        if blank.is_none() && !text.chars().any(char::is_alphanumeric) {
            return Err(Why::Wordless { what: format!("the field {name:?} is without them") });
        }
        let part = made.part(name);
        made.push(&text, At::Part { part, bytes: None });
        let own = |field: &str| self.get(field).map(str::to_owned);
        let date = self.get("date").and_then(moment);
        let undated = self.get("date").filter(|_| date.is_none()).map(|stated| {
            let stated: String = stated.chars().take(40).collect();
            format!("its date {stated:?} is none that is read for sure; state it if it is known")
        });
        Ok(Draft {
            text: made.text,
            passages: made.map,
            verbatim: false,
            title: own("title"),
            outlet: own("outlet"),
            author: own("author"),
            date,
            language: self.get("language").and_then(html::language),
            url: own("url"),
            marked: Default::default(),
            notes: undated.into_iter().collect(),
        })
    }
}

/// The name of a record: that of its file with its id behind it, or with its number where it has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    /// The name.
    pub name: String,
    /// Whether its id stands in it.
    pub by_id: bool,
}

impl Named {
    /// The name of a record without an id.
    pub fn by_number(file: &str, number: u64) -> Self {
        Self { name: format!("{file}#{number}"), by_id: false }
    }
}

/// A date in words or figures, or seconds, milliseconds, microseconds or nanoseconds since 1970.
fn moment(text: &str) -> Option<record::time::CivilDate> {
    let per_second = match text.len() {
        10 => Some(1),
        13 => Some(1_000),
        16 => Some(1_000_000),
        19 => Some(1_000_000_000),
        _ => None,
    };
    let seconds = per_second.and_then(|per| Some(text.parse::<i64>().ok()? / per));
    date::civil(&seconds.and_then(stamp).unwrap_or_else(|| text.to_owned()))
}

/// Seconds since 1970 as a date, with the time of day unless that is midnight to the second: then it is a date that
/// somebody stored as a moment.
pub(crate) fn stamp(seconds: i64) -> Option<String> {
    let at = jiff::Timestamp::from_second(seconds).ok()?;
    let form = if seconds.rem_euclid(86_400) == 0 { "%Y-%m-%d" } else { "%Y-%m-%dT%H:%MZ" };
    Some(at.strftime(form).to_string())
}

/// Whether a text is HTML: it has end tags of paragraphs, or begins with a tag.
fn is_markup(text: &str) -> bool {
    let look: String = text.chars().take(2000).collect::<String>().to_ascii_lowercase();
    look.contains("</p>") || look.contains("<br") || look.contains("</div>") || look.trim_start().starts_with("<p")
}

/// A value as words: a list of names with commas between, of an object its name.
fn words(value: &Value, depth: usize) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Array(values) if depth < 2 => {
            let all: Vec<String> = values.iter().take(20).filter_map(|value| words(value, depth + 1)).collect();
            (!all.is_empty()).then(|| all.join(", "))
        }
        Value::Object(object) if depth < 2 => {
            ["name", "title", "text", "id"].iter().find_map(|key| words(object.get(*key)?, depth + 1))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_go_by_the_names_in_use() {
        for (name, expected) in
            [("articleBody", "text"), ("Published_At", "date"), ("source name", "outlet"), ("lang", "language")]
        {
            assert_eq!(field(name).map(|(field, _)| field), Some(expected), "{name}");
        }
        assert_eq!(field("comments"), None);
    }

    #[test]
    fn seconds_since_1970_are_a_date() {
        assert_eq!(moment("1578216600").unwrap().to_string(), "2020-01-05T09:30Z");
        assert_eq!(moment("1578216600000").unwrap().to_string(), "2020-01-05T09:30Z");
        assert_eq!(moment("1578182400000000000").unwrap().to_string(), "2020-01-05", "no midnight is invented");
    }
}
