//! The weighing of the sample case, step by step as `examples/lethal-aid/weighing.tsv` has it.

use serde_json::Value;

use super::sample::WEIGHING;
use super::{Walk, json};
use crate::failure::Failure;

const CASE: [&str; 2] = ["--case", "@lethal-aid.tearline"];
const KEYS: [&str; 5] = ["state", "firms", "dual-use", "deception", "other"];

impl Walk<'_, '_> {
    /// Weighs the sample case.
    pub(super) fn weighed(&mut self) -> Result<(), Failure> {
        let claims = json(&self.unseen(&[&CASE[..], &["claims", "--format", "json"]].concat())?)?;
        for line in WEIGHING.lines().skip(1) {
            let fields: Vec<&str> = line.split('\t').collect();
            let [step, name, report, words, grade, flags, says, why] = fields.as_slice() else {
                return Err(Failure::failed(
                    format!("a step of the sample has other fields: {line:?}"),
                    "please report it",
                ));
            };
            let args: Vec<String> = match *step {
                "hypothesis" => owned(&["hypothesis", "add", name, says, "--prior", grade, "--why", why]),
                "horizon" => owned(&["hypothesis", "horizon", name, "--how", says]),
                "assume" => owned(&["hypothesis", "assume", name, "--if-wrong", says]),
                "indicator" => {
                    let (from, until) = words.split_once("..").unwrap_or_default();
                    let mut args = owned(&[
                        "indicator",
                        "add",
                        name,
                        "--words",
                        report,
                        "--from",
                        from,
                        "--until",
                        until,
                        "--why",
                        why,
                    ]);
                    args.extend(bands(says));
                    args
                }
                "root" => {
                    let claim = claim(&claims, report, words)?;
                    let mut args =
                        owned(&["evidence", "add", "--root", name, "--claim", &claim, "--grade", grade, "--why", why]);
                    args.extend(bands(says));
                    args.extend(flags.split_whitespace().map(flag));
                    args
                }
                "echo" => owned(&[
                    "evidence",
                    "add",
                    "--root",
                    name,
                    "--claim",
                    &claim(&claims, report, words)?,
                    "--why",
                    why,
                ]),
                "accept" => {
                    let claim = claim(&claims, report, words)?;
                    owned(&["indicator", "accept", flags, &claim, "--root", name, "--grade", grade, "--why", why])
                }
                "group" => {
                    let mut args = owned(&["evidence", "group"]);
                    args.extend(name.split(" + ").map(str::to_owned));
                    args.extend(owned(&["--as", flags, "--why", why]));
                    args
                }
                "resolve" => {
                    let mut args = owned(&["resolve", name, "--on", report, "--how", says]);
                    args.extend(flags.split(';').flat_map(|what| ["--intervention".to_owned(), what.to_owned()]));
                    args
                }
                other => {
                    return Err(Failure::failed(format!("the sample has no step {other:?}"), "please report it"));
                }
            };
            let args: Vec<&str> = CASE.iter().copied().chain(args.iter().map(String::as_str)).collect();
            self.unseen(&args)?;
        }
        Ok(())
    }
}

fn owned(args: &[&str]) -> Vec<String> {
    args.iter().map(|arg| (*arg).to_owned()).collect()
}

/// Bands in the order of the keys, as arguments.
fn bands(says: &str) -> Vec<String> {
    let one = |(key, band): (&&str, &str)| ["--likelihood".to_owned(), format!("{key}={band}")];
    KEYS.iter().zip(says.split_whitespace()).flat_map(one).collect()
}

fn flag(flag: &str) -> String {
    match flag {
        "interested" => "--interested".to_owned(),
        "unknown" => "--unknown-origin".to_owned(),
        "flat" => "--certainty=1".to_owned(),
        other => format!("--{other}"),
    }
}

/// The id of the claim of a report that holds these words.
pub(super) fn claim(claims: &[Value], report: &str, words: &str) -> Result<String, Failure> {
    let found = claims.iter().find(|claim| {
        let of_report = claim["name"].as_str().is_some_and(|name| name.contains(report));
        of_report && claim["content"]["text"].as_str().is_some_and(|text| text.contains(words))
    });
    let id = found.and_then(|claim| claim["claim"].as_str()).and_then(|id| id.get(..8));
    id.map(str::to_owned).ok_or_else(|| {
        Failure::failed(format!("the claim of {report} about {words:?} was not read"), "please report it")
    })
}
