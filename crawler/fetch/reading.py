"""What a fetched page says about itself: is it one, which part of it counts, where does it lead."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree, html
from scrapy.http import Response, TextResponse

from crawler.fetch.links import Link, html_links, is_xml, xml_links
from crawler.fetch.masks import layout_of, mask_of, region_hash
from crawler.fetch.night import Page, PageKind
from crawler.portals import Portal


@dataclass(frozen=True, slots=True)
class Finding:
    """Where a page leads, the hash of the region whose change counts, why it is none though it says 200, its kind.

    `laid_out` says whether one of the portal's layouts finds an article on it.
    """

    links: tuple[Link, ...] = ()
    region: str | None = None
    mask: str | None = None
    kind: PageKind | None = None
    laid_out: bool | None = None


def understand(response: Response, page: Page, portal: Portal) -> Finding:
    """Reads a page that came with 200: HTML, a sitemap or a feed; anything else is kept as it is."""
    if response.status != 200 or not response.body or page.kind == PageKind.ATTACHMENT:
        return Finding()
    if page.kind == PageKind.LIST and is_xml(response.body):
        return Finding(tuple(xml_links(response.body, response.url)))
    if not isinstance(response, TextResponse):
        return Finding()
    text = response.text
    if "<" not in text[:2_000]:  # the header names a charset that the page is not in
        text = response.body.decode("utf-8", "replace")
    try:
        tree = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return Finding()
    if mask := mask_of(tree):
        return Finding(mask=mask)
    laid_out = layout_of(tree, portal) is not None if portal.layouts else None
    kind = _kind(page, portal, laid_out)
    region = region_hash(tree, portal) if kind == PageKind.ARTICLE else None
    return Finding(tuple(html_links(tree, response.url)), region, None, kind, laid_out)


def _kind(page: Page, portal: Portal, laid_out: bool | None) -> PageKind:
    """Where the URL does not tell lists and articles apart, the layout does; what was an article once stays one."""
    if page.depth == 0 or page.seen or laid_out is None:
        return page.kind
    if portal.is_article(page.key) and portal.is_list(page.key):
        return PageKind.ARTICLE if laid_out else PageKind.LIST
    return page.kind
