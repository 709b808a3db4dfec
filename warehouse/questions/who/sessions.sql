SELECT date, kind, place, name, role, sentence, title, url, session_id, article_id, "start", "end", person_id
FROM who_attended WHERE list_contains($people, person_id) ORDER BY date, session_id, role, name
