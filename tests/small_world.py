"""A small workspace written by hand: articles of two invented districts and what is read from them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

from crawler import parquet
from crawler.article import Article
from crawler.workspace import Workspace
from extract.pipeline import READER
from extract.records import (
    Check,
    Citation,
    DateExpression,
    Directive,
    Indicator,
    IndicatorKind,
    IndicatorLink,
    LinkKind,
    Mention,
    Official,
    Post,
    Presence,
    Reading,
    Role,
    RoleKind,
    Session,
    SessionKind,
    Span,
    Statement,
    Verdict,
)
from extract.stage import Filed, revision_of
from warehouse.ask import opened, sql

TEXT = """Huyện ủy Bình Lâm họp về công tác dân vận
Sáng 14-5, đồng chí Trần Hữu Bằng, Bí thư Huyện ủy Bình Lâm chủ trì cuộc họp về Quyết định số 290-QĐ/TW ngày 25-2-2010.
Đồng chí Lò Thị Mai, Phó Chủ tịch UBND huyện Bình Lâm dự họp.
Toàn huyện có 30 mô hình, trong đó 18 mô hình của xã, 12 mô hình của thôn.
Đồng chí Trần Hữu Bằng nhấn mạnh: các xã phải làm sớm."""


def mention(text: str, words: str, rule: str = "made.by_hand", nth: int = 0) -> Mention:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Mention(Span(start, start + len(words)), words, rule)


def article(article_id: str, text: str = TEXT, **said: object) -> Article:
    facts: dict[str, object] = {"portal": "binhlam", "published": "2020-05-15", "captured": "2020-05-16T01:00:00+07:00"}
    return Article(id=article_id, title=text.partition("\n")[0], text=text, **{**facts, **said})  # type: ignore[arg-type]


def reading(of: Article) -> Reading:
    """What the text above says, as far as its words are still there."""
    text = of.text
    officials, present = people(text)
    cited = Directive(
        type="Quyết định",
        code="290-QĐ/TW",
        issued=DateExpression("2010-02-25", mention(text, "25-2-2010")),
        citations=(Citation(mention=mention(text, "Quyết định số 290-QĐ/TW")),),
    )
    held = Session(
        kind=SessionKind.CONFERENCE,
        date="2020-05-14",
        directives=("290-QĐ/TW",),
        participants=present,
        mention=mention(text, "cuộc họp"),
    )
    said = Statement(
        speaker="Trần Hữu Bằng", verb=mention(text, "nhấn mạnh"), mention=mention(text, "các xã phải làm sớm")
    )
    return Reading(
        article_id=of.id,
        reader=READER,
        sentences=tuple(Span(start, start + len(line)) for start, line in starts(text)),
        officials=officials,
        directives=(cited,),
        dates=(DateExpression("2020-05-14", mention(text, "Sáng 14-5")),),
        indicators=tuple(models(text, number) for number in ("30", "18", "12")),
        links=tuple(IndicatorLink(kind=LinkKind.PART, source=n, target=0, rule="made.by_hand") for n in (1, 2)),
        checks=(sum_of(text),),
        sessions=(held,),
        statements=(said,) if said.speaker in text else (),
    )


def people(text: str) -> tuple[tuple[Official, ...], tuple[Presence, ...]]:
    officials, present = [], []
    for name, post, kind in (
        ("Trần Hữu Bằng", "Bí thư Huyện ủy Bình Lâm", RoleKind.CHAIR),
        ("Lò Thị Mai", "Phó Chủ tịch UBND huyện Bình Lâm", RoleKind.ATTENDEE),
    ):
        if name in text:
            said = mention(text, name)
            posts = (Post(post, mention(text, post)),) if post in text else ()
            officials.append(Official(name=name, posts=posts, roles=(Role(kind, said),), mentions=(said,)))
            present.append(Presence(name=name, role=kind, mention=said))
    return tuple(officials), tuple(present)


def models(text: str, number: str) -> Indicator:
    return Indicator(
        kind=IndicatorKind.COUNT,
        value=Decimal(number),
        unit="mô hình",
        number=mention(text, number),
        mention=mention(text, f"{number} mô hình"),
    )


def sum_of(text: str) -> Check:
    return Check(
        kind="sum",
        verdict=Verdict.HOLDS,
        stated=Decimal(30),
        computed=Decimal(30),
        indicators=(0, 1, 2),
        mention=mention(text, "30 mô hình"),
    )


def starts(text: str) -> list[tuple[int, str]]:
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, line))
        at += len(line) + 1
    return found


def put(workspace: Workspace, name: str, articles: Sequence[Article], *, read: bool = True) -> None:
    """One input of articles, read by hand or left to the stage."""
    for kept in articles:
        month = (kept.published or "undated")[:7]
        where = Path(f"portal={kept.portal}") / f"month={month}" / f"{name}-{kept.id}.parquet"
        parquet.write(workspace.articles / where, [kept], Article, "1")
        if read:
            parquet.write(workspace.readings / where, [Filed(revision_of(kept), reading(kept))], Filed, READER)


def rows(workspace: Workspace, query: str) -> list[tuple[object, ...]]:
    """What the current build answers to a SELECT."""
    with opened(workspace) as con:
        return list(sql(con, query).rows)
