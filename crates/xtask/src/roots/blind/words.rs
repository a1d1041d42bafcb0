//! What a desk replaces a word of news by: groups of interchangeable words, and spelling on both sides of the ocean.

use std::collections::BTreeMap;

/// The longest phrase of the table, in words.
pub const LONGEST: usize = 3;

/// Groups between semicolons, members between bars; in most sentences of news any of a group can stand for any other.
/// One marked with a plus is put in but never taken out, for it has other senses.
const GROUPS: &str = "
said|stated|remarked; says|+states|+maintains; saying|stating; added|+went on to say; announced|declared|+made public
announcement|declaration; noted|pointed out|observed; claimed|asserted|contended; described|+characterised
reportedly|by some accounts|allegedly; reports|accounts; according to|+in the words of; statement|+communique
yesterday|+the day before; currently|at present|at the moment|now; previously|+in the past
afterwards|subsequently|+later; after|+following; during|in the course of|+throughout; since then|from then on
shortly|soon; shortly after|soon after; recently|lately; initially|at first|originally; finally|eventually|in the end
several|a number of|various; more than|in excess of|+over; less than|fewer than|+under
around|roughly|approximately|+some|+about; almost|nearly|close to; at least|no fewer than|not less than
also|+in addition; however|nevertheless|+even so
although|even though|though; despite|in spite of|notwithstanding; because|+since; because of|on account of
due to|as a result of|owing to; therefore|as a result|consequently; to prevent|to head off; such as|for example|+like
along with|together with; regarding|concerning|on the subject of; across|+all over; close to|not far from|+near
nearby|neighbouring; within|+inside; without|+in the absence of; until|+up to; took place|happened|occurred
take place|happen|occur; begin|start|commence; started|began|+got under way; ended|came to an end|finished
continued|carried on|+went on; continue|carry on|go on; stopped|halted; suspended|put on hold|halted; killing|+slaying
perished|lost their lives|+died; deaths|fatalities; death toll|number of dead; injured|hurt|wounded; injuries|wounds
victims|casualties; attack|assault; attacks|assaults; attacked|assaulted; shooting|gun attack; explosion|blast
crash|collision; collapsed|caved in|gave way; destroyed|wrecked|+razed; damage|destruction; flooding|floods
rescued|saved; rescue|recovery; hospitalized|taken to hospital; arrested|detained|taken into custody; arrest|detention
suspect|suspected offender; suspected|+believed; convicted|found guilty
sentenced|+condemned; prison|jail; trial|+court case; judge|magistrate; judges|+justices; court|tribunal
lawyer|attorney; lawyers|attorneys; ruling|verdict; ruled|+decided|+found; murder|homicide; fraud|swindling
investigation|inquiry|probe; investigating|looking into|probing; investigators|detectives; evidence|proof
authorities|officials; governments|administrations; country|nation; countries|nations; leader|+head; leaders|+heads
minister|+cabinet member; lawmakers|legislators|+deputies; parliament|legislature; bill|+draft law
voted|+cast their ballots; votes|ballots; voters|the electorate; election|+poll; elections|polls; elected|voted in
candidate|contender; candidates|contenders; campaign|bid for office; supporters|backers|followers
supported|backed|endorsed; opposed|+were against; protest|demonstration; protests|demonstrations
protesters|demonstrators; rally|+gathering; clashes|fighting; violence|unrest; conflict|fighting
military|+armed forces; troops|soldiers; forces|+troops; agreement|accord|deal; agreed|consented; talks|negotiations
meeting|+gathering; visited|paid a visit to; proposed|put forward; proposal|plan; planned|intended; planning|intending
decided|+resolved; decision|+choice; approved|+passed|+gave the green light to; rejected|turned down|+dismissed
refused|+declined; denied|disputed; confirmed|verified|corroborated; confirmed that|made it clear that
revealed|disclosed|made known; released|+put out|+issued; published|brought out|printed; issued|handed out
warned|cautioned; called for|+demanded|+urged; ordered|instructed; allowed|permitted; allow|permit|let
banned|prohibited|outlawed; forced|compelled; required|obliged; help|assist; helped|assisted; aid|assistance
efforts|attempts; tried|attempted|sought; trying|attempting; achieved|accomplished; +win|victory; secured|+won
defeated|beat; team|+side; players|+squad members; received|got|was given; gave|+handed; given|+handed; give|provide
provide|supply|+offer; provided|supplied; obtained|acquired; sent|dispatched; brought|+carried; moved|shifted
+move|+step; leaving|+departing; arrived|turned up|came in; arriving|turning up; returned|+came back|+went back
travelled|journeyed; reached|+got to; joined|+became part of; attended|+was present at; shown|displayed
showed|demonstrated|made clear; indicated|signalled|suggested; appeared|seemed; find|discover; +finding|discovery
discovered|came upon; researchers|scientists; study|+piece of research; tested|+checked; expected|+anticipated
possible|conceivable; believed|thought; believe|think; considered|regarded as|deemed; caused|brought about|triggered
created|set up; built|constructed; +structure|+building; buildings|structures; homes|houses
residents|inhabitants|locals; children|+youngsters; city|+town; area|+district; region|+area; aircraft|+plane
car|+vehicle; company|firm|+business; companies|firms|businesses; workers|employees|+staff; money|+funds
bought|purchased; increased|rose|+grew; increase|rise|growth; rising|growing|mounting; reduced|lowered|+cut
reduce|lower|+cut; fell|dropped|+declined; large|big|+sizeable; largest|biggest; huge|enormous|massive
major|significant|important; serious|grave|severe; severe|harsh; main|principal|+chief; previous|+earlier
current|+present; additional|extra|further; entire|whole; similar|comparable; difficult|hard|tricky
dangerous|hazardous|risky; quickly|rapidly|swiftly; immediately|at once|straight away; often|frequently
usually|as a rule|normally; together|jointly; risk|danger; threat|+menace; problem|+difficulty
problems|difficulties; issues|matters; response|reaction; responded|reacted|+replied; +outcome|+result
results|outcomes; goal|aim; parts|portions; incident|occurrence; event|occasion; situation|+state of affairs
measures|steps; disease|illness; outbreak|epidemic; doctors|physicians; pupils|schoolchildren
spokesperson|press officer; footage|film; groups|organisations; morning|+early hours
who was|who had been; expressed|voiced; died in|lost their lives in; in addition to|on top of
as well as|in addition to|and also; one of the|one among the
the majority of|the bulk of|most of the; set to|due to be|about to; scheduled to|due to|set to
scheduled for|planned for; part of|+a portion of; in response to|in reaction to
related to|connected with|linked to; involved in|+caught up in; took part in|participated in
taking part in|participating in; focused on|centred on; the following|+the ensuing; first time|first occasion
last week|+the week before|+a week ago; last month|+the month before|+a month ago
last year|+the year before|+a year ago; every day|daily; so far|to date|+up to now; long-term|+lasting
led to|resulted in|gave rise to; leading to|resulting in|giving rise to; resigned|stepped down|quit
resignation|departure; resign|step down|quit; launched|+rolled out|+began; served as|worked as|acted as
born in|+a native of; was found|was discovered; were found|were discovered; is expected to|is due to|+should
would have been|+was to have been; stating that|saying that|to the effect that; said that|stated that|explained that
say that|state that; wrote|+put it in writing; tweeted|wrote on Twitter|posted on Twitter
primarily|chiefly|mainly|mostly; partially|partly|in part; specifically|in particular; particularly|especially|notably
entirely|wholly|completely; clearly|plainly|evidently; possibly|perhaps|conceivably
unable to|not able to|not in a position to; able to|in a position to; instead of|rather than|in place of
instead|+as an alternative; still|+even now; already|+by now; along the|+down the; via|by way of|+through; upon|+on
whether|+if; ensure|make sure|guarantee; remain|stay; remained|stayed; remaining|+left over
located in|situated in|to be found in; located|situated; known as|called|referred to as; multiple|+several|+a number of
crowd|throng; crowds|throngs; fighting|combat; border|frontier; citizens|nationals; politician|+political figure
president-elect|+incoming president; vehicle|+car; vehicles|+cars; thousands of|+many thousands of
ongoing|continuing|under way; concerns|worries|fears; concern|worry|fear; concerned|worried
criticized|faulted|took to task; praised|lauded|hailed; comments|remarks; comment|remark; questions|queries
replaced|took the place of; replace|take the place of; changes|alterations; ability|capacity
huge number|+great number; vowed|pledged|promised; promised|pledged|vowed; seized|captured; escaped|fled|got away
fled|escaped; survived|lived through; fatal|deadly|lethal; deadly|fatal|lethal; prevent|avert|stave off
attempted|+made an attempt; attempting|trying|seeking; attempt|effort|try
using|by means of|making use of; used|employed|made use of; use|+make use of; contains|holds|includes
included|comprised|took in; includes|comprises|takes in; again|+once more|+once again
has been|+was; have been|+were; had been|+was; would be|was to be; will be|is to be; could be|might be; may be|might be
but|+yet; first|+initial; over the|+throughout the; as part of|in the course of; if|+in case; three|+a trio of
one of|among; united states|+U.S.; united kingdom|+UK; united nations|+U.N.; european union|+EU
did not|failed to; was not|was by no means; were not|were by no means; it was|+this was
he was|+the man was; people were|+persons were; which had|that had; which has|that has; who had|who previously had
of people|+of men and women; dozens of|+scores of; hundreds of|+several hundred; the first|+the very first
on the other hand|by contrast; for the|+on behalf of the; in the case of|when it comes to
";

/// American spelling, then British.
const SPELLINGS: &str = "
center centre|centers centres|color colour|colors colours|honor honour|honored honoured|labor labour
favor favour|favorite favourite|neighbor neighbour|neighbors neighbours|neighboring neighbouring|harbor harbour
rumors rumours|behavior behaviour|humor humour|armor armour|program programme|programs programmes
theater theatre|theaters theatres|meter metre|meters metres|kilometer kilometre|kilometers kilometres
liter litre|liters litres|fiber fibre|defense defence|offense offence|license licence|organization organisation
organizations organisations|organized organised|organize organise|organizing organising|organizers organisers
recognized recognised|recognize recognise|realized realised|realize realise|criticized criticised
criticize criticise|authorized authorised|hospitalized hospitalised|characterized characterised
apologized apologised|apologize apologise|emphasized emphasised|centralized centralised|mobilized mobilised
prioritize prioritise|civilization civilisation|specialized specialised|immunization immunisation
analyzed analysed|traveled travelled|traveling travelling|canceled cancelled|canceling cancelling
labeled labelled|modeling modelling|signaled signalled|fueled fuelled|jewelry jewellery|tire tyre|tires tyres
aging ageing|gray grey|skeptical sceptical|plow plough|airplane aeroplane|airplanes aeroplanes|maneuver manoeuvre
judgment judgement|fulfill fulfil|enroll enrol|pajamas pyjamas|mom mum|toward towards|afterward afterwards
among amongst|while whilst|pediatric paediatric|anesthetic anaesthetic
";

/// What a desk strikes out without loss.
const LOOSE: &str = "
also|however|that|very|reportedly|then|just|still|already|later|currently|previously|recently|initially|even
well-known|officially|publicly|respectively|subsequently|shortly|earlier|meanwhile|finally|immediately|especially
";

/// What a desk opens a sentence with.
const OPENINGS: &str = "
Meanwhile,|In the meantime,|Separately,|As it happened,|For its part,|At the same time,|By that point,
In a further development,|To be sure,|Notably,|In particular,|As previously reported,|On top of that,|So far,
In fact,|As expected,|Crucially,|It has emerged that
";

/// What a desk puts behind a sentence.
const CLOSINGS: &str = "
reports say|it was reported|according to reports|it has emerged|this newspaper understands
as has been widely reported|records show|it is understood|sources said|local media reported|by all accounts
as of this writing|at the time of going to press|officials were quoted as saying
";

/// The tables, ready to be asked.
pub struct Words {
    groups: Vec<Vec<&'static str>>,
    places: BTreeMap<&'static str, Vec<usize>>,
    spellings: [BTreeMap<&'static str, &'static str>; 2],
    /// What a desk strikes out without loss.
    pub loose: Vec<&'static str>,
    /// What a desk opens a sentence with.
    pub openings: Vec<&'static str>,
    /// What a desk puts behind a sentence.
    pub closings: Vec<&'static str>,
}

impl Words {
    /// Reads the tables.
    pub fn new() -> Self {
        let mut groups: Vec<Vec<&str>> = Vec::new();
        let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for group in GROUPS.split([';', '\n']).map(str::trim).filter(|group| !group.is_empty()) {
            for word in group.split('|').filter(|word| !word.starts_with('+')) {
                places.entry(word).or_default().push(groups.len());
            }
            groups.push(group.split('|').map(|word| word.trim_start_matches('+')).collect());
        }
        let pairs = || SPELLINGS.split(['|', '\n']).filter_map(|pair| pair.split_once(' '));
        let list = |text: &'static str| text.trim().split(['|', '\n']).collect();
        Self {
            groups,
            places,
            spellings: [pairs().map(|(us, uk)| (uk, us)).collect(), pairs().collect()],
            loose: list(LOOSE),
            openings: list(OPENINGS),
            closings: list(CLOSINGS),
        }
    }

    /// What `phrase`, in small letters, can be replaced by.
    pub fn others(&self, phrase: &str) -> Vec<&'static str> {
        let groups = self.places.get(phrase).into_iter().flatten();
        groups.flat_map(|&at| &self.groups[at]).filter(|word| **word != phrase).copied().collect()
    }

    /// `word`, in small letters, in British spelling if `british`, else in American, if it is spelt otherwise.
    pub fn respelt(&self, word: &str, british: bool) -> Option<&'static str> {
        self.spellings[usize::from(british)].get(word).copied()
    }
}

/// From two to twelve, which a house writes in letters or in figures.
pub const NUMBERS: [&str; 11] =
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_large_and_no_group_repeats_itself() {
        let words = Words::new();
        assert!(words.groups.len() >= 150, "{} groups", words.groups.len());
        for group in &words.groups {
            assert!(group.len() > 1, "{group:?}");
            for (at, word) in group.iter().enumerate() {
                assert!(!group[..at].contains(word), "{group:?}");
            }
        }
    }

    #[test]
    fn a_word_is_replaced_both_ways() {
        let words = Words::new();
        assert!(words.others("blast").contains(&"explosion"));
        assert!(words.others("explosion").contains(&"blast"));
        assert!(words.others("Soleimani").is_empty());
        assert_eq!(words.respelt("center", true), Some("centre"));
        assert_eq!(words.respelt("centre", false), Some("center"));
        assert_eq!(words.respelt("centre", true), None);
    }
}
