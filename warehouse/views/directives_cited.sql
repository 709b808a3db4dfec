-- Every place where a document is cited, short forms included, with the sentence and the portal's home.
SELECT
    document.code, document.type, document.issued, document.issuer, citation.text AS cited_as, pin, act,
    published, citation.home, title, url, sentence, why,
    document_id, article_id, "start", "end", rule, reader
FROM citation JOIN document USING (document_id)
