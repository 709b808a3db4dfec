-- What two articles say of one thing: the same concept, unit, kind and period, of one place or in one story.
-- In: the filled tables, masked. Texts that are copies are one source, and so is one sentence in two articles.

CREATE TEMP MACRO word_list(words) AS list_filter(regexp_split_to_array(bare(words), '[^a-z%]+'), lambda w: w <> '');
CREATE TEMP MACRO words_around(sentence, spot, number, most) AS list_distinct(
    list_slice(word_list(left(sentence, spot - 1)), -most, -1)
    || list_slice(word_list(substr(sentence, spot + length(number))), 1, most));
CREATE TEMP MACRO alike(one, other) AS len(list_intersect(one, other)) / len(list_distinct(one || other));
CREATE TEMP MACRO nearly_one(one, other) AS len(list_intersect(one, other)) >= 12 AND alike(one, other) >= 0.4;
-- Whether one bound leaves room for the other value: “trên 300” for 312.
CREATE TEMP MACRO allows(bound, value, other) AS coalesce(
    CASE WHEN bound IN ('more_than', 'at_least') THEN other >= value WHEN bound IN ('less_than', 'at_most') THEN other <= value END, false);
-- The digits a number says: 2 of “13.000”, 3 of “26,7 tỷ”.
CREATE TEMP MACRO digits_said(number) AS greatest(1, length(trim(regexp_replace(number, '[^0-9]', '', 'g'), '0')));
CREATE TEMP MACRO step_of(value, digits) AS 10 ** (floor(log10(value)) + 1 - digits);
CREATE TEMP MACRO hours_in(sentence) AS regexp_extract_all(sentence, '\d+ ?(?:h|giờ)\d*');

-- The figures that can stand beside another article's: no part of a whole, no range; of texts that are copies, the first.
CREATE TEMP TABLE comparable AS
WITH original AS (SELECT min(article_id) AS article_id FROM article GROUP BY revision),
whole AS (
    SELECT *, coalesce(unit_id, bare(unit)) AS measure
    FROM indicator SEMI JOIN original USING (article_id)
    ANTI JOIN (SELECT article_id, source AS n FROM indicator_link WHERE kind = 'part') AS part USING (article_id, n)
    WHERE value_to IS NULL AND value > 0 AND subject <> ''
)
SELECT
    article_id, n, kind, measure, value, bound, site, period, published, subject,
    index_name IS NOT NULL OR len(string_split(subject, ' ')) >=
        CASE WHEN kind IN ('count', 'ratio') THEN len(string_split(measure, ' ')) + 2 ELSE 2 END AS is_telling,
    [kind, measure, trend, target::VARCHAR, bare(per), out_of::VARCHAR, period] AS frame,
    digits_said(number) AS digits
FROM whole;

-- One place and period: each figure beside the first that says what most articles say.
CREATE TEMP TABLE in_one_place AS
WITH given AS (
    SELECT *, count(*) OVER (PARTITION BY frame, site, subject, value) AS articles FROM (
        FROM comparable WHERE site IS NOT NULL AND period IS NOT NULL AND is_telling
        QUALIFY row_number() OVER (PARTITION BY article_id, frame, site, subject, value ORDER BY n) = 1
            AND count(DISTINCT value) OVER (PARTITION BY article_id, frame, site, subject) = 1)
),
first_said AS (
    FROM given QUALIFY row_number() OVER (PARTITION BY frame, site, subject ORDER BY articles DESC, article_id) = 1
)
SELECT a.article_id, a.n, b.article_id AS other_id, b.n AS other_n, 0.25 AS alike_from
FROM given AS a JOIN first_said AS b USING (frame, site, subject)
WHERE a.article_id <> b.article_id;

-- One story: two articles that share figures few others give; there no place and period need be said again.
CREATE TEMP TABLE in_one_story AS
WITH rare AS (
    SELECT list_sort(list_distinct(list(article_id))) AS articles, max(digits) AS digits FROM comparable
    WHERE digits >= 2 GROUP BY kind, measure, value HAVING len(articles) BETWEEN 2 AND 8
),
story AS (
    SELECT article_id, other_id, sum(digits - 1) >= 3 AS is_sure
    FROM (SELECT unnest(articles) AS article_id, articles, digits FROM rare), unnest(articles) AS o(other_id)
    WHERE article_id < other_id GROUP BY ALL
)
SELECT a.article_id, a.n, other_id, b.n AS other_n,
    CASE WHEN NOT is_sure THEN NULL WHEN a.period IS NULL AND a.subject <> b.subject THEN 0.25 ELSE 0.2 END AS alike_from
FROM story JOIN comparable AS a USING (article_id) JOIN comparable AS b ON b.article_id = other_id AND b.frame = a.frame
WHERE a.site IS NOT DISTINCT FROM b.site AND (starts_with(a.subject, b.subject) OR starts_with(b.subject, a.subject));

CREATE TEMP TABLE pair AS
SELECT least(article_id, other_id) AS one_id, greatest(article_id, other_id) AS two_id, *, 'audit.one_place' AS rule FROM in_one_place
UNION ALL SELECT least(article_id, other_id), greatest(article_id, other_id), *, 'audit.one_story' FROM in_one_story;

-- Two articles neither of which a night has told anew, with the same figures side by side, say of them what they said.
CREATE TEMP TABLE likened_now AS
SELECT one_id, two_id, bit_xor(hash(article_id, n, other_n, alike_from, rule)) AS digest FROM pair GROUP BY one_id, two_id;
CREATE TEMP TABLE unsettled AS
SELECT DISTINCT one_id, two_id FROM ((FROM likened_now EXCEPT FROM likened) UNION ALL (FROM likened EXCEPT FROM likened_now));
DELETE FROM likened USING unsettled AS u WHERE likened.one_id = u.one_id AND likened.two_id = u.two_id;
INSERT INTO likened FROM likened_now SEMI JOIN unsettled USING (one_id, two_id) ORDER BY one_id, two_id;
DELETE FROM audit USING unsettled AS u
WHERE kind = 'elsewhere' AND one_id = least(article_id, other_id) AND two_id = greatest(article_id, other_id);

-- The words of those figures, around and beside the number.
CREATE TEMP TABLE asked AS FROM pair SEMI JOIN unsettled USING (one_id, two_id);
CREATE TEMP TABLE worded AS
SELECT article_id, n, value, sentence, words_around(sentence, spot, number, 12) AS around, words_around(sentence, spot, number, 3) AS beside
FROM (
    SELECT *, CASE WHEN contains(sentence, text) THEN strpos(sentence, text) + strpos(text, number) - 1 ELSE strpos(sentence, number) END AS spot
    FROM indicator SEMI JOIN (SELECT article_id, n FROM asked UNION SELECT other_id, other_n FROM asked) AS figure USING (article_id, n)
);

-- Pairs whose words say one thing; of a story's figures, each with the one it fits best.
CREATE TEMP TABLE fitting AS
WITH fit AS (
    SELECT asked.*, {'same': a.value = b.value, 'alike': alike(a.around, b.around) + alike(a.beside, b.beside)} AS fit
    FROM asked JOIN worded AS a USING (article_id, n) JOIN worded AS b ON b.article_id = other_id AND b.n = other_n
    WHERE alike(a.around, b.around) >= alike_from OR nearly_one(a.around, b.around)
)
SELECT article_id, n, other_id, other_n, one_id, two_id, rule FROM fit
QUALIFY row_number() OVER (PARTITION BY article_id, n, other_id, rule ORDER BY fit DESC, other_n) = 1
    AND row_number() OVER (PARTITION BY other_id, other_n, article_id, rule ORDER BY fit DESC, n) = 1;

CREATE TEMP TABLE compared AS
WITH first AS (
    FROM fitting QUALIFY row_number() OVER (
        PARTITION BY one_id, two_id, CASE WHEN article_id < other_id THEN n ELSE other_n END ORDER BY rule, other_n) = 1
),
facing AS (
    SELECT first.*, a.kind, a.value, b.value AS other_value, plain_words(here.sentence) = plain_words(there.sentence) AS one_sentence,
        abs(a.value - b.value) AS apart, greatest(a.value, b.value) AS most,
        greatest(step_of(a.value, a.digits), step_of(b.value, b.digits)) AS step,
        'about' IN (a.bound, b.bound) AS is_rough, allows(a.bound, a.value, b.value) OR allows(b.bound, b.value, a.value) AS is_allowed,
        abs(log10(a.value / b.value)) AS tens,
        hours_in(here.sentence) = hours_in(there.sentence) AND (a.period IS NOT NULL OR coalesce(a.published = b.published, true)) AS at_once
    FROM first JOIN comparable AS a USING (article_id, n) JOIN comparable AS b ON b.article_id = other_id AND b.n = other_n
    JOIN worded AS here USING (article_id, n) JOIN worded AS there ON there.article_id = other_id AND there.n = other_n
),
unlike AS (  -- whose values the other article does not give for something else
    SELECT article_id, n, other_id, other_n FROM facing WHERE value <> other_value
    EXCEPT SELECT f.article_id, f.n, other_id, other_n FROM facing AS f JOIN indicator AS i
        ON i.article_id = f.other_id AND i.kind = f.kind AND i.value = f.value
    EXCEPT SELECT f.article_id, f.n, other_id, other_n FROM facing AS f JOIN indicator AS i
        ON i.article_id = f.article_id AND i.kind = f.kind AND i.value = f.other_value
)
SELECT facing.*, CASE
    WHEN value = other_value THEN CASE WHEN one_sentence THEN 'one source' ELSE 'holds' END
    WHEN unlike.n IS NULL THEN NULL
    WHEN apart < step AND (is_allowed OR apart < most / 20) OR is_rough AND apart < most / 20 THEN 'holds within rounding'
    WHEN is_allowed OR NOT at_once THEN NULL  -- “trên 300” and 5.000; what grew from one hour to the next
    WHEN tens > 1 AND tens <> round(tens) THEN NULL  -- two things, unless a unit has slipped: 700.000 and 700.000 nghìn
    ELSE 'contradicts' END AS verdict
FROM facing LEFT JOIN unlike USING (article_id, n, other_id, other_n);

-- Numbered behind the sums of the article, with what it said before of others.
CREATE TEMP TABLE elsewhere AS
SELECT
    article_id, 'elsewhere' AS kind, verdict, compared.value AS stated, other_value AS computed, [compared.n] AS indicators, [compared.value] AS figures,
    a.home, a.published, a.sentence, a."start", a."end", a.text, compared.rule, a.reader,
    other_id, other_n, b."start" AS other_start, b."end" AS other_end, b.text AS other_text, b.sentence AS other_sentence
FROM compared JOIN indicator AS a USING (article_id, n) JOIN indicator AS b ON b.article_id = other_id AND b.n = other_n
WHERE verdict IS NOT NULL
UNION ALL BY NAME
SELECT * EXCLUDE (n) FROM audit
WHERE kind = 'elsewhere' AND article_id IN (SELECT one_id FROM unsettled UNION SELECT two_id FROM unsettled);
DELETE FROM audit WHERE kind = 'elsewhere' AND article_id IN (SELECT one_id FROM unsettled UNION SELECT two_id FROM unsettled);

INSERT INTO audit BY NAME
SELECT elsewhere.*, coalesce(checks, 0) + row_number() OVER (PARTITION BY article_id ORDER BY indicators[1], other_id, other_n) - 1 AS n
FROM elsewhere LEFT JOIN (SELECT article_id, count(*) AS checks FROM audit GROUP BY ALL) USING (article_id)
ORDER BY article_id, n;
