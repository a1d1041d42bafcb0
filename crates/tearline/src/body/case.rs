//! Cases and their documents.

use casefile::{CaseRow, DocumentRow};
use serde::Serialize;
use utoipa::ToSchema;

use super::printed;
use crate::show::rows;

/// A case with what the viewer sees in it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Case)]
pub struct CaseShown {
    /// Its id: a UUID.
    pub id: String,
    /// The question.
    pub question: String,
    /// The marking of the case itself.
    pub marking: String,
    /// When it was opened.
    pub opened: String,
    /// By whom.
    pub author: String,
    /// How many documents.
    pub documents: i64,
    /// How many claims.
    pub claims: i64,
    /// How many roots of evidence.
    pub roots: i64,
    /// How many disclosures.
    pub disclosures: i64,
}

impl From<CaseRow> for CaseShown {
    fn from(row: CaseRow) -> Self {
        Self {
            id: row.case.id.to_string(),
            question: row.case.question,
            marking: row.marking,
            opened: row.case.opened.to_string(),
            author: row.case.author,
            documents: row.documents,
            claims: row.claims,
            roots: row.roots,
            disclosures: row.disclosures,
        }
    }
}

/// A document of a case.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Document)]
pub struct DocumentShown {
    /// The hash of its bytes, which is its id.
    pub sha256: String,
    /// The name it came under.
    pub name: String,
    /// Its title.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// When it was published, as precisely as it was stated.
    pub date: Option<String>,
    /// Its marking.
    pub marking: String,
    /// Whose it is.
    pub owners: Vec<String>,
    /// How it is guarded: open, sensitive or protected.
    pub protection: &'static str,
    /// When it was collected.
    pub collected: String,
}

impl From<DocumentRow> for DocumentShown {
    fn from(row: DocumentRow) -> Self {
        Self {
            sha256: row.document.sha256.to_string(),
            name: row.document.name,
            title: row.document.title,
            outlet: row.document.outlet,
            date: printed(row.document.date),
            marking: row.document.marking,
            protection: rows::protection(row.label.protection),
            owners: row.label.owners.into_iter().collect(),
            collected: row.collected.to_string(),
        }
    }
}

/// A case with its documents.
#[derive(Debug, Serialize)]
pub struct Whole {
    #[serde(flatten)]
    pub case: CaseShown,
    pub documents_list: Vec<DocumentShown>,
}
