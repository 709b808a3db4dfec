-- What no build may break: each line counts the rows that do.
WITH placed AS (
    SELECT 'official' AS t, article_id, "start", "end", text FROM official
    UNION ALL SELECT 'post', article_id, "start", "end", text FROM post
    UNION ALL SELECT 'role', article_id, "start", "end", text FROM role
    UNION ALL SELECT 'session', article_id, "start", "end", text FROM session
    UNION ALL SELECT 'session_group', article_id, "start", "end", text FROM session_group
    UNION ALL SELECT 'presence', article_id, "start", "end", text FROM presence
    UNION ALL SELECT 'statement', article_id, "start", "end", text FROM statement
    UNION ALL SELECT 'directive', article_id, "start", "end", text FROM directive
    UNION ALL SELECT 'citation', article_id, "start", "end", text FROM citation
    UNION ALL SELECT 'document_relation', article_id, "start", "end", text FROM document_relation
    UNION ALL SELECT 'date', article_id, "start", "end", text FROM date
    UNION ALL SELECT 'term', article_id, "start", "end", text FROM term
    UNION ALL SELECT 'indicator', article_id, "start", "end", text FROM indicator
    UNION ALL SELECT 'audit', article_id, "start", "end", text FROM audit
    UNION ALL SELECT 'leftover', article_id, "start", "end", text FROM leftover
)
SELECT broken, count(*) AS rows FROM (
    SELECT 'words of ' || t || ' do not stand at their place in the article' AS broken
    FROM placed LEFT JOIN article USING (article_id)
    WHERE substring(article.text, "start" + 1, "end" - "start") IS DISTINCT FROM placed.text
    UNION ALL SELECT 'an article stands twice' FROM article GROUP BY article_id HAVING count(*) > 1
    UNION ALL SELECT 'an article has not exactly one current revision'
    FROM revision GROUP BY article_id HAVING count(*) FILTER (is_current) <> 1
    UNION ALL SELECT 'a person stands twice' FROM person GROUP BY person_id HAVING count(*) > 1
    UNION ALL SELECT 'a document stands twice' FROM document GROUP BY document_id HAVING count(*) > 1
    UNION ALL SELECT 'a session stands twice' FROM session GROUP BY session_id HAVING count(*) > 1
    UNION ALL SELECT 'an official is no person' FROM official ANTI JOIN person USING (person_id)
    UNION ALL SELECT 'a directive is no document' FROM directive ANTI JOIN document USING (document_id)
    UNION ALL SELECT 'a presence has no session' FROM presence ANTI JOIN session USING (session_id)
)
GROUP BY broken
ORDER BY broken
