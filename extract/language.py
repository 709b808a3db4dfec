"""The one read-only spaCy Doc of an article: tokens, sentences, lexicon terms, names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import spacy
from spacy.attrs import IDX, NORM, SENT_START
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extract.names import Named, sight
from extract.records import Span
from extract.sentences import sentence_starts
from extract.text import UPPER, fold, fold_word
from extract.vocabulary import PEOPLE, families

# Whole tokens: 290-QĐ/TW, 25-2-2010, 13,85, 39/63; TP., T.Ư, PGS.TS; K'Thanh, NN&PTNT, đ/c; else one sign. A full
# stop without its space (“ông An hỏi.Trả lời”) ends a word all the same.
_TOKEN = re.compile(
    rf"""(\d(?:[\d.,/\-–]*\d)?(?:[-/]*[^\W\d_][\w\-/&]*)?
    |(?:PCT|CT|PBT|BT|PGĐ|GĐ)(?=\.)
    |[^\W\d_]\w*(?:(?:['’‘&/]|\.(?!(?<=[a-zà-ỹ]{{2}}\.)[{UPPER}]))\w+)*(?:-(?!(?:Phó|Chủ|Bí|Giám|Trưởng|Ủy|Bộ|Thứ|Tổng|Chánh|Viện|Hiệu|[Nn]guyên)\s)\w+)*
    |\S|\s+)([ ]?)""",
    re.VERBOSE,
)


class Phrase(NamedTuple):
    """Words of a lexicon at their place in the text: (12, 24, "head") for “Phó Chủ tịch”."""

    start: int
    end: int
    label: str


class TextDoc(Doc):
    """A `Doc` that knows its text, the same folded, sentences, terms and names as plain values, by character.

    The stock `doc.text` joins all tokens anew, 3 ms each time it is asked; a spaCy `Span` costs twenty tuples.
    """

    folded: str = ""
    sentences: tuple[Span, ...] = ()
    phrases: Mapping[str, list[Phrase]] = MappingProxyType({})
    named: Named = Named()

    def __init__(self, vocab: Vocab, text: str) -> None:
        super().__init__(vocab, *_words(text))
        self._text = text

    @property
    def text(self) -> str:
        return self._text

    def terms(self, family: str) -> Sequence[Phrase]:
        """The terms of a family in text order, the longer one where two overlap: “Ban Bí thư” over “Bí thư”."""
        return self.phrases.get(family, ())


@dataclass(frozen=True, slots=True)
class Reader:
    """What is expensive to build and is passed to every `read`."""

    nlp: Language
    matcher: PhraseMatcher
    labels: Mapping[int, tuple[str, str]]
    """Family and label of a match, by its key."""


def build() -> Reader:
    """The vocabulary and its matcher; build once a process, about a fifth of a second."""
    nlp = spacy.blank("xx")
    # Only what is asked for: the stock attributes of a new word cost more than all rules together.
    nlp.vocab.lex_attr_getters = {NORM: fold_word}  # type: ignore[attr-defined]
    nlp.tokenizer = partial(TextDoc, nlp.vocab)
    matcher = PhraseMatcher(nlp.vocab, attr="NORM")
    labels: dict[int, tuple[str, str]] = {}
    for family, terms in families().items():
        for label, phrases in terms.items():
            key = f"{family}/{label}"
            matcher.add(key, [nlp.make_doc(phrase) for phrase in phrases])
            labels[nlp.vocab.strings[key]] = family, label
    return Reader(nlp, matcher, labels)


def _words(text: str) -> tuple[list[str], list[bool]]:
    """Tokens and whether a space follows, as `Doc` wants them: joined they are the text again."""
    pairs = _TOKEN.findall(text)
    return [word for word, _ in pairs], [bool(space) for _, space in pairs]


def make_doc(reader: Reader, text: str) -> TextDoc:
    """Tokens, sentences, terms and names of a text: `make_doc(reader, text).text == text`."""
    doc = reader.nlp.make_doc(text)
    assert isinstance(doc, TextDoc)  # noqa: S101
    doc.folded = fold(text)
    if not len(doc):
        return doc
    offsets = doc.to_array([IDX]).astype(np.int64)
    begins = np.searchsorted(offsets, np.array(sentence_starts(text), dtype=np.int64))
    begins = begins[begins < len(doc)]
    marks = np.full(len(doc), -1, dtype=np.int64)
    marks[begins] = 1
    doc.from_array([SENT_START], marks.astype(np.uint64))  # type: ignore[arg-type]
    doc.sentences = _sentences(doc, begins.tolist())
    doc.phrases = _phrases(reader, doc)
    doc.named = sight(text, doc.terms(PEOPLE))
    return doc


def _sentences(doc: Doc, begins: Iterable[int]) -> tuple[Span, ...]:
    """From the first letter of each sentence to its last; a line break stays with the line it ends."""
    ends = pairwise([*begins, len(doc)])
    return tuple(Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1])) for first, last in ends)


def _phrases(reader: Reader, doc: Doc) -> dict[str, list[Phrase]]:
    found: dict[str, list[Phrase]] = {}
    ends: dict[str, int] = {}
    for key, first, last in sorted(reader.matcher(doc), key=lambda match: (match[1], -match[2])):
        family, label = reader.labels[key]
        if first >= ends.get(family, 0):
            ends[family] = last
            phrase = Phrase(doc[first].idx, doc[last - 1].idx + len(doc[last - 1]), label)
            found.setdefault(family, []).append(phrase)
    return found
