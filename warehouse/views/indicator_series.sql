-- Figures with what they measure, where and when: filter by concept, unit, home; order by coalesce(day, published).
SELECT
    indicator.concept, indicator.kind, indicator.value, indicator.value_to, indicator.out_of, indicator.unit, indicator.unit_id,
    indicator.bound, indicator.trend, indicator.target, indicator.period, indicator.day, indicator.index_name, indicator.place,
    indicator.home, indicator.published, indicator.text, indicator.sentence, article.title, article.url,
    indicator.article_id, indicator.n, indicator."start", indicator."end", indicator.rule, indicator.reader
FROM indicator JOIN article USING (article_id)
