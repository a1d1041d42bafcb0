//! What words mean when a text speaks of time: the vocabulary in which a language's table is written.

use std::sync::OnceLock;

use crate::model::hash::folded;

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// A week, from Monday.
    Week,
    /// Two weeks.
    Fortnight,
    /// A month of the calendar.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A season of the year.
    Season,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// A season, of the northern half of the earth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
}

/// A part of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Sunrise to noon.
    Morning,
    /// About noon.
    Midday,
    /// Noon to evening.
    Afternoon,
    /// The end of the day.
    Evening,
    /// When it is dark.
    Night,
    /// When it is light.
    Daytime,
}

/// Which of the things of one name is meant, by a word before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// `last`: the one before that of the document.
    Last,
    /// `past`: the time up to now.
    Past,
    /// `this`, `current`: that of the document.
    This,
    /// `next`, `coming`: the one after that of the document.
    Next,
    /// `coming`, `upcoming`.
    Coming,
    /// `previous`, `preceding`: the one before the one spoken of.
    Previous,
    /// `following`, `subsequent`: the one after the one spoken of.
    Following,
    /// `that`: the one spoken of.
    That,
    /// `same`: the one spoken of.
    Same,
    /// `the`, before a unit alone: the one spoken of, or that of the document.
    The,
    /// `latest`: the last one that is complete.
    Latest,
    /// `recent`.
    Recent,
    /// `future`.
    Future,
    /// `early`, before a plural.
    First,
}

/// A time that is named only by where it stands to the present.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vague {
    /// Before it.
    Past,
    /// At it.
    Present,
    /// After it.
    Future,
}

/// A function word or mark that holds an expression of time together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// `the`
    The,
    /// `a`, `an`
    A,
    /// `its`, `his`
    Its,
    /// `of`
    Of,
    /// `in`, `during`
    In,
    /// `on`
    On,
    /// `at`
    At,
    /// `by`
    By,
    /// `and`
    And,
    /// `or`
    Or,
    /// `to`, `through`, `until`
    To,
    /// `from`
    From,
    /// `between`
    Between,
    /// `than`
    Than,
    /// `since`
    Since,
    /// `for`
    For,
    /// `'s`
    Possessive,
    /// A hyphen or dash.
    Hyphen,
    /// `,`
    Comma,
}

/// How exactly a quantity or date is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Modifier {
    /// `more than`
    MoreThan,
    /// `less than`, `nearly`
    LessThan,
    /// `at least`
    EqualOrMore,
    /// `at most`
    EqualOrLess,
    /// `about`
    Approx,
    /// The beginning of it.
    Start,
    /// The middle of it.
    Mid,
    /// The end of it.
    End,
    /// It or later.
    OnOrAfter,
    /// It or earlier.
    OnOrBefore,
}

/// What a word may mean in an expression of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeWord {
    /// Nothing.
    Other,
    /// A month, 1 to 12.
    Month(i8),
    /// A month whose name is also another word, so that it needs its capital and its tag.
    DoubtfulMonth(i8),
    /// A day of the week, 1 for Monday to 7.
    Weekday(i8),
    /// A day of the week that comes again: `Mondays`.
    Weekdays(i8),
    /// One unit.
    Unit(Unit),
    /// Several units.
    Units(Unit),
    /// A season.
    Season(Season),
    /// A season whose name is also another word.
    DoubtfulSeason(Season),
    /// A part of the day.
    Part(Part),
    /// Several parts of the day.
    Parts(Part),
    /// A clock time that has a name: hours.
    Named(i8),
    /// A number in words.
    Number(u32),
    /// An ordinal in words.
    Ordinal(u32),
    /// Some number: `few`, `several`.
    Some,
    /// `couple`
    Couple,
    /// `dozen`
    Dozen,
    /// `half`
    Half,
    /// A token with digits.
    Digits,
    /// A day counted from that of the document.
    Day(i8),
    /// Tonight.
    Tonight,
    /// `last`, `next` and their like.
    Which(Which),
    /// A time that is named only by where it stands to the present.
    Vague(Vague),
    /// `ago`
    Ago,
    /// `earlier`
    Earlier,
    /// `later`
    Later,
    /// `previously`: behind a quantity it counts back; alone it is no time.
    Previously,
    /// `before`
    Before,
    /// `after`
    After,
    /// `early`
    Early,
    /// `late`
    Late,
    /// `mid`
    Mid,
    /// `beginning`, `end`, `middle`: they need `of` behind them.
    Edge(Modifier),
    /// `about`, `nearly`.
    About(Modifier),
    /// `more`, `less`: they need `than`.
    Compared(Modifier),
    /// `least`, `most`: they need `at`.
    Bound(Modifier),
    /// `every`
    Every,
    /// `per`
    Per,
    /// `daily`, `weekly`
    Periodic(Unit),
    /// `fiscal`
    Fiscal,
    /// `old`
    Old,
    /// `long`
    Long,
    /// `so`
    So,
    /// `ahead`
    Ahead,
    /// `full`, `whole`, `entire`, `additional`: they stand before a unit and change nothing.
    Filler,
    /// `period`
    Period,
    /// `corresponding`: it stands before a period.
    Comparable,
    /// `right`
    Right,
    /// `date`, as in `to date`
    Date,
    /// `term`, as in `the short term`
    Term,
    /// A decade in words, by its first year within the century: `nineties` is 90.
    Decade(u8),
    /// Before the era.
    Bc,
    /// Of the era.
    Ad,
    /// `a.m.`
    Am,
    /// `p.m.`
    Pm,
    /// A zone of time with its hours from Greenwich, doubled for half hours.
    Zone(Option<i8>),
    /// `o'clock`
    OClock,
    /// The first word of a holiday's name.
    Holiday,
    /// A function word or mark.
    Link(Link),
}

/// When a holiday falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Falls {
    /// On a day of the calendar: month and day.
    On(i8, i8),
    /// On the n-th weekday of a month, -1 the last: month, n, weekday.
    Nth(i8, i8, i8),
    /// So many days after Easter Sunday of the western churches.
    Easter(i16),
}

/// The words of time of one language.
#[derive(Debug)]
pub struct TimeTable {
    /// Words in lower case with their meaning; digits are written as `0`.
    pub words: &'static [(&'static str, TimeWord)],
    /// Holidays, their words in lower case with single spaces between the tokens.
    pub holidays: &'static [(&'static str, Falls)],
    /// Words that, before or above a date, say that it is to come.
    pub ahead: &'static [&'static str],
    /// Prepositions that, directly before a date, say that it is to come.
    pub by: &'static [&'static str],
    /// Auxiliary verbs of things that are done.
    pub perfect: &'static [&'static str],
    /// Auxiliary verbs of things to come.
    pub modals: &'static [&'static str],
    /// Verbs of going on up to a time: `lasted until Wednesday`.
    pub lasts: &'static [&'static str],
    /// Words before a number that is a name: `Flight 2022`.
    pub numbered: &'static [&'static str],
    /// The words by their hash, made when first asked for.
    pub index: OnceLock<TimeIndex>,
}

/// A hash table from words to their meaning, made when first asked.
#[derive(Debug)]
pub struct TimeIndex {
    slots: Vec<(u64, TimeWord)>,
    mask: usize,
}

impl TimeTable {
    /// What the word of this hash ([`folded`]) means.
    #[inline]
    pub fn index(&self) -> &TimeIndex {
        self.index.get_or_init(|| {
            let heads = self.holidays.iter().filter_map(|(words, _)| words.split(' ').next());
            let holidays = heads.map(|head| (head, TimeWord::Holiday));
            let size = (4 * (self.words.len() + self.holidays.len())).next_power_of_two();
            let mut index = TimeIndex { slots: vec![(0, TimeWord::Other); size], mask: size - 1 };
            for (word, meaning) in self.words.iter().copied().chain(holidays) {
                index.insert(folded(word), meaning);
            }
            index
        })
    }
}

impl TimeIndex {
    fn insert(&mut self, hash: u64, meaning: TimeWord) {
        let mut at = hash as usize & self.mask;
        // A quarter of the slots are used, so that one is always free.
        while self.slots[at].0 != 0 {
            if self.slots[at].0 == hash {
                return;
            }
            at = (at + 1) & self.mask;
        }
        self.slots[at] = (hash, meaning);
    }

    /// What the word of this hash means.
    #[inline]
    pub fn meaning(&self, hash: u64) -> TimeWord {
        let mut at = hash as usize & self.mask;
        loop {
            let (key, meaning) = self.slots[at];
            if key == hash || key == 0 {
                return meaning;
            }
            at = (at + 1) & self.mask;
        }
    }
}
