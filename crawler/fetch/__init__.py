"""Fetching: a polite, incremental, resumable crawl of portals into the archive and `crawl.sqlite`.

`crawl` is the public function; it spawns `run`, which gives one `spider` to each portal, under `settings`, through
the `middleware` that archives and waits, within what robots.txt allows (`rules`). `frontier` knows what is still to be
asked, `answers` and `reading` what a response is, `links` where it leads, `masks` what only looks like a page, `night`
and `state` what is known of every URL, `report` what a run did, `drift` and `health` what is not as it was.

| what     | how                                                                                            |
|----------|------------------------------------------------------------------------------------------------|
| reads    | data/portals/*.toml overlaid by portals/ of the workspace, and the portals themselves          |
| writes   | warc/<time>-<portal>.warc.gz, one file a run, named `….open` while it is written; crawl.sqlite |
| key      | portal and canonical URL (`crawler.urls.canonical`); a payload by its digest                   |
| version  | WARC 1.1; the tables of crawl.sqlite are in `state` and `health`                               |
| a reject | a page row with its status or error; it is asked for again the next night                      |
| removed  | a page that is gone is marked `vanished` and asked for more seldom; its records stay           |
"""

from crawler.fetch.crawl import CrawlError, crawl

__all__ = ["CrawlError", "crawl"]
