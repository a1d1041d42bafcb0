//! Somebody refuses to speak, or is not there to be asked.

use super::{sure, where_found};
use crate::language::Frame;
use record::reading::Stance::{Declines, Says};

pub(super) const DECLINES: &[Frame] = &[
    sure(Declines, "decline|refuse|decline all|any|further|immediate comment:N"),
    sure(Declines, "decline|refuse to @speak"),
    sure(Declines, "decline|refuse to @give|go // .. @detail|beyond|into|further"),
    sure(Declines, "decline|refuse to be drawn|quoted|interviewed|draw|quote|interview"),
    sure(Declines, "decline|refuse to take // .. question"),
    sure(Declines, "decline|refuse|reject|ignore|turn // down? .. interview|comment|request for? comment|request|interview"),
    sure(Declines, "turn down // .. interview"),
    sure(Declines, "decline through|via|when|by // _"),
    sure(Declines, "refusal to @speak"),
    // Would not, could not.
    sure(Declines, "will|would|can|could|wo|ca @not be drawn|draw|quoted"),
    sure(Declines, "will|would|wo @not @answer"),
    sure(Declines, "will|would|wo @not @give|go // .. @detail|into"),
    sure(Declines, "can|could|ca @not comment|discuss|elaborate|speculate"),
    sure(Declines, "@be @not willing|prepared|ready|able|authorised|authorized|free|going|permitted|allowed to @speak"),
    sure(Declines, "@be unwilling|unable|reluctant to @speak"),
    sure(Declines, "@be @not in // a position to @speak"),
    sure(Declines, "@be @not commenting|discussing|speaking|talking"),
    // No comment.
    sure(Declines, "have|make|offer|give|issue|provide|there|be no .. comment|reply"),
    sure(Declines, "have|offer nothing // to? add|say|further|more|on|about|beyond"),
    sure(Declines, "there @be no .. comment|response|reply|reaction|word|statement // from|by"),
    sure(Declines, "no one|body|official|spokesman|spokesperson @be available"),
    sure(Declines, "withhold|reserve // comment|judgment|judgement|its"),
    sure(Declines, "@not .. comment:V"),
    sure(Declines, "@not offer|make|give|provide|issue // .. comment|response|reply|explanation|details|detail"),
    sure(Declines, "have yet to comment|respond|reply|answer"),
    sure(Declines, "@not elaborate"),
    // Nobody answers.
    sure(Declines, "@not respond|reply to? // .. @request"),
    sure(Declines, "@not return|answer|acknowledge // .. @request|calls|messages|emails|phone"),
    sure(Declines, "@not respond|reply // .|,|when|by|immediately|on|and|but|or"),
    where_found(Declines, "@not respond|reply"),
    sure(Declines, "@not answer // on|when|by|questions"),
    sure(Declines, "can|could @not be reached|reach|contacted|contact // for|on|at|by|late|immediately|today|yesterday"),
    sure(Declines, "can|could @not be reached|contacted // .|,|and|but"),
    sure(Declines, "@be not|n't|un available // for|to .. comment|interview|answer|speak|reach"),
    sure(Declines, "unavailable // for|to comment|interview|an|speak|answer|discuss|questions"),
    sure(Declines, "go unanswered|unreturned"),
    sure(Declines, "@not @be returned|answered"),
    sure(Declines, "hang|hung up // on|when|without"),
    // Silence.
    sure(Declines, "keep|remain|stay|fall|go|@be @quiet // on|about|over|when|as|regarding|in"),
    sure(Declines, "keep|maintain|preserve // .. silence"),
    sure(Declines, "hold|bite // his|her|their|its tongue"),
    sure(Declines, "take|accept|allow no questions|question"),
    sure(Declines, "@not take // any? questions|question"),
    sure(Declines, "leave|depart|walk // ... without taking|answering|commenting|speaking"),
    sure(Declines, "demur"),
    sure(Declines, "stonewall"),
    sure(Declines, "refuse // all|any|further comment|questions|interviews"),
    sure(Declines, "ignore // .. question|questions|requests|request|calls"),
    where_found(Says, "decline|refuse to // _:I"),
    where_found(Declines, "decline"),
];
