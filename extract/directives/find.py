"""Numbered documents: every citation, what it says of its document, and how documents bear on one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from extract.directives.antecedents import Cluster, clusters
from extract.directives.citations import Cited, find_cited
from extract.directives.codes import describe, issuing_body
from extract.directives.issuers import body_named, may_issue
from extract.directives.leads import VAGUE
from extract.directives.parts import Parts, parts_of, with_shared_issuers
from extract.directives.relations import find_relations
from extract.records import Citation, DateExpression, Directive, DirectiveRelation, Leftover, Mention, Term
from extract.text import lower


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
    parts: list[Parts] = []
    for at, one in enumerate(cited):
        listed = at > 0 and one.group_end == cited[at - 1].group_end  # “QĐ 217, 218-QĐ/TW”: one lead and one tail
        parts.append(parts[-1] if listed else parts_of(text, low, one, dates_by_start, terms_by_start))
    parts = with_shared_issuers(low, cited, parts)
    found, ambiguous = clusters(text, cited, [part.issuer for part in parts])
    directives = [_directive(cluster, cited, parts) for cluster in found]
    code_of = {at: one.code for cluster, one in zip(found, directives, strict=True) for at in cluster.cited}
    relations = find_relations(text, low, cited, parts, [code_of.get(at) for at in range(len(cited))])
    return directives, relations, leftovers + ambiguous


def _directive(cluster: Cluster, cited: Sequence[Cited], parts: Sequence[Parts]) -> Directive:
    own = [parts[at] for at in cluster.cited]
    code = max(cluster.codes, key=lambda code: (code.count("-") + code.count("/"), -cluster.codes.index(code)))
    return Directive(
        type=_type(cluster.types),
        code=code,
        issued=_issued(own, code),
        issuer=_issuer(own, code),
        term=next((part.term for part in own if part.term), None),
        subject=next((part.subject for part in own if part.subject), None),
        citations=tuple(
            Citation(mention=cited[at].mention, pin=lead.pin, act=lead.act, act_mention=lead.act_mention)
            for at in cluster.cited
            if (lead := parts[at].lead)
        ),
    )


def _type(names: Sequence[str]) -> str:
    """What the article calls it most often, “văn bản” only where it says nothing else."""
    telling = [name for name in names if name != "Văn bản"] or names
    return max(dict.fromkeys(telling), key=telling.count)


def _issued(own: Sequence[Parts], code: str) -> DateExpression | None:
    """The most precise date said, one behind the code before one that opens its sentence."""
    behind = [part.issued for part in own if part.issued and part.issued is not part.lead.issued]
    before = [part.lead.issued for part in own if part.lead.issued and _of_its_year(part.lead.issued, code)]
    return max([*behind, *before], key=lambda date: len(date.value or ""), default=None)


def _of_its_year(date: DateExpression, code: str) -> bool:
    """25/2011/NĐ-CP was not issued on the day in 2017 that opens the sentence."""
    facts = describe(code)
    return not (facts and facts.year and date.value) or date.value[:4] == str(facts.year)


def _issuer(own: Iterable[Parts], code: str) -> Mention | None:
    """The first body named that may issue the code, one that says more than “Trung ương” before it."""
    body = issuing_body(code)
    named = [part.issuer for part in own if part.issuer and may_issue(body, body_named(part.issuer.text))]
    return next((issuer for issuer in named if issuer.text.lower() not in VAGUE), named[0] if named else None)
