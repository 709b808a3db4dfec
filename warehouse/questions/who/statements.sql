SELECT published, name, verb, text, title, url, article_id, "start", "end", person_id
FROM statement WHERE list_contains($people, person_id) ORDER BY published, article_id, "start"
