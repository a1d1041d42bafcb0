//! Words of PLOVER's contexts.

use crate::event::Context;
use crate::language::lexicon::Groups;

pub(super) const CONTEXTS: Groups<Context> = &[
    (
        Context::Military,
        &[
            "military", "army", "navy", "naval", "troop", "troops", "soldier", "force", "forces", "weapon", "weapons",
            "arms", "missile", "rocket", "tank", "warplane", "airstrike", "artillery", "ceasefire", "cease-fire", "truce",
            "armed", "drone", "warship", "jet", "fighter", "militia", "battalion", "brigade", "defence", "defense",
            "ammunition", "shell", "rifle", "demilitarise", "blockade", "invasion", "offensive", "shelling",
        ],
    ),
    (
        Context::Diplomatic,
        &[
            "diplomatic", "diplomat", "ambassador", "embassy", "envoy", "tie", "ties", "relation", "relations", "treaty",
            "accord", "negotiation", "mediation", "mediate", "mediator", "summit", "consulate", "talks", "talk",
            "negotiator", "resolution", "recognition", "bilateral", "delegation", "consul", "peace",
        ],
    ),
    (
        Context::Economic,
        &[
            "economic", "trade", "tariff", "export", "import", "loan", "bank", "financial", "investment", "embargo",
            "sanction", "oil", "gas", "grain", "market", "company", "debt", "currency", "pipeline", "bailout", "fund",
            "funding", "budget", "tax", "customs", "wheat", "billion", "million",
        ],
    ),
    (
        Context::Legal,
        &[
            "court", "judge", "trial", "prosecutor", "lawsuit", "law", "legal", "charge", "convict", "sentence", "jail",
            "prison", "prisoner", "warrant", "extradite", "extradition", "indict", "indictment", "arrest", "bail",
            "tribunal", "sue", "verdict", "detain", "judicial", "attorney",
        ],
    ),
    (
        Context::Intelligence,
        &[
            "intelligence", "spy", "espionage", "spying", "surveillance", "agent", "secret", "classified", "wiretap",
            "information",
        ],
    ),
    (
        Context::Humanitarian,
        &[
            "humanitarian", "relief", "refugee", "famine", "food", "medicine", "medical", "vaccine", "shelter",
            "earthquake", "flood", "displaced", "hunger", "asylum", "migrant", "doctor", "evacuate",
        ],
    ),
    (
        Context::Cyber,
        &["cyber", "hacker", "hack", "malware", "cyberattack", "ransomware", "phishing", "website"],
    ),
    (Context::Peacekeeping, &["peacekeeper", "peacekeeping", "observer", "monitor"]),
    (
        Context::HumanRights,
        &["torture", "abuse", "massacre", "genocide", "atrocity", "rights", "dissident", "censor", "censorship", "curfew"],
    ),
    (
        Context::Election,
        &["election", "vote", "poll", "ballot", "referendum", "candidate", "electoral", "voter", "runoff"],
    ),
    (Context::Cbrn, &["nuclear", "chemical", "biological", "uranium", "warhead", "plutonium", "nerve", "enrichment"]),
    (Context::Corruption, &["corruption", "bribe", "bribery", "embezzle", "graft", "fraud", "laundering"]),
    (Context::Executive, &["cabinet", "resign", "resignation", "impeach", "impeachment", "premiership", "presidency"]),
    (Context::Territory, &["border", "annex", "annexation", "occupy", "occupation", "territory", "enclave", "secession"]),
    (Context::Terrorism, &["terrorist", "terrorism", "terror", "jihadist", "extremist"]),
    (Context::Health, &["health", "virus", "pandemic", "outbreak", "quarantine", "epidemic", "coronavirus", "lockdown"]),
    (Context::Migration, &["migration", "deport", "deportation", "visa", "immigration", "immigrant"]),
];
