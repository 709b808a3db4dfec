-- The sums of some articles, each with the values of its figures.
SELECT
    audit.published, audit.home, any_value(audit.kind) AS kind, any_value(verdict) AS verdict, any_value(stated) AS stated,
    any_value(computed) AS computed, list(indicator.value ORDER BY list_position(indicators, indicator.n)) AS figures,
    any_value(audit.sentence) AS sentence, article_id, any_value(indicators) AS indicators
FROM audit JOIN indicator USING (article_id)
WHERE other_id IS NULL AND article_id IN (SELECT unnest($articles)) AND list_contains(indicators, indicator.n)
GROUP BY article_id, audit.n, audit.published, audit.home ORDER BY audit.published, article_id, audit.n
