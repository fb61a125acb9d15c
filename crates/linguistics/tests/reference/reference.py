#!/usr/bin/env python3
"""Figures that the crate is compared with, by other code: nltk and scipy on a tokenizer of its own.

In this folder, with nltk and scipy installed (the figures were made with 3.10.4 and 1.17.1):

  python3 reference.py < texts.jsonl > figures.json

texts.jsonl holds eight texts of the demonstration corpus as they were then, so that later changes of that
corpus change nothing here.
"""
import collections
import json
import math
import re
import sys
import unicodedata

from nltk.metrics import BigramAssocMeasures
from nltk.util import ngrams
from scipy.special import xlogy
from scipy.stats import chi2_contingency

NODE, TARGET, WINDOW = "homs", "captagon", 5


def words(text):
    """Words of one block: letters and digits, hyphens part, apostrophes go, a possessive goes whole."""
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
    text = re.sub(r"(?<=[^\W_])['’‘]s\b", "", text)
    text = re.sub(r"(?<=[^\W_])['’‘](?=[^\W_])", "", text)
    text = re.sub(r"\b(?:[a-z]\.){2,}", lambda found: found.group().replace(".", ""), text)
    text = re.sub(r"(?<=\d),(?=\d{3}\b)", "", text)
    return re.findall(r"\d+\.\d+|[^\W_]+", text)


texts = {entry["id"]: entry["text"] for entry in map(json.loads, sys.stdin)}
DOCUMENTS = list(texts)
blocks = {doc: [words(block) for block in texts[doc].split("\n\n")] for doc in DOCUMENTS}
tokens = {doc: [word for block in blocks[doc] for word in block] for doc in DOCUMENTS}
everything = [word for doc in DOCUMENTS for word in tokens[doc]]
total = len(everything)
frequency = collections.Counter(everything)
documents_with = collections.Counter(word for doc in DOCUMENTS for word in set(tokens[doc]))


def word_list():
    order = sorted(frequency, key=lambda word: (-frequency[word], word))[:40]
    return [[word, frequency[word], documents_with[word], frequency[word] * 1e6 / total] for word in order]


def ngram_list(size):
    counts, where = collections.Counter(), collections.defaultdict(set)
    for doc in DOCUMENTS:
        for block in blocks[doc]:
            for gram in ngrams(block, size):
                counts[gram] += 1
                where[gram].add(doc)
    order = sorted(counts, key=lambda gram: (-counts[gram], gram))[:30]
    return {"tokens": sum(counts.values()), "kinds": len(counts),
            "repeated": sum(count > 1 for count in counts.values()),
            "rows": [[" ".join(gram), counts[gram], len(where[gram])] for gram in order]}


def collocates():
    left, right, in_windows = collections.Counter(), collections.Counter(), 0
    for doc in DOCUMENTS:
        for block in blocks[doc]:
            for at, word in enumerate(block):
                if word == NODE:
                    before, after = block[max(0, at - WINDOW):at], block[at + 1:at + 1 + WINDOW]
                    left.update(before)
                    right.update(after)
                    in_windows += len(before) + len(after)
    rows = []
    for word in sorted(set(left) | set(right)):
        observed = left[word] + right[word]
        if observed < 2:
            continue
        marginals = (observed, (in_windows, frequency[word]), total)
        rows.append([word, observed, left[word], right[word], in_windows * frequency[word] / total,
                     14 + math.log2(2 * observed / (frequency[NODE] + frequency[word])),
                     BigramAssocMeasures.likelihood_ratio(*marginals), BigramAssocMeasures.pmi(*marginals),
                     BigramAssocMeasures.student_t(*marginals)])
    return {"matches": frequency[NODE], "window_words": in_windows, "rows": rows}


def keyness():
    target = collections.Counter(tokens[TARGET])
    c, d = len(tokens[TARGET]), total - len(tokens[TARGET])
    rows = []
    for word in sorted(frequency):
        a, b = target[word], frequency[word] - target[word]
        if a + b < 3:
            continue
        e1, e2 = c * (a + b) / (c + d), d * (a + b) / (c + d)
        simple = 2 * (xlogy(a, a / e1) + xlogy(b, b / e2))
        table = chi2_contingency([[a, b], [c - a, d - b]], correction=False, lambda_="log-likelihood").statistic
        ratio = math.log2(((a or 0.5) / c) / ((b or 0.5) / d))
        rows.append([word, a, b, float(simple), float(table), ratio])
    return rows


def deviation(parts):
    matches, size = sum(m for m, _ in parts), sum(s for _, s in parts)
    dp = sum(abs(m / matches - s / size) for m, s in parts) / 2
    return [dp, dp / (1 - min(s / size for _, s in parts))]


def dispersion():
    by_document = [(tokens[doc].count(NODE), len(tokens[doc])) for doc in DOCUMENTS]
    n, equal = 7, []
    for part in range(n):
        inside = [at for at in range(total) if at * n // total == part]
        equal.append((sum(everything[at] == NODE for at in inside), len(inside)))
    places = {doc: [at / len(tokens[doc]) for at, word in enumerate(tokens[doc]) if word == NODE]
              for doc in DOCUMENTS if NODE in tokens[doc]}
    return {"documents": deviation(by_document), "seven_parts": deviation(equal), "positions": places}


def similar():
    def vector(doc):
        return {word: (1 + math.log(count)) * math.log(len(DOCUMENTS) / documents_with[word])
                for word, count in collections.Counter(tokens[doc]).items()}
    vectors = {doc: vector(doc) for doc in DOCUMENTS}
    norm = {doc: math.sqrt(sum(weight ** 2 for weight in vectors[doc].values())) for doc in DOCUMENTS}
    own = vectors[TARGET]
    scores = {doc: sum(own.get(word, 0) * weight for word, weight in vectors[doc].items()) / norm[doc] / norm[TARGET]
              for doc in DOCUMENTS if doc != TARGET}
    return sorted(([doc, score] for doc, score in scores.items()), key=lambda pair: -pair[1])


json.dump({"documents": DOCUMENTS, "node": NODE, "target": TARGET, "words": total, "terms": len(frequency),
           "word_list": word_list(), "ngrams": {size: ngram_list(size) for size in range(1, 7)},
           "collocates": collocates(), "keyness": keyness(), "dispersion": dispersion(), "similar": similar()},
          sys.stdout, indent=None, separators=(",", ":"))
