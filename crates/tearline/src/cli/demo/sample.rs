//! The sample case: short reports in our own words of what was said in public of lethal aid, 2022 to 2024. Where each comes from
//! stands in `examples/lethal-aid/sources.tsv`.

/// The question of the case.
pub const QUESTION: &str = "Would China supply lethal arms to Russia, February 2022 to the end of 2024?";

/// The private warnings that reports tell of: report, by, to, date, at, words, answer, answered.
pub const WARNINGS: &str = include_str!("../../../../../examples/lethal-aid/warnings.tsv");

/// What was said in public by name: report, by, kind of source, date.
pub const RELEASES: &str = include_str!("../../../../../examples/lethal-aid/releases.tsv");

/// How the case was weighed: step, name, report, words of the claim, grade, flags, bands or text, why.
pub const WEIGHING: &str = include_str!("../../../../../examples/lethal-aid/weighing.tsv");

macro_rules! reports {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../../../../../examples/lethal-aid/reports/", $name)))),+]
    };
}

/// The reports by the names of their files.
pub const REPORTS: [(&str, &str); 50] = reports![
    "2022-03-13-10news-request.md",
    "2022-03-14-axios-cables.md",
    "2022-03-14-cnbc-tv18-embassy.md",
    "2022-03-14-national-post-cable.md",
    "2022-03-14-telesur-zhao.md",
    "2022-03-15-novinite-rome.md",
    "2022-03-19-moneycontrol-biden-xi.md",
    "2022-03-20-politico-qin.md",
    "2022-03-23-defense-post-sullivan.md",
    "2022-06-29-lincoln-daily-news-blacklist.md",
    "2022-07-09-dawn-bali.md",
    "2022-09-18-newsmax-60-minutes.md",
    "2023-01-24-firstpost-state-firms.md",
    "2023-02-05-novaya-gazeta-europe-customs.md",
    "2023-02-19-cbs-blinken.md",
    "2023-02-19-moscow-times-blinken.md",
    "2023-02-20-hindustan-times-borrell.md",
    "2023-02-23-forexlive-spiegel.md",
    "2023-02-23-kyiv-independent-release.md",
    "2023-02-24-agenzia-nova-spiegel.md",
    "2023-02-24-conservative-republic-downgrade.md",
    "2023-02-24-daily-mail-ministry.md",
    "2023-02-24-international-trade-today-price.md",
    "2023-02-25-novaya-gazeta-europe-differ.md",
    "2023-02-25-upi-biden.md",
    "2023-02-26-the-national-burns.md",
    "2023-03-03-nbc-news-origin.md",
    "2023-03-17-euromaidan-press-rifles.md",
    "2023-03-20-daily-beast-ammunition.md",
    "2023-04-14-euromaidan-press-qin.md",
    "2023-04-14-newsmax-leak.md",
    "2023-06-20-the-nation-blinken-beijing.md",
    "2023-07-27-shore-news-network-odni.md",
    "2023-07-31-euromaidan-press-drone-controls.md",
    "2024-04-13-reuters-machine-tools.md",
    "2024-05-01-kyiv-independent-sanctions.md",
    "2024-05-22-daily-mail-shapps.md",
    "2024-05-22-novaya-gazeta-europe-shapps.md",
    "2024-05-23-kyiv-independent-denial.md",
    "2024-05-ukrainian-news-sullivan.md",
    "2024-06-13-swissinfo-xi-word.md",
    "2024-07-11-outlook-india-nato.md",
    "2024-09-10-politico-europe-campbell.md",
    "2024-09-25-kyiv-independent-garpiya.md",
    "2024-10-17-ajc-sanctions.md",
    "2024-10-17-the-independent-sanctions.md",
    "2024-11-15-sta-factory.md",
    "2024-11-18-news-az-denial.md",
    "2024-12-02-dw-baerbock.md",
    "2024-12-16-kyiv-independent-eu-sanctions.md",
];
