//! Who may do what: the policies, and what they are asked.
//!
//! The rules stand in `policy.cedar`, in the language of [Cedar](https://www.cedarpolicy.com); this file works out what
//! they are asked about a person and a disclosure, and prints them as a table.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::str::FromStr;
use std::sync::{LazyLock, Mutex, PoisonError};

use cedar_policy::{Authorizer, Context, Decision, Entities, EntityUid, PolicySet, Request, RestrictedExpression};
use record::mandate::{Mandate, Role};
use record::release::{Authority, Disclosure};
use record::time::Micros;

use super::is_author;
use super::person::{exact, key};

/// The rules, as they are in force.
pub const POLICY: &str = include_str!("policy.cedar");

/// Something to be permitted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Act {
    /// To propose, draft, change, take out, set the calendar, state what a way would mean, propose a lower marking.
    Draft,
    /// To ask owners.
    Ask,
    /// To approve a draft.
    Approve,
    /// To speak for an owner on a line.
    Consent,
    /// To enter a lower marking.
    Lower,
    /// To choose a way.
    Choose,
    /// To decide that nothing is said.
    Withhold,
    /// To issue.
    Issue,
    /// To say that this is a desk of one.
    Alone,
    /// To say that a draft may go out as far as cover goes.
    Clear,
    /// To let a draft go out below the cover that the house asks for.
    Waive,
}

impl Act {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Draft,
        Self::Ask,
        Self::Approve,
        Self::Consent,
        Self::Lower,
        Self::Choose,
        Self::Withhold,
        Self::Issue,
        Self::Alone,
        Self::Clear,
        Self::Waive,
    ];

    /// Its name in the policies.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Ask => "ask",
            Self::Approve => "approve",
            Self::Consent => "consent",
            Self::Lower => "lower",
            Self::Choose => "choose",
            Self::Withhold => "withhold",
            Self::Issue => "issue",
            Self::Alone => "alone",
            Self::Clear => "clear",
            Self::Waive => "waive",
        }
    }
}

impl Act {
    /// What it is, in words that stand behind "to".
    pub fn told(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Ask => "ask owners",
            Self::Approve => "approve drafts",
            Self::Consent => "speak for an owner",
            Self::Lower => "enter lower markings",
            Self::Choose => "choose a way",
            Self::Withhold => "decide that nothing is said",
            Self::Issue => "issue",
            Self::Alone => "say that this is a desk of one",
            Self::Clear => "clear cover",
            Self::Waive => "waive cover for an owner",
        }
    }
}

/// The people of a desk and the present moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    mandates: Vec<Known>,
    now: Micros,
}

/// A mandate with what its names are compared by, which takes longer to make than to compare.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Known {
    mandate: Mandate,
    person: String,
    owner: Option<String>,
    in_force: bool,
}

impl Desk {
    /// A desk with every mandate of the house register, in the order they were entered, at a moment: mandates, consents and
    /// permissions end. The last word on a person and a role counts.
    pub fn new(mandates: Vec<Mandate>, now: Micros) -> Self {
        let known = |mandate: Mandate| Known {
            person: exact(&mandate.person),
            owner: owner_of(&mandate.role).map(exact),
            in_force: !mandate.revoked && mandate.until.is_none_or(|until| until > now),
            mandate,
        };
        let mut mandates: Vec<Known> = mandates.into_iter().map(known).collect();
        let mut later: HashSet<(String, Option<String>, std::mem::Discriminant<Role>)> = HashSet::new();
        for one in mandates.iter_mut().rev() {
            let of = (one.person.clone(), one.owner.clone(), std::mem::discriminant(&one.mandate.role));
            one.in_force &= later.insert(of);
        }
        Self { mandates, now }
    }

    /// The moment.
    pub fn now(&self) -> Micros {
        self.now
    }

    /// The mandates that are in force.
    pub fn in_force(&self) -> impl Iterator<Item = &Mandate> {
        self.held().map(|one| &one.mandate)
    }

    fn held(&self) -> impl Iterator<Item = &Known> {
        self.mandates.iter().filter(|one| one.in_force)
    }

    /// Whether nobody was ever entrusted with drafting, approving or issuing: then everybody is.
    pub fn is_open(&self) -> bool {
        !self.mandates.iter().any(|one| matches!(one.mandate.role, Role::Author | Role::Approver | Role::Issuer))
    }

    /// Whether `person` speaks for `owner`.
    pub fn speaks_for(&self, person: &str, owner: &str) -> bool {
        let (person, owner) = (exact(person), exact(owner));
        self.held().any(|one| one.person == person && one.owner.as_ref() == Some(&owner))
    }

    /// Whether `owner` is a partner: once it was entered as one, it stays one, whoever speaks for it.
    pub fn is_partner(&self, owner: &str) -> bool {
        // Whoever looks like a partner is treated as one: that asks for more.
        let is = |one: &Known| matches!(&one.mandate.role, Role::Partner(own) if key(own) == key(owner));
        self.mandates.iter().any(is)
    }

    /// Whether it was said that this is a desk of one, and still nobody else has the mandate to approve.
    pub fn is_of_one(&self, disclosure: &Disclosure) -> bool {
        disclosure.alone.is_some() && !self.has_other_approver(&key(&disclosure.author))
    }

    /// Whether `person` is a security officer.
    pub fn is_security(&self, person: &str) -> bool {
        let person = exact(person);
        self.held().any(|one| one.person == person && one.mandate.role == Role::Security)
    }

    /// Whether anybody is a security officer: then every release goes past them, so that passing tells nothing.
    pub fn has_security(&self) -> bool {
        self.held().any(|one| one.mandate.role == Role::Security)
    }

    fn roles(&self, person: &str) -> BTreeSet<&'static str> {
        let mut roles: BTreeSet<&'static str> = BTreeSet::new();
        if self.is_open() {
            roles.extend(["author", "approver", "issuer"]);
        }
        for one in self.held().filter(|one| one.person == person) {
            match one.mandate.role {
                Role::Author => roles.insert("author"),
                Role::Approver => roles.insert("approver"),
                Role::Issuer => roles.insert("issuer"),
                Role::Declassifier => roles.insert("declassifier"),
                Role::Security => roles.insert("security"),
                Role::Owner(_) | Role::Partner(_) => false,
            };
        }
        roles
    }

    fn has_other_approver(&self, person: &str) -> bool {
        self.held().any(|one| one.mandate.role == Role::Approver && key(&one.mandate.person) != person)
    }
}

/// For whom a role speaks.
fn owner_of(role: &Role) -> Option<&str> {
    match role {
        Role::Owner(owner) | Role::Partner(owner) => Some(owner),
        _ => None,
    }
}

/// What the policies are asked about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
struct Facts {
    roles: BTreeSet<&'static str>,
    wrote: bool,
    speaks: bool,
    alone: bool,
    others: bool,
    right: &'static str,
}

/// Whether `person` may do `act` with `disclosure`. `owner` is whom they speak for, `right` by which right they enter a lower
/// marking, where that is what they do.
pub fn may(
    desk: &Desk,
    person: &str,
    act: Act,
    disclosure: Option<&Disclosure>,
    owner: Option<&str>,
    right: Option<Authority>,
) -> bool {
    let named = key(person);
    if named.is_empty() {
        return false;
    }
    permitted(
        act,
        Facts {
            roles: desk.roles(&exact(person)),
            wrote: disclosure.is_some_and(|disclosure| is_author(disclosure, person)),
            speaks: owner.is_some_and(|owner| desk.speaks_for(person, owner)),
            alone: disclosure.is_some_and(|disclosure| desk.is_of_one(disclosure)),
            others: desk.has_other_approver(&named),
            right: right.map_or("", Authority::name),
        },
    )
}

/// What the policies say, remembered: there are few different questions. Whatever goes wrong is no permission.
fn permitted(act: Act, facts: Facts) -> bool {
    type Answers = HashMap<(Act, Facts), bool>;
    static ANSWERS: LazyLock<Mutex<Answers>> = LazyLock::new(|| Mutex::new(HashMap::new()));
    let mut answers = ANSWERS.lock().unwrap_or_else(PoisonError::into_inner);
    *answers.entry((act, facts.clone())).or_insert_with(|| asked(act, &facts).unwrap_or(false))
}

fn asked(act: Act, facts: &Facts) -> Option<bool> {
    static POLICIES: LazyLock<Option<PolicySet>> = LazyLock::new(|| PolicySet::from_str(POLICY).ok());
    let policies = POLICIES.as_ref()?;
    let uid = |kind: &str, name: &str| EntityUid::from_str(&format!("{kind}::\"{name}\"")).ok();
    let roles = facts.roles.iter().map(|role| RestrictedExpression::new_string((*role).to_owned()));
    let flags = [("wrote", facts.wrote), ("speaks", facts.speaks), ("alone", facts.alone), ("others", facts.others)];
    let flags = flags.map(|(name, value)| (name.to_owned(), RestrictedExpression::new_bool(value)));
    let rest = [
        ("roles".to_owned(), RestrictedExpression::new_set(roles)),
        ("right".to_owned(), RestrictedExpression::new_string(facts.right.to_owned())),
    ];
    let context = Context::from_pairs(flags.into_iter().chain(rest)).ok()?;
    let (principal, action, resource) =
        (uid("Person", "actor")?, uid("Action", act.name())?, uid("Disclosure", "this")?);
    let request = Request::new(principal, action, resource, context, None).ok()?;
    let response = Authorizer::new().is_authorized(&request, policies, &Entities::empty());
    // A rule that cannot be evaluated might have forbidden.
    let sound = response.diagnostics().errors().next().is_none();
    Some(sound && response.decision() == Decision::Allow)
}

/// The table of who may do what: for each act a row, and in it for each kind of person whether they may, as `yes`, `no`, or the
/// condition under which they may. It is asked of the policies and not written by hand.
pub fn table() -> Vec<(Act, Vec<(&'static str, &'static str)>)> {
    const PEOPLE: [&str; 7] =
        ["author", "approver", "issuer", "declassifier", "security", "speaks for the owner", "nobody"];
    let row = |act: Act| {
        let cell = |person: &'static str| {
            let answer = |wrote: bool, alone: bool| {
                let roles: BTreeSet<&'static str> =
                    PEOPLE.iter().take(5).filter(|role| **role == person).copied().collect();
                let speaks = person == "speaks for the owner";
                let rights: &[&'static str] =
                    if act == Act::Lower { &["originator", "guide", "declassifier"] } else { &[""] };
                rights.iter().any(|right| {
                    let roles = roles.clone();
                    permitted(act, Facts { roles, wrote, speaks, alone, others: false, right })
                })
            };
            let said = match (answer(false, false), answer(true, false), answer(true, true)) {
                (false, ..) => "no",
                (true, true, _) => "yes",
                (true, false, true) => "not what they wrote, but at a desk of one",
                (true, false, false) => "not what they wrote",
            };
            (person, said)
        };
        (act, PEOPLE.map(cell).to_vec())
    };
    Act::ALL.map(row).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mandate(person: &str, role: Role) -> Mandate {
        Mandate {
            person: person.into(),
            role,
            until: None,
            revoked: false,
            author: "house".into(),
            at: Micros(0),
            why: "appointed".into(),
        }
    }

    #[test]
    fn the_rules_are_read_and_every_one_has_a_name() {
        let policies = PolicySet::from_str(POLICY).unwrap();
        assert!(policies.policies().all(|policy| policy.annotation("id").is_some()));
        assert_eq!(policies.policies().count(), POLICY.matches("@id").count());
    }

    #[test]
    fn who_may_do_what() {
        let mut said = String::new();
        for (act, cells) in table() {
            said.push_str(act.name());
            said.push('\n');
            for (person, cell) in cells {
                said.push_str(&format!("    {person}: {cell}\n"));
            }
        }
        insta::assert_snapshot!(said);
    }

    #[test]
    fn at_a_desk_without_mandates_everybody_drafts_approves_and_issues_and_nobody_speaks_for_an_owner() {
        let desk = Desk::new(vec![], Micros(5));
        for act in [Act::Draft, Act::Approve, Act::Issue, Act::Alone] {
            assert!(may(&desk, "Ann", act, None, None, None), "{act:?}");
        }
        assert!(!may(&desk, "Ann", Act::Consent, None, Some("East"), None));
        assert!(!may(&desk, "Ann", Act::Lower, None, None, Some(Authority::Guide)));
        assert!(!may(&desk, " ", Act::Draft, None, None, None), "nobody is somebody");
    }

    #[test]
    fn mandates_end_and_are_taken_back_and_whoever_has_none_may_nothing() {
        let mut mandates = vec![mandate("Ann", Role::Author)];
        let desk = Desk::new(mandates.clone(), Micros(5));
        assert!(may(&desk, "ann", Act::Draft, None, None, None) && !may(&desk, "Bo", Act::Draft, None, None, None));
        mandates.push(Mandate { until: Some(Micros(5)), ..mandate("Bo", Role::Author) });
        assert!(!may(&Desk::new(mandates.clone(), Micros(5)), "Bo", Act::Draft, None, None, None), "it ended");
        mandates.push(Mandate { revoked: true, ..mandate("Ann", Role::Author) });
        let desk = Desk::new(mandates, Micros(5));
        assert!(!may(&desk, "Ann", Act::Draft, None, None, None));
        assert!(!desk.is_open(), "that nobody is left makes nobody everybody");
    }

    #[test]
    fn a_desk_of_one_has_nobody_else_who_could_approve() {
        let mut mandates = vec![mandate("Ann", Role::Author)];
        assert!(may(&Desk::new(mandates.clone(), Micros(5)), "Ann", Act::Alone, None, None, None));
        mandates.push(mandate("Bo", Role::Approver));
        assert!(!may(&Desk::new(mandates, Micros(5)), "Ann", Act::Alone, None, None, None));
    }
}
