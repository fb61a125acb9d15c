//! Words that tell one event, whichever of them a text takes.

/// Words that tell one event.
pub(super) struct Event {
    /// The first stands for all.
    pub(super) words: &'static str,
    /// A verb with its particle, as two words each.
    phrases: &'static [&'static str],
    pub(super) kind: EventKind,
}

#[derive(PartialEq, Eq)]
pub(super) enum EventKind {
    /// It is told of its name only; its verbs mean much else ("took"). A name has it once: a city falls.
    Once,
    /// It is told of its name only, as often as it happens.
    Named,
    /// It is told of a thing as well: the bridge collapsed.
    Clear,
    /// It happens to people who are counted.
    Outcome,
}

const fn event(words: &'static str, phrases: &'static [&'static str], kind: EventKind) -> Event {
    Event {
        words,
        phrases,
        kind,
    }
}

/// The events; the place of one is its feature.
pub(super) const EVENTS: &[Event] = &[
    event(
        "fall fell fallen falls falling taken take took takes captured capture seized seize seizes lost surrendered conquered overran overrun",
        &[],
        EventKind::Once,
    ),
    event(
        "fled flee flees fleeing escaped escape escapes abandoned",
        &[],
        EventKind::Named,
    ),
    event(
        "killed kill kills killing dead died dies dying slain shot death deaths fatalities bodies drowned perished",
        &["their lives", "his life", "her life"],
        EventKind::Outcome,
    ),
    event(
        "arrived arrive arrives reached reach entered enter enters",
        &[],
        EventKind::Named,
    ),
    event("met meet meets meeting", &[], EventKind::Named),
    event(
        "called call telephoned phoned telephone rang",
        &[],
        EventKind::Named,
    ),
    event(
        "began begin begins started start launched launch",
        &["broke out", "breaks out", "set off"],
        EventKind::Clear,
    ),
    event(
        "wounded wounding injured injuring hurt injuries casualties burns cuts",
        &["to hospital", "in hospital"],
        EventKind::Outcome,
    ),
    event(
        "arrested arresting detained captive imprisoned arrests arrest custody",
        &[],
        EventKind::Outcome,
    ),
    event("missing unaccounted", &[], EventKind::Outcome),
    event(
        "evacuated evacuate evacuating displaced homeless",
        &[],
        EventKind::Outcome,
    ),
    event(
        "rescued rescue rescuing rescuers saved freed",
        &[
            "pulled out",
            "cut out",
            "got out",
            "dug out",
            "brought out",
            "brought up",
            "picked up",
        ],
        EventKind::Outcome,
    ),
    event(
        "trapped trap stranded",
        &["cut off", "shut in"],
        EventKind::Outcome,
    ),
    event(
        "collapsed collapse collapses collapsing crumbled failed failure",
        &[
            "gave way",
            "gives way",
            "giving way",
            "given way",
            "came down",
            "caved in",
            "broke up",
        ],
        EventKind::Clear,
    ),
    event(
        "exploded explode explosion explosions blast blasts detonated",
        &["went off", "blew up", "blown up"],
        EventKind::Clear,
    ),
    event(
        "sank sink sinks sunk sinking foundered capsized",
        &["went down"],
        EventKind::Clear,
    ),
    event(
        "crashed crash derailed derailment derails overturned",
        &["turned over", "came off"],
        EventKind::Clear,
    ),
    event(
        "resigned resign resigns resignation quit",
        &["stepped down", "stood down"],
        EventKind::Clear,
    ),
    event("burst bursts breached", &[], EventKind::Clear),
    event("erupted erupt eruption", &[], EventKind::Clear),
];

impl Event {
    /// The word that stands for all.
    pub(super) fn first(&self) -> &'static str {
        self.words.split(' ').next().unwrap_or_default()
    }
}

/// Returns the event that a verb and the particle after it tell.
pub(super) fn phrase(verb: &str, particle: &str) -> Option<&'static str> {
    if !matches!(
        particle,
        "way" | "down" | "off" | "out" | "up" | "in" | "hospital" | "lives" | "life"
    ) {
        return None;
    }
    let is_said = |phrase: &str| {
        phrase
            .split_once(' ')
            .is_some_and(|(first, next)| next == particle && verb.eq_ignore_ascii_case(first))
    };
    EVENTS
        .iter()
        .find(|event| event.phrases.iter().any(|phrase| is_said(phrase)))
        .map(Event::first)
}
