SELECT statement.published, name, verb, statement.text, title, url, article_id, person_id
FROM statement JOIN article USING (article_id)
WHERE person_id IN (SELECT unnest($people)) ORDER BY ALL
