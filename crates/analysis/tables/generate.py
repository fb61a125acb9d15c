#!/usr/bin/env python3
"""Writes src/folding/table.rs: what each letter or digit beyond ASCII folds to.

Run from anywhere: python3 crates/analysis/tables/generate.py && rustfmt crates/analysis/src/folding/table.rs
The mapping is lower case, compatibility decomposition, marks dropped, and the exceptions below.
Characters that stand for themselves are not listed. Needs nothing but Python's unicodedata.
"""

import pathlib
import unicodedata

# Letters that Unicode does not decompose, and ours to choose.
SPECIAL = {
    "ß": "ss", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "œ": "oe", "þ": "th", "ð": "d",
    "ħ": "h", "ŧ": "t", "ŋ": "n", "ĸ": "k", "ƒ": "f", "ə": "e", "ɓ": "b", "ɗ": "d", "ɠ": "g",
    "ƙ": "k", "ƴ": "y", "ƶ": "z", "ǥ": "g", "ƀ": "b", "ɨ": "i", "ɉ": "j", "ɍ": "r", "ɏ": "y",
    "ς": "σ", "ϲ": "σ", "ʼ": "", "·": "",
    # Arabic: alef forms lose their hamza by decomposition; these do not decompose.
    "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك", "ۃ": "ه", "ە": "ه", "ـ": "", "ہ": "ه", "ھ": "ه",
}
# Cyrillic letters of their own, although Unicode writes them as letter and mark.
WHOLE = set("йїў")
# Scripts whose decompositions are folded; elsewhere only case and digits are. The Arabic ligatures of
# two and three letters (U+FC00 on) are left out: a fifth of the table, and no text that we met has them.
DECOMPOSED = [
    (0x00AA, 0x02AF), (0x0370, 0x052F), (0x0531, 0x0587), (0x0620, 0x06FF), (0x1D2C, 0x1DBF),
    (0x1E00, 0x1FFF), (0x2070, 0x209C), (0x2100, 0x218F), (0x2460, 0x24FF), (0x2C60, 0x2C7F),
    (0xA720, 0xA7FF), (0xFB00, 0xFBFF), (0xFE70, 0xFEFC), (0xFF10, 0xFF5A), (0xFF66, 0xFF9D),
    (0x1D400, 0x1D7FF), (0x1F100, 0x1F10A),
]


def fold(char):
    if unicodedata.category(char)[0] not in "LN":
        return char
    digit = unicodedata.digit(char, None)
    lower = char.lower()
    if digit is not None and unicodedata.category(char) == "Nd":
        return str(digit)
    if lower in WHOLE:
        return lower
    code = ord(char)
    if not any(first <= code <= last for first, last in DECOMPOSED):
        return lower if len(lower) == 1 else char
    plain = unicodedata.normalize("NFKD", lower).lower()
    out = "".join(SPECIAL.get(c, c) for c in plain if unicodedata.category(c)[0] != "M")
    # Modifier letters among the output are marks for ayn and hamza, which words drop.
    if not out or any(unicodedata.category(c)[0] not in "LN" or "ʰ" <= c <= "˿" for c in out):
        return lower if len(lower) == 1 else char
    return out


def mapping():
    pairs = {}
    for code in range(0x80, 0x20000):
        if 0xD800 <= code < 0xE000:
            continue
        out = fold(chr(code))
        if out != chr(code):
            pairs[code] = out
    return pairs


def take_runs(pairs, step, least):
    """Removes and returns runs of codes `step` apart that all move by the same distance."""
    runs = []
    codes = sorted(pairs)
    taken = set()
    for code in codes:
        if code in taken or len(pairs[code]) != 1:
            continue
        delta = ord(pairs[code]) - code
        last = code
        while True:
            following = last + step
            between = any(c in pairs for c in range(last + 1, following))
            if between or following in taken or len(pairs.get(following, "")) != 1:
                break
            if ord(pairs[following]) - following != delta:
                break
            last = following
        if (last - code) // step + 1 >= least:
            runs.append((code, last, step, delta))
            taken.update(range(code, last + 1, step))
    for code in taken:
        del pairs[code]
    return runs


def dense(pairs, wide_gap=6):
    """Groups the rest into stretches with one cell per code."""
    groups = []
    for code in sorted(pairs):
        if groups and code - groups[-1][1] <= wide_gap:
            groups[-1][1] = code
        else:
            groups.append([code, code])
    return groups


def main():
    pairs = mapping()
    n_pairs = len(pairs)
    runs = take_runs(pairs, 1, 5) + take_runs(pairs, 2, 4)
    count = {}
    for out in pairs.values():
        count[out] = count.get(out, 0) + 1
    outputs = sorted(count, key=lambda out: (-count[out], out))
    number = {out: n + 1 for n, out in enumerate(outputs)}
    cells, rows = [], []
    for first, last in dense(pairs):
        # A cell over a code that a run covers would hide the run.
        rows.append((first, last, 0, len(cells)))
        for code in range(first, last + 1):
            out = pairs.get(code)
            if out is None and any(a <= code <= b and (code - a) % s == 0 for a, b, s, _ in runs):
                for a, b, s, delta in runs:
                    if a <= code <= b and (code - a) % s == 0:
                        out = chr(code + delta)
                if out not in number:
                    outputs.append(out)
                    number[out] = len(outputs)
            cells.append(number[out] if out is not None else 0)
    # Runs that a dense stretch cuts into are split so that no two rows overlap.
    covered = [(f, l) for f, l, _, _ in rows]
    for first, last, step, delta in runs:
        start = previous = None
        for code in list(range(first, last + 1, step)) + [None]:
            free = code is not None and not any(a <= code <= b for a, b in covered)
            crossed = free and start is not None and any(previous < a <= code for a, _ in covered)
            if start is not None and (not free or crossed):
                rows.append((start, previous, step, delta))
                start = None
            if free:
                start = code if start is None else start
                previous = code
    rows.sort()
    for one, two in zip(rows, rows[1:]):
        assert one[1] < two[0], (one, two)
    text, ends = "", []
    for out in outputs:
        text += out
        ends.append(len(text.encode()))
    assert len(outputs) < 65536 and max(ends) < 65536
    lines = [
        f"//! Generated by tables/generate.py from Unicode {unicodedata.unidata_version}; {n_pairs} characters. Do not edit.",
        "",
        "/// First and last code; step, or 0 for a stretch of [`CELLS`]; distance to add, or the first cell.",
        f"pub(super) static ROWS: [(u32, u32, u8, i32); {len(rows)}] = [",
        *[f"    ({f:#x}, {l:#x}, {s}, {d})," for f, l, s, d in rows],
        "];",
        "",
        "/// One cell per code of the stretches: 0 for itself, else the number of an output, from 1.",
        f"pub(super) static CELLS: [u16; {len(cells)}] = {cells};",
        "",
        "/// Where each output ends in [`OUTPUTS`].",
        f"pub(super) static ENDS: [u16; {len(ends)}] = {ends};",
        "",
        "/// All outputs, one after the other.",
        f'pub(super) static OUTPUTS: &str = "{text}";',
        "",
    ]
    path = pathlib.Path(__file__).parent.parent / "src" / "folding" / "table.rs"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")
    print(f"{n_pairs} characters: {len(rows)} rows, {len(cells)} cells, "
          f"{len(outputs)} outputs in {len(text.encode())} bytes; "
          f"{len(rows) * 16 + len(cells) * 2 + len(ends) * 2 + len(text.encode())} bytes in all")


if __name__ == "__main__":
    main()
