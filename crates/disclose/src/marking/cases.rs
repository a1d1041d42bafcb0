//! Markings as people write them: what is read, what is refused and what is said then.

use record::marking::Rollup;

use super::*;

/// Checks that `text` is read, and how it is then written as a banner and as a portion.
fn read(text: &str, as_banner: &str, as_portion: &str) {
    let marking = parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    assert_eq!(banner(&marking), as_banner, "{text}");
    assert_eq!(portion(&marking), as_portion, "{text}");
}

/// Checks that `text` is refused, and what is said.
fn refuse(text: &str, said: &str) {
    match parse(text) {
        Ok(marking) => panic!("{text} was read as {}", banner(&marking)),
        Err(error) => assert_eq!(error.to_string(), said),
    }
}

#[test]
fn banners_portions_and_titles_are_read_as_the_same_marking() {
    for text in
        ["SECRET//NOFORN", "(S//NF)", "S//NF", "SECRET//NOT RELEASABLE TO FOREIGN NATIONALS", " SECRET//NOFORN\n"]
    {
        read(text, "SECRET//NOFORN", "(S//NF)");
    }
    for text in [
        "TOP SECRET//SI-G/TK//ORCON/REL TO USA, GBR",
        "(TS//SI-G/TK//OC/REL TO USA, GBR)",
        "TOP SECRET//SPECIAL INTELLIGENCE-GAMMA/TALENT KEYHOLE//ORIGINATOR CONTROLLED/AUTHORIZED FOR RELEASE TO USA, GBR",
    ] {
        read(text, "TOP SECRET//SI-G/TK//ORCON/REL TO USA, GBR", "(TS//SI-G/TK//OC/REL TO USA, GBR)");
    }
    read(
        "TOP SECRET//SI-G/TK//REL TO USA, GBR",
        "TOP SECRET//SI-G/TK//REL TO USA, GBR",
        "(TS//SI-G/TK//REL TO USA, GBR)",
    );
}

#[test]
fn unclassified_and_official_use() {
    for text in ["U", "(U)", "UNCLASSIFIED"] {
        read(text, "UNCLASSIFIED", "(U)");
    }
    for text in ["UNCLASSIFIED//FOUO", "U//FOUO", "(U//FOUO)", "UNCLASSIFIED//FOR OFFICIAL USE ONLY"] {
        read(text, "UNCLASSIFIED//FOUO", "(U//FOUO)");
    }
}

#[test]
fn nato_and_tlp() {
    for (text, as_banner, as_portion) in [
        ("NATO SECRET", "NATO SECRET", "(NS)"),
        ("NS", "NATO SECRET", "(NS)"),
        ("(NU)", "NATO UNCLASSIFIED", "(NU)"),
        ("NATO RESTRICTED", "NATO RESTRICTED", "(NR)"),
        ("NC", "NATO CONFIDENTIAL", "(NC)"),
        ("COSMIC TOP SECRET", "COSMIC TOP SECRET", "(CTS)"),
        ("CTS", "COSMIC TOP SECRET", "(CTS)"),
        ("TLP:AMBER+STRICT", "TLP:AMBER+STRICT", "(TLP:AMBER+STRICT)"),
        ("(TLP:CLEAR)", "TLP:CLEAR", "(TLP:CLEAR)"),
    ] {
        read(text, as_banner, as_portion);
    }
}

#[test]
fn every_dissemination_control_in_its_order() {
    read(
        "S//RS/OC/IMC/PR/REL TO USA, JPN, KOR, NATO/RELIDO/DSEN/FISA/DISPLAY ONLY AFG, IRQ",
        "SECRET//RSEN/ORCON/IMCON/PROPIN/REL TO USA, JPN, KOR, NATO/RELIDO/DSEN/FISA/DISPLAY ONLY AFG, IRQ",
        "(S//RS/OC/IMC/PR/REL TO USA, JPN, KOR, NATO/RELIDO/DSEN/FISA/DISPLAY ONLY AFG, IRQ)",
    );
}

#[test]
fn a_marking_out_of_order_is_refused_with_the_order_it_should_have() {
    for (text, part, rule, mend) in [
        (
            "SECRET//NOFORN//SI",
            "SI",
            "control systems stand before dissemination controls, // parts the two, / the rest",
            "SECRET//SI//NOFORN",
        ),
        (
            "S//SI/NF",
            "NF",
            "control systems stand before dissemination controls, // parts the two, / the rest",
            "(S//SI//NF)",
        ),
        (
            "SECRET//ORCON//NOFORN",
            "NOFORN",
            "control systems stand before dissemination controls, // parts the two, / the rest",
            "SECRET//ORCON/NOFORN",
        ),
        ("SECRET//NOFORN/ORCON", "ORCON", "ISM-ID-00026, the order of dissemination controls", "SECRET//ORCON/NOFORN"),
        ("TS//TK/SI", "SI", "ISM-ID-00042, the order of control systems and their compartments", "(TS//SI/TK)"),
        (
            "TS//SI-XYZ-G//OC",
            "SI-XYZ-G",
            "ISM-ID-00042, the order of control systems and their compartments",
            "(TS//SI-G-XYZ//OC)",
        ),
        ("TS//SI/SI-G", "SI-G", "ISM-ID-00042, the order of control systems and their compartments", "(TS//SI-G)"),
        (
            "TS//SI-G ABCD-G EFGH",
            "SI-G ABCD-G EFGH",
            "ISM-ID-00042, the order of control systems and their compartments",
            "(TS//SI-G ABCD EFGH)",
        ),
        ("S//REL TO GBR, USA", "REL TO GBR, USA", "ISM-ID-00041, the order of REL TO", "(S//REL TO USA, GBR)"),
        (
            "S//REL TO USA, NATO, KOR",
            "REL TO USA, NATO, KOR",
            "ISM-ID-00041, the order of REL TO",
            "(S//REL TO USA, KOR, NATO)",
        ),
        (
            "S//DISPLAY ONLY IRQ, AFG",
            "DISPLAY ONLY IRQ, AFG",
            "ISM-ID-00167, the order of DISPLAY ONLY",
            "(S//DISPLAY ONLY AFG, IRQ)",
        ),
    ] {
        let said =
            format!("{part:?} does not stand in its official place in the marking {text:?} ({rule}): write {mend}");
        refuse(text, &said);
        parse(mend).unwrap();
    }
}

#[test]
fn a_marking_that_mixes_spellings_is_refused_with_the_one_it_should_have() {
    for (text, part, mend) in [
        ("SECRET//NF", "NF", "SECRET//NOFORN"),
        ("S//NOFORN", "NOFORN", "(S//NF)"),
        ("(SECRET//NOFORN)", "SECRET", "(S//NF)"),
        ("secret//noforn", "secret", "SECRET//NOFORN"),
        ("SECRET // NOFORN", "SECRET ", "SECRET//NOFORN"),
        ("S//REL TO USA,GBR", "REL TO USA,GBR", "(S//REL TO USA, GBR)"),
        ("S//REL TO USA GBR", "REL TO USA GBR", "(S//REL TO USA, GBR)"),
        ("S//REL TO USA, GBR,", "REL TO USA, GBR,", "(S//REL TO USA, GBR)"),
        ("TS//TALENT KEYHOLE", "TALENT KEYHOLE", "(TS//TK)"),
        ("tlp:amber", "tlp:amber", "TLP:AMBER"),
        ("( S )", " S ", "(S)"),
    ] {
        refuse(text, &format!("{part:?} in the marking {text:?} is not spelt as the rest asks for: write {mend}"));
        parse(mend).unwrap();
    }
}

#[test]
fn what_is_unknown_is_never_guessed() {
    let no_level = "is no classification: start with UNCLASSIFIED, CONFIDENTIAL, SECRET, TOP SECRET (U, C, S, TS), a \
                    NATO classification or a TLP label";
    let no_control = "is no control system and no dissemination control of the tables: write for example SI or TK, \
                      NOFORN or NF, ORCON or OC, REL TO USA, GBR";
    let nobody = "names somebody the table does not have (ISM-ID-00265, ISM-ID-00257): write countries as their three \
                  letters (GBR, not UK) and organisations as their four, with commas between";
    let empty = "is empty: write no slash for what does not apply";
    for (text, part, said) in [
        ("SECRTE//NOFORN", "SECRTE", no_level),
        ("SECRET NOFORN", "SECRET NOFORN", no_level),
        ("R", "R", "is no classification of the US ladder: write NATO RESTRICTED or NR if it is NATO's"),
        (
            "NOFORN",
            "NOFORN",
            "is a control without a classification before it: write the classification first, as in SECRET//NOFORN",
        ),
        ("/SECRET", "/SECRET", no_level),
        (
            "//SECRET",
            "SECRET",
            "does not say whose classification it is: write the owner and the classification, as in \
          //GBR SECRET or //JOINT SECRET GBR USA; that of the United States has no slashes before it",
        ),
        (
            "//XYZ SECRET",
            "XYZ SECRET",
            "does not say whose classification it is: write the owner and the classification, as in \
          //GBR SECRET or //JOINT SECRET GBR USA; that of the United States has no slashes before it",
        ),
        (
            "TLP:WHITE",
            "TLP:WHITE",
            "is of TLP 1: write TLP:CLEAR, as TLP 2.0 calls it, if that is what its source means",
        ),
        (
            "TLP:AMBER STRICT",
            "TLP:AMBER STRICT",
            "is no label of TLP 2.0, which never changes spelling: write TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED",
        ),
        ("S//NOFRON", "NOFRON", no_control),
        (
            "S//REL",
            "REL",
            "says no more than that a list stands elsewhere: write the list itself, for example REL TO USA, GBR",
        ),
        ("S//REL TO", "REL TO", "names nobody (ISM-ID-00031): write whom, for example REL TO USA, GBR"),
        ("S//DISPLAY ONLY", "DISPLAY ONLY", "names nobody (ISM-ID-00213): write to whom, for example DISPLAY ONLY AFG"),
        ("S//REL TO USA, UK", "REL TO USA, UK", nobody),
        ("S//REL TO USA, GBR, XYZ", "REL TO USA, GBR, XYZ", nobody),
        ("S//EYES ONLY", "EYES ONLY", "was withdrawn on 2014-09-11 (ISM-ID-00180): write REL TO with the same list"),
        ("TS//SAR//NF", "SAR", "names no programme: write which, as in SAR-BP"),
        (
            "S//RD-SIGMA 13",
            "RD-SIGMA 13",
            "is not RD with -CNWDI and -SIGMA 14, 15, 18 or 20, FRD with the same SIGMA, DOD UCNI, \
          DOE UCNI or TFNI: write a mark that the table has, as in RD-CNWDI or FRD-SIGMA 14",
        ),
        (
            "S//FGI UK",
            "FGI UK",
            "names a source that the table does not have (ISM-ID-00259): write governments by the letters of \
          the table with spaces between, as in FGI GBR JPN, or FGI alone where they must not be named",
        ),
        (
            "U//CUI",
            "CUI",
            "is of a category that these tables do not hold: keep this material elsewhere: what is not understood \
          cannot be guarded",
        ),
        (
            "TS//SI-GA",
            "SI-GA",
            "is not SI with G or compartments of three letters, and after a space sub-compartments of four: write a compartment that the table has",
        ),
        ("S//", "", empty),
        ("S////NF", "", empty),
        ("S//NF/", "", empty),
        ("S///NF", "", empty),
    ] {
        refuse(text, &format!("{part:?} in the marking {text:?} {said}"));
    }
}

#[test]
fn other_malformed_text_is_refused_too() {
    refuse("", "there is no marking: write one, for example UNCLASSIFIED, (S//NF) or TLP:AMBER");
    refuse(" \n", "there is no marking: write one, for example UNCLASSIFIED, (S//NF) or TLP:AMBER");
    let one_side = "has a parenthesis on one side only: write a portion as (S//NF), a banner without any";
    refuse("(S//NF", &format!("the marking \"(S//NF\" {one_side}"));
    refuse("S//NF)", &format!("the marking \"S//NF)\" {one_side}"));
    refuse("(", &format!("the marking \"(\" {one_side}"));
    refuse("S//NF/NF", "\"NF\" stands twice in the marking \"S//NF/NF\" (ISM-ID-00236): write it once");
    refuse("S//SI/SI", "\"SI\" stands twice in the marking \"S//SI/SI\" (ISM-ID-00236): write it once");
    refuse(
        "S//REL TO USA, GBR, GBR",
        "\"REL TO USA, GBR, GBR\" stands twice in the marking \"S//REL TO USA, GBR, GBR\" (ISM-ID-00236): write it once",
    );
    refuse(
        &"S//NF".repeat(1_000),
        "the marking has 5000 characters, more than any marking has (4000): write the marking alone",
    );
}

#[test]
fn text_from_outside_is_held_to_the_rules_and_told_each_that_it_breaks() {
    assert!(valid("(S//NF)").is_ok());
    assert_eq!(
        valid("SECRET//NOFORN/REL TO USA").unwrap_err().to_string(),
        "the marking \"SECRET//NOFORN/REL TO USA\" is not valid: NOFORN and REL TO exclude each other (ISM-ID-00033), \
         so keep NOFORN, or ask the originator which is meant; REL TO names more than one (ISM-ID-00319), so add to \
         whom it may go, or write NOFORN"
    );
}

#[test]
fn a_roll_up_over_several_ladders_keeps_each_mark() {
    let markings = ["S//REL TO USA, GBR", "U//FOUO", "NR", "TLP:AMBER+STRICT"].map(|text| valid(text).unwrap());
    let rollup = Rollup::of(&markings);
    assert_eq!(banner_of(&rollup).as_deref(), Some("SECRET//REL TO USA, GBR + NATO RESTRICTED + TLP:AMBER+STRICT"));
    assert_eq!(portion_of(&rollup).as_deref(), Some("(S//REL TO USA, GBR) + (NR) + (TLP:AMBER+STRICT)"));
    assert_eq!(banner_of(&Rollup::default()), None);
}

#[test]
fn every_category_is_read_and_written_in_its_place() {
    read(
        "TOP SECRET//HCS/SI-G ABCD//SAR-BP-J12 K7/CD//RD-CNWDI-SIGMA 14//FGI DEU GBR//ORCON/NOFORN//LIMDIS/NNPI",
        "TOP SECRET//HCS/SI-G ABCD//SAR-BP-J12 K7/CD//RD-CNWDI-SIGMA 14//FGI DEU GBR//ORCON/NOFORN//LIMDIS/NNPI",
        "(TS//HCS/SI-G ABCD//SAR-BP-J12 K7/CD//RD-CNWDI-SG 14//FGI DEU GBR//OC/NF//DS/NNPI)",
    );
    read("UNCLASSIFIED//DOE UCNI//SBU NOFORN", "UNCLASSIFIED//DOE UCNI//SBU NOFORN", "(U//UCNI//SBU-NF)");
    read("SECRET//FGI//NOFORN//ACCM-BLUE LINE", "SECRET//FGI//NOFORN//ACCM-BLUE LINE", "(S//FGI//NF//ACCM-BLUE LINE)");
}

#[test]
fn what_is_of_others_stands_behind_two_slashes_with_its_owner() {
    read("(//GBR S//REL TO USA, GBR)", "//GBR SECRET//REL TO USA, GBR", "(//GBR S//REL TO USA, GBR)");
    read("//FGI RESTRICTED", "//FGI RESTRICTED", "(//FGI R)");
    read("//JOINT TOP SECRET CAN GBR USA", "//JOINT TOP SECRET CAN GBR USA", "(//JOINT TS CAN GBR USA)");
    read("(//NS)", "NATO SECRET", "(NS)");
    read("//COSMIC TOP SECRET ATOMAL", "COSMIC TOP SECRET ATOMAL", "(CTSA)");
    for (text, mend) in [
        ("GBR SECRET", "//GBR SECRET"),
        ("(JOINT S GBR USA)", "(//JOINT S GBR USA)"),
        ("//JOINT SECRET USA GBR", "//JOINT SECRET GBR USA"),
    ] {
        assert_eq!(parse(text).unwrap_err().mend(), Some(mend), "{text}");
    }
    refuse(
        "//JOINT RESTRICTED GBR USA",
        "\"JOINT RESTRICTED GBR USA\" in the marking \"//JOINT RESTRICTED GBR USA\" has a classification that the United \
         States do not have: write CONFIDENTIAL, or leave the United States out of the owners",
    );
}

#[test]
fn a_banner_is_written_with_titles_too() {
    let marking = parse("(TS//SI-G ABCD/TK//SAR-BP//FRD//FGI GBR//OC/REL TO USA, GBR//LES)").unwrap();
    let said = "TOP SECRET//SPECIAL INTELLIGENCE-GAMMA ABCD/TALENT KEYHOLE//SPECIAL ACCESS REQUIRED-BP//FORMERLY RESTRICTED \
                DATA//FOREIGN GOVERNMENT INFORMATION GBR//ORIGINATOR CONTROLLED/AUTHORIZED FOR RELEASE TO USA, GBR//LAW \
                ENFORCEMENT SENSITIVE";
    assert_eq!(long(&marking), said);
    assert_eq!(parse(said), Ok(marking));
}

#[test]
fn space_within_the_parentheses_is_no_part_of_a_mark() {
    assert!(parse("(//GBR S)").is_ok());
    for text in ["( //GBR S)", "(//GBR S )", "( S//NF)", "(S//NF )"] {
        assert!(parse(text).is_err(), "{text}");
    }
}
