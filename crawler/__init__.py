"""Fetch: portals → WARC archive → articles.

`fetch` asks the portals and `archive` keeps every answer, `clean` makes an article of a page, `ingest` does so for
whole archives and for the pages of others; `draft` describes a new portal, `sample` is the one that travels along.
What a stage writes is said in the tables of `fetch` and `ingest`, the folders of a workspace in `workspace`.
`portals` loads the TOML of each, `urls` makes one address of its spellings, `article` is what is handed on, `parquet`
files records of any kind.
"""
