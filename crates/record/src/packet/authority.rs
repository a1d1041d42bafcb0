//! By whose authority something is classified, as it stands on the page.

use serde::{Deserialize, Serialize};

/// Where a classification comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AuthorityKind {
    /// Somebody with that power decided it for this information.
    Original,
    /// It is carried over from what the text was made of.
    Derivative,
}

/// The block that says by whose authority something is classified, why, and until when (Executive Order 13526,
/// sections 1.6 and 2.1).
///
/// An original one says why and not what it derives from; a derivative one says what it derives from and not why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthorityBlock {
    /// Original or derivative.
    pub kind: AuthorityKind,
    /// Who classified it: a name or a personal identifier, and a position.
    pub classified_by: String,
    /// Why: the category of section 1.4, such as `1.4(c)`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The source document or the guide that it derives from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived_from: Option<String>,
    /// The day, the event or the exemption: `20561231`, `25X1, 20610504`.
    pub declassify_on: String,
}

/// Whether something has the shape of a day, `20610504` or `2061-05-04`, and is none.
fn is_no_day(text: &str) -> bool {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let shaped = digits.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit() || b"-/.".contains(&byte));
    shaped && digits.parse::<jiff::civil::Date>().is_err()
}

impl AuthorityBlock {
    /// What is wrong with it, if anything: a part that is missing, or one that its kind does not have.
    pub fn fault(&self) -> Option<&'static str> {
        let said = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
        let (reason, derived) = (said(&self.reason), said(&self.derived_from));
        if self.classified_by.trim().is_empty() {
            return Some("it does not say who classified it");
        }
        if self.declassify_on.trim().is_empty() {
            return Some("it does not say when to declassify it");
        }
        if self.declassify_on.split([',', ';']).any(|part| is_no_day(part.trim())) {
            return Some("the day on which to declassify it is no day of the calendar");
        }
        match self.kind {
            AuthorityKind::Original if !reason => Some("an original one says why"),
            AuthorityKind::Original if self.derived_from.is_some() => {
                Some("an original one is not derived from anything")
            }
            AuthorityKind::Derivative if !derived => Some("a derivative one says what it derives from"),
            AuthorityKind::Derivative if self.reason.is_some() => {
                Some("a derivative one gives no reason of its own: the source gives it")
            }
            AuthorityKind::Original | AuthorityKind::Derivative => None,
        }
    }

    /// Its parts with their official names, in the order in which they stand on the page.
    pub fn lines(&self) -> Vec<(&'static str, &str)> {
        let mut lines = vec![("Classified by", self.classified_by.as_str())];
        lines.extend(self.reason.as_deref().map(|reason| ("Reason", reason)));
        lines.extend(self.derived_from.as_deref().map(|from| ("Derived from", from)));
        lines.push(("Declassify on", self.declassify_on.as_str()));
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_original_block_says_why_and_a_derivative_one_says_from_what() {
        let block = |kind, reason: Option<&str>, from: Option<&str>| AuthorityBlock {
            kind,
            classified_by: "J. Doe, Director".into(),
            reason: reason.map(Into::into),
            derived_from: from.map(Into::into),
            declassify_on: "20561231".into(),
        };
        use AuthorityKind::{Derivative, Original};
        assert_eq!(block(Original, Some("1.4(c)"), None).fault(), None);
        assert_eq!(block(Derivative, None, Some("Guide 7")).fault(), None);
        assert_eq!(block(Original, None, None).fault(), Some("an original one says why"));
        assert_eq!(
            block(Original, Some("1.4(c)"), Some("Guide 7")).fault(),
            Some("an original one is not derived from anything")
        );
        assert_eq!(block(Derivative, None, Some(" ")).fault(), Some("a derivative one says what it derives from"));
        assert_eq!(
            block(Derivative, Some("1.4(c)"), Some("Guide 7")).fault(),
            Some("a derivative one gives no reason of its own: the source gives it")
        );
        let nobody = AuthorityBlock { classified_by: String::new(), ..block(Derivative, None, Some("Guide 7")) };
        assert_eq!(nobody.fault(), Some("it does not say who classified it"));
        assert_eq!(
            block(Derivative, None, Some("Guide 7")).lines(),
            [("Classified by", "J. Doe, Director"), ("Derived from", "Guide 7"), ("Declassify on", "20561231")]
        );
    }
}
