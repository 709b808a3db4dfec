SELECT
    session.date, session.kind, session.place, session.topic, title, url, session.sentence,
    session_id, event_id, article_id, day
FROM session
WHERE ($date IS NULL OR starts_with(session.date, $date))
    AND ($kind IS NULL OR session.kind = $kind)
    AND ($place IS NULL OR contains(bare(concat_ws(' ', session.place, session.home, title)), bare($place)))
ORDER BY day, session_id LIMIT 500
