SELECT
    coalesce(period, published) AS time, home, concept, value, value_to, out_of, unit, kind, bound, trend, target,
    text, sentence, article_id, "start", "end", n
FROM indicator
WHERE contains(search, bare($words)) AND ($place IS NULL OR contains(bare(concat_ws(' ', place, home)), bare($place)))
ORDER BY time, article_id, n LIMIT 2000
