"""What the registry takes down is no official, and its name is masked wherever the articles it means write it."""

from __future__ import annotations

import re

import duckdb

from normalize.names import bare, folded
from normalize.registry import Registry, Who

MASK = "█"
"""As many as the name has letters: every offset stays."""

_COLUMNS = """SELECT table_name, column_name, data_type FROM duckdb_columns()
WHERE NOT internal AND data_type IN ('VARCHAR', 'VARCHAR[]') AND NOT regexp_matches(column_name, '_id$')
    AND table_name IN (SELECT c.table_name FROM duckdb_columns() AS c WHERE c.column_name = 'article_id')
    AND table_name IN (SELECT t.table_name FROM duckdb_tables() AS t WHERE NOT t.temporary)
ORDER BY ALL"""


def mask(con: duckdb.DuckDBPyConnection, registry: Registry) -> None:
    """Replace each name taken down by “█████” in every text and caption of the articles meant: “LÒ THỊ MAI” too."""
    names = [t.who for t in registry.take_downs if t.who]
    if not names:
        return
    columns = con.execute(_COLUMNS).fetchall()
    for who in names:
        for table, column, kind in columns:
            con.execute(*masking(table, column, kind, who))
        con.execute(*masking("document", "subject", "VARCHAR", who))


def masking(table: str, column: str, kind: str, who: Who) -> tuple[str, dict[str, str]]:
    """The statement that masks one name in one column, and its values."""
    meant, values = meaning(who)
    if table == "document":  # its subject is what articles say: masked where one of them is meant
        meant = f"document_id IN (SELECT document_id FROM directive WHERE {meant})"  # noqa: S608 - conditions of our own
    values |= {
        "name": "|".join(dict.fromkeys(re.escape(form) for form in written(who.name, table, column))),
        "mask": MASK * len(who.name),
    }
    masked = "regexp_replace({}, $name, $mask, 'gi')"
    if kind == "VARCHAR[]":
        found = f"""len(list_filter("{column}", lambda s: regexp_matches(s, $name, 'i'))) > 0"""
        new = f"""list_transform("{column}", lambda s: {masked.format("s")})"""
    else:
        found, new = f"""regexp_matches("{column}", $name, 'i')""", masked.format(f'"{column}"')
    return f'UPDATE "{table}" SET "{column}" = {new} WHERE {found} AND {meant}', values  # noqa: S608


def written(name: str, table: str, column: str) -> tuple[str, ...]:
    """The forms of a name in a column: what figures are looked up and matched by is written without marks."""
    return (bare(name),) if table == "indicator" and column in ("search", "subject") else (name, folded(name))


def meaning(who: Who) -> tuple[str, dict[str, str]]:
    """The condition on `article_id` under which a name is the one meant, and its values."""
    conditions, values = ["true"], {}
    if who.article:
        conditions.append("article_id = $article")
        values["article"] = who.article
    if who.home:
        conditions.append("article_id IN (SELECT a.article_id FROM article AS a WHERE lower(a.home) = lower($home))")
        values["home"] = who.home
    return " AND ".join(conditions), values
