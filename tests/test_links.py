"""Where pages, sitemaps and feeds lead; which pages say 200 and are none."""

from __future__ import annotations

import gzip

import pytest
from lxml import html
from small_portal import portal

from crawler.fetch.links import html_links, is_xml, xml_links
from crawler.fetch.masks import mask_of, region_hash
from crawler.portals import Layout

AT = "http://huyen.gov.vn/tin/index.html"
PORTAL = portal(
    layouts=(Layout(name="cms", article="//div[@class='bai']", title="//h1", published="//p[@class='ngay']/text()"),),
)


def urls(page: str) -> list[str]:
    return [link.url for link in html_links(html.document_fromstring(page), AT)]


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("<a href='bai-1'>", ["http://huyen.gov.vn/tin/bai-1"]),
        ("<a href=' /bai 2 '>", ["http://huyen.gov.vn/bai 2"]),
        ("<base href='/goc/'><a href='bai-1'>", ["http://huyen.gov.vn/goc/bai-1"]),
        ("<map><area href='/x'></map><iframe src='/y'></iframe>", ["http://huyen.gov.vn/x", "http://huyen.gov.vn/y"]),
        ("<link rel='next' href='?trang=2'><link rel='stylesheet' href='/a.css'>", [f"{AT}?trang=2"]),
        ("<a href='#'><a href='javascript:__doPostBack()'><a href='mailto:a@x.vn'><a href=''><a>", []),
        ("<a href='http://[loi'>", []),
    ],
)
def test_the_links_of_a_page(page: str, found: list[str]) -> None:
    assert urls(f"<html><body>{page}</body></html>") == found


def test_broken_and_hostile_xml_is_read_as_far_as_it_goes() -> None:
    cut = b"<?xml version='1.0'?><urlset><url><loc>http://huyen.gov.vn/a</loc></url><url><loc>http://huyen.gov.vn/b"
    assert next(link.url for link in xml_links(cut, AT)) == "http://huyen.gov.vn/a"
    bomb = (
        b"<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>"
        b"<rss><item><link>http://huyen.gov.vn/&b;</link></item></rss>"
    )
    assert list(xml_links(bomb, AT)) == []
    assert list(xml_links(b"", AT)) == []
    assert list(xml_links(b"\x1f\x8b spoiled", AT)) == []


def test_a_packed_sitemap_is_unpacked() -> None:
    packed = gzip.compress(b"<?xml version='1.0'?><urlset><url><loc>http://huyen.gov.vn/a</loc></url></urlset>")
    assert is_xml(packed)
    assert [link.url for link in xml_links(packed, AT)] == ["http://huyen.gov.vn/a"]


@pytest.mark.parametrize(
    ("body", "xml"),
    [
        (b"\xef\xbb\xbf<?xml version='1.0'?><rss/>", True),
        (b"  <urlset>", True),
        (b"<?xml version='1.0'?><!DOCTYPE html><html>", False),
        (b"<!DOCTYPE html><html>", False),
    ],
)
def test_what_is_xml(body: bytes, xml: bool) -> None:
    assert is_xml(body) is xml


@pytest.mark.parametrize(
    ("page", "mask"),
    [
        ("<title>Lỗi 404</title><p>x", "not found"),
        ("<title>404 - Không tìm thấy</title><p>x", "not found"),
        ("<title>Huyện</title><h1>Không tìm thấy trang</h1>", "not found"),
        ("<title>Trang bạn yêu cầu không tồn tại</title><p>x", "not found"),
        ("<title>Đăng nhập</title><input type='password'>", "login page"),
        ("<title>Huyện</title><h1>Tin mới</h1><input type='password'>", None),
        ("<title>Hướng dẫn đăng nhập dịch vụ công</title><p>x", None),
        ("<title>Trao 404 suất quà cho hộ nghèo</title><p>x", None),
        ("<title>Tìm thấy nạn nhân mất tích</title><p>x", None),
    ],
)
def test_pages_that_are_none(page: str, mask: str | None) -> None:
    assert mask_of(html.document_fromstring(f"<html><body>{page}</body></html>")) == mask


def test_only_the_region_of_the_article_counts() -> None:
    def page(words: str, counter: int, stamp: str = "29/07/2020") -> str:
        body = f"<h1>Tin</h1><p class='ngay'>{stamp}</p><div class='bai'><p>{words}</p></div><p>Lượt xem {counter}</p>"
        return region_hash(html.document_fromstring(f"<html><body>{body}</body></html>"), PORTAL)

    assert page("Huyện ủy họp", 1) == page("Huyện  ủy họp", 2)
    assert page("Huyện ủy họp", 1) != page("Huyện ủy họp kín", 1)
    assert page("Huyện ủy họp", 1, "") != page("Huyện ủy họp", 2, "")  # no layout: all words count
