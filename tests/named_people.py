"""Officials of a case: the names it lists, at every place where its text has them or a short form of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from extract.language import Reader, make_doc
from extract.records import Mention, Official, Span
from extract.sessions.prose import Prose, prose


def officials(text: str, names: Iterable[str], short: Mapping[str, str] | None = None) -> list[Official]:
    """`short` maps a later reference to its person: {"ông An": "Lê Văn An"}."""
    written = [(name, name) for name in names] + [(form, name) for form, name in (short or {}).items()]
    mentions: dict[str, list[Mention]] = {name: [] for _, name in written}
    for form, name in written:
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text, re.IGNORECASE):
            mentions[name].append(Mention(Span(*match.span()), match.group(), "officials.case"))
    return [Official(name=name, mentions=tuple(found)) for name, found in mentions.items()]


def prose_of(reader: Reader, text: str) -> Prose:
    return prose(make_doc(reader, text))
