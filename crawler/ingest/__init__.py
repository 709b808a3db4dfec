"""The ingest stage: pages, texts, JSON and WARC files to articles, in workers that can be ended.

`stage` is the public face: `inputs` finds what there is to read, `raw` makes articles of it, `workers` bounds the time
of each, `shelf` writes the partitions, the rejects and the marker that makes a second run change nothing, `imported`
flags bulk stamps.

| what      | how                                                                                                 |
|-----------|-----------------------------------------------------------------------------------------------------|
| reads     | any path (`crawler.ingest.inputs`), or every file of warc/                                          |
| writes    | articles/portal=…/month=<YYYY-MM or undated>/<input>.parquet (`crawler.article.Article`)            |
| key       | article id; an edited page is another row with the same id and another text                         |
| version   | `<SCHEMA>.<CLEANER>` in the metadata of each file                                                   |
| a reject  | rejects/<input>.jsonl: what, why, and where its bytes lie                                           |
| a file    | attachments/<input>.parquet (`crawler.clean.attachments.Attachment`): its text, or why it has none  |
| the end   | articles/.done/<input>.json: counts; an input with one is never read again by this cleaner          |
| removed   | an article that vanished from its portal stays, marked in crawl.sqlite; nothing is deleted here     |

`<input>` is the name of the file or folder and a digest of what it holds, so the same input is the same files.
"""

from crawler.ingest.stage import IngestReport, articles_from, ingest, ingest_archive

__all__ = ["IngestReport", "articles_from", "ingest", "ingest_archive"]
