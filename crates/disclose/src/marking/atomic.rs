//! Marks under the Atomic Energy Act: `RD-CNWDI-SIGMA 14 18`, `FRD`, `DOE UCNI`.
//!
//! A [`record::marking::Marking`] holds one entry for each, as the tables name them: `RD`, `RD-CNWDI`, `RD-SG-14`. In
//! text the kind is followed by its parts after hyphens, and SIGMA by its numbers after spaces.

use std::collections::BTreeSet;

use super::spelling::Form;

/// What is said of a mark that does not fit.
pub(super) const REASON: &str = "is not RD with -CNWDI and -SIGMA 14, 15, 18 or 20, FRD with the same SIGMA, DOD UCNI, \
                                 DOE UCNI or TFNI";

/// The SIGMA categories there are.
const SIGMAS: [&str; 4] = ["14", "15", "18", "20"];

/// Each kind with its title, as banners abbreviate it, and as portions do.
const KINDS: [(&str, &str, &str, &str); 5] = [
    ("RD", "RESTRICTED DATA", "RD", "RD"),
    ("FRD", "FORMERLY RESTRICTED DATA", "FRD", "FRD"),
    ("DCNI", "DOD UNCLASSIFIED CONTROLLED NUCLEAR INFORMATION", "DOD UCNI", "DCNI"),
    ("UCNI", "DOE UNCLASSIFIED CONTROLLED NUCLEAR INFORMATION", "DOE UCNI", "UCNI"),
    ("TFNI", "TRANSCLASSIFIED FOREIGN NUCLEAR INFORMATION", "TFNI", "TFNI"),
];

const CNWDI: &str = "CRITICAL NUCLEAR WEAPON DESIGN INFORMATION";

/// One mark as it was read.
pub(super) struct Written {
    /// Its entries, in the order in which they were written.
    pub(super) entries: Vec<String>,
    /// Whether it is spelt as the form has it.
    pub(super) spelt: bool,
    /// Whether its parts stand in their order, each once.
    pub(super) ordered: bool,
}

/// Reads one mark from text in capitals. `None` where it does not start with a kind.
pub(super) fn read(text: &str, form: Form) -> Option<Result<Written, &'static str>> {
    let mut pieces = text.split('-');
    let said = pieces.next()?;
    let (kind, title, banner, portion) =
        KINDS.iter().find(|(_, title, banner, portion)| [title, banner, portion].contains(&&said))?;
    let fits = match form {
        Form::Portion => said == *portion,
        Form::Banner | Form::Long => said == *banner || said == *title,
    };
    let mut written = Written { entries: vec![(*kind).to_owned()], spelt: fits, ordered: true };
    for piece in pieces {
        let mut words = piece.split(' ');
        let head = words.next()?;
        if *kind == "RD" && (piece == "CNWDI" || piece == "N" || piece == CNWDI) {
            written.spelt &= piece != "N" && (piece != CNWDI || form != Form::Portion);
            written.entries.push("RD-CNWDI".to_owned());
        } else if (head == "SIGMA" || head == "SG") && matches!(*kind, "RD" | "FRD") && piece.contains(' ') {
            written.spelt &= (head == "SG") == (form == Form::Portion);
            written.entries.extend(words.map(|number| format!("{kind}-SG-{number}")));
        } else {
            return Some(Err(REASON));
        }
    }
    let known = written.entries.iter().all(|entry| index(entry).is_some());
    let places = || written.entries.iter().map(|entry| (index(entry), entry));
    written.ordered = places().zip(places().skip(1)).all(|(a, b)| a < b);
    Some(if known { Ok(written) } else { Err(REASON) })
}

/// The entries in words, one text per kind, in the order of the tables.
pub(super) fn print(entries: &BTreeSet<String>, form: Form) -> Vec<String> {
    let mut texts = Vec::new();
    for (kind, title, banner, portion) in KINDS {
        let within = |part: &str| entries.contains(&format!("{kind}-{part}"));
        let sigmas: Vec<&str> = SIGMAS.into_iter().filter(|number| within(&format!("SG-{number}"))).collect();
        if !entries.contains(kind) && sigmas.is_empty() && !within("CNWDI") {
            continue;
        }
        let (head, cnwdi, sigma) = match form {
            Form::Long => (title, CNWDI, "SIGMA"),
            Form::Banner => (banner, "CNWDI", "SIGMA"),
            Form::Portion => (portion, "CNWDI", "SG"),
        };
        let mut text = head.to_owned();
        if within("CNWDI") {
            text = format!("{text}-{cnwdi}");
        }
        if !sigmas.is_empty() {
            text = format!("{text}-{sigma} {}", sigmas.join(" "));
        }
        texts.push(text);
    }
    let unknown = entries.iter().filter(|entry| index(entry).is_none()).cloned();
    texts.extend(unknown);
    texts
}

/// Where a token stands in the table. `None` where it is not in it.
pub(super) fn index(token: &str) -> Option<usize> {
    if let Some((kind, number)) = token.split_once("-SG-") {
        let place = match kind {
            "RD" => 3,
            "FRD" => 5,
            _ => return None,
        };
        return SIGMAS.contains(&number).then_some(place);
    }
    Some(match token {
        "RD" => 1,
        "RD-CNWDI" => 2,
        "FRD" => 4,
        "DCNI" => 6,
        "UCNI" => 7,
        "TFNI" => 8,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_and_written_in_each_form() {
        for (long, banner, portion) in [
            ("RESTRICTED DATA", "RD", "RD"),
            (
                "RESTRICTED DATA-CRITICAL NUCLEAR WEAPON DESIGN INFORMATION-SIGMA 14 20",
                "RD-CNWDI-SIGMA 14 20",
                "RD-CNWDI-SG 14 20",
            ),
            ("FORMERLY RESTRICTED DATA-SIGMA 18", "FRD-SIGMA 18", "FRD-SG 18"),
            ("DOE UNCLASSIFIED CONTROLLED NUCLEAR INFORMATION", "DOE UCNI", "UCNI"),
        ] {
            for (text, form) in [(long, Form::Long), (banner, Form::Banner), (portion, Form::Portion)] {
                let written = read(text, form).unwrap().ok().unwrap();
                assert!(written.spelt && written.ordered, "{text}");
                assert_eq!(print(&written.entries.into_iter().collect(), form), [text]);
            }
        }
    }

    #[test]
    fn a_mark_that_the_tables_do_not_have_is_refused() {
        for text in ["RD-", "RD-SIGMA", "RD-SIGMA 13", "FRD-CNWDI", "TFNI-SIGMA 14", "RD-X"] {
            assert!(read(text, Form::Banner).unwrap().is_err(), "{text}");
        }
        assert!(read("RDX", Form::Banner).is_none());
        assert!(!read("RD-SIGMA 20 14", Form::Banner).unwrap().ok().unwrap().ordered);
        assert!(!read("RD-N", Form::Portion).unwrap().ok().unwrap().spelt);
    }
}
