//! Where corpora and models stand.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::conllu::{self, Sentence};
use crate::failure::Failure;

/// The folders that tasks read and write.
#[derive(Debug, Args)]
pub struct Places {
    /// Folder with `corpora/` [default: `shared` beside the repository]
    #[arg(long, global = true, value_name = "DIR")]
    shared: Option<PathBuf>,
}

/// A part of a treebank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Treebank {
    /// English Web Treebank, for training.
    EwtTrain,
    /// English Web Treebank, for measuring.
    EwtDev,
    /// Georgetown University Multilayer corpus, for training.
    GumTrain,
    /// Georgetown University Multilayer corpus, for measuring.
    GumDev,
}

impl Treebank {
    fn file(self) -> &'static str {
        match self {
            Self::EwtTrain => "ud-ewt/train.conllu",
            Self::EwtDev => "ud-ewt/dev.conllu",
            Self::GumTrain => "gum/train.conllu",
            Self::GumDev => "gum/dev.conllu",
        }
    }
}

impl Places {
    /// The folder of the repository.
    pub fn repository() -> PathBuf {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        here.ancestors().nth(2).unwrap_or(here).to_owned()
    }

    /// The file or folder of a corpus, by its name below `corpora/`.
    ///
    /// # Errors
    /// If it is not there.
    pub fn corpus(&self, name: &str) -> Result<PathBuf, Failure> {
        self.shared(&format!("corpora/{name}"))
    }

    /// The folder of the gazetteers.
    ///
    /// # Errors
    /// If it is not there.
    pub fn gazetteers(&self) -> Result<PathBuf, Failure> {
        self.shared("gazetteers")
    }

    /// A file or folder of the data beside the repository.
    ///
    /// # Errors
    /// If it is not there.
    pub fn shared(&self, name: &str) -> Result<PathBuf, Failure> {
        let shared = match &self.shared {
            Some(given) => given.clone(),
            None => Self::repository().with_file_name("shared"),
        };
        let path = shared.join(name);
        if !path.exists() {
            return Err(Failure::new(format!(
                "{} is not there: name the folder that holds `corpora/` with --shared",
                path.display()
            )));
        }
        Ok(path)
    }

    /// The sentences of a treebank.
    ///
    /// # Errors
    /// If the file is not there or is not CoNLL-U.
    pub fn treebank(&self, part: Treebank) -> Result<Vec<Sentence>, Failure> {
        let path = self.corpus(part.file())?;
        let text = std::fs::read_to_string(&path).map_err(|error| Failure::at(&path, &error))?;
        conllu::read(&text).map_err(|error| Failure::at(&path, &error))
    }

    /// Writes a file into `models/`.
    ///
    /// # Errors
    /// If it cannot be written.
    pub fn write_model(&self, name: &str, bytes: &[u8]) -> Result<(), Failure> {
        let path = Self::repository().join("models").join(name);
        std::fs::write(&path, bytes).map_err(|error| Failure::at(&path, &error))
    }

    /// What `models/` has under `name`, nothing if there is no such file.
    pub fn read_model(&self, name: &str) -> Vec<u8> {
        std::fs::read(Self::repository().join("models").join(name)).unwrap_or_default()
    }
}
