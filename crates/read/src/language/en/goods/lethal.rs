//! Weapons, ammunition, and what carries them into a fight, by the categories of SIPRI's register.

use crate::language::goods::GoodsClass::Lethal;
use crate::language::goods::{GoodsKind, GoodsRow};

const fn category(name: &'static str) -> GoodsKind {
    GoodsKind::sipri(Lethal, name)
}

const ANY: GoodsKind = GoodsKind::of(Lethal);

pub(super) const ROWS: &[GoodsRow] = &[
    (
        ANY,
        "weapon, arms, weaponry, armament, armaments, munition, weapon system, weapons system, arms system, small arms, \
         light weapon, heavy weapon, weapon platform, weapons platform, military hardware, military equipment, \
         military material, military materiel, materiel, matériel, military technology, war material, \
         war materiel, military aid, military assistance, military support, military help, security assistance, defence|defense aid, \
         defence|defense equipment, defence|defense article, defence|defense system, defence|defense material, military package, military kit, combat equipment, \
         lethal aid, lethal assistance, lethal support, lethal equipment, lethal supply, lethal material, \
         weapon part, weapons part, arms package, weapons package, weapon component, weapons component, \
         weapon consignment, weapon stock, weapons stockpile, arms stockpile, surplus arms, military good, military supply, military item",
    ),
    // Small arms, which SIPRI does not register.
    (
        ANY,
        "rifle, assault rifle, sniper rifle, machine gun, submachine gun, gun, handgun, pistol, revolver, shotgun, carbine, \
         firearm, kalashnikov, ak 00, grenade launcher, rocket launcher, flamethrower, bayonet, machinegun, gunship part, \
         gun barrel, barrel for gun, gun part, rifle part, firing pin, trigger mechanism, silencer, cannon, autocannon, mortar, \
         mortar tube, recoilless rifle, gun mount, gun turret, turret, breech block, breech, gun carriage",
    ),
    // Ammunition.
    (
        ANY,
        "ammunition, ammo, shell, artillery shell, mortar shell, tank shell, artillery round, mortar round, mortar bomb, round, \
         rifle round, tank round, cartridge, bullet, cartridge case, shell casing, projectile, grenade, hand grenade, mine, land mine, \
         landmine, sea mine, naval mine, anti tank mine, bomb, glide bomb, cluster bomb, cluster munition, cluster shell, \
         guided bomb, aerial bomb, bomblet, warhead, fuze, fuse, detonator, explosive, plastic explosive, propellant, propellant charge, \
         gunpowder, powder charge, tnt, semtex, magazine, bandolier, munitions, artillery ammunition, artillery charge, calibre|caliber round, \
         00mm round, 000mm round, calibre shell, depth charge, torpedo warhead, incendiary, incendiary bomb, flare round, bomb casing, \
         ordnance, high explosive, nerve agent, chemical weapon, poison gas, chlorine shell, belt of cartridge",
    ),
    (
        category("Missiles"),
        "missile, rocket, cruise missile, ballistic missile, anti tank missile, antitank missile, anti ship missile, antiship missile, \
         air to air missile, surface to air missile, ground to air missile, guided missile, anti aircraft missile, \
         antiaircraft missile, hypersonic missile, rocket artillery, torpedo, torpedoes, guided rocket, manpad, manpads, \
         shoulder fired missile, missile part, missile component, missile engine, rocket motor, seeker head, interceptor missile, \
         interceptor, missile technology, missile fuel, javelin, stinger, missile system, rocket system, air to ground missile, \
         anti radiation missile, loitering munition, sounding rocket, atgm, atgms",
    ),
    (
        category("Air defence systems"),
        "air defence|defense, air defence|defense system, air defence|defense battery, air defence|defense missile, \
         air defence|defense unit, air defence|defense gun, air defence|defense equipment, air defence|defense weapon, \
         missile defence|defense system, missile battery, missile defence|defense, anti aircraft gun, \
         antiaircraft gun, anti aircraft system, anti aircraft battery, patriot battery, patriot, s 000, s 000 system, \
         anti missile system, sam system, sam battery, flak gun, anti drone gun, anti drone system, counter drone system, anti drone missile",
    ),
    (
        category("Artillery"),
        "artillery, howitzer, field gun, self propelled gun, self propelled howitzer, artillery gun, artillery piece, \
         artillery system, multiple rocket launcher, multiple launch rocket system, mlrs, rocket battery, himars, \
         artillery battery, coastal battery, naval gun, missile launcher, launcher, missile launch system, gun battery, \
         coastal gun, anti tank gun, anti tank weapon, antitank weapon, anti tank system, anti aircraft weapon, \
         artillery barrel, howitzer barrel, artillery tube, towed gun, siege gun, mountain gun, launch tube",
    ),
    (
        category("Armoured vehicles"),
        "tank, battle tank, main battle tank, light tank, armoured|armored vehicle, armoured|armored personnel carrier, \
         armoured|armored car, infantry fighting vehicle, fighting vehicle, combat vehicle, armour|armor, apc, ifv, \
         tank destroyer, assault vehicle, armoured|armored carrier, tank gun, tank engine, tank part, half track, \
         armoured|armored truck, mine resistant vehicle, mrap, mraps, reconnaissance vehicle, personnel carrier, tracked vehicle, \
         armoured|armored column, armoured|armored train, armoured|armored jeep, gun truck",
    ),
    (
        category("Aircraft"),
        "combat aircraft, fighter, fighter jet, fighter aircraft, fighter plane, warplane, bomber, jet fighter, attack aircraft, \
         attack helicopter, combat helicopter, helicopter gunship, gunship, combat jet, military jet, military aircraft, \
         military plane, military helicopter, strike aircraft, ground attack aircraft, f 00, mig, mig 00, su 00, f 00 jet, mig 00 jet, \
         interceptor jet, bomber aircraft, stealth fighter, fighter bomber, war plane, bomber fleet, fighter fleet, \
         fighter part, fighter jet part, light attack aircraft, armed aircraft",
    ),
    (
        category("Aircraft"),
        "attack drone, armed drone, strike drone, combat drone, suicide drone, kamikaze drone, exploding drone, explosive drone, \
         one way drone, one way attack drone, military drone, bomber drone, drone bomb, shahed, shahed drone, bayraktar, fpv drone, \
         weaponised|weaponized drone, missile drone, naval drone, sea drone, long range drone, assault drone, killer drone, armed uav, attack uav",
    ),
    (GoodsKind::sipri(Lethal, "Aircraft").open(), "jet, helicopter, jet trainer, warbird"),
    (
        category("Ships"),
        "warship, frigate, corvette, destroyer, submarine, missile boat, gunboat, cruiser, aircraft carrier, torpedo boat, \
         attack boat, fast attack craft, naval vessel, minelayer, landing ship, landing craft, battleship, attack submarine, \
         amphibious assault ship, missile cruiser, patrol frigate, naval ship, coastal defence|defense ship, u boat, midget submarine",
    ),
    (GoodsKind::sipri(Lethal, "Ships").open(), "patrol boat, patrol vessel, patrol ship, patrol craft"),
];
