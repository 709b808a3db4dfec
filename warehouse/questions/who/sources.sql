SELECT published, title, url, article_id, why, sentence, person_id
FROM official WHERE list_contains($people, person_id) ORDER BY published, article_id, n
