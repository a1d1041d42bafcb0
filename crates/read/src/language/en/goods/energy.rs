//! Fuels and electricity.

use crate::language::goods::GoodsClass::Energy;
use crate::language::goods::{GoodsKind, GoodsRow};

const ANY: GoodsKind = GoodsKind::of(Energy);

pub(super) const ROWS: &[GoodsRow] = &[
    (
        ANY,
        "oil, crude, crude oil, petroleum, petroleum product, oil product, refined product, refined oil, fuel, fuel oil, heating oil, jet fuel, aviation fuel, \
     diesel, diesel fuel, petrol, gasoline, kerosene, bunker fuel, naphtha, lubricant, lubricating oil, propane, butane, lpg, liquefied petroleum gas, bitumen, \
     gas, natural gas, pipeline gas, liquefied natural gas, liquefied gas, lng, liquid gas, liquid natural gas, gas condensate, condensate, hydrogen, \
     coal, coking coal, thermal coal, anthracite, lignite, brown coal, peat, coke, steam coal, charcoal, \
     electricity, electric power, electrical power, electrical energy, energy, nuclear fuel, fuel rod, enriched uranium, uranium, uranium ore, yellowcake, \
     reactor fuel, biofuel, ethanol, biodiesel, shale gas, shale oil, furnace oil, marine fuel, ship fuel, tank fuel, rocket fuel, oil and gas, wood pellet, \
     heating fuel, motor fuel, fuel aid, energy aid, energy supply, energy resource, power supply line, fuel supply, seaborne crude, hydrocarbon, fossil fuel, \
     winter fuel, fuel cargo, gasoil, gas oil, mazut, military fuel",
    ),
    (ANY.open(), "power"),
];
