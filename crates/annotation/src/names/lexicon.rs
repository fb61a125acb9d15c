//! Words that tell names from words, and kinds of names from each other.
//!
//! Closed or slowly changing sets only: function words, titles, the heads of organisations and places,
//! countries with their peoples, capitals, the commonest given names of several cultures. No list of
//! persons. The whole table is 35 KB of text; everything else comes from the context.

mod table;

use crate::given_names;
use class::{GIVEN, PARTICLE, PEOPLE, PEOPLES, TITLE};
use std::collections::HashMap;
use table::{SAME_PLACES, TABLE};

/// What a word is known for; a word may be several of these.
pub(super) mod class {
    /// Begins sentences, never a name.
    pub(crate) const FUNCTION: u64 = 1;
    /// Stands before the name of a person: `President`, `Gen`, `Dr`.
    pub(crate) const TITLE: u64 = 1 << 1;
    /// Names what a person is, in small letters: `spokesman`, `journalist`.
    pub(crate) const ROLE: u64 = 1 << 2;
    /// A given name.
    pub(crate) const GIVEN: u64 = 1 << 3;
    /// The head of an organisation's name: `Ministry`, `Party`.
    pub(crate) const ORG_HEAD: u64 = 1 << 4;
    /// Ends a company's name: `Inc`.
    pub(crate) const ORG_SUFFIX: u64 = 1 << 5;
    /// The first word of an organisation's Arabic name: `Kataib`.
    pub(crate) const ORG_FIRST: u64 = 1 << 6;
    /// An organisation by itself: `NATO`.
    pub(crate) const ORG: u64 = 1 << 7;
    /// A country, city or region.
    pub(crate) const PLACE: u64 = 1 << 8;
    /// Ends the name of a place: `River`.
    pub(crate) const PLACE_HEAD: u64 = 1 << 9;
    /// Begins the name of a place: `Lake`, `San`.
    pub(crate) const PLACE_FIRST: u64 = 1 << 10;
    /// An adjective of nationality or religion.
    pub(crate) const PEOPLE: u64 = 1 << 11;
    /// The plural noun of one.
    pub(crate) const PEOPLES: u64 = 1 << 12;
    /// A month, weekday, language, feast: a capital that names nobody.
    pub(crate) const CALENDAR: u64 = 1 << 13;
    /// A particle inside names: `bin`, `de`, `van`.
    pub(crate) const PARTICLE: u64 = 1 << 14;
    /// A preposition that stands before places.
    pub(crate) const AT: u64 = 1 << 15;
    /// A verb of saying.
    pub(crate) const SAYING: u64 = 1 << 16;
    /// Kinship: `brother`, `wife`.
    pub(crate) const KIN: u64 = 1 << 17;
    /// An ordinary word that is often part of titles of things: `Golden`, `Popular`.
    pub(crate) const COMMON: u64 = 1 << 18;
    /// After the name of a place, in small letters: `province`, `airport`.
    pub(crate) const PLACE_NOUN: u64 = 1 << 19;
    /// After or before the name of an organisation, in small letters: `fighters`, `spokesman for`.
    pub(crate) const ORG_NOUN: u64 = 1 << 20;
    /// Joins the parts of an organisation's name: `of`, `for`.
    pub(crate) const LINK: u64 = 1 << 21;
    /// An East Asian family name, which stands first.
    pub(crate) const FAMILY_FIRST: u64 = 1 << 22;
    /// The one who is younger of two of the same name.
    pub(crate) const JUNIOR: u64 = 1 << 23;
    /// The one who is older.
    pub(crate) const SENIOR: u64 = 1 << 24;
    /// After a family's name: `family`, `clan`.
    pub(crate) const FAMILY: u64 = 1 << 25;
    /// Letters that abbreviate no organisation: `CEO`, `TV`, `II`.
    pub(crate) const LETTERS: u64 = 1 << 26;
    /// Says that another name follows: `known`, `called`, `alias`.
    pub(crate) const ALIAS: u64 = 1 << 27;
    /// After the name of a person: `administration`, `regime`, `era`.
    pub(crate) const RULE: u64 = 1 << 29;
    /// In small letters, what an organisation is: `company`, `newspaper`.
    pub(crate) const FIRM: u64 = 1 << 30;
    /// In small letters, what a place is: `village`, `port`.
    pub(crate) const SPOT: u64 = 1 << 31;
    /// A place only where it is written in capitals or after "the": `US`, `Gulf`.
    pub(crate) const NEEDS_CAPITALS: u64 = 1 << 28;
    /// What a company has, in small letters behind its name: `shares`, `headquarters`.
    pub(crate) const ASSET: u64 = 1 << 32;
    /// What companies do more than people: `employs`, `acquired`.
    pub(crate) const TRADING: u64 = 1 << 33;
}

/// The classes of all known words, by hash.
#[derive(Debug)]
pub struct Lexicon {
    classes: HashMap<u64, u64>,
    same_places: HashMap<&'static str, &'static str>,
}

impl Default for Lexicon {
    fn default() -> Self {
        Self::new()
    }
}

impl Lexicon {
    /// Builds the table; takes a fraction of a millisecond and about 200 KB of memory.
    #[must_use]
    pub fn new() -> Self {
        let mut lexicon = Self {
            classes: HashMap::new(),
            same_places: HashMap::new(),
        };
        for &(class, words) in TABLE {
            for word in words.split_ascii_whitespace() {
                lexicon.add(word, class);
                if class & PEOPLE != 0 {
                    let mut plural = word.to_owned();
                    plural.push('s');
                    if !word.ends_with("ese") && !word.ends_with("sh") && !word.ends_with("ic") {
                        lexicon.add(&plural, PEOPLES);
                    }
                }
            }
        }
        for address in given_names::addresses() {
            lexicon.add(address, TITLE);
        }
        for name in given_names::all() {
            let hash = hash_word(name);
            if lexicon.class(hash) & !PARTICLE == 0 {
                lexicon.add(name, GIVEN);
            }
        }
        for line in SAME_PLACES {
            let mut names = line.split('|');
            let Some(first) = names.next() else { continue };
            lexicon.same_places.insert(first, first);
            for name in names {
                lexicon.same_places.insert(name, first);
            }
        }
        lexicon
    }

    fn add(&mut self, name: &str, class: u64) {
        let mut words = name.split('_').map(hash_word);
        let first = words.next().unwrap_or(0);
        let hash = words.fold(first, join_hash);
        *self.classes.entry(hash).or_insert(0) |= class;
    }

    /// Returns the classes of a word or of several words joined with [`join_hash`]; 0 for unknown ones.
    pub(super) fn class(&self, hash: u64) -> u64 {
        self.classes.get(&hash).copied().unwrap_or(0)
    }

    /// Tells whether a word is known as a given name, also where its class is another first of all.
    pub(super) fn is_given(&self, word: &str) -> bool {
        self.class(hash_word(word)) & GIVEN != 0 || given_names::listed(word).is_some()
    }

    /// Returns the usual name of a place known by several, in small letters.
    pub(super) fn usual_place(&self, name: &str) -> Option<&'static str> {
        self.same_places.get(name).copied()
    }
}

/// Returns the hash of a word whatever its case and apostrophes (FNV-1a, 64 bits).
pub(super) fn hash_word(word: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for c in word.chars() {
        let c = match c {
            'A'..='Z' => c.to_ascii_lowercase(),
            '`' => '\'',
            '\0'..='\x7f' => c,
            '’' | '‘' | 'ʼ' | 'ʾ' | 'ʿ' | '´' => '\'',
            _ => analysis::lowercase(c),
        };
        hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3);
    }
    hash
}

/// Returns the hash of a name of several words from that of its beginning and that of its next word.
pub(super) fn join_hash(before: u64, word: u64) -> u64 {
    (before.rotate_left(7) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}
