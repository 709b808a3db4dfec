"""A night: what has changed since the last build, and that build without the rows of the changed articles.

A night with one article in a hundred new is told of in a copy of the last build; the tables are those of a build made
anew. Whatever else has changed (a rule, a lexicon, a portal, the registry, the program) makes every table anew, as does
a night with more than a fifth of the articles, or a name taken down, which is masked in all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pyarrow as pa

from crawler.workspace import Workspace
from normalize.registry import Registry
from warehouse import inputs
from warehouse.inputs import File

MOST = 0.2
"""The share of articles from which making everything anew is no slower, and keeps the tables sorted."""
NIGHTLY = ("articles", "readings", "attachments")
"""Folders in which files change from night to night."""
MADE_ANEW = ("attachment", "build", "change", "province")
"""Tables that a night fills anew, as a whole."""

_HELD = "SELECT unnest(articles) FROM input WHERE file IN (SELECT unnest(?::VARCHAR[]))"
_HOLDING = "SELECT file FROM input WHERE list_has_any(articles, ?::VARCHAR[])"
_GONE = """INSERT INTO official_gone SELECT article_id, n, name, posts, home, official.published
    FROM official JOIN article USING (article_id) WHERE article_id IN (SELECT article_id FROM touched_article);
    INSERT INTO day_gone SELECT date FROM session
    WHERE length(date) >= 10 AND article_id IN (SELECT article_id FROM touched_article)"""
_LIKENED = """UPDATE likened SET digest = NULL WHERE one_id IN (SELECT article_id FROM touched_article)
    OR two_id IN (SELECT article_id FROM touched_article)"""
_OF_ARTICLES = """SELECT table_name FROM duckdb_columns() WHERE NOT internal AND column_name = 'article_id'
    AND table_name IN (SELECT t.table_name FROM duckdb_tables() AS t WHERE NOT t.temporary) ORDER BY ALL"""


@dataclass(frozen=True, slots=True)
class Night:
    """The articles to tell of anew, and the files of articles that hold them."""

    articles: list[str]
    files: list[Path]


def since(before: Path, workspace: Workspace, files: Mapping[str, File], registry: Registry) -> Night | None:
    """What has changed since a build; None where all of it must be made anew."""
    if any(down.who for down in registry.take_downs):
        return None
    try:
        with duckdb.connect(str(before), read_only=True) as con:
            past = dict(con.execute("SELECT file, digest FROM input").fetchall())
            changed = {name for name in past.keys() | files.keys() if past.get(name) != digest_of(files.get(name))}
            if any(name.partition("/")[0] not in NIGHTLY for name in changed):
                return None
            of_articles = {"articles/" + n.partition("/")[2] for n in changed if not n.startswith("attachments/")}
            here = {workspace.home / name for name in of_articles if name in files}
            touched = {article for (article,) in con.execute(_HELD, [sorted(of_articles)]).fetchall()}
            touched |= {article for path in here for article in inputs.articles_in(path)}
            ((known,),) = con.execute("SELECT count(*) FROM article").fetchall()
            if len(touched) > MOST * known:
                return None
            holding = con.execute(_HOLDING, [sorted(touched)]).fetchall()
    except duckdb.Error:  # a build of another shape
        return None
    others = {workspace.home / name for (name,) in holding if name in files}
    return Night(sorted(touched), sorted(here | others))


def digest_of(file: File | None) -> str | None:
    return file.digest if file else None


def clear(con: duckdb.DuckDBPyConnection, night: Night) -> None:
    """Take out of a copy of the last build what the night tells anew."""
    inputs.table(con, "touched_article", pa.table({"article_id": night.articles}, inputs.text("article_id")))
    con.execute(_GONE)
    for table in MADE_ANEW:
        con.execute(f'DELETE FROM "{table}"')  # noqa: S608 - names are our own
    con.execute(_LIKENED)
    for (table,) in con.execute(_OF_ARTICLES).fetchall():
        if table not in MADE_ANEW:
            con.execute(f'DELETE FROM "{table}" WHERE article_id IN (SELECT article_id FROM touched_article)')  # noqa: S608
