SELECT date, kind, place, name, role, sentence, title, url, article_id, person_id
FROM who_attended WHERE person_id IN (SELECT unnest($people)) ORDER BY date, session_id, role, name
