//! As much English as it takes to be certain about a split capital.

/// Tells whether `word` often opens a paragraph, or is so common that the joined form is beyond doubt.
pub(super) fn is_opening(word: &str) -> bool {
    const WORDS: &str = "about above according across after again against all almost along already also \
        although always am amid among an and another any anyone are around as at away back be because been \
        before behind being below beneath between beyond both but by can could dear did do does down during \
        each earlier early either even eventually ever every everyone everything few finally first five for \
        four from given had half has have he her here hers him his how however hundreds i'd i'll i'm i've if \
        in indeed inside instead into is it its it's just last late later less let like like little long many \
        may maybe meanwhile might more most much must my near nearly neither never new next no nobody none nor \
        not nothing now of off often on once one only or other others our out outside over people perhaps \
        quite rather recently she should shortly since six so some someone something sometimes soon still \
        such suddenly take ten than that that's the their them then there there's these they they're this \
        those though thousands three through throughout thus to today together tomorrow tonight too toward \
        towards two under unlike until up upon us very was we we're well were what whatever when whenever \
        where whereas whether which while who whom whose why with within without would year years yes \
        yesterday yet you you're young your";
    has(WORDS, &word.replace('’', "'"))
}

/// Tells whether `rest` is itself a word that could stand behind "A", "I" or "O", although both
/// together would be another: "A round table", "I ran".
pub(super) fn is_word(rest: &str) -> bool {
    const WORDS: &str = "back base bed bet bid bide bit blaze board bode bound bout bove breast bridge broad \
        buse bus but buzz cross cute count custom dapt dab dept die do dorn dress drift far field fire float \
        foot ford fresh front gain gape gate gaze gent glow go gong ground head hold hoy im isle jar kin lack \
        larm lert light like lit live lone long loud lot lure ma mass maze men mid miss moral mount muse new \
        nod noint north oath one other pace part pay peace piece pike plum point pear peal pose prop pt quiver \
        rain rally range ray read rear rest rid ride right rise rising rose round rouse row sail say scent \
        scribe sea set sham shore side sign skew sleep slope social soft sonant spire spy stern stir stray sunder \
        tax temporal tend test theist tilt tire tone top tribute trophy tune typical udit vail vast venge venue \
        verse vert vow void wait wake ward ware wash way well while whirl wing woke wry \
        an bid con cons cicle deal dea dream dle dol ills image mage mp nd nit ran raise rate ris rise rises \
        rid ron sis slam slams slamic sle so solate t tem tart mine men mission mit mission mitted pen pens \
        pened bey bliged bject cean dour men pera pine pt range ration rally ring ught ver verdue vert verse \
        wed wing wl x yes king lord god man men my father son heavenly happy death sleep wind";
    has(WORDS, rest) || is_function_word(rest) || is_opening(rest)
}

/// Tells whether `rest` is a word that may follow a letter used as a name: "H is the enthalpy".
pub(super) fn is_function_word(rest: &str) -> bool {
    has(
        "a an and as at but by can for had has in is it of on or so the to was",
        rest,
    )
}

/// Tells whether an English word could begin like `rest`: it has a vowel, and its first consonants go
/// together. Anything but small Latin letters is given the benefit of the doubt.
pub(super) fn can_begin_word(rest: &str) -> bool {
    const ONSETS: &str = "bd bh bl br bw ch cl cr cz dh dj dr dw fj fl fr gh gl gn gr gw hr hw jh kh kl kn kr kv \
        kw ll lh mn ng ph pl pn pr ps pt qu rh sc sh sk sl sm sn sp sq sr st sv sw sz th tr ts tw tz vl vr wh \
        wr zh zl zw";
    let letters = rest.as_bytes();
    if !letters.iter().all(u8::is_ascii_lowercase) {
        return true;
    }
    let is_vowel = |letter: &u8| b"aeiouy".contains(letter);
    if !letters.iter().any(is_vowel) {
        return false;
    }
    match letters.iter().position(is_vowel) {
        Some(0 | 1) => true,
        _ => rest.get(..2).is_some_and(|onset| has(ONSETS, onset)),
    }
}

fn has(words: &str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|known| known == word)
}
