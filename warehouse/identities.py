"""Hands what SQL has read to the resolvers, and their answers back: the tables claim, office and cited."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb
import pyarrow as pa

from normalize import documents, people, posts
from normalize.kin import bearing_on
from normalize.provinces import provinces
from normalize.registry import Registry
from warehouse.inputs import table


def resolve_people(con: duckdb.DuckDBPyConnection, registry: Registry) -> None:
    """The table `claim`: which person each official of each article is; of a night, who it does not bear on stays."""
    told = claims(
        con,
        "SELECT article_id, n, o.name, list_transform(o.posts, lambda p: p.text), home, published FROM official_said",
    )
    gone = claims(con, "FROM official_gone")
    held = claims(
        con, "SELECT article_id, n, name, posts, home, official.published FROM official JOIN article USING (article_id)"
    )
    again = [claim for claim, bears in zip(held, bearing_on([*told, *gone], held, registry), strict=True) if bears]
    found = people.resolve([*told, *again], registry)
    columns = {"article_id": pa.string(), "n": pa.int64(), "person_id": pa.string(), "why": pa.string()}
    keep(con, "claim", found, columns)


def claims(con: duckdb.DuckDBPyConnection, query: str) -> list[people.Claim]:
    return [
        people.Claim(article_id=article_id, n=n, name=name, posts=tuple(posts), home=home, published=published)
        for article_id, n, name, posts, home, published in con.execute(query).fetchall()
    ]


def resolve_offices(con: duckdb.DuckDBPyConnection) -> None:
    """The table `office`: the parts of every post as written."""
    rows = con.execute(
        "SELECT DISTINCT p.text FROM (SELECT unnest(o.posts) AS p FROM official_said) ORDER BY ALL"
    ).fetchall()
    columns = dict.fromkeys(("post", "function", "body", "place", "level"), pa.string()) | {"former": pa.bool_()}
    keep(con, "office", [posts.office(post) for (post,) in rows], columns)


def resolve_documents(con: duckdb.DuckDBPyConnection) -> None:
    """The table `cited`: which document each directive of each article is."""
    rows = con.execute(
        "SELECT article_id, n, d.type, d.code, d.issued.value, d.issuer.text, home FROM directive_said"
        " UNION ALL"
        " SELECT article_id, n, type, code, issued, issuer, home FROM directive JOIN article USING (article_id)"
    ).fetchall()
    cited = [
        documents.Cited(article_id=article_id, n=n, type=kind, code=code, issued=issued, issuer=issuer, home=home)
        for article_id, n, kind, code, issued, issuer, home in rows
    ]
    columns = dict.fromkeys(("article_id", "document_id", "home", "why"), pa.string()) | {"n": pa.int64()}
    keep(con, "cited", documents.resolve(cited), columns)


def load_provinces(con: duckdb.DuckDBPyConnection) -> None:
    """The table `province`: what each was until when, and what it is part of now."""
    rows = [[p.name, [p.name, *p.forms], p.city, p.until, p.today] for p in provinces()]
    con.executemany("INSERT INTO province VALUES (?, ?, ?, ?, ?)", rows)


def keep(con: duckdb.DuckDBPyConnection, name: str, records: Sequence[Any], columns: dict[str, pa.DataType]) -> None:
    rows = {column: pa.array([getattr(r, column) for r in records], kind) for column, kind in columns.items()}
    table(con, name, pa.table(rows))
