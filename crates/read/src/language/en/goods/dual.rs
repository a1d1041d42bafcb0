//! Civil goods that an army or its industry can use, with their codes in the common high priority list.

use crate::language::goods::GoodsClass::DualUse;
use crate::language::goods::{GoodsKind, GoodsRow};

const ANY: GoodsKind = GoodsKind::of(DualUse);

const fn coded(hs6: &'static [&'static str]) -> GoodsKind {
    GoodsKind::coded(DualUse, hs6)
}

pub(super) const ROWS: &[GoodsRow] = &[
    (
        ANY,
        "dual use good, dual use item, dual use technology, dual use equipment, dual use component, dual use product, dual use material, \
         dual use part, dual use machinery, dual use electronics, dual use machine, dual use export, dual use cargo, commercial item, commercial good, commercial product, commercial technology, \
         sensitive technology, sensitive good, sensitive item, high tech good, high tech component, high technology, high priority item, \
         high priority good, civilian technology, commercial equipment, restricted good, restricted technology, restricted component, controlled good, controlled item, controlled technology",
    ),
    // Tier 1: integrated circuits.
    (
        coded(&["854231", "854232", "854233", "854239"]),
        "integrated circuit, microchip, chip, semiconductor chip, computer chip, microelectronics, microelectronic component, semiconductor, semiconductor device, electronic chip, advanced chip",
    ),
    (
        coded(&["854231"]),
        "processor, microprocessor, microcontroller, controller chip, control chip, graphics chip, graphics processor, graphics card, gpu, cpu, logic chip, ai chip",
    ),
    (coded(&["854232"]), "memory chip, memory module, memory, flash memory, storage chip"),
    (coded(&["854233"]), "amplifier, amplifier chip"),
    (coded(&["854239"]), "radio frequency chip, gate array, programmable chip, navigation chip"),
    // Tier 2.
    (
        coded(&["851762"]),
        "router, network switch, modem, transceiver, telecommunications equipment, telecom equipment, network equipment, switching equipment, radio module, radio transmitter, transmitter, data transmission equipment, networking equipment, base station",
    ),
    (
        coded(&["852691"]),
        "navigation equipment, satellite navigation equipment, satellite navigation receiver, navigation receiver, satellite receiver, gps receiver, gps module, navigation module, navigation system, radio navigation equipment, gps device, navigation device, gps unit",
    ),
    (coded(&["853221", "853224"]), "capacitor, tantalum capacitor, ceramic capacitor"),
    (coded(&["854800"]), "electrical part, electrical component"),
    // Tier 3A.
    (
        coded(&["847150"]),
        "computer, server, computer server, supercomputer, processing unit, industrial computer, computer equipment, laptop, computer part",
    ),
    (
        coded(&["850440"]),
        "power supply, power supply unit, converter, static converter, inverter, battery charger, rectifier, power module",
    ),
    (coded(&["851769"]), "communication module, communications module, wireless module"),
    (
        coded(&["852589"]),
        "camera, video camera, digital camera, television camera, thermal camera, thermal imaging camera, thermal imager, infrared camera, camera module, imaging sensor, surveillance camera, image sensor, camera drone, infrared sensor, high speed camera, thermal imaging equipment",
    ),
    (coded(&["852910"]), "antenna, aerial, radio antenna, antenna part"),
    (coded(&["852990"]), "radar part, radio part, camera part, radar component"),
    (coded(&["853669", "853690"]), "connector, electrical connector, cable connector"),
    (coded(&["854110"]), "diode"),
    (coded(&["854121", "854129"]), "transistor, power transistor"),
    (coded(&["854130"]), "thyristor"),
    (coded(&["854149"]), "photodiode, photosensitive device, infrared detector, photocell, solar cell, optical sensor"),
    (coded(&["854151", "854159"]), "semiconductor sensor, pressure sensor, sensor chip"),
    (coded(&["854160"]), "crystal oscillator, piezoelectric crystal, quartz crystal, oscillator"),
    // Tier 3B.
    (
        coded(&["848210", "848220", "848230", "848250"]),
        "bearing, roller bearing, steel bearing, precision bearing, rail bearing, bearing part",
    ),
    (coded(&["848210"]), "ball bearing"),
    (coded(&["848220"]), "tapered roller bearing"),
    (
        coded(&["880730"]),
        "aircraft part, aeroplane part, airplane part, aircraft component, aircraft spare part, helicopter part, helicopter component, drone part, drone component, drone kit, uav part, uav component, plane part, aviation part, aviation component, aircraft spare, airliner part, aeroplane component, airframe part, drone frame, drone propeller, aircraft equipment, aviation equipment",
    ),
    (
        coded(&["901310"]),
        "telescopic sight, rifle scope, riflescope, gun sight, periscope, optical sight, thermal sight, night sight",
    ),
    (
        coded(&["901380"]),
        "optical device, optical instrument, optics, lens, optical equipment, optical component, laser, laser diode, rangefinder, range finder, laser rangefinder, optical lens, optical glass, liquid crystal device, telescope, fibre|fiber optic, optical fibre|fiber, fibre|fiber optic cable, prism, infrared optics",
    ),
    (
        coded(&["901420"]),
        "gyroscope, inertial navigation system, inertial sensor, aircraft navigation instrument, flight controller, autopilot, accelerometer, avionics, flight control system, avionics system, flight computer, guidance system, inertial unit",
    ),
    (coded(&["901480"]), "navigation instrument, sonar buoy, echo sounder"),
    // Tier 4A.
    (coded(&["847180"]), "computer unit, computing equipment, sound card"),
    (
        coded(&["848610", "848620"]),
        "chip making machine, chipmaking machine, chip making equipment, chipmaking equipment, chip making tool, chipmaking tool, semiconductor equipment, semiconductor machinery, semiconductor manufacturing equipment, lithography machine, lithography equipment, lithography system, lithography tool, wafer machine, etching machine, chip equipment, chip machine",
    ),
    (coded(&["853400"]), "printed circuit, circuit board, printed circuit board, motherboard"),
    (coded(&["854320"]), "signal generator"),
    (
        coded(&["902750", "903020", "903032", "903039", "903082"]),
        "oscilloscope, measuring instrument, test equipment, spectrometer, measuring equipment, testing equipment, multimeter, measuring device, spectrum analyser|analyzer, laboratory equipment, wafer tester",
    ),
    // Tier 4B.
    (coded(&["845710"]), "machining centre|center, milling centre|center"),
    (coded(&["845811", "845891"]), "lathe, cnc lathe, metal lathe, turning machine"),
    (coded(&["845961"]), "milling machine"),
    (
        coded(&["845710", "845811", "845891", "845961", "846693"]),
        "machine tool, cnc machine, cnc machine tool, numerically controlled machine, computer controlled machine, precision machine, precision tool, grinding machine, machinery, industrial machinery, machine tool part, precision machinery, metalworking machine, metalworking machinery, drilling machine, cutting machine, industrial machine, machine part, factory equipment, cutting tool, industrial equipment, machine, industrial robot, robot, 0d printer, printer",
    ),
    // Goods without a code in that list.
    (ANY.open(), "drone, uav, uavs, unmanned aerial vehicle, unmanned aircraft, small drone, cargo drone, drone fleet"),
    (
        ANY,
        "quadcopter, multicopter, commercial drone, civil drone, civilian drone, hobby drone, agricultural drone, consumer drone, farm drone, crop spraying drone, photography drone, octocopter, camera quadcopter, dji drone",
    ),
    (
        ANY,
        "engine, aircraft engine, aero engine, drone engine, motor, electric motor, turbine, gas turbine, marine engine, diesel engine, ship engine, jet engine, helicopter engine, piston engine, propeller, gearbox, servo motor, servomotor, turbocharger, compressor, brushless motor, marine diesel, crankshaft, fuel injector",
    ),
    (
        ANY,
        "electronics, electronic component, electronic part, electronic equipment, electronic good, electronic device, electrical equipment, electronic circuit, circuitry, electronic module, resistor, sensor, magnet, lithium battery, lithium ion battery, battery cell, video card, fuse box, wiring, telecom gear, encryption device, ignition system, consumer electronics, microwave module",
    ),
    (
        ANY,
        "carbon fibre|fiber, titanium, aluminium|aluminum, aluminium|aluminum alloy, alloy, special steel, steel, armour steel, steel plate, tungsten, tungsten carbide, nickel alloy, rare earth, rare earth metal, rare earths, gallium, germanium, lithium, graphite, maraging steel, nitrocellulose, cotton pulp, nitric acid, precursor chemical, chemical precursor, chemical, industrial chemical, chemical component, ammonium nitrate, ammonium perchlorate, aramid fibre|fiber, aramid fabric, composite material, ceramic powder, resin, lubricant additive, cellulose, beryllium, antimony, cobalt, magnesium, manganese, titanium sponge, palladium, silicon wafer, wafer, polysilicon, sulphuric acid, glycerine, acetone, metal powder, raw material, explosive precursor, zirconium",
    ),
    (
        ANY,
        "centrifuge, centrifuge part, nuclear technology, nuclear material, nuclear reactor, reactor, reactor part, reactor component, heavy water, rocket fuel component, satellite, communications satellite, spy satellite, satellite component, satellite part, rocket engine, nuclear equipment, vacuum pump, enrichment equipment, frequency converter, furnace, induction furnace, pressure vessel, mass spectrometer, centrifugal pump, heat exchanger",
    ),
    (
        ANY,
        "software, design software, encryption software, surveillance software, spyware, industrial software, electronic design tool, source code, control software, blueprint",
    ),
    (ANY.open(), "spare part, spare, component, part, technology, high tech equipment"),
    (
        ANY,
        "airliner, passenger plane, passenger jet, civil aircraft, civilian aircraft, commercial aircraft, light aircraft, ultralight, microlight, civil helicopter, civilian helicopter, commercial helicopter, oil tanker ship, cargo ship, icebreaker, floating dock, glider, merchant ship, speedboat",
    ),
];
