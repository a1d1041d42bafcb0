//! The program.

use std::io::{self, IsTerminal};
use std::process::ExitCode;
use std::sync::Arc;

use anstream::AutoStream;
use tearline::{Stage, SystemSeams, colour, run};

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::from_env("TEARLINE_LOG"))
        .with_writer(io::stderr)
        .init();
    let width = terminal_size::terminal_size().map_or(100, |(width, _)| usize::from(width.0));
    // anstream drops colours where the output is no terminal, and obeys NO_COLOR and CLICOLOR_FORCE.
    let args: Vec<_> = std::env::args_os().collect();
    let choice = colour(&args);
    let mut out = io::BufWriter::new(AutoStream::new(io::stdout(), choice));
    let mut err = AutoStream::new(io::stderr(), choice);
    let user = std::env::var("USER").or_else(|_| std::env::var("LOGNAME")).unwrap_or_else(|_| "unknown".to_owned());
    let mut stage = Stage {
        out: &mut out,
        err: &mut err,
        width: width.clamp(40, 160),
        live: io::stderr().is_terminal(),
        user,
        seams: Arc::new(SystemSeams::default()),
        program: std::env::current_exe().ok(),
    };
    ExitCode::from(run(args, &mut stage))
}
