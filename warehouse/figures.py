"""Which figures: by the words of what they measure, with the sums they stand in and what other articles say."""

from __future__ import annotations

from decimal import Decimal
from itertools import compress

import duckdb

from warehouse.ask import Answer, ask


def indicators(con: duckdb.DuckDBPyConnection, words: str, *, place: str | None = None) -> list[Answer]:
    """`indicators(con, "Dân vận khéo")`: figures, sums (“3545 = 1081 + 1081 + 466 + 917”), other articles."""
    figures = ask(con, "indicators/figures", words=words, place=place)
    wanted = set(zip(figures.column("article_id"), figures.column("n"), strict=True))
    articles = sorted({article for article, _ in wanted})
    return [
        figures,
        sums(ask(con, "indicators/sums", articles=articles), wanted),
        elsewhere(ask(con, "indicators/elsewhere", articles=articles), wanted),
    ]


def sums(checks: Answer, wanted: set[tuple[str, int]]) -> Answer:
    """The checks over at least one of the figures wanted, each written out as one line."""
    articles, figures, places = (checks.column(name) for name in ("article_id", "figures", "indicators"))
    rows = [
        (written(values), *row[:-1])
        for row, article, values, numbers in zip(checks.rows, articles, figures, places, strict=True)
        if any((article, n) in wanted for n in numbers)
    ]
    return Answer("sums", ("sum", *checks.columns[:-1]), tuple(rows))


def elsewhere(checks: Answer, wanted: set[tuple[str, int]]) -> Answer:
    """The checks that ask another article about a figure wanted, or a figure wanted about another's."""
    ends = zip(*(checks.column(name) for name in ("article_id", "n", "other_id", "other_n")), strict=True)
    kept = [not wanted.isdisjoint({(article, n), (other, m)}) for article, n, other, m in ends]
    return Answer(checks.title, checks.columns, tuple(compress(checks.rows, kept)))


def written(values: list[Decimal]) -> str:
    """The whole and its parts as the check lists them: “3545 = 1081 + 1081 + 466 + 917”."""
    whole, *parts = (format(value.normalize() + 0, "f") for value in values)
    return f"{whole} = {' + '.join(parts)}" if parts else whole
