"""Read: Article → Reading, what the article says, each fact with its place in the text.

`records` are the facts, `pipeline` the order in which the readers (`dates`, `directives`, `indicators`, `officials`,
`sessions`) help each other, `stage` and `cluster` run it over a workspace, `gold` prints it as the gold guide wants.
Beneath the readers: `language` makes the Doc of tokens, `sentences`, terms (of `vocabulary`) and `names`; `text` folds
letters, `rules` is what a rule is, `lexicon` loads TOML, `edtf` writes calendar values; `placed` holds the first law in
every run.

| what     | how                                                                                               |
|----------|---------------------------------------------------------------------------------------------------|
| reads    | articles/portal=…/month=…/<input>.parquet (`crawler.article.Article`)                             |
| writes   | readings/ at the same path (`extract.stage.Filed`)                                                |
| key      | article id and revision, a digest of the text; a row for each article row that was read           |
| version  | `READER` of `extract.pipeline` in the metadata; another READER or other columns: it is read again |
| a reject | rejects/readings/portal=…/month=…/<input>.jsonl: too slow, or it broke its worker or a rule       |
| removed  | readings whose file of articles is gone are removed too                                           |

A killed run leaves whole files only, and the next one reads the rest.
"""
