//! Words that somebody tries: what the other side would make of them, and nothing is entered.

use record::id::{CaseId, LineId};
use record::viewer::Viewer;

use super::CoverLine;
use crate::release::{Drafted, line_of};
use crate::{Casefile, CasefileError, Result};

impl Casefile {
    /// What the other side would make of a line in other words, or of a sentence that is not in the draft, given everything that
    /// was ever released. `line` names the line by number or id; without one the sentence rests on `claims`, by id or
    /// its beginning. A line rests on what it rests on, unless `claims` names others. Nothing is entered, and whoever may not know
    /// is told to ask, as with [`Casefile::cover`].
    ///
    /// # Errors
    /// Where there is no such disclosure, line or claim that the viewer may see, no words are given, nothing stands behind a
    /// sentence, or what stands behind it demands more than the draft may hold.
    pub async fn tried(
        &self,
        viewer: &Viewer,
        case: CaseId,
        id: &str,
        line: Option<&str>,
        (text, claims): (&str, &[String]),
    ) -> Result<CoverLine> {
        let text = text.trim();
        if text.is_empty() {
            return Err(CasefileError::Empty("line"));
        }
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let mut whole = self.whole(&visible, case, id).await?;
        let old = line.map(|name| line_of(&whole.held.disclosure, name).cloned()).transpose()?;
        let mut drafted = Drafted { text: text.to_owned(), claims: claims.to_vec(), ..Drafted::default() };
        match &old {
            None if claims.is_empty() => return Err(CasefileError::Empty("list of claims")),
            Some(old) => {
                drafted.place = old.place.clone();
                if claims.is_empty() {
                    drafted.claims = old.claims.iter().map(ToString::to_string).collect();
                    drafted.judgement = old.judgement.map(|id| id.to_string());
                }
            }
            None => {}
        }
        let number = old.as_ref().map_or_else(|| LineId::from_chance(self.seams.chance()), |old| old.id);
        let line = self.written(viewer, &visible, case, &whole, number, &drafted).await?;
        let label = line.label.clone().unwrap_or_else(|| whole.held.label.clone());
        let held = &mut whole.held;
        let at = held.disclosure.lines.iter().take_while(|other| other.id != number).count();
        match (held.disclosure.lines.get_mut(at), held.lines.get_mut(at)) {
            (Some(there), Some(demanded)) => {
                *there = line;
                // Other words never lower what a line demands.
                *demanded = demanded.join(&label);
            }
            _ => {
                held.disclosure.lines.push(line);
                held.lines.push(label);
            }
        }
        let whole = self.whole_of(&visible, case, whole.held).await?;
        let laid = self.laid(case, &whole).await?;
        let report = self.covered(viewer, &whole, &laid);
        self.saw(viewer, case, &whole, &report).await?;
        let unknown = || CasefileError::Unknown { kind: "line", name: (at + 1).to_string() };
        report.lines.into_iter().nth(at).ok_or_else(unknown)
    }
}
