//! What an event is: its root, its context, and whether it took place.
//!
//! Roots are those of PLOVER 0.8 (the table that maps CAMEO to it, September 2021), with DENY and COMMENT, which PLOVER
//! leaves out and reporting is full of. PLOVER's gold sentences have YIELD for what the table splits into CONCEDE and
//! RETREAT; the model learns the two as one, and the words tell them apart.

use crate::model::names::named;

named! {
    /// What is done.
    Root {
        Agree = "AGREE" "agrees to, offers, promises",
        Consult = "CONSULT" "meets, visits, talks with",
        Support = "SUPPORT" "praises, backs, makes ties or treaties",
        Concede = "CONCEDE" "gives in",
        Cooperate = "COOPERATE" "trades, exercises or shares with",
        Aid = "AID" "helps with goods, money or forces",
        Retreat = "RETREAT" "releases, returns, withdraws, ceases fire",
        Request = "REQUEST" "demands, asks for",
        Accuse = "ACCUSE" "blames, condemns, investigates, sues",
        Reject = "REJECT" "refuses",
        Threaten = "THREATEN" "threatens, warns",
        Protest = "PROTEST" "demonstrates, strikes",
        Sanction = "SANCTION" "reduces relations or aid, expels diplomats",
        Mobilize = "MOBILIZE" "moves forces without using them",
        Coerce = "COERCE" "arrests, bans, imposes sanctions",
        Assault = "ASSAULT" "uses force",
        Deny = "DENY" "says that something is not so",
        Comment = "COMMENT" "speaks of something, or will not",
    }
}

impl Root {
    /// The root that the model knows it by: it learns CONCEDE and RETREAT as one.
    pub const fn learnt(self) -> Self {
        match self {
            Self::Concede => Self::Retreat,
            other => other,
        }
    }

    /// Whether the model knows it.
    pub const fn is_learnt(self) -> bool {
        !matches!(self, Self::Concede | Self::Deny | Self::Comment)
    }

    /// Whether it is a deed and no word.
    pub const fn is_material(self) -> bool {
        matches!(
            self,
            Self::Cooperate
                | Self::Aid
                | Self::Retreat
                | Self::Protest
                | Self::Sanction
                | Self::Mobilize
                | Self::Coerce
                | Self::Assault
        )
    }
}

named! {
    /// A PLOVER context.
    Context {
        Military = "military" "armed forces and their means",
        Diplomatic = "diplomatic" "relations between states",
        Economic = "economic" "trade, money, resources",
        Legal = "legal" "courts and law",
        Intelligence = "intelligence" "secrets",
        Humanitarian = "humanitarian" "people in need",
        Cyber = "cyber" "computers and networks",
        Peacekeeping = "peacekeeping" "forces that keep a peace",
        HumanRights = "human_rights" "rights and their abuse",
        Election = "election" "votes",
        Cbrn = "cbrn" "nuclear, chemical and biological weapons",
        Corruption = "corruption" "bribes and fraud",
        Executive = "executive" "who governs",
        Territory = "territory" "borders and land",
        Terrorism = "terrorism" "terror",
        Health = "health" "disease",
        Migration = "migration" "people who move or are moved",
    }
}

named! {
    /// Whether an event took place.
    Status {
        Happened = "happened" "it did",
        UnderWay = "under-way" "it goes on",
        Planned = "planned" "it is decided or foretold",
        Considered = "considered" "it is thought about",
        Threatened = "threatened" "somebody threatens it",
        Denied = "denied" "it did not, or somebody says so",
        Hypothetical = "hypothetical" "it is asked for, hoped, feared or supposed",
    }
}
