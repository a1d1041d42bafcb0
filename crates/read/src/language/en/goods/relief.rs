//! Military and relief goods that do not kill.

use crate::language::goods::GoodsClass::NonLethal;
use crate::language::goods::{GoodsKind, GoodsRow};

const ANY: GoodsKind = GoodsKind::of(NonLethal);

const fn category(name: &'static str) -> GoodsKind {
    GoodsKind::sipri(NonLethal, name)
}

pub(super) const ROWS: &[GoodsRow] = &[
    (
        ANY,
        "non lethal aid, nonlethal aid, non lethal assistance, nonlethal assistance, non lethal equipment, nonlethal equipment, \
         non lethal supply, nonlethal supply, non lethal support, nonlethal support, non lethal material, non lethal package, non lethal help, \
         humanitarian aid, humanitarian assistance, humanitarian supply, humanitarian relief, humanitarian good, relief, relief aid, relief good, \
         relief supply, relief item, relief package, emergency aid, emergency supply, emergency relief, food aid, winter aid, civilian aid, \
         humanitarian help, humanitarian support, aid parcel, relief parcel, civil aid, disaster aid, flood relief",
    ),
    // What can be anything: joined with weapons it is military.
    (
        ANY.open(),
        "aid, assistance, equipment, kit, gear, supply, supplies, military gear, material aid, field gear, surplus equipment, surplus stock, stores",
    ),
    // What soldiers wear and carry.
    (
        ANY,
        "body armour|armor, bulletproof vest, bullet proof vest, flak jacket, ballistic vest, protective vest, protective gear, \
         protective equipment, protective clothing, protective suit, helmet, ballistic helmet, vest, uniform, winter uniform, boot, \
         combat boot, winter clothing, winter coat, winter gear, clothing, coat, jacket, glove, rucksack, backpack, gas mask, \
         respirator, camouflage, camouflage net, camouflage netting, sandbag, body armour plate, ballistic plate, armour|armor plate, \
         parachute, binoculars, field glasses, canteen, sleeping bag, cot, camp bed, night vision goggle, night vision goggles, \
         night vision device, night vision equipment, night vision gear, night vision kit, goggle, goggles, winter kit, hazmat suit, knee pad, riot gear, \
         riot shield, handcuff, tear gas mask, cold weather gear, cold weather clothing, camouflage suit, plate carrier, fatigues, parka, sock",
    ),
    // Food and medicine.
    (
        ANY,
        "ration, food ration, field ration, combat ration, food, foodstuff, food parcel, food package, flour, wheat flour, rice, grain, wheat, maize, barley, bread, \
         tinned food, canned food, baby food, drinking water, water, bottled water, water tank, water tanker, water pump, water filter, \
         water purifier, medicine, medical aid, medical supply, medical equipment, medical kit, medical good, medical item, medication, drug, antibiotic, vaccine, \
         insulin, bandage, tourniquet, first aid kit, first aid supply, surgical kit, surgical supply, field hospital, mobile hospital, \
         mobile clinic, ambulance, stretcher, blood, blood plasma, wheelchair, hospital bed, medical device, medical help, \
         ventilator, oxygen, oxygen cylinder, hygiene kit, surgical instrument, painkiller, x ray machine, seed, livestock, milk, milk powder, sugar, \
         cooking oil, vegetable oil, salt, biscuit, lentil, potato, powdered milk, mask, prosthesis, prosthetic limb, incubator, syringe, saline",
    ),
    // Shelter and what keeps a camp or a town going.
    (
        ANY,
        "tent, blanket, shelter, tarpaulin, mattress, stove, field kitchen, mobile kitchen, generator, diesel generator, power generator, \
         emergency generator, pump, heater, boiler, field stove, lantern, soap, clothes, bedding, timber, cement, building material, \
         construction material, construction equipment, prefabricated house, container home, bulldozer, excavator, crane, bridge, pontoon bridge, \
         bailey bridge, bridging equipment, engineering equipment, portable bridge, snow plough|plow, barbed wire, razor wire, fence, sandbags, transformer, \
         power transformer, cable, searchlight, firewood, plastic sheeting, school book, textbook, fire hose, water pipe, shovel, spade, light tower, fertiliser|fertilizer",
    ),
    // What moves, and what it is fitted with.
    (
        ANY,
        "truck, lorry, military truck, army truck, vehicle, jeep, pickup, pickup truck, pick up truck, car, van, bus, ambulances, fire engine, fire truck, motorcycle, \
         trailer, tanker truck, fuel truck, tow truck, recovery vehicle, engineering vehicle, off road vehicle, minibus, bicycle, utility vehicle, \
         mine clearing equipment, mine clearance equipment, mine clearing vehicle, demining equipment, demining machine, demining kit, demining vehicle, \
         mine detector, metal detector, mine roller, rescue boat, inflatable boat, rubber boat, dinghy, hospital ship, life raft, life jacket, \
         rescue equipment, rescue vehicle, firefighting equipment, locomotive, railway wagon, rail wagon, tyre|tire, snowmobile, quad bike, horse, mule, sniffer dog, ferry, tug",
    ),
    (
        category("Aircraft"),
        "transport aircraft, transport plane, cargo plane, transport helicopter, rescue helicopter, tanker aircraft, refuelling|refueling aircraft, trainer aircraft, training aircraft, medical helicopter, surveillance aircraft, maritime patrol aircraft, airship, balloon",
    ),
    (
        category("Aircraft"),
        "surveillance drone, reconnaissance drone, observation drone, scout drone, unarmed drone, unarmed uav, surveillance uav, surveillance balloon",
    ),
    (
        category("Ships"),
        "minesweeper, minehunter, transport ship, supply ship, tanker vessel, coast guard boat, patrol launch",
    ),
    (
        category("Sensors"),
        "radar, radar system, radar station, air defence|defense radar, early warning radar, counter battery radar, artillery radar, coastal radar, sonar, acoustic sensor, surveillance equipment, surveillance radar, surveillance system, jammer, jamming equipment, electronic warfare system, electronic warfare equipment, radar equipment, observation post, direction finder, flight simulator, simulator, listening device",
    ),
    // Talking to one another.
    (
        ANY,
        "telephone, phone, field telephone, mobile phone, satellite phone, satellite telephone, smartphone, radio, field radio, \
         radio set, military radio, encrypted radio, tactical radio, hand held radio, walkie talkie, satellite terminal, satellite internet terminal, \
         satellite dish, internet terminal, starlink terminal, communications equipment, communication equipment, communications gear, \
         communications system, communication system, communications kit, radio equipment, loudspeaker, signal equipment, signals equipment, computer terminal",
    ),
    (
        ANY,
        "military medical supply, military clothing, military uniform, military boot, military ration, military tent, military vehicle part, vehicle part, truck part, truck engine, military vehicle, winter equipment, camp equipment, field equipment, hospital equipment, school equipment, kitchen equipment, police equipment, office equipment",
    ),
];
