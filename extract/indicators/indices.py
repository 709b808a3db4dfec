"""Named indices of government and economy: PAR INDEX, PAPI, PCI, SIPAS, GRDP, CPI, IIP."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.lexicon import load


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedIndex:
    """One block of data/lexicon/indices.toml: an index and the ways it is written."""

    name: str
    written: tuple[str, ...]
    examples: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


@cache
def _pattern() -> tuple[re.Pattern[str], tuple[str, ...], dict[str, str]]:
    """Every way an index is written, the first words of them, and whose they are."""
    owners = {form: index.name for index in load("indices", NamedIndex) for form in index.written}
    forms = "|".join(re.escape(form) for form in sorted(owners, key=len, reverse=True))
    marks = tuple({form.replace("-", " ").split()[0] for form in owners})
    return re.compile(rf"(?<!\w)({forms})(?!\w)"), marks, owners


def index_of(low: str, start: int, end: int) -> str | None:
    """The index last named in a stretch of lower-case text: “chỉ số hài lòng (SIPAS) tăng 2 bậc” is SIPAS."""
    pattern, marks, owners = _pattern()
    window = low[start:end]
    for mark in marks:  # no generator: most figures stand after none
        if mark in window:
            break
    else:
        return None
    last = None
    for last in pattern.finditer(low, start, end):  # noqa: B007
        pass
    return owners[last[1]] if last else None
