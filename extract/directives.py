"""Numbered documents: every citation, what it says of its document, and how documents bear on one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from extract.antecedents import Cluster, clusters
from extract.citation_parts import Parts, parts_of
from extract.citations import Cited, find_cited
from extract.records import Citation, DateExpression, Directive, DirectiveRelation, Leftover, Mention, Term
from extract.text import lower

_VAGUE = frozenset({"trung ương", "tw", "t.ư"})


def find_directives(
    doc: Doc | str, dates: Sequence[DateExpression], terms: Sequence[Term]
) -> tuple[list[Directive], list[DirectiveRelation], list[Leftover]]:
    """The documents an article cites by number, one record a document, with every place it is cited.

    “Quyết định số 290-QĐ/TW ngày 25-2-2010 của Bộ Chính trị (khóa X) về Quy chế …” gives type, code, issued,
    issuer, term and subject; a later “Quyết định 290” is the same document where no other has that number.
    `dates` and `terms` are what `find_dates` and `find_terms` read of the same text.
    """
    text = doc if isinstance(doc, str) else doc.text
    low = lower(text)
    cited, leftovers = find_cited(text, low)
    if not cited:
        return [], [], leftovers
    dates_by_start = {date.mention.span.start: date for date in dates}
    terms_by_start = {term.mention.span.start: term for term in terms}
    parts = [parts_of(text, low, one, dates_by_start, terms_by_start) for one in cited]
    found, ambiguous = clusters(cited)
    directives = [_directive(cluster, cited, parts) for cluster in found]
    return directives, [], leftovers + ambiguous


def _directive(cluster: Cluster, cited: Sequence[Cited], parts: Sequence[Parts]) -> Directive:
    own = [parts[at] for at in cluster.cited]
    return Directive(
        type=next((name for name in cluster.types if name != "Văn bản"), cluster.types[0]),
        code=max(cluster.codes, key=lambda code: (code.count("-") + code.count("/"), -cluster.codes.index(code))),
        issued=next((part.issued for part in own if part.issued and part.issued.value), None),
        issuer=_issuer(own),
        term=next((part.term for part in own if part.term), None),
        subject=next((part.subject for part in own if part.subject), None),
        citations=tuple(
            Citation(mention=cited[at].mention, pin=parts[at].pin, act=parts[at].act, act_mention=parts[at].act_mention)
            for at in cluster.cited
        ),
    )


def _issuer(own: Iterable[Parts]) -> Mention | None:
    """The first body named, one that says more than “Trung ương” before it."""
    named = [part.issuer for part in own if part.issuer]
    return next((issuer for issuer in named if issuer.text.lower() not in _VAGUE), named[0] if named else None)
