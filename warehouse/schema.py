"""tables.sql → CREATE TABLE and COMMENT ON statements: a comment behind a name is its documentation."""

from __future__ import annotations

import re
from pathlib import Path

HERE = Path(__file__).resolve().parent

PLACE = """start BIGINT, -- First character in the article's text
    "end" BIGINT, -- First character after it
    text VARCHAR, -- The words
    rule VARCHAR, -- The rule that read them
    reader VARCHAR -- Version of the reader"""

_TABLE = re.compile(r"CREATE TABLE (?P<table>\w+) \( -- (?P<doc>.+)\n(?P<body>(?:.+\n)*?)\);")
_COLUMN = re.compile(r'^\s+(?P<column>\w+|"\w+") .*? -- (?P<doc>.+)$', re.MULTILINE)


def statements() -> str:
    """All tables with their comments, as one script."""
    script = read("tables.sql").replace("    @place", f"    {PLACE}")
    return script + "\n".join(comments(script))


def comments(script: str) -> list[str]:
    """`CREATE TABLE role ( -- What a person does` → `COMMENT ON TABLE role IS 'What a person does';`"""
    found = []
    for table in _TABLE.finditer(script):
        found.append(f"COMMENT ON TABLE {table['table']} IS {quoted(table['doc'])};")
        found += [
            f"COMMENT ON COLUMN {table['table']}.{column['column']} IS {quoted(column['doc'])};"
            for column in _COLUMN.finditer(table["body"])
        ]
    return found


def views() -> dict[str, str]:
    """Name → CREATE VIEW with its comment: the first comment of the file is the documentation."""
    return {path.stem: view(path.stem, path.read_text("utf-8")) for path in sorted((HERE / "views").glob("*.sql"))}


def view(name: str, script: str) -> str:
    doc = script.partition("\n")[0].removeprefix("--").strip()
    return f"CREATE VIEW {name} AS\n{script.rstrip().removesuffix(';')};\nCOMMENT ON VIEW {name} IS {quoted(doc)};"


def read(name: str) -> str:
    return (HERE / name).read_text("utf-8")


def quoted(words: str) -> str:
    return "'" + words.replace("'", "''") + "'"
