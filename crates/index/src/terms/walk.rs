//! The terms in order.

/// An fst whose bytes live elsewhere.
pub(crate) type Borrowed<'b> = fst::raw::Fst<&'b [u8]>;

/// Calls `visit` with each key that begins with `prefix` and its value, in byte order, as long as it returns
/// true.
///
/// The fst crate's streams do the same for any range, in three times the code.
pub(crate) fn walk(fst: &Borrowed<'_>, prefix: &[u8], visit: &mut dyn FnMut(&[u8], u64) -> bool) {
    let mut key = Vec::new();
    let mut stack = vec![(fst.root(), 0, 0)];
    while let Some((node, next, value)) = stack.last_mut() {
        if *next == 0
            && key.len() >= prefix.len()
            && node.is_final()
            && !visit(&key, *value + node.final_output().value())
        {
            return;
        }
        let transition = match prefix.get(key.len()) {
            Some(&byte) if *next == 0 => node.find_input(byte),
            None if *next < node.len() => Some(*next),
            _ => None,
        };
        let Some(transition) = transition else {
            stack.pop();
            key.pop();
            continue;
        };
        *next = transition + 1;
        let transition = node.transition(transition);
        let value = *value + transition.out.value();
        key.push(transition.inp);
        stack.push((fst.node(transition.addr), 0, value));
    }
}

/// Returns the values of the first and the last key that begin with `prefix`, in byte order; `None` where
/// no key does.
///
/// Cost: linear in the lengths of the two keys, however many stand between them.
pub(crate) fn ends(fst: &Borrowed<'_>, prefix: &[u8]) -> Option<(u64, u64)> {
    let (mut node, mut value) = (fst.root(), 0);
    for &byte in prefix {
        let transition = node.transition(node.find_input(byte)?);
        value += transition.out.value();
        node = fst.node(transition.addr);
    }
    let follow = |is_last: bool| {
        let (mut node, mut value) = (node, value);
        while is_last && !node.is_empty() || !node.is_final() {
            let last = node.len().checked_sub(1)?;
            let transition = node.transition(if is_last { last } else { 0 });
            value += transition.out.value();
            node = fst.node(transition.addr);
        }
        Some(value + node.final_output().value())
    };
    Some((follow(false)?, follow(true)?))
}

#[cfg(test)]
mod tests {
    use super::{Borrowed, ends, walk};
    use proptest::prelude::*;

    fn written(terms: &[String]) -> Vec<u8> {
        let mut builder = fst::MapBuilder::memory();
        for (number, term) in terms.iter().enumerate() {
            builder.insert(term, number as u64).expect("sorted terms");
        }
        builder.into_inner().expect("memory is enough")
    }

    proptest! {
        #[test]
        fn finds_what_begins_with_the_prefix(
            terms in prop::collection::btree_set("[abcé]{0,6}", 0..60),
            prefix in "[abcé]{0,3}",
            most in 1_usize..40,
        ) {
            let terms: Vec<String> = terms.into_iter().collect();
            let mut found = Vec::new();
            let bytes = written(&terms);
            let fst = Borrowed::new(&bytes).expect("bytes as built");
            walk(&fst, prefix.as_bytes(), &mut |key, number| {
                found.push((String::from_utf8_lossy(key).into_owned(), number));
                found.len() < most
            });
            let expected: Vec<_> = (0..)
                .zip(&terms)
                .filter(|(_, term)| term.starts_with(&prefix))
                .map(|(number, term)| (term.clone(), number))
                .take(most)
                .collect();
            prop_assert_eq!(&found, &expected);
            if found.len() < most {
                let values = |found: &[(String, u64)]| Some((found.first()?.1, found.last()?.1));
                prop_assert_eq!(ends(&fst, prefix.as_bytes()), values(&found));
            }
        }
    }
}
