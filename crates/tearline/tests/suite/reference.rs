//! What the program says of itself: its help, its manual, its completions, and the documents made of them.

use clap::Command;

use crate::desk::Desk;

fn document(name: &str) -> String {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(name);
    std::fs::read_to_string(&path).unwrap_or_default()
}

#[test]
fn the_documents_are_those_that_the_program_makes() {
    let mut desk = Desk::new();
    for (of, name) in
        [("cli", "cli.md"), ("formats", "formats.md"), ("markings", "markings.md"), ("api", "openapi.json")]
    {
        let made = desk.run(&["reference", of]).out;
        assert!(made == document(name), "docs/{name} is behind: run `cargo xtask docs`");
    }
}

#[test]
fn every_command_shows_an_example() {
    fn check(command: &Command, name: &str) {
        let mut deeper = command.get_subcommands().filter(|inner| !inner.is_hide_set()).peekable();
        let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        if deeper.peek().is_none() {
            assert!(help.contains("Example"), "`{name} --help` shows no example");
        }
        for inner in deeper {
            check(inner, &format!("{name} {}", inner.get_name()));
        }
    }
    check(&tearline::command(), "tearline");
}

#[test]
fn there_is_a_manual_page_for_every_command_and_a_completion_for_every_shell() {
    let mut desk = Desk::new();
    let page = desk.run(&["man", "read"]).out;
    assert!(page.contains(".TH TEARLINE-READ 1") && page.contains("\\-\\-allow\\-private"), "{page}");
    assert!(desk.run(&["man", "case", "new"]).out.contains("tearline\\-case\\-new"));
    assert!(desk.run(&["man"]).out.contains(".SH SUBCOMMANDS"));
    desk.fails(&["man", "rea"], 2, "error: there is no command \"rea\"\n hint: `tearline --help` lists the commands");
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = desk.run(&["completions", shell]).out;
        assert!(script.contains("collect") && script.contains("allow-private"), "{shell}: {script}");
        assert!(!script.contains("\u{1b}"), "{shell}");
        assert!(!script.contains("read-pdf-from-stdin"), "{shell} completes what is not for people");
    }
}
