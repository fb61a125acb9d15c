#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| claims::words::check(text));
