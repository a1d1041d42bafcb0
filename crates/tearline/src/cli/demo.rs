//! `tearline demo`: the whole way on the sample, every step a command that anyone can type.

mod releasing;
mod sample;
mod weighing;

use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::Value;

use self::sample::{QUESTION, RELEASES, REPORTS, WARNINGS};
use crate::failure::{Failure, Outcome};
use crate::show::style;
use crate::{Stage, cli};

/// Walk the whole way on the sample: read, collect, weigh, disclose, issue, verify; and open a case of fifty real reports
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tearline demo walk/")]
pub struct Args {
    /// Where to put the sample and the case; a temporary folder where not given. Nothing that is there is written over
    folder: Option<PathBuf>,
}

const SAMPLE: [(&str, &str); 3] = [
    ("harbour-herald.txt", include_str!("../../../../examples/walk/harbour-herald.txt")),
    ("daily-lantern.txt", include_str!("../../../../examples/walk/daily-lantern.txt")),
    ("dispatcher.txt", include_str!("../../../../examples/walk/dispatcher.txt")),
];

impl Args {
    pub fn run(self, stage: &mut Stage<'_>) -> Outcome {
        let folder = match self.folder {
            Some(folder) => folder,
            None => sample_folder(stage),
        };
        std::fs::create_dir(&folder).map_err(|error| match error.kind() {
            std::io::ErrorKind::AlreadyExists => {
                Failure::failed(format!("{} is there already", folder.display()), "name a folder that is not there yet")
            }
            _ => Failure::file(&folder, &error),
        })?;
        for (name, text) in SAMPLE {
            let path = folder.join(name);
            std::fs::write(&path, text).map_err(|error| Failure::file(&path, &error))?;
        }
        let mut walk = Walk { stage, folder, shown: Shown::All };
        walk.whole()?;
        Ok(0)
    }
}

/// Where a sample is put that nobody named a place for.
pub fn sample_folder(stage: &Stage<'_>) -> PathBuf {
    let tag = stage.seams.chance().iter().take(4).map(|byte| format!("{byte:02x}")).collect::<String>();
    std::env::temp_dir().join(format!("tearline-demo-{tag}"))
}

/// Makes the sample case in a folder that is not there yet, without a word, and gives its file.
pub fn make_sample(folder: &Path, stage: &Stage<'_>) -> Result<PathBuf, Failure> {
    std::fs::create_dir(folder).map_err(|error| Failure::file(folder, &error))?;
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let mut unseen = Stage {
        out: &mut out,
        err: &mut err,
        width: stage.width,
        live: false,
        user: stage.user.clone(),
        seams: std::sync::Arc::clone(&stage.seams),
        program: None,
    };
    let mut walk = Walk { stage: &mut unseen, folder: folder.to_owned(), shown: Shown::All };
    walk.run(&["key", "new", "@signing.key"])?;
    walk.sample()?;
    Ok(folder.join("lethal-aid.tearline"))
}

/// The walk, step by step.
struct Walk<'w, 's> {
    stage: &'w mut Stage<'s>,
    folder: PathBuf,
    shown: Shown,
}

/// How much of what a command says is shown.
#[derive(Debug, Clone, Copy)]
enum Shown {
    All,
    /// Its last line.
    End,
}

impl Walk<'_, '_> {
    fn whole(&mut self) -> Result<(), Failure> {
        self.say("1. Read: who says what, in which words, how sure")?;
        self.run(&["read", "@harbour-herald.txt"])?;

        self.say("2. Collect: the bytes are kept, the claims join a case")?;
        self.case(&[
            "case",
            "new",
            "Will Corvania supply arms to Vessia before the summer?",
            "--marking",
            "TLP:CLEAR",
        ])?;
        self.case(&["collect", "@harbour-herald.txt", "--outlet", "Harbour Herald", "--date", "2024-02-16"])?;
        self.case(&["collect", "@daily-lantern.txt", "--outlet", "Daily Lantern", "--date", "2024-02-17"])?;
        let guard =
            ["--marking", "TLP:RED", "--owner", "Station East", "--protection", "protected", "--date", "2024-02-18"];
        self.case(&[&["collect", "@dispatcher.txt"][..], &guard].concat())?;
        self.case(&["claims"])?;
        let officials = self.claim("weighing whether", "Western officials")?;
        let undecided = self.claim("final decision", "The officials")?;
        let echo = self.claim("weighing whether", "Harbour Herald")?;
        let denial = self.claim("any transfer", "ministry")?;
        let wagons = self.claim("eleven wagons", "dispatcher")?;

        self.say("3. Weigh: ten outlets with one source would still be one root; a denial by the accused says little")?;
        self.case(&[
            "hypothesis",
            "add",
            "arms",
            "Corvania supplies arms to Vessia before the summer",
            "--prior",
            ".2",
        ])?;
        let root = "officials familiar with the intelligence";
        let bands = ["--likelihood", "arms=.6-.8", "--likelihood", "other=.15-.25"];
        let why = "who plans nothing is seldom seen weighing it";
        self.case(
            &[
                &[
                    "evidence", "add", "--root", root, "--claim", &officials, "--claim", &undecided, "--grade", "B",
                    "--why", why,
                ][..],
                &bands,
            ]
            .concat(),
        )?;
        self.case(&["evidence", "add", "--root", root, "--claim", &echo, "--why", "the Lantern cites the Herald"])?;
        let bands = ["--likelihood", "arms=.75-.85", "--likelihood", "other=.9-.95"];
        let why = "it would be denied in either case, a little more readily if untrue";
        self.case(
            &[
                &[
                    "evidence",
                    "add",
                    "--root",
                    "Corvania's foreign ministry",
                    "--claim",
                    &denial,
                    "--grade",
                    "D",
                    "--interested",
                    "--why",
                    why,
                ][..],
                &bands,
            ]
            .concat(),
        )?;
        let bands = ["--likelihood", "arms=.4-.6", "--likelihood", "other=.1-.2"];
        let why = "crates by night go to a war more often than not";
        self.case(
            &[
                &[
                    "evidence",
                    "add",
                    "--root",
                    "the dispatcher in Lorn",
                    "--claim",
                    &wagons,
                    "--grade",
                    "C",
                    "--why",
                    why,
                ][..],
                &bands,
            ]
            .concat(),
        )?;
        self.case(&["weigh"])?;
        self.note("Somebody who may not know of the dispatcher sees another judgement, and no gap where he was:")?;
        self.case(&["--view-as", "public", "weigh"])?;

        self.say("4. Disclose: every line carries the marking of all that stands behind it")?;
        let (purpose, audience) =
            ("Say before the vote what is known", ["--audience", "public", "--channel", "press background"]);
        self.case(&[&["--author", "ann", "disclose", "new", purpose][..], &audience].concat())?;
        let first = self.disclosure(0)?;
        let line = "Officials say that Corvania is weighing whether to send artillery shells to Vessia, and has not made a final decision.";
        self.case(&[
            "--author", "ann", "disclose", "line", &first, line, "--claim", &officials, "--claim", &undecided,
        ])?;
        let line = "Wagons have been loaded for Vessia.";
        self.case(&["--author", "ann", "disclose", "line", &first, line, "--claim", &wagons])?;
        self.run(&["key", "new", "@signing.key"])?;
        self.note("Whoever wrote it cannot approve it:")?;
        let draft = self.draft(0)?;
        self.refused(&["--author", "ann", "disclose", "approve", &first, "--draft", &draft])?;
        self.case(&["--author", "ben", "disclose", "show", &first])?;
        self.case(&["--author", "ben", "disclose", "approve", &first, "--draft", &draft])?;
        self.note("And the public may not be told what rests on the dispatcher, however it is worded:")?;
        self.refused(&["--author", "ann", "disclose", "issue", &first, "--key", "@signing.key", "--out", "@packet"])?;
        self.case(&[&["--author", "ann", "disclose", "new", purpose][..], &audience].concat())?;
        let second = self.disclosure(1)?;
        let line = "Officials say that Corvania is weighing whether to send artillery shells to Vessia, and has not made a final decision.";
        self.case(&[
            "--author", "ann", "disclose", "line", &second, line, "--claim", &officials, "--claim", &undecided,
        ])?;
        let draft = self.draft(1)?;
        self.case(&["--author", "ben", "disclose", "approve", &second, "--draft", &draft])?;
        self.case(&["--author", "ann", "disclose", "issue", &second, "--key", "@signing.key", "--out", "@packet"])?;

        self.say("5. Verify: with nothing but the packet and the public key")?;
        self.run(&["verify", "@packet", "--key", "@signing.key.pub"])?;
        self.note("One letter changed is found:")?;
        self.tamper()?;
        self.refused(&["verify", "@packet-altered", "--key", "@signing.key.pub"])?;

        self.say("6. Check: nothing was lost, and nothing was changed behind the journal")?;
        self.case(&["check", "--rebuild"])?;

        self.say("7. A case of real reports: fifty, in our own words, of what was said in public of lethal aid")?;
        self.sample()?;
        self.end()
    }

    /// Opens the sample case.
    fn sample(&mut self) -> Result<(), Failure> {
        let reports = self.folder.join("reports");
        std::fs::create_dir(&reports).map_err(|error| Failure::file(&reports, &error))?;
        for (name, text) in REPORTS {
            let path = reports.join(name);
            std::fs::write(&path, text).map_err(|error| Failure::file(&path, &error))?;
        }
        let of_case = |args: &[&'static str]| [&["--case", "@lethal-aid.tearline"][..], args].concat();
        self.run(&of_case(&["case", "new", QUESTION, "--marking", "TLP:CLEAR"]))?;
        let all = self.shown;
        // Fifty lines that say the same are not worth reading.
        self.shown = Shown::End;
        self.run(&of_case(&["collect", "@reports"]))?;
        self.shown = all;
        for warning in WARNINGS.lines().skip(1) {
            self.warning(&warning.split('\t').collect::<Vec<_>>())?;
        }
        for release in RELEASES.lines().skip(1) {
            self.release(&release.split('\t').collect::<Vec<_>>())?;
        }
        self.run(&of_case(&["warnings"]))?;
        self.run(&of_case(&["releases"]))?;
        self.run(&of_case(&["search", "lethal aid", "--stance", "denies", "--limit", "2"]))?;
        self.run(&of_case(&["roots"]))?;
        self.weighed()?;
        self.run(&of_case(&["weigh", "--history"]))?;
        self.run(&of_case(&["why", "firms", "--from", "2024-05-01", "--to", "2024-10-31"]))?;
        self.disclosed()
    }

    /// Enters a warning with its answer.
    fn warning(&mut self, fields: &[&str]) -> Result<(), Failure> {
        let [report, by, to, date, at, words, answer, answered] = fields else {
            return Err(Failure::failed("a warning of the sample has other fields", "please report it"));
        };
        let (case, why) = ("@lethal-aid.tearline", format!("as told in {report}"));
        let given = ["--case", case, "warning", "add", "--by", by, "--to", to, "--date", date, "--at", at];
        self.unseen(&[&given[..], &["--words", words, "--marking", "TLP:CLEAR", "--why", &why]].concat())?;
        if answer.is_empty() {
            return Ok(());
        }
        let all = json(&self.unseen(&["--case", case, "warnings", "--format", "json"])?)?;
        let id = all.iter().find(|one| one["words"] == **words).and_then(|one| one["id"].as_str()).unwrap_or_default();
        let answer = ["warning", "answer", id, "--words", answer, "--date", answered, "--why", &why];
        self.unseen(&[&["--case", case][..], &answer].concat()).map(|_| ())
    }

    /// Enters what was said in public, and whoever said it as a source.
    fn release(&mut self, fields: &[&str]) -> Result<(), Failure> {
        let [report, by, kind, date] = fields else {
            return Err(Failure::failed("a release of the sample has other fields", "please report it"));
        };
        let case = ["--case", "@lethal-aid.tearline"];
        let source = ["source", "add", by, "--kind", kind, "--marking", "TLP:CLEAR"];
        self.unseen(&[&case[..], &source].concat())?;
        let path = format!("@reports/{report}.md");
        let release = ["release", "add", &path, "--by", by, "--date", date, "--why", "said in public"];
        self.unseen(&[&case[..], &release].concat()).map(|_| ())
    }

    /// A heading.
    fn say(&mut self, text: &str) -> Result<(), Failure> {
        let heading = style::HEADING;
        writeln!(self.stage.out, "\n{heading}{text}{heading:#}")?;
        Ok(())
    }

    fn note(&mut self, text: &str) -> Result<(), Failure> {
        writeln!(self.stage.out, "\n{text}")?;
        Ok(())
    }

    fn end(&mut self) -> Result<(), Failure> {
        let (heading, folder) = (style::HEADING, self.folder.display());
        writeln!(
            self.stage.out,
            "\n{heading}What to look at{heading:#}
  {folder}/packet/packet.html    the release as its readers get it
  {folder}/partners/packet.pdf   one with a tearline, for partners; public/ and private/ stand beside it
  {folder}/lethal-aid.tearline   the case of fifty reports: try `tearline --case {folder}/lethal-aid.tearline search drones`
  {folder}/c.tearline            the case of the walk: try `tearline --case {folder}/c.tearline case show`
  tearline read FILE             your own article
  tearline help                  every command"
        )?;
        Ok(())
    }

    /// The arguments with `@` turned into the folder.
    fn placed(&self, args: &[&str]) -> Vec<String> {
        args.iter()
            .map(|arg| match arg.strip_prefix('@') {
                Some(name) => self.folder.join(name).display().to_string(),
                None => (*arg).to_owned(),
            })
            .collect()
    }

    /// Shows a command as it would be typed, and runs it.
    fn command(&mut self, args: &[&str]) -> Result<u8, Failure> {
        let faint = style::FAINT;
        let typed: Vec<String> = args
            .iter()
            .map(|arg| match arg.strip_prefix('@') {
                Some(name) => name.to_owned(),
                None if arg.contains([' ', '\'', '(']) => format!("\"{arg}\""),
                None => (*arg).to_owned(),
            })
            .collect();
        writeln!(self.stage.out, "\n{faint}$ tearline {}{faint:#}", typed.join(" "))?;
        let placed = self.placed(args);
        // Standard error goes with the rest, so that what is refused stands where it was refused.
        let mut both = Both(self.stage.out);
        let (mut out, mut notes) = (Vec::new(), Vec::new());
        let mut stage = Stage {
            out: &mut out,
            err: match self.shown {
                Shown::All => &mut both,
                Shown::End => &mut notes,
            },
            width: self.stage.width,
            live: false,
            user: self.stage.user.clone(),
            seams: std::sync::Arc::clone(&self.stage.seams),
            program: None,
        };
        let all = std::iter::once("tearline".to_owned()).chain(placed);
        let code = match cli::run(all, &mut stage) {
            Ok(code) => code,
            Err(failure) => failure.tell(stage.err),
        };
        let from = match self.shown {
            Shown::All => 0,
            Shown::End => out.trim_ascii_end().iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1),
        };
        self.stage.out.write_all(out.get(from..).unwrap_or_default())?;
        Ok(code)
    }

    fn run(&mut self, args: &[&str]) -> Result<(), Failure> {
        match self.command(args)? {
            0 => Ok(()),
            _ => Err(Failure::failed(
                "the walk stopped at a command that should have worked",
                "this is a fault of the program; please report it",
            )),
        }
    }

    fn case(&mut self, args: &[&str]) -> Result<(), Failure> {
        self.run(&[&["--case", "@c.tearline"][..], args].concat())
    }

    /// Runs what must be refused.
    fn refused(&mut self, args: &[&str]) -> Result<(), Failure> {
        let verify = args.first() == Some(&"verify");
        let code =
            if verify { self.command(args)? } else { self.command(&[&["--case", "@c.tearline"][..], args].concat())? };
        if code == 0 {
            return Err(Failure::failed(
                "the walk stopped at a command that should have been refused",
                "this is a fault of the program; please report it",
            ));
        }
        Ok(())
    }

    /// What a listing prints as JSON, unseen.
    fn listed(&mut self, args: &[&str]) -> Result<Vec<Value>, Failure> {
        let out = self.unseen(&[&["--case", "@c.tearline"][..], args, &["--format", "json"]].concat())?;
        json(&out)
    }

    /// Runs what must work and need not be seen, and gives what it prints.
    fn unseen(&mut self, args: &[&str]) -> Result<Vec<u8>, Failure> {
        let placed = self.placed(args);
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut stage = Stage {
            out: &mut out,
            err: &mut err,
            width: self.stage.width,
            live: false,
            user: self.stage.user.clone(),
            seams: std::sync::Arc::clone(&self.stage.seams),
            program: None,
        };
        cli::run(std::iter::once("tearline".to_owned()).chain(placed), &mut stage)?;
        Ok(out)
    }

    /// The id of the claim whose content and source hold these words.
    fn claim(&mut self, content: &str, source: &str) -> Result<String, Failure> {
        let found = self.listed(&["claims"])?.into_iter().find(|claim| {
            let holds = |part: &str, words: &str| claim[part]["text"].as_str().is_some_and(|text| text.contains(words));
            holds("content", content) && holds("source", source)
        });
        let id = found.as_ref().and_then(|claim| claim["claim"].as_str()).and_then(|id| id.get(..8));
        id.map(str::to_owned).ok_or_else(|| {
            Failure::failed(format!("the sample's claim about {content:?} was not read"), "please report it")
        })
    }

    /// The hash of a draft, as `disclose show` prints it.
    fn draft(&mut self, place: usize) -> Result<String, Failure> {
        let all = self.listed(&["disclose", "list"])?;
        let hash = all.get(place).and_then(|one| one["draft"].as_str()).and_then(|hash| hash.get(..12));
        hash.map(str::to_owned).ok_or_else(|| Failure::failed("the sample's draft is not there", "please report it"))
    }

    fn disclosure(&mut self, place: usize) -> Result<String, Failure> {
        let all = self.listed(&["disclose", "list"])?;
        let id = all.get(place).and_then(|disclosure| disclosure["id"].as_str()).and_then(|id| id.get(..8));
        id.map(str::to_owned).ok_or_else(|| Failure::failed("the sample's disclosure is not there", "please report it"))
    }

    /// A copy of the packet with one letter changed.
    fn tamper(&self) -> Result<(), Failure> {
        let (from, to) = (self.folder.join("packet"), self.folder.join("packet-altered"));
        let copy = |from: &Path, to: &Path| -> std::io::Result<()> {
            std::fs::create_dir(to)?;
            for entry in std::fs::read_dir(from)? {
                let entry = entry?;
                std::fs::copy(entry.path(), to.join(entry.file_name()))?;
            }
            let page = to.join("packet.html");
            let text = std::fs::read_to_string(&page)?.replace("has not made", "has now made");
            std::fs::write(page, text)
        };
        copy(&from, &to).map_err(|error| Failure::file(&to, &error))
    }
}

fn json(out: &[u8]) -> Result<Vec<Value>, Failure> {
    serde_json::from_slice(out)
        .map_err(|error| Failure::failed(format!("a listing is no JSON: {error}"), "please report it"))
}

/// Standard error on its way to the same place as the results.
struct Both<'o>(&'o mut dyn Write);

impl Write for Both<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.0.flush()
    }
}
