-- The sums of some articles, each with the values of its figures.
SELECT published, home, kind, verdict, stated, computed, figures, sentence, article_id, indicators
FROM audit
WHERE other_id IS NULL AND article_id IN (SELECT unnest($articles))
ORDER BY published, article_id, n
