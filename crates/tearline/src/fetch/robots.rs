//! What a site lets programs fetch: its `robots.txt` (RFC 9309).

/// The rules of a site for this program.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rules(Vec<Rule>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Rule {
    allows: bool,
    path: String,
}

/// The name by which a site may speak of this program.
const NAME: &str = "tearline";

impl Rules {
    /// The rules that forbid everything: for a site that could not be asked.
    pub fn closed() -> Self {
        Self(vec![Rule { allows: false, path: "/".to_owned() }])
    }

    /// Reads a `robots.txt`. The groups for this program count; where there are none, those for all programs.
    pub fn read(text: &str) -> Self {
        let (mut own, mut all) = (None::<Vec<Rule>>, Vec::new());
        let (mut names, mut in_names): (Vec<String>, bool) = (Vec::new(), false);
        for line in text.lines() {
            let line = line.split('#').next().unwrap_or_default();
            let Some((key, value)) = line.split_once(':') else { continue };
            let (key, value) = (key.trim().to_ascii_lowercase(), value.trim());
            match key.as_str() {
                "user-agent" => {
                    if !in_names {
                        names.clear();
                    }
                    in_names = true;
                    names.push(value.to_ascii_lowercase());
                    if names.last().is_some_and(|name| is_ours(name)) {
                        own.get_or_insert_default();
                    }
                }
                "allow" | "disallow" => {
                    in_names = false;
                    if value.is_empty() {
                        continue;
                    }
                    let rule = Rule { allows: key == "allow", path: value.to_owned() };
                    if names.iter().any(|name| is_ours(name)) {
                        own.get_or_insert_default().push(rule);
                    } else if names.iter().any(|name| name == "*") {
                        all.push(rule);
                    }
                }
                _ => {}
            }
        }
        Self(own.unwrap_or(all))
    }

    /// Whether the path with its query may be fetched: the longest rule that fits decides, and where two are as long,
    /// the one that allows.
    pub fn allow(&self, path: &str) -> bool {
        let fitting = self.0.iter().filter(|rule| fits(&rule.path, path));
        fitting.max_by_key(|rule| (rule.path.len(), rule.allows)).is_none_or(|rule| rule.allows)
    }
}

fn is_ours(name: &str) -> bool {
    name.split('/').next().unwrap_or_default().trim() == NAME
}

/// Whether a path begins as a rule says; `*` stands for anything, `$` at the end for the end.
fn fits(rule: &str, path: &str) -> bool {
    let (rule, whole) = rule.strip_suffix('$').map_or((rule, false), |rule| (rule, true));
    let mut parts = rule.split('*');
    let Some(mut rest) = path.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let mut last = None;
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        rest = rest.get(at + part.len()..).unwrap_or_default();
        last = Some(part);
    }
    // What `*` stands for may hold the last part more than once.
    !whole || rest.is_empty() || last.is_some_and(|part| rest.ends_with(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SITE: &str =
        "# The Courier\nUser-agent: *\nDisallow: /desk/\nAllow: /desk/open\n\nUser-Agent: otherbot\nDisallow: /\n";

    #[test]
    fn the_longest_rule_decides() {
        let rules = Rules::read(SITE);
        for (path, allowed) in
            [("/", true), ("/a.html", true), ("/desk/", false), ("/desk/x?y=1", false), ("/desk/open/a", true)]
        {
            assert_eq!(rules.allow(path), allowed, "{path}");
        }
    }

    #[test]
    fn a_group_for_this_program_counts_for_more_than_that_for_all() {
        let rules =
            Rules::read("User-agent: *\nDisallow: /\nUser-agent: Tearline\nUser-agent: x\nDisallow: /a\nDisallow:\n");
        assert!(rules.allow("/b") && !rules.allow("/a"));
        assert!(Rules::read("User-agent: *\nDisallow: /\nUser-agent: tearline\nDisallow:").allow("/b"));
    }

    #[test]
    fn stars_stand_for_anything_and_a_dollar_for_the_end() {
        for (rule, path, fit) in [
            ("/*.pdf$", "/a/b.pdf", true),
            ("/*.pdf$", "/a/b.pdf?x", false),
            ("/*.pdf$", "/a.pdf/b.pdf", true),
            ("/a*b", "/a/x/b/c", true),
            ("/a$", "/a", true),
            ("/a$", "/ab", false),
            ("*", "/x", true),
        ] {
            assert_eq!(fits(rule, path), fit, "{rule} {path}");
        }
    }

    #[test]
    fn no_rules_allow_everything_and_a_site_that_cannot_be_asked_nothing() {
        assert!(Rules::read("").allow("/a"));
        assert!(Rules::read("<html>no rules</html>").allow("/a"));
        assert!(!Rules::closed().allow("/a"));
    }
}
