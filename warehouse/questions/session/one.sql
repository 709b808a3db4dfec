SELECT
    session.date, session.part_of_day, session.kind, session.place, session.topic, article.title, article.published,
    session.sentence, article.url, session_id, article_id, session."start", session."end"
FROM session JOIN article USING (article_id) WHERE session_id IN (SELECT unnest($sessions))
