-- Sums that do not add up, and documents to which articles give several dates of issue.
SELECT
    'sum' AS kind, audit.text AS what, 'states ' || stated::DOUBLE || ', its own figures give ' || computed::DOUBLE AS why,
    audit.sentence, article.title, article.url, audit.article_id, audit."start", audit."end", audit.rule, audit.reader
FROM audit JOIN article USING (article_id)
WHERE verdict = 'contradicts'
UNION ALL
SELECT
    'date of issue', document.type || ' ' || document.code, 'issued ' || directive.issued || ' here; elsewhere '
    || array_to_string(list_filter(disputed, lambda d: d <> directive.issued), ', '),
    directive.text, article.title, article.url, directive.article_id, directive."start", directive."end", directive.rule, directive.reader
FROM document JOIN directive USING (document_id) JOIN article USING (article_id)
WHERE disputed IS NOT NULL AND directive.issued IS NOT NULL
