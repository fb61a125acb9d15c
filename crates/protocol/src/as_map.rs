//! Pairs that are written as one object.
//!
//! Pairs rather than a map, because a map is four kilobytes of the page and nothing is looked up in it.

use serde::de::{MapAccess, Visitor};
use serde::{Deserializer, Serializer};

type Pairs = Vec<(String, Vec<String>)>;

pub(crate) fn serialize<S: Serializer>(pairs: &Pairs, to: S) -> Result<S::Ok, S::Error> {
    to.collect_map(pairs.iter().map(|(key, value)| (key, value)))
}

pub(crate) fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Pairs, D::Error> {
    struct Reader;
    impl<'d> Visitor<'d> for Reader {
        type Value = Pairs;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object of lists of strings")
        }

        fn visit_map<A: MapAccess<'d>>(self, mut map: A) -> Result<Pairs, A::Error> {
            let mut pairs = Vec::new();
            while let Some(pair) = map.next_entry()? {
                pairs.push(pair);
            }
            Ok(pairs)
        }
    }
    from.deserialize_map(Reader)
}
