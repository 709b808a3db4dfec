-- Every place where a document is cited, short forms included, with the sentence and the portal's home.
SELECT
    document.code, document.type, document.issued, document.issuer, citation.text AS cited_as, citation.pin, citation.act,
    article.published, article.home, article.title, article.url, citation.sentence, directive.why,
    citation.document_id, citation.article_id, citation."start", citation."end", citation.rule, citation.reader
FROM citation
JOIN document USING (document_id)
JOIN directive USING (document_id, article_id, n)
JOIN article ON article.article_id = citation.article_id
