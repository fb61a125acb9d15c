//! English verbs by the tense that their form tells.

/// What the form of a word tells as a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    None,
    /// A simple past or a participle.
    Past,
    /// The same of a verb of saying.
    Said,
    /// A present form that is seldom a noun.
    Base,
    Gerund,
    /// A gerund of somebody who has not done it yet: "hoping", "trying".
    Intent,
    Is,
    Was,
    Has,
    Had,
    Did,
    /// What looks ahead: "will", "must", "is due".
    Will,
}

/// Classifies a word in small letters.
pub(super) fn verb(word: &str) -> Verb {
    match word {
        "is" | "are" | "am" | "isn" | "aren" => Verb::Is,
        "was" | "were" | "wasn" | "weren" => Verb::Was,
        "has" | "have" | "hasn" | "haven" => Verb::Has,
        "had" | "hadn" => Verb::Had,
        "did" | "didn" | "could" | "couldn" => Verb::Did,
        "can" | "cannot" | "must" | "should" | "might" | "wouldn" | "ll" => Verb::Will,
        "said" | "told" | "heard" | "announced" | "wrote" | "added" | "confirmed" | "warned"
        | "testified" => Verb::Said,
        "hoping" | "trying" | "planning" | "wanting" | "waiting" | "preparing" | "intending" => {
            Verb::Intent
        }
        "go" | "goes" | "meet" | "meets" | "leave" | "leaves" | "begin" | "begins" | "come"
        | "comes" | "stay" | "stays" | "remain" | "remains" | "become" | "becomes" | "take"
        | "takes" | "fly" | "flies" | "sits" | "sails" | "resume" | "resumes" | "reopen"
        | "reopens" | "open" | "expire" | "travels" | "decide" | "decides" | "arrive"
        | "arrives" | "depart" | "departs" | "face" | "faces" | "host" | "hosts" | "want"
        | "wants" | "hold" | "holds" | "receives" | "appears" | "need" | "needs" | "don"
        | "doesn" | "do" | "does" | "get" | "gets" | "give" | "gives" | "speaks" | "visits"
        | "votes" | "plays" | "runs" | "returns" | "launches" => Verb::Base,
        "hundred" | "indeed" | "speed" | "exceed" | "proceed" | "succeed" | "feed" | "breed"
        | "seed" | "bleed" | "wicked" | "sacred" | "naked" | "during" | "king" | "thing"
        | "something" | "nothing" | "anything" | "everything" | "evening" | "morning" | "being"
        | "ring" | "wing" | "spring" | "string" | "building" | "meeting" | "hearing"
        | "briefing" | "ruling" | "according" | "including" | "ceiling" | "sibling" => Verb::None,
        _ if is_irregular_past(word) => Verb::Past,
        _ if word.len() > 4 && word.ends_with("ed") => Verb::Past,
        _ if word.len() > 5 && word.ends_with("ing") => Verb::Gerund,
        _ => Verb::None,
    }
}

fn is_irregular_past(word: &str) -> bool {
    matches!(
        word,
        "ate"
            | "became"
            | "beat"
            | "began"
            | "begun"
            | "bent"
            | "bet"
            | "bit"
            | "bled"
            | "blew"
            | "blown"
            | "born"
            | "bought"
            | "bound"
            | "bred"
            | "broke"
            | "broken"
            | "brought"
            | "built"
            | "burnt"
            | "burst"
            | "came"
            | "cast"
            | "caught"
            | "chose"
            | "chosen"
            | "clung"
            | "crept"
            | "cut"
            | "dealt"
            | "died"
            | "done"
            | "drank"
            | "drawn"
            | "dreamt"
            | "drew"
            | "driven"
            | "drove"
            | "drunk"
            | "dug"
            | "eaten"
            | "fallen"
            | "fed"
            | "fell"
            | "felt"
            | "fled"
            | "flew"
            | "flown"
            | "flung"
            | "forbade"
            | "forced"
            | "forgot"
            | "fought"
            | "found"
            | "froze"
            | "frozen"
            | "gave"
            | "given"
            | "gone"
            | "got"
            | "grew"
            | "grown"
            | "held"
            | "hid"
            | "hidden"
            | "hit"
            | "hung"
            | "hurt"
            | "kept"
            | "knew"
            | "known"
            | "laid"
            | "lain"
            | "lay"
            | "learnt"
            | "led"
            | "left"
            | "lent"
            | "let"
            | "lied"
            | "lit"
            | "lost"
            | "made"
            | "meant"
            | "met"
            | "overthrew"
            | "paid"
            | "put"
            | "quit"
            | "ran"
            | "rang"
            | "ridden"
            | "risen"
            | "rode"
            | "rose"
            | "sang"
            | "sank"
            | "sat"
            | "saw"
            | "seen"
            | "sent"
            | "shaken"
            | "shed"
            | "shone"
            | "shook"
            | "shot"
            | "shown"
            | "shut"
            | "slept"
            | "slid"
            | "sold"
            | "sought"
            | "spent"
            | "split"
            | "spoke"
            | "spoken"
            | "spread"
            | "sprang"
            | "stole"
            | "stolen"
            | "stood"
            | "struck"
            | "stuck"
            | "sunk"
            | "swam"
            | "swept"
            | "swore"
            | "sworn"
            | "taken"
            | "taught"
            | "thought"
            | "threw"
            | "thrown"
            | "tore"
            | "torn"
            | "took"
            | "understood"
            | "went"
            | "withdrawn"
            | "withdrew"
            | "woke"
            | "won"
            | "wore"
            | "worn"
            | "wound"
    )
}
