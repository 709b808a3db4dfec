"""One article, one URL: the spellings that mean the same page become one."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from w3lib.url import safe_url_string

from crawler.portals import Portal

_ARCHIVE = re.compile(r"^https?://[^/]+/web/\d{4,14}(?:[a-z]{2}_)?/(?P<scheme>https?)[:_]?/+(?=\w)", re.IGNORECASE)
_TRACKING = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|zalo\w*|zarsrc|_ga|mc_[ce]id|print|isprint|in|inbai|share|phpsessid|jsessionid)$",
    re.IGNORECASE,
)
_SESSION = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.IGNORECASE)
_PRINT = re.compile(r"/(?:print|in-bai|ban-in)/?$", re.IGNORECASE)
_PORT = {"http": ":80", "https": ":443"}
_DIGITS = re.compile(r"\d+")


def as_written(url: str) -> str:
    """The URL without the prefix of a web archive: “…/web/2018im_/http://x.gov.vn/a” → “http://x.gov.vn/a”."""
    return _ARCHIVE.sub(lambda m: f"{m['scheme']}://", url.strip())


def tidy(url: str, portal: Portal) -> str:
    """The URL to fetch: archive prefix, fragment, tracking and print parts gone, the host the portal's own.

    “http://web.archive.org/web/2018/http://www.x.gov.vn/a?utm_source=fb#top” → “http://x.gov.vn/a”
    """
    parts = urlsplit(safe_url_string(as_written(url)))
    asked = [pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(pair[0])]
    query = parts.query if len(asked) == parts.query.count("&") + 1 else urlencode(asked)
    host = _own_host(parts.netloc.lower().removesuffix(_PORT.get(parts.scheme, "")), portal)
    scheme = urlsplit(portal.start[0]).scheme if host in portal.hosts else parts.scheme
    path = _SESSION.sub("", _PRINT.sub("", parts.path)) or "/"
    return urlunsplit((scheme, host, path, query, ""))


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


def shape(url: str) -> str:
    """What the pages of one list have in common: “/tin-tuc/page/3” → “/tin-tuc/page/0”."""
    return _DIGITS.sub("0", url)


def _own_host(host: str, portal: Portal) -> str:
    bare = host.removeprefix("www.")
    for own in portal.hosts:
        if own.removeprefix("www.") == bare:
            return own
    return portal.hosts[0] if {host, bare} & {alias.removeprefix("www.") for alias in portal.aliases} else host
