-- Who was at which session, in what role, with the posts the article gives and the sentence that says so.
SELECT
    session.date, session.kind, session.place, presence.name, presence.role, presence.posts, presence.sentence,
    article.title, article.url, article.home, session.topic, session.day, session.event_id, presence.session_id,
    presence.person_id, presence.article_id, presence."start", presence."end", presence.rule, presence.reader
FROM presence
JOIN session USING (session_id)
JOIN article ON article.article_id = presence.article_id
