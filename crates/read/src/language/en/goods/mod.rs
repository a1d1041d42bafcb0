//! Goods by their English names, by class. Where a name could be of two, what news mostly means by it decides.

mod dual;
mod energy;
mod financial;
mod lethal;
mod relief;
mod words;

use std::sync::OnceLock;

use crate::language::goods::GoodsTable;

/// The tables of English.
pub(super) static GOODS: GoodsTable = GoodsTable {
    rows: &[lethal::ROWS, relief::ROWS, dual::ROWS, energy::ROWS, financial::ROWS],
    modifiers: words::MODIFIERS,
    generic: words::GENERIC,
    measures: words::MEASURES,
    currencies: words::CURRENCIES,
    compiled: OnceLock::new(),
};
