"""Speed as ratios measured in one run: `make bench`.

Articles are those of about 2,000 words of the shared corpus; where it is absent they are joined from the sample
portal's prose, which holds three times as many figures. Pages are those of the shared portals, or the sample's. Every
yardstick and every measured part takes its turn in each round and the fastest round counts, so noise hits all alike;
time is CPU time, but for two processes against one.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager

import trafilatura
from bench_inputs import long_articles, long_pages
from bench_road import bench_crawl, bench_night
from rich.console import Console
from rich.table import Table
from underthesea import ner

from crawler.article import Article, Reject
from crawler.clean import page_to_article
from crawler.portals import Portal
from extract.dates import find_dates, find_terms
from extract.directives import find_directives
from extract.indicators import find_checks, find_indicators
from extract.language import Reader, build, make_doc
from extract.officials import find_officials
from extract.pipeline import read
from extract.sessions import find_roles, find_sessions, find_statements, prose

ROUNDS = 5


def fastest(parts: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Seconds of the fastest of the rounds, part by part; the parts take turns."""
    best = dict.fromkeys(parts, float("inf"))
    for _ in range(ROUNDS):
        for name, part in parts.items():
            start = time.process_time()
            part()
            best[name] = min(best[name], time.process_time() - start)
    return best


def reading_parts(reader: Reader, texts: Sequence[Article]) -> dict[str, float]:
    """Seconds over all texts: Doc + terms, each pair of readers on Docs made before, the whole reading."""
    spent: dict[str, float] = {}

    @contextmanager
    def part(name: str):  # type: ignore[no-untyped-def]
        start = time.process_time()
        yield
        spent[name] = spent.get(name, 0.0) + time.process_time() - start

    for article in texts:
        with reader.nlp.memory_zone():
            with part("doc"):
                doc = make_doc(reader, article.text)
            with part("dates and directives"):
                dates, terms = find_dates(doc, article.published), find_terms(doc)
                directives, _, _ = find_directives(doc, dates, terms)
            with part("indicators and audit"):
                indicators, links, _ = find_indicators(doc, dates, directives)
                find_checks(doc, indicators, links)
            with part("officials and sessions"):
                people, _ = find_officials(doc, article.author)
                told = prose(doc)
                officials = find_roles(told, people)
                find_statements(told, officials)
                find_sessions(told, article.headline_end, dates, directives, officials)
        with part("whole reading"):
            read(article, reader)
    return spent


def bench_reading(table: Table, reader: Reader, texts: Sequence[Article]) -> float:
    """Each reader against Doc + terms; returns articles a second."""
    rounds = [reading_parts(reader, texts) for _ in range(ROUNDS)]
    best = {name: min(spent[name] for spent in rounds) for name in rounds[0]}
    goals = {
        "dates and directives": "≤ 0.4",
        "indicators and audit": "≤ 0.4",
        "officials and sessions": "≤ 0.6",
        "whole reading": "≤ 2.5",
    }
    per_article = 1000 * best["doc"] / len(texts)
    table.add_row("Doc + terms", "the yardstick", f"{per_article:.2f} ms an article", "")
    for name, goal in goals.items():
        table.add_row(name, "Doc + terms", f"{best[name] / best['doc']:.2f} × its time", goal)
    return len(texts) / best["whole reading"]


def bench_witness(table: Table, rate: float, texts: Sequence[Article]) -> None:
    """The whole reading against tagging everything with underthesea's CRF."""
    ner("Nam Định")
    start = time.process_time()
    ner(texts[0].text)
    table.add_row("whole reading", "underthesea ner", f"{rate * (time.process_time() - start):.0f} × its rate", "≥ 150")


def bench_pages(table: Table, reader: Reader) -> None:
    """Page → article and page → reading against trafilatura alone on the same pages."""
    portal, pages = long_pages()

    def clean(known: Portal | None) -> list[Article]:
        made = [page_to_article(body, url=url, portal=known, id=url) for body, url in pages]
        return [one for one in made if not isinstance(one, Reject)]

    best = fastest(
        {
            "bare_extraction": lambda: [trafilatura.bare_extraction(body, with_metadata=True) for body, _ in pages],
            "with layout": lambda: clean(portal),
            "reading": lambda: [read(article, reader) for article in clean(portal)],
            "without layout": lambda: clean(None),
        }
    )
    base = best["bare_extraction"]
    table.add_row("bare_extraction", "the yardstick", f"{len(pages) / base:.0f} pages a second", "")
    table.add_row(
        "page → article, layout known", "bare_extraction", f"{base / best['with layout']:.1f} × its rate", "≥ 6"
    )
    table.add_row("page → reading, layout known", "bare_extraction", f"{base / best['reading']:.1f} × its rate", "≥ 4")
    table.add_row(
        "page → article, no layout", "bare_extraction", f"{base / best['without layout']:.2f} × its rate", "≥ 0.8"
    )


_READER: list[Reader] = []


def _start() -> None:
    _READER.append(build())
    read(long_articles()[0], _READER[0])


def _read(article: Article) -> int:
    return len(read(article, _READER[0]).dates)


def bench_processes(table: Table, texts: Sequence[Article]) -> None:
    """Two processes against one, records crossing, each warmed up."""
    work = list(texts) * 4
    rates = []
    for workers in (1, 2):
        with ProcessPoolExecutor(workers, initializer=_start) as pool:
            list(pool.map(_read, work[: 4 * workers]))
            start = time.perf_counter()
            list(pool.map(_read, work, chunksize=4))
            rates.append(len(work) / (time.perf_counter() - start))
    table.add_row("two processes", "one process", f"{rates[1] / rates[0]:.2f} × its rate", "≥ 1.8")


def bench_memory(table: Table, reader: Reader, texts: Sequence[Article], rounds: int) -> None:
    """Resident memory after 1,000 articles and after `rounds` thousand, every one with words never seen before."""
    peaks = []
    for thousand in range(rounds):
        for number in range(1000):
            text = texts[number % len(texts)].text[:3000] + f" Xã Mới{thousand}x{number}y báo cáo."
            read(Article(id="memory", portal="bench", text=text, published="2020-07-30"), reader)
        peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
    table.add_row(
        f"memory after {rounds},000", "after 1,000", f"{peaks[-1]:.0f} MB against {peaks[0]:.0f} MB", "flat, ≤ 400"
    )


def main() -> int:
    table = Table(title="tinhuy: speed as ratios in one run")
    for column in ("what", "yardstick", "measured", "goal"):
        table.add_column(column)
    reader, texts = build(), long_articles()
    read(texts[0], reader)
    bench_memory(table, reader, texts, rounds=5)
    rate = bench_reading(table, reader, texts)
    bench_pages(table, reader)
    bench_crawl(table)
    bench_night(table)
    bench_processes(table, texts)
    bench_witness(table, rate, texts)
    table.add_row("whole reading", "", f"{rate:.0f} articles a second", "about 250")
    Console(width=110).print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
