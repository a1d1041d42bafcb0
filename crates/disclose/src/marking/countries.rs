//! Whom REL TO and DISPLAY ONLY may name, and in which order.
//!
//! The tokens are those of the table; a token that is not in it is unknown, however plausible it looks. An
//! organisation (a tetragraph) is never expanded into its members here: membership changes with time.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use record::marking::{CONCEALED, OWNER};

/// Countries and territories but the owner, A to Z.
const TRIGRAPHS: &str = "\
     ABW AFG AGO AIA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AX2 AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH \
     BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPT CPV CRI \
     CUB CUW CXR CYM CYP CZE DEU DGA DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB \
     GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT \
     IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU \
     LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM \
     NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT \
     REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR \
     TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR URY UZB VAT VCT VEN VGB VIR VNM VUT WLF \
     WSM XAC XAZ XBI XBK XCR XCS XCY XEU XGL XGZ XHO XJA XJM XJN XJV XKM XKN XKR XKS XMW XNV XPL XPR XQP XQZ XSP \
     XSV XTR XWB XWK XXD XXX YEM ZAF ZMB ZWE";

/// Organisations and groups of countries, A to Z.
const TETRAGRAPHS: &str = "\
     ACGU APFS BWCS CFCK CMFC CMFP CPMT CTOC CWCS EFOR EUDA FVEY GCTF GMIF ISAF KFOR MIFH MLEC NACT NATO OSTY SPAA \
     TEYE UNCK";

/// Tokens that may no longer be used, with the day from which on. All those days are past.
const WITHDRAWN: [(&str, &str); 3] = [("EFOR", "2012-06-15"), ("EUDA", "2012-05-25"), ("MIFH", "2012-05-18")];

/// Whether the table has this token, in use or withdrawn.
pub(super) fn is_known(token: &str) -> bool {
    let listed = |table: &str| table.split_ascii_whitespace().any(|known| known == token);
    token == OWNER || listed(TRIGRAPHS) || listed(TETRAGRAPHS)
}

/// Whether somebody abroad by this token may be a source or an owner: those of the lists, and one that only the table
/// of sources has.
pub(super) fn is_source(token: &str) -> bool {
    token == "AX1" || (token != OWNER && is_known(token))
}

/// The order of owners: countries A to Z with the United States in their place, then organisations.
pub(super) fn order_of_owners(a: &str, b: &str) -> Ordering {
    let place = |token: &str| (token != CONCEALED, token.len() > 3);
    place(a).cmp(&place(b)).then_with(|| a.cmp(b))
}

/// Whether this token may no longer be used.
pub(super) fn is_withdrawn(token: &str) -> bool {
    WITHDRAWN.iter().any(|(withdrawn, _)| *withdrawn == token)
}

/// The order of a list: the owner, then countries A to Z, then organisations A to Z.
pub(super) fn order(a: &str, b: &str) -> Ordering {
    let place = |token: &str| (token != OWNER, token.len() > 3);
    place(a).cmp(&place(b)).then_with(|| a.cmp(b))
}

/// A list as it is written: in order, with commas.
pub(super) fn listed(tokens: &BTreeSet<String>) -> String {
    let mut tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    tokens.sort_by(|a, b| order(a, b));
    tokens.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_starts_with_the_owner_then_countries_then_organisations() {
        let tokens = ["NATO", "KOR", "USA", "ACGU", "JPN"].map(str::to_owned);
        assert_eq!(listed(&tokens.into()), "USA, JPN, KOR, ACGU, NATO");
    }

    #[test]
    fn a_token_that_only_looks_like_a_country_is_unknown() {
        for token in ["GBR", "KOR", "AX2", "FVEY", "USA", "EFOR"] {
            assert!(is_known(token), "{token}");
        }
        for token in ["UK", "ENG", "gbr", "", "GBR ", "EURO", "GBR AUS"] {
            assert!(!is_known(token), "{token}");
        }
        assert!(is_withdrawn("EFOR") && !is_withdrawn("NATO"));
    }

    #[test]
    fn every_withdrawn_token_is_in_the_table_and_the_tables_are_sorted() {
        assert!(WITHDRAWN.iter().all(|(token, _)| is_known(token)));
        for table in [TRIGRAPHS, TETRAGRAPHS] {
            assert!(table.split_ascii_whitespace().is_sorted());
        }
    }
}
