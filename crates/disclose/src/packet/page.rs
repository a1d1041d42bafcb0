//! The page that shows a packet.

use askama::Template;
use record::packet::Packet;

/// One page that needs nothing else: its style is in it, it runs no program and asks for nothing over the network.
#[derive(Template)]
#[template(path = "packet.html")]
struct Page<'p> {
    packet: &'p Packet,
}

impl Page<'_> {
    /// Whether the banner fits the strip that print repeats on every sheet: two lines on the smallest paper in use. A
    /// longer one is printed whole, at the beginning and the end.
    fn repeats(&self) -> bool {
        const FITS: usize = 100;
        self.packet.banner.chars().count() <= FITS
    }
}

/// The page of a packet: the same for the same packet.
pub(super) fn page(packet: &Packet) -> Result<String, askama::Error> {
    Page { packet }.render()
}

#[cfg(test)]
mod tests {
    use record::id::PacketId;
    use record::time::Micros;

    use super::*;

    #[test]
    fn a_banner_too_long_for_the_strip_of_each_sheet_is_never_cut() {
        let mut packet = Packet {
            format: 1,
            id: PacketId([1; 16]),
            banner: "SECRET//NOFORN".into(),
            audience: String::new(),
            issued: Micros(0),
            lines: vec![],
        };
        assert!(page(&packet).unwrap().contains("<body class=\"short\">"));
        packet.banner = format!("SECRET//REL TO USA{}", ", GBR".repeat(30));
        let html = page(&packet).unwrap();
        assert!(html.contains("<body>") && html.matches(&packet.banner).count() == 3);
    }
}
