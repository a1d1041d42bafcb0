//! What words say of the stage of an action.
//!
//! Patterns are written as [`crate::attribute::pattern`] says; the predicate is the token of the phrase that the clause
//! hangs on. What is more particular stands before what is less.

use crate::language::StageKind::{
    Ahead, Considered, Decided, Done, Halted, Prepared, Settled, State, Through, UnderWay, Undecided,
};
use crate::language::StageTable;

pub(super) const STAGES: &[StageTable] = &[
    // Not decided: a firm report of an early stage.
    (
        Undecided,
        &[
            "have yet to decide|choose|approve|agree|determine|sign|make|take|settle|rule|commit|authorise|authorize",
            "yet to decide|choose|approve|agree|determine|sign|make|take|settle|rule|commit|authorise|authorize",
            "no .. decision",
            "@not .. make|take|reach|come|made|taken|reached .. decision",
            "decision .. @not .. make|take|reach|made|taken|reached|fall",
            "decision @be pending|awaited|expected|due",
            "undecided|undetermined",
            "@not decided|settled|made // whether|on|if",
            "await|awaiting .. decision|approval",
            "open question",
            "leaning toward|towards|against",
        ],
    ),
    // Over, before what it is over of.
    (
        Halted,
        &[
            "call off|halt",
            "put|place .. on hold|ice",
            "on hold|ice",
            "at|to a standstill|halt",
            "back|pull out // of",
            "break|broke|broken down|off",
            "pull the plug",
            "walk away // from",
            "fall|fell through|apart",
            "wind|wound down",
            "grind|ground // to a halt",
            "suspend|halt|cancel|stop|pause|freeze|frozen|scrap|abandon|shelve|cease|discontinue|abort|drop|revoke|rescind|terminate|scuttle|axe|ditch|mothball|interrupt|stall|suspended|halted|cancelled|canceled|stopped|paused|scrapped|abandoned|shelved:V",
            "suspended|halted|cancelled|canceled|paused|frozen|dead|defunct|moribund",
            "no longer",
            "end|quit|postpone|postponed|delay|delayed|block|defer|withhold:V",
            "turn|turned back",
            "break|broke off",
        ],
    ),
    (
        UnderWay,
        &[
            "under way",
            "underway|ongoing|in-progress",
            "in progress|motion|transit|train|operation",
            "in full swing",
            "in|into the process|midst|middle // of",
            "on the|its|their|his way|move|march",
            "en route",
            "begin|start|continue|resume|proceed|launch|keep|persist|accelerate|intensify|ramp|escalate|press:V",
            "go|carry|push|press on|ahead|forward",
            "step|stepped|speed|ramp up",
            "get|got under way",
            "take|taking place",
            "progress|advance|shift|evolve|expand:G",
        ],
    ),
    (
        Done,
        &[
            "complete|finish|conclude|fulfil|fulfill|accomplish|completed|finished|concluded:V",
            "complete|finished|over|done",
            "wrap|wrapped up",
            "carry|carried out",
            "change|changed hands",
        ],
    ),
    // Made ready.
    (
        Prepared,
        &[
            "preparation|preparations|groundwork",
            "prepare|ready|mass|amass|gather|stockpile|assemble|muster|rehearse|preposition|pre-position|mobilise|mobilize|pack|load|fuel|stage|equip|drill|outfit|marshal|concentrate|arm|prime|prep|hoard:V",
            "draw|drew|drawn|line|gear|build|set|load|saddle|fuel|arm up",
            "lay|laid .. groundwork|foundation",
            "get|getting|make|made ready",
            "ready|poised|primed|braced",
            "set to",
            "on standby|alert",
            "about to",
            "into|in position|place|readiness",
            "take|taking|took up positions|position",
            "position:V",
            "draft:V",
            "train:V // for|to",
            "move|moved|put|place into position|place",
            "mobilisation|mobilization|rehearsal",
        ],
    ),
    // Thought about.
    (
        Considered,
        &[
            "consider|weigh|mull|contemplate|ponder|explore|deliberate|debate|discuss|examine|review|evaluate|study|entertain|float|assess|reconsider|investigate|ponder|brainstorm:V",
            "toy|flirt|wrestle with",
            "look|looking|looked at|into",
            "think|thinking about|of",
            "talk|talking about",
            "consider:G",
            "under // .. consideration|review|discussion|study|examination|debate",
            "on the table",
            "up for discussion|debate",
            "an option|possibility",
            "option|options @be|remain",
            "keep|hold .. option|options // open",
            "in talk|talks|discussions // about|on|to|over",
            "hold talks // on|about",
            "negotiate:V",
            "propose|suggest|moot|broach:V",
            "seek|want|like|hope|wish|aim:V",
            "raise|raised .. possibility|idea",
            "tempt|incline|tempted|inclined|minded",
        ],
    ),
    // Decided.
    (
        Decided,
        &[
            "decide|approve|authorise|authorize|order|ratify|adopt|resolve|agree|vote|choose|opt|elect|greenlight|endorse|sanction|consent|settle|award|commission|grant|accept|select|designate|determine|rule|decided|agreed|approved:V",
            "sign|signed off",
            "give|gave|given .. go-ahead|approval|green-light|green|consent|order|permission|blessing",
            "make|made|take|taken|reach|reached .. decision|choice",
            "decision @be .. make|take|reach|made|taken|reached|final",
            "decision .. make|take|reach|made|taken|reached",
            "make|made up .. mind|minds",
            "sign|signed .. order|decree|law|contract|agreement",
            "clear:V",
        ],
    ),
    (
        Settled,
        &[
            "commit|pledge|promise|vow|undertake|swear|guarantee|commit|committed:V",
            "plan|intend|mean:V // to|on",
            "plan|intend:V",
            "@be going to",
            "go // to :I",
            "have|has plans|intention",
            "@be set|due|scheduled|slated|bound|determined|resolved|committed // to|for|on|_",
            "set|schedule|slate .. date|deadline|for",
            "final|definite",
        ],
    ),
    (
        Ahead,
        &[
            "@be likely|unlikely|expect|expected|certain|sure to",
            "likely|unlikely|expected|expect|certain|sure|bound to",
        ],
    ),
    (
        Through,
        &[
            "likely|unlikely|possible|probable|improbable|doubtful|impossible|inconceivable|clear|unclear|certain|evident|apparent|plausible|implausible|true|conceivable|questionable|slim|slight|remote|poor|far-fetched",
            "appear|seem|tend|happen|turn|prove|look:V",
            "believe|think|report|say|understand|know|assume|presume|suspect|allege|estimate|expect|show|see|confirm|suggest|indicate|rumor|rumour|find|reveal|mean|establish|feel|conclude|fear|doubt|guess:V",
            "there @be .. chance|possibility|prospect|likelihood|doubt|evidence|sign|risk|indication",
            "chance|chances|possibility|likelihood|odds|prospect|evidence|sign|doubt|probability|risk",
            "manage|help:V",
        ],
    ),
    (State, &["remain|stay|be:V // _:J"]),
];
