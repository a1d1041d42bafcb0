//! The houses that print: a newspaper, a station, a wire, a blog, somebody's mail. What they have in common over all
//! their texts, unlike a text that two of them have in common, says nothing of where it is from.

use super::style::{Date, Marks, Style};
use crate::prng::Prng;

/// Who prints.
#[derive(Debug)]
pub struct House {
    /// Its name.
    pub name: &'static str,
    /// Its manners.
    pub style: Style,
    /// What stands above its texts; one line is chosen, and an empty one is none.
    pub above: &'static str,
    /// What stands below its texts; each line mostly does.
    pub below: &'static str,
}

/// A house: its name, the five manners in the order of `Style`, what stands above and what below.
macro_rules! house {
    ($name:literal, $british:literal, $marks:ident, $percent:literal, $letters:expr, $date:ident, $above:literal,
     $below:literal) => {
        House {
            name: $name,
            style: Style {
                british: $british,
                marks: Marks::$marks,
                percent: $percent,
                letters: $letters,
                date: Date::$date,
            },
            above: $above,
            below: $below,
        }
    };
}

/// The houses. None of them exists.
pub const HOUSES: [House; 14] = [
    house!(
        "The Harbour Gazette",
        true,
        Single,
        " per cent",
        Some(true),
        DayFirst,
        "Home > News > World||The Harbour Gazette",
        "Sign up to our morning briefing and never miss a story.|© The Harbour Gazette Ltd. All rights \
            reserved. No part of this article may be reproduced without written permission of the \
            publisher.|Follow us on Twitter and Facebook."
    ),
    house!(
        "Plainview Courier",
        false,
        Straight,
        " percent",
        Some(true),
        Short,
        "|NATION & WORLD",
        "Subscribe to the Plainview Courier for $1 a week.|Copyright Plainview Courier. All rights reserved. \
            This material may not be published, broadcast, rewritten or redistributed.|Reach the newsroom at \
            news@plainviewcourier.example."
    ),
    house!(
        "Metro Ledger",
        false,
        Curly,
        " percent",
        None,
        Full,
        "Skip to main content||Metro Ledger | News",
        "Read more from Metro Ledger|We use cookies to give you the best experience. By continuing to use \
            this site you accept our terms of service and privacy policy.|Comments are closed on this article."
    ),
    house!(
        "Northern Post",
        true,
        Curly,
        "%",
        None,
        DayFirst,
        "|World news",
        "Since you are here, we have a small favour to ask. More people than ever read and support our \
            independent journalism. Unlike many others, we have kept our reporting open to all. If you can, \
            please consider supporting us today.|Topics: World, News"
    ),
    house!(
        "Daybreak 7 News",
        false,
        Straight,
        "%",
        Some(false),
        Full,
        "|BREAKING NEWS|Daybreak 7 News - Watch live",
        "Stay with Daybreak 7 News on air and online for updates on this developing story.|Download our free \
            app for alerts.|If you see an error in this report, please let us know."
    ),
    house!(
        "The Inland Tribune",
        false,
        Straight,
        " percent",
        Some(true),
        Short,
        "||WIRE REPORTS",
        "The Inland Tribune welcomes letters of up to 250 words. Include your name, address and telephone \
            number."
    ),
    house!(
        "Wirepoint",
        false,
        Straight,
        " percent",
        Some(true),
        Short,
        "|URGENT|RPT-|UPDATE 1-|WRAPUP 2-",
        "(Reporting by our bureaus; Editing by the desk)"
    ),
    house!(
        "Blog of an expatriate",
        false,
        Curly,
        "%",
        None,
        Full,
        "|Posted in: Uncategorized",
        "Share this:|Leave a reply|Older posts"
    ),
    house!(
        "Southern Star Online",
        true,
        Straight,
        " per cent",
        Some(false),
        DayFirst,
        "|Latest|Southern Star Online > Top stories",
        "For the latest news, join our WhatsApp channel.|Do you have a story? Email tips@southernstar.example \
            and remain anonymous."
    ),
    house!(
        "Radio Meridian",
        true,
        Curly,
        " per cent",
        Some(true),
        DayFirst,
        "|Radio Meridian, news on the hour",
        "This text was prepared for broadcast."
    ),
    house!(
        "Global Monitor Digest",
        true,
        Straight,
        "%",
        None,
        Full,
        "Global Monitor Digest. For subscribers only.|",
        "The views expressed are those of the authors and do not necessarily reflect those of Global Monitor \
            Digest. Redistribution outside your organisation is not permitted."
    ),
    house!(
        "Cityline Express",
        false,
        Curly,
        "%",
        Some(false),
        Short,
        "|Trending now",
        "More on this story|You may also like: ten beaches that you have to see|Advertisement"
    ),
    house!(
        "Forwarded mail",
        false,
        Straight,
        " percent",
        None,
        Full,
        "|FYI|Thought that this might interest you:|---------- Forwarded message ----------",
        "|Sent from my phone"
    ),
    house!(
        "The Valley Weekly",
        false,
        Straight,
        " percent",
        Some(true),
        Full,
        "|",
        "The Valley Weekly is published every Thursday."
    ),
];

/// A house to print something.
pub fn house(rng: &mut Prng) -> &'static House {
    &HOUSES[rng.below(HOUSES.len())]
}
