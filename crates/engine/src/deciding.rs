//! Layers after what a reader decided about names: joined, divided, renamed and hidden ones, wherever names count.

use annotation::layers::Layers;
use annotation::names::{Entity, EntityMention, Form, NameKind, Names, Reason};
use annotation::voices::name_spans;
use protocol::NameDecision;
use sorting::SmallSort;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// Kind of a decision whose names are not shown.
pub(crate) const HIDDEN: &str = "hidden";

/// What a reader decided, and the layers after it once something needed them.
#[derive(Debug, Default)]
pub(crate) struct Decisions {
    list: Vec<NameDecision>,
    layers: Option<Arc<Layers>>,
}

impl Decisions {
    /// Takes the reader's decisions in place of those before.
    pub(crate) fn replace(&mut self, list: &[NameDecision]) {
        if self.list != list {
            self.list = list.to_vec();
            self.layers = None;
        }
    }

    /// Returns layers after the decisions. Cost: linear in the layers the first time.
    pub(crate) fn apply(&mut self, layers: &Arc<Layers>) -> Arc<Layers> {
        if self.list.is_empty() {
            return layers.clone();
        }
        let decided = || Arc::new(decided(layers, &self.list));
        self.layers.get_or_insert_with(decided).clone()
    }
}

/// Which slot a name belongs to: the entities, and behind them the names that a reader decided upon.
pub(crate) struct Slots<'d> {
    /// For each entity the slot of its mentions.
    pub(crate) of_entities: Vec<usize>,
    /// A form of its own by the reader's decision, and its slot.
    pub(crate) parted: HashMap<&'d str, usize>,
}

impl<'d> Slots<'d> {
    pub(crate) fn new(decisions: &'d [NameDecision], entities: &[Entity]) -> Self {
        let mut joined: HashMap<&str, usize> = HashMap::new();
        let mut parted: HashMap<&str, usize> = HashMap::new();
        for (number, decision) in decisions.iter().enumerate() {
            let slot = entities.len() + number;
            for form in &decision.forms {
                joined.insert(form, slot);
            }
            joined.insert(&decision.preferred, slot);
            parted.insert(&decision.preferred, slot);
        }
        let slot = |(number, entity): (usize, &Entity)| {
            let joined = joined.get(entity.preferred());
            joined.copied().unwrap_or(number)
        };
        Self {
            of_entities: entities.iter().enumerate().map(slot).collect(),
            parted,
        }
    }

    /// Whether a form of this entity may be a name of its own.
    pub(crate) fn is_parted(&self, entity: &Entity) -> bool {
        let mut forms = entity.forms.iter();
        !self.parted.is_empty() && forms.any(|form| self.parted.contains_key(&*form.text))
    }
}

/// Numbers of entities stay; those that the reader decided upon follow. An entity without a mention left has no form
/// and no id, so that nothing finds it.
fn decided(layers: &Layers, decisions: &[NameDecision]) -> Layers {
    let entities = &layers.names.entities;
    let slots = Slots::new(decisions, entities);
    let is_hidden = |slot: usize| {
        let decision = slot.checked_sub(entities.len());
        let decision = decision.and_then(|at| decisions.get(at));
        decision.is_some_and(|one| one.kind == HIDDEN)
    };
    let renumbered = |number: u32| {
        let slot = slots.of_entities.get(number as usize).copied()?;
        (!is_hidden(slot)).then_some(slot as u32)
    };
    let mut after = moved(entities, decisions, &slots);
    for (slot, entity) in after.iter_mut().enumerate() {
        settle(entity, is_hidden(slot), &renumbered);
    }
    let names = Names { entities: after };
    let mut decided = Layers {
        spans: name_spans(&names, layers.days.len()),
        names,
        ..layers.clone()
    };
    for (own, spans) in decided.voices.iter_mut().zip(&decided.spans) {
        for voice in own {
            let Some(number) = voice.name else { continue };
            voice.name = renumbered(number);
            // A form that was divided off speaks for itself.
            let is_parted = entities
                .get(number as usize)
                .is_some_and(|one| slots.is_parted(one));
            if let (true, Some(speaker)) = (is_parted, voice.speaker) {
                let is_inside =
                    |span: corpus::ByteSpan| speaker.start <= span.start && span.end <= speaker.end;
                let named = spans.iter().find(|name| is_inside(name.span));
                voice.name = named.map(|name| name.entity).or(voice.name);
            }
        }
    }
    annotation::accounts::complete(&mut decided.accounts, &decided.days, &decided.spans);
    decided
}

/// Returns the entities, and behind them those of the decisions, with the mentions where they belong now.
fn moved(entities: &[Entity], decisions: &[NameDecision], slots: &Slots<'_>) -> Vec<Entity> {
    let mut after: Vec<Entity> = entities.iter().map(without_mentions).collect();
    after.extend(decisions.iter().map(of_decision));
    for (number, entity) in entities.iter().enumerate() {
        let own = slots.of_entities[number];
        if own == number && !slots.is_parted(entity) {
            after[number] = entity.clone();
            continue;
        }
        let stays = |form: &&Form| own == number && !slots.parted.contains_key(&*form.text);
        if let Some(first) = entity.forms.first().filter(stays) {
            // What stays is called as before.
            after[number].forms.push(Form {
                count: 0,
                ..first.clone()
            });
        }
        for mention in &entity.mentions {
            let text = entity.forms.get(mention.form as usize);
            let text = text.map_or("", |form| &form.text);
            let slot = slots.parted.get(text).copied().unwrap_or(own);
            put(&mut after[slot], text, *mention);
        }
        if own != number && after[own].role.is_none() {
            after[own].role.clone_from(&entity.role);
        }
    }
    after
}

/// Brings mentions into their order and candidates to their new numbers; of what is hidden nothing stays.
fn settle(entity: &mut Entity, is_hidden: bool, renumbered: &dyn Fn(u32) -> Option<u32>) {
    if is_hidden {
        entity.mentions.clear();
    }
    if entity.mentions.is_empty() {
        entity.forms.clear();
        entity.id.clear();
    }
    let order =
        |mention: &EntityMention| u64::from(mention.document) << 32 | u64::from(mention.span.start);
    entity.mentions.small_sort_by_number(order);
    let mut seen = BTreeSet::new();
    let candidates = entity.candidates.iter();
    entity.candidates = candidates
        .filter_map(|&number| renumbered(number))
        .filter(|&number| seen.insert(number))
        .collect();
}

fn without_mentions(entity: &Entity) -> Entity {
    Entity {
        forms: Vec::new(),
        mentions: Vec::new(),
        ..entity.clone()
    }
}

fn of_decision(decision: &NameDecision) -> Entity {
    Entity {
        id: decision.preferred.clone(),
        kind: NameKind::of(&decision.kind).unwrap_or(NameKind::Other),
        forms: vec![Form {
            text: decision.preferred.clone(),
            count: 0,
            reason: Reason::Same,
        }],
        mentions: Vec::new(),
        role: None,
        is_ambiguous: false,
        candidates: Vec::new(),
    }
}

/// Adds a mention, and its form where that is new.
fn put(entity: &mut Entity, text: &str, mention: EntityMention) {
    let known = entity.forms.iter().position(|form| form.text == text);
    let at = known.unwrap_or_else(|| {
        entity.forms.push(Form {
            text: text.to_owned(),
            count: 0,
            reason: Reason::Authority,
        });
        entity.forms.len() - 1
    });
    entity.forms[at].count += 1;
    entity.mentions.push(EntityMention {
        form: at as u32,
        ..mention
    });
}
