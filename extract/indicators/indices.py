"""Named indices of government and economy: PAR INDEX, PAPI, PCI, SIPAS, GRDP, CPI, IIP."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.lexicon import load


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedIndex:
    """One block of data/lexicon/indices.toml; `growth`: a bare percentage of it is a change."""

    name: str
    written: tuple[str, ...]
    growth: bool = False
    examples: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


@cache
def _marks() -> tuple[str, ...]:
    """A first word that every way of writing an index begins with: most figures stand after none."""
    return tuple({form.replace("-", " ").split()[0] for form in _pattern()[1]})


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    owners = {form: index.name for index in load("indices", NamedIndex) for form in index.written}
    forms = "|".join(re.escape(form) for form in sorted(owners, key=len, reverse=True))
    return re.compile(rf"(?<!\w)({forms})(?!\w)"), owners


def index_of(low: str, start: int, end: int) -> str | None:
    """The index last named in a stretch of lower-case text: “chỉ số hài lòng (SIPAS) tăng 2 bậc” is SIPAS."""
    window = low[start:end]
    if not any(mark in window for mark in _marks()):
        return None
    pattern, owners = _pattern()
    last = None
    for last in pattern.finditer(low, start, end):  # noqa: B007
        pass
    return owners[last[1]] if last else None
