"""Records (frozen dataclasses, named tuples) to Parquet and back: the schema is derived from their types."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Iterable, Iterator
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from crawler.workspace import written_beside

R = typing.TypeVar("R")

NUMBER = pa.decimal128(38, 6)
"""Numbers of the news: up to 32 digits before the comma and six after it."""

SCALARS: dict[type, pa.DataType] = {str: pa.string(), int: pa.int64(), bool: pa.bool_(), Decimal: NUMBER}


def write(path: Path, records: Iterable[Any], record_type: type, version: str) -> int:
    """Write records of one type beside `path`, then rename; returns how many."""
    schema = arrow_schema(record_type).with_metadata({"tinhuy.version": version})
    rows = [to_plain(record) for record in records]
    with written_beside(path) as beside:
        pq.write_table(pa.Table.from_pylist(rows, schema=schema), beside, compression="zstd")
    return len(rows)


def read(path: Path, record_type: type[R]) -> Iterator[R]:
    """The records of one Parquet file, in order."""
    for batch in pq.ParquetFile(path).iter_batches(batch_size=256):
        for row in batch.to_pylist():
            yield from_plain(row, record_type)


def version_of(path: Path) -> str | None:
    """The version a file was written with; None where it holds none."""
    value = (pq.read_schema(path).metadata or {}).get(b"tinhuy.version")
    return value.decode() if value else None


@cache
def arrow_schema(record_type: type) -> pa.Schema:
    """The Arrow schema of a record: nested records become structs, tuples become lists."""
    return pa.schema([pa.field(name, arrow_type(hint)) for name, hint in hints(record_type).items()])


def arrow_type(hint: Any) -> pa.DataType:
    hint = without_none(hint)
    if typing.get_origin(hint) is tuple:
        return pa.list_(arrow_type(typing.get_args(hint)[0]))
    if is_record(hint):
        return pa.struct([pa.field(name, arrow_type(inner)) for name, inner in hints(hint).items()])
    if issubclass(hint, StrEnum):
        return pa.string()
    return SCALARS[hint]


def to_plain(value: Any) -> Any:
    """A record as dicts, lists and scalars: `Span(0, 5)` is {"start": 0, "end": 5}."""
    kind: Any = type(value)
    if is_record(kind):
        return {name: to_plain(getattr(value, name)) for name in hints(kind)}
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    return value.value if isinstance(value, StrEnum) else value


def from_plain(value: Any, hint: Any) -> Any:
    """The reverse of `to_plain`, led by the type."""
    hint = without_none(hint)
    if value is None:
        return None
    if typing.get_origin(hint) is tuple:
        return tuple(from_plain(item, typing.get_args(hint)[0]) for item in value)
    if is_record(hint):
        return hint(**{n: from_plain(value[n], inner) for n, inner in hints(hint).items()})
    if isinstance(value, Decimal):
        return value.normalize() + 0
    return hint(value) if issubclass(hint, StrEnum) else value


@cache
def is_record(kind: Any) -> bool:
    """Whether this is the type of a record: a dataclass or a named tuple."""
    return isinstance(kind, type) and (dataclasses.is_dataclass(kind) or hasattr(kind, "_fields"))


@cache
def hints(record_type: Any) -> dict[str, Any]:
    """The fields of a record and their types, in order."""
    names = getattr(record_type, "_fields", None) or [field.name for field in dataclasses.fields(record_type)]
    resolved = typing.get_type_hints(record_type)
    return {name: resolved[name] for name in names}


def without_none(hint: Any) -> Any:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        (hint,) = (part for part in typing.get_args(hint) if part is not type(None))
    return hint
