SELECT published, title, url, article_id, why, sentence, "start", "end", person_id
FROM official WHERE list_contains($people, person_id) ORDER BY published, article_id, n
