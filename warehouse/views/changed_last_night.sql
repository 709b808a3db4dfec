-- What the newest build has that the one before had not, and what it has no more; empty for a first build.
SELECT change.change, change.kind, change.what, article.title, article.published, article.url, change.article_id, build.build
FROM change
CROSS JOIN build
LEFT JOIN article USING (article_id)
