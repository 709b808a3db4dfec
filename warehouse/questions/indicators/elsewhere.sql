-- What other articles say of the figures of some articles, from either side.
SELECT verdict, stated, computed AS elsewhere, sentence, other_sentence, article_id, indicators[1] AS n, "start", "end",
    other_id, other_n, other_start, other_end
FROM audit
WHERE kind = 'elsewhere' AND (article_id IN (SELECT unnest($articles)) OR other_id IN (SELECT unnest($articles)))
ORDER BY verdict, published, article_id, n, other_id
