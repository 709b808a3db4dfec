-- Figures of which another article says the same thing: the same, the same rounded, another, or in the same sentence.
SELECT
    verdict, indicator.concept, indicator.unit, indicator.place, indicator.period, stated, computed AS elsewhere,
    audit.sentence, article.title, article.url, other_sentence, other.title AS other_title, other.url AS other_url,
    audit.article_id, audit."start", audit."end", other_id, other_start, other_end, audit.rule, audit.reader
FROM audit
JOIN indicator ON indicator.article_id = audit.article_id AND indicator.n = indicators[1]
JOIN article ON article.article_id = audit.article_id
JOIN article AS other ON other.article_id = other_id
