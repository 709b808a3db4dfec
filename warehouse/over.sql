-- What is said over several articles: people, events, documents; made anew of all facts.
-- In besides the facts: cited (article_id, n, document_id, home, why).

DELETE FROM person;
INSERT INTO person BY NAME
WITH spelling AS (
    SELECT person_id, name, count(*) AS articles, min(published) AS first_seen, max(published) AS last_seen
    FROM official GROUP BY ALL
)
SELECT
    person_id,
    arg_max(name, struct_pack(articles := articles, name := name)) AS name,
    bare(arg_max(name, struct_pack(articles := articles, name := name))) AS bare,
    list(name ORDER BY articles DESC, name) AS spellings,
    sum(articles)::BIGINT AS articles,
    min(first_seen) AS first_seen,
    max(last_seen) AS last_seen
FROM spelling GROUP BY person_id
ORDER BY bare, person_id;

-- An event is of one day: only those days are looked at of which articles have been told, taken out or given others.
CREATE TEMP TABLE changed_day AS
SELECT date FROM day_gone UNION SELECT date FROM presence
WHERE length(date) >= 10 AND article_id IN (SELECT article_id FROM said UNION SELECT article_id FROM retold);

CREATE TEMP TABLE same_event AS
WITH met AS (SELECT DISTINCT session_id, article_id, person_id, date, kind FROM presence SEMI JOIN changed_day USING (date)),
size AS (SELECT session_id, count(DISTINCT person_id) AS people FROM met GROUP BY ALL)
SELECT a.session_id, min(b.session_id) AS other
FROM (
    SELECT a.session_id, b.session_id AS other, count(*) AS shared
    FROM met AS a JOIN met AS b USING (person_id, date, kind)
    WHERE a.article_id <> b.article_id
    GROUP BY ALL
) AS a JOIN size AS b ON b.session_id = a.other JOIN size ON size.session_id = a.session_id
WHERE shared >= 2 AND shared * 2 >= least(size.people, b.people)
GROUP BY a.session_id;

UPDATE session SET event_id = least(session.session_id, other)
FROM (SELECT session_id, other FROM session SEMI JOIN changed_day USING (date) LEFT JOIN same_event USING (session_id)) AS found
WHERE found.session_id = session.session_id AND event_id <> least(session.session_id, other);

UPDATE presence SET event_id = session.event_id
FROM session SEMI JOIN changed_day USING (date)
WHERE session.session_id = presence.session_id AND presence.event_id <> session.event_id;

DELETE FROM document;
INSERT INTO document BY NAME
WITH given AS (SELECT directive.*, cited.home, article.home AS said_in FROM directive JOIN cited USING (article_id, n, document_id) JOIN article USING (article_id)),
best AS (
    SELECT document_id, max(type) AS type, max_by(code, struct_pack(l := length(code), c := code)) AS code, any_value(home) AS home,
        mode(issued ORDER BY issued) AS issued, mode(issuer ORDER BY issuer) AS issuer, mode(subject ORDER BY subject) AS subject,
        count(DISTINCT article_id) AS articles, count(DISTINCT said_in) AS homes,
        list(DISTINCT issued ORDER BY issued) FILTER (issued IS NOT NULL) AS dates
    FROM given GROUP BY document_id
)
SELECT * EXCLUDE (dates), CASE WHEN len(dates) > 1 THEN dates END AS disputed FROM best
ORDER BY document_id;

