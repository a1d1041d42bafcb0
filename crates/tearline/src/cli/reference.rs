//! `tearline reference`: the documents of the command line and of the formats, made from the code. `cargo xtask docs`
//! writes them to `docs/`, and a test says when they are behind.

use casefile::format::{CAMEO, CAMEO_TABLE};
use clap::Command;

use crate::Stage;
use crate::failure::Outcome;
use crate::show::facts::Facts;
use crate::show::flat::facts::own;
use crate::show::flat::{COLUMNS, Column, Kind};

/// Write the reference of the commands, the formats, the markings or the API
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  tearline reference cli > docs/cli.md")]
pub struct Args {
    /// Of what
    #[arg(value_enum)]
    of: Of,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Of {
    /// Of the commands.
    Cli,
    /// Of what is read and written.
    Formats,
    /// Of markings and their rules.
    Markings,
    /// Of the API, as OpenAPI.
    Api,
}

impl Args {
    pub fn run(self, stage: &mut Stage<'_>) -> Outcome {
        let text = match self.of {
            Of::Cli => cli(),
            Of::Formats => formats(),
            Of::Markings => markings(),
            Of::Api => serde_json::to_string_pretty(&crate::api::document()).map_err(std::io::Error::from)? + "\n",
        };
        stage.out.write_all(text.as_bytes())?;
        Ok(0)
    }
}

/// Every command with its short help, as it is printed 100 columns wide.
fn cli() -> String {
    let mut command = super::command().term_width(100);
    command.build();
    let mut text =
        "# Commands\n\nMade from the program by `cargo xtask docs`; `tearline COMMAND --help` says more. The options of\n`tearline` itself go with every command.\n"
            .to_owned();
    section(&mut text, &command, "tearline");
    text
}

fn section(text: &mut String, command: &Command, name: &str) {
    let mut shown = command.clone().bin_name(name.to_owned());
    if name != "tearline" {
        // What every command takes stands at the program itself.
        let all = ["case", "author", "view_as", "color", "help"];
        shown = shown.mut_args(|arg| if all.contains(&arg.get_id().as_str()) { arg.hide(true) } else { arg });
    }
    let help = shown.render_help().to_string();
    let lines: Vec<&str> = help.lines().map(str::trim_end).collect();
    text.push_str(&format!("\n## {name}\n\n```text\n{}\n```\n", lines.join("\n").trim_end()));
    for inner in command.get_subcommands().filter(|inner| !inner.is_hide_set() && inner.get_name() != "help") {
        section(text, inner, &format!("{name} {}", inner.get_name()));
    }
}

/// What markings are known, and every rule.
fn markings() -> String {
    let mut text = include_str!("reference/markings.md").to_owned();
    for entry in disclose::marking::register::entries() {
        let said = if entry.stands == "kept" { format!("`{}`", entry.text) } else { entry.text.to_owned() };
        text.push_str(&format!("| {} | {} | {said} |\n", entry.rule, entry.stands));
    }
    text
}

/// The fields that are read and the columns that are written.
fn formats() -> String {
    let mut text = FORMATS.to_owned();
    text.push_str("\n## Articles that are read\n\nThe fields of an article in JSON, JSONL, CSV and Parquet, and the names they go by, the surest first; case, `_`, `-` and\nspaces do not count. An article needs a text, or HTML. `FILE#3` in the name of a document\nis its third record, or that record's id. Where an id is the number of a record that has none, both have one name, and the later\none says so in its problems. Records in UTF-16 are kept in UTF-8. In Parquet a column that holds a list is not read, and columns are packed with Snappy,\ngzip, Zstandard, LZ4 or not at all.\n\nJSON is one article, a list of them, a list under a key (`articles`, `items`, `results`, …), one a line, or one behind the other. A\nrow or a line of more than 64 MB is refused; a table may begin with `sep=;`. A date of which day and month\ncould be taken for each other is not used, and the document says so.\n\n| field | names |\n|---|---|\n");
    for (field, names) in casefile::format::FIELDS {
        let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
        text.push_str(&format!("| {field} | {} |\n", names.join(", ")));
    }
    text.push_str(include_str!("reference/feeds.md"));
    text.push_str(&format!(
        "The table `{CAMEO_TABLE}`: the longest beginning of a CAMEO code that stands in it counts.\n\n| row | code | root |\n|---|---|---|\n"
    ));
    for (number, code, root) in CAMEO {
        text.push_str(&format!("| {number} | `{code}` | `{}` |\n", root.name()));
    }
    text.push_str(include_str!("reference/stix.md"));
    text.push_str("\n## Columns of claims\n\n`--format csv` and `--format parquet` write one row a claim, or a row of what `--table` says. In CSV a cell that a spreadsheet would take for a formula\n(`=`, `+`, `-` or `@` in front, also in their wide forms, or a tab or line end) has an apostrophe before it.\n\n| column | type | meaning |\n|---|---|---|\n");
    COLUMNS.iter().for_each(|column| text.push_str(&described(column)));
    text.push_str("\n## Columns of the other tables\n\nThe first five are those of claims, the last two are `spans` and `place`, of what the row tells; all are texts.\n");
    for (name, facts) in [
        ("times", Facts::Times),
        ("actors", Facts::Actors),
        ("events", Facts::Events),
        ("transfers", Facts::Transfers),
        ("goods", Facts::Goods),
    ] {
        text.push_str(&format!("\n`--table {name}`\n\n| column | type | meaning |\n|---|---|---|\n"));
        own(facts).iter().for_each(|column| text.push_str(&described(column)));
    }
    text
}

fn described(column: &Column) -> String {
    let kind = match column.kind {
        Kind::Text => "text",
        Kind::Whole => "whole number",
        Kind::Real => "number",
    };
    format!("| `{}` | {kind} | {} |\n", column.name, column.meaning)
}

const FORMATS: &str = "# Formats

Made from the program by `cargo xtask docs`.

## What is written

| `--format` | what it is |
|---|---|
| `text` | for people: the text with its claims marked, and the claims after it |
| `json` | one value: the reading of the document, or a list where there may be several |
| `jsonl` | one reading a line |
| `csv`, `parquet` | one claim a row; Parquet needs `--out` |
| `html` | one page that needs nothing but itself |

A reading is `document`, `claims`, `schema`, `reader`, `places`, `actors`, `times`, `events`, `transfers` and `problems`.
`needs` and `capacities` stand beside `transfers` where there are any: goods that somebody is said to lack, or to be able to make.
[reading.schema.json](reading.schema.json) is the JSON Schema of it, made from the types that are written.

```json
\"needs\": [{\"actor\"?: id, \"goods\": \"artillery ammunition\", \"class\": \"lethal\", \"codes\"?: [], \"claim\"?: id, \"time\"?: id, \"span\": [start, end]}]
```

An entry of `needs` or `capacities` has who lacks the goods or can make them (`actor`, left out where the text does not say), the
`goods` in its words, their `class` as of transfers, empty where it names no goods of one, and the words that say so (`span`).
`codes`, here and in `transfers`, are the codes of the goods in the Harmonized System, six digits each, where the common high
priority list has them; where it has none they are left out. `class` of a transfer is `lethal`, `non-lethal`, `dual-use`, `energy` or
`financial`, its `status` `considered`, `possible`, `announced`, `under-way`, `delivered`, `denied` or `halted`; `supplier` and
`recipient` are null where the text does not say. `problems` have a `kind` that a program can test, a `message`, and a `span`
where they are of one place; a date that is on no calendar (\u{201c}Feb. 30\u{201d}) is kept in `times` as it is written and flagged there.

Spans are `[start, end)` in bytes of the extracted text: the file itself where that is UTF-8 text, else `document.text`. Where
it is not, `passages` leads back: `passages.passages` lists stretches of the text (`text`) with where they stood (`at`), in
their order and without what the extractor put between them. `at` is one of

| `at` | of | meaning |
|---|---|---|
| `{\"bytes\": [start, end]}` | text, Markdown, HTML | bytes of the document; where they are as many as those of the stretch, the same ones |
| `{\"page\": {\"page\": n, \"area\": [left, top, right, bottom]}}` | PDF | a box in points from the left top corner of page n |
| `{\"part\": {\"part\": n, \"bytes\"?: [start, end]}}` | mail, DOCX, feeds, records | part `passages.parts[n]`: a MIME part, a member, a field |
";
