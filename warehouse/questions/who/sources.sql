SELECT article.published, title, url, article_id, official.why, official.sentence, person_id
FROM official JOIN article USING (article_id)
WHERE person_id IN (SELECT unnest($people)) ORDER BY ALL
