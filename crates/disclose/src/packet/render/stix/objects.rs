//! The objects of STIX 2.1 that a packet becomes, with the names and the order of properties that the standard gives.

use serde::Serialize;

#[derive(Debug, Serialize)]
pub(super) struct Bundle {
    #[serde(rename = "type")]
    pub type_: &'static str,
    pub id: String,
    pub objects: Vec<Object>,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
pub(super) enum Object {
    Identity(Identity),
    Marking(Marking),
    Report(Report),
    Note(Note),
}

#[derive(Debug, Serialize)]
pub(super) struct Identity {
    #[serde(rename = "type")]
    pub type_: &'static str,
    pub spec_version: &'static str,
    pub id: String,
    pub created: String,
    pub modified: String,
    pub name: String,
    pub identity_class: &'static str,
}

/// A marking: a statement, or a colour of TLP 2.0, which is written as an extension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Marking {
    #[serde(rename = "type")]
    pub type_: &'static str,
    pub spec_version: &'static str,
    pub id: String,
    pub created: &'static str,
    pub name: String,
    #[serde(flatten)]
    pub says: Says,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum Says {
    Statement { definition_type: &'static str, definition: Statement },
    Tlp { extensions: Extensions },
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Statement {
    pub statement: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Extensions {
    /// The extension by which OASIS wrote TLP 2.0 into STIX 2.1.
    #[serde(rename = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d")]
    pub tlp: TlpExtension,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct TlpExtension {
    pub extension_type: &'static str,
    pub tlp_2_0: &'static str,
}

#[derive(Debug, Serialize)]
pub(super) struct Report {
    #[serde(rename = "type")]
    pub type_: &'static str,
    pub spec_version: &'static str,
    pub id: String,
    pub created_by_ref: String,
    pub created: String,
    pub modified: String,
    pub name: String,
    pub description: String,
    pub published: String,
    pub object_refs: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub external_references: Vec<ExternalReference>,
    pub lang: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub object_marking_refs: Vec<String>,
}

#[derive(Debug, Serialize)]
pub(super) struct ExternalReference {
    pub source_name: &'static str,
    pub description: String,
    pub external_id: String,
}

#[derive(Debug, Serialize)]
pub(super) struct Note {
    #[serde(rename = "type")]
    pub type_: &'static str,
    pub spec_version: &'static str,
    pub id: String,
    pub created_by_ref: String,
    pub created: String,
    pub modified: String,
    #[serde(rename = "abstract")]
    pub abstract_: String,
    pub content: String,
    pub object_refs: Vec<String>,
    pub lang: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub object_marking_refs: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub granular_markings: Vec<Granular>,
}

#[derive(Debug, Serialize)]
pub(super) struct Granular {
    pub marking_ref: String,
    pub selectors: Vec<String>,
}
