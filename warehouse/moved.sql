-- A night has told of some articles: where a person or a document of another article is another one now, its rows follow.
-- In: claim of whom the night can bear on, cited of all; the rows of the articles told of are right already.

CREATE TEMP TABLE moved AS
SELECT official.article_id, official.n, name, official.person_id AS was, claim.person_id, claim.why
FROM official JOIN claim USING (article_id, n)
WHERE official.person_id <> claim.person_id OR official.why <> claim.why;

-- Of what hangs on a name, one row a name, whoever it meant: it is told anew of all whom the name means now.
CREATE TEMP TABLE retold AS
SELECT article_id, name, min(official.person_id) AS was
FROM official WHERE article_id IN (SELECT article_id FROM moved WHERE was <> person_id) GROUP BY ALL;
CREATE TEMP TABLE presence_kept AS SELECT presence.* FROM presence JOIN retold ON retold.article_id = presence.article_id
    AND retold.name = presence.name AND was = person_id;
CREATE TEMP TABLE statement_kept AS SELECT statement.* FROM statement JOIN retold ON retold.article_id = statement.article_id
    AND retold.name = statement.name AND was = person_id;
DELETE FROM presence WHERE article_id IN (SELECT article_id FROM retold);
DELETE FROM statement WHERE article_id IN (SELECT article_id FROM retold);

UPDATE official SET person_id = moved.person_id, why = moved.why
FROM moved WHERE moved.article_id = official.article_id AND moved.n = official.n;
UPDATE post SET person_id = moved.person_id FROM moved WHERE moved.article_id = post.article_id AND moved.n = post.n;
UPDATE role SET person_id = moved.person_id FROM moved WHERE moved.article_id = role.article_id AND moved.n = role.n;

CREATE TEMP TABLE named AS SELECT DISTINCT article_id, name, person_id FROM official SEMI JOIN retold USING (article_id);
INSERT INTO presence BY NAME
WITH held AS (
    SELECT article_id, person_id, string_agg(post, '; ' ORDER BY place, post) AS posts
    FROM (SELECT article_id, person_id, post, min("start") AS place FROM post SEMI JOIN retold USING (article_id) GROUP BY ALL)
    GROUP BY ALL
)
SELECT presence_kept.* EXCLUDE (person_id, posts), named.person_id, held.posts
FROM presence_kept JOIN named USING (article_id, name)
LEFT JOIN held ON held.article_id = presence_kept.article_id AND held.person_id = named.person_id;

INSERT INTO statement BY NAME
SELECT statement_kept.* EXCLUDE (person_id), named.person_id
FROM statement_kept JOIN named USING (article_id, name);

CREATE TEMP TABLE renamed AS
SELECT directive.article_id, directive.n, cited.document_id, cited.why
FROM directive JOIN cited USING (article_id, n)
WHERE directive.document_id <> cited.document_id OR directive.why <> cited.why;
UPDATE directive SET document_id = renamed.document_id, why = renamed.why
FROM renamed WHERE renamed.article_id = directive.article_id AND renamed.n = directive.n;
UPDATE citation SET document_id = renamed.document_id, why = renamed.why
FROM renamed WHERE renamed.article_id = citation.article_id AND renamed.n = citation.n;

CREATE TEMP TABLE code_now AS SELECT d.* FROM document_said AS d SEMI JOIN renamed USING (article_id);
UPDATE session_directive SET document_id = code_now.document_id
FROM code_now WHERE code_now.article_id = session_directive.article_id AND code_now.code = session_directive.code;
UPDATE document_relation SET source_id = code_now.document_id
FROM code_now WHERE code_now.article_id = document_relation.article_id AND code_now.code = source;
UPDATE document_relation SET target_id = code_now.document_id
FROM code_now WHERE code_now.article_id = document_relation.article_id AND code_now.code = target;
