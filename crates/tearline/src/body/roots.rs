//! Roots: what comes from one mouth, and why it is thought so.

use casefile::link::{ClaimEdge, ClaimRoot, Edge, Roots};
use record::document::Document;
use record::link::LinkKind;
use record::reading::{Polarity, Stance};
use serde::Serialize;
use utoipa::ToSchema;

use super::printed;

/// A document of a root.
#[derive(Debug, Serialize, ToSchema)]
pub struct RootDocument {
    /// The document.
    pub sha256: String,
    /// Its title, or the name it came under.
    pub title: String,
    /// Who published it.
    pub outlet: Option<String>,
    /// When.
    pub date: Option<String>,
}

impl From<&Document> for RootDocument {
    fn from(document: &Document) -> Self {
        Self {
            sha256: document.sha256.to_string(),
            title: document.title.clone().unwrap_or_else(|| document.name.clone()),
            outlet: document.outlet.clone(),
            date: printed(document.date),
        }
    }
}

/// Why documents hang together.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Edge)]
pub struct EdgeShown {
    /// reprints, cites, quotes, joined or unknown.
    #[schema(value_type = String)]
    pub kind: LinkKind,
    /// One document.
    pub one: String,
    /// The other, where there is one.
    pub other: Option<String>,
    /// The reason in words.
    pub why: String,
}

impl From<&Edge> for EdgeShown {
    fn from(edge: &Edge) -> Self {
        Self { kind: edge.kind, one: edge.one.to_string(), other: printed(edge.other), why: edge.why.clone() }
    }
}

/// Documents of one origin or, with one edge and without a root, two that hang together without being one.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = DocumentRoot)]
pub struct DocumentRootShown {
    /// Whether they are one root.
    pub one: bool,
    /// Where they have it from.
    pub outlet: Option<String>,
    /// The documents, the oldest first.
    pub documents: Vec<RootDocument>,
    /// Why.
    pub edges: Vec<EdgeShown>,
}

/// Roots of documents; with `all` also those that stand alone, and what hangs together without being one.
pub fn of_documents(found: &Roots, all: bool) -> Vec<DocumentRootShown> {
    let loose = found.loose.iter().filter(|_| all).map(|edge| {
        let ends = [Some(edge.one), edge.other].into_iter().flatten();
        let documents = || found.documents.iter().flat_map(|root| &root.documents);
        DocumentRootShown {
            one: false,
            outlet: None,
            documents: ends
                .filter_map(|sha| documents().find(|one| one.sha256 == sha))
                .map(RootDocument::from)
                .collect(),
            edges: vec![EdgeShown::from(edge)],
        }
    });
    let roots = found.documents.iter().filter(|root| all || root.documents.len() > 1);
    roots
        .map(|root| DocumentRootShown {
            one: true,
            outlet: root.outlet.clone(),
            documents: root.documents.iter().map(RootDocument::from).collect(),
            edges: root.edges.iter().map(EdgeShown::from).collect(),
        })
        .chain(loose)
        .collect()
}

/// A claim of a root.
#[derive(Debug, Serialize, ToSchema)]
pub struct RootClaim {
    /// The claim.
    pub claim: String,
    /// The document it stands in.
    pub document: String,
    /// Who published that.
    pub outlet: Option<String>,
    /// When.
    pub date: Option<String>,
    /// What it says.
    pub content: String,
    /// How: says, denies, asks and so on.
    #[schema(value_type = String)]
    pub stance: Stance,
    /// Whether it says that it is so, or that it is not.
    #[schema(value_type = String)]
    pub polarity: Polarity,
}

impl RootClaim {
    /// How it says it, in words, where it does more than say so.
    pub fn sense(&self) -> Option<String> {
        let stance = match self.stance {
            Stance::Says => None,
            Stance::Asks => Some("asks"),
            Stance::Orders => Some("orders"),
            Stance::Hopes => Some("hopes"),
            Stance::Doubts => Some("doubts"),
            Stance::Denies => Some("denies"),
            Stance::Declines => Some("declines to say"),
            Stance::Evades => Some("evades"),
        };
        let words = [stance, (self.polarity == Polarity::Negative).then_some("not")];
        let words: Vec<&str> = words.into_iter().flatten().collect();
        (!words.is_empty()).then(|| format!("[{}]", words.join(", ")))
    }
}

/// Why two claims are from one mouth.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClaimEdge)]
pub struct ClaimEdgeShown {
    /// reprints, cites, quotes or joined.
    #[schema(value_type = String)]
    pub kind: LinkKind,
    /// One claim.
    pub one: String,
    /// The other.
    pub other: String,
    /// Whether it holds; one that a person cut does not.
    pub joins: bool,
    /// The reason in words.
    pub why: String,
}

impl From<&ClaimEdge> for ClaimEdgeShown {
    fn from(edge: &ClaimEdge) -> Self {
        let (one, other) = (edge.one.to_string(), edge.other.to_string());
        Self { kind: edge.kind, one, other, joins: edge.joins, why: edge.why.clone() }
    }
}

/// Claims of one mouth.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClaimRoot)]
pub struct ClaimRootShown {
    /// Its number in this list.
    pub root: usize,
    /// Whose mouth it is.
    pub source: String,
    /// The claims.
    pub claims: Vec<RootClaim>,
    /// Why they are one, as few as hold them together, and what people cut.
    pub edges: Vec<ClaimEdgeShown>,
    /// The numbers of roots that say the same from a mouth that is not known.
    pub possibly_the_same: Vec<usize>,
}

/// Roots of claims; with `all` also those that stand alone.
pub fn of_claims(found: &Roots, all: bool) -> Vec<ClaimRootShown> {
    let shown = |(place, root): (usize, &ClaimRoot)| ClaimRootShown {
        root: place + 1,
        source: root.source.clone(),
        claims: root
            .claims
            .iter()
            .map(|(id, claim, document)| RootClaim {
                claim: id.to_string(),
                document: document.sha256.to_string(),
                outlet: document.outlet.clone(),
                date: printed(document.date),
                content: claim.content.text.clone(),
                stance: claim.stance,
                polarity: claim.polarity,
            })
            .collect(),
        edges: root.edges.iter().map(ClaimEdgeShown::from).collect(),
        possibly_the_same: root.possibly.iter().map(|place| place + 1).collect(),
    };
    let wanted = |root: &ClaimRoot| all || root.claims.len() > 1 || !root.possibly.is_empty() || !root.edges.is_empty();
    found.claims.iter().enumerate().filter(|(_, root)| wanted(root)).map(shown).collect()
}
