//! `tearline man`: the manual of the program, a page for each command.

use clap::Command;

use crate::Stage;
use crate::failure::{Failure, Outcome};

/// Write the manual page of the program, or of a command
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline man | man -l -
  tearline man read > tearline-read.1
  tearline man case new | man -l -")]
pub struct Args {
    /// The command whose page it is; the program's own where not given
    #[arg(value_name = "COMMAND")]
    words: Vec<String>,
}

impl Args {
    pub fn run(self, stage: &mut Stage<'_>) -> Outcome {
        let mut command = super::command();
        command.build();
        let mut name = "tearline".to_owned();
        for word in &self.words {
            let next = command.find_subcommand(word).filter(|next| !next.is_hide_set());
            let Some(next) = next else {
                let hint = "`tearline --help` lists the commands";
                return Err(Failure::usage(format!("there is no command {:?}", self.words.join(" ")), hint));
            };
            name = format!("{name}-{word}");
            command = next.clone();
        }
        // A page is found by its name, and clap knows only the last word of it.
        let page = clap_mangen::Man::new(named(command, &name)).manual("Tearline").title(name.to_uppercase());
        let mut text = Vec::new();
        page.render(&mut text)?;
        stage.out.write_all(&text)?;
        Ok(0)
    }
}

fn named(command: Command, name: &str) -> Command {
    command.name(name.to_owned())
}
