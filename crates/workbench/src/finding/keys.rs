//! The list of keys.

use super::certificate::dialog;
use super::wording;
use crate::markup::{Element, element, styled, worded};

/// Id of the element that lies over the page.
pub const DIALOG: &str = "keys";

/// Returns the keys and what they do.
#[must_use]
pub fn view(has_single_keys: bool) -> Element {
    let mut list = styled("dl", "keys");
    for (keys, what) in &wording::KEY_LIST {
        let keys = element("dt").child(element("kbd").text(keys));
        list = list.child(element("div").child(keys).child(worded("dd", what)));
    }
    let remark = if has_single_keys {
        &wording::KEYS_OFF
    } else {
        &wording::KEYS_ARE_OFF
    };
    dialog(DIALOG, &wording::KEYS)
        .child(list)
        .child(worded("p", remark))
}
