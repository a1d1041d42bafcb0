//! Acts that verbs of speech tell where they have these objects: who orders shells orders nobody to do anything.

use super::miss;
use crate::language::Frame;

pub(super) const ACTS: &[Frame] = &[
    // What is carried on, put off or ended.
    miss("push|press|forge:V ahead|on|through|forward // with|.|,|and|in|toward|towards"),
    miss(
        "push:V back // the|its|their|a .. deadline|date|election|vote|start|launch|opening|troops|rebels|army|forces",
    ),
    miss("call:V off|up"),
    miss("call:V in // .. squad|police|troops|expert|experts|army|engineers"),
    miss("call:V obj=halt|witness|reservist|conscript|reinforcement|ambulance|taxi|doctor"),
    miss("show:V off|up"),
    // What is signed, issued, written, sent.
    miss("sign:V on|up|off"),
    miss("sign:V obj=_:N obj!=letter|statement|petition|declaration|appeal|agreement|accord|pledge|deal|pact"),
    miss(
        "issue:V obj=licence|license|permit|visa|passport|bond|share|currency|ticket|fine|stamp|loan|certificate|coin|ration",
    ),
    miss("write:V obj=song|play|poem|cheque|check|script|music|software|code"),
    miss("deliver:V obj=ransom|parcel|baby|aid|blow|supply|food|weapon|note|letter"),
    // Who is let go, taken in, sent away or put in a place.
    miss(
        "release:V obj=prisoner|hostage|captive|detainee|worker|suspect|sailor|soldier|crew|man|woman|people|journalist|crown|dollar|euro|million|fund|money|water|gas|radiation|toxin|inmate|child|pilot|bird",
    ),
    miss(
        "dismiss:V obj=head|chief|minister|general|commander|officer|official|governor|worker|employee|staff|director|manager|coach|ambassador|envoy|judge|aide|player|teacher|cabinet|government|parliament",
    ),
    miss(
        "recall:V obj=ambassador|envoy|car|vehicle|product|unit|troop|model|diplomat|parliament|toy|consul|worker|employee|staff|team|player",
    ),
    miss("appoint:V obj=_:N"),
    miss("free:V obj=_"),
    miss("pass:V obj=budget|law|bill|exam|test|act"),
    miss("sound:V obj=alarm|siren|horn"),
    miss("sentence:V obj=_"),
    miss("welcome|receive:V obj=king|guest|delegation|visitor|tourist|refugee|envoy|hero|crowd|queen|pope"),
    miss(
        "address:V obj=nation|crowd|parliament|rally|audience|congress|assembly|conference|meeting|summit|supporter|student|troop|council|senate",
    ),
    miss("question:V obj=mayor|general|banker|commander|governor|men|women|people|official|pilot|manager|guard|clerk"),
    miss("answer|take:V obj=question|call|phone // for|.|,|from|and"),
    // What is bought, won, taken, found or shown.
    miss(
        "order:V obj=shell|missile|drone|rifle|round|gun|ammunition|aircraft|jet|plane|frigate|submarine|boat|vehicle|car|bus|train|truck|lorry|helicopter|tank|turbine|engine|dose|mask|radar|battery|launcher|copy|food|fish|drink|taxi|room",
    ),
    miss(
        "claim:V obj=village|town|hill|city|life|lives|victim|medal|prize|seat|title|victory|expense|benefit|asylum|refund|baggage|island|land|airfield|airport|ridge|bridge|position|territory|district|settlement",
    ),
    miss(
        "find:V obj=body|bodies|corpse|grave|weapon|rifle|gun|drug|bomb|mine|job|way|place|refuge|shelter|work|time|money|crack|hole|wreck|wreckage|home|buyer|himself|herself|itself|themselves",
    ),
    miss("show:V obj=film|movie|match|passport|ticket|face|colour|color"),
    miss("reveal|unveil:V obj=drone|missile|car|statue|model|plane|aircraft|jet|logo|tank|portrait|plaque|monument"),
    miss("point:V to|at // a|the|his|her door|map|window|building|sky|ground|screen|wound|scar|crater"),
    miss(
        "offer:V obj=loan|course|degree|discount|service|ticket|class|view|glimpse|meal|drink|seat|ride|room|bed|reward",
    ),
    miss("share:V obj=intelligence|data|border|bed|room|prize|power|stage|cost|meal|home|office|technology"),
    miss("raise:V obj=alarm|tax|rate|forecast|fund|money|flag|hand|price|army|child|glass|wage|salary"),
    miss("propose:V obj=toast|marriage"),
    miss("report:V for // duty|work|training|service"),
    miss("report:V to // duty|work|court|prison|barracks|base"),
    miss("talk|speak|negotiate:V // .. for .. hour|hours|minutes|days"),
    miss(
        "respond|retaliate|reply|answer:V // .. with .. fire|strike|strikes|force|artillery|rockets|shells|missiles|raid|airstrike|airstrikes",
    ),
    miss("back:V obj=rebel|militia|militias|insurgent|separatist|fighter|army|regime|coup // with|in|by|.|,"),
    miss("name:V obj=chief|minister|ambassador|commander|director|cabinet|successor|envoy|coach|team|squad"),
    // What somebody does not do besides.
    miss("without naming|identifying|elaborating|specifying|mentioning"),
    miss("blast:N"),
];
