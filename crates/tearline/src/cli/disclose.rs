//! `tearline disclose`: say something to somebody, with consent; or decide not to.

pub mod consent;
mod cover;
mod draft;
mod guard;
pub mod options;
mod packet;
pub mod show;
mod when;

use std::path::PathBuf;

use record::release::{Authority, How, Mode, Way};

pub use self::when::Moment;
use super::{Format, Shared};
use crate::Stage;
use crate::failure::Outcome;

/// Say something to somebody: propose, draft, ask owners, approve, issue; or decide that nothing is said
#[derive(Debug, clap::Subcommand)]
pub enum Verb {
    /// Propose to say something
    #[command(after_help = "Examples:
  tearline --case c.tearline disclose new \"Warn before the vote\" --audience public --channel \"press background\"
  tearline --case c.tearline disclose new \"Tell partners\" --audience SECRET,country=GBR --onward public --channel \"named partners\"
  tearline --case c.tearline disclose new \"The same for the press\" --version-of 8c1d --audience public --channel \"press background\"
  tearline --case c.tearline disclose new \"A figure was wrong\" --amends 8c1d --how corrects --because \"Line 2 gave eleven for seven.\" \\
    --audience public --channel \"public statement\"

The channel is in your own words: a public statement, a Security Council address, press background, a private démarche, named partners, one
reader. The draft is guarded as all that you can see of the case: whoever may not see all of that does not see the draft.")]
    New {
        /// What it is for
        purpose: String,
        /// Who is to hear it: `public`, or a clearance such as TLP:AMBER or SECRET,country=GBR
        #[arg(long)]
        audience: String,
        /// The way it goes: "press background", "Security Council address"
        #[arg(long)]
        channel: String,
        /// What it is about, as the audience reads it
        #[arg(long)]
        title: Option<String>,
        /// Who issues it, as it wants to be named; not a person
        #[arg(long, value_name = "NAME")]
        issuer: Option<String>,
        /// Who may get what stands below the tearline, where lines stand above it
        #[arg(long, value_name = "AUDIENCE")]
        onward: Option<String>,
        /// What the audience may do with it
        #[arg(long, default_value = "", value_name = "TEXT")]
        terms: String,
        /// The disclosure that this is a version of, for another audience: its lines are taken over and stay linked
        #[arg(long, value_name = "DISCLOSURE")]
        version_of: Option<String>,
        /// The disclosure whose packet this one replaces, corrects or takes back
        #[arg(long, value_name = "DISCLOSURE", requires_all = ["how", "because"])]
        amends: Option<String>,
        /// What happens to that packet; what is withdrawn may rest on claims behind it that have fallen since
        #[arg(long, value_parser = how)]
        how: Option<How>,
        /// Why, in words that the audience may read
        #[arg(long, value_name = "TEXT")]
        because: Option<String>,
    },
    /// Draft a line that rests on claims or states a judgement; it carries the marking of all of that together
    #[command(after_help = "Examples:
  tearline --case c.tearline --author ann disclose line 8c1d \"Officials say that …\" --claim 3f2a
  tearline --case c.tearline --author ann disclose line 8c1d \"It is likely that Norland will send shells.\" --judgement arms
  tearline --case c.tearline --author ann disclose line 8c1d \"On 3 May the route was seen.\" --claim 3f2a --above
  tearline --case c.tearline --author ann disclose line 8c1d \"Because the vote is near.\" --claim 3f2a --answers \"Why now?\"")]
    Line {
        /// The disclosure
        disclosure: String,
        /// The words
        text: String,
        /// A claim behind them; may be given again
        #[arg(long, value_name = "ID", required_unless_present = "judgement")]
        claim: Vec<String>,
        /// The key of the hypothesis whose judgement they state
        #[arg(long, value_name = "KEY")]
        judgement: Option<String>,
        /// Put it above the tearline: it stays with whoever gets the whole
        #[arg(long, conflicts_with = "answers")]
        above: bool,
        /// The question that it answers
        #[arg(long, value_name = "QUESTION")]
        answers: Option<String>,
        /// The line that says the same, above the tearline or in another version
        #[arg(long, value_name = "LINE")]
        like: Option<String>,
    },
    /// Change the words or the claims of a line: consents, lower markings and approvals are of the words before, and count for no others
    #[command(
        after_help = "Example:\n  tearline --case c.tearline --author ann disclose change 8c1d 2 \"An official says that …\" --why \"one official\"

What was agreed to is one state of the words and of all that goes out with them. Whoever puts that back to the letter has what was agreed to
it again, unless an owner has said another word since."
    )]
    Change {
        /// The disclosure
        disclosure: String,
        /// The line, by number or id
        line: String,
        /// The words
        text: String,
        /// The claims behind them, instead of those that were; may be given again
        #[arg(long, value_name = "ID")]
        claim: Vec<String>,
        /// The key of the hypothesis whose judgement they state
        #[arg(long, value_name = "KEY")]
        judgement: Option<String>,
        /// Why
        #[arg(long, default_value = "changed")]
        why: String,
    },
    /// Take a line out
    #[command(
        after_help = "Example:\n  tearline --case c.tearline --author ann disclose drop 8c1d 2 --why \"it would name the dispatcher\""
    )]
    Drop {
        /// The disclosure
        disclosure: String,
        /// The line, by number or id
        line: String,
        /// Why
        #[arg(long, default_value = "taken out")]
        why: String,
    },
    /// Set by when it is wanted, until when it is embargoed, and what it is timed against
    #[command(after_help = "Example:
  tearline --case c.tearline disclose schedule 8c1d --wanted \"2030-02-24T09:00[America/New_York]\" --embargo 2030-02-24T10:00-05:00 \\
    --against \"Security Council meeting=2030-02-24T15:00Z\"")]
    Schedule {
        /// The disclosure
        disclosure: String,
        /// When it is wanted: 2030-02-24T09:00Z, with an offset, or with a zone as in 2030-02-24T09:00[Europe/Berlin]
        #[arg(long, value_name = "TIME")]
        wanted: Option<Moment>,
        /// Before when whoever gets it must not make it public
        #[arg(long, value_name = "TIME")]
        embargo: Option<Moment>,
        /// When it is no longer to be relied on
        #[arg(long, value_name = "TIME")]
        expires: Option<Moment>,
        /// What it is timed against; may be given again
        #[arg(long, value_name = "NAME=TIME")]
        against: Vec<String>,
    },
    /// State by whose authority it is classified: original with a reason, or derived from a source or a guide; or take that out again
    #[command(after_help = "Examples:
  tearline --case c.tearline disclose authority 8c1d --by \"J. Doe, Director\" --derived-from \"Guide 7\" --declassify-on 20561231
  tearline --case c.tearline disclose authority 8c1d --by \"J. Doe, Director\" --reason \"1.4(c)\" --declassify-on 20561231
  tearline --case c.tearline disclose authority 8c1d --none")]
    Authority {
        /// The disclosure
        disclosure: String,
        /// Who classified it: a name or a personal identifier, and a position
        #[arg(long, required_unless_present = "none")]
        by: Option<String>,
        /// Why, where it was classified originally: the category of section 1.4
        #[arg(long, required_unless_present_any = ["derived_from", "none"], conflicts_with = "derived_from")]
        reason: Option<String>,
        /// The source document or the guide that it derives from
        #[arg(long)]
        derived_from: Option<String>,
        /// The day, the event or the exemption
        #[arg(long, required_unless_present = "none")]
        declassify_on: Option<String>,
        /// Take the block out: what is not classified has none
        #[arg(long, conflicts_with_all = ["by", "reason", "derived_from", "declassify_on"])]
        none: bool,
    },
    /// Say what one way would gain, cost and reveal
    #[command(after_help = "Example:
  tearline --case c.tearline disclose option 8c1d private --gain \"they can still turn back\" --cost \"they learn that we know\" --reveals \"that we see the depot\"")]
    Option {
        /// The disclosure
        disclosure: String,
        /// The way: public, partners, private, nothing
        #[arg(value_parser = way)]
        way: Way,
        /// What would be gained
        #[arg(long, default_value = "")]
        gain: String,
        /// What it would cost
        #[arg(long, default_value = "")]
        cost: String,
        /// What it would reveal
        #[arg(long, default_value = "")]
        reveals: String,
    },
    /// Show the ways side by side: say it publicly, tell partners, warn privately, say nothing
    #[command(
        after_help = "Example:\n  tearline --case c.tearline disclose options 8c1d --partners SECRET,country=GBR"
    )]
    Options {
        /// The disclosure
        disclosure: String,
        /// What partners are cleared for
        #[arg(long, value_name = "CLEARANCE")]
        partners: Option<String>,
        /// What the one who would be warned is cleared for
        #[arg(long, value_name = "CLEARANCE")]
        reader: Option<String>,
        /// How to write it
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Choose a way, and say why
    #[command(
        after_help = "Example:\n  tearline --case c.tearline disclose choose 8c1d private --warning 5e0a --why \"they can still turn back\""
    )]
    Choose {
        /// The disclosure
        disclosure: String,
        /// The way: public, partners, private, nothing
        #[arg(value_parser = way)]
        way: Way,
        /// The warning of the register that was given
        #[arg(long, value_name = "WARNING")]
        warning: Option<String>,
        /// Why
        #[arg(long)]
        why: String,
    },
    /// Propose a lower marking for a line, or enter one by a right that you name
    #[command(after_help = "Examples:
  tearline --case c.tearline --author ann disclose lower 8c1d 2 --to U --why \"nothing in it tells of the route\"
  tearline --case c.tearline --author dee disclose lower 8c1d 2 --to U --as guide --why \"guide 7, section 2\"
  tearline --case c.tearline --author eve disclose lower 8c1d 2 --to U --as originator --owner \"Station East\" --why \"ours to give\"

Other words never lower a marking. Without --as it is a proposal. What is originator controlled, what partners gave, and what TLP guards needs
every originator too.")]
    Lower {
        /// The disclosure
        disclosure: String,
        /// The line, by number or id
        line: String,
        /// The marking that it is to have
        #[arg(long, value_name = "MARKING")]
        to: String,
        /// By which right: originator, guide, declassifier
        #[arg(long = "as", value_name = "RIGHT", value_parser = authority)]
        authority: Option<Authority>,
        /// For which owner
        #[arg(long)]
        owner: Option<String>,
        /// Why
        #[arg(long)]
        why: String,
    },
    /// Ask owners whether a line may be said
    #[command(after_help = "Examples:
  tearline --case c.tearline --author ann disclose ask 8c1d --for \"to be said before the vote\"
  tearline --case c.tearline --author ann disclose ask 8c1d 2 --owner \"Norland service\" --clearance SECRET,country=GBR --mode release \\
    --for \"to be said before the vote\" --deadline 2030-02-20T12:00Z --escalate \"the head of station\"")]
    Ask {
        /// The disclosure
        disclosure: String,
        /// The line, by number or id; all where not named
        line: Option<String>,
        /// The owner; all of the line where not named
        #[arg(long)]
        owner: Option<String>,
        /// What it is for, as they are told
        #[arg(long = "for", value_name = "PURPOSE")]
        purpose: String,
        /// How they get the words: disclosure (shown), release (theirs to keep)
        #[arg(long, default_value = "disclosure", value_parser = mode)]
        mode: Mode,
        /// What a partner is cleared for
        #[arg(long)]
        clearance: Option<String>,
        /// By when an answer is needed
        #[arg(long, value_name = "TIME")]
        deadline: Option<Moment>,
        /// To whom it goes where there is none by then
        #[arg(long, value_name = "NAME")]
        escalate: Option<String>,
    },
    /// List what owners are asked: for whoever speaks for them, and for whoever asked
    #[command(after_help = "Example:\n  tearline --case c.tearline --author eve disclose asks")]
    Asks {
        /// How to write it
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Say for an owner whether a line may be said
    #[command(after_help = "Examples:
  tearline --case c.tearline --author eve disclose consent 8c1d 2 --owner \"Station East\" --words 5d1e07c2 --concur
  tearline --case c.tearline --author eve disclose consent 8c1d 2 --owner \"Station East\" --words 5d1e07c2 --object \"the route would be closed\"
  tearline --case c.tearline --author eve disclose consent 8c1d 2 --owner \"Station East\" --words 5d1e07c2 --change \"Crates were seen.\"")]
    Consent {
        /// The disclosure
        disclosure: String,
        /// The line, by number or id
        line: String,
        /// For which owner
        #[arg(long)]
        owner: String,
        /// It may be said
        #[arg(long, required_unless_present_any = ["object", "change"], conflicts_with_all = ["object", "change"])]
        concur: bool,
        /// It may not be said, for this reason
        #[arg(long, value_name = "WHY", conflicts_with = "change")]
        object: Option<String>,
        /// It may be said in these other words
        #[arg(long, value_name = "WORDS")]
        change: Option<String>,
        /// Until when it holds
        #[arg(long, value_name = "TIME")]
        until: Option<Moment>,
        /// The words that were read, as `disclose asks` prints them, or at least eight digits of them: where they have changed since, nothing is entered
        #[arg(long, value_name = "HASH")]
        words: String,
    },
    /// Say that this is a desk of one: nobody else approves, and the packet says so
    #[command(after_help = "Example:\n  tearline --case c.tearline disclose alone 8c1d --why \"a freelancer\"")]
    Alone {
        /// The disclosure
        disclosure: String,
        /// Why nobody else can look at it
        #[arg(long)]
        why: String,
    },
    /// Show a draft with its markings, support, owners, approvals and what is still missing
    #[command(after_help = "Example:\n  tearline --case c.tearline disclose show 8c1d")]
    Show {
        /// The disclosure
        disclosure: String,
        /// How to write it
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Show the versions of a disclosure for several audiences, sentence by sentence
    #[command(after_help = "Example:\n  tearline --case c.tearline disclose versions 8c1d")]
    Versions {
        /// One of them
        disclosure: String,
        /// How to write it
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// List the disclosures
    #[command(after_help = "Example:\n  tearline --case c.tearline disclose list")]
    List {
        /// How to write the list
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Sit in the adversary's chair: word by word, who on the other side would fall under suspicion, given everything ever released
    #[command(after_help = "Example:
  tearline --case c.tearline disclose cover 8c1d

k is how many independent, plausible origins beside the source itself could have told all that anybody could have told: people and systems on
access lists, and open material from before the house knew. Whoever may not know all of it is told to ask the security officer,
whether it is good or bad.")]
    Cover {
        /// The disclosure
        disclosure: String,
        /// How to write it
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Show for each line ready alternatives, from most to least specific, and suggest the least generalisation that has the cover asked for
    #[command(after_help = "Examples:
  tearline --case c.tearline disclose ladder 8c1d
  tearline --case c.tearline disclose ladder 8c1d 2")]
    Ladder {
        /// The disclosure
        disclosure: String,
        /// The number of one line; all where not named
        line: Option<usize>,
        /// How to write it
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Show what becomes inferable from everything together that no single release gave
    #[command(after_help = "Example:
  tearline --case c.tearline disclose mosaic 8c1d")]
    Mosaic {
        /// The disclosure
        disclosure: String,
        /// How to write it
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Show which words, names, numbers and dates of a draft stand only in protected material
    #[command(after_help = "Example:
  tearline --case c.tearline --author sol disclose guard 8c1d

They pass where every owner of that material has agreed to the line. Another inflection, another way of writing a date, a number or a
name, and five words in a row are the same; what is rounded or turned round is near; what says the same in other words is told and
stops nothing. Only the security officer, and whoever holds the store, sees it: everybody else is told to ask, whether there
is something or not.")]
    Guard {
        /// The disclosure
        disclosure: String,
        /// How to write it
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Say as the security officer that a draft may go out as far as cover and the verbatim guard go
    #[command(after_help = "Example:
  tearline --case c.tearline --author sol disclose clear 8c1d --draft f793663c1ee0")]
    Clear {
        /// The disclosure
        disclosure: String,
        /// The draft that was read, as `disclose show` prints it
        #[arg(long, value_name = "HASH")]
        draft: String,
        /// Why, for the journal: whoever sees the draft sees it
        #[arg(long, default_value = "cleared")]
        why: String,
    },
    /// Let a draft go out for an owner, in writing, below the cover that the house asks for
    #[command(after_help = "Example:
  tearline --case c.tearline --author eve disclose waive 8c1d --draft f793663c1ee0 --owner \"Station East\" --why \"it is worth it\"")]
    Waive {
        /// The disclosure
        disclosure: String,
        /// The draft that was read, as `disclose show` prints it
        #[arg(long, value_name = "HASH")]
        draft: String,
        /// For which owner
        #[arg(long)]
        owner: String,
        /// Why: only owners and the security officer see it
        #[arg(long)]
        why: String,
    },
    /// Show the least cover that the house asks for, or set it
    #[command(after_help = "Examples:
  tearline --case c.tearline disclose policy
  tearline --case c.tearline disclose policy --k 4 --why \"they have caught two\"
  tearline --case c.tearline disclose policy --from sensitive --why \"partners ask for it\"")]
    Policy {
        /// The least number of plausible origins beside the source, 2 or more
        #[arg(long)]
        k: Option<u32>,
        /// The least number of guarded claims that stay compatible where pieces fit together
        #[arg(long)]
        m: Option<u32>,
        /// From which guard on cover is asked for: sensitive, protected
        #[arg(long, value_parser = guard)]
        from: Option<record::label::Protection>,
        /// Why, where something is set
        #[arg(long)]
        why: Option<String>,
        /// How to write it
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
    /// Approve a draft as it stands; whoever proposed it or wrote any of it cannot
    #[command(
        after_help = "Example:\n  tearline --case c.tearline --author ben disclose approve 8c1d --draft f793663c1ee0"
    )]
    Approve {
        /// The disclosure
        disclosure: String,
        /// The draft that was read, as `disclose show` prints it
        #[arg(long, value_name = "HASH")]
        draft: String,
        /// Why, for the journal
        #[arg(long, default_value = "approved")]
        why: String,
    },
    /// Decide that it is not said, and why: an outcome that is kept
    #[command(
        after_help = "Example:\n  tearline --case c.tearline disclose withhold 8c1d --why \"it would name the only witness\""
    )]
    Withhold {
        /// The disclosure
        disclosure: String,
        /// Why
        #[arg(long)]
        why: String,
    },
    /// Issue a draft to which everybody agreed, as a signed packet
    #[command(
        after_help = "Example:\n  tearline --case c.tearline --author ann disclose issue 8c1d --key signing.key --out packet/"
    )]
    Issue {
        /// The disclosure
        disclosure: String,
        /// The private key that signs it, and the log
        #[arg(long, value_name = "FILE")]
        key: PathBuf,
        /// The folder to write the packet to, which must not be there yet
        #[arg(long, value_name = "FOLDER")]
        out: PathBuf,
        /// The name of the log of this house, such as desk.example/releases; one that the key gives where not given
        #[arg(long, value_name = "NAME")]
        log: Option<String>,
    },
    /// Write the packet of an issued disclosure once more
    #[command(after_help = "Example:\n  tearline --case c.tearline disclose export 8c1d --out packet/")]
    Export {
        /// The disclosure
        disclosure: String,
        /// The folder to write the packet to, which must not be there yet
        #[arg(long, value_name = "FOLDER")]
        out: PathBuf,
        /// The private key that signed it: the proof of the log as it stands now is written too
        #[arg(long, value_name = "FILE")]
        key: Option<PathBuf>,
        /// The name of the log of this house
        #[arg(long, value_name = "NAME", requires = "key")]
        log: Option<String>,
    },
    /// Write the log of all issued packets, to be published: private ones stand in it as entries that tell nothing
    #[command(after_help = "Example:\n  tearline --case c.tearline disclose log --key signing.key > log.txt")]
    Log {
        /// The private key that signs it
        #[arg(long, value_name = "FILE")]
        key: PathBuf,
        /// The name of the log of this house
        #[arg(long, value_name = "NAME")]
        log: Option<String>,
    },
    /// Print who may do what, as the rules have it
    #[command(after_help = "Example:\n  tearline disclose rules --policy")]
    Rules {
        /// Print the rules themselves, in the language of Cedar
        #[arg(long)]
        policy: bool,
        /// How to write the table
        #[arg(long, value_enum, default_value = "text")]
        format: Format,
    },
}

impl Verb {
    pub async fn run(self, shared: &Shared, stage: &mut Stage<'_>) -> Outcome {
        match self {
            verb @ (Self::Issue { .. } | Self::Export { .. } | Self::Log { .. }) => {
                packet::run(verb, shared, stage).await
            }
            verb @ (Self::Show { .. } | Self::Versions { .. } | Self::List { .. }) => {
                show::run(verb, shared, stage).await
            }
            verb @ (Self::Option { .. } | Self::Options { .. } | Self::Choose { .. } | Self::Schedule { .. }) => {
                options::run(verb, shared, stage).await
            }
            verb @ (Self::Cover { .. }
            | Self::Ladder { .. }
            | Self::Mosaic { .. }
            | Self::Guard { .. }
            | Self::Clear { .. }
            | Self::Waive { .. }
            | Self::Policy { .. }) => cover::run(verb, shared, stage).await,
            verb @ (Self::Lower { .. }
            | Self::Ask { .. }
            | Self::Asks { .. }
            | Self::Consent { .. }
            | Self::Alone { .. }
            | Self::Approve { .. }
            | Self::Withhold { .. }
            | Self::Rules { .. }) => consent::run(verb, shared, stage).await,
            verb => draft::run(verb, shared, stage).await,
        }
    }
}

fn guard(text: &str) -> Result<record::label::Protection, String> {
    match text {
        "sensitive" => Ok(record::label::Protection::Sensitive),
        "protected" => Ok(record::label::Protection::Protected),
        _ => Err("cover is asked for from sensitive or from protected sources on".to_owned()),
    }
}

fn way(text: &str) -> Result<Way, String> {
    let found = Way::ALL.into_iter().find(|way| way.to_string() == text);
    found.ok_or_else(|| "the ways are public, partners, private and nothing".to_owned())
}

fn how(text: &str) -> Result<How, String> {
    match text {
        "supersedes" => Ok(How::Supersedes),
        "corrects" => Ok(How::Corrects),
        "withdraws" => Ok(How::Withdraws),
        _ => Err("a packet supersedes, corrects or withdraws another".to_owned()),
    }
}

fn authority(text: &str) -> Result<Authority, String> {
    match text {
        "originator" => Ok(Authority::Originator),
        "guide" => Ok(Authority::Guide),
        "declassifier" => Ok(Authority::Declassifier),
        _ => Err("a lower marking is entered as originator, guide or declassifier".to_owned()),
    }
}

fn mode(text: &str) -> Result<Mode, String> {
    match text {
        "disclosure" => Ok(Mode::Disclosure),
        "release" => Ok(Mode::Release),
        _ => Err("words are given under disclosure (shown) or release (kept)".to_owned()),
    }
}
