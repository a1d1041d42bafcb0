//! `tearline completions`: what a shell needs to complete commands.

use clap_complete::Shell;

use crate::Stage;
use crate::failure::Outcome;

/// Write the script by which a shell completes the commands
#[derive(Debug, clap::Args)]
#[command(after_help = "Examples:
  tearline completions bash > ~/.local/share/bash-completion/completions/tearline
  tearline completions zsh > ~/.zfunc/_tearline
  tearline completions fish > ~/.config/fish/completions/tearline.fish")]
pub struct Args {
    /// Which shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Args {
    pub fn run(self, stage: &mut Stage<'_>) -> Outcome {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut shown(), "tearline", &mut script);
        stage.out.write_all(&script)?;
        Ok(0)
    }
}

/// The command line without the commands that are the program's own.
fn shown() -> clap::Command {
    let all = super::command();
    clap::Command::new("tearline")
        .version(env!("CARGO_PKG_VERSION"))
        .args(all.get_arguments().cloned())
        .subcommands(all.get_subcommands().filter(|verb| !verb.is_hide_set()).cloned())
}
