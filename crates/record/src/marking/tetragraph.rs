//! Which countries an organisation stands for, and since when.
//!
//! A list of REL TO may name an organisation by four letters. Whom that means depends on the day, so that only those
//! are here whose membership is published and certain; every other is left as it is, and means nobody but itself. Each
//! row has its source. A marking is never expanded as it is kept: what is decided by members is decided when somebody
//! looks, as of a day ([`Clearance::may_see_on`](super::Clearance::may_see_on)).

use std::collections::BTreeSet;

use jiff::civil::{Date, date};

/// The version of the table. It grows by rows and never by another meaning of one.
pub const TABLE: &str = "2024-03-07";

/// A member and the days of its membership.
struct Member {
    country: &'static str,
    /// The first day, the day on which the treaty entered into force for it.
    from: Date,
}

/// An organisation.
struct Organisation {
    token: &'static str,
    members: &'static [Member],
    /// Where the membership is published.
    source: &'static str,
}

const fn since(country: &'static str, year: i16, month: i8, day: i8) -> Member {
    Member { country, from: date(year, month, day) }
}

/// Groups whose members the tables of markings themselves define have no days of their own: they are what they are
/// while the table is in use.
const fn always(country: &'static str) -> Member {
    since(country, 1, 1, 1)
}

const ISM: &str = "the rules of the ISM tables, version 10, where they resolve the lists of portions (ISM-ID-00318)";

const ORGANISATIONS: [Organisation; 4] = [
    Organisation { token: "ACGU", members: &[always("AUS"), always("CAN"), always("GBR"), always("USA")], source: ISM },
    Organisation {
        token: "FVEY",
        members: &[always("AUS"), always("CAN"), always("GBR"), always("NZL"), always("USA")],
        source: ISM,
    },
    Organisation {
        token: "NATO",
        members: &[
            since("BEL", 1949, 8, 24),
            since("CAN", 1949, 8, 24),
            since("DNK", 1949, 8, 24),
            since("FRA", 1949, 8, 24),
            since("GBR", 1949, 8, 24),
            since("ISL", 1949, 8, 24),
            since("ITA", 1949, 8, 24),
            since("LUX", 1949, 8, 24),
            since("NLD", 1949, 8, 24),
            since("NOR", 1949, 8, 24),
            since("PRT", 1949, 8, 24),
            since("USA", 1949, 8, 24),
            since("GRC", 1952, 2, 18),
            since("TUR", 1952, 2, 18),
            since("DEU", 1955, 5, 6),
            since("ESP", 1982, 5, 30),
            since("CZE", 1999, 3, 12),
            since("HUN", 1999, 3, 12),
            since("POL", 1999, 3, 12),
            since("BGR", 2004, 3, 29),
            since("EST", 2004, 3, 29),
            since("LTU", 2004, 3, 29),
            since("LVA", 2004, 3, 29),
            since("ROU", 2004, 3, 29),
            since("SVK", 2004, 3, 29),
            since("SVN", 2004, 3, 29),
            since("ALB", 2009, 4, 1),
            since("HRV", 2009, 4, 1),
            since("MNE", 2017, 6, 5),
            since("MKD", 2020, 3, 27),
            since("FIN", 2023, 4, 4),
            since("SWE", 2024, 3, 7),
        ],
        source: "the North Atlantic Treaty and the protocols of accession, by the days they entered into force",
    },
    Organisation { token: "TEYE", members: &[always("CAN"), always("GBR"), always("USA")], source: ISM },
];

fn find(token: &str) -> Option<&'static Organisation> {
    ORGANISATIONS.iter().find(|organisation| organisation.token == token)
}

/// Whether `token` is an organisation whose members are known, and `country` was one of them on `day`.
pub fn has(token: &str, country: &str, day: Date) -> bool {
    find(token).is_some_and(|found| found.members.iter().any(|member| member.country == country && member.from <= day))
}

/// The members of an organisation on `day`; `None` where it is not known who they are.
pub fn members(token: &str, day: Date) -> Option<BTreeSet<&'static str>> {
    let members = find(token)?.members.iter();
    Some(members.filter(|member| member.from <= day).map(|member| member.country).collect())
}

/// Where the membership of an organisation is published.
pub fn source(token: &str) -> Option<&'static str> {
    find(token).map(|found| found.source)
}

/// The members of a group that the tables of markings resolve in a list of REL TO (`ACGU`, `FVEY`, `TEYE`), whatever
/// the day. An alliance is not among them: the tables leave it as it stands.
pub fn resolved(token: &str) -> Option<impl Iterator<Item = &'static str>> {
    let found = find(token).filter(|found| found.source == ISM)?;
    Some(found.members.iter().map(|member| member.country))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_country_is_a_member_from_the_day_its_accession_entered_into_force() {
        assert!(!has("NATO", "SWE", date(2024, 3, 6)) && has("NATO", "SWE", date(2024, 3, 7)));
        assert!(!has("NATO", "FIN", date(2023, 4, 3)) && has("NATO", "FIN", date(2023, 4, 4)));
        assert_eq!(members("NATO", date(1949, 8, 23)).unwrap().len(), 0);
        assert_eq!(members("NATO", date(1949, 8, 24)).unwrap().len(), 12);
        assert_eq!(members("NATO", date(2024, 3, 7)).unwrap().len(), 32);
    }

    #[test]
    fn the_groups_that_the_tables_define_are_the_same_on_every_day() {
        let five = BTreeSet::from(["AUS", "CAN", "GBR", "NZL", "USA"]);
        assert_eq!(members("FVEY", date(2023, 2, 18)).unwrap(), five);
        assert_eq!(resolved("FVEY").unwrap().collect::<BTreeSet<_>>(), five);
        assert_eq!(resolved("TEYE").unwrap().count(), 3);
        assert!(resolved("NATO").is_none() && source("NATO").unwrap().contains("accession"));
    }

    #[test]
    fn an_organisation_whose_members_are_not_certain_means_nobody_but_itself() {
        for token in ["ISAF", "KFOR", "GCTF", "UNCK", "GBR", "", "XXXX"] {
            assert_eq!(members(token, date(2024, 3, 7)), None, "{token}");
            assert!(!has(token, "GBR", date(2024, 3, 7)) && source(token).is_none() && resolved(token).is_none());
        }
    }
}
