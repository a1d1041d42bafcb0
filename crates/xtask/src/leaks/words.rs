//! The table of synonyms for nouns. Each group is one line: a key, then the members, each
//! `singular/plural` (or one form only where just the plural is used).

/// A group of words that mean the same in the trials' texts.
pub struct Group {
    pub key: &'static str,
    pub members: &'static [&'static str],
}

const fn g(key: &'static str, members: &'static [&'static str]) -> Group {
    Group { key, members }
}

/// People by what they do.
pub const ROLE: &[Group] = &[
    g(
        "colonel",
        &["colonel/colonels", "senior army officer/senior army officers", "high-ranking officer/high-ranking officers"],
    ),
    g("smuggler", &["smuggler/smugglers", "trafficker/traffickers", "contraband runner/contraband runners"]),
    g("driver", &["hired driver/hired drivers", "chauffeur/chauffeurs"]),
    g("guard", &["night watchman/night watchmen", "security guard/security guards", "sentry/sentries"]),
    g("accountant", &["accountant/accountants", "bookkeeper/bookkeepers"]),
    g("interpreter", &["interpreter/interpreters", "translator/translators"]),
    g("engineer", &["engineer/engineers", "technical specialist/technical specialists"]),
    g("broker", &["broker/brokers", "middleman/middlemen", "go-between/go-betweens", "intermediary/intermediaries"]),
    g("envoy", &["envoy/envoys", "emissary/emissaries", "diplomatic representative/diplomatic representatives"]),
    g("pilot", &["pilot/pilots", "aviator/aviators", "flyer/flyers"]),
    g("lawyer", &["lawyer/lawyers", "attorney/attorneys", "solicitor/solicitors"]),
    g("doctor", &["doctor/doctors", "physician/physicians", "medical practitioner/medical practitioners"]),
    g("customs", &["customs officer/customs officers", "customs inspector/customs inspectors"]),
    g("bodyguard", &["bodyguard/bodyguards", "close-protection man/close-protection men", "minder/minders"]),
    g("banker", &["banker/bankers", "bank executive/bank executives"]),
    g("shipowner", &["shipowner/shipowners", "shipping magnate/shipping magnates"]),
    g("informer", &["informer/informers", "police informant/police informants"]),
    g("judge", &["judge/judges", "magistrate/magistrates"]),
    g("mayor", &["mayor/mayors", "head of a town council/heads of town councils"]),
    g("professor", &["professor/professors", "university teacher/university teachers", "academic/academics"]),
    g(
        "journalist",
        &["journalist/journalists", "newspaper reporter/newspaper reporters", "news correspondent/news correspondents"],
    ),
    g("skipper", &["skipper/skippers", "ship's captain/ships' captains", "ship's master/ships' masters"]),
    g("merchant", &["merchant/merchants", "trader/traders", "dealer/dealers"]),
    g("warlord", &["militia leader/militia leaders", "paramilitary chief/paramilitary chiefs"]),
    g("priest", &["priest/priests", "clergyman/clergymen"]),
    g("farmer", &["farmer/farmers", "farm owner/farm owners", "cultivator/cultivators"]),
    g("teacher", &["schoolteacher/schoolteachers", "schoolmaster/schoolmasters"]),
    g("soldier", &["off-duty soldier/off-duty soldiers", "serviceman on leave/servicemen on leave"]),
    g("student", &["student/students", "undergraduate/undergraduates"]),
    g("widow", &["widow/widows", "woman whose husband had died/women whose husbands had died"]),
];

/// Goods; only plural forms.
pub const GOODS: &[Group] = &[
    g("rifles", &["assault rifles", "automatic long guns"]),
    g("explosives", &["explosives", "blasting charges"]),
    g("goggles", &["night-vision goggles", "low-light headsets"]),
    g("drones", &["drones", "unmanned aircraft", "pilotless aircraft"]),
    g("diamonds", &["uncut diamonds", "rough diamonds", "unpolished gemstones"]),
    g("banknotes", &["banknotes", "bundles of paper money", "wads of cash"]),
    g("medicines", &["medicines", "pharmaceuticals", "medicinal drugs"]),
    g("gold", &["gold bars", "ingots of gold", "gold bullion pieces"]),
    g("lathes", &["machine tools", "metalworking machines"]),
    g("passports", &["blank passports", "unissued travel documents"]),
    g("radios", &["field radios", "military wireless sets"]),
    g("mines", &["landmines", "anti-personnel mines"]),
    g("chips", &["microchips", "semiconductors", "integrated circuits"]),
    g("detonators", &["detonators", "blasting caps"]),
    g("parts", &["aircraft parts", "aeroplane components", "aviation spares"]),
    g("masks", &["gas masks", "respirators"]),
    g("files", &["personnel files", "staff records"]),
    g("maps", &["military maps", "army charts"]),
    g("ballots", &["ballot papers", "voting slips"]),
    g("vaccines", &["vaccine doses", "shots of vaccine"]),
    g("uniforms", &["police uniforms", "sets of police clothing"]),
    g("icons", &["church icons", "religious paintings"]),
    g("cigarettes", &["cigarettes", "tobacco products"]),
    g("phones", &["mobile phones", "cellular handsets"]),
    g("seeds", &["seed stocks", "supplies of sowing grain"]),
    g("antiques", &["antiques", "looted antiquities"]),
];

/// Buildings and sites.
pub const STORE: &[Group] = &[
    g("warehouse", &["warehouse/warehouses", "depot/depots", "storage site/storage sites"]),
    g("farm", &["farmstead/farmsteads", "agricultural holding/agricultural holdings"]),
    g("factory", &["disused factory/disused factories", "abandoned industrial plant/abandoned industrial plants"]),
    g("inn", &["inn/inns", "guest house/guest houses", "small hotel/small hotels"]),
    g("airfield", &["airfield/airfields", "airstrip/airstrips", "landing ground/landing grounds"]),
    g("barracks", &["barrack block/barrack blocks", "army housing block/army housing blocks"]),
    g("monastery", &["monastery/monasteries", "house of monks/houses of monks"]),
    g("villa", &["villa/villas", "country house/country houses"]),
    g("garage", &["garage/garages", "car repair shop/car repair shops"]),
    g("quarry", &["quarry/quarries", "stone pit/stone pits"]),
    g("sawmill", &["sawmill/sawmills", "timber works/timber works"]),
    g("clinic", &["clinic/clinics", "health centre/health centres"]),
    g("cellar", &["cellar/cellars", "basement/basements", "underground room/underground rooms"]),
    g("chapel", &["chapel/chapels", "small church/small churches"]),
    g("bakery", &["bakery/bakeries", "bread shop/bread shops"]),
    g("greenhouse", &["greenhouse/greenhouses", "glasshouse/glasshouses"]),
    g("brewery", &["brewery/breweries", "beer-making plant/beer-making plants"]),
    g("cemetery", &["cemetery/cemeteries", "graveyard/graveyards", "burial ground/burial grounds"]),
    g("lighthouse", &["lighthouse/lighthouses", "coastal light tower/coastal light towers"]),
    g("station", &["railway station/railway stations", "train station/train stations"]),
    g("stable", &["stable/stables", "horse barn/horse barns"]),
    g("jetty", &["jetty/jetties", "landing stage/landing stages", "boat pier/boat piers"]),
    g("orphanage", &["orphanage/orphanages", "home for parentless children/homes for parentless children"]),
    g("tannery", &["tannery/tanneries", "leather works/leather works"]),
    g("slaughterhouse", &["slaughterhouse/slaughterhouses", "abattoir/abattoirs"]),
    g("cinema", &["cinema/cinemas", "picture house/picture houses", "film theatre/film theatres"]),
];

/// Means of transport.
pub const VEHICLE: &[Group] = &[
    g("lorry", &["lorry/lorries", "truck/trucks"]),
    g("van", &["van/vans", "small delivery vehicle/small delivery vehicles"]),
    g("ambulance", &["ambulance/ambulances", "hospital vehicle/hospital vehicles"]),
    g("trawler", &["trawler/trawlers", "fishing boat/fishing boats"]),
    g("helicopter", &["helicopter/helicopters", "rotary-wing aircraft/rotary-wing aircraft", "chopper/choppers"]),
    g("barge", &["river barge/river barges", "flat-bottomed river boat/flat-bottomed river boats"]),
    g("coach", &["bus/buses", "passenger coach/passenger coaches"]),
    g("ferry", &["car ferry/car ferries", "drive-on passenger ship/drive-on passenger ships"]),
    g("limousine", &["limousine/limousines", "luxury saloon car/luxury saloon cars"]),
    g("train", &["freight train/freight trains", "goods train/goods trains"]),
    g("tractor", &["tractor/tractors", "farm vehicle/farm vehicles"]),
    g("hearse", &["hearse/hearses", "funeral car/funeral cars", "undertaker's car/undertakers' cars"]),
    g("yacht", &["yacht/yachts", "pleasure boat/pleasure boats"]),
    g("camper", &["camper van/camper vans", "motorhome/motorhomes"]),
];

/// Harmless loads under which things are hidden.
pub const COVER: &[Group] = &[
    g("fish", &["frozen fish", "iced seafood"]),
    g("cement", &["bags of cement", "cement sacks"]),
    g("carpets", &["carpets", "rugs"]),
    g("timber", &["sawn timber", "lumber", "cut planks"]),
    g("scrap", &["scrap metal", "old iron"]),
    g("clothes", &["second-hand clothes", "used clothing"]),
    g("tins", &["tinned fruit", "canned fruit"]),
    g("feed", &["animal feed", "cattle fodder"]),
    g("tiles", &["floor tiles", "ceramic flooring"]),
    g("toys", &["children's toys", "playthings for children"]),
    g("flowers", &["cut flowers", "fresh blooms"]),
    g("hay", &["bales of hay", "stacks of dried grass"]),
    g("furniture", &["household furniture", "domestic furnishings"]),
    g("textbooks", &["school textbooks", "books for pupils"]),
    g("melons", &["watermelons", "large melons"]),
    g("firewood", &["firewood", "logs for burning"]),
];

/// Things that hold other things.
pub const BOX: &[Group] = &[
    g("crate", &["crate/crates", "wooden box/wooden boxes", "packing case/packing cases"]),
    g("barrel", &["barrel/barrels", "drum/drums", "cask/casks"]),
    g("sack", &["sack/sacks", "large bag/large bags"]),
    g("suitcase", &["suitcase/suitcases", "travelling case/travelling cases", "piece of luggage/pieces of luggage"]),
    g("parcel", &["parcel/parcels", "package/packages"]),
    g("coffin", &["coffin/coffins", "casket/caskets"]),
];

/// Groups that frames name one by one: nouns, then adverbs and set phrases.
pub const SINGLE: &[Group] = &[
    g("pact", &["agreement/agreements", "pact/pacts", "accord/accords"]),
    g("debt", &["gambling debts/gambling debts", "sums lost at cards/sums lost at cards"]),
    g("quarrel", &["quarrel/quarrels", "row/rows", "bitter argument/bitter arguments"]),
    g("shortage", &["shortage/shortages", "scarcity/scarcities", "lack/lacks"]),
    g("list", &["list/lists", "roll/rolls"]),
    g("truce", &["truce/truces", "ceasefire/ceasefires"]),
    g("strike", &["strike/strikes", "walkout/walkouts", "work stoppage/work stoppages"]),
    g("exercise", &["military exercise/military exercises", "army manoeuvre/army manoeuvres"]),
    g("fire", &["fire/fires", "blaze/blazes"]),
    g("ransom", &["ransom/ransoms", "payment for freedom/payments for freedom"]),
    g("prisoner", &["prisoner/prisoners", "captive/captives", "detainee/detainees"]),
    g("brother", &["brother-in-law/brothers-in-law", "sister's husband/sisters' husbands"]),
    g("letter", &["unsigned letter/unsigned letters", "anonymous note/anonymous notes"]),
    g("disguise", &["disguise/disguises", "costume/costumes"]),
    g("leak", &["chemical leak/chemical leaks", "toxic spill/toxic spills"]),
    g("well", &["village well/village wells", "local water source/local water sources"]),
    g("secretly", &["secretly", "covertly", "clandestinely", "furtively"]),
    g("night", &["at night", "after dark", "under cover of darkness"]),
    g("illegally", &["illegally", "unlawfully", "in breach of the law"]),
    g("alone", &["alone", "unaccompanied", "with nobody else"]),
    g("weekly", &["every week", "once a week", "on a weekly basis"]),
    g("often", &["repeatedly", "time and again", "on many occasions"]),
    g("purpose", &["deliberately", "intentionally", "on purpose"]),
    g("free", &["free of charge", "without payment", "for nothing"]),
    g("abroad", &["abroad", "in a foreign country", "outside the country"]),
    g("fake", &["forged", "counterfeit", "fake"]),
    g("armed", &["armed", "weapon-carrying", "gun-carrying"]),
    g("drunk", &["drunk", "intoxicated", "the worse for drink"]),
    g("scared", &["frightened", "scared", "afraid"]),
    g("wounded", &["wounded", "injured", "hurt"]),
];
