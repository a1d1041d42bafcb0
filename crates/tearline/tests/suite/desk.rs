//! A desk to type commands at, with a clock and chance of its own.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use casefile::Seams;
use record::time::Micros;
use sha2::{Digest, Sha256};
use tearline::{Stage, run};
use tempfile::TempDir;

/// A clock and chance that start anew at each step, so that the same step gives the same ids and times, whatever came
/// before it.
#[derive(Debug, Default)]
pub struct Steps {
    step: AtomicU64,
    drawn: AtomicU64,
}

impl Steps {
    fn go_to(&self, step: u64) {
        self.step.store(step, Ordering::Relaxed);
        self.drawn.store(0, Ordering::Relaxed);
    }

    fn draw(&self) -> (u64, u64) {
        (self.step.load(Ordering::Relaxed), self.drawn.fetch_add(1, Ordering::Relaxed))
    }
}

impl Seams for Steps {
    fn now(&self) -> Micros {
        let (step, drawn) = self.draw();
        // 2030-02-18, a second for each step.
        Micros(1_897_646_400_000_000 + i64::try_from(step * 1_000_000 + drawn).unwrap())
    }

    fn chance(&self) -> [u8; 16] {
        let (step, drawn) = self.draw();
        let digest = Sha256::digest([step.to_be_bytes(), drawn.to_be_bytes()].concat());
        digest[..16].try_into().unwrap()
    }
}

/// What a command said and how it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub out: String,
    pub err: String,
    pub code: u8,
}

/// A folder, and the commands typed in it.
pub struct Desk {
    folder: TempDir,
    steps: Arc<Steps>,
    next: u64,
    /// What `--case` is given.
    pub place: String,
    /// The store that it names.
    pub store: String,
}

impl Desk {
    pub fn new() -> Self {
        Self {
            folder: TempDir::new().unwrap(),
            steps: Arc::default(),
            next: 0,
            place: "@c.tearline".to_owned(),
            store: "@c.tearline".to_owned(),
        }
    }

    /// The file of the store.
    pub fn store_file(&self) -> PathBuf {
        self.path(self.store.trim_start_matches('@'))
    }

    /// The clock and chance, for whoever opens the store by itself.
    pub fn seams(&self) -> Arc<dyn Seams> {
        self.steps.clone()
    }

    /// Goes on as the step of this number.
    pub fn go_to(&self, step: u64) {
        self.steps.go_to(step);
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) {
        std::fs::write(self.path(name), content).unwrap();
    }

    /// Types a command; `@name` is a path in the folder.
    pub fn run(&mut self, args: &[&str]) -> Said {
        self.next += 1;
        self.step(self.next, args)
    }

    /// The same over the case of this desk.
    pub fn case(&mut self, args: &[&str]) -> Said {
        self.next += 1;
        self.case_step(self.next, args)
    }

    /// The same as the step of this number.
    pub fn case_step(&mut self, step: u64, args: &[&str]) -> Said {
        let place = self.place.clone();
        self.step(step, &[&["--case", place.as_str()][..], args].concat())
    }

    /// Types a command as the step of this number, whatever number is next.
    pub fn step(&mut self, step: u64, args: &[&str]) -> Said {
        self.steps.go_to(step);
        let here = self.folder.path().display().to_string();
        let placed: Vec<String> = std::iter::once("tearline".to_owned())
            .chain(args.iter().map(|arg| match arg.strip_prefix('@') {
                Some(name) => format!("{here}/{name}"),
                None => (*arg).to_owned(),
            }))
            .collect();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let mut stage = Stage {
            out: &mut out,
            err: &mut err,
            width: 100,
            live: false,
            user: "ann".into(),
            seams: self.steps.clone(),
            program: Some(env!("CARGO_BIN_EXE_tearline").into()),
        };
        let code = run(placed, &mut stage);
        let plain = |bytes: Vec<u8>| {
            anstream::adapter::strip_str(&String::from_utf8(bytes).unwrap()).to_string().replace(&here, "HERE")
        };
        Said { out: plain(out), err: plain(err), code }
    }

    /// What must work.
    #[track_caller]
    pub fn works(&mut self, args: &[&str]) -> String {
        let said = self.case(args);
        assert_eq!(said.code, 0, "{args:?}: {}", said.err);
        said.out
    }

    /// What must not, and the words in which it is said.
    #[track_caller]
    pub fn fails(&mut self, args: &[&str], code: u8, words: &str) {
        let said = self.run(args);
        assert_eq!(said.err.trim_end(), words.trim_end(), "{args:?} printed {}", said.out);
        assert_eq!(said.code, code, "{args:?}");
    }

    /// The ids of the claims whose content holds these words, the oldest first, as somebody with full rights finds them.
    pub fn claims(&mut self, words: &str) -> Vec<String> {
        let claims = self.listed(&["claims"]);
        let holds = |claim: &&serde_json::Value| claim["content"]["text"].as_str().unwrap().contains(words);
        claims.iter().filter(holds).map(|claim| claim["claim"].as_str().unwrap()[..8].to_owned()).collect()
    }

    /// What a command lists as JSON.
    pub fn listed(&mut self, args: &[&str]) -> Vec<serde_json::Value> {
        let said = self.case_step(9_000_000, &[args, &["--format", "json"]].concat());
        serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{args:?}: {error}: {}", said.err))
    }
}
