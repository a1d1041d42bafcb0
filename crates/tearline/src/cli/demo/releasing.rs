//! The release of the sample case: one for partners with a tearline, its version for the public, and a private warning of one
//! judgement.

use serde_json::Value;

use super::weighing::claim;
use super::{Walk, json};
use crate::failure::Failure;

const CASE: [&str; 2] = ["--case", "@lethal-aid.tearline"];
const ANN: [&str; 2] = ["--author", "ann"];

/// Claims, by the report and words that they hold.
type Behind = &'static [(&'static str, &'static str)];

/// A line for partners: what stands behind it by report and words, the words, and where it stands.
const LINES: [(Behind, &str, &[&str]); 4] = [
    (
        &[
            ("2023-02-24-conservative-republic-downgrade", "considering drones"),
            ("2023-02-26-the-national-burns", "seriously considering"),
        ],
        "The director of the CIA and officials who are not named say that China is considering drones and ammunition for Russia.",
        &["--above"],
    ),
    (
        &[("2023-02-26-the-national-burns", "seriously considering")],
        "The director of the CIA says that Washington is confident that China is considering weapons for Russia.",
        &["--like", "1"],
    ),
    (
        &[("2023-02-24-daily-mail-ministry", "not aware")],
        "China's foreign ministry says that it is not aware of it.",
        &[],
    ),
    (
        &[("2023-02-25-upi-biden", "on any large scale")],
        "President Biden said that he does not expect it on any large scale.",
        &["--answers", "Is much of it expected?"],
    ),
];

impl Walk<'_, '_> {
    /// Discloses what the sample case holds.
    pub(super) fn disclosed(&mut self) -> Result<(), Failure> {
        let claims = json(&self.unseen(&[&CASE[..], &["claims", "--format", "json"]].concat())?)?;
        let judged = self.judged()?;

        self.note("A release for partners: fuller above the tearline, and below it what they may give on:")?;
        let of_partners = ["--audience", "TLP:GREEN", "--onward", "public", "--channel", "named partners"];
        let named = ["--title", "China and lethal aid for Russia", "--issuer", "The desk of the sample"];
        self.ann(&[&["disclose", "new", "Tell allies what is known"][..], &of_partners, &named].concat())?;
        let partners = self.drafted(0)?;
        for (behind, text, place) in LINES {
            let mut args = vec!["disclose", "line", &partners, text];
            let ids =
                behind.iter().map(|(report, words)| claim(&claims, report, words)).collect::<Result<Vec<_>, _>>()?;
            ids.iter().for_each(|id| args.extend(["--claim", id]));
            args.extend(place);
            self.ann(&args)?;
        }
        self.ann(&["disclose", "line", &partners, &judged, "--judgement", "dual-use"])?;
        self.out(&partners, "@partners")?;
        self.run(&[&CASE[..], &["disclose", "show", &partners]].concat())?;

        self.note("Its version for the public, linked sentence by sentence:")?;
        let public = ["--version-of", &partners, "--audience", "public", "--channel", "public statement"];
        self.ann(&[&["disclose", "new", "Tell the public"][..], &public, &named].concat())?;
        let public = self.drafted(1)?;
        self.ann(&["disclose", "drop", &public, "1", "--why", "for partners alone"])?;
        self.out(&public, "@public")?;
        self.run(&[&CASE[..], &["disclose", "versions", &public]].concat())?;

        self.note("And a private warning of one judgement, chosen over saying it aloud:")?;
        let private = ["--audience", "TLP:AMBER", "--channel", "private démarche", "--terms", "For the reader alone."];
        self.ann(&[&["disclose", "new", "Warn once more before it is decided"][..], &private].concat())?;
        let private = self.drafted(2)?;
        self.ann(&["disclose", "line", &private, &judged, "--judgement", "dual-use"])?;
        let aloud = ["--gain", "others may dissuade", "--cost", "nobody can turn back and keep face"];
        self.ann(&[&["disclose", "option", &private, "public"][..], &aloud].concat())?;
        let quietly = ["--gain", "it can still be dropped", "--cost", "it shows that much is known"];
        self.ann(&[&["disclose", "option", &private, "private"][..], &quietly].concat())?;
        let warnings = json(&self.unseen(&[&CASE[..], &["warnings", "--format", "json"]].concat())?)?;
        let warning = warnings
            .first()
            .and_then(|one| one["id"].as_str())
            .and_then(|id| id.get(..8))
            .unwrap_or_default()
            .to_owned();
        let why = "what is not yet decided can still be dropped";
        self.ann(&["disclose", "choose", &private, "private", "--warning", &warning, "--why", why])?;
        self.run(&[&CASE[..], &["disclose", "options", &private, "--reader", "TLP:AMBER"]].concat())?;
        self.out(&private, "@private")?;
        self.run(&[&CASE[..], &["shown"]].concat())?;
        self.run(&["verify", "@private", "--key", "@signing.key.pub"])
    }

    /// What the judgement of the sample says, in the words of the house.
    fn judged(&mut self) -> Result<String, Failure> {
        let said = self.unseen(&[&CASE[..], &["weigh", "--format", "json"]].concat())?;
        let weighed: Value = serde_json::from_slice(&said).unwrap_or_default();
        let text = weighed["words"][0].as_str().unwrap_or_default();
        let likely = text.split_inclusive(". ").find(|sentence| sentence.contains("dual-use")).unwrap_or(text);
        Ok(likely.trim().to_owned())
    }

    /// Types something as Ann, who drafts, and shows nothing of it.
    fn ann(&mut self, args: &[&str]) -> Result<(), Failure> {
        self.unseen(&[&CASE[..], &ANN, args].concat()).map(|_| ())
    }

    /// The beginning of the id of a disclosure, by its number.
    fn drafted(&mut self, place: usize) -> Result<String, Failure> {
        let all = json(&self.unseen(&[&CASE[..], &["disclose", "list", "--format", "json"]].concat())?)?;
        Ok(all.get(place).and_then(|one| one["id"].as_str()).and_then(|id| id.get(..8)).unwrap_or_default().to_owned())
    }

    /// Has Ben approve a draft, and issues it.
    fn out(&mut self, id: &str, folder: &str) -> Result<(), Failure> {
        let show = self.unseen(&[&CASE[..], &["disclose", "show", id, "--format", "json"]].concat())?;
        let row: Value = serde_json::from_slice(&show).unwrap_or_default();
        let draft = row["draft"].as_str().unwrap_or_default().to_owned();
        self.unseen(&[&CASE[..], &["--author", "ben", "disclose", "approve", id, "--draft", &draft]].concat())?;
        self.run(&[&CASE[..], &["disclose", "issue", id, "--key", "@signing.key", "--out", folder]].concat())
    }
}
