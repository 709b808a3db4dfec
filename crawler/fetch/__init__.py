"""Fetching: a polite, incremental, resumable crawl of portals into the archive and `crawl.sqlite`.

`crawl` is the public function; it spawns `run`, which gives one `spider` to each portal. `frontier` knows what is
still to be asked, `reading` what a response is, `masks` what only looks like a page, `night` and `state` what is
known of every URL, `drift` and `health` what is not as it was.
"""

from crawler.fetch.crawl import CrawlError, crawl

__all__ = ["CrawlError", "crawl"]
