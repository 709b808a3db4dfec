"""The one read-only spaCy Doc of an article: tokens, sentences, lexicon terms."""

from __future__ import annotations

import re
from dataclasses import dataclass

import spacy
from spacy.attrs import NORM
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from extract.text import fold_word

# Whole tokens: 290-QĐ/TW, 25-2-2010, 13,85, 39/63, TP., K'Thanh, NN&PTNT.
_WHOLE = re.compile(r"\d[\d.,/\-]*\d(?:-?[A-ZĐ][\w\-/Đ]*)?|[A-ZĐ]{1,3}\.(?=\w)|[\w&'’./-]+(?<![.,'’/-])")
_PREFIX = re.compile(r"""^(?:[“"'‘(\[{«…–—:;,.!?/*•-])""")
_SUFFIX = re.compile(r"""(?:[”"'’)\]}»…–—:;,.!?/*-]|\.\.\.)$""")
_INFIX = re.compile(r"""[“”"()\[\];…]|(?<=[^\W\d]),(?=\w)|(?<=[a-zà-ỹ])\.(?=[A-ZÀ-ỸĐ])|[–—]""")
_SENTENCE_END = frozenset({".", "!", "?", "…", "./.", "..."})
_ABBREVIATION = re.compile(r"^(?:tp|tx|tt|ths|ts|pgs|gs|bs|ks|cn|q|p|h|t\.ư|tr|đ/c|st|nxb)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reader:
    """What is expensive to build and is passed to every `read`."""

    nlp: Language


def build() -> Reader:
    """The tokenizer, sentence rule and vocabulary; build once a process, about a tenth of a second."""
    nlp = spacy.blank("xx")
    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        prefix_search=_PREFIX.search,
        suffix_search=_SUFFIX.search,
        infix_finditer=_INFIX.finditer,
        token_match=re.compile(r"^\d[\d.,/\-]*\d$").match,
    )
    nlp.vocab.lex_attr_getters[NORM] = fold_word
    return Reader(nlp)


def make_doc(reader: Reader, text: str) -> Doc:
    """Tokens and sentences of a text: `make_doc(reader, text).text == text`."""
    doc = reader.nlp.make_doc(text)
    starts = [False] * len(doc)
    if starts:
        starts[0] = True
    for i, token in enumerate(doc[:-1] if len(doc) else []):
        following = doc[i + 1]
        if "\n" in token.text or (
            token.text in _SENTENCE_END
            and not following.is_lower
            and not (i and _ABBREVIATION.match(doc[i - 1].text) and not token.whitespace_ and token.text == ".")
        ):
            starts[i + 1] = True
    for token, start in zip(doc, starts, strict=True):
        token.is_sent_start = start
    return doc
