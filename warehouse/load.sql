-- Readings → fact tables. Sorted by what they are asked by, so that a question reads few blocks.
-- In besides `said`: claim (article_id, n, person_id, why), office (post, function, body, place, level, former),
-- cited (article_id, n, document_id, home, why), attachment_file (Attachment columns and path).

INSERT INTO article BY NAME
SELECT * EXCLUDE (body, published_text, path) REPLACE (coalesce(reader, '') AS reader), body AS text, first_day(published) AS published_day
FROM (SELECT article_id, portal, home, kind, url, title, published, published_text, author, body, revision, captured,
      source, reader, captions, attachments, flags, path FROM said)
ORDER BY article_id;

INSERT INTO attachment BY NAME
WITH captured AS (
    SELECT * FROM attachment_file
    QUALIFY row_number() OVER (PARTITION BY address_of(url) ORDER BY coalesce(captured, '') DESC, path DESC) = 1
)
SELECT
    article_id, offered.url,
    nullif(lower(regexp_extract(regexp_replace(offered.url, '[?#].*$', ''), '\.(\w{1,5})$', 1)), '') AS kind,
    text, CASE WHEN captured.url IS NULL THEN 'not captured' ELSE unread END AS unread, pages, captured, source
FROM (SELECT DISTINCT article_id, unnest(attachments) AS url FROM article) AS offered
LEFT JOIN captured ON address_of(captured.url) = address_of(offered.url)
ORDER BY article_id, offered.url;

INSERT INTO official BY NAME
SELECT
    article_id, n, person_id, o.name, len(o.mentions) AS mentions, list_transform(o.posts, lambda p: p.text) AS posts, why, published, title, url, reader,
    sentence_of(body, sentences, o.mentions[1].span."start") AS sentence,
    unnest(o.mentions[1], recursive := true)
FROM official_said JOIN claim USING (article_id, n)
ORDER BY person_id, published, article_id, n;

INSERT INTO post BY NAME
SELECT
    article_id, n, person_id, name, p.text AS post, function, office.body, place, level, former, published, title, url, reader,
    sentence_of(said.body, sentences, p.mention.span."start") AS sentence,
    unnest(p.mention, recursive := true)
FROM (SELECT * EXCLUDE (o), o.name, unnest(o.posts) AS p FROM official_said) AS said
JOIN claim USING (article_id, n)
LEFT JOIN office ON office.post = p.text
ORDER BY person_id, published, article_id, p.mention.span;

INSERT INTO role BY NAME
SELECT
    article_id, n, person_id, name, r.kind AS role, reader,
    sentence_of(body, sentences, r.mention.span."start") AS sentence,
    unnest(r.mention, recursive := true)
FROM (SELECT * EXCLUDE (o), o.name, unnest(o.roles) AS r FROM official_said) JOIN claim USING (article_id, n)
ORDER BY person_id, article_id, n, r.mention.span, role;

CREATE TEMP VIEW session_said AS
SELECT article_id || '#' || n AS session_id, *
FROM (SELECT article_id, generate_subscripts(sessions, 1) - 1 AS n, unnest(sessions) AS s, home, published, title, url, body, sentences, reader FROM said);

CREATE TEMP VIEW named_here AS SELECT DISTINCT article_id, name, person_id FROM official SEMI JOIN said USING (article_id);

CREATE TEMP TABLE present AS
SELECT session_id, participants.article_id, person_id, named.name, p.role AS role, p.mention AS mention
FROM (SELECT session_id, article_id, unnest(s.participants) AS p FROM session_said) AS participants
JOIN named_here AS named ON named.article_id = participants.article_id AND named.name = p.name;

INSERT INTO session BY NAME
SELECT
    session_id, session_id AS event_id, article_id, n, s.kind, s.date, first_day(s.date) AS day,
    s.part_of_day, s.place.text AS place, s.topic.text AS topic, home, title, url, reader,
    sentence_of(body, sentences, s.mention.span."start") AS sentence,
    unnest(s.mention, recursive := true)
FROM session_said
ORDER BY day, session_id;

INSERT INTO presence BY NAME
WITH held AS (
    SELECT article_id, person_id, string_agg(post, '; ' ORDER BY place, post) AS posts
    FROM (SELECT article_id, person_id, post, min("start") AS place FROM post SEMI JOIN said USING (article_id) GROUP BY ALL)
    GROUP BY ALL
)
SELECT
    session_id, article_id, person_id, present.name, present.role, posts, session.date, session.day, session.kind,
    session.place, session.topic, session.home, session.event_id, said.published, session.title, session.url, said.reader,
    sentence_of(body, sentences, present.mention.span."start") AS sentence,
    unnest(present.mention, recursive := true)
FROM present
JOIN session USING (session_id, article_id)
JOIN said USING (article_id)
LEFT JOIN held USING (article_id, person_id)
ORDER BY person_id, session.date, session_id, present.role, present.mention.span;

INSERT INTO session_group BY NAME
SELECT session_id, article_id, part, m.text AS name, reader, unnest(m, recursive := true)
FROM (
    SELECT session_id, article_id, 'host' AS part, unnest(s.hosts) AS m, reader FROM session_said
    UNION ALL SELECT session_id, article_id, 'guest', unnest(s.guests), reader FROM session_said
    UNION ALL SELECT session_id, article_id, 'group', unnest(s."groups"), reader FROM session_said
)
ORDER BY session_id, part, m.span;

INSERT INTO statement BY NAME
SELECT article_id, person_id, name, v.text AS verb, published, title, url, reader, unnest(m, recursive := true)
FROM (
    SELECT article_id, s.speaker AS name, s.verb AS v, s.mention AS m, published, title, url, reader
    FROM (SELECT article_id, unnest(statements) AS s, published, title, url, reader FROM said)
) JOIN named_here USING (article_id, name)
ORDER BY person_id, published, article_id, m.span;

INSERT INTO directive BY NAME
SELECT
    article_id, n, document_id, d.type, d.code, d.issued.value AS issued, d.issuer.text AS issuer, d.term.value AS term,
    d.subject.text AS subject, why, published, reader, unnest(d.citations[1].mention, recursive := true)
FROM directive_said JOIN cited USING (article_id, n)
ORDER BY document_id, published, article_id, n;

INSERT INTO citation BY NAME
SELECT
    document_id, article_id, n, code, c.pin.text AS pin, c.act, why, directives.home, published, title, url, reader,
    sentence_of(body, sentences, c.mention.span."start") AS sentence,
    unnest(c.mention, recursive := true)
FROM (SELECT * EXCLUDE (d), d.code, unnest(d.citations) AS c FROM directive_said) AS directives
JOIN cited USING (article_id, n)
ORDER BY document_id, article_id, n, c.mention.span;

CREATE TEMP VIEW document_said AS
SELECT DISTINCT article_id, code, min(document_id) AS document_id FROM directive GROUP BY article_id, code;

INSERT INTO session_directive BY NAME
SELECT session_id, article_id, code, document_id
FROM (SELECT session_id, article_id, unnest(s.directives) AS code FROM session_said)
LEFT JOIN document_said USING (article_id, code)
ORDER BY session_id, code;

INSERT INTO document_relation BY NAME
SELECT
    said.article_id, r.kind, r.source, r.target, a.document_id AS source_id, b.document_id AS target_id, reader,
    sentence_of(body, sentences, r.mention.span."start") AS sentence, unnest(r.mention, recursive := true)
FROM (SELECT article_id, unnest(relations) AS r, body, sentences, reader FROM said) AS said
LEFT JOIN document_said AS a ON a.article_id = said.article_id AND a.code = said.r.source
LEFT JOIN document_said AS b ON b.article_id = said.article_id AND b.code = said.r.target
ORDER BY said.article_id, r.mention.span, r.source, r.target;

INSERT INTO date BY NAME
SELECT article_id, n, d.value, first_day(d.value) AS day, reader, unnest(d.mention, recursive := true)
FROM (SELECT article_id, generate_subscripts(dates, 1) - 1 AS n, unnest(dates) AS d, reader FROM said)
ORDER BY article_id, n;

INSERT INTO term BY NAME
SELECT article_id, t.value, reader, unnest(t.mention, recursive := true)
FROM (SELECT article_id, unnest(terms) AS t, reader FROM said)
ORDER BY article_id, t.mention.span;

-- Where a figure is said to be: a province by any spelling, a place by its name, or what “toàn tỉnh” is on this portal.
CREATE TEMP TABLE site AS
WITH place_said AS (
    SELECT DISTINCT portal, home, i.place.text AS place, plain_words(i.place.text) AS words
    FROM (SELECT portal, home, unnest(indicators) AS i FROM said)
),
spelling AS (SELECT DISTINCT name, plain_words(unnest(spellings)) AS words FROM province),
named AS (
    SELECT place, min(name) AS province
    FROM (SELECT DISTINCT place, regexp_extract(words, '^(?:(?:tinh|thanh pho|tp) ?)?(.+)$', 1) AS words FROM place_said) AS p
    JOIN spelling AS s ON p.words = s.words OR starts_with(p.words, s.words || ' ') OR starts_with(s.words, p.words || ' ')
    GROUP BY place HAVING count(DISTINCT name) = 1
)
SELECT portal, home, place, CASE
    WHEN province IS NOT NULL THEN province
    WHEN words IN ('ca nuoc', 'toan quoc', 'viet nam') THEN 'Việt Nam'
    WHEN words IN ('toan tinh', 'ca tinh', 'toan thanh pho') THEN CASE WHEN home IN (SELECT name FROM province) THEN home END
    WHEN words IS NULL OR regexp_matches(words, '^(?:toan|ca) ') THEN CASE WHEN portal <> 'files' THEN concat_ws(' ', portal, words) END
    ELSE words END AS site
FROM place_said LEFT JOIN named USING (place);

INSERT INTO indicator BY NAME
SELECT
    article_id, n, i.kind, i.value, i.unit, i.unit_id, i.value_to, i.out_of, i.bound, i.trend, i.target, i.period, first_day(i.period) AS day,
    i.per.text AS per, i.place.text AS place, i.concept.text AS concept, i.index_name, told.home, published, i.number.text AS number, reader,
    subject_of(coalesce(i.index_name, i.concept.text), i.place.text) AS subject, site,
    bare(concat_ws(' ', i.concept.text, i.index_name, i.unit, i.mention.text)) AS search,
    sentence_of(body, sentences, i.number.span."start") AS sentence, unnest(i.mention, recursive := true)
FROM (SELECT article_id, generate_subscripts(indicators, 1) - 1 AS n, unnest(indicators) AS i, portal, home, published, body, sentences, reader FROM said) AS told
JOIN site ON site.portal = told.portal AND site.home = told.home AND site.place IS NOT DISTINCT FROM i.place.text
ORDER BY article_id, n;

INSERT INTO indicator_link BY NAME
SELECT article_id, unnest(l), reader FROM (SELECT article_id, unnest(links) AS l, reader FROM said)
ORDER BY article_id, l.source, l.target, l.kind;

INSERT INTO audit BY NAME
SELECT
    article_id, n, c.kind, c.verdict, c.stated, c.computed, c.indicators, home, published, reader,
    list_transform(c.indicators, lambda i: indicators[i + 1].value) AS figures,
    sentence_of(body, sentences, c.mention.span."start") AS sentence, unnest(c.mention, recursive := true)
FROM (SELECT article_id, generate_subscripts(checks, 1) - 1 AS n, unnest(checks) AS c, indicators, home, published, body, sentences, reader FROM said)
ORDER BY article_id, n;

INSERT INTO leftover BY NAME
SELECT article_id, l.reason, reader, unnest(l.mention, recursive := true)
FROM (SELECT article_id, unnest(leftovers) AS l, reader FROM said)
ORDER BY l.reason, article_id, l.mention.span;
