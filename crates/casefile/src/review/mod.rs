//! Review: a person's word on a claim, beside what was read.

use record::id::{CaseId, ClaimId, ReviewId};
use record::reading::{Attributed, Certainty, Claim, Content, Cue, Polarity, Quoted, SourceKind, Stage, Stance};
use record::review::{Review, Verdict};
use record::span::Span;
use record::viewer::Viewer;

use crate::journal::Change;
use crate::store::{ClaimRow, Seen};
use crate::{Casefile, CasefileError, Result};

/// What a person states of a claim otherwise than it was read. What is not stated stays as it is.
#[derive(Debug, Clone, Default)]
pub struct Correction {
    /// Who says it, in words of the document.
    pub source: Option<String>,
    /// What kind of source it is.
    pub kind: Option<SourceKind>,
    /// The full name of the source.
    pub name: Option<String>,
    /// The words that say that it is said, in words of the document.
    pub cue: Option<String>,
    /// What is said, in words of the document.
    pub content: Option<String>,
    /// What the source does with it.
    pub stance: Option<Stance>,
    /// Whether it is asserted or negated.
    pub polarity: Option<Polarity>,
    /// How sure the words are, as a band.
    pub certainty: Option<(f64, f64)>,
    /// How far the action has got.
    pub stage: Option<Stage>,
}

impl Casefile {
    /// Accepts or rejects a claim.
    ///
    /// # Errors
    /// Where the viewer sees no such claim, or no reason is given for a rejection.
    pub async fn judge_claim(
        &self,
        viewer: &Viewer,
        case: CaseId,
        claim: &str,
        accepted: bool,
        why: &str,
    ) -> Result<ClaimRow> {
        if !accepted && why.trim().is_empty() {
            return Err(CasefileError::Empty("reason"));
        }
        let verdict = if accepted { Verdict::Accepted } else { Verdict::Rejected };
        self.settled(case, async |seen| {
            let visible = self.store.visible(viewer).await?;
            let row = self.store.claim(&visible, case, claim).await?;
            self.enter_review(viewer, case, seen, row, verdict, None, why).await
        })
        .await
    }

    /// States a claim otherwise than it was read. The words of source, cue and content must stand in the document.
    ///
    /// # Errors
    /// Where the viewer sees no such claim, nothing is stated, or the document does not hold the words.
    pub async fn edit_claim(
        &self,
        viewer: &Viewer,
        case: CaseId,
        claim: &str,
        correction: &Correction,
        why: &str,
    ) -> Result<ClaimRow> {
        self.settled(case, async |seen| {
            let visible = self.store.visible(viewer).await?;
            let row = self.store.claim(&visible, case, claim).await?;
            let text = self.text_of(&row).await?;
            let now = row.stands().unwrap_or(&row.claim).clone();
            let version = corrected(now.clone(), correction, &text)?;
            if version == now {
                return Err(CasefileError::Empty("correction"));
            }
            self.enter_review(viewer, case, seen, row, Verdict::Edited, Some(version), why).await
        })
        .await
    }

    /// Adds a claim that was not read, to the document whose hash begins with `document`.
    ///
    /// # Errors
    /// Where the viewer sees no such document, no content is stated, or the document does not hold the words.
    pub async fn add_claim(
        &self,
        viewer: &Viewer,
        case: CaseId,
        document: &str,
        correction: &Correction,
        why: &str,
    ) -> Result<ClaimRow> {
        if correction.content.as_deref().unwrap_or_default().trim().is_empty() {
            return Err(CasefileError::Empty("content"));
        }
        let id = ClaimId::from_chance(self.seams.chance());
        self.settled(case, async |seen| {
            let visible = self.store.visible(viewer).await?;
            let (document, label) = self.store.document(&visible, case, document).await?;
            let text = String::from_utf8_lossy(&self.store.blob(document.text).await?).into_owned();
            let claim = corrected(unstated(&id), correction, &text)?;
            let row = ClaimRow { id, claim: claim.clone(), document, label, reviews: Vec::new(), ratings: Vec::new() };
            self.enter_review(viewer, case, seen, row, Verdict::Added, Some(claim), why).await
        })
        .await
    }

    #[expect(clippy::too_many_arguments, reason = "a review has that many parts")]
    async fn enter_review(
        &self,
        viewer: &Viewer,
        case: CaseId,
        seen: Seen,
        mut row: ClaimRow,
        verdict: Verdict,
        version: Option<Claim>,
        why: &str,
    ) -> Result<ClaimRow> {
        let review = Review {
            id: ReviewId::from_chance(self.seams.chance()),
            claim: row.id,
            document: row.document.sha256,
            verdict,
            version,
            seen: (verdict != Verdict::Added).then(|| row.claim.clone()),
            author: viewer.name.clone(),
            at: self.seams.now(),
            why: why.trim().to_owned(),
        };
        let change = Change::ClaimReviewed { review: Box::new(review.clone()) };
        self.enter(viewer, case, seen, row.label.clone(), why, change, &[]).await?;
        row.reviews.push(review);
        Ok(row)
    }

    async fn text_of(&self, row: &ClaimRow) -> Result<String> {
        Ok(String::from_utf8_lossy(&self.store.blob(row.document.text).await?).into_owned())
    }
}

/// A claim of which nothing is stated yet.
fn unstated(id: &ClaimId) -> Claim {
    Claim {
        id: id.short(),
        sentence: 0,
        source: Attributed {
            text: String::new(),
            spans: Vec::new(),
            kind: SourceKind::None,
            actor: None,
            resolved: None,
        },
        cue: Cue { text: String::new(), spans: Vec::new(), lemma: String::new() },
        content: Content { text: String::new(), spans: Vec::new(), quoted: Quoted::None },
        stance: Stance::Says,
        polarity: Polarity::Positive,
        certainty: Certainty { words: String::new(), low: 0.95, high: 1.0 },
        stage: Stage::None,
        within: None,
        time: None,
    }
}

/// The claim as the person states it.
fn corrected(mut claim: Claim, correction: &Correction, text: &str) -> Result<Claim> {
    let near = claim.content.spans.first().map_or(0, |span| span.start);
    if let Some(words) = &correction.content {
        let span = find("content", words, text, near)?;
        claim.content.text = text[span.start..span.end].to_owned();
        claim.content.spans = vec![span];
    }
    let near = claim.content.spans.first().map_or(0, |span| span.start);
    if let Some(words) = &correction.source {
        let span = find("source", words, text, near)?;
        claim.source = Attributed {
            text: text[span.start..span.end].to_owned(),
            spans: vec![span],
            kind: if claim.source.kind == SourceKind::None { SourceKind::Unnamed } else { claim.source.kind },
            actor: None,
            resolved: None,
        };
    }
    if let Some(words) = &correction.cue {
        let span = find("cue", words, text, near)?;
        claim.cue =
            Cue { text: text[span.start..span.end].to_owned(), spans: vec![span], lemma: words.trim().to_lowercase() };
    }
    if let Some(name) = &correction.name {
        claim.source.resolved = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
    }
    if let Some((low, high)) = correction.certainty {
        claim.certainty.low = low;
        claim.certainty.high = high;
    }
    claim.source.kind = correction.kind.unwrap_or(claim.source.kind);
    claim.stance = correction.stance.unwrap_or(claim.stance);
    claim.polarity = correction.polarity.unwrap_or(claim.polarity);
    claim.stage = correction.stage.unwrap_or(claim.stage);
    Ok(claim)
}

/// Where the words stand in the text, nearest to `near`: every word of a claim is one of its document.
fn find(what: &'static str, words: &str, text: &str, near: usize) -> Result<Span> {
    let words = words.trim();
    if words.is_empty() {
        return Err(CasefileError::Empty(what));
    }
    let places = text.match_indices(words).map(|(start, found)| Span::new(start, start + found.len()));
    let nearest = places.min_by_key(|span| span.start.abs_diff(near));
    nearest.ok_or_else(|| CasefileError::NotInText { what, words: words.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "An aide said the order was signed. Later the aide said that nothing was signed.";

    #[test]
    fn the_words_of_a_correction_are_found_in_the_text_nearest_to_what_was_read() {
        let correction = Correction {
            content: Some("nothing was signed".into()),
            source: Some("aide".into()),
            polarity: Some(Polarity::Negative),
            ..Correction::default()
        };
        let claim = corrected(unstated(&ClaimId([1; 16])), &correction, TEXT).unwrap();
        assert_eq!(claim.content.spans, [Span::new(60, 78)]);
        assert_eq!(claim.source.spans, [Span::new(45, 49)]);
        assert_eq!((claim.polarity, claim.stance), (Polarity::Negative, Stance::Says));
    }

    #[test]
    fn words_that_the_document_does_not_hold_are_refused() {
        let correction = Correction { content: Some("everything was signed".into()), ..Correction::default() };
        let error = corrected(unstated(&ClaimId([1; 16])), &correction, TEXT).unwrap_err();
        assert_eq!(error.to_string(), "the document does not hold the words of the content: \"everything was signed\"");
    }
}
