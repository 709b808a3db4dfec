-- What no build may break: each line counts the rows that do, and names one.
-- In: looked_at (article_id): the articles whose rows this build has written.
WITH placed AS (
    SELECT 'official' AS t, article_id, "start", "end", text, rule FROM official
    UNION ALL SELECT 'post', article_id, "start", "end", text, rule FROM post
    UNION ALL SELECT 'role', article_id, "start", "end", text, rule FROM role
    UNION ALL SELECT 'session', article_id, "start", "end", text, rule FROM session
    UNION ALL SELECT 'session_group', article_id, "start", "end", text, rule FROM session_group
    UNION ALL SELECT 'presence', article_id, "start", "end", text, rule FROM presence
    UNION ALL SELECT 'statement', article_id, "start", "end", text, rule FROM statement
    UNION ALL SELECT 'directive', article_id, "start", "end", text, rule FROM directive
    UNION ALL SELECT 'citation', article_id, "start", "end", text, rule FROM citation
    UNION ALL SELECT 'document_relation', article_id, "start", "end", text, rule FROM document_relation
    UNION ALL SELECT 'date', article_id, "start", "end", text, rule FROM date
    UNION ALL SELECT 'term', article_id, "start", "end", text, rule FROM term
    UNION ALL SELECT 'indicator', article_id, "start", "end", text, rule FROM indicator
    UNION ALL SELECT 'audit', article_id, "start", "end", text, rule FROM audit
    UNION ALL SELECT 'audit elsewhere', other_id, other_start, other_end, other_text, rule FROM audit WHERE other_id IS NOT NULL
    UNION ALL SELECT 'leftover', article_id, "start", "end", text, rule FROM leftover
)
SELECT broken, count(*) AS rows, min(example) AS example FROM (
    SELECT 'words of ' || t || ' do not stand at their place in the article' AS broken,
        rule || ' in ' || placed.article_id || ' at ' || "start" AS example
    FROM placed SEMI JOIN looked_at USING (article_id) LEFT JOIN article USING (article_id)
    WHERE substring(article.text, "start" + 1, "end" - "start") IS DISTINCT FROM placed.text
    UNION ALL SELECT 'an article stands twice', article_id FROM article GROUP BY article_id HAVING count(*) > 1
    UNION ALL SELECT 'an article has not exactly one current revision', article_id
    FROM revision GROUP BY article_id HAVING count(*) FILTER (is_current) <> 1
    UNION ALL SELECT 'an attachment stands twice', url FROM attachment GROUP BY article_id, url HAVING count(*) > 1
    UNION ALL SELECT 'a person stands twice', person_id FROM person GROUP BY person_id HAVING count(*) > 1
    UNION ALL SELECT 'a document stands twice', document_id FROM document GROUP BY document_id HAVING count(*) > 1
    UNION ALL SELECT 'a session stands twice', session_id FROM session GROUP BY session_id HAVING count(*) > 1
    UNION ALL SELECT 'an official is no person', article_id FROM official ANTI JOIN person USING (person_id)
    UNION ALL SELECT 'a directive is no document', article_id FROM directive ANTI JOIN document USING (document_id)
    UNION ALL SELECT 'a presence has no session', session_id FROM presence ANTI JOIN session USING (session_id)
)
GROUP BY broken
ORDER BY broken
