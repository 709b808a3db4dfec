"""A reading as one JSON object in the shape of the gold annotations, spans and rule names beside."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from crawler.article import Article
from crawler.parquet import to_plain
from extract.records import Directive, Indicator, Mention, Official, Reading, Session


def as_gold(article: Article, reading: Reading) -> dict[str, Any]:
    """One line of `tinhuy extract`: the keys of the gold guide, then what the guide does not ask for."""
    return {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "published": article.published,
        "author": article.author,
        "officials": [_official(o) for o in reading.officials],
        "directives": [_directive(d) for d in reading.directives],
        "dates": [{"text": d.mention.text, "value": d.value, **_place(d.mention)} for d in reading.dates],
        "indicators": [_indicator(i) for i in reading.indicators],
        "sessions": [_session(s) for s in reading.sessions],
        "reader": reading.reader,
        **{
            name: plain(to_plain(getattr(reading, name)))
            for name in ("relations", "terms", "links", "checks", "statements", "leftovers")
        },
    }


def _place(mention: Mention) -> dict[str, Any]:
    return {"span": [mention.span.start, mention.span.end], "rule": mention.rule}


def _official(official: Official) -> dict[str, Any]:
    return {
        "name": official.name,
        "positions": [post.text for post in official.posts],
        "roles": sorted({role.kind.value for role in official.roles}),
        "mentions": [{"text": m.text, **_place(m)} for m in official.mentions],
        "position_mentions": [{"text": p.mention.text, **_place(p.mention)} for p in official.posts],
        "role_mentions": [{"role": r.kind.value, "text": r.mention.text, **_place(r.mention)} for r in official.roles],
    }


def _directive(directive: Directive) -> dict[str, Any]:
    return {
        "type": directive.type,
        "code": directive.code,
        "issued": directive.issued.value if directive.issued else None,
        "issuer": directive.issuer.text if directive.issuer else None,
        **{name: plain(to_plain(getattr(directive, name))) for name in ("term", "subject", "citations")},
    }


def _indicator(indicator: Indicator) -> dict[str, Any]:
    row = plain(to_plain(indicator))
    mention = indicator.mention
    kept = {key: value for key, value in row.items() if key != "mention" and value is not None and value is not False}
    return {**kept, "text": mention.text, **_place(mention)}


def _session(session: Session) -> dict[str, Any]:
    return {
        **plain(to_plain(session)),
        "place": session.place.text if session.place else None,
        "participants": list(dict.fromkeys(p.name for p in session.participants)),
        "groups": [group.text for group in session.groups],
        "presences": plain(to_plain(session.participants)),
    }


def plain(value: Any) -> Any:
    """Numbers as JSON writes them: `Decimal("13.50")` is 13.5, `Decimal("3545")` is 3545."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value
