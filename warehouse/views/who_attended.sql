-- Who was at which session, in what role, with the posts the article gives and the sentence that says so.
SELECT
    date, kind, place, name, role, posts, sentence, title, url, home, topic, day, published, event_id, session_id,
    person_id, article_id, "start", "end", rule, reader
FROM presence
