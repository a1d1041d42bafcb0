//! Reading again what is in the case, with the reader as it is now.

use record::id::CaseId;
use record::reading::{Head, Reader, Reading};
use record::viewer::Viewer;

use super::coded::{self, Coding};
use crate::journal::{Change, Draft, Progress};
use crate::store::{Kept, Written};
use crate::{Casefile, Result};

/// What came of reading again.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reread {
    /// How many documents have a new reading.
    pub changed: usize,
    /// How many read as they did.
    pub same: usize,
    /// How many were read by this very reader, and were let be.
    pub current: usize,
}

/// How many new readings are entered at a time.
const TOGETHER: usize = 32;

impl Casefile {
    /// Reads the visible documents of a case again, from the text that is kept: those that another reader read or, with
    /// `all`, every one. What people said of claims stays with the claims that it was said of.
    ///
    /// # Errors
    /// Where there is no such case, or it cannot be written.
    pub async fn reread(&self, viewer: &Viewer, case: CaseId, all: bool, progress: Progress<'_>) -> Result<Reread> {
        let visible = self.store.visible(viewer).await?;
        self.case_of(&visible, case).await?;
        let kept = self.store.kept(&visible, case).await?;
        let mut done = Reread::default();
        let mut waiting = Vec::new();
        for (at, one) in kept.iter().enumerate() {
            let old: Reading = serde_json::from_slice(&self.store.blob(one.reading).await?)?;
            if !all && old.reader == reader() {
                done.current += 1;
            } else if let Some(new) = self.read_again(one, old).await? {
                done.changed += 1;
                waiting.push((one, new));
            } else {
                done.same += 1;
            }
            if waiting.len() == TOGETHER || at + 1 == kept.len() {
                self.enter_readings(viewer, case, &waiting).await?;
                waiting.clear();
            }
            progress(at as u64 + 1, kept.len() as u64);
        }
        Ok(done)
    }

    /// The reading of a document as it is read now, if it is another than the one that stands.
    async fn read_again(&self, one: &Kept, old: Reading) -> Result<Option<Written>> {
        let text = String::from_utf8_lossy(&self.store.blob(one.document.text).await?).into_owned();
        let head = Head { language: one.document.language.clone(), ..old.document };
        let mut new = match Coding::of(&one.document.extractor) {
            Some(coding) => coded::read(coding, &text, head),
            None => super::read_up_to(super::LONGEST, &text, head),
        };
        // What the extraction could not do stands in the text as it is kept.
        new.problems.extend(old.problems.into_iter().filter(|problem| problem.kind == "extraction"));
        let written = Written::new(serde_json::to_vec(&new)?);
        Ok((written.sha != one.reading).then_some(written))
    }

    async fn enter_readings(&self, viewer: &Viewer, case: CaseId, readings: &[(&Kept, Written)]) -> Result<()> {
        if readings.is_empty() {
            return Ok(());
        }
        // What is projected is made of blobs that are at hand: the text and the old reading come along.
        let mut blobs = Vec::new();
        for (one, new) in readings {
            blobs.push(new.clone());
            for sha in [one.document.text, one.reading] {
                blobs.push(Written::new(self.store.blob(sha).await?));
            }
        }
        let blobs: Vec<&Written> = blobs.iter().collect();
        self.settled(case, async |seen| {
            let visible = self.store.visible(viewer).await?;
            let standing = self.store.kept(&visible, case).await?;
            let drafts = readings
                .iter()
                // Somebody else may have read it again in the meantime.
                .filter(|(one, _)| {
                    let same = |now: &&Kept| now.document.sha256 == one.document.sha256 && now.label == one.label;
                    standing.iter().find(same).is_some_and(|now| now.reading == one.reading)
                })
                .map(|(one, new)| Draft {
                    case,
                    author: viewer.name.clone(),
                    at: self.seams.now(),
                    why: format!("read by {}", named(&reader())),
                    label: one.label.clone(),
                    change: Change::DocumentReread {
                        document: one.document.sha256,
                        text: one.document.text,
                        from: one.reading,
                        reading: new.sha,
                    },
                })
                .collect();
            self.store.commit(case, seen, drafts, &blobs).await
        })
        .await
    }
}

/// The reader as it is now.
fn reader() -> Reader {
    Reader { version: read::VERSION.to_owned(), model: read::MODEL.to_owned() }
}

fn named(reader: &Reader) -> String {
    format!("reader {} with model {}", reader.version, reader.model)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicI64, Ordering};

    use record::case::{Band, Case, Origin};
    use record::marking::{Level, Marking, Tlp};
    use record::reading::{Claim, Stance};
    use record::source::Reliability;
    use record::span::Span;
    use record::time::Micros;

    use super::*;
    use crate::collect::{Prepared, State};
    use crate::review::Correction;
    use crate::store::ClaimRow;
    use crate::{Place, Provenance, Seams, prepare};

    const TEXT: &str =
        "The ministry said that the port was closed. An aide said that eleven wagons had left. Orlo denied it.";

    /// A clock and chance that count.
    struct Counting(AtomicI64);

    impl Seams for Counting {
        fn now(&self) -> Micros {
            Micros(self.0.fetch_add(1, Ordering::Relaxed))
        }

        fn chance(&self) -> [u8; 16] {
            let mut bytes = [7; 16];
            bytes[..8].copy_from_slice(&self.now().0.to_be_bytes());
            bytes
        }
    }

    /// What the reader of an earlier day would have handed over.
    fn read_before(change: impl Fn(&mut Reading)) -> Prepared {
        let mut all = Vec::new();
        let _ = crate::format::documents(TEXT.as_bytes(), "a.txt", None, &Default::default(), &mut |one| {
            all.push(one.unwrap());
            std::ops::ControlFlow::Continue(())
        });
        let mut prepared = prepare(all.remove(0), &Default::default(), &Default::default()).unwrap();
        if let State::Read(ready) = &mut prepared.state {
            change(&mut ready.reading);
            ready.reading.reader.version = "0.0.1".to_owned();
            ready.read = Written::new(serde_json::to_vec(&ready.reading).unwrap());
        }
        prepared
    }

    struct Desk {
        _folder: tempfile::TempDir,
        casefile: Casefile,
        viewer: Viewer,
        case: Case,
    }

    impl Desk {
        async fn with(change: impl Fn(&mut Reading)) -> Self {
            let folder = tempfile::TempDir::new().unwrap();
            let place = Place::File(folder.path().join("c.tearline"));
            let seams = Arc::new(Counting(AtomicI64::new(1_000_000)));
            let casefile = Casefile::open_or_create(&place, seams).await.unwrap();
            let viewer = Viewer::holder("ann");
            let marking = Marking::plain(Level::Tlp(Tlp::Green));
            let case = casefile.new_case(&viewer, "Will A arm B?", &marking).await.unwrap();
            let provenance = Provenance::default();
            casefile.collect(&viewer, case.id, &[read_before(change)], &provenance).await.unwrap();
            Self { _folder: folder, casefile, viewer, case }
        }

        async fn claims(&self) -> Vec<ClaimRow> {
            self.casefile.claims(&self.viewer, self.case.id).await.unwrap()
        }

        async fn reread(&self) -> Reread {
            self.casefile.reread(&self.viewer, self.case.id, false, &mut |_, _| {}).await.unwrap()
        }

        async fn whole(&self) {
            assert_eq!(self.casefile.check(&self.viewer, true).await.unwrap().faults, Vec::<String>::new());
        }
    }

    fn said(rows: &[ClaimRow]) -> Vec<&str> {
        rows.iter().map(|row| row.claim.content.text.as_str()).collect()
    }

    /// A claim where none is.
    fn invented(reading: &Reading) -> Claim {
        let mut claim = reading.claims[0].clone();
        let at = TEXT.find("left").unwrap();
        claim.cue.spans = vec![Span::new(at, at + 4)];
        claim.content.spans = vec![Span::new(at, at + 5)];
        claim.content.text = TEXT[at..at + 5].to_owned();
        claim
    }

    #[tokio::test]
    async fn a_claim_read_better_is_the_same_claim_and_keeps_what_was_said_of_it() {
        let desk = Desk::with(|reading| {
            // The first was cut short, the second not seen.
            let content = &mut reading.claims[0].content;
            content.spans[0].end -= 7;
            content.text = TEXT[content.spans[0].start..content.spans[0].end].to_owned();
            reading.claims.remove(1);
        })
        .await;
        let before = desk.claims().await;
        assert_eq!(said(&before)[0], "that the port was");
        let first = before[0].id.to_string();
        let correction = Correction { stance: Some(Stance::Hopes), ..Correction::default() };
        desk.casefile.edit_claim(&desk.viewer, desk.case.id, &first, &correction, "heard it").await.unwrap();

        assert_eq!(desk.reread().await, Reread { changed: 1, same: 0, current: 0 });
        let after = desk.claims().await;
        assert_eq!(said(&after)[..2], ["that the port was closed", "that eleven wagons had left"]);
        assert_eq!(after[0].id, before[0].id);
        assert_eq!(after[0].reviews[0].why, "heard it");
        assert_eq!(after[2].id, before[1].id, "the denial stood before as the second");
        assert!(before.iter().all(|row| row.id != after[1].id), "what was not read before is new");
        desk.whole().await;
        assert_eq!(desk.reread().await, Reread { changed: 0, same: 0, current: 1 });
    }

    #[tokio::test]
    async fn what_is_not_read_any_more_is_gone_unless_somebody_touched_it() {
        for touched in [false, true] {
            let desk = Desk::with(|reading| reading.claims.push(invented(reading))).await;
            let odd = desk.claims().await.into_iter().find(|row| row.claim.content.text == "left.").unwrap().id;
            if touched {
                desk.casefile.judge_claim(&desk.viewer, desk.case.id, &odd.to_string(), true, "").await.unwrap();
            }
            assert_eq!(desk.reread().await.changed, 1);
            let after = desk.claims().await;
            assert_eq!(after.iter().any(|row| row.id == odd), touched);
            assert_eq!(after.len(), 3 + usize::from(touched));
            desk.whole().await;
        }
    }

    #[tokio::test]
    async fn what_was_said_of_one_clause_is_not_carried_over_to_another() {
        let closed = TEXT.find("that the port").unwrap();
        let desk = Desk::with(|reading| {
            // The same cue, and words that the new reading does not take for its content.
            let content = &mut reading.claims[0].content;
            content.spans = vec![Span::new(0, 12)];
            content.text = TEXT[..12].to_owned();
        })
        .await;
        let before = desk.claims().await[0].id;
        desk.casefile.judge_claim(&desk.viewer, desk.case.id, &before.to_string(), true, "").await.unwrap();
        desk.reread().await;
        let after = desk.claims().await;
        let kept = after.iter().find(|row| row.id == before).unwrap();
        assert_eq!((kept.claim.content.text.as_str(), kept.reads_otherwise()), ("The ministry", false));
        let new = after.iter().find(|row| row.claim.content.spans == [Span::new(closed, closed + 24)]).unwrap();
        assert!(new.reviews.is_empty() && new.id != before);
        desk.whole().await;
    }

    #[tokio::test]
    async fn a_claim_that_comes_back_is_the_one_that_was_rejected_and_one_that_was_added_is_not_doubled() {
        let desk = Desk::with(|reading| reading.claims.clear()).await;
        let correction = Correction {
            content: Some("eleven wagons had left".into()),
            source: Some("An aide".into()),
            cue: Some("said".into()),
            ..Correction::default()
        };
        let document = record::id::Sha256(crate::store::sha256(TEXT.as_bytes()).0).to_string();
        let added = desk.casefile.add_claim(&desk.viewer, desk.case.id, &document, &correction, "").await.unwrap().id;
        desk.reread().await;
        let after = desk.claims().await;
        assert_eq!(after.len(), 3, "{:?}", said(&after));
        let row = after.iter().find(|row| row.id == added).unwrap();
        assert_eq!(row.claim.content.text, "that eleven wagons had left");
        assert_eq!(row.stands().unwrap().content.text, "eleven wagons had left", "the person's words stand");
        desk.whole().await;
    }

    #[tokio::test]
    async fn what_is_kept_for_what_somebody_may_not_see_is_neither_shown_nor_counted_to_them() {
        let desk = Desk::with(|reading| reading.claims.push(invented(reading))).await;
        let odd = desk.claims().await.into_iter().find(|row| row.claim.content.text == "left.").unwrap().id;
        // The same report once more, above the viewer; a root rests on the odd claim and on one of those.
        let above = Provenance { marking: Some(Marking::plain(Level::Tlp(Tlp::Red))), ..Provenance::default() };
        desk.casefile.collect(&desk.viewer, desk.case.id, &[read_before(|_| {})], &above).await.unwrap();
        let zed = Viewer::cleared("zed", "TLP:GREEN".parse().unwrap());
        let seen = desk.casefile.claims(&zed, desk.case.id).await.unwrap();
        let secret = desk.claims().await.into_iter().find(|row| seen.iter().all(|one| one.id != row.id)).unwrap().id;
        desk.casefile.state_hypothesis(&desk.viewer, desk.case.id, "arms", "A arms B", 0.3, "x").await.unwrap();
        let band = |low, high| Band { low, high };
        let stated = crate::Stated {
            name: "hidden".to_owned(),
            claims: vec![odd.to_string(), secret.to_string()],
            grade: Some(Reliability::B),
            origin: Origin::Known,
            likelihoods: vec![("arms".to_owned(), band(0.6, 0.8)), ("other".to_owned(), band(0.2, 0.3))],
            date: None,
            certainty: None,
            interested: false,
            indicator: None,
            why: "x".to_owned(),
        };
        desk.casefile.enter_evidence(&desk.viewer, desk.case.id, &stated).await.unwrap();

        desk.reread().await;
        let count = async |viewer: &Viewer| desk.casefile.cases(viewer).await.unwrap()[0].claims;
        assert!(desk.claims().await.iter().any(|row| row.id == odd), "it is kept for whoever sees the root");
        assert_eq!(count(&desk.viewer).await, 7);
        assert_eq!(desk.casefile.claims(&zed, desk.case.id).await.unwrap().len(), 3);
        assert_eq!(count(&zed).await, 3);
        let asked = desk.casefile.judge_claim(&zed, desk.case.id, &odd.to_string(), true, "").await;
        assert!(matches!(asked, Err(crate::CasefileError::Unknown { kind: "claim", .. })), "{asked:?}");
        desk.whole().await;
    }

    #[tokio::test]
    async fn a_search_finds_what_the_new_reading_has() {
        let desk = Desk::with(|reading| reading.claims.clear()).await;
        let denials =
            crate::search::Search { facets: vec![("stance".to_owned(), "denies".to_owned())], ..Default::default() };
        let found =
            async || desk.casefile.search(&desk.viewer, desk.case.id, &denials, 10, false).await.unwrap().hits.len();
        assert_eq!(found().await, 0);
        desk.reread().await;
        assert_eq!(found().await, 1);
        desk.whole().await;
    }
}
