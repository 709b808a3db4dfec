-- A person's posts, sessions and words in order of time, each with its sentence and source.
WITH line AS (
    SELECT person_id, name, published AS date, 'post' AS kind, post AS what, sentence, article_id, "start", "end", rule, reader
    FROM post
    UNION ALL
    SELECT presence.person_id, presence.name, coalesce(session.date, article.published), 'session',
        concat_ws(' · ', session.kind, presence.role, session.place), presence.sentence, presence.article_id,
        presence."start", presence."end", presence.rule, presence.reader
    FROM presence JOIN session USING (session_id) JOIN article ON article.article_id = presence.article_id
    UNION ALL
    SELECT person_id, name, published, 'statement', verb, text, article_id, "start", "end", rule, reader
    FROM statement
)
SELECT line.*, article.title, article.url
FROM line JOIN article USING (article_id)
