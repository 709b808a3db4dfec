"""What the registry takes down is no official, and its name is masked wherever the articles it means write it."""

from __future__ import annotations

import duckdb

from normalize.registry import Registry, Who

MASK = "█"
"""As many as the name has letters: every offset stays."""

_COLUMNS = """SELECT table_name, column_name FROM duckdb_columns()
WHERE NOT internal AND data_type = 'VARCHAR' AND NOT regexp_matches(column_name, '_id$')
    AND table_name IN (SELECT c.table_name FROM duckdb_columns() AS c WHERE c.column_name = 'article_id')
    AND table_name IN (SELECT t.table_name FROM duckdb_tables() AS t WHERE NOT t.temporary)
ORDER BY ALL"""


def mask(con: duckdb.DuckDBPyConnection, registry: Registry) -> None:
    """Replace each name taken down by “█████” in every text of the articles meant."""
    names = [t.who for t in registry.take_downs if t.who]
    if not names:
        return
    columns = con.execute(_COLUMNS).fetchall()
    for who in names:
        for table, column in columns:
            con.execute(*masking(table, column, who))


def masking(table: str, column: str, who: Who) -> tuple[str, dict[str, str | None]]:
    """The statement that masks one name in one column, and its values."""
    where = f'contains("{column}", $name)'
    values: dict[str, str | None] = {"name": who.name, "mask": MASK * len(who.name)}
    if who.article:
        where += " AND article_id = $article"
        values["article"] = who.article
    if who.home:
        where += " AND article_id IN (SELECT a.article_id FROM article AS a WHERE lower(a.home) = lower($home))"
        values["home"] = who.home
    return f'UPDATE "{table}" SET "{column}" = replace("{column}", $name, $mask) WHERE {where}', values  # noqa: S608
