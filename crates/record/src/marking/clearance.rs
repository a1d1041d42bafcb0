//! Who may see what.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::state::is_unclassified_nuclear;
use super::{Dissem, Nato, OWNER, Rollup, Tlp, Us, UsState, tetragraph};

/// What somebody is cleared for. The default is the public: nothing but what is open to everyone.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Clearance {
    /// On the US ladder; `None` is the public, who may see UNCLASSIFIED without any control.
    pub us: Option<Us>,
    /// On the NATO ladder; `None` is outside NATO.
    pub nato: Option<Nato>,
    /// On the TLP ladder; CLEAR is the public.
    pub tlp: Option<Tlp>,
    /// The country of a national, as a trigraph; `None` is no country at all.
    pub country: Option<String>,
    /// Control systems, compartments, programmes and other controls granted by name: `SI`, `SI-G`, `ORCON`, `SAR-BP`,
    /// `RD`, `NODIS`, `ATOMAL`.
    pub granted: BTreeSet<String>,
    /// On ladders that teams define: the rank on each, under its name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub plain: BTreeMap<String, u8>,
}

impl Clearance {
    /// A clearance for everything of `country` that has a rank, with the controls in `granted` and no others.
    pub fn of_country(country: &str) -> Self {
        Self { country: Some(country.to_owned()), ..Self::default() }
    }

    /// Whether somebody with this clearance may see what demands `rollup`. An empty rollup is refused: where nothing
    /// is known of the material, nothing is known to be allowed. Seeing a join is the same as seeing each part. No
    /// organisation on a list is expanded into its members.
    pub fn may_see(&self, rollup: &Rollup) -> bool {
        self.sees(rollup, None)
    }

    /// As [`Clearance::may_see`], with the organisations on a list whose members are known taken for those who were
    /// members on `day`. Whoever may see a join so may see each part; the other way round a list that two parts have
    /// in common only by its members shows nothing, since the join does not know them.
    pub fn may_see_on(&self, rollup: &Rollup, day: Date) -> bool {
        self.sees(rollup, Some(day))
    }

    fn sees(&self, rollup: &Rollup, day: Option<Date>) -> bool {
        !rollup.is_empty()
            && rollup.us.as_ref().is_none_or(|state| self.may_see_us(state, day))
            && rollup.nato.is_none_or(|nato| self.nato.is_some_and(|mine| mine >= nato))
            && rollup.tlp.is_none_or(|tlp| self.tlp.unwrap_or(Tlp::Clear) >= tlp)
            && rollup.nato_controls.iter().all(|control| self.granted.contains(control))
            && rollup.plain.iter().all(|(ladder, rung)| self.rank_on(ladder).is_some_and(|mine| mine >= rung.rank))
    }

    /// The rank on a team's ladder, however its name is spelt in capitals and small letters.
    fn rank_on(&self, ladder: &str) -> Option<u8> {
        self.plain.iter().find(|(mine, _)| mine.eq_ignore_ascii_case(ladder)).map(|(_, rank)| *rank)
    }

    fn may_see_us(&self, state: &UsState, day: Option<Date>) -> bool {
        self.us.unwrap_or(Us::Unclassified) >= state.level
            && state.controls.iter().all(|control| self.granted.contains(control))
            && state.dissem.iter().all(|control| self.meets(*control))
            && state.programmes.iter().all(|programme| self.granted.contains(&format!("SAR-{programme}")))
            && state.atomic.iter().all(|mark| self.meets_atomic(mark))
            && state.non_ic.iter().all(|mark| self.meets_non_ic(mark))
            // What others gave in confidence is not public, whatever they call it.
            && (state.fgi.is_empty() || self.us.is_some())
            && self.may_have_abroad(state, day)
    }

    fn meets(&self, control: Dissem) -> bool {
        match control {
            // Where it may go is decided by country.
            Dissem::Noforn | Dissem::Relido => true,
            Dissem::Fouo => self.us.is_some(),
            Dissem::Rsen | Dissem::Orcon | Dissem::Imcon | Dissem::Propin | Dissem::Dsen | Dissem::Fisa => {
                self.granted.contains(name_of(control))
            }
        }
    }

    fn meets_atomic(&self, mark: &str) -> bool {
        if is_unclassified_nuclear(mark) { self.us.is_some() } else { self.granted.contains(mark) }
    }

    /// What gives way to another mark in a roll-up must not ask for more than that other does.
    fn meets_non_ic(&self, mark: &str) -> bool {
        let granted = |name: &str| self.granted.contains(name);
        match mark {
            "DS" => granted("LIMDIS"),
            "XD" => granted("EXDIS") || granted("NODIS"),
            "ND" => granted("NODIS"),
            "SBU" | "SBU-NF" => self.us.is_some(),
            "LES" | "LES-NF" => granted("LES"),
            other => granted(other),
        }
    }

    fn may_have_abroad(&self, state: &UsState, day: Option<Date>) -> bool {
        let Some(country) = self.country.as_deref() else {
            // The public: no list and no control may limit it.
            return !state.is_noforn() && state.release.listed.is_none() && state.level == Us::Unclassified;
        };
        let named = |list: &BTreeSet<String>| {
            list.contains(country)
                || day.is_some_and(|day| list.iter().any(|token| tetragraph::has(token, country, day)))
        };
        country == OWNER || (!state.is_noforn() && state.release.listed.as_ref().is_none_or(named))
    }
}

fn name_of(control: Dissem) -> &'static str {
    match control {
        Dissem::Rsen => "RSEN",
        Dissem::Fouo => "FOUO",
        Dissem::Orcon => "ORCON",
        Dissem::Imcon => "IMCON",
        Dissem::Noforn => "NOFORN",
        Dissem::Propin => "PROPIN",
        Dissem::Relido => "RELIDO",
        Dissem::Dsen => "DSEN",
        Dissem::Fisa => "FISA",
    }
}

/// Why a text is not a clearance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAClearance(String);

impl fmt::Display for NotAClearance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} is not part of a clearance: write `public`, or for example `SECRET,SI,country=USA,TLP:AMBER`",
            self.0
        )
    }
}

impl std::error::Error for NotAClearance {}

impl FromStr for Clearance {
    type Err = NotAClearance;

    /// Reads `public`, or parts with commas between them: a rung of each ladder, `country=` and a trigraph, and the
    /// names of granted controls. What is misspelt, or said twice in different words, is refused, so that it cannot
    /// grant something else.
    fn from_str(text: &str) -> Result<Self, NotAClearance> {
        let mut clearance = Self::default();
        if text.trim().eq_ignore_ascii_case("public") {
            return Ok(clearance);
        }
        for part in text.split(',') {
            let said = part.trim();
            let part = said.to_ascii_uppercase();
            let fits = if let Some(rung) = us_of(&part) {
                clearance.us.replace(rung).is_none()
            } else if let Some(rung) = nato_of(&part) {
                clearance.nato.replace(rung).is_none()
            } else if let Some(rung) = tlp_of(&part) {
                clearance.tlp.replace(rung).is_none()
            } else if let Some(country) = part.strip_prefix("COUNTRY=") {
                country.len() == 3
                    && country.bytes().all(|byte| byte.is_ascii_uppercase())
                    && clearance.country.replace(country.to_owned()).is_none()
            } else if let Some((ladder, rank)) = ladder_of(said) {
                let rank = rank.parse().ok().filter(|_| !ladder.is_empty() && !ladder.contains(['=', ',']));
                clearance.rank_on(ladder).is_none()
                    && rank.is_some_and(|rank| clearance.plain.insert(ladder.to_owned(), rank).is_none())
            } else {
                is_control(&part) && clearance.granted.insert(part.clone())
            };
            if !fits {
                return Err(NotAClearance(part.chars().take(40).collect()));
            }
        }
        Ok(clearance)
    }
}

/// The name of a team's ladder, which is spelt as the team does, and what stands for its rung.
fn ladder_of(said: &str) -> Option<(&str, &str)> {
    let head = said.get(.."ladder:".len()).filter(|head| head.eq_ignore_ascii_case("ladder:"))?;
    said.get(head.len()..)?.rsplit_once('=')
}

fn us_of(part: &str) -> Option<Us> {
    Some(match part {
        "U" | "UNCLASSIFIED" => Us::Unclassified,
        "C" | "CONFIDENTIAL" => Us::Confidential,
        "S" | "SECRET" => Us::Secret,
        "TS" | "TOP SECRET" => Us::TopSecret,
        _ => return None,
    })
}

fn nato_of(part: &str) -> Option<Nato> {
    Some(match part {
        "NU" | "NATO UNCLASSIFIED" => Nato::Unclassified,
        "NR" | "NATO RESTRICTED" => Nato::Restricted,
        "NC" | "NATO CONFIDENTIAL" => Nato::Confidential,
        "NS" | "NATO SECRET" => Nato::Secret,
        "CTS" | "COSMIC TOP SECRET" => Nato::CosmicTopSecret,
        _ => return None,
    })
}

fn tlp_of(part: &str) -> Option<Tlp> {
    Some(match part {
        "TLP:CLEAR" => Tlp::Clear,
        "TLP:GREEN" => Tlp::Green,
        "TLP:AMBER" => Tlp::Amber,
        "TLP:AMBER+STRICT" => Tlp::AmberStrict,
        "TLP:RED" => Tlp::Red,
        _ => return None,
    })
}

fn is_control(part: &str) -> bool {
    const SYSTEMS: [&str; 6] = ["EL", "HCS", "KDK", "RSV", "SI", "TK"];
    const BY_NAME: [&str; 16] = [
        "RSEN", "ORCON", "IMCON", "PROPIN", "DSEN", "FISA", "LIMDIS", "EXDIS", "NODIS", "LES", "SSI", "NNPI", "TFNI",
        "ATOMAL", "BOHEMIA", "BALK",
    ];
    const BY_HEAD: [&str; 4] = ["SAR", "RD", "FRD", "ACCM"];
    let system = part.split(['-', ' ']).next().unwrap_or(part);
    let written = part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b' ' | b'_'));
    let headed = BY_HEAD.contains(&system) && (part.len() > system.len() + 1 || matches!(part, "RD" | "FRD"));
    BY_NAME.contains(&part) || (written && (SYSTEMS.contains(&system) || headed))
}

impl fmt::Display for Clearance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::default() {
            return f.write_str("public");
        }
        let us = self.us.map(|us| match us {
            Us::Unclassified => "UNCLASSIFIED",
            Us::Confidential => "CONFIDENTIAL",
            Us::Secret => "SECRET",
            Us::TopSecret => "TOP SECRET",
        });
        let nato = self.nato.map(|nato| match nato {
            Nato::Unclassified => "NATO UNCLASSIFIED",
            Nato::Restricted => "NATO RESTRICTED",
            Nato::Confidential => "NATO CONFIDENTIAL",
            Nato::Secret => "NATO SECRET",
            Nato::CosmicTopSecret => "COSMIC TOP SECRET",
        });
        let tlp = self.tlp.map(|tlp| match tlp {
            Tlp::Clear => "TLP:CLEAR",
            Tlp::Green => "TLP:GREEN",
            Tlp::Amber => "TLP:AMBER",
            Tlp::AmberStrict => "TLP:AMBER+STRICT",
            Tlp::Red => "TLP:RED",
        });
        let country = self.country.as_ref().map(|country| format!("country={country}"));
        let plain: Vec<String> = self.plain.iter().map(|(ladder, rank)| format!("ladder:{ladder}={rank}")).collect();
        let parts: Vec<&str> = (us.into_iter())
            .chain(self.granted.iter().map(String::as_str))
            .chain(country.as_deref())
            .chain(nato)
            .chain(tlp)
            .chain(plain.iter().map(String::as_str))
            .collect();
        f.write_str(&parts.join(","))
    }
}
