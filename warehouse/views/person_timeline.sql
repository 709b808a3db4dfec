-- A person's posts, sessions and words in order of time, each with its sentence and source.
SELECT
    person_id, name, published AS date, 'post' AS kind, post AS what, sentence, title, url,
    article_id, "start", "end", rule, reader
FROM post
UNION ALL
SELECT
    person_id, name, coalesce(date, published), 'session', concat_ws(' · ', kind, role, place), sentence, title, url,
    article_id, "start", "end", rule, reader
FROM presence
UNION ALL
SELECT person_id, name, published, 'statement', verb, text, title, url, article_id, "start", "end", rule, reader
FROM statement
