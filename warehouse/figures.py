"""Which figures: by the words of what they measure, with the sums they stand in."""

from __future__ import annotations

from decimal import Decimal

import duckdb

from warehouse.ask import Answer, ask


def indicators(con: duckdb.DuckDBPyConnection, words: str, *, place: str | None = None) -> list[Answer]:
    """`indicators(con, "Dân vận khéo")`: the figures, then their sums: “3545 = 1081 + 1081 + 466 + 917”."""
    figures = ask(con, "indicators/figures", words=words, place=place)
    wanted = set(zip(figures.column("article_id"), figures.column("n"), strict=True))
    return [figures, sums(ask(con, "indicators/sums", articles=sorted({article for article, _ in wanted})), wanted)]


def sums(checks: Answer, wanted: set[tuple[str, int]]) -> Answer:
    """The checks over at least one of the figures wanted, each written out as one line."""
    articles, figures, places = (checks.column(name) for name in ("article_id", "figures", "indicators"))
    rows = [
        (written(values), *row[:-1])
        for row, article, values, numbers in zip(checks.rows, articles, figures, places, strict=True)
        if any((article, n) in wanted for n in numbers)
    ]
    return Answer("sums", ("sum", *checks.columns[:-1]), tuple(rows))


def written(values: list[Decimal]) -> str:
    """The whole and its parts as the check lists them: “3545 = 1081 + 1081 + 466 + 917”."""
    whole, *parts = (format(value.normalize() + 0, "f") for value in values)
    return f"{whole} = {' + '.join(parts)}" if parts else whole
