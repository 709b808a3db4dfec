"""What robots.txt lets us ask for, host by host."""

from __future__ import annotations

from urllib.parse import urlsplit

from protego import Protego

from crawler.fetch.settings import NAME

SLOWEST = 60.0
"""Seconds of Crawl-delay that are obeyed; “Crawl-delay: 86400” would mean never."""


class Rules:
    """The robots.txt of every host that has answered; www.x and x are one."""

    def __init__(self) -> None:
        self._said: dict[str, Protego] = {}

    def learn(self, host: str, status: int, body: bytes) -> str | None:
        """200: its rules; 4xx: all is allowed; 5xx and 429: the reason to leave the host alone tonight."""
        if status >= 500 or status == 429:
            return f"robots.txt answers {status}"
        self._said[_bare(host)] = Protego.parse(body.decode("utf-8", "replace") if status == 200 else "")
        return None

    def know(self, url: str) -> bool:
        return _bare(urlsplit(url).netloc) in self._said

    def allow(self, url: str) -> bool:
        """True where the host's robots.txt is known and does not forbid the URL."""
        rules = self._said.get(_bare(urlsplit(url).netloc))
        return rules is not None and bool(rules.can_fetch(url, NAME))

    def delay(self, host: str) -> float:
        """The seconds of its Crawl-delay, 0 when there is none."""
        rules = self._said.get(_bare(host))
        return min(float(rules.crawl_delay(NAME) or 0), SLOWEST) if rules else 0.0


def _bare(host: str) -> str:
    return host.removeprefix("www.")
