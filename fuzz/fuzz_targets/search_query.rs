#![no_main]

libfuzzer_sys::fuzz_target!(|input: (u8, &str)| claims::answers::check(input.1, input.0));
