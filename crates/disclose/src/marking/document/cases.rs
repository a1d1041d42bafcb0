//! Documents as analysts write them: what is let through, and what is told of the others. Each rule on a document is here
//! by its number, with one document that keeps it and one that does not.

use super::*;

/// An authority block that nothing can be said against.
const DERIVED: &str = "Classified By: A. Vale, Desk 4\nDerived From: Guide 7\nDeclassify On: 20351231";
const NATO: &str = "Classified By: A. Vale, Desk 4\nDerived From: Guide 7\nDeclassify On: N/A to NATO portions. See source list for NSI portions.";
const ATOMIC: &str = "Classified By: A. Vale, Desk 4\nDerived From: Guide 7\nDeclassify On: N/A to RD/FRD portions. See source list for NSI portions.";

/// A document with this banner above and below, one paragraph for each mark, and a block.
fn document(banner: &str, portions: &[&str], block: &str) -> String {
    let paragraphs: Vec<String> =
        portions.iter().map(|mark| format!("{mark} The convoy left on Monday.\n\n")).collect();
    format!("{banner}\n\n{}{block}\n\n{banner}\n", paragraphs.concat())
}

fn rules_of(text: &str, options: &Options) -> Vec<&'static str> {
    Document::read(text, options.ladder.as_ref()).check(options).into_iter().map(|finding| finding.rule).collect()
}

/// Checks that a document breaks just these rules of the tables.
fn broken(text: &str, rules: &[&str]) {
    let mut found = rules_of(text, &Options { official: true, ..Options::default() });
    found.sort_unstable();
    found.dedup();
    assert_eq!(found, rules, "{text}");
}

/// Checks that nothing at all is found.
fn fine(banner: &str, portions: &[&str], block: &str) {
    let text = document(banner, portions, block);
    let found = Document::read(&text, None).check(&Options::default());
    assert_eq!(found, vec![], "{text}");
}

/// Checks that a document with this banner, these portions and a block that is in order breaks just these rules.
fn refused(banner: &str, portions: &[&str], rules: &[&str]) {
    broken(&document(banner, portions, DERIVED), rules);
}

#[test]
fn ism_13_14_141_and_142_a_classified_document_says_who_classified_it_and_until_when() {
    fine("SECRET//NOFORN", &["(S//NF)", "(U)"], DERIVED);
    broken(
        &document("SECRET//NOFORN", &["(S//NF)"], ""),
        &["ISM-ID-00013", "ISM-ID-00014", "ISM-ID-00141", "ISM-ID-00142"],
    );
    let no_end = "Classified By: A. Vale\nDerived From: Guide 7";
    broken(&document("SECRET//NOFORN", &["(S//NF)"], no_end), &["ISM-ID-00014", "ISM-ID-00141"]);
    let exempt = "Classified By: A. Vale\nDerived From: Guide 7\nDeclassify On: 25X1";
    broken(&document("SECRET//NOFORN", &["(S//NF)"], exempt), &["ISM-ID-00141"]);
    let both = "Classified By: A. Vale\nDerived From: Guide 7\nDeclassify On: 25X1, 20601231";
    fine("SECRET//NOFORN", &["(S//NF)"], both);
}

#[test]
fn ism_16_an_unclassified_document_has_no_authority_block() {
    fine("UNCLASSIFIED", &["(U)"], "");
    broken(&document("UNCLASSIFIED", &["(U)"], DERIVED), &["ISM-ID-00016"]);
}

#[test]
fn ism_17_143_and_221_an_original_decision_has_its_reason_and_a_derivative_one_has_none() {
    let end = "Declassify On: 20351231";
    fine("SECRET//NOFORN", &["(S//NF)"], &format!("Classified By: A. Vale\nReason: 1.4(c)\n{end}"));
    let of = |block: &str, rules: &[&str]| {
        broken(&document("SECRET//NOFORN", &["(S//NF)"], &format!("{block}\n{end}")), rules)
    };
    of("Classified By: A. Vale", &["ISM-ID-00017"]);
    of("Derivatively Classified By: A. Vale", &["ISM-ID-00013", "ISM-ID-00143"]);
    of("Classified By: A. Vale\nReason: 1.4(c)\nDerived From: Guide 7", &["ISM-ID-00221"]);
    of("Derived From: Guide 7", &["ISM-ID-00142"]);
}

#[test]
fn ism_133_236_256_and_270_to_279_what_the_lines_of_the_block_can_say() {
    let of = |end: &str| {
        document("SECRET//NOFORN", &["(S//NF)"], &format!("Classified By: A. Vale\nDerived From: Guide 7\n{end}"))
    };
    broken(&of("Declassify On: 50X1-HUM"), &[]);
    broken(&of("Declassify On: 50X1-HUM, 20601231"), &["ISM-ID-00133"]);
    broken(&of("Declassify On: 25X17, 20601231"), &["ISM-ID-00256"]);
    broken(&of("Declassify On: the end of the end"), &["ISM-ID-00236"]);
    broken(&of(&format!("Declassify On: {}", "x".repeat(1_025))), &["ISM-ID-00276"]);
    for (line, rules) in [
        ("Classified By: A. Vale\nReason: LONG", &["ISM-ID-00270"][..]),
        ("Classified By: LONG\nReason: 1.4(c)", &["ISM-ID-00271"]),
        ("Classified By: A. Vale\nReason: 1.4(c)\nCompilation Reason: LONG", &["ISM-ID-00272"]),
        ("Classified By: LONG\nDerived From: Guide 7", &["ISM-ID-00278"]),
        ("Classified By: A. Vale\nDerived From: LONG", &["ISM-ID-00279"]),
    ] {
        let block = format!("{}\nDeclassify On: 20351231", line.replace("LONG", &"x".repeat(4_097)));
        broken(&document("SECRET//NOFORN", &["(S//NF)"], &block), rules);
    }
}

#[test]
fn ism_176_246_and_299_what_is_under_the_atomic_energy_act_has_no_end() {
    let notice = "RESTRICTED DATA NOTICE: Handle by law.\n\n";
    fine("SECRET//RD//NOFORN", &["(S//RD//NF)", "(S//NF)"], &format!("{notice}{ATOMIC}"));
    let dated = document("SECRET//RD//NOFORN", &["(S//RD//NF)", "(S//NF)"], &format!("{notice}{DERIVED}"));
    broken(&dated, &["ISM-ID-00176", "ISM-ID-00246"]);
    broken(&document("SECRET//NOFORN", &["(S//NF)"], ATOMIC), &["ISM-ID-00299"]);
}

#[test]
fn ism_315_316_and_317_what_is_natos_is_not_declassified_here() {
    fine("SECRET//FGI NATO//NOFORN", &["(U)", "(//NS)", "(S//NF)"], NATO);
    refused("SECRET//FGI NATO//NOFORN", &["(//NS)", "(S//NF)"], &["ISM-ID-00315"]);
    broken(&document("SECRET//NOFORN", &["(S//NF)"], NATO), &["ISM-ID-00316"]);
    let both = NATO.replace("NATO portions", "NATO and RD/FRD portions");
    let notice = "RESTRICTED DATA NOTICE: Handle by law.\n\n";
    fine("SECRET//RD//FGI NATO//NOFORN", &["(S//RD//NF)", "(//NS)"], &format!("{notice}{both}"));
    broken(&document("SECRET//RD//NOFORN", &["(S//RD//NF)", "(S//NF)"], &format!("{notice}{both}")), &["ISM-ID-00317"]);
}

#[test]
fn ism_56_58_and_59_no_portion_is_above_the_banner() {
    fine("TOP SECRET//NOFORN", &["(TS//NF)", "(C//NF)", "(U)"], DERIVED);
    broken(&document("UNCLASSIFIED", &["(U)", "(C)"], ""), &["ISM-ID-00056"]);
    refused("CONFIDENTIAL//NOFORN", &["(C//NF)", "(S//NF)"], &["ISM-ID-00058"]);
    refused("SECRET//NOFORN", &["(S//NF)", "(TS//NF)"], &["ISM-ID-00059"]);
}

#[test]
fn ism_60_to_63_every_control_system_of_a_portion_stands_in_the_banner() {
    fine("TOP SECRET//HCS/SI-G/TK//ORCON/NOFORN", &["(TS//SI-G//OC/NF)", "(S//HCS/TK//NF)"], DERIVED);
    refused("SECRET//NOFORN", &["(S//SI//NF)"], &["ISM-ID-00060"]);
    refused("TOP SECRET//SI//ORCON/NOFORN", &["(TS//SI-G//OC/NF)"], &["ISM-ID-00061"]);
    refused("SECRET//NOFORN", &["(S//TK//NF)"], &["ISM-ID-00062"]);
    refused("SECRET//NOFORN", &["(S//HCS//NF)"], &["ISM-ID-00063"]);
}

#[test]
fn ism_64_65_219_233_and_234_what_comes_from_other_governments_is_said_in_the_banner() {
    fine("SECRET//FGI GBR//NOFORN", &["(S//FGI GBR//NF)", "(//GBR C)"], DERIVED);
    fine("SECRET//FGI//NOFORN", &["(//FGI S)", "(S//FGI GBR//NF)", "(S//NF)"], DERIVED);
    refused("SECRET//NOFORN", &["(//GBR S)", "(S//NF)"], &["ISM-ID-00064"]);
    refused("SECRET//FGI GBR//NOFORN", &["(//FGI S)"], &["ISM-ID-00065"]);
    refused("SECRET//FGI GBR//RELIDO", &["(S//FGI GBR//RELIDO)"], &["ISM-ID-00233"]);
    refused("SECRET//FGI//RELIDO", &["(S//FGI//RELIDO)"], &["ISM-ID-00234"]);
    // Text always says of an owner who must not be named that the source is protected; other lists need not.
    let options = Options::default();
    let mut sheet = Document::read(&document("SECRET//FGI//NOFORN", &["(//FGI S)"], DERIVED), None).sheet(&options);
    sheet.parts[0].fgi_protected.clear();
    assert!(rules::broken(&sheet).iter().any(|broken| broken.rule == "ISM-ID-00219"));
}

#[test]
fn ism_66_105_104_145_to_147_and_149_marks_of_unclassified_information_go_up_with_it() {
    fine("UNCLASSIFIED//FOUO", &["(U//FOUO)", "(U)"], "");
    broken(&document("UNCLASSIFIED", &["(U//FOUO)"], ""), &["ISM-ID-00066"]);
    fine("UNCLASSIFIED//SBU", &["(U//SBU)"], "");
    broken(&document("UNCLASSIFIED", &["(U//SBU)"], ""), &["ISM-ID-00105"]);
    fine("UNCLASSIFIED//SBU NOFORN", &["(U//SBU-NF)", "(U//SBU)"], "");
    broken(&document("UNCLASSIFIED", &["(U//SBU-NF)"], ""), &["ISM-ID-00104"]);
    let les = "LES NOTICE: Ask the originator.";
    fine("UNCLASSIFIED//LES", &["(U//LES)"], les);
    broken(&document("UNCLASSIFIED", &["(U//LES)"], les), &["ISM-ID-00145"]);
    let noforn = "LES NOFORN NOTICE: Ask the originator.";
    fine("UNCLASSIFIED//LES NOFORN", &["(U//LES-NF)"], noforn);
    broken(&document("UNCLASSIFIED", &["(U//LES-NF)"], noforn), &["ISM-ID-00149"]);
    fine("SECRET//NOFORN//LES", &["(U//LES-NF)", "(S//NF)"], &format!("{noforn}\n\n{DERIVED}"));
    let classified =
        |banner| document(banner, &["(U//LES-NF)", "(S//REL TO USA, GBR)"], &format!("{noforn}\n\n{DERIVED}"));
    broken(&classified("SECRET//LES"), &["ISM-ID-00146"]);
    broken(&classified("SECRET//NOFORN"), &["ISM-ID-00147"]);
}

#[test]
fn ism_67_to_71_80_81_and_165_dissemination_controls_go_up() {
    let notices = format!("IMCON NOTICE: Ask.\n\nFISA WARNING: Ask.\n\n{DERIVED}");
    fine("SECRET//RSEN/ORCON/IMCON/NOFORN/PROPIN/DSEN/FISA", &["(S//RS/OC/IMC/NF)", "(S//NF/PR/DSEN/FISA)"], &notices);
    refused("SECRET//NOFORN", &["(S//OC/NF)"], &["ISM-ID-00067"]);
    broken(
        &document("SECRET//NOFORN", &["(S//IMC/NF)"], &format!("IMCON NOTICE: Ask.\n\n{DERIVED}")),
        &["ISM-ID-00068"],
    );
    refused(
        "SECRET//REL TO USA, GBR",
        &["(S//REL TO USA, GBR)", "(S//NF)"],
        &["ISM-ID-00070", "ISM-ID-00088", "ISM-ID-00318", "ISM-ID-00320"],
    );
    refused("SECRET//NOFORN", &["(S//NF/PR)"], &["ISM-ID-00071"]);
    refused("SECRET//NOFORN", &["(S//NF/DSEN)"], &["ISM-ID-00080"]);
    broken(
        &document("SECRET//NOFORN", &["(S//NF/FISA)"], &format!("FISA WARNING: Ask.\n\n{DERIVED}")),
        &["ISM-ID-00081"],
    );
    refused("SECRET//NOFORN", &["(S//RS/NF)"], &["ISM-ID-00165"]);
}

#[test]
fn ism_72_to_79_298_and_228_to_231_atomic_energy_marks_go_up_and_no_further() {
    let notices = "RESTRICTED DATA NOTICE: Law.\n\nFORMERLY RESTRICTED DATA NOTICE: Law.\n\nCNWDI NOTICE: Law.\n\n";
    let block = format!("{notices}{ATOMIC}");
    let whole = "SECRET//RD-CNWDI-SIGMA 14/FRD-SIGMA 18/TFNI//NOFORN";
    fine(whole, &["(S//RD-CNWDI-SG 14//NF)", "(S//FRD-SG 18//NF)", "(S//TFNI//NF)"], &block);
    let of = |banner: &str, portions: &[&str], notices: &str, rules: &[&str]| {
        broken(&document(banner, portions, &format!("{notices}{ATOMIC}")), rules);
    };
    let (rd, frd) = ("RESTRICTED DATA NOTICE: Law.\n\n", "FORMERLY RESTRICTED DATA NOTICE: Law.\n\n");
    of("SECRET//FRD//NOFORN", &["(S//RD//NF)", "(S//FRD//NF)"], &format!("{rd}{frd}"), &["ISM-ID-00072"]);
    of("SECRET//RD//NOFORN", &["(S//RD-CNWDI//NF)"], &format!("{rd}CNWDI NOTICE: Law.\n\n"), &["ISM-ID-00073"]);
    of("SECRET//RD//NOFORN", &["(S//RD-SG 14//NF)"], rd, &["ISM-ID-00074"]);
    of("SECRET//RD//NOFORN", &["(S//RD//NF)", "(S//FRD//NF)"], &format!("{rd}{frd}"), &["ISM-ID-00075"]);
    of("SECRET//FRD//NOFORN", &["(S//FRD-SG 14//NF)"], frd, &["ISM-ID-00077"]);
    of("SECRET//RD//NOFORN", &["(S//RD//NF)", "(S//TFNI//NF)"], rd, &["ISM-ID-00298"]);
    of("SECRET//RD/FRD//NOFORN", &["(S//RD//NF)"], &format!("{rd}{frd}"), &["ISM-ID-00136", "ISM-ID-00228"]);
    of("SECRET//RD/FRD//NOFORN", &["(S//FRD//NF)"], &format!("{rd}{frd}"), &["ISM-ID-00135", "ISM-ID-00229"]);
    of("SECRET//FRD-SIGMA 14//NOFORN", &["(S//FRD//NF)"], frd, &["ISM-ID-00230"]);
    of("SECRET//RD-SIGMA 14//NOFORN", &["(S//RD//NF)"], rd, &["ISM-ID-00231"]);
    fine("UNCLASSIFIED//DOD UCNI/DOE UCNI", &["(U//DCNI)", "(U//UCNI)"], "");
    broken(&document("UNCLASSIFIED//DOE UCNI", &["(U//DCNI)", "(U//UCNI)"], ""), &["ISM-ID-00078"]);
    broken(&document("UNCLASSIFIED//DOD UCNI", &["(U//DCNI)", "(U//UCNI)"], ""), &["ISM-ID-00079"]);
}

#[test]
fn ism_84_to_87_marks_of_other_departments_go_up() {
    let limdis = format!("LIMDIS NOTICE: Ask.\n\n{DERIVED}");
    fine("SECRET//NOFORN//LIMDIS", &["(S//NF//DS)"], &limdis);
    broken(&document("SECRET//NOFORN", &["(S//NF//DS)"], &limdis), &["ISM-ID-00084"]);
    fine("SECRET//NOFORN//NODIS", &["(S//NF//XD)", "(S//NF//ND)"], DERIVED);
    refused("SECRET//NOFORN", &["(S//NF//XD)"], &["ISM-ID-00085"]);
    refused("SECRET//NOFORN", &["(S//NF//ND)"], &["ISM-ID-00086"]);
    fine("SECRET//NOFORN", &["(S//NF)", "(U//SBU-NF)"], DERIVED);
    refused("SECRET", &["(S)", "(U//SBU-NF)"], &["ISM-ID-00087"]);
}

#[test]
fn ism_88_318_and_320_rel_to_in_the_banner_is_what_the_portions_have_in_common() {
    fine("SECRET//REL TO USA, GBR", &["(S//REL TO USA, AUS, GBR)", "(U)", "(C//REL TO USA, GBR)"], DERIVED);
    fine("SECRET//REL TO USA, GBR", &["(S//REL TO USA, FVEY)", "(S//REL TO USA, GBR)"], DERIVED);
    fine("SECRET//REL TO USA, FVEY", &["(S//REL TO USA, AUS, CAN, GBR, NZL)"], DERIVED);
    fine("SECRET//REL TO USA, NATO", &["(S//REL TO USA, NATO)"], DERIVED);
    refused(
        "SECRET//REL TO USA, GBR",
        &["(S//REL TO USA, GBR)", "(S)"],
        &["ISM-ID-00088", "ISM-ID-00318", "ISM-ID-00320"],
    );
    refused("SECRET//REL TO USA, AUS, GBR", &["(S//REL TO USA, GBR)"], &["ISM-ID-00318", "ISM-ID-00320"]);
    refused("SECRET//REL TO USA, GBR", &["(S//REL TO USA, AUS, GBR)"], &["ISM-ID-00318", "ISM-ID-00320"]);
    refused(
        "SECRET//REL TO USA, GBR",
        &["(S//REL TO USA, GBR)", "(S//REL TO USA, AUS)"],
        &["ISM-ID-00318", "ISM-ID-00320"],
    );
    fine("SECRET//DISPLAY ONLY AFG", &["(S//DISPLAY ONLY AFG)", "(S//DISPLAY ONLY AFG, IRQ)"], DERIVED);
    refused("SECRET//DISPLAY ONLY AFG, IRQ", &["(S//DISPLAY ONLY AFG)"], &["ISM-ID-00320"]);
}

#[test]
fn ism_132_relido_in_the_banner_is_in_every_portion() {
    fine("SECRET//RELIDO", &["(S//RELIDO)", "(U)"], DERIVED);
    refused("SECRET//RELIDO", &["(S//RELIDO)", "(S)"], &["ISM-ID-00132"]);
    refused("SECRET//RELIDO//NNPI", &["(S//RELIDO//NNPI)"], &["ISM-ID-00252"]);
}

#[test]
fn ism_103_a_document_with_portions_has_a_banner() {
    let text = "(U) One.\n\n(U) Two.\n";
    broken(text, &["ISM-ID-00103"]);
    assert_eq!(Document::read(text, None).check(&Options::default())[0].mend.as_deref(), Some("UNCLASSIFIED"));
}

#[test]
fn ism_108_to_113_116_and_154_the_banner_has_nothing_that_no_portion_has() {
    fine("SECRET//NOFORN", &["(S//NF)"], DERIVED);
    refused("TOP SECRET//NOFORN", &["(S//NF)"], &["ISM-ID-00108"]);
    refused("SECRET//NOFORN", &["(C//NF)"], &["ISM-ID-00109"]);
    broken(&document("CONFIDENTIAL//NOFORN", &["(U)"], ""), &["ISM-ID-00110"]);
    refused("SECRET//SI//NOFORN", &["(S//NF)"], &["ISM-ID-00111"]);
    refused("TOP SECRET//SI-G//ORCON/NOFORN", &["(TS//SI//OC/NF)"], &["ISM-ID-00112"]);
    refused("SECRET//TK//NOFORN", &["(S//NF)"], &["ISM-ID-00113"]);
    refused("SECRET//HCS//NOFORN", &["(S//NF)"], &["ISM-ID-00116"]);
    broken(&document("UNCLASSIFIED//FOUO", &["(U)"], ""), &["ISM-ID-00154"]);
    let compiled = format!("{DERIVED}\nCompilation Reason: The list of all of them tells more.");
    fine(
        "SECRET//SI//NOFORN",
        &["(C//NF)"],
        &compiled.replace("The list of all of them tells more", "All of them together"),
    );
}

#[test]
fn ism_119_and_225_a_document_of_the_intelligence_community_speaks_of_release_and_carries_no_nnpi() {
    let community = Options { ic_document: true, official: true, ..Options::default() };
    let of = |banner: &str, portion: &str| rules_of(&document(banner, &[portion], DERIVED), &community);
    assert_eq!(of("SECRET//NOFORN", "(S//NF)"), Vec::<&str>::new());
    assert_eq!(of("SECRET", "(S)"), ["ISM-ID-00119"]);
    assert_eq!(of("SECRET//NOFORN//NNPI", "(S//NF//NNPI)"), ["ISM-ID-00225"]);
    refused("SECRET", &["(S)"], &[]);
}

#[test]
fn ism_127_to_139_150_to_153_244_and_245_marks_and_their_notices_go_together() {
    for (banner, portion, name, data, notice) in [
        ("SECRET//RD//NOFORN", "(S//RD//NF)", "RESTRICTED DATA", "ISM-ID-00127", "ISM-ID-00135"),
        ("SECRET//FRD//NOFORN", "(S//FRD//NF)", "FORMERLY RESTRICTED DATA", "ISM-ID-00128", "ISM-ID-00136"),
        ("SECRET//IMCON/NOFORN", "(S//IMC/NF)", "IMCON", "ISM-ID-00129", "ISM-ID-00137"),
        ("SECRET//NOFORN/FISA", "(S//NF/FISA)", "FISA", "ISM-ID-00130", "ISM-ID-00139"),
        ("SECRET//NOFORN//LIMDIS", "(S//NF//DS)", "LIMDIS", "ISM-ID-00134", "ISM-ID-00138"),
        ("SECRET//NOFORN//LES", "(S//NF//LES)", "LES", "ISM-ID-00150", "ISM-ID-00151"),
        ("UNCLASSIFIED//LES NOFORN", "(U//LES-NF)", "LES NOFORN", "ISM-ID-00152", "ISM-ID-00153"),
    ] {
        let block = match banner {
            banner if banner.starts_with("UNCLASSIFIED") => "",
            banner if banner.contains("RD") => ATOMIC,
            _ => DERIVED,
        };
        broken(&document(banner, &[portion], &format!("{name} NOTICE: Ask.\n\n{block}")), &[]);
        broken(&document(banner, &[portion], block), &[data]);
        broken(&document("SECRET//NOFORN", &["(S//NF)"], &format!("{name} NOTICE: Ask.\n\n{DERIVED}")), &[notice]);
    }
    let both = "RESTRICTED DATA NOTICE: Ask.\n\nCNWDI NOTICE: Ask.\n\n";
    let design =
        |notices: &str| document("SECRET//RD-CNWDI//NOFORN", &["(S//RD-CNWDI//NF)"], &format!("{notices}{ATOMIC}"));
    broken(&design(both), &[]);
    broken(&design("RESTRICTED DATA NOTICE: Ask.\n\n"), &["ISM-ID-00244"]);
    broken(&document("SECRET//NOFORN", &["(S//NF)"], &format!("CNWDI NOTICE: Ask.\n\n{DERIVED}")), &["ISM-ID-00245"]);
}

#[test]
fn ism_159_161_239_and_240_what_anyone_may_have_is_under_no_mark() {
    let anyone = "DISTRIBUTION STATEMENT A. Anyone may have it.";
    fine("UNCLASSIFIED", &["(U)"], anyone);
    broken(&document("SECRET//NOFORN", &["(S//NF)"], &format!("{anyone}\n\n{DERIVED}")), &["ISM-ID-00159"]);
    broken(&document("UNCLASSIFIED//SBU", &["(U//SBU)"], anyone), &["ISM-ID-00161"]);
    broken(&document("UNCLASSIFIED//FOUO", &["(U//FOUO)"], anyone), &["ISM-ID-00239"]);
    broken(&document("UNCLASSIFIED//DOE UCNI", &["(U//UCNI)"], anyone), &["ISM-ID-00240"]);
}

#[test]
fn house_5_a_mark_that_is_misspelt_is_told_what_to_write() {
    for (mark, rule, mend) in [
        ("(S//NOFORN)", "HOUSE-5", Some("(S//NF)")),
        ("(s//nf)", "HOUSE-5", Some("(S//NF)")),
        ("(S/NF)", "ISM-ID-00254", None),
        ("(SECRET)", "HOUSE-5", Some("(S)")),
        ("(S//NF//SI)", "HOUSE-5", Some("(S//SI//NF)")),
        ("(S//NFO)", "ISM-ID-00258", None),
        ("(S//REL TO USA, UK)", "ISM-ID-00265", None),
        ("(S//REL TO USA, FOUR)", "ISM-ID-00265", None),
        ("(S//REL TO GBR, USA)", "ISM-ID-00041", Some("(S//REL TO USA, GBR)")),
        ("(S//REL TO AUS, GBR)", "ISM-ID-00214", None),
        ("(XX//NF)", "ISM-ID-00254", None),
    ] {
        let text = document("SECRET//NOFORN", &["(S//NF)", mark], DERIVED);
        let found = Document::read(&text, None).check(&Options::default());
        let hit = found.iter().find(|finding| finding.rule == rule).unwrap_or_else(|| panic!("{mark}: {found:?}"));
        assert_eq!((hit.span.of(&text), hit.mend.as_deref()), (mark, mend));
    }
    let open = document("SECRET//NOFORN", &["(S//NF Text"], DERIVED);
    assert!(rules_of(&open, &Options::default()).contains(&"HOUSE-5"));
}

#[test]
fn house_6_7_and_8_every_paragraph_is_marked_and_banners_stand_above_and_below() {
    let with = |middle: &str| format!("SECRET//NOFORN\n\n{middle}\n\n{DERIVED}\n\nSECRET//NOFORN\n");
    let found = |text: &str| rules_of(text, &Options::default());
    assert_eq!(found(&with("# Title (U)\n\n(S//NF) One.\n\n- (U) Two.\n\nPage 3 of 4")), Vec::<&str>::new());
    assert_eq!(found(&with("(S//NF) One.\n\nTwo (see below) (U.S.) and three.")), ["HOUSE-6"]);
    assert_eq!(found(&with("| (U) One | two |\n\n(S//NF) Three.")), ["HOUSE-6"]);
    assert_eq!(found(&with("One.\n\n(c) Two.")), ["HOUSE-7", "ISM-ID-00109"]);
    assert_eq!(found("UNCLASSIFIED\n\nOne.\n\nUNCLASSIFIED"), Vec::<&str>::new());
    assert_eq!(found("UNCLASSIFIED\n\nOne."), ["HOUSE-8"]);
    assert_eq!(found("One.\n\nUNCLASSIFIED"), ["HOUSE-8"]);
    assert_eq!(found("One."), ["HOUSE-8"]);
    assert_eq!(found("UNCLASSIFIED\n\nOne.\n\nUNCLASSIFIED//FOUO"), ["HOUSE-8"]);
    assert_eq!(found(""), Vec::<&str>::new());
}

#[test]
fn house_9_and_10_ladders_are_not_mixed_and_no_portion_demands_more_than_the_banner() {
    let found = |text: &str| rules_of(text, &Options::default());
    assert_eq!(found("TLP:AMBER\n\n(TLP:GREEN) One.\n\nTLP:AMBER"), Vec::<&str>::new());
    assert_eq!(found("TLP:GREEN\n\n(TLP:AMBER) One.\n\nTLP:GREEN"), ["HOUSE-10"]);
    assert_eq!(found("TLP:AMBER\n\n(S//NF) One.\n\nTLP:AMBER"), ["HOUSE-9"]);
    // A system that stands bare in one portion and with a compartment in another is written once.
    for (banner, portions) in [("SI-G", ["SI-G", "SI"]), ("SI-G ABCD", ["SI-G", "SI-G ABCD"])] {
        let [one, other] = portions;
        let text = format!(
            "TOP SECRET//{banner}//ORCON/NOFORN\n\n(TS//{one}//OC/NF) One.\n\n(TS//{other}//OC/NF) Two.\n\n\
             TOP SECRET//{banner}//ORCON/NOFORN"
        );
        assert!(!found(&text).contains(&"HOUSE-10"), "{banner}: {:?}", found(&text));
    }
    assert_eq!(found("NATO SECRET\n\n(NR) One.\n\n(NS) Two.\n\nNATO SECRET"), Vec::<&str>::new());
    assert_eq!(found("NATO RESTRICTED\n\n(NS) Two.\n\nNATO RESTRICTED"), ["HOUSE-10"]);
    assert_eq!(found("//GBR SECRET\n\n(//GBR S) One.\n\n//GBR SECRET"), Vec::<&str>::new());
    assert_eq!(found("//GBR RESTRICTED\n\n(//GBR S) One.\n\n//GBR RESTRICTED"), ["HOUSE-10"]);
    assert_eq!(found("//GBR SECRET\n\n(//DEU S) One.\n\n//GBR SECRET"), ["HOUSE-9"]);
    let silent = document("SECRET", &["(S)"], DERIVED);
    assert_eq!(found(&silent), ["HOUSE-10", "HOUSE-10"][..1], "what says nothing of its release goes to nobody abroad");
    let joint = document("SECRET//REL TO USA, GBR", &["(//JOINT S GBR USA//REL TO USA, GBR)"], DERIVED);
    assert_eq!(found(&joint), ["HOUSE-10"], "and the co-owner is named");
    fine("SECRET//FGI GBR//REL TO USA, GBR", &["(//JOINT S GBR USA//REL TO USA, GBR)"], DERIVED);
    fine("//JOINT SECRET GBR USA//REL TO USA, GBR", &["(//JOINT S GBR USA//REL TO USA, GBR)"], DERIVED);
}

#[test]
fn a_document_on_a_teams_ladder_is_judged_by_it() {
    let rungs = [("OPEN", "O"), ("INNER CIRCLE", "IC")];
    let rungs = rungs.map(|(banner, portion)| crate::marking::Words { banner: banner.into(), portion: portion.into() });
    let ladder = Ladder { name: "desk".into(), rungs: rungs.into() }.checked().unwrap();
    let options = Options { ladder: Some(ladder), ..Options::default() };
    let found = |text: &str| rules_of(text, &options);
    assert_eq!(found("INNER CIRCLE\n\n(O) One.\n\n(IC) Two.\n\nINNER CIRCLE"), Vec::<&str>::new());
    assert_eq!(found("OPEN\n\n(IC) One.\n\nOPEN"), ["HOUSE-10"]);
    assert_eq!(found("OPEN\n\n(U) One.\n\nOPEN"), ["HOUSE-9"]);
    assert!(!Document::read("OPEN\n\n(O) x\n\nOPEN", options.ladder.as_ref()).is_in_tables());
}

#[test]
fn the_block_is_printed_as_it_is_read() {
    use crate::marking::authority::{check, label_of, printed, read_line};
    let text = format!("{DERIVED}\nCompilation Reason: All of them together");
    let mut block = Authority::default();
    for line in text.lines() {
        let (label, said) = label_of(line).unwrap();
        assert_eq!(read_line(&mut block, label, said), None);
    }
    assert_eq!(printed(&block), text);
    let rollup = Rollup::from(&crate::marking::parse("S//NF").unwrap());
    assert_eq!(check(&block, &rollup), vec![]);
    let bare: Vec<&str> = check(&Authority::default(), &rollup).iter().map(|broken| broken.rule).collect();
    assert_eq!(bare, ["ISM-ID-00013", "ISM-ID-00014", "ISM-ID-00141", "ISM-ID-00142"]);
    let kept = serde_json::to_string(&block).unwrap();
    assert_eq!(serde_json::from_str::<Authority>(&kept).unwrap(), block);
}

#[test]
fn what_is_written_out_is_what_the_document_says_and_text_stays_text() {
    let text = document("SECRET//FGI NATO//NOFORN", &["(//NS)", "(S//NF/OC) <b ism:x=\"1\">&amp;\u{0}"], NATO);
    let day = "2030-02-18".parse().unwrap();
    insta::assert_snapshot!(xml(&Document::read(&text, None), &text, &Options::default(), day));
}
