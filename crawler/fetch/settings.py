"""How a portal is asked: slowly, under our own name, within limits of time and size."""

from __future__ import annotations

import os
from importlib.metadata import PackageNotFoundError, version
from typing import Any
from urllib.parse import urlsplit

from crawler.portals import Portal

NAME = "tinhuy"
"""The name robots.txt may address us by."""
LARGEST = 20 << 20
"""Bytes of a body; what is longer is cut there and archived as truncated."""
LOOPBACK = {"127.0.0.1", "localhost", "[::1]"}


def settings_for(portal: Portal) -> dict[str, Any]:
    """Scrapy's settings for one portal."""
    return {
        "USER_AGENT": user_agent(),
        "DEFAULT_REQUEST_HEADERS": {
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
            "Accept-Language": "vi,en;q=0.5",
            "Accept-Encoding": "gzip, deflate",
        },
        **_pace(portal),
        "CONCURRENT_ITEMS": 1,  # there are none, and Scrapy starts so many tasks a page
        "DOWNLOAD_TIMEOUT": portal.timeout,
        "DOWNLOAD_MAXSIZE": 0,  # the archive cuts and keeps what Scrapy would throw away
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_FAIL_ON_DATALOSS": False,
        "DOWNLOAD_VERIFY_CERTIFICATES": portal.verify_tls,
        "DOWNLOADER_MIDDLEWARES": {
            "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
            "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
            "crawler.fetch.middleware.Patience": 550,
            "crawler.fetch.middleware.Archive": 990,  # the last to see a request, the first to see its answer
        },
        # redirects and robots.txt are the spider's own: each hop is a page with a place in the crawl state
        "REDIRECT_ENABLED": False,
        "METAREFRESH_ENABLED": False,
        "ROBOTSTXT_OBEY": False,
        "COOKIES_ENABLED": False,
        "HTTPERROR_ALLOW_ALL": True,
        "SCHEDULER_MEMORY_QUEUE": "scrapy.squeues.FifoMemoryQueue",
        "TELNETCONSOLE_ENABLED": False,
        "LOG_LEVEL": "ERROR",
        "LOG_FORMAT": "%(levelname)s: %(message)s",
    }


def _pace(portal: Portal) -> dict[str, Any]:
    """One request at a time, and a pause after it; a portal on this machine is asked as fast as it answers."""
    local = is_local(portal)
    return {
        "AUTOTHROTTLE_ENABLED": not local,
        "AUTOTHROTTLE_START_DELAY": portal.delay,
        "AUTOTHROTTLE_MAX_DELAY": 60.0,
        "DOWNLOAD_DELAY": 0 if local else portal.delay,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 8 if local else 1,
        "TINHUY_PAUSE": 0.05 if local else 5.0,
    }


def user_agent() -> str:
    """“tinhuy/0.1.0 (archive of public news; mailto:…)”: who asks, and whom to write to (TINHUY_CONTACT)."""
    try:
        number = version("tinhuy")
    except PackageNotFoundError:
        number = "0"
    contact = os.environ.get("TINHUY_CONTACT", "")
    return f"{NAME}/{number} (archive of public news{'; ' + contact if contact else ''})"


def is_local(portal: Portal) -> bool:
    return all((urlsplit(f"//{host}").hostname or "") in LOOPBACK for host in portal.hosts)
