//! Words of moving forces (MOBILIZE), of repression (COERCE) and of violence (ASSAULT).

use crate::event::Root;
use crate::language::events::TriggerTable;

pub(super) const TRIGGERS: &[TriggerTable] = &[
    (
        Root::Mobilize,
        Some("troops"),
        &[
            "mobilise|mobilize|deploy|redeploy|mass|amass|militarise|militarize|fortify|conscript|scramble:V",
            "mobilisation|mobilization|deployment|build-up|buildup|redeployment|conscription|reinforcement:N",
            "beef|build up",
            "alert|drill|wargame|maneuver|manoeuvre:N",
        ],
    ),
    (
        Root::Coerce,
        Some("arrest"),
        &[
            "arrest|detain|imprison|jail|incarcerate|intern|extradite|apprehend|sentence|capture|nab:V",
            "arrest|detention|imprisonment|crackdown|roundup|jailing:N",
            "round up",
            "crack down",
            "take|took // .. into custody",
        ],
    ),
    (
        Root::Coerce,
        Some("deport"),
        &[
            "deport|exile|banish|displace|evict|uproot:V",
            "deportation|eviction|displacement:N",
            "force|push .. out|from|to",
            "force|compel:V obj=_",
        ],
    ),
    (
        Root::Coerce,
        Some("ban"),
        &[
            "ban|outlaw|prohibit|bar|forbid|censor|disqualify|proscribe|criminalise|criminalize|disband:V",
            "ban|prohibition|censorship:N",
        ],
    ),
    (
        Root::Coerce,
        Some("restrict"),
        &[
            "sanction|restrict|fine|punish|penalise|penalize|blockade|cordon|embargo|quarantine:V",
            "sanction|embargo|blockade|curfew|restriction|repression|siege|fine|penalty:N",
            "besiege|disperse:V",
        ],
    ),
    (
        Root::Coerce,
        Some("seize"),
        &[
            "demolish|bulldoze|seize|confiscate|expropriate|nationalise|nationalize|impound|intercept|annex|occupy|raid:V",
            "seizure|confiscation|expropriation|annexation|occupation|interception:N",
        ],
    ),
    (
        Root::Coerce,
        Some("overthrow"),
        &[
            "overthrow|oust|depose|topple|dissolve|suppress|repress|subjugate|persecute|harass:V",
            "coup|overthrow|ouster|persecution|harassment:N",
        ],
    ),
    (
        Root::Assault,
        Some("abduct"),
        &[
            "kidnap|abduct|hijack|kidnapped|hijacked:V",
            "kidnapping|abduction|hijacking:N",
            "hold|held|take|took // .. hostage|captive|hostages",
        ],
    ),
    (
        Root::Assault,
        Some("assassinate"),
        &["assassinate|poison|execute|behead|lynch|hang:V", "assassination|execution|beheading|poisoning:N"],
    ),
    (Root::Assault, Some("torture"), &["torture|rape|mutilate:V", "torture|rape:N"]),
    (
        Root::Assault,
        Some("beat"),
        &["beat|assault|stab|punch|maul|injure|wound|bludgeon|manhandle:V", "beating|stabbing|assault:N"],
    ),
    (
        Root::Assault,
        Some("massacre"),
        &[
            "massacre|slaughter|exterminate|decimate:V",
            "massacre|genocide|slaughter|killing|bloodshed|carnage|atrocity:N",
            "mass killing|killings",
        ],
    ),
    (
        Root::Assault,
        Some("suicide-attack"),
        &["suicide // bombing|attack|bombings|attacks|bomber|bombers", "bombing:N"],
    ),
    (Root::Assault, Some("explosives"), &["detonate|explode:V", "detonation|explosion|blast:N", "car bomb"]),
    (
        Root::Assault,
        Some("heavy-weapons"),
        &[
            "shell|bomb|bombard|strafe|torpedo|pound|down|intercept:V",
            "shelling|bombardment|airstrike|air-strike|airstrikes|shootdown|shoot-down|barrage:N",
            "air|drone|missile|rocket // strike|strikes|attack|attacks",
            "rain // .. on",
        ],
    ),
    (
        Root::Assault,
        Some("firearms"),
        &["shoot|ambush|gun:V", "shooting|ambush|gunfire|gunfight|shootout|skirmish|firefight:N"],
    ),
    (
        Root::Assault,
        None,
        &[
            "steal|stole|stolen|breach|infiltrate|penetrate|compromise|disable|deface|cripple:V subj=hacker|hackers|cybercriminal|cybercriminals|cyberspies",
            "steal|breach|infiltrate|compromise|disable|deface|cripple:V with=hacker|hackers|cyberattack|malware|ransomware",
            "attack|kill|invade|storm|strike|raid|fight|battle|clash|destroy|torch|murder|slay|hit|target|overrun|capture|assail|pummel|sabotage|hack|sink|sank|conquer|maim|sack|ransack|plunder|wreck|crush|massacred|battled|retaliate:V",
            "attack|assault|strike|raid|invasion|offensive|incursion|clash|fighting|war|warfare|hostilities|violence|murder|battle|onslaught|cyberattack|sabotage|retaliation|aggression|combat|fight:N",
        ],
    ),
];
