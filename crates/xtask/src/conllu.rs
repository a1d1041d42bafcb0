//! CoNLL-U: one token a line, ten columns, an empty line between sentences.

use read::parse::Rel;
use read::tag::{Tag, Upos, Xpos};

/// A sentence of a treebank. All lists have one entry per token.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sentence {
    /// Number of its document in the file, from 0.
    pub document: usize,
    /// Name of its document, empty if the file does not say.
    pub name: String,
    /// The tokens' texts.
    pub forms: Vec<String>,
    /// Their lemmas.
    pub lemmas: Vec<String>,
    /// Their parts of speech.
    pub tags: Vec<Tag>,
    /// Their heads, counted from 1; 0 is the root.
    pub heads: Vec<usize>,
    /// Their relations.
    pub rels: Vec<Rel>,
    /// What the last column says of them.
    pub misc: Vec<String>,
}

impl Sentence {
    /// The tokens as the reader takes them.
    pub fn tokens(&self) -> Vec<&str> {
        self.forms.iter().map(String::as_str).collect()
    }
}

/// The relation called `name`; one with an unknown subtype is its main type.
fn rel(name: &str) -> Option<Rel> {
    Rel::from_name(name).or_else(|| Rel::from_name(name.split(':').next()?))
}

/// Reads the sentences of a file. Lines for multiword tokens (`3-4`) and empty nodes (`5.1`) are skipped.
///
/// # Errors
/// A line that is not CoNLL-U, by its number.
pub fn read(text: &str) -> Result<Vec<Sentence>, String> {
    let mut out = Vec::new();
    let mut sentence = Sentence::default();
    let (mut document, mut name) = (0, String::new());
    for (number, line) in text.lines().chain([""]).enumerate() {
        if let Some(id) = line.strip_prefix("# newdoc id = ") {
            document += 1;
            name = id.to_owned();
        }
        if line.starts_with('#') {
            continue;
        }
        if line.is_empty() {
            if !sentence.forms.is_empty() {
                sentence.document = document;
                sentence.name.clone_from(&name);
                out.push(std::mem::take(&mut sentence));
            }
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let [id, form, lemma, upos, xpos, _, head, deprel, ..] = columns[..] else {
            return Err(format!("line {} has fewer than eight columns", number + 1));
        };
        if id.contains(['-', '.']) {
            continue;
        }
        let bad = || format!("line {} has a tag, head or relation that is not known", number + 1);
        sentence.forms.push(form.to_owned());
        sentence.lemmas.push(lemma.to_owned());
        sentence.tags.push(Tag {
            upos: Upos::from_name(upos).ok_or_else(bad)?,
            xpos: Xpos::from_name(xpos).unwrap_or(Xpos::Xx),
        });
        sentence.heads.push(head.parse().map_err(|_| bad())?);
        sentence.rels.push(rel(deprel).ok_or_else(bad)?);
        sentence.misc.push(columns.get(9).copied().unwrap_or_default().to_owned());
    }
    let whole = |sentence: &Sentence| sentence.heads.iter().all(|head| *head <= sentence.forms.len());
    if out.iter().all(whole) { Ok(out) } else { Err("a head lies outside its sentence".to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "# newdoc id = a\n# text = They'll go\n1-2\tThey'll\t_\t_\t_\t_\t_\t_\t_\t_\n\
        1\tThey\tthey\tPRON\tPRP\t_\t3\tnsubj\t_\t_\n2\t'll\twill\tAUX\tMD\t_\t3\taux\t_\t_\n\
        3\tgo\tgo\tVERB\tVB\t_\t0\troot\t_\t_\n";

    #[test]
    fn multiword_lines_are_skipped_and_heads_kept() {
        let read = read(SAMPLE).unwrap();
        assert_eq!(read.len(), 1);
        assert_eq!(read[0].tokens(), ["They", "'ll", "go"]);
        assert_eq!(read[0].heads, [3, 3, 0]);
        assert_eq!(read[0].rels, [Rel::Nsubj, Rel::Aux, Rel::Root]);
    }

    #[test]
    fn a_bad_line_is_named() {
        assert!(read("1\tGo\n").unwrap_err().contains("line 1"));
        assert!(read(&SAMPLE.replace("\t0\t", "\t9\t")).is_err());
    }
}
