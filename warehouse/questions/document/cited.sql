SELECT published, home, code, cited_as, act, pin, sentence, title, url, article_id, why
FROM directives_cited WHERE document_id IN (SELECT unnest($documents)) ORDER BY published, article_id, "start"
