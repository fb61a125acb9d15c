//! What the rules know of words: verbs of speech, nouns for people, and the small words between them.

use crate::given_names::{self, Gender};
use std::borrow::Cow;
use std::collections::HashMap;

/// A finite verb that may introduce or follow a quotation.
pub(super) const SPEECH: u32 = 1;
/// A finite verb after which a clause without quotation marks is reported speech.
pub(super) const REPORTS: u32 = 1 << 1;
/// A verb of thought: it names a speaker only where no verb of speech does.
pub(super) const THOUGHT: u32 = 1 << 2;
/// A form such as "saying".
pub(super) const PARTICIPLE: u32 = 1 << 3;
/// An auxiliary.
pub(super) const AUXILIARY: u32 = 1 << 4;
/// A form of "be" or "get", which makes a participle after it passive.
pub(super) const BE: u32 = 1 << 5;
/// he, she, they, I, we, it, you.
pub(super) const PRONOUN: u32 = 1 << 6;
/// Refers to a man: "he", "his", "spokesman".
pub(super) const MALE: u32 = 1 << 7;
/// Refers to a woman.
pub(super) const FEMALE: u32 = 1 << 8;
/// More than one.
pub(super) const PLURAL: u32 = 1 << 9;
/// An article, a possessive, a quantifier: begins a noun phrase.
pub(super) const DETERMINER: u32 = 1 << 10;
/// A preposition.
pub(super) const PREPOSITION: u32 = 1 << 11;
/// Ends a noun phrase and begins a clause: "that", "because", "while".
pub(super) const CLAUSE: u32 = 1 << 12;
/// "and", "but", "or".
pub(super) const COORDINATOR: u32 = 1 << 13;
/// A noun for a person.
pub(super) const PERSON: u32 = 1 << 14;
/// A noun for what speaks with one voice: ministry, report, newspaper.
pub(super) const BODY: u32 = 1 << 15;
/// May stand between a subject and its verb, or before the subject: "also", "later", "today".
pub(super) const ADVERB: u32 = 1 << 16;
/// who, which, whom.
pub(super) const RELATIVE: u32 = 1 << 17;
/// Names a thing and gives no speech: "so-called", "known", "titled", "term".
pub(super) const NAMING: u32 = 1 << 18;
/// A given name or title of a woman, or of a man with [`MALE`].
pub(super) const GIVEN: u32 = 1 << 19;
/// A verb that takes the person spoken to: "told me", "asked the driver".
pub(super) const ADDRESSES: u32 = 1 << 20;
/// A preposition or noun that gives the source: "according", "selon", "laut".
pub(super) const SOURCE: u32 = 1 << 21;
/// Day and month names and other words of time, which end a name after a verb.
pub(super) const TIME: u32 = 1 << 22;
/// A short infinitive or noun form that is no finite verb after "to" or a determiner: "say", "reports".
pub(super) const BARE: u32 = 1 << 23;

/// "of" and its relatives: what follows belongs to the noun before.
pub(super) const OF: u32 = 1 << 24;
/// Words by which a possessive is a source: "in Ibrahim's view".
pub(super) const VIEW: u32 = 1 << 25;

/// Stands inside names: "bin", "von".
pub(super) const PARTICLE: u32 = 1 << 26;

/// Takes a statement without "that": "said the gate was open".
pub(super) const PLAIN: u32 = 1 << 27;

/// Something with a title of its own: "novel", "film".
pub(super) const WORK: u32 = 1 << 28;

/// "was quoted as saying".
pub(super) const QUOTED: u32 = 1 << 29;

/// A form in "-ing" that the lists do not know, or one in "-ed" that begins a sentence.
pub(super) const GERUND: u32 = 1 << 30;

/// Gives out a text of the one who is its subject: "issued a statement saying".
pub(super) const ISSUES: u32 = 1 << 31;

const LISTS: &[(u32, &str)] = &[
    (
        ISSUES,
        "issued issues released releases published publishes posted wrote sent signed circulated tweeted read",
    ),
    (
        SPEECH | REPORTS,
        "said says added adds claimed insisted insists recalled recalls remembered declared declares announced \
        announces warned warns acknowledged acknowledges admitted admits confirmed confirms stated stressed stresses \
        argued argues explained explains denied denies alleged alleges asserted asserts testified testifies \
        maintained maintains conceded concedes predicted predicts wrote writes responded replied reiterated \
        complained swore noted contends contended emphasized emphasised recounted disclosed revealed",
    ),
    (
        SPEECH | REPORTS | ADDRESSES,
        "told tells informed assured reminded assures informs reminds",
    ),
    (
        SPEECH | ADDRESSES,
        "asked asks urged urges advised ordered instructed begged",
    ),
    (
        SPEECH | REPORTS | BARE,
        "say claims states notes reports remarks write argue insist explain claim recall warn admit concede",
    ),
    (
        SPEECH,
        "answered answers replies responds shouted shouts cried cries whispered muttered joked jokes promised \
        promises pledged vowed vows demanded describes described continued continues suggested suggests tweeted \
        posted observed observes remarked commented quipped lamented laments boasted concluded concludes \
        reported repeated repeats called spoke speaks talked mused exclaimed yelled screamed sighed pleaded \
        proclaimed countered retorted elaborated clarified cautioned cautions accused dismissed hailed praised \
        condemned criticised criticized pointed points quoted cited cites complains remembers murmured \
        chimed gasped sobbed laughed agreed agrees began interjected intoned snapped sneered groaned thundered \
        texted opined summarised summarized advises reads read grumbled grumbles growled barked bellowed croaked \
        drawled giggled hissed howled moaned mumbled roared shrieked stammered stuttered wailed whined grunted \
        chuckled teased chided scolded rebuked berated lectured wondered wonders enquired enquires inquired inquires \
        queried thanked apologised apologized apologises confessed confesses confided confides volunteered objected \
        protested parried corrected corrects specified hinted implied intimated narrated recited submitted reasoned \
        speculated theorised theorized estimated projected emailed messaged rated deemed judged pronounced termed \
        characterised characterized characterises portrayed portrays likened likens compared compares expressed expresses praises lauded lauds decried \
        decries denounced denounces deplored deplores derided lambasted slammed blasted ridiculed welcomed welcomes \
        scoffed scoffs fumed bristled stipulated disputed disputes refuted refutes rebutted rebuffed rejects \
        dismisses disagreed disagrees marvelled marveled gushed enthused crowed bragged prophesied foretold \
        recommended recommends proposed proposes requested sang crooned prayed swears vented ranted raged huffed \
        hooted cackled beamed grinned smirked summed spoken scrawled scribbled jotted shrugged nodded rejected \
        mocked referred refers ventured offered branded defended blamed labelled labeled dit déclaré affirmé \
        expliqué ajouté raconté assuré répondu lancé écrit affirme explique ajoute raconte assure déclare sagte sagt \
        erklärte meinte berichtete fragte sprach spricht antwortete schrieb betonte dijo afirmó declaró explicó \
        añadió señaló aseguró sade ha-detto قال قالت يقول تقول أضاف أضافت أكد أكدت صرح",
    ),
    // Verbs of manner of speaking and of saying that VerbNet 3 lists in its classes 37.1 to 37.13, and some like them.
    (
        SPEECH,
        "babbled bawled bleated blurted boomed brayed burbled caroled chanted chattered chirped chortled \
        clucked cooed deadpanned gabbled hollered jabbered lisped nattered prattled purred rasped rumbled \
        screeched snarled sniveled spluttered squalled squawked squealed trilled twittered warbled wheezed \
        whimpered whooped yammered yelped articulated avowed affirmed attested averred posited hypothesised \
        hypothesized postulated reckoned jested griped groused whinged counseled admonished divulged \
        bemoaned bewailed castigated chastised expounded paraphrased preached reprimanded reproached \
        surmised upbraided verified vouched rejoined tutted snorted smiled grimaced winked frowned gestured \
        gloated demurred implored beseeched appealed exhorted cabled blogged phoned radioed interposed \
        digressed mimicked muses mutters whispers yells sighs quips interjects opines shrugs nods grins \
        laughs smiles chuckles snorts deadpans murmurs exclaims retorts reckons enthuses beams groans growls \
        snaps shrieks yapped \
        mention mentions mentioned touted touts trumpeted reminisced reminisces decreed decrees ruled pronounces instructs pleads begs greeted railed rails protests insinuated \
        accuses blames condemns criticises criticizes slams mocks derides ridicules hails castigates chides scolds rebukes berates submits speculates deems characterizes defends ventures narrates recites implies intimates specifies bemoans professed professes fumes whines gushes",
    ),
    (SPEECH | WORK, "put puts"),
    (
        SPEECH | BARE,
        "allege assert maintain testify predict suggest respond record records recount contend acknowledge joke mutter shout confess tell ask add recall call calls write warn argue explain insist deny claim comments answer note remember \
        describe promise demand complain",
    ),
    (
        THOUGHT,
        "believes believed realized realised realise thinks thought feels felt concluded understood knew knows \
        believe think sees saw views viewed considers considered hopes hoped imagined feared fears needed wanted \
        wants expects expected decided suspects suspected names named found finds prefer prefers preferred",
    ),
    (
        SPEECH | PARTICIPLE,
        "saying adding declaring claiming warning arguing insisting announcing writing stating telling asking noting \
        recalling explaining calling describing stressing replying answering shouting alleging denying promising \
        vowing urging demanding quoting accusing muttering whispering repeating remarking joking reading proclaiming \
        suggesting predicting accepting conceding confessing admitting commenting observing branding labelling \
        labeling thanking dismissing condemning praising referring mentioning boasting complaining lamenting \
        acknowledging confirming recounting reporting pledging pleading swearing cautioning instructing reassuring hailing blaming deriding decrying likening comparing deeming terming dubbing testifying",
    ),
    (
        AUXILIARY,
        "had has have having would will could can may might must should did does do 'd",
    ),
    (AUXILIARY | BE, "was were been be is are am being got gets"),
    (PRONOUN | MALE, "he il er él he'd he’d"),
    (PRONOUN | FEMALE, "she elle ella she'd she’d"),
    (PRONOUN | PLURAL, "they we ils elles they'd they’d"),
    (PRONOUN, "i it you one-another"),
    (
        DETERMINER,
        "a an the this that these those my our your his her their its some any each every one two three four five six \
        seven eight nine ten another many several most few both all no le la les un une des der die das ein eine el \
        los las dozens hundreds thousands neither either other others much such",
    ),
    (
        PREPOSITION,
        "of in on at to for from with by about against between near inside outside into onto over under through \
        during before after since until around among within without behind beyond across toward towards like unlike \
        upon beside besides despite amid following off out up down per via de du en dans",
    ),
    (
        PLAIN,
        "said says say added adds claimed claims insisted insists told tells denied denies assured warned",
    ),
    (
        PLURAL,
        "many several most few both dozens hundreds thousands some all two three four five six seven \
        eight nine ten",
    ),
    (MALE, "his"),
    (FEMALE, "her"),
    (
        PARTICLE,
        "al el bin ibn bint abu de la von van der di da le du den ter dos",
    ),
    (OF, "of de du von van"),
    (
        VIEW,
        "view words account opinion telling phrase recollection memory judgment judgement version eyes reply answer \
        response verdict assessment explanation motto retort conclusion advice warning summary excuse objection plea",
    ),
    (
        CLAUSE,
        "that because while when as if although though whereas where whether why how than unless so lest once what after \
         before",
    ),
    (GIVEN, "dr dr. prof prof. jean"),
    (COORDINATOR, "and but or yet nor et und y"),
    (RELATIVE, "who whom whose which"),
    (
        PERSON,
        "official officer commander member spokesperson leader minister president general colonel soldier fighter \
        driver guard bodyguard aide adviser advisor diplomat journalist reporter editor author scholar analyst \
        expert activist lawyer judge doctor teacher student farmer witness source resident neighbour neighbor \
        shopkeeper survivor prisoner detainee refugee cousin friend colleague relative operative insider participant \
        politician lawmaker senator governor mayor ambassador envoy negotiator mediator historian professor \
        researcher engineer pilot captain major lieutenant sergeant militant rebel insurgent imam sheikh cleric \
        priest bishop person individual interviewee interviewer interpreter translator volunteer worker chief head \
        director secretary chair manager owner trader merchant assistant deputy veteran conscript deserter defector \
        prosecutor investigator inspector candidate critic supporter opponent loyalist courtier visitor guest \
        passenger pensioner baker clerk counterpart superior ruler dictator dissident protester spokespeople \
        villager shepherd fisherman grocer butcher tailor carpenter mechanic nurse midwife pharmacist surgeon \
        paramedic medic firefighter rescuer smuggler trafficker dealer buyer seller tenant landlord employee boss \
        founder organizer organiser campaigner observer monitor inmate hostage victim suspect defendant attorney \
        representative delegate congressman premier chancellor cook gardener porter caretaker economist banker \
        accountant scientist physicist biologist artist poet novelist writer painter singer trustee councilman \
        councillor councilwoman predecessor successor heir ally rival youth master teenager child pupil headteacher \
        orphan mourner local foreigner exile pilgrim biographer patient counsel supervisor landlady regular \
        developer curator detective constable superintendent sheriff marshal ranger trainer goalkeeper striker \
        defender midfielder winger referee umpire athlete runner swimmer cyclist jockey skipper promoter producer \
        designer architect builder plumber electrician bricklayer welder roofer miner docker lorry-driver trucker \
        courier sailor seaman steward stewardess attendant receptionist typist cashier salesman saleswoman vendor \
        barber hairdresser barista bartender barman barmaid waiter cleaner caterer chef cobbler blacksmith potter \
        weaver sculptor photographer filmmaker musician composer conductor pianist violinist cellist drummer \
        guitarist dancer choreographer playwright columnist correspondent broadcaster presenter commentator pollster \
        strategist lobbyist consultant auditor actuary treasurer chairperson whistleblower solicitor barrister juror \
        magistrate coroner registrar notary bailiff warden jailer gaoler convict fugitive burglar robber kidnapper \
        hijacker attacker assailant bystander onlooker pedestrian motorist commuter holidaymaker tourist traveller \
        traveler hiker climber skier lifeguard coastguard beekeeper gamekeeper forester logger rancher herder grower \
        winemaker brewer distiller forger thief newcomer librarian archivist headmaster headmistress lecturer tutor \
        dean rector provost graduate undergraduate psychologist psychiatrist therapist dentist optician radiologist \
        oncologist epidemiologist virologist chemist geologist meteorologist astronomer mathematician statistician \
        programmer coder hacker entrepreneur investor shareholder financier tycoon billionaire millionaire \
        philanthropist donor sponsor subscriber reader listener viewer user customer client shopper consumer \
        homeowner householder lodger roommate flatmate housemate classmate teammate partner fiancé fiancée bride \
        sibling godfather godmother stepfather stepmother caregiver carer nanny babysitter toddler newborn pastor \
        vicar rabbi mufti deacon missionary preacher monk abbot scribe messenger spy informant handler sniper gunner \
        corporal brigadier admiral commodore paratrooper guerrilla jihadist separatist unionist nationalist \
        socialist backbencher alderman selectman commissioner ombudsman regulator watchdog arbitrator conciliator \
        go-between someone somebody understudy apprentice intern recruit cadet trainee novice \
        actor astronaut aviator ballerina boxer breeder broker bursar busker butler cardinal archbishop cartoonist \
        cartographer chaplain chieftain chauffeur churchwarden coach co-founder co-author co-owner co-pilot \
        comedian comic contractor controller coordinator co-ordinator collector custodian creditor debtor deckhand \
        demonstrator dispatcher diver dramatist dressmaker examiner executive fan fellow fiddler florist footballer \
        foreman geographer glazier goatherd goldsmith golfer gravedigger grandchild grandparent groom guardian \
        guide gymnast harbourmaster host hunter illustrator immigrant impresario incumbent inventor janitor joiner \
        jeweller jeweler kid landowner legislator linguist lover machinist mentor migrant moderator motorcyclist \
        mountaineer navigator nomad nominee occupant octogenarian organist panellist panelist parishioner \
        parliamentarian peasant peer performer perpetrator petitioner philosopher physician piper plaintiff player \
        practitioner principal printer prodigy professional proprietor prospector publican publicist publisher \
        puppeteer quartermaster reformer reservist restaurateur restorer retiree reviewer rider saddler salesperson \
        schoolboy schoolteacher scout screenwriter seer servant settler sexton shearer shipwright shooter soloist \
        soprano tenor baritone songwriter specialist spectator speechwriter stockbroker stonemason stranger \
        subordinate surveyor tanner technician theologian theorist trapper trooper undertaker upholsterer usher vet \
        veterinarian voter wanderer warlord watchmaker winner wrestler academic addict adolescent agent amateur \
        anaesthetist anthropologist applicant archaeologist aristocrat auctioneer beneficiary bookkeeper bookseller \
        boyfriend caller canon captive champion civilian claimant collaborator companion comrade concierge \
        confidant conservationist conservator contender contestant counsellor counselor drinker employer \
        ethicist evacuee eyewitness expatriate ferryman geneticist grandson haulier heckler hero homemaker pal chum cabbie hotelier \
        housekeeper hydrologist influencer instructor intellectual islander laureate matriarch patriarch medallist \
        mercenary mobster monarch naturalist neuroscientist newsagent newsreader nutritionist oboist outsider \
        paralegal percussionist physiotherapist pioneer plasterer prefect psychoanalyst quarterback rapper \
        recipient rower seafarer slave squatter stagehand stallholder stevedore storyteller subcontractor surfer \
        swindler taxpayer twin verger vintner walker warrior whaler woodcarver worshipper youngster yachtswoman \
        zookeeper schoolfriend co-worker coworker co-defendant stepson planner fundraiser innkeeper",
    ),
    (
        PERSON | MALE,
        "bloke chap fella guy spokesman man father son brother husband widower uncle king prince businessman chairman policeman gunman boy \
        fisherman militiaman monk grandfather nephew nobleman statesman serviceman sultan congressman gentleman dad \
        grandad granddad grandpa grandson stepson boyfriend schoolboy patriarch clergyman lad foreman father-in-law \
        brother-in-law son-in-law",
    ),
    (
        PERSON | FEMALE,
        "spokeswoman woman mother daughter sister wife widow aunt queen princess businesswoman girl nun actress \
        grandmother niece policewoman chairwoman waitress housewife midwife heiress mum mom gran grandma granddaughter \
        stepdaughter girlfriend schoolgirl matriarch hostess heroine soprano ballerina mother-in-law sister-in-law \
        daughter-in-law",
    ),
    (
        PERSON | PLURAL,
        "men women people children police wives relatives parents families gunmen policemen spokesmen businessmen \
        troops militiamen crowds staff crew fishermen others personnel clergy",
    ),
    (
        BODY,
        "ministry army government agency newspaper article report statement office organisation organization group \
        party court committee council company bank embassy movement channel authority authorities military militia \
        account magazine post study document letter memo regime opposition media website broadcaster message union \
        university commission administration prosecution palace kremlin coalition front faction factions command \
        federation presidency parliament institute charity hospital paper email note inscription banner slogan sign \
        verdict indictment communiqué text \
        board panel inquiry tribunal jury senate cabinet bureau department directorate foundation trust club team \
        firm airline carrier manufacturer supplier retailer supermarket school college laboratory society \
        association alliance league network consortium corporation treasury secretariat consulate delegation squad \
        brigade battalion guild branch church diocese congregation museum gallery orchestra choir poll survey \
        review editorial leaflet brochure prospectus handbook transcript ruling decree charter petition filing \
        affidavit lawsuit placard poster plaque headline caption telegram bulletin notice dossier \
        presentation insurer lender utility startup start-up",
    ),
    (
        ADVERB,
        "also later earlier twice elsewhere then now today yesterday once often never always still already recently publicly reportedly \
        repeatedly however meanwhile afterwards afterward again even just simply only first finally indeed instead \
        soon there here thus therefore nevertheless nonetheless perhaps maybe further too tomorrow all both himself \
        herself themselves long ago not n't back",
    ),
    (
        NAMING,
        "known called dubbed nicknamed titled entitled so-called term phrase word words codenamed named headlined \
        slogan motto nickname concept expression",
    ),
    (
        QUOTED,
        "quoted cited reported overheard heard recorded described remembered",
    ),
    (
        WORK,
        "book memoir memoirs novel film movie song album play series poem essay documentary exhibition painting story \
        autobiography biography programme program show podcast paper thesis opera musical pamphlet anthem column \
        anthology collection manifesto single track",
    ),
    (SOURCE, "according selon laut según"),
    (
        TIME,
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august \
        september october november december yesterday today tomorrow last late early next week month year morning \
        evening night afternoon day",
    ),
    (
        GIVEN | FEMALE,
        "sister anna maria mary sarah fatima layla leila luna asma anisa bushra rim \
        nadia angela hillary emma jane julia laura susan linda elizabeth margaret catherine katherine helen alice \
        ruth rachel rebecca hannah nour noor zeinab zainab aisha amina mariam maryam salma hala rana rania dina lina \
        nina olga irina elena natalia svetlana ekaterina sofia sophie marie claire camille ursula christine nancy \
        barbara karen lisa jennifer jessica michelle melissa amanda kamala theresa teresa diana hanan huda samira \
        souad wafa yasmin jasmine ingrid astrid greta",
    ),
    (
        GIVEN | MALE,
        "father brother mohammed muhammad mohammad ahmed ahmad ali hassan hussein omar khaled ibrahim \
        mahmoud mustafa youssef bashar hafez maher bassel john james robert michael william david richard joseph \
        thomas charles george donald barack vladimir joe peter paul mark daniel kevin abdul abbas adel nouri kadhim \
        qais hadi walid samir karim tariq nabil faisal rami ziad hans klaus pierre jacques ivan sergei dmitri \
        boris recep jorge carlos juan luis pedro antonio marco",
    ),
];

/// The words of the rules with their marks.
#[derive(Debug)]
pub(super) struct Lexicon(HashMap<&'static str, u32>);

impl Lexicon {
    /// Returns the words, which are read once in the life of the program.
    pub(super) fn shared() -> &'static Self {
        static SHARED: std::sync::OnceLock<Lexicon> = std::sync::OnceLock::new();
        SHARED.get_or_init(Self::new)
    }

    /// Reads the lists; some fifteen hundred words.
    fn new() -> Self {
        let mut words = HashMap::new();
        for &(marks, list) in LISTS {
            for word in list.split_ascii_whitespace() {
                *words.entry(word).or_insert(0) |= marks;
            }
        }
        Self(words)
    }

    /// Returns the marks of a word as written.
    pub(super) fn marks(&self, written: &str) -> u32 {
        let is_lower = written
            .bytes()
            .all(|byte| !byte.is_ascii_uppercase() && byte.is_ascii());
        let lower = if is_lower {
            Cow::Borrowed(written)
        } else {
            Cow::Owned(written.to_lowercase())
        };
        let lower = lower.as_ref();
        let word = owner(lower).unwrap_or(lower);
        let own = self.0.get(word).copied().unwrap_or(0);
        // "Kelly added"
        let is_given =
            written.starts_with(char::is_uppercase) && given_names::listed(word).is_some();
        if own == 0 && !is_given && word.len() > 4 && word.ends_with("ly") {
            return ADVERB;
        }
        if own == 0 && word.len() > 5 && word.ends_with("ing") {
            return GERUND;
        }
        if own == 0 && written.starts_with(char::is_uppercase) {
            let address = word.strip_suffix('.').unwrap_or(word);
            match given_names::listed(word).or_else(|| given_names::addressed(address)) {
                Some(Gender::Female) => return GIVEN | FEMALE,
                Some(Gender::Male) => return GIVEN | MALE,
                None => {}
            }
            if word.len() > 6 && word.ends_with("ed") {
                return GERUND;
            }
        }
        let last_part = word.rsplit('-').next().unwrap_or(word);
        let ending = if written.starts_with(char::is_lowercase) {
            by_ending(own, last_part)
        } else {
            0
        };
        own | self.noun(last_part) | ending
    }

    /// Returns the marks of a noun that stands in the plural or ends a compound ("vice-president").
    fn noun(&self, word: &str) -> u32 {
        let known =
            |word: &str| self.0.get(word).copied().unwrap_or(0) & (PERSON | BODY | MALE | FEMALE);
        // What people sit on.
        if word == "chairs" {
            return 0;
        }
        let as_it_is = known(word);
        if as_it_is & (PERSON | BODY) != 0 {
            return as_it_is;
        }
        let singular = word
            .strip_suffix("ies")
            .map_or(0, |stem| known(&format_y(stem)))
            | word.strip_suffix('s').map_or(0, known)
            | word.strip_suffix("es").map_or(0, known);
        if singular & (PERSON | BODY) != 0 {
            singular | PLURAL
        } else {
            0
        }
    }
}

/// Returns whom a word names as an owner: "Ibrahim" of "Ibrahim’s".
pub(super) fn owner(word: &str) -> Option<&str> {
    word.strip_suffix("’s").or_else(|| word.strip_suffix("'s"))
}

/// Tells whether a word names an owner: "Ibrahim’s".
pub(super) fn is_owner(word: &str) -> bool {
    owner(word).is_some()
}

/// Nouns for people that no list knows, by how they end: "fishwife", "locksmith", "harpist".
fn by_ending(own: u32, word: &str) -> u32 {
    if own != 0 || word.len() < 7 {
        return 0;
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    if ends(&["woman", "wife"]) {
        PERSON | FEMALE
    } else if ends(&["man"]) && !ends(&["human", "roman", "german", "ottoman", "shaman"]) {
        PERSON | MALE
    } else if ends(&[
        "person", "ologist", "ician", "maker", "keeper", "holder", "worker", "smith", "monger",
        "goer",
    ]) {
        PERSON
    } else {
        0
    }
}

fn format_y(stem: &str) -> String {
    let mut word = String::with_capacity(stem.len() + 1);
    word.push_str(stem);
    word.push('y');
    word
}
