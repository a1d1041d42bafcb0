//! Documents that an analyst can read, and who is meant in them.
//!
//! Mentions in brackets are looked up among the actors of the reading. What is expected is the full name of each, in
//! order, `-` for one that is nobody's.

use record::reading::Actor;
use record::span::Span;

use crate::example::reading;

/// The text without its brackets, and where they stood.
fn unmarked(marked: &str) -> (String, Vec<Span>) {
    let (mut text, mut spans, mut start) = (String::new(), Vec::new(), 0);
    for letter in marked.chars() {
        match letter {
            '[' => start = text.len(),
            ']' => spans.push(Span::new(start, text.len())),
            letter => text.push(letter),
        }
    }
    (text, spans)
}

fn named(actors: &[Actor], span: Span) -> String {
    let distance = |mention: &Span| mention.start.abs_diff(span.start) + mention.end.abs_diff(span.end);
    let near = |mention: &&Span| mention.covers(&span) || span.covers(mention);
    let best = actors
        .iter()
        .filter_map(|actor| Some((actor.mentions.iter().filter(near).map(distance).min()?, actor.name.as_str())));
    // A longer mention that only contains the bracket is another one.
    best.filter(|(far, _)| *far < 12).min().map_or("-", |(_, name)| name).to_owned()
}

#[track_caller]
fn check(marked: &str, expected: &str) {
    let (text, spans) = unmarked(marked);
    let reading = reading(&text);
    let found: Vec<String> = spans.iter().map(|span| named(&reading.actors, *span)).collect();
    let actors: Vec<_> = reading.actors.iter().map(|actor| (&actor.name, actor.kind)).collect();
    assert_eq!(found.join(" | "), expected, "{actors:?}");
}

/// Each claim as `source = resolved (kind)`, with `in N` for the claim that it is within.
#[track_caller]
fn sources(text: &str, expected: &str) {
    let line = |claim: &record::reading::Claim| {
        let source = &claim.source;
        let resolved = source.resolved.as_ref().map_or(String::new(), |name| format!(" = {name}"));
        let kind = serde_json::to_value(source.kind).unwrap();
        let within = claim.within.as_ref().map_or(String::new(), |id| format!(" in {id}"));
        format!("{}{resolved} ({}){within}", source.text, kind.as_str().unwrap())
    };
    let lines: Vec<String> = reading(text).claims.iter().map(line).collect();
    assert_eq!(lines.join("\n"), expected);
}

// Names.

#[test]
fn mr_and_a_surname_are_the_full_name() {
    check("Dalian Orlo said the port was open. Mr. [Orlo] said it would stay open.", "Dalian Orlo");
}

#[test]
fn a_surname_alone_is_the_full_name() {
    check("Dalia Verrin said the port was open. Later [Verrin] left for the airport.", "Dalia Verrin");
}

#[test]
fn a_family_name_may_stand_first() {
    check("The spokesman, Wen Taolin, spoke on Monday. Mr. [Wen] said nothing of the cargo.", "Wen Taolin");
}

#[test]
fn a_surname_in_a_headline_is_the_full_name_below_it() {
    check("[Verrin] says the port is open\n\nDalia Verrin said on Monday that the port was open.", "Dalia Verrin");
}

#[test]
fn two_people_with_one_surname_are_told_apart_by_the_address() {
    check(
        "Peter Orlo and Maria Orlo said they would run. Mr. [Orlo] said taxes were high. Ms. [Orlo] said taxes were low.",
        "Peter Orlo | Maria Orlo",
    );
}

#[test]
fn a_surname_that_two_people_bear_is_left_open() {
    check("Peter Orlo met Maria Orlo on Monday. Then [Orlo] said the talks were over.", "-");
}

#[test]
fn a_middle_initial_makes_nobody_new() {
    check("Peter K. Orlo said it was late. Peter [Orlo] said so again.", "Peter K. Orlo");
}

#[test]
fn an_acronym_in_brackets_is_the_organisation() {
    check(
        "The International Harbour Agency (IHA) said the ships were safe. On Friday the [IHA] said they were not.",
        "International Harbour Agency",
    );
}

#[test]
fn an_acronym_without_brackets_is_known_by_its_letters() {
    check(
        "The Northern Shipping Council opened an office. The [NSC] said that rates would rise.",
        "Northern Shipping Council",
    );
}

#[test]
fn a_shortened_company_name_is_the_company() {
    check(
        "Profits fell at the Asher Steel Corporation, officials said. [Asher Steel] said it had lost its largest customer.",
        "Asher Steel Corporation",
    );
}

// Titles, appositions, roles.

#[test]
fn the_spokesman_is_he_who_was_called_one_before_his_name() {
    check(
        "Foreign Ministry spokesman Peter Orlo said the talks were over. [The spokesman] gave no details.",
        "Peter Orlo",
    );
}

#[test]
fn the_spokesman_is_he_who_was_called_one_behind_his_name() {
    check(
        "Peter Orlo, a spokesman for the foreign ministry, said the talks were over. [The spokesman] gave no details.",
        "Peter Orlo",
    );
}

#[test]
fn the_spokeswoman_is_not_the_spokesman() {
    check(
        "Spokesman Peter Orlo and spokeswoman Dalia Verrin met on Monday. [The spokeswoman] said the talks were over.",
        "Dalia Verrin",
    );
}

#[test]
fn the_foreign_minister_is_not_the_defence_minister() {
    check(
        "Defence Minister Peter Orlo met Foreign Minister Dalia Verrin. [The foreign minister] said the talks were over.",
        "Dalia Verrin",
    );
}

#[test]
fn the_minister_is_left_open_where_two_were_named() {
    check(
        "Defence Minister Peter Orlo met Foreign Minister Dalia Verrin. [The minister] said the talks were over.",
        "-",
    );
}

#[test]
fn a_name_behind_the_role_makes_them_one() {
    check("[The spokesman], Peter Orlo, said the talks were over.", "Peter Orlo");
}

#[test]
fn a_name_given_later_names_the_spokesman_of_before() {
    check("A ministry spokesman said the talks were over. [The spokesman], Peter Orlo, gave no details.", "Peter Orlo");
}

#[test]
fn is_makes_a_role() {
    check(
        "Peter Orlo is the chairman of the Harbour Council. [The chairman] said on Monday that rates would rise.",
        "Peter Orlo",
    );
}

#[test]
fn a_plain_role_without_a_name_is_taken_up() {
    check(
        "A senior Corvanian official said the convoy had left. [The official] said it carried fuel.",
        "A senior Corvanian official",
    );
}

#[test]
fn another_official_is_another() {
    check("A defence official said the convoy had left. [Another official] said it had not.", "Another official");
}

#[test]
fn the_official_is_left_open_between_two() {
    check(
        "A defence official said the convoy had left. A trade official said it had not. [The official] gave no reason.",
        "-",
    );
}

#[test]
fn a_role_does_not_end_inside_a_name() {
    let text =
        "Tomas Orlo, head of the Center for Asian Studies at Moscow's Higher School of Economics, said it would wait.";
    let actors = reading(text).actors;
    let orlo = actors.iter().find(|actor| actor.name == "Tomas Orlo").unwrap();
    assert_eq!(orlo.roles[0], "head of the Center for Asian Studies at Moscow's Higher School of Economics");
}

#[test]
fn roles_are_kept_with_the_actor() {
    let actors = reading("Foreign Ministry spokesman Peter Orlo said the talks were over.").actors;
    let orlo = actors.iter().find(|actor| actor.name == "Peter Orlo").unwrap();
    assert_eq!(orlo.roles, ["Foreign Ministry spokesman"]);
}

// Groups.

#[test]
fn the_officials_are_those_who_spoke_before() {
    check(
        "Two senior European officials said the talks had begun. [The officials] said they would last a week.",
        "Two senior European officials",
    );
}

#[test]
fn one_of_those_sources_is_of_the_group() {
    check(
        "Two European officials said the talks had begun. One of [those sources] said they would fail.",
        "Two European officials",
    );
}

#[test]
fn one_of_them_is_one_of_the_officials_and_not_of_a_leadership() {
    check(
        "The officials said that Corvania's leadership had not made a decision. One of [them] said the picture was clear.",
        "The officials",
    );
}

#[test]
fn the_two_sources_are_the_two_people() {
    check(
        "Two people familiar with the matter said the talks had begun. [The two sources] said they would fail.",
        "Two people familiar with the matter",
    );
}

#[test]
fn three_sources_are_not_the_two_officials() {
    check("Two officials said the talks had begun. [The three sources] said they had failed.", "The three sources");
}

#[test]
fn they_are_the_officials() {
    check("Two officials said the talks had begun. [They] said the talks would fail.", "Two officials");
}

#[test]
fn they_are_two_people_joined() {
    check(
        "Peter Orlo and Dalia Verrin said the talks had begun. [They] said the talks would fail.",
        "Peter Orlo and Dalia Verrin",
    );
}

#[test]
fn the_same_description_again_is_the_same_group() {
    check(
        "Senior European officials said the talks had begun. [Senior European officials] said they would fail.",
        "Senior European officials",
    );
}

// Organisations.

#[test]
fn the_ministry_is_the_ministry_that_was_named() {
    check("The Defence Ministry said the convoy had left. [The ministry] said it carried fuel.", "Defence Ministry");
}

#[test]
fn it_is_the_ministry_that_spoke() {
    check("The Defence Ministry said the convoy had left. [It] said the cargo was fuel.", "Defence Ministry");
}

#[test]
fn the_ministry_is_left_open_where_two_were_named() {
    check("The Defence Ministry met the Trade Ministry on Monday. [The ministry] said the convoy had left.", "-");
}

#[test]
fn the_company_is_the_corporation_that_was_named() {
    check(
        "Northern Steel Corporation said profits fell. [The company] said it would close a mill.",
        "Northern Steel Corporation",
    );
}

#[test]
fn the_agency_is_the_agency() {
    check(
        "The International Harbour Agency said the ships were safe. [The agency] said it had looked at all of them.",
        "International Harbour Agency",
    );
}

#[test]
fn it_is_nobody_where_it_stands_for_a_clause() {
    check("The Defence Ministry said [it] was unclear whether the convoy had left.", "-");
}

#[test]
fn it_is_no_person() {
    check("Dalia Verrin opened the letter. [It] said the port was closed.", "-");
}

// Pronouns.

#[test]
fn he_is_the_man_who_spoke() {
    check("Peter Orlo said the port was open. [He] said it would stay open.", "Peter Orlo");
}

#[test]
fn she_is_the_woman_and_not_the_man_between() {
    check("Dalia Verrin met Peter Orlo on Monday. [She] said the talks were over.", "Dalia Verrin");
}

#[test]
fn her_and_his_follow_the_same_rule() {
    check("Dalia Verrin lost [her] seat. Peter Orlo kept [his] seat.", "Dalia Verrin | Peter Orlo");
}

#[test]
fn he_is_left_open_where_two_men_are_alike() {
    check("Peter Orlo and James Vane spoke on Monday. [He] said the talks were over.", "-");
}

#[test]
fn the_subject_of_the_clause_is_not_its_object() {
    check("Peter Orlo thanked James Vane. James Vane thanked [him].", "Peter Orlo");
}

#[test]
fn an_address_tells_the_sex_of_an_unknown_name() {
    check("Ms. Tarn met Mr. Brusk on Monday. [She] said the talks were over.", "Tarn");
}

#[test]
fn a_pronoun_may_follow_a_pronoun() {
    check("Peter Orlo said no. He said it twice. Then [he] left.", "Peter Orlo");
}

#[test]
fn himself_is_the_subject() {
    check("Peter Orlo defended [himself] on Monday.", "Peter Orlo");
}

#[test]
fn who_is_the_noun_before_it() {
    check("Peter Orlo, [who] leads the ministry, said the talks were over.", "Peter Orlo");
}

#[test]
fn a_man_too_far_back_is_not_taken() {
    check(
        "Peter Orlo spoke. The ships left. The rain fell. The port closed. The road closed. The bridge closed. \
         The gates closed. [He] said so.",
        "-",
    );
}

#[test]
fn a_spokesman_without_a_name_can_be_he() {
    check("A ministry spokesman said the convoy had left. [He] gave no details.", "A ministry spokesman");
}

// Quotations.

#[test]
fn i_in_a_quotation_is_its_source() {
    check("“[I] will not go,” Dalia Verrin said.", "Dalia Verrin");
}

#[test]
fn we_in_a_quotation_is_its_source() {
    check("“[We] sent nothing,” said Peter Orlo, the minister.", "Peter Orlo");
}

#[test]
fn my_in_a_quotation_of_a_pronoun_is_the_person_behind_it() {
    check("Peter Orlo came late. “That is [my] answer,” he said.", "Peter Orlo");
}

#[test]
fn he_in_a_quotation_is_not_its_source() {
    check("James Vane left on Monday. “[He] was tired,” Peter Orlo said.", "James Vane");
}

#[test]
fn i_outside_a_quotation_is_nobody() {
    check("Dalia Verrin spoke. [I] left.", "-");
}

// Claims.

#[test]
fn claims_are_resolved_and_their_kind_follows() {
    sources(
        "Dalia Verrin said the port was open. She said it would stay open. The ministry said it was shut. \
         Two officials said it had burnt. A report said it was safe.",
        "Dalia Verrin (named)\nShe = Dalia Verrin (named)\nThe ministry (organisation)\nTwo officials (unnamed)\n\
         A report (document)",
    );
}

#[test]
fn people_familiar_with_the_matter_are_unnamed() {
    sources("People familiar with the matter said the port was shut.", "People familiar with the matter (unnamed)");
}

#[test]
fn a_senior_western_official_is_unnamed() {
    sources("A senior Western official said the port was shut.", "A senior Western official (unnamed)");
}

#[test]
fn a_capital_speaks_for_its_government() {
    sources("Beijing said the port was shut.", "Beijing (organisation)");
}

#[test]
fn the_white_house_is_an_organisation() {
    sources("The White House said the port was shut.", "The White House (organisation)");
}

#[test]
fn court_documents_and_polls_are_documents() {
    sources(
        "Court documents show that the ship was sold. A poll found that most voters were tired.",
        "Court documents (document)\nA poll (document)",
    );
}

#[test]
fn a_passive_has_no_source() {
    let claims = reading("It was reported that the port was shut.").claims;
    assert!(claims.iter().all(|claim| claim.source.actor.is_none() && claim.source.resolved.is_none()));
}

#[test]
fn a_pronoun_in_what_somebody_said_is_that_one() {
    // There is another that it could be.
    check(
        "The envoys met the inspectors. Officials said that intelligence [they] believe shows that the convoy had left.",
        "Officials",
    );
    sources(
        "The envoys met the inspectors. Officials said that they believed that the convoy had left.",
        "Officials (unnamed)\nthey = Officials (unnamed) in c1",
    );
}

#[test]
fn adding_that_has_the_subject_of_the_verb_that_governs_it() {
    sources(
        "Dalia Verrin met Peter Orlo. She said the port was open, adding that it would stay open.",
        "She = Dalia Verrin (named)\nShe = Dalia Verrin (named)",
    );
    // Not the nearest name.
    sources(
        "Peter Orlo, who met Dalia Verrin, said the port was open, noting that ships had docked.",
        "Peter Orlo, who met Dalia Verrin (named)\nPeter Orlo, who met Dalia Verrin (named)",
    );
}

#[test]
fn actors_are_in_the_order_of_their_first_mention_and_have_all_of_them() {
    let actors = reading("Dalia Verrin met Peter Orlo on Monday. She said that he and Verrin had agreed.").actors;
    let shown: Vec<_> =
        actors.iter().map(|actor| (actor.id.as_str(), actor.name.as_str(), actor.mentions.len())).collect();
    assert_eq!(shown, [("a1", "Dalia Verrin", 3), ("a2", "Peter Orlo", 2)]);
}

#[test]
fn an_empty_text_and_odd_texts_are_read() {
    for text in ["", "He.", "(IAEA)", "who who who", "Mr.", "the the the", "“I", "of of, of", "and and and"] {
        reading(text);
    }
}

#[test]
fn the_same_text_gives_the_same_actors() {
    let text = "Peter Orlo and Dalia Verrin met the Harbour Council. They said it had agreed. He left with her.";
    assert_eq!(reading(text), reading(text));
}
