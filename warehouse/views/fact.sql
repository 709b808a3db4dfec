-- Every fact in words, by article: what two builds are compared by.
SELECT 'article' AS kind, article_id, coalesce(title, left(text, 80)) AS what FROM article
UNION ALL SELECT DISTINCT 'post', article_id, name || ': ' || post FROM post
UNION ALL SELECT DISTINCT 'presence', article_id, concat_ws(' · ', name, role, date) FROM presence
UNION ALL SELECT DISTINCT 'directive', article_id, concat_ws(' ', type, code, issued) FROM directive
UNION ALL SELECT DISTINCT 'indicator', article_id, text FROM indicator
UNION ALL SELECT DISTINCT 'session', article_id, concat_ws(' · ', kind, date, place) FROM session
