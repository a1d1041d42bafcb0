//! Tags, comments and entities of a page, cut as browsers cut them: what they show is looked at, and nothing else.
//!
//! Source: the HTML standard, "Tokenization" (html.spec.whatwg.org). What is cut otherwise here would be shown there and not looked at.

/// A tag, cut as browsers cut it.
pub(super) struct Tag<'t> {
    /// How long it is.
    pub(super) length: usize,
    /// Its attributes: their names, and their values with where these begin in the tag.
    attributes: Vec<(&'t str, usize, &'t str)>,
}

impl<'t> Tag<'t> {
    /// The tag that `rest` begins with; `None` where it has no end. A quotation mark opens a value only where one begins, and one
    /// within a value or a name is a sign as any other: `<p title=Vale's>` ends where it seems to. What begins with `<!` or `<?`
    /// ends at its first `>`.
    pub(super) fn of(rest: &'t str) -> Option<Self> {
        let mut tag = Self { length: 0, attributes: Vec::new() };
        if rest.starts_with("<!") || rest.starts_with("<?") {
            tag.length = rest.find('>')? + 1;
            return Some(tag);
        }
        let space = |byte: &u8| byte.is_ascii_whitespace();
        let bytes = rest.as_bytes();
        let find = |from: usize, ends: &dyn Fn(&u8) -> bool| {
            bytes.get(from..)?.iter().position(ends).map(|length| from + length)
        };
        let first = if rest.starts_with("</") { 2 } else { 1 };
        let mut at = find(first, &|byte| space(byte) || matches!(*byte, b'>' | b'/'))?;
        loop {
            at = find(at, &|byte| !space(byte) && *byte != b'/')?;
            if bytes.get(at) == Some(&b'>') {
                tag.length = at + 1;
                return Some(tag);
            }
            // A sign of equality in the first place belongs to the name.
            let named = find(at + 1, &|byte| space(byte) || matches!(*byte, b'/' | b'>' | b'='))?;
            let name = rest.get(at..named).unwrap_or_default();
            at = find(named, &|byte| !space(byte))?;
            if bytes.get(at) != Some(&b'=') {
                tag.attributes.push((name, at, ""));
                continue;
            }
            at = find(at + 1, &|byte| !space(byte))?;
            let (start, end) = match bytes.get(at) {
                Some(quote @ (b'"' | b'\'')) => (at + 1, find(at + 1, &|byte| byte == quote)?),
                _ => (at, find(at, &|byte| space(byte) || *byte == b'>')?),
            };
            tag.attributes.push((name, start, rest.get(start..end).unwrap_or_default()));
            at = if start > at { end + 1 } else { end };
        }
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|(known, ..)| known.eq_ignore_ascii_case(name))
    }

    /// What it shows by itself: in place of a picture, when it is pointed at, where something is to be typed, read aloud, or found by a
    /// search. Only what could hold a mark is looked at: most of it has none, and none is asked for.
    pub(super) fn shown(&self) -> impl Iterator<Item = (usize, &'t str)> {
        const SHOWN: [&str; 8] = ["alt", "title", "placeholder", "aria-label", "value", "label", "content", "srcdoc"];
        let shown = |name: &str| SHOWN.iter().any(|one| name.eq_ignore_ascii_case(one));
        let values = self.attributes.iter().filter(move |(name, _, value)| shown(name) && may_be_marked(value));
        values.map(|(_, start, value)| (*start, *value))
    }
}

/// How long a comment is behind its beginning. It ends at `-->` or `--!>`, or at once at `>` or `->`.
pub(super) fn comment(said: &str) -> usize {
    for at_once in [">", "->"] {
        if said.starts_with(at_once) {
            return at_once.len();
        }
    }
    let mut at = 0;
    while let Some(found) = said.get(at..).and_then(|rest| rest.find("--")) {
        at += found;
        let behind = said.get(at + 2..).unwrap_or_default();
        if behind.starts_with('>') {
            return at + 3;
        }
        if behind.starts_with("!>") {
            return at + 4;
        }
        at += 1;
    }
    said.len()
}

/// The name of the tag that begins here; `None` where what begins here only looks like one.
pub(super) fn named(rest: &str) -> Option<String> {
    let inner = rest.strip_prefix('<')?;
    if inner.starts_with(['!', '?']) {
        return Some(String::new());
    }
    let inner = inner.strip_prefix('/').unwrap_or(inner);
    let name: String = inner.chars().take(20).take_while(char::is_ascii_alphanumeric).collect();
    name.starts_with(|sign: char| sign.is_ascii_alphabetic()).then(|| name.to_ascii_lowercase())
}

/// Where an element ends whose content is not shown.
pub(super) fn end_of(source: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(found) = source.get(at..).and_then(|rest| rest.find("</")) {
        at += found;
        let word = source.get(at + 2..at + 2 + name.len());
        if word.is_some_and(|word| word.eq_ignore_ascii_case(name)) {
            return at;
        }
        at += 2;
    }
    source.len()
}

/// The first sign of what is left, spelt out or as an entity, and how long it is.
pub(super) fn sign(rest: &str) -> Option<(char, usize)> {
    let spelt = || rest.chars().next().map(|sign| (sign, sign.len_utf8()));
    rest.starts_with('&').then(|| entity(rest)).flatten().or_else(spelt)
}

/// The sign that an entity stands for, and how long it is. One that is not known is text. A number, and what is as old as the web, needs
/// no semicolon.
fn entity(rest: &str) -> Option<(char, usize)> {
    const OLD: [(&str, char); 5] = [("&amp", '&'), ("&lt", '<'), ("&gt", '>'), ("&quot", '"'), ("&nbsp", ' ')];
    const NAMED: [(&str, char); 9] = [
        ("&apos;", '\''),
        ("&sol;", '/'),
        ("&lpar;", '('),
        ("&rpar;", ')'),
        ("&ndash;", '–'),
        ("&mdash;", '—'),
        ("&ensp;", ' '),
        ("&emsp;", ' '),
        ("&thinsp;", ' '),
    ];
    let ended = |length: usize| length + usize::from(rest.get(length..).is_some_and(|rest| rest.starts_with(';')));
    if let Some((name, sign)) = NAMED.iter().find(|(name, _)| rest.starts_with(name)) {
        return Some((*sign, name.len()));
    }
    if let Some((name, sign)) = OLD.iter().find(|(name, _)| rest.starts_with(name)) {
        return Some((*sign, ended(name.len())));
    }
    let number = rest.strip_prefix("&#")?;
    let (radix, number) = match number.strip_prefix(['x', 'X']) {
        Some(number) => (16, number),
        None => (10, number),
    };
    let digits = number.chars().take(10).take_while(|sign| sign.is_digit(radix)).count();
    let code = u32::from_str_radix(number.get(..digits)?, radix).ok()?;
    let sign = char::from_u32(code).filter(|sign| *sign != '\0')?;
    Some((sign, ended(rest.len() - number.len() + digits)))
}

/// Whether a value could hold a mark.
pub(super) fn may_be_marked(value: &str) -> bool {
    let (mut said, mut rest) = (String::new(), value);
    while let Some((sign, length)) = sign(rest) {
        said.push(sign);
        rest = rest.get(length..).unwrap_or_default();
    }
    let plain = said.replace("://", ":");
    const BARE: [&str; 11] = ["//", "(U)", "(C)", "(S)", "(TS)", "(R)", "(NU)", "(NR)", "(NC)", "(NS)", "(CTS"];
    let beside = ["(TLP:", "TOP SECRET)", "SECRET)", "CONFIDENTIAL)"];
    plain.contains(['(', '（']) && BARE.iter().chain(&beside).any(|mark| plain.replace('（', "(").contains(mark))
}
