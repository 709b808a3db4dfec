"""The sample portal: every page becomes the article that was written, and the host answers as a careful host does."""

from __future__ import annotations

import hashlib
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import html
from pypdf import PdfReader

from crawler.article import Article, ArticleKind
from crawler.clean import page_to_article
from crawler.portals import load_portals
from crawler.sample import BASE, Sample, articles, render, serve

PORTAL = load_portals()["sample"]
COMPARED = ("title", "text", "published", "author", "kind", "captions", "attachments", "url")


@pytest.fixture(scope="module", params=[1, 2])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    folder = tmp_path_factory.mktemp(f"state{request.param}")
    render(folder, request.param)
    return folder, request.param


def cleaned(folder: Path, path: str) -> object:
    return page_to_article((folder / path).read_bytes(), url=f"{BASE}/{path}", portal=PORTAL, id=Path(path).stem)


def pages(folder: Path) -> list[str]:
    return sorted(
        str(path.relative_to(folder)) for path in folder.rglob("*") if path.suffix in {".html", ".htm", ".aspx"}
    )


def test_every_page_becomes_the_article_as_written(site: tuple[Path, int]) -> None:
    folder, state = site
    for sample in articles(state):
        got = cleaned(folder, sample.path)
        assert isinstance(got, Article), (sample.slug, got)
        wanted = sample.as_article()
        for field in COMPARED:
            assert getattr(got, field) == getattr(wanted, field), (sample.slug, field)


def test_no_other_page_becomes_an_article(site: tuple[Path, int]) -> None:
    folder, state = site
    others = sorted(set(pages(folder)) - {sample.path for sample in articles(state)})
    assert len(others) >= 8
    assert not [path for path in others if isinstance(cleaned(folder, path), Article)]


def test_every_article_is_reached_by_links_and_told_by_its_url(site: tuple[Path, int]) -> None:
    folder, state = site
    seen, due = set(), ["index.html"]
    while due:
        page = due.pop()
        if page in seen or not (folder / page).is_file():
            continue
        seen.add(page)
        links = html.fromstring((folder / page).read_bytes()).xpath("//a/@href")
        urls = [urljoin(f"{BASE}/{page}", link) for link in links if not link.startswith("javascript:")]
        wanted = [url for url in urls if PORTAL.is_list(url) or PORTAL.is_article(url)]
        due += [url.removeprefix(f"{BASE}/") + ("index.html" if url.endswith("/") else "") for url in wanted]
    assert {sample.path for sample in articles(state)} <= seen
    told = {path for path in pages(folder) if PORTAL.is_article(f"{BASE}/{path}")}
    assert told == {sample.path for sample in articles(state)}


def test_the_second_night_revises_adds_and_takes_away_one() -> None:
    first, second = ({sample.slug: sample for sample in articles(state)} for state in (1, 2))
    changed = [slug for slug in first.keys() & second.keys() if first[slug].text != second[slug].text]
    assert [len(second.keys() - first.keys()), len(first.keys() - second.keys()), len(changed)] == [1, 1, 1]


def test_only_what_changed_changes_its_page(tmp_path: Path) -> None:
    def digests(state: int) -> dict[str, str]:
        render(tmp_path, state)
        return {path: hashlib.sha256((tmp_path / path).read_bytes()).hexdigest() for path in pages(tmp_path)}

    first, second, again = digests(1), digests(2), digests(1)
    assert first == again
    shown = {sample.path for sample in articles(1)} & {sample.path for sample in articles(2)}
    assert [path for path in shown if first[path] != second[path]] == [
        sample.path for sample in articles(2) if sample.revised
    ]


def test_what_the_genre_needs_is_there() -> None:
    shown = articles(1)
    assert len(shown) == 36
    assert {sample.section for sample in shown} == {"tinh-uy", "chinh-quyen", "thoi-su"}
    assert any("uỷ" in sample.text for sample in shown), "old tone marks"
    assert any(sample.decomposed for sample in shown)
    assert [s.slug for s in shown if s.as_article().kind is ArticleKind.NOTICE] == ["ke-hoach-45-phong-chong-thien-tai"]
    assert all(sample.as_article().text.startswith(sample.title) for sample in shown)


def test_the_attachment_is_a_document_with_text(site: tuple[Path, int]) -> None:
    page = PdfReader(site[0] / "files" / "ke-hoach-45-kh-ubnd.pdf").pages[0]
    assert "Số: 45/KH-UBND" in page.extract_text()


def test_the_host_answers_304_and_404_and_moves_its_sitemap(tmp_path: Path) -> None:
    render(tmp_path)
    with serve(tmp_path) as base:
        path = articles()[0].path
        with urllib.request.urlopen(f"{base}/{path}") as answer:  # noqa: S310 - our own host
            etag, changed = answer.headers["ETag"], answer.headers["Last-Modified"]
            assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert status(f"{base}/{path}", {"If-None-Match": etag}) == 304
        assert status(f"{base}/{path}", {"If-Modified-Since": changed}) == 304
        assert status(f"{base}/{path}", {"If-None-Match": '"other"', "If-Modified-Since": changed}) == 200
        assert status(f"{base}/khong-co.html") == 404
        assert status(f"{base}/..%2f..%2fetc/passwd") == 404
        with urllib.request.urlopen(f"{base}/sitemap.xml") as answer:  # noqa: S310 - our own host
            assert answer.read().decode().count(f"<loc>{base}/") == len(articles())


def status(url: str, headers: dict[str, str] | None = None) -> int:
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers or {})) as answer:  # noqa: S310
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def test_the_weekday_of_a_stamp() -> None:
    sample: Sample = next(sample for sample in articles() if sample.slug == "hoi-nghi-giao-ban-khoi-dan-van-quy-ii")
    assert sample.weekday == "Thứ sáu"
