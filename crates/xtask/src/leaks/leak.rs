//! Leaks of the first two classes: the very token, and the token in another format.

use super::dates;
use super::disguise;
use super::names::{self, Origin, Person};
use super::numbers;
use super::phrases::Bound;
use super::prng::Prng;
use super::setting::{self, REPORT_LEAD, Setting, Used};
use super::text::{articles, fill, skeleton};
use super::tokens::{self, Clauses};
use super::{Class, Line};

/// A secret, where it stands and how it gets out.
pub struct Leak {
    /// The sentence of the protected report.
    pub protected: String,
    pub line: Line,
    /// Texts that may stand in no open text and no other line.
    pub forbid: Vec<String>,
    /// Numbers that may stand, even roughly, in no open text and no other line.
    pub numbers: Vec<f64>,
    /// The fact, of which no open text or other line may tell much.
    pub fact: Option<Bound>,
}

/// A sentence of a report around a clause.
pub fn report(r: &mut Prng, s: &Setting, clause: &str) -> String {
    if r.chance(30) {
        format!("{}.", super::text::capital(clause))
    } else {
        format!("{} {clause}.", s.fill(*r.pick(REPORT_LEAD), &[]))
    }
}

/// Puts together a leak of a token: `secret` as the report has it, `shown` as the line has it.
pub fn token(
    r: &mut Prng,
    s: &Setting,
    class: Class,
    how: &'static str,
    clauses: &Clauses,
    pair: (&str, &str),
    kind: &str,
) -> Leak {
    let (secret, shown) = pair;
    let own = fill(*r.pick(clauses.report), &[("X", secret), ("A", secret), ("T", kind)]);
    let out = fill(*r.pick(clauses.line), &[("X", shown), ("A", shown), ("T", kind)]);
    let text = if how == "HTML attribute" { attribute(r, shown) } else { setting::line(r, s, &out) };
    Leak {
        protected: report(r, s, &own),
        line: Line { text, class, secret: secret.to_string(), how },
        forbid: vec![secret.to_string(), shown.to_string()],
        numbers: Vec::new(),
        fact: None,
    }
}

/// A piece of HTML that carries a token in an attribute only.
fn attribute(r: &mut Prng, shown: &str) -> String {
    let frames = [
        "The map is shown below. <img src=\"map.png\" alt=\"{X}\">",
        "See <a href=\"annex.html\" title=\"{X}\">the annex</a> for the background.",
        "<p data-subject=\"{X}\">The details will follow in due time.</p>",
        "<td aria-label=\"{X}\">not given</td>",
        "<meta name=\"keywords\" content=\"release, {X}, summary\"> The summary follows.",
        "<input type=\"hidden\" value=\"{X}\"> Please send your questions to the press office.",
    ];
    fill(*r.pick(&frames), &[("X", shown)])
}

/// A person with keys free in this world.
fn someone(r: &mut Prng, used: &mut Used) -> Person {
    used.person(&mut || names::anyone(r))
}

/// What forbids a person: every spelling of the family name.
fn forbid_person(leak: &mut Leak, p: &Person) {
    leak.forbid.extend(p.family.iter().cloned());
}

/// A firm whose rare name is free in this world.
fn firm(r: &mut Prng, used: &mut Used) -> (String, &'static str) {
    loop {
        let f = names::firm(r);
        if used.names(&[skeleton(&f.0)]) {
            return f;
        }
    }
}

/// A code name both of whose words are free in this world.
fn code(r: &mut Prng, used: &mut Used) -> String {
    loop {
        let c = tokens::code(r);
        if used.names(&c.split(' ').map(skeleton).collect::<Vec<_>>()) {
            return c;
        }
    }
}

/// The very token.
pub fn verbatim(r: &mut Prng, s: &Setting, used: &mut Used) -> Leak {
    use Class::Verbatim as V;
    match r.below(11) {
        0 => {
            let p = someone(r, used);
            let style = if p.origin == Origin::Cyrillic { 0 } else { r.below(p.family.len()) };
            let (secret, how) =
                if r.chance(60) { (p.full(style), "full name") } else { (p.family[style].clone(), "family name") };
            let mut leak = token(r, s, V, how, &tokens::PERSON, (&secret, &secret), "");
            forbid_person(&mut leak, &p);
            leak
        }
        1 => {
            let t = used.town(r);
            token(r, s, V, "place name", &tokens::PLACE, (&t[0], &t[0]), "")
        }
        2 => {
            let (rare, plain) = firm(r, used);
            let name = format!("{rare} {plain}");
            let mut leak = token(r, s, V, "firm", &tokens::FIRM, (&name, &name), "");
            leak.forbid.push(rare);
            leak
        }
        3 => {
            let c = code(r, used);
            let c = if r.chance(30) { c.to_uppercase() } else { c };
            let mut leak = token(r, s, V, "code name", &tokens::CODE, (&c, &c), "");
            leak.forbid.extend(c.split(' ').map(str::to_string));
            leak
        }
        4 => {
            let (kind, parts) = tokens::mark(r);
            let m = parts.join(" ");
            token(r, s, V, "plate or number of a thing", &tokens::MARK, (&m, &m), kind)
        }
        5 | 6 => {
            let n = used.draw(r);
            let text = format!("{} {}", numbers::usual(n), r.pick(tokens::UNITS));
            let mut leak = token(r, s, V, "exact number", &tokens::COUNT, (&text, &text), "");
            leak.numbers.push(n as f64);
            leak
        }
        7 => {
            let d = used.date(r);
            let text = d.usual(r).1;
            let mut leak = token(r, s, V, "date", &tokens::DATE, (&text, &text), "");
            leak.forbid = (0..dates::STYLES).map(|i| d.write(i)).collect();
            leak
        }
        8 => {
            let (one, many) = *r.pick(tokens::RARE);
            let a = articles(&format!("a(n) {one}"));
            let mut leak = token(r, s, V, "rare word", &tokens::TERM, (&a, &a), "");
            leak.line.secret = one.to_string();
            leak.forbid = vec![one.to_string(), many.to_string()];
            leak
        }
        _ => phrase(r, s, used),
    }
}

/// A clause of the report, or five and more words of it, word for word.
fn phrase(r: &mut Prng, s: &Setting, used: &mut Used) -> Leak {
    let fact = Bound::draw(r, false, "", &mut used.groups);
    let clause = fact.own(fact.fact.base);
    let parts: Vec<&str> = clause.split(' ').collect();
    let whole = r.chance(50) || parts.len() < 10 || clause.contains('"');
    let protected = report(r, s, &clause);
    for _ in 0..if whole { 0 } else { 40 } {
        let len = 6 + r.below(4);
        let start = r.below(parts.len() - len + 1);
        let window = parts[start..start + len].join(" ");
        if start == 0 || fact.touched(&window) < 3 {
            continue;
        }
        let frames = [
            "The note speaks of \u{201c}{X}\u{201d} and asks for patience.",
            "One witness used the words \u{201c}{X}\u{201d}.",
            "What is said about \u{201c}{X}\u{201d} could be confirmed.",
            "The minutes contain the words \u{201c}{X}\u{201d}, and nothing more.",
            "Asked about \u{201c}{X}\u{201d}, {speaker} made no comment.",
        ];
        let text = s.fill(*r.pick(&frames), &[("X", &window)]);
        let line = Line { text, class: Class::Verbatim, secret: window, how: "phrase of six to nine words" };
        return Leak { protected, line, forbid: Vec::new(), numbers: Vec::new(), fact: Some(fact) };
    }
    let text = setting::line(r, s, &clause);
    let line = Line { text, class: Class::Verbatim, secret: clause, how: "whole clause" };
    Leak { protected, line, forbid: Vec::new(), numbers: Vec::new(), fact: Some(fact) }
}

/// The token in another format.
pub fn format(r: &mut Prng, s: &Setting, used: &mut Used) -> Leak {
    use Class::Format as F;
    match r.below(14) {
        0 | 1 => {
            let d = used.date(r);
            let (own, secret) = d.usual(r);
            let shown = loop {
                let i = r.below(dates::STYLES);
                if i != own {
                    break d.write(i);
                }
            };
            let how = if r.chance(15) { "HTML attribute" } else { "date in another format" };
            let mut leak = token(r, s, F, how, &tokens::DATE, (&secret, &shown), "");
            leak.forbid = (0..dates::STYLES).map(|i| d.write(i)).collect();
            leak
        }
        2 | 3 => {
            let n = used.draw(r);
            let unit = *r.pick(tokens::UNITS);
            let secret = format!("{} {unit}", numbers::usual(n));
            let (how, shown) = r.pick(&numbers::other_formats(n)).clone();
            let shown = format!("{shown} {unit}");
            let mut leak = token(r, s, F, how, &tokens::COUNT, (&secret, &shown), "");
            leak.numbers.push(n as f64);
            leak
        }
        4 | 5 => loop {
            let origin = *r.pick(&[Origin::Cyrillic, Origin::Cyrillic, Origin::Arabic, Origin::Chinese]);
            let p = used.person(&mut || names::person(r, origin));
            let Some(style) = p.other_style(r) else { continue };
            let (a, b) = if r.chance(20) { (style, 0) } else { (0, style) };
            let short = p.origin != Origin::Chinese && r.chance(35);
            let (secret, shown) =
                if short { (p.family[a].clone(), p.family[b].clone()) } else { (p.full(a), p.full(b)) };
            let how = match origin {
                Origin::Cyrillic => "transliteration (Cyrillic)",
                Origin::Arabic => "transliteration (Arabic)",
                _ => "transliteration (Chinese)",
            };
            let mut leak = token(r, s, F, how, &tokens::PERSON, (&secret, &shown), "");
            forbid_person(&mut leak, &p);
            return leak;
        },
        6 => {
            let p = used.person(&mut || names::person(r, Origin::Marked));
            let (a, b) = if r.chance(80) { (0, 1) } else { (1, 0) };
            let mut leak = token(r, s, F, "diacritics dropped or added", &tokens::PERSON, (&p.full(a), &p.full(b)), "");
            forbid_person(&mut leak, &p);
            leak
        }
        7 => {
            let p = someone(r, used);
            let mut leak = token(r, s, F, "name order", &tokens::PERSON, (&p.full(0), &p.turned(0)), "");
            forbid_person(&mut leak, &p);
            leak
        }
        8 | 9 => {
            let (clauses, name) = match r.below(4) {
                0 => (&tokens::PLACE, used.town(r).swap_remove(0)),
                1 => {
                    let (rare, plain) = firm(r, used);
                    (&tokens::FIRM, format!("{rare} {plain}"))
                }
                2 => (&tokens::CODE, code(r, used)),
                _ => (&tokens::PERSON, someone(r, used).full(0)),
            };
            let (how, shown) = disguise::dress(r, &name);
            let mut leak = token(r, s, F, how, clauses, (&name, &shown), "");
            leak.forbid.push(name);
            leak
        }
        10 => {
            let (clauses, name) = match r.below(2) {
                0 => (&tokens::PLACE, used.town(r).swap_remove(0)),
                _ => (&tokens::PERSON, someone(r, used).full(0)),
            };
            token(r, s, F, "HTML attribute", clauses, (&name, &name), "")
        }
        11 => {
            let (kind, parts) = tokens::mark(r);
            let join = ["-", "", ".", "\u{a0}", "/"];
            let (secret, shown) = (parts.join(" "), parts.join(*r.pick(&join)));
            token(r, s, F, "mark with other separators", &tokens::MARK, (&secret, &shown), kind)
        }
        12 => {
            let (hour, minute) = (r.range(1, 11), r.range(1, 5) * 10 + r.range(1, 9));
            let after = r.chance(50);
            let own = format!("{:02}:{minute:02}", if after { hour + 12 } else { hour });
            let shown = match r.below(3) {
                0 => format!("{hour}.{minute:02} {}", if after { "p.m." } else { "a.m." }),
                1 => format!("{} hours", own.replace(':', "")),
                _ => format!("{hour}:{minute:02} {}", if after { "pm" } else { "am" }),
            };
            token(r, s, F, "time of day in another format", &tokens::TIME, (&own, &shown), "")
        }
        _ => inflected(r, s, used),
    }
}

/// A rare word or name in another inflection.
fn inflected(r: &mut Prng, s: &Setting, used: &mut Used) -> Leak {
    match r.below(3) {
        0 => {
            let (one, many) = *r.pick(tokens::RARE);
            let a = articles(&format!("a(n) {one}"));
            let own = fill(*r.pick(tokens::TERM.report), &[("A", &a)]);
            let frames = [
                "there was a trade in {M}",
                "{M} were among the goods",
                "the permits do not cover {M}",
                "buyers had asked for {M}",
                "three {M} changed hands",
            ];
            let shown = fill(*r.pick(&frames), &[("M", many)]);
            let text = setting::line(r, s, &shown);
            let line = Line { text, class: Class::Format, secret: one.to_string(), how: "plural" };
            Leak {
                protected: report(r, s, &own),
                line,
                forbid: vec![one.into(), many.into()],
                numbers: vec![],
                fact: None,
            }
        }
        1 => {
            let (base, past, ing) = *r.pick(tokens::RARE_VERBS);
            let object = *r.pick(tokens::OBJECTS);
            let own = format!("the {} means to {base} {object}", r.pick(&["group", "owner", "unit", "ministry"]));
            let frames = [
                "{O} had been {P}",
                "work on {O}, that is the {I} of them, has begun",
                "there was talk of {I} {O}",
                "they {P} {O} after all",
            ];
            let frame = *r.pick(&frames);
            let frame = if object.ends_with('s') { frame } else { "there was talk of {I} {O}" };
            let frame = if frame.starts_with("{O} had") || frame.starts_with("they") {
                frame
            } else {
                "there was talk of {I} {O}"
            };
            let text = setting::line(r, s, &fill(frame, &[("O", object), ("P", past), ("I", ing)]));
            let line = Line { text, class: Class::Format, secret: format!("{base} {object}"), how: "verb form" };
            Leak {
                protected: report(r, s, &own),
                line,
                forbid: vec![base.into(), past.into(), ing.into()],
                numbers: vec![],
                fact: None,
            }
        }
        _ => {
            let p = used.person(&mut || names::person(r, Origin::Plain));
            let name = &p.family[0];
            let frames = [
                "{X}s' flat was searched",
                "the house of the {X}s was searched",
                "{X}'s part in the affair is known",
                "it was {X}'s decision",
                "a car of the {X}s was found",
            ];
            let shown = fill(*r.pick(&frames), &[("X", name)]);
            let own = fill(*r.pick(tokens::PERSON.report), &[("X", name)]);
            let text = setting::line(r, s, &shown);
            let line = Line { text, class: Class::Format, secret: name.clone(), how: "possessive or plural of a name" };
            let mut leak = Leak {
                protected: report(r, s, &own),
                line,
                forbid: vec![format!("{name}s")],
                numbers: vec![],
                fact: None,
            };
            forbid_person(&mut leak, &p);
            leak
        }
    }
}
