"""The one read-only spaCy Doc of an article: tokens, sentences, lexicon terms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

import numpy as np
import spacy
from spacy.attrs import IDX, NORM, SENT_START
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.address import address_terms
from extract.heads import head_terms
from extract.text import fold_word

# Whole tokens: 290-QĐ/TW, 25-2-2010, 13,85, 39/63; TP., T.Ư, PGS.TS; K'Thanh, NN&PTNT, đ/c; else one sign.
_TOKEN = re.compile(
    r"""(\d(?:[\d.,/\-–]*\d)?(?:[-/]*[^\W\d_][\w\-/&]*)?
    |(?:PCT|CT|PBT|BT|PGĐ|GĐ)(?=\.)
    |[^\W\d_]\w*(?:['’‘&./]\w+)*(?:-\w+)*
    |\S|\s+)([ ]?)""",
    re.VERBOSE,
)
# A full stop, then white space, then no small letter; or a line break.
# The range à-ỹ holds capitals too (Đ, Ủ, Ở): small letters are listed.
_SMALL = "".join(letter for letter in map(chr, range(0x61, 0x1EFA)) if letter.islower())
_SENTENCE_END = re.compile(rf"""[.!?…][”"’')\]]*\s+(?=[^\W\d_{_SMALL}]|["“'(\[\-–•+*\d])|\s*\n\s*""")
_ABBREVIATION = re.compile(
    r"(?<!\w)(?:tp|tx|tt|ths|ts|pgs|gs|bs|ks|cn|q|p|h|t\.ư|tr|st|nxb|ct|pct|bt|pbt|gđ|pgđ|mr|mrs|ms|dr|[a-zđ])\.$",
    re.IGNORECASE,
)


class TextDoc(Doc):
    """A `Doc` that remembers its text: the stock `doc.text` joins all tokens anew, 3 ms each time it is asked."""

    def __init__(self, vocab: Vocab, text: str) -> None:
        super().__init__(vocab, *_words(text))
        self._text = text

    @property
    def text(self) -> str:
        return self._text


@dataclass(frozen=True, slots=True)
class Reader:
    """What is expensive to build and is passed to every `read`."""

    nlp: Language
    terms: PhraseMatcher


def build() -> Reader:
    """The vocabulary and its matcher; build once a process, about a fifth of a second."""
    nlp = spacy.blank("xx")
    # Only what is asked for: the stock attributes of a new word cost more than all rules together.
    nlp.vocab.lex_attr_getters = {NORM: fold_word}  # type: ignore[attr-defined]
    nlp.tokenizer = partial(TextDoc, nlp.vocab)
    terms = PhraseMatcher(nlp.vocab, attr="NORM")
    for label, phrases in _labelled():
        terms.add(label, [nlp.make_doc(phrase) for phrase in phrases])
    return Reader(nlp, terms)


def _labelled() -> Iterable[tuple[str, list[str]]]:
    """The lexicons whose words become terms of the Doc, by label."""
    yield from head_terms().items()
    yield from address_terms().items()


def _words(text: str) -> tuple[list[str], list[bool]]:
    """Tokens and whether a space follows, as `Doc` wants them: joined they are the text again."""
    pairs = _TOKEN.findall(text)
    return [word for word, _ in pairs], [bool(space) for _, space in pairs]


def make_doc(reader: Reader, text: str) -> Doc:
    """Tokens, sentences and `doc.spans["terms"]` of a text: `make_doc(reader, text).text == text`."""
    doc = reader.nlp.make_doc(text)
    if len(doc):
        offsets = doc.to_array([IDX]).astype(np.int64)
        starts = np.full(len(doc), -1, dtype=np.int64)
        begins = np.searchsorted(offsets, np.fromiter(_sentence_starts(text), dtype=np.int64))
        starts[begins[begins < len(doc)]] = 1
        doc.from_array([SENT_START], starts.astype(np.uint64))  # type: ignore[arg-type]
    doc.spans["terms"] = _longest(reader.terms(doc, as_spans=True))
    return doc


def _sentence_starts(text: str) -> Iterable[int]:
    """Offsets where a sentence begins; “TP. Nam Định” and “PGS. TS” end none."""
    yield 0
    for end in _SENTENCE_END.finditer(text):
        if text[end.start()] != "." or not _ABBREVIATION.search(text, max(0, end.start() - 8), end.start() + 1):
            yield end.end()


def _longest(spans: list[spacy.tokens.Span]) -> list[spacy.tokens.Span]:
    """Terms in text order, the longer one where two overlap: “Ban Bí thư” over “Bí thư”."""
    kept: list[spacy.tokens.Span] = []
    end = 0
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if span.start >= end:
            kept.append(span)
            end = span.end
    return kept
