"""What the bench reads: real articles and pages of the shared folder, or the sample portal's where it is absent."""

from __future__ import annotations

import json
import lzma
import tarfile
import tempfile
from pathlib import Path

from crawler.article import Article
from crawler.clean import page_to_article
from crawler.portals import Portal, load_portals
from crawler.sample import articles, render

SHARED = Path(__file__).resolve().parents[2] / "shared"
WORDS = range(1_700, 2_300)
"""About 2,000 words."""
MIN_WORDS = 300
"""Words of the shortest article whose page is measured."""


def long_articles() -> list[Article]:
    """Articles of about 2,000 words."""
    corpus = SHARED / "corpus" / "articles.jsonl.xz"
    return corpus_articles(corpus) if corpus.is_file() else joined_articles()


def corpus_articles(path: Path) -> list[Article]:
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Article(id=row["id"], portal="bench", text=row["text"], published=row["published"])
        for row in rows
        if len(row["text"].split()) in WORDS
    ]


def joined_articles() -> list[Article]:
    """The sample articles, one behind the other, cut where 2,000 words are full."""
    made: list[Article] = []
    lines: list[str] = []
    for sample in articles() * 3:
        lines += sample.as_article().text.split("\n")
        if sum(len(line.split()) for line in lines) in WORDS:
            made.append(
                Article(id=f"joined-{len(made)}", portal="bench", text="\n".join(lines), published="2020-07-30")
            )
            lines = []
    return made


def long_pages() -> tuple[Portal, list[tuple[bytes, str]]]:
    """A portal with a layout, and (body, URL) of its pages whose article has 300 words or more."""
    packed = SHARED / "portals" / "dakrlap.daknong.gov.vn.tar.xz"
    portal = load_portals()["dakrlap" if packed.is_file() else "sample"]
    with tempfile.TemporaryDirectory() as folder:
        if packed.is_file():
            with tarfile.open(packed) as tar:
                tar.extractall(folder, filter="data")
        else:
            render(Path(folder))
        files = [path for path in sorted(Path(folder).rglob("*")) if path.suffix in (".html", ".htm", ".aspx")]
        pages = [(path.read_bytes(), f"{portal.start[0]}{path.relative_to(folder)}") for path in files]
    return portal, [page for page in pages if _is_long(page, portal)]


def _is_long(page: tuple[bytes, str], portal: Portal) -> bool:
    made = page_to_article(page[0], url=page[1], portal=portal, id=page[1])
    return isinstance(made, Article) and len(made.text.split()) >= MIN_WORDS
