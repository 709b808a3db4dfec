SELECT published, home, code, cited_as, act, pin, sentence, title, url, article_id, "start", "end", why
FROM directives_cited WHERE list_contains($documents, document_id) ORDER BY published, article_id, "start"
