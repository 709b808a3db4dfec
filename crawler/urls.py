"""One article, one URL: the spellings that mean the same page become one."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from w3lib.url import safe_url_string

from crawler.portals import Portal

_ARCHIVE = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]*/(?=https?:)", re.IGNORECASE)
_ARCHIVE_PATH = re.compile(r"^https?://[^/]+/web/\d{8,14}[a-z_]*/(?=https?:)", re.IGNORECASE)
_TRACKING = re.compile(r"^(?:utm_\w+|fbclid|gclid|zalo\w*|zarsrc|_ga|mc_[ce]id|print|in|isprint|share)$", re.IGNORECASE)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_PRINT = re.compile(r"/(?:print|in-bai|ban-in)/?$", re.IGNORECASE)


def tidy(url: str, portal: Portal) -> str:
    """The URL to fetch: archive prefix, fragment, tracking and print parts gone, the host the portal's own.

    “http://web.archive.org/web/2018/http://www.x.gov.vn/a?utm_source=fb#top” → “http://x.gov.vn/a”
    """
    url = _ARCHIVE_PATH.sub("", _ARCHIVE.sub("", url.strip()))
    parts = urlsplit(safe_url_string(url))
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(k)])
    home = urlsplit(portal.start[0])
    host = _own_host(parts.netloc.lower(), portal)
    scheme = home.scheme if host in portal.hosts else parts.scheme
    return urlunsplit((scheme, host, _PRINT.sub("", parts.path) or "/", query, ""))


def canonical(url: str, portal: Portal) -> str:
    """The key of a page: `tidy`, and a folder, its index page and its bare name are one."""
    parts = urlsplit(tidy(url, portal))
    path = _INDEX.sub("/", parts.path).rstrip("/") or "/"
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return urlunsplit((parts.scheme, parts.netloc, path, query, ""))


def article_id(url: str, portal: Portal) -> str:
    """A stable name of the article at this URL: “dakrlap-3f9c0a71b2d4”, whatever host serves a copy of it."""
    parts = urlsplit(canonical(url, portal))
    where = urlunsplit(("", "", parts.path, parts.query, ""))
    return f"{portal.id}-{hashlib.sha256(where.encode()).hexdigest()[:12]}"


def _own_host(host: str, portal: Portal) -> str:
    bare = host.removeprefix("www.")
    for own in portal.hosts:
        if own in (host, bare) or own.removeprefix("www.") == bare:
            return own
    return portal.hosts[0] if {host, bare} & set(portal.aliases) else host
