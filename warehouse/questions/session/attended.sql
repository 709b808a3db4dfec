SELECT
    date, kind, name, string_agg(DISTINCT role, ', ' ORDER BY role) AS roles, any_value(posts) AS posts,
    any_value(sentence ORDER BY "start") AS sentence, session_id, person_id
FROM who_attended WHERE session_id IN (SELECT unnest($sessions))
GROUP BY date, kind, name, session_id, person_id, day ORDER BY day, session_id, min("start"), name
