//! How often what was given a probability came true, as a picture.

use std::fmt::Write;

use weigh::v1::Bin;

use crate::show::escape::escaped;

const SIDE: f64 = 320.0;
const EDGE: f64 = 40.0;

const STYLE: &str = "text{font:12px system-ui,sans-serif;fill:#1d1c1a}.g{stroke:#dedad2;fill:none}.d{stroke:#8a867f;stroke-dasharray:4 3}\
.p{fill:#0b4f8a}@media (prefers-color-scheme:dark){text{fill:#e8e5df}.g{stroke:#34353a}.d{stroke:#77736c}.p{fill:#8cc4ff}}";

/// The picture as SVG: a dot for each bin, the larger the more forecasts are in it, against the line on which they would lie
/// if as much came true as was said.
pub fn svg(banner: &str, bins: &[Bin]) -> String {
    let side = SIDE - 2.0 * EDGE;
    let at = |p: f64| EDGE + p * side;
    let up = |p: f64| SIDE - EDGE - p * side;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SIDE} {SIDE}\" role=\"img\" aria-labelledby=\"t\">\
         <style>{STYLE}</style><title id=\"t\">Calibration: what was said against how often it came true</title>\
         <rect class=\"g\" x=\"{EDGE}\" y=\"{EDGE}\" width=\"{side}\" height=\"{side}\"/>\
         <path class=\"d\" d=\"M{} {}L{} {}\"/>",
        at(0.0),
        up(0.0),
        at(1.0),
        up(1.0)
    );
    let _ = write!(out, "<text x=\"{:.1}\" y=\"14\" text-anchor=\"middle\">{}</text>", SIDE / 2.0, escaped(banner));
    for (label, p) in [("0", 0.0), (".5", 0.5), ("1", 1.0)] {
        let _ = write!(
            out,
            "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">{label}</text><text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"end\">{label}</text>",
            at(p),
            SIDE - EDGE + 16.0,
            EDGE - 6.0,
            up(p) + 4.0
        );
    }
    let most = bins.iter().map(|bin| bin.forecasts).max().unwrap_or(1).max(1) as f64;
    for bin in bins {
        let radius = 3.0 + 7.0 * (bin.forecasts as f64 / most).sqrt();
        let told = format!("said {:.2}, came true {:.2}, of {}", bin.mean, bin.came_true, bin.forecasts);
        let _ = write!(
            out,
            "<circle class=\"p\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"{radius:.1}\"><title>{}</title></circle>",
            at(bin.mean),
            up(bin.came_true),
            escaped(&told)
        );
    }
    let _ = write!(
        out,
        "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\">said</text><text x=\"12\" y=\"{:.1}\" transform=\"rotate(-90 12 {:.1})\" \
         text-anchor=\"middle\">came true</text></svg>",
        SIDE / 2.0,
        SIDE - 6.0,
        SIDE / 2.0,
        SIDE / 2.0
    );
    out.push('\n');
    out
}
