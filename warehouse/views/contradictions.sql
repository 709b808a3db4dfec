-- Sums that do not add up, things of which two articles say two figures, and documents with several dates of issue.
SELECT
    CASE audit.kind WHEN 'elsewhere' THEN 'two articles' ELSE 'sum' END AS kind, audit.text AS what,
    'states ' || written(stated) || if(audit.kind = 'elsewhere', ', another article ', ', its own figures give ') || written(computed) AS why,
    audit.sentence, article.title, article.url, other_sentence, other.title AS other_title, other.url AS other_url,
    audit.article_id, audit."start", audit."end", other_id, other_start, other_end, audit.rule, audit.reader
FROM audit JOIN article USING (article_id) LEFT JOIN article AS other ON other.article_id = other_id
WHERE verdict = 'contradicts'
UNION ALL BY NAME
SELECT
    'date of issue' AS kind, document.type || ' ' || document.code AS what, 'issued ' || directive.issued || ' here; elsewhere '
    || array_to_string(list_filter(disputed, lambda d: d <> directive.issued), ', ') AS why,
    directive.text AS sentence, article.title, article.url, directive.article_id, directive."start", directive."end", directive.rule, directive.reader
FROM document JOIN directive USING (document_id) JOIN article USING (article_id)
WHERE disputed IS NOT NULL AND directive.issued IS NOT NULL
