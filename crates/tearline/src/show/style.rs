//! The colours of the house. Where there are none, the words alone must do.
//!
//! What is said, who says it and that it is said differ by more than their colour: bold, in italics, underlined.

use anstyle::{AnsiColor, Color, Style};
use record::reading::Stance;

const fn coloured(colour: AnsiColor) -> Style {
    Style::new().fg_color(Some(Color::Ansi(colour)))
}

/// Who says it.
pub const SOURCE: Style = coloured(AnsiColor::Cyan).bold();
/// That it is said.
pub const CUE: Style = coloured(AnsiColor::Yellow).italic();
/// What is said.
pub const CONTENT: Style = coloured(AnsiColor::Green).underline();
/// A share drawn as a bar.
pub const BAR: Style = coloured(AnsiColor::Green);
/// A heading.
pub const HEADING: Style = Style::new().bold();
/// What matters less.
pub const FAINT: Style = Style::new().dimmed();
/// What went well.
pub const GOOD: Style = coloured(AnsiColor::Green).bold();
/// What is wrong.
pub const BAD: Style = coloured(AnsiColor::Red).bold();
/// What needs a look.
pub const WARNING: Style = coloured(AnsiColor::Yellow).bold();

/// The colour of a stance: statements plain, denials red, silence magenta.
pub fn stance(stance: Stance) -> Style {
    match stance {
        Stance::Says => Style::new(),
        Stance::Denies | Stance::Doubts => coloured(AnsiColor::Red),
        Stance::Declines | Stance::Evades => coloured(AnsiColor::Magenta),
        Stance::Asks | Stance::Orders | Stance::Hopes => coloured(AnsiColor::Blue),
    }
}
