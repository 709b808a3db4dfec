"""What a fetched page leads to: the links of an HTML page, a sitemap, an RSS or Atom feed."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

from lxml import etree, html

LARGEST = 64 << 20
"""Bytes of an unpacked sitemap; the protocol allows 50 MB."""


@dataclass(frozen=True, slots=True)
class Link:
    """One address, and the day it says it was last changed; `is_map` for a sitemap inside a sitemap index."""

    url: str
    changed: datetime | None = None
    is_map: bool = False


def is_xml(body: bytes) -> bool:
    """True for a sitemap or a feed, gzipped or not; XHTML is no XML here."""
    start = body[:1024].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    return start.startswith(b"\x1f\x8b") or (
        start.startswith((b"<?xml", b"<urlset", b"<sitemapindex", b"<rss", b"<feed")) and b"<html" not in start
    )


def html_links(tree: html.HtmlElement, url: str) -> Iterator[Link]:
    """The links of a page in their order, made absolute against its `base`."""
    base = urljoin(url, tree.xpath("string(//base/@href)").strip())
    for href in tree.xpath("//a/@href | //area/@href | //frame/@src | //iframe/@src | //link[@rel='next']/@href"):
        said = str(href).strip()
        if said and not said.lower().startswith(("javascript:", "mailto:", "tel:", "data:", "#")):
            with suppress(ValueError):
                yield Link(urljoin(base, said))


def xml_links(body: bytes, url: str) -> Iterator[Link]:
    """The entries of a sitemap, a sitemap index, RSS or Atom, read leniently; one that defines entities is a trap."""
    body = _unpacked(body)
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    if not body or b"<!ENTITY" in body:
        return
    root = etree.fromstring(body, parser)
    if root is None:
        return
    entries = root.xpath(
        "//*[local-name()='url' or local-name()='sitemap' or local-name()='item' or local-name()='entry']"
    )
    for entry in entries:
        said = entry.xpath("string((*[local-name()='loc' or local-name()='link'])[1])").strip()
        said = said or str(entry.xpath("string(*[local-name()='link' and (not(@rel) or @rel='alternate')]/@href)"))
        when = entry.xpath("string(*[local-name()='lastmod' or local-name()='pubDate' or local-name()='updated'])")
        if said:
            with suppress(ValueError):
                yield Link(urljoin(url, said), _moment(when.strip()), etree.QName(entry).localname == "sitemap")


def _unpacked(body: bytes) -> bytes:
    if not body.startswith(b"\x1f\x8b"):
        return body.lstrip()
    with suppress(zlib.error):
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(body, LARGEST).lstrip()
    return b""


def _moment(said: str) -> datetime | None:
    """“2020-07-29T16:05:00+07:00”, “2020-07-29” or “Wed, 29 Jul 2020 16:05:00 +0700”."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        with suppress(ValueError):
            time = read(said)
            return time if time.tzinfo else time.replace(tzinfo=UTC)
    return None
