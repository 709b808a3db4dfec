SELECT
    name, post, min(published) AS first, max(published) AS last, count(DISTINCT article_id) AS articles,
    any_value(sentence ORDER BY published, article_id) AS sentence,
    any_value(article_id ORDER BY published, article_id) AS article_id, person_id
FROM post WHERE list_contains($people, person_id)
GROUP BY person_id, name, post ORDER BY first, post, name
