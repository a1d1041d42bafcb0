//! What a judgement rests on, in a sentence, and nobody's name in it.
//!
//! Source: Intelligence Community Directive 206, *Sourcing Requirements for Disseminated Analytic Products*, which asks for
//! a summary of the sources: what they are, how good, and what weakens them. Its words are made here from kinds, letters and
//! counts alone. No text of anybody's gets in, so that no name can; and dates are told by the month, since the day on which
//! somebody reported tells who was in the room.

use std::collections::BTreeMap;

use record::reading::SourceKind;
use record::source::Reliability;
use record::time::CivilDate;

use super::lint::listed;

/// What kind of source it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Somebody in office.
    Official,
    /// Somebody else.
    Person,
    /// A ministry, a company, a group.
    Organisation,
    /// A newspaper, a station, an agency of news.
    Outlet,
    /// A report, a contract, a register.
    Document,
    /// Pictures from above.
    Imagery,
    /// What was overheard.
    Intercept,
    /// Anything else, and what is not known.
    Other,
}

impl Kind {
    /// The words for one and for several.
    const fn words(self) -> [&'static str; 2] {
        match self {
            Self::Official => ["an official", "officials"],
            Self::Person => ["a person", "people"],
            Self::Organisation => ["an organisation", "organisations"],
            Self::Outlet => ["a news outlet", "news outlets"],
            Self::Document => ["a document", "documents"],
            Self::Imagery => ["an image series", "image series"],
            Self::Intercept => ["an intercept", "intercepts"],
            Self::Other => ["a source of another kind", "sources of another kind"],
        }
    }
}

/// How it comes to know what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Access {
    /// It saw or did it.
    Direct,
    /// It was told.
    Indirect,
    /// Nobody knows.
    Unknown,
}

impl Access {
    const fn words(self) -> &'static str {
        match self {
            Self::Direct => " with direct access",
            Self::Indirect => " with indirect access",
            Self::Unknown => " whose access is not known",
        }
    }
}

/// What kinds of independent sources stand behind a line, and how many of each: `two independent sources: an organisation and a person who
/// is not named`. Empty where there are none.
pub fn told_kinds(kinds: &BTreeMap<SourceKind, usize>) -> String {
    let count = kinds.values().fold(0_usize, |sum, count| sum.saturating_add(*count));
    let told: Vec<String> = kinds.iter().map(|(kind, count)| of_kind(*kind, *count)).collect();
    match count {
        0 => String::new(),
        1 => format!("one source: {}", listed(told.iter().map(String::as_str))),
        count => format!("{} independent sources: {}", number(count), listed(told.iter().map(String::as_str))),
    }
}

/// One kind of source with how many there are, as a sentence of its own.
pub fn told_source(kind: SourceKind, count: usize) -> String {
    let said = of_kind(kind, count);
    let mut letters = said.chars();
    let first: String = letters.next().map(|letter| letter.to_uppercase().collect()).unwrap_or_default();
    let apart = if count == 1 { "" } else { ", independent of each other" };
    format!("{first}{}{apart}.", letters.as_str())
}

fn of_kind(kind: SourceKind, count: usize) -> String {
    let [one, several] = match kind {
        SourceKind::Named => ["a person who speaks by name", "people who speak by name"],
        SourceKind::Unnamed => ["a source who is not named", "sources who are not named"],
        SourceKind::Organisation => ["an organisation", "organisations"],
        SourceKind::Document => ["a document", "documents"],
        SourceKind::None => ["a source of which nothing is said", "sources of which nothing is said"],
    };
    if count == 1 { one.to_owned() } else { format!("{} {several}", number(count)) }
}

/// An independent source, as far as readers may know it: copies and echoes of one are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Described {
    /// What it is.
    pub kind: Kind,
    /// How it knows.
    pub access: Access,
    /// How reliable it is.
    pub reliability: Reliability,
    /// How many reports it made.
    pub reports: usize,
    /// The dates of the first and of the last, told by the month.
    pub dates: Option<(CivilDate, CivilDate)>,
}

/// The sentences on what a judgement rests on: how many sources, of which kinds and how good, over which
/// time, how many of them nobody can judge; and how many things were looked for and not seen, which no source says.
pub(super) fn summary(sources: &[Described], silences: usize) -> String {
    match (sources, silences) {
        ([], 0) => "This judgement rests on no source: it is what was thought before any evidence.".to_owned(),
        ([], some) => format!("This judgement rests on no source, but on {}.", not_seen(some)),
        (sources, 0) => of_sources(sources),
        (sources, some) => format!("{} It also rests on {}.", of_sources(sources), not_seen(some)),
    }
}

/// Things that were looked for and not seen.
fn not_seen(silences: usize) -> String {
    let (things, were) = if silences == 1 { ("thing", "was") } else { ("things", "were") };
    format!("{} {things} that {were} looked for and not seen", number(silences))
}

fn of_sources(sources: &[Described]) -> String {
    let mut alike: BTreeMap<(Reliability, Kind, Access), usize> = BTreeMap::new();
    for source in sources {
        let count = alike.entry((source.reliability, source.kind, source.access)).or_default();
        *count = count.saturating_add(1);
    }
    // Said of each where it differs, and else once.
    let unknown = sources.iter().all(|source| source.access == Access::Unknown);
    let groups: Vec<String> = alike
        .into_iter()
        .map(|((reliability, kind, access), count)| {
            let [one, several] = kind.words();
            let what = if count == 1 { one.to_owned() } else { format!("{} {several}", number(count)) };
            let access = if unknown { "" } else { access.words() };
            format!("{what}{access} ({})", told(reliability))
        })
        .collect();
    let (count, s) = (number(sources.len()), if sources.len() == 1 { "" } else { "s" });
    let listed = listed(groups.iter().map(String::as_str));
    let mut said = format!("This judgement rests on {count} source{s}: {listed}.");
    let reports = sources.iter().fold(0_usize, |sum, source| sum.saturating_add(source.reports));
    let dates = span(sources);
    if reports > 0 {
        let (verb, reports) = if reports == 1 {
            ("was", "one report".to_owned())
        } else {
            ("were", format!("{} reports", number(reports)))
        };
        let dates = dates.map(|dates| format!(", {dates}")).unwrap_or_default();
        said += &format!(" There {verb} {reports}{dates}.");
    }
    if unknown {
        said += " Their access to what they say is not recorded.";
    }
    let unjudged = sources.iter().filter(|source| source.reliability == Reliability::F).count();
    if unjudged == sources.len() {
        said += " How reliable that is cannot be judged, which weakens all that is said here.";
    } else if unjudged == 1 {
        said += " Of one nobody can judge how reliable it is.";
    } else if unjudged > 1 {
        said += &format!(" Of {} nobody can judge how reliable they are.", number(unjudged));
    }
    said
}

/// What the letter of a source means.
const fn told(reliability: Reliability) -> &'static str {
    match reliability {
        Reliability::A => "completely reliable",
        Reliability::B => "usually reliable",
        Reliability::C => "fairly reliable",
        Reliability::D => "not usually reliable",
        Reliability::E => "unreliable",
        Reliability::F => "cannot be judged",
    }
}

/// Small numbers in words.
fn number(count: usize) -> String {
    const WORDS: [&str; 13] =
        ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(count).map_or_else(|| count.to_string(), |word| (*word).to_owned())
}

/// From the first month to the last.
fn span(sources: &[Described]) -> Option<String> {
    let first = sources.iter().filter_map(|source| Some(month(source.dates?.0))).min()?;
    let last = sources.iter().filter_map(|source| Some(month(source.dates?.1))).max()?;
    let (first, last) = (first.min(last), first.max(last));
    let from = told_month(first, first.0 != last.0 || first == last);
    Some(if first == last { format!("of {from}") } else { format!("from {from} to {}", told_month(last, true)) })
}

/// Year and month; 0 where only the year is known.
fn month(date: CivilDate) -> (i16, i8) {
    match date {
        CivilDate::Year(year) => (year, 0),
        CivilDate::Month(year, month) => (year, month),
        CivilDate::Day(day) => (day.year(), day.month()),
        CivilDate::Minute(at, _) => (at.year(), at.month()),
    }
}

fn told_month((year, month): (i16, i8), with_year: bool) -> String {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let name = usize::try_from(month).ok().and_then(|month| NAMES.get(month.checked_sub(1)?));
    match name {
        None => year.to_string(),
        Some(name) if with_year => format!("{name} {year}"),
        Some(name) => (*name).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn source(
        kind: Kind,
        access: Access,
        reliability: Reliability,
        reports: usize,
        dates: Option<(&str, &str)>,
    ) -> Described {
        let dates = dates.map(|(first, last)| (first.parse().unwrap(), last.parse().unwrap()));
        Described { kind, access, reliability, reports, dates }
    }

    #[test]
    fn sources_are_told_by_kind_access_and_letter_the_best_first() {
        let said = of_sources(&[
            source(Kind::Outlet, Access::Unknown, Reliability::F, 2, None),
            source(Kind::Official, Access::Direct, Reliability::B, 3, Some(("2023-01-17", "2023-03"))),
            source(Kind::Document, Access::Direct, Reliability::C, 1, Some(("2023-02-02", "2023-02-02"))),
            source(Kind::Document, Access::Direct, Reliability::C, 1, None),
        ]);
        assert_eq!(
            said,
            "This judgement rests on four sources: an official with direct access (usually reliable), two documents with \
             direct access (fairly reliable) and a news outlet whose access is not known (cannot be judged). There were seven reports, \
             from January to March 2023. Of one nobody can judge how reliable it is."
        );
    }

    #[test]
    fn one_and_none_have_words_too_and_no_day_is_told() {
        assert_eq!(
            of_sources(&[source(
                Kind::Intercept,
                Access::Direct,
                Reliability::F,
                1,
                Some(("2023-05-04", "2023-05-04T10:00"))
            )]),
            "This judgement rests on one source: an intercept with direct access (cannot be judged). There was one report, \
             of May 2023. How reliable that is cannot be judged, which weakens all that is said here."
        );
        assert_eq!(summary(&[], 0), "This judgement rests on no source: it is what was thought before any evidence.");
        let years = [source(Kind::Person, Access::Indirect, Reliability::D, 20, Some(("2021", "2022-11-30")))];
        let said = summary(&years, 0);
        assert!(said.ends_with("There were 20 reports, from 2021 to November 2022."), "{said}");
    }

    #[test]
    fn what_was_looked_for_and_not_seen_is_no_source_and_is_something() {
        assert_eq!(
            summary(&[], 1),
            "This judgement rests on no source, but on one thing that was looked for and not seen."
        );
        let said = summary(&[source(Kind::Person, Access::Direct, Reliability::C, 1, None)], 2);
        assert!(
            said.ends_with("There was one report. It also rests on two things that were looked for and not seen."),
            "{said}"
        );
    }
}
