//! Words that stand with the names of goods: what changes a class, what names goods by other words only, measures and money.

use crate::language::goods::GoodsClass::{DualUse, Energy, Financial, Lethal, NonLethal};
use crate::language::goods::Modifier::{self, Arms, Civil, Class};

pub(super) const MODIFIERS: &[(Modifier, &str)] = &[
    (Class(NonLethal), "non lethal, nonlethal, humanitarian, relief, medical, protective, winter, rescue, firefighting, unarmed, demining, emergency, surgical, bulletproof"),
    (Class(Lethal), "lethal, deadly, offensive"),
    (Class(Financial), "financial, economic, budgetary, budget, monetary, macro financial, cash"),
    (Class(DualUse), "dual use"),
    (Class(Energy), "energy, fuel"),
    (
        Arms,
        "armed, attack, combat, strike, suicide, kamikaze, exploding, explosive, military, missile, weaponised|weaponized, fighter, anti tank, anti ship, one way, \
         self detonating, bomb carrying, missile armed, bomber, defence|defense, assault, war, battlefield, naval, artillery",
    ),
    (Civil, "commercial, civil, civilian, consumer, hobby, agricultural, farm, off the shelf, crop spraying, camera, shop bought, toy, passenger"),
];

pub(super) const GENERIC: &[&str] = &[
    "aid", "assistance", "equipment", "kit", "gear", "supply", "supplies", "system", "component", "part", "technology", "material",
    "item", "good", "goods", "product", "package", "support", "help", "hardware", "spare", "device", "unit", "stock", "article",
    "stockpile", "cargo", "load", "machinery", "instrument", "platform", "accessory", "relief", "gift", "donation", "resource",
    "package", "tool", "battery", "module", "backing", "platforms", "munition", "engine", "launcher", "kits", "lifeline",
];

pub(super) const MEASURES: &[&str] = &[
    "batch", "barrel", "tonne", "ton", "shipment", "consignment", "delivery", "load", "truckload", "planeload", "shipload",
    "boatload", "container", "crate", "box", "case", "cargo", "lot", "pallet", "litre", "liter", "gallon", "metre", "meter", "megawatt", "gigawatt", "kilogram",
    "kilo", "pound", "ounce", "gram", "tranche", "package", "supply", "stock", "stockpile", "number", "quantity", "amount", "volume", "dozen",
    "hundred", "thousand", "million", "billion", "score", "couple", "pair", "set", "series", "squadron", "fleet", "battery", "brigade",
    "regiment", "battalion", "convoy", "flow", "stream", "range", "variety", "kind", "type", "sort", "array", "piece", "round", "share", "half",
    "third", "quarter", "bulk", "rest", "majority", "handful", "trickle", "instalment", "installment", "parcel", "trainload", "lorryload",
    "list", "mix", "arsenal", "cache", "hoard", "value", "worth", "stocks", "wave", "ream", "plenty", "wagon", "trainloads", "shiploads", "portion",
    "order", "sack", "bag", "bale", "line", "drum", "canister", "bottle", "reel", "unit", "reserve", "surplus", "excess", "remainder", "flight", "column",
];

pub(super) const CURRENCIES: &[&str] = &[
    "$", "\u{20ac}", "\u{a3}", "\u{a5}", "dollar", "euro", "franc", "yuan", "rouble", "ruble", "yen", "rupee", "peso", "krona", "krone", "kroner", "lira",
    "dinar", "rial", "riyal", "dirham", "won", "zloty", "hryvnia", "renminbi", "forint", "shekel", "real", "rand", "crown", "mark", "sterling", "us$",
];
