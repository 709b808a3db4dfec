"""Which document is which: by code, by number, by place and by year."""

from __future__ import annotations

import random
from dataclasses import replace

from normalize import documents
from normalize.documents import Cited


def cited(article_id: str, kind: str, code: str, home: str = "Bình Lâm", **said: str) -> Cited:
    return Cited(article_id=article_id, n=0, type=kind, code=code, home=home, **said)


def ids(*said: Cited) -> list[str]:
    return [found.document_id for found in documents.resolve(said)]


def test_directives_in_the_same_words_are_one_document() -> None:
    """So the first of them is asked about for all."""
    chance = random.Random(1)  # noqa: S311 - no secret
    kinds, codes = ("Quyết định", "Kế hoạch"), ("290-QĐ/TW", "290", "05-KH/HU", "05", "16/CT-TTg", "16")
    days, issuers = ("2019-03-01", "2020-03-01", "2020", None), ("Bộ Chính trị", None)
    said = [
        Cited(article_id=f"{n:03}", n=0, type=chance.choice(kinds), code=chance.choice(codes),
              issued=chance.choice(days), issuer=chance.choice(issuers), home=chance.choice(("Bình Lâm", "Nam Pha")))
        for n in range(400)
    ]  # fmt: skip
    wording = [(c.type, c.code, c.issued, c.issuer, c.home) for c in said]
    first = dict(zip(reversed(wording), reversed(said), strict=True))
    of_first = {found.article_id: found for found in documents.resolve(first.values())}
    for one, found in zip(wording, documents.resolve(said), strict=True):
        assert found == replace(of_first[first[one].article_id], article_id=found.article_id)


def test_a_code_of_the_centre_is_one_document_everywhere() -> None:
    one, two = ids(cited("a", "Quyết định", "290-QĐ/TW"), cited("b", "Quyết định", "290-QĐ/TW", "Nam Pha"))
    assert one == two == "290-qd-tw"
    assert ids(cited("a", "Nghị định", "79/2003/NĐ-CP")) == ["79-2003-nd-cp"]


def test_a_code_that_many_places_use_is_one_document_a_place() -> None:
    here, there = ids(cited("a", "Kế hoạch", "05-KH/HU"), cited("b", "Kế hoạch", "05-KH/HU", "Nam Pha"))
    assert here != there


def test_a_bare_number_is_the_one_document_it_can_be() -> None:
    whole = cited("a", "Quyết định", "290-QĐ/TW", issued="2010-02-25", issuer="Bộ Chính trị")
    short = cited("b", "Quyết định", "290", "Nam Pha", issuer="Bộ Chính trị")
    assert ids(whole, short) == ["290-qd-tw.2010", "290-qd-tw.2010"]
    assert ids(whole, cited("b", "Quyết định", "290", "Nam Pha", issuer="UBND tỉnh"))[1] != "290-qd-tw.2010"
    assert ids(whole, cited("b", "Quyết định", "290", "Nam Pha", issued="2015-01-01"))[1] != "290-qd-tw.2010"
    other = cited("c", "Quyết định", "290/QĐ-TTg")
    found = ids(whole, cited("b", "Quyết định", "290", "Nam Pha"), other)
    assert found[1] not in (found[0], found[2])


def test_a_code_used_again_in_another_year_is_another_document() -> None:
    first, second, undated = ids(
        cited("a", "Chỉ thị", "16/CT-TTg", issued="2019-06-25"),
        cited("b", "Chỉ thị", "16/CT-TTg", issued="2020-03-31"),
        cited("c", "Chỉ thị", "16/CT-TTg"),
    )
    assert (first, second, undated) == ("16-ct-ttg.2019", "16-ct-ttg.2020", "16-ct-ttg")
    slip = ids(
        cited("a", "Quyết định", "290-QĐ/TW", issued="2010-02-25"),
        cited("b", "Quyết định", "290-QĐ/TW", issued="2011-02-25"),
        cited("c", "Quyết định", "290-QĐ/TW", issued="2010-02-26"),
        cited("d", "Quyết định", "290-QĐ/TW"),
    )
    assert set(slip) == {"290-qd-tw.2010"}
    assert set(ids(cited("a", "Nghị định", "79/2003/NĐ-CP", issued="2013-07-07"))) == {"79-2003-nd-cp"}
