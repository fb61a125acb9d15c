//! Pairs that are written as one object.
//!
//! Pairs rather than a map, because a map is four kilobytes of the page and nothing is looked up in it.

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::marker::PhantomData;

type Pairs<T> = Vec<(String, Vec<T>)>;

pub(crate) fn serialize<T: Serialize, S: Serializer>(
    pairs: &Pairs<T>,
    to: S,
) -> Result<S::Ok, S::Error> {
    to.collect_map(pairs.iter().map(|(key, value)| (key, value)))
}

pub(crate) fn deserialize<'d, T: Deserialize<'d>, D: Deserializer<'d>>(
    from: D,
) -> Result<Pairs<T>, D::Error> {
    struct Reader<T>(PhantomData<T>);
    impl<'d, T: Deserialize<'d>> Visitor<'d> for Reader<T> {
        type Value = Pairs<T>;

        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("an object of lists")
        }

        fn visit_map<A: MapAccess<'d>>(self, mut map: A) -> Result<Pairs<T>, A::Error> {
            let mut pairs = Vec::new();
            while let Some(pair) = map.next_entry()? {
                pairs.push(pair);
            }
            Ok(pairs)
        }
    }
    from.deserialize_map(Reader(PhantomData))
}
