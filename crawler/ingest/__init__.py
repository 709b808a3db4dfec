"""The ingest stage: pages, texts, JSON and WARC files to articles, in workers that can be ended.

`inputs` finds what there is to read, `raw` makes articles of it, `workers` bounds the time of each, `shelf` writes
the partitions, the rejects and the marker that makes a second run change nothing, `imported` flags bulk stamps.
"""

from crawler.ingest.stage import IngestReport, articles_from, ingest, ingest_archive

__all__ = ["IngestReport", "articles_from", "ingest", "ingest_archive"]
