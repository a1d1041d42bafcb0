//! `packet.html`: one page that needs nothing else. Its style is in it, it runs no program, and its policy lets nothing be
//! fetched.

use askama::Template;
use record::packet::Packet;

use super::sheet::{MARKS, facts};

#[derive(Template)]
#[template(path = "packet.html")]
struct Page<'p> {
    packet: &'p Packet,
    facts: Vec<(&'static str, String)>,
    marks: &'static str,
}

impl Page<'_> {
    /// Whether the banner fits the strip that print repeats on every sheet: two lines on the smallest paper in use. A
    /// longer one is printed whole, at the beginning and the end.
    fn repeats(&self) -> bool {
        const FITS: usize = 100;
        self.packet.banner.chars().count() <= FITS
    }

    /// The colour in which the bars of the first ladder of a banner are known, as a class; none where there is none. It says
    /// nothing that the words in the bar do not.
    fn tone(&self) -> &'static str {
        const TONES: [(&str, &str); 4] =
            [("TOP SECRET", " orange"), ("SECRET", " red"), ("CONFIDENTIAL", " blue"), ("UNCLASSIFIED", " green")];
        TONES.iter().find(|(start, _)| self.packet.banner.starts_with(start)).map_or("", |(_, tone)| tone)
    }
}

/// The page of a packet: the same for the same packet.
pub(super) fn page(packet: &Packet) -> Result<String, String> {
    let page = Page { packet, facts: facts(packet), marks: MARKS };
    page.render().map_err(|why| why.to_string())
}
