"""Documents: citations to records, what codes say, short forms, relations; every entry of the registries is tried."""

from __future__ import annotations

import json
import lzma
import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.dates import find_dates, find_terms
from extract.directives import documents, find_directives, issuers
from extract.directives.citations import find_cited
from extract.directives.codes import describe, identity
from extract.directives.documents import DocumentType, NotCode
from extract.directives.issuers import Body
from extract.lexicon import load
from extract.records import Directive, DirectiveRelation, Leftover, RelationKind
from extract.text import lower

CASES = tomllib.loads((Path(__file__).parent / "cases" / "directives.toml").read_text("utf-8"))
RULES = {
    *(f"directives.{name}" for name in ("code", "list", "number", "back", "ambiguous", "unread_code", "pin")),
    *(
        f"directives.{name}"
        for name in ("issuer_after", "issuer_before", "issuer_speaking", "subject", "subject_quoted")
    ),
    *(f"directives.act_{act}" for act in ("implement", "study", "review", "issue", "announce")),
    *(f"relations.{kind}" for kind in RelationKind),
}


def read(text: str) -> tuple[list[Directive], list[DirectiveRelation], list[Leftover]]:
    return find_directives(text, find_dates(text, None), find_terms(text))


def shown(directive: Directive) -> str:
    issued = directive.issued.value if directive.issued else None
    issuer = directive.issuer.text if directive.issuer else None
    return f"{directive.type} | {directive.code} | {issued or '.'} | {issuer or '.'}"


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["text"][:60])
def test_a_case_is_read(case: dict[str, Any]) -> None:
    directives, relations, leftovers = read(case["text"])
    assert [shown(one) for one in directives] == case["reads"]
    citations = [citation for one in directives for citation in one.citations]
    ordered = sorted(citations, key=lambda citation: citation.mention.span)
    assert [f"{one.source} {one.kind} {one.target}" for one in relations] == case.get("relations", [])
    assert [one.mention.text for one in leftovers] == case.get("leftovers", [])
    got = {
        "terms": [one.term.value for one in directives if one.term],
        "subjects": [one.subject.text for one in directives if one.subject],
        "acts": [citation.act for citation in ordered if citation.act],
        "pins": [citation.pin.text for citation in ordered if citation.pin],
        "citations": [len(one.citations) for one in directives],
    }
    for key, value in got.items():
        assert key not in case or value == case[key], key


@pytest.mark.parametrize("phrase", CASES["reads_nothing"]["phrases"])
def test_what_is_no_document_is_not_read(phrase: str) -> None:
    directives, relations, leftovers = read(phrase)
    assert (directives, relations, leftovers) == ([], [], [])


@pytest.mark.parametrize(("code", "facts"), CASES["codes"].items())
def test_a_code_speaks_for_itself(code: str, facts: str) -> None:
    said = describe(code)
    assert said is not None
    assert said.type is not None
    assert said.body is not None
    assert f"{said.type.name}, {said.body.name}, {said.body.branch}, {said.body.level}, {said.year or '.'}" == facts


def test_what_is_no_code_says_nothing() -> None:
    assert describe("khóa XII") is None


def test_one_document_has_one_identity() -> None:
    assert {identity(code) for code in ("05-CT/TW", "05 - CT/TW", "5/CT-TW", "05-CT/T.Ư")} == {"5|CT|TW"}


def test_every_rule_is_fired_by_a_case() -> None:
    fired: set[str] = set()
    for case in CASES["case"]:
        directives, relations, leftovers = read(case["text"])
        fired |= {one.mention.rule for one in relations} | {one.mention.rule for one in leftovers}
        for directive in directives:
            fired |= {part.rule for part in (directive.issuer, directive.subject) if part}
            for citation in directive.citations:
                fired |= {part.rule for part in (citation.mention, citation.pin, citation.act_mention) if part}
    assert fired >= RULES


@pytest.mark.parametrize("kind", documents.document_types(), ids=lambda kind: kind.name)
def test_a_type_keeps_its_examples(kind: DocumentType) -> None:
    for phrase in kind.examples:
        directives, _, _ = read(phrase)
        assert kind.name in [one.type for one in directives], phrase
    for phrase in kind.refuse:
        assert kind.name not in [one.type for one in read(phrase)[0]], phrase


@pytest.mark.parametrize("kind", documents.document_types(), ids=lambda kind: kind.name)
def test_the_letters_of_a_type_are_read(kind: DocumentType) -> None:
    for symbol in kind.symbols:
        assert read(f"{kind.name} số 12/{symbol}-UBND")[0], symbol


@pytest.mark.parametrize("body", issuers.bodies(), ids=lambda body: body.name)
def test_a_body_keeps_its_examples_and_letters(body: Body) -> None:
    for name in body.examples:
        directives, _, _ = read(f"theo Công văn số 12 của {name} về giá đất")
        assert [one.issuer.text for one in directives if one.issuer] == [name]
        assert issuers.body_named(name) is not None
    for phrase in body.refuse:
        assert issuers.body_named(phrase) is not body, phrase
    for symbol in body.symbols:
        said = describe(f"12/QĐ-{symbol}" if "/" not in symbol else f"12-{symbol}")
        assert said is not None, symbol
        assert said.body is not None, symbol


@pytest.mark.parametrize("entry", load("not_codes", NotCode), ids=lambda entry: entry.name)
def test_letters_that_are_no_code_are_passed_over(entry: NotCode) -> None:
    for phrase in entry.examples:
        assert read(phrase) == ([], [], [])


TEXT = (
    "Quyết định số 290-QĐ/TW ngày 25-2-2010 của Bộ Chính trị (khóa X) về “việc” , ; 18, 19 – NQ, TW Nghị định này "
    "sửa đổi khoản 2 Điều 5 UBND tỉnh đã ban hành 12/QĐ-UBND thay thế Luật 45/2013/QH13 \n ."
)
PIECES = TEXT.split(" ")


@settings(max_examples=200, deadline=None)
@given(words=st.lists(st.sampled_from(PIECES), max_size=40))
def test_spans_hold_for_words_in_any_order(words: list[str]) -> None:
    text = " ".join(words)
    directives, relations, leftovers = read(text)
    for directive in directives:
        parts = [directive.issuer, directive.subject]
        for citation in directive.citations:
            parts += [citation.mention, citation.pin, citation.act_mention]
        assert all(part.span.of(text) == part.text for part in parts if part)
    mentions = [one.mention for one in relations] + [one.mention for one in leftovers]
    assert all(mention.span.of(text) == mention.text for mention in mentions)


CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "articles.jsonl.xz"
CODE_LIKE = re.compile(
    r"(?<![\w.,/-])\d+[A-Za-z]?(?:\s?[-–/]\s?\d{4})?\s?[-–/]\s?[A-ZĐ](?:[A-ZĐ]|[a-z][A-ZĐ])[\w&–/Đ-]*"
)


@pytest.mark.skipif(not CORPUS.exists(), reason="the shared corpus is not here")
def test_codes_of_the_corpus_are_read_or_explained() -> None:
    seen, unread = 0, []
    with lzma.open(CORPUS, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = unicodedata.normalize("NFC", json.loads(line)["text"])
            spans = [one.mention.span for one in find_cited(text, lower(text))[0]]
            for match in CODE_LIKE.finditer(text):
                seen += 1
                if not any(span.start < match.end() and match.start() < span.end for span in spans):
                    unread.append(match[0])
    assert seen > 500
    assert len(unread) < 0.01 * seen, unread
