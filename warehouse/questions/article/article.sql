-- One article with its text and where its raw page lies.
SELECT article_id, title, published, author, home, url, source, captured, reader, flags, text
FROM article WHERE article_id = $article
