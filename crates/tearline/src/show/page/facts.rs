//! What stands below an article beside its claims: the days that it speaks of, who acts, what is done and transferred.

use std::fmt::Write;

use record::reading::Reading;

use super::super::facts::{Facts, strip};
use super::{HERE, escaped};

/// Draws the strip and the tables, their headings as `h0`; nothing where there is nothing.
pub fn draw(reading: &Reading) -> String {
    let mut html = String::new();
    let days = strip(reading);
    if !days.is_empty() {
        html.push_str("<h0>Timeline</h0>\n<ol class=\"strip\">");
        for (day, words) in days {
            let words = escaped(&words.join(", "));
            // Writing to a string cannot fail.
            let _ = write!(html, "<li><b>{}</b> <span>{words}</span></li>", escaped(&day));
        }
        html.push_str("</ol>\n");
    }
    for facts in Facts::ALL.into_iter().filter(|facts| *facts != Facts::Times) {
        let table = facts.table(reading);
        if table.rows.is_empty() {
            continue;
        }
        // A long list is looked for, not read.
        let open = if table.rows.len() <= OPEN { " open" } else { "" };
        let _ = writeln!(
            html,
            "<details{open}><summary><h0>{} <span class=\"many\">{}</span></h0></summary>\n\
             <div class=\"wide\" role=\"group\" tabindex=\"0\" aria-label=\"{}\"><table><thead><tr>",
            table.title,
            table.rows.len(),
            table.title,
        );
        for column in table.columns {
            let _ = write!(html, "<th scope=\"col\">{}</th>", escaped(column));
        }
        html.push_str("</tr></thead><tbody>\n");
        for row in table.rows {
            html.push_str("<tr>");
            let last = row.cells.len().saturating_sub(1);
            for (at, cell) in row.cells.iter().enumerate() {
                match &row.claim {
                    Some(claim) if at == last && claim == cell => {
                        let number = escaped(claim.strip_prefix('c').unwrap_or(claim));
                        let claim = escaped(claim);
                        let _ = write!(
                            html,
                            "<td><a href=\"#{HERE}{claim}\" aria-label=\"Claim {number}\">{number}</a></td>"
                        );
                    }
                    _ => {
                        let _ = write!(html, "<td>{}</td>", escaped(cell));
                    }
                }
            }
            html.push_str("</tr>\n");
        }
        html.push_str("</tbody></table></div></details>\n");
    }
    html
}

/// Up to how many rows a table stands open.
const OPEN: usize = 12;
