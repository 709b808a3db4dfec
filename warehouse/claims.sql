-- What articles say of officials: those told of now, those a night has taken out, and those that stand.
-- In: official_said, official_gone. Names, posts and homes come again and again: Python is given each once.

CREATE TEMP TABLE claimed AS
SELECT 'told' AS stands, article_id, n, o.name, list_transform(o.posts, lambda p: p.text) AS posts, home, published FROM official_said
UNION ALL SELECT 'gone', article_id, n, name, posts, home, published FROM official_gone
UNION ALL SELECT 'held', article_id, n, name, posts, home, official.published FROM official JOIN article USING (article_id);

CREATE TEMP TABLE wording AS
SELECT row_number() OVER () - 1 AS wording, name, posts, home, bool_or(stands <> 'held') AS is_touched
FROM claimed GROUP BY name, posts, home;
