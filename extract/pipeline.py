"""The order in which one reader helps the next."""

from __future__ import annotations

from crawler.article import Article
from extract.dates import find_dates, find_terms
from extract.directives import find_directives
from extract.indicators import find_checks, find_indicators
from extract.language import Reader, make_doc
from extract.officials import find_officials
from extract.records import Reading
from extract.sessions import find_roles, find_sessions, find_statements, prose

READER = "0.3.0"
"""Version of the rules; raise it when a reading changes, and every article is read anew."""


def read(article: Article, reader: Reader) -> Reading:
    """Everything one article says. Dates come first: citations, figures and sessions lean on them."""
    with reader.nlp.memory_zone():
        doc = make_doc(reader, article.text)
        dates, terms = find_dates(doc, article.published), find_terms(doc)
        directives, relations, unread_codes = find_directives(doc, dates, terms)
        indicators, links, unread_digits = find_indicators(doc, dates, directives)
        people, unread_names = find_officials(doc, article.author)
        told = prose(doc)
        officials = find_roles(told, people)
        statements = find_statements(told, officials)
        sessions = find_sessions(told, article.headline_end, dates, directives, officials)
        return Reading(
            article_id=article.id,
            reader=READER,
            sentences=told.sentences,
            officials=tuple(officials),
            directives=tuple(directives),
            relations=tuple(relations),
            dates=tuple(dates),
            terms=tuple(terms),
            indicators=tuple(indicators),
            links=tuple(links),
            checks=tuple(find_checks(doc, indicators, links)),
            sessions=tuple(sessions),
            statements=tuple(statements),
            leftovers=(*unread_codes, *unread_digits, *unread_names),
        )
