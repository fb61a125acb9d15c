//! The page's module. It does nothing by itself: `src/boot.js` calls what [`vademecum_page`] offers.

#[cfg(target_arch = "wasm32")]
use vademecum_page as _;

fn main() {
    #[cfg(not(target_arch = "wasm32"))]
    println!("the page runs in a browser: `cargo xtask run` builds and serves it");
}
