#![no_main]

libfuzzer_sys::fuzz_target!(|input: (u8, &[u8])| claims::layers::check(input.1, input.0));
