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
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        for line in text.split(['\n', '\r']) {
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
                    let rule = Rule { allows: key == "allow", path: plain(value) };
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
        let path = plain(path);
        let fitting = self.0.iter().filter(|rule| fits(&rule.path, &path));
        fitting.max_by_key(|rule| (rule.path.len(), rule.allows)).is_none_or(|rule| rule.allows)
    }
}

fn is_ours(name: &str) -> bool {
    name.split('/').next().unwrap_or_default().trim() == NAME
}

/// A path in the one way of writing it that rules and addresses are compared in: what needs no percent sign has none, and
/// everything else has one, in capitals (RFC 9309, 2.2.2).
fn plain(path: &str) -> String {
    let bytes = path.as_bytes();
    let mut plain = String::with_capacity(path.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let code =
            bytes.get(at + 1..at + 3).filter(|_| byte == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        let code = code.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        at += if code.is_some() { 3 } else { 1 };
        let said = code.unwrap_or(byte);
        let free = said.is_ascii_alphanumeric() || b"-._~".contains(&said);
        // A sign with a meaning of its own keeps it by being written as it was.
        if free || (code.is_none() && said.is_ascii_graphic()) {
            plain.push(char::from(said));
        } else {
            plain.push_str(&format!("%{said:02X}"));
        }
    }
    plain
}

/// Whether a path begins as a rule says; `*` stands for anything, `$` at the end for the end.
fn fits(rule: &str, path: &str) -> bool {
    let (rule, whole) = rule.strip_suffix('$').map_or((rule, false), |rule| (rule, true));
    let mut parts = rule.split('*');
    let Some(mut rest) = path.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let mut parts = parts.peekable();
    if parts.peek().is_none() {
        return !whole || rest.is_empty();
    }
    while let Some(part) = parts.next() {
        // What `*` stands for may hold the last part too.
        if whole && parts.peek().is_none() {
            return rest.ends_with(part);
        }
        let Some(at) = rest.find(part) else { return false };
        rest = rest.get(at + part.len()..).unwrap_or_default();
    }
    true
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
            ("/*aa$", "/aaa", true),
            ("/a*a$", "/a", false),
            ("/a*$", "/ab", true),
            ("/*b*b$", "/ab", false),
        ] {
            assert_eq!(fits(rule, path), fit, "{rule} {path}");
        }
    }

    #[test]
    fn a_path_is_the_same_however_it_is_encoded() {
        for (rule, path) in
            [("/~ann/", "/%7Eann/x"), ("/%7eann", "/~ann"), ("/caf\u{e9}", "/caf%C3%A9"), ("/%e2%82%ac", "/\u{20ac}")]
        {
            assert!(!Rules::read(&format!("User-agent: *\nDisallow: {rule}")).allow(path), "{rule} {path}");
        }
        assert!(Rules::read("User-agent: *\nDisallow: /a%2Fb").allow("/a/b"), "a slash in a name is no slash");
        assert!(!Rules::read("User-agent: *\nDisallow: /100%").allow("/100%"));
    }

    #[test]
    fn every_system_ends_its_lines_its_own_way() {
        for text in [
            "\u{feff}User-agent: *\nDisallow: /a",
            "User-agent: *\rDisallow: /a\r",
            "User-agent: *\r\nDisallow: /a\r\n",
        ] {
            assert!(!Rules::read(text).allow("/a") && Rules::read(text).allow("/b"), "{text:?}");
        }
    }

    #[test]
    fn no_rules_allow_everything_and_a_site_that_cannot_be_asked_nothing() {
        assert!(Rules::read("").allow("/a"));
        assert!(Rules::read("<html>no rules</html>").allow("/a"));
        assert!(!Rules::closed().allow("/a"));
    }
}
