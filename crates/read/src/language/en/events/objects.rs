//! Verbs that name an event only together with what they govern: *lift* sanctions, *impose* sanctions. They stand before
//! all others.

use crate::event::Root;
use crate::language::events::TriggerTable;

pub(super) const TRIGGERS: &[TriggerTable] = &[
    // Taken back.
    (
        Root::Retreat,
        Some("ease"),
        &[
            "lift|ease|relax|waive|remove|end|suspend|repeal|scrap|drop|loosen|revoke|cancel|terminate|unfreeze|roll:V with=sanction|sanctions|embargo|tariff|tariffs|blockade|boycott|curfew|emergency|siege|law|ban|bans|restriction|restrictions|quarantine|lockdown",
            "lift|ease|relax|waive|remove|repeal|scrap|loosen:V obj=warrant|limit|quota|freeze|moratorium|warning|penalty|fine|sentence",
            "lift|unfreeze:V",
            "lifting|easing|removal|relaxation|suspension|repeal|waiver:N // of .. sanction|sanctions|embargo|tariff|tariffs|blockade|ban|bans|restriction|restrictions",
        ],
    ),
    (
        Root::Retreat,
        Some("release"),
        &[
            "order|approve|announce|secure|grant|authorise|authorize:V obj=release|pardon|parole|bail|amnesty",
            "let|set:V .. free|go",
            "drop|withdraw|dismiss|revoke|reverse|overturn|quash|annul:V obj=charge|charges|case|lawsuit|investigation|probe|conviction|complaint|indictment|decision|ruling|sentence|warrant",
        ],
    ),
    (
        Root::Retreat,
        Some("ceasefire"),
        &[
            "declare|announce|begin|observe|extend|order|propose|agree|reach|accept|honor|honour|implement|sign:V obj=ceasefire|cease-fire|truce|armistice|halt|cessation",
            "end|stop|halt|suspend|cease:V obj=fighting|war|hostility|hostilities|offensive|attack|attacks|siege|fire|shelling|airstrike|airstrikes|bombardment|campaign|operation|operations|march|advance|strike|protest|protests|demonstration",
            "lay|put|lie down|aside .. arms|weapons|weapon|arm",
        ],
    ),
    (
        Root::Retreat,
        Some("withdraw"),
        &[
            "withdraw|pull|remove|evacuate|redeploy|extract:V with=troop|troops|force|forces|soldier|soldiers|army|tank|tanks|military|contingent|unit|units|fighters|warship|garrison",
            "complete|begin|start|announce|order|finish:V obj=withdrawal|pullout|pull-out|drawdown|retreat|evacuation",
        ],
    ),
    (
        Root::Retreat,
        Some("return"),
        &[
            "return|repatriate|restitute|hand:V obj=artifact|artifacts|body|bodies|remains|property|land|painting|ship|weapon|weapons|depot|base|coin|relic|antiquity|statue|asset|assets",
        ],
    ),
    (
        Root::Retreat,
        Some("access"),
        &[
            "allow|grant|permit|give|open|admit|welcome|receive|let:V with=inspector|inspectors|inspection|monitor|monitors|observer|observers|access|corridor|convoy|convoys|passage",
        ],
    ),
    (
        Root::Concede,
        None,
        &[
            "grant|give|issue:V obj=permission|license|licence|mandate|autonomy|independence|amnesty|right|rights|waiver|exemption|authorization|authorisation|approval|reprieve|citizenship",
            "accept|meet|satisfy|fulfil|fulfill:V obj=demand|demands|condition|conditions|ultimatum|term|terms",
            "reverse:V obj=decision|policy|course|ban|plan",
            "step|stand down|aside",
            "give|gave|giving up|in",
        ],
    ),
    // Taken away.
    (
        Root::Sanction,
        Some("withdraw"),
        &[
            "break|sever|cut|suspend|end|freeze|downgrade|reduce|halt|terminate|scale|rupture|abandon:V with=tie|ties|relation|relations|link|links|contact|contacts|cooperation|partnership|alliance",
            "recall|withdraw:V with=ambassador|diplomat|envoy|consul|diplomats|embassy|staff",
            "close|shut:V obj=embassy|consulate|mission",
            "suspend|end|halt|stop|cancel|freeze|terminate|discontinue|break:V with=talk|talks|negotiation|negotiations|dialogue|mediation|flight|flights|visa|visas|membership|exchange|trade|exports|imports",
            "walk out|away",
        ],
    ),
    (
        Root::Sanction,
        Some("discontinue"),
        &[
            "cut|suspend|end|freeze|reduce|halt|stop|withhold|terminate|slash|withdraw|pull|discontinue|block:V with=aid|assistance|funding|fund|funds|supply|supplies|delivery|deliveries|support|loan|loans|subsidy|sale|sales|shipment|shipments|export",
        ],
    ),
    (
        Root::Sanction,
        Some("expel"),
        &[
            "expel|oust|withdraw|pull|evict|declare:V with=diplomat|diplomats|ambassador|inspector|inspectors|peacekeeper|peacekeepers|observer|observers|monitor|monitors|worker|workers|envoy|attache|mission|official",
        ],
    ),
    (Root::Coerce, Some("curfew"), &["impose|declare|extend|order|announce|tighten|enforce:V obj=curfew|lockdown"]),
    (
        Root::Coerce,
        Some("martial-law"),
        &[
            "impose|declare|extend|announce|order|proclaim:V obj=emergency|law|rule",
            "impose|declare|extend|proclaim:V obj=state",
        ],
    ),
    (
        Root::Coerce,
        Some("restrict"),
        &[
            "impose|slap|tighten|extend|introduce|adopt|announce|expand|approve|renew|prolong|enact|place|levy|raise:V with=sanction|sanctions|embargo|tariff|tariffs|restriction|restrictions|ban|bans|blockade|fine|fines|duty|duties|penalty|boycott|censorship|limit|limits",
            "freeze|seize|confiscate:V obj=asset|assets|account|accounts|property",
        ],
    ),
    (
        Root::Coerce,
        Some("arrest"),
        &[
            "issue|order|execute|file|bring:V obj=arrest|detention",
            "issue|execute:V with=order|warrant|decree",
            "place|put .. under arrest|detention",
            "put .. on|in // .. trial|prison|jail|custody",
        ],
    ),
    (
        Root::Coerce,
        Some("seize"),
        &["seize|take|capture|gain:V obj=ship|tanker|vessel|boat|cargo|aircraft|plane|shipment"],
    ),
    // Spoken.
    (
        Root::Reject,
        None,
        &[
            "cancel|postpone|delay|scrap|call|shelve|put:V with=visit|trip|meeting|summit|deal|plan|agreement|tour",
            "deny|refuse:V obj=entry|access|visa|permission|request|asylum|visit|appeal|bail|motion|landing|passage",
            "fail // to .. agree|reach|sign|conclude|resolve|meet|attend|respond|comply",
            "fail|failed .. reach|agree",
            "break|violate|breach|ignore|defy:V obj=agreement|treaty|deal|accord|resolution|order|promise|pledge|law|norm|demand",
            "withdraw|pull|quit|leave|exit:V with=agreement|treaty|deal|accord|pact|talks|meeting",
            "turn|turned down",
            "vote // against",
            "dismiss|ignore:V obj=call|calls|demand|demands|request|appeal|proposal|offer|protest|petition|suggestion",
        ],
    ),
    (
        Root::Assault,
        Some("heavy-weapons"),
        &[
            "violate|break|breach:V with=ceasefire|cease-fire|truce|armistice",
            "open|opened:V obj=fire",
            "fire:V // at|on|into|across",
            "exchange|trade:V obj=fire|shots",
            "fire:V with=missile|missiles|rocket|rockets|shell|shells|mortar|shots|artillery|gas|bullet|bullets|torpedo",
            "launch:V with=missile|missiles|rocket|rockets|airstrike|airstrikes|attack|attacks|strike|strikes|assault|offensive|raid|raids|war|warfare|invasion|drone|drones|operation|bombing",
            "carry out // .. attack|attacks|strike|strikes|raid|raids|assault|bombing|airstrike|airstrikes|operation|execution",
            "impose|enforce:V obj=blockade|siege",
            "take|seize|gain|capture|retake:V obj=control|city|town|village|base|airport|hill|bridge|territory",
            "take|took over",
            "use|hold:V with=shield|shields",
            "shoot|shot|bring|brought down",
            "blow|blew up",
            "set fire|ablaze",
            "set .. on fire",
        ],
    ),
    (
        Root::Accuse,
        Some("investigate"),
        &[
            "launch|open|begin|start|order|conduct|initiate|announce|lead|head|join|hold:V with=investigation|probe|inquiry|enquiry|audit|review|inquest|inspection",
        ],
    ),
    (
        Root::Accuse,
        Some("allege"),
        &[
            "file|bring|launch|lodge|press|initiate|begin|take:V with=lawsuit|suit|complaint|charge|charges|case|proceeding|proceedings|action",
            "find .. guilty|liable|responsible",
            "summon:V with=ambassador|diplomat|envoy|charge|complain|protest",
            "seek|demand:V obj=sentence|penalty|conviction|damages",
        ],
    ),
    (
        Root::Accuse,
        Some("disapprove"),
        &[
            "express|voice|convey|state|reiterate|offer|deliver|register:V with=concern|concerns|outrage|anger|condemnation|criticism|opposition|dismay|regret|disapproval|objection|objections|protest|displeasure|alarm|disappointment|indignation|rejection|fury|frustration",
            "take|took aim|issue // at|with",
            "lash|hit|call|speak|spoke|lashed out",
            "call // for .. sanctions|boycott",
            "offer|level|direct|draw|face:V with=criticism|accusation|condemnation",
            "launch|lead|open|mount:V with=attack|attacks|tirade // .. on .. chiefs|proceedings|leader|policy|law|minister|president|bill",
            "critical // of",
        ],
    ),
    (
        Root::Threaten,
        None,
        &[
            "set|give|issue|impose:V obj=deadline|ultimatum",
            "issue|deliver|send|give|sound:V obj=warning|threat|threats",
            "reserve:V obj=right",
        ],
    ),
    (
        Root::Request,
        None,
        &[
            "make|submit|send|file|issue|renew|reiterate:V obj=request|demand|appeal|plea|call|petition",
            "seek|ask|apply|request|claim|plead|beg:V with=asylum|refuge|shelter|assistance|help|aid|protection|extradition|explanation",
            "call // for|on|upon",
        ],
    ),
    (
        Root::Protest,
        Some("demo"),
        &[
            "hold|stage|organise|organize|join|lead|attend|plan|begin|start|go|launch:V with=protest|protests|rally|rallies|demonstration|march|sit-in|vigil|strike|walkout|riot",
            "take|took to // the streets",
            "stop:V obj=work",
        ],
    ),
    (
        Root::Aid,
        None,
        &["send|deploy|arrive|dispatch|contribute|join:V with=peacekeeper|peacekeepers|peacekeeping|peace"],
    ),
    (
        Root::Mobilize,
        Some("troops"),
        &[
            "deploy|send|move|mobilise|mobilize|mass|reinforce|dispatch|rush|amass|station|intensify|strengthen|concentrate|position:V with=troop|troops|force|forces|soldier|soldiers|army|tank|tanks|warship|warships|battery|navy|carrier|jets|brigade|battalion|police|missile|missiles|reservist|reservists|fighters|weapons",
            "put|place|remain|stay|keep|go:V .. on .. alert|standby|footing",
            "hold|conduct|stage|begin|launch:V obj=drill|maneuver|manoeuvre|wargame",
            "march|marched // .. border",
        ],
    ),
    (
        Root::Aid,
        None,
        &[
            "deploy|send|dispatch|contribute|provide:V with=peacekeeper|peacekeepers|peacekeeping",
            "send|deliver|provide|give|donate|offer|supply|ship|extend|hand|fly|airlift|distribute|contribute|pledge|release|grant|disburse|allocate|approve|raise|spend|pay|announce|earmark:V with=aid|assistance|fund|funds|funding|loan|loans|grant|grants|food|medicine|medicines|vaccine|vaccines|equipment|relief|supply|supplies|weapon|weapons|arms|ammunition|euro|euros|dollar|dollars|money|million|billion|help|shelter|doctor|doctors|tent|tents|blanket|donation|package|credit|material|materials|wheat|grain|jet|jets|tanks|rifle|rifles|ventilators|support",
            "grant|give|offer:V obj=asylum|refuge|protection|sanctuary",
            "open:V obj=border|borders|door|doors",
            "accept|take|admit|resettle|host|shelter|welcome:V with=refugee|refugees|migrant|migrants|evacuee|seeker|seekers",
            "send:V obj=team|expert|experts|rescuer|medic",
        ],
    ),
    (
        Root::Consult,
        None,
        &[
            "hold|have|open|resume|begin|start|conduct|host|attend|chair|lead|launch|join|continue|conclude|restart|enter:V with=talk|talks|meeting|meetings|discussion|discussions|negotiation|negotiations|summit|conference|dialogue|consultation|consultations|mediation|conversation",
            "pay|make|begin|conclude|arrange:V obj=visit|trip|call",
            "leave|left|depart|fly|travel|head // for",
            "present:V obj=credential|credentials",
            "speak|spoke|talk|confer // with|to",
        ],
    ),
    (
        Root::Support,
        None,
        &[
            "restore|establish|resume|renew|open|normalise|normalize|strengthen|upgrade|forge|expand|improve|deepen|boost|build:V with=tie|ties|relation|relations|link|links|embassy|contact|contacts|partnership",
            "sign|reach|conclude|ratify|finalise|finalize|strike|seal|clinch|forge|adopt|endorse|approve:V obj=agreement|agreements|deal|deals|treaty|accord|accords|pact|memorandum|contract|protocol|declaration|peace|settlement|compromise|convention",
            "express|voice|pledge|declare|reiterate|reaffirm|offer|affirm|announce|extend|lend|give|throw|convey|show:V with=support|solidarity|backing|confidence|appreciation|condolence|condolences|gratitude|endorsement|sympathy|friendship|commitment|satisfaction",
            "stand|stood // by|with",
            "award|confer|decorate:V with=medal|order|honour|honor|award|prize",
            "vote // for",
            "adopt|pass|act:V with=resolution|statement|declaration",
        ],
    ),
    (
        Root::Cooperate,
        None,
        &[
            "share|exchange|swap|provide|give|hand:V with=intelligence|information|data|evidence|expertise|technology",
            "hold|conduct|begin|stage|launch|carry|start|participate:V with=exercise|exercises|patrol|patrols",
            "increase|expand|boost|resume|deepen:V with=trade|investment|cooperation|exports|exchange",
            "extradite:V",
        ],
    ),
    (
        Root::Agree,
        None,
        &[
            "express|signal|indicate|declare|show:V obj=willingness|readiness|intention|desire",
            "ready|willing|prepared:J // to",
        ],
    ),
];
