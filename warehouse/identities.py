"""Hands what SQL has read to the resolvers, and their answers back: the tables claim, office and cited."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import duckdb
import pyarrow as pa

from normalize import documents, people, posts
from normalize.kin import bearing_on
from normalize.person import Wording
from normalize.provinces import provinces
from normalize.registry import Registry
from warehouse import schema
from warehouse.inputs import table

CLAIMS = """SELECT article_id, n, wording, published FROM claimed JOIN wording USING (name, posts, home)
    WHERE stands <> 'gone'"""

CITED = """CREATE TEMP TABLE cited AS
    SELECT citing.article_id, citing.n, document_id, found.home, why
    FROM citing JOIN citing_first AS f ON f.type = citing.type AND f.code = citing.code AND f.home = citing.home
        AND f.issued IS NOT DISTINCT FROM citing.issued AND f.issuer IS NOT DISTINCT FROM citing.issuer
    JOIN found_first AS found ON found.article_id = f.article_id AND found.n = f.n"""


def resolve_people(con: duckdb.DuckDBPyConnection, registry: Registry) -> None:
    """The table `claim`: which person each official of each article is; of a night, who it does not bear on stays."""
    con.execute(schema.read("claims.sql"))
    rows = con.execute("SELECT name, posts, home, is_touched FROM wording ORDER BY wording").fetchall()
    wordings = [Wording(name, tuple(posts), home) for name, posts, home, _ in rows]
    touched = [said for said, (*_, is_touched) in zip(wordings, rows, strict=True) if is_touched]
    bears = bearing_on(touched, wordings, registry)
    claims = con.execute(CLAIMS).fetchall()
    said = (wordings[i].said_in(article_id, n, published) for article_id, n, i, published in claims if bears[i])
    with no_collection():
        found = people.resolve(said, registry)
    columns = {"article_id": pa.string(), "n": pa.int64(), "person_id": pa.string(), "why": pa.string()}
    keep(con, "claim", found, columns)


@contextmanager
def no_collection() -> Iterator[None]:
    """Millions of claims and no cycle among them: the collector of cycles would go through them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def resolve_offices(con: duckdb.DuckDBPyConnection) -> None:
    """The table `office`: the parts of every post as written."""
    rows = con.execute(
        "SELECT DISTINCT p.text FROM (SELECT unnest(o.posts) AS p FROM official_said) ORDER BY ALL"
    ).fetchall()
    columns = dict.fromkeys(("post", "function", "body", "place", "level"), pa.string()) | {"former": pa.bool_()}
    keep(con, "office", [posts.office(post) for (post,) in rows], columns)


def resolve_documents(con: duckdb.DuckDBPyConnection) -> None:
    """The table `cited`: which document each directive of each article is; one wording means one document."""
    con.execute(schema.read("citing.sql"))
    rows = con.execute("SELECT article_id, n, type, code, issued, issuer, home FROM citing_first").fetchall()
    first = [
        documents.Cited(article_id=article_id, n=n, type=kind, code=code, issued=issued, issuer=issuer, home=home)
        for article_id, n, kind, code, issued, issuer, home in rows
    ]
    columns = dict.fromkeys(("article_id", "document_id", "home", "why"), pa.string()) | {"n": pa.int64()}
    keep(con, "found_first", documents.resolve(first), columns)
    con.execute(CITED)


def load_provinces(con: duckdb.DuckDBPyConnection) -> None:
    """The table `province`: what each was until when, and what it is part of now."""
    columns = ("name", "spellings", "is_city", "until", "today")
    rows = [(p.name, [p.name, *p.forms], p.city, p.until, p.today) for p in provinces()]
    table(con, "province_now", pa.table(dict(zip(columns, zip(*rows, strict=True), strict=True))))
    con.execute("INSERT INTO province FROM province_now")


def keep(con: duckdb.DuckDBPyConnection, name: str, records: Sequence[Any], columns: dict[str, pa.DataType]) -> None:
    rows = {column: pa.array([getattr(r, column) for r in records], kind) for column, kind in columns.items()}
    table(con, name, pa.table(rows))
