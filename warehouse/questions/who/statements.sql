SELECT published, name, verb, text, title, url, article_id, person_id
FROM statement WHERE list_contains($people, person_id) ORDER BY published, article_id, "start"
