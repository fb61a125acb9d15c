#![no_main]

libfuzzer_sys::fuzz_target!(
    // Parsers of others may panic: the reader tells it as a damaged file. libFuzzer would stop at the panic itself.
    init: std::panic::set_hook(Box::new(|_| {})),
    |input: (u8, &[u8])| claims::files::check(input.1, input.0)
);
