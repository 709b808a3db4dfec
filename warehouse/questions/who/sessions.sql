SELECT date, kind, place, name, role, sentence, title, url, article_id, person_id
FROM who_attended WHERE list_contains($people, person_id) ORDER BY date, session_id, role, name
