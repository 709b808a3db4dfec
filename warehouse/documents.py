"""Which document: by code or number, and every article of every place that cites it, short forms included."""

from __future__ import annotations

import re

import duckdb

from normalize.names import bare
from warehouse.ask import Answer, ask

_BY_NUMBER = re.compile(r"(?P<type>[a-z ]*?)\s*(?:so\s*)?(?P<number>\d+[a-z]?)")


def document(con: duckdb.DuckDBPyConnection, code: str) -> list[Answer]:
    """`document(con, "290-QĐ/TW")`, or by number: "290", "Quyết định 290"."""
    wanted = bare(code)
    by_number = _BY_NUMBER.fullmatch(wanted)
    kind, number = (by_number["type"], by_number["number"]) if by_number else ("", "")
    found = ask(con, "document/called", code=wanted.replace(" ", ""), type=kind, number=number)
    ids = found.column("document_id")
    return [ask(con, f"document/{part}", documents=ids) for part in ("documents", "cited", "relations")]
