-- What is said now: the latest revision of every article and its reading.
-- In: article_file (Article columns and path), filed (path, revision, reading), portal_home, removed_article.

CREATE TEMP TABLE capture AS
SELECT id AS article_id, * EXCLUDE (id), left(sha256(text), 12) AS revision
FROM article_file
WHERE id NOT IN (SELECT article_id FROM removed_article);

INSERT INTO revision BY NAME
SELECT
    article_id, revision,
    row_number() OVER (PARTITION BY article_id ORDER BY max(struct_pack(c := coalesce(captured, ''), p := path)) DESC) = 1
        AS is_current,
    arg_max(published, struct_pack(c := coalesce(captured, ''), p := path)) AS published,
    arg_max(title, struct_pack(c := coalesce(captured, ''), p := path)) AS title,
    any_value(text) AS text,
    min(captured) AS first_captured,
    max(captured) AS last_captured,
    count(DISTINCT coalesce(captured, path)) AS captures
FROM capture
GROUP BY article_id, revision
ORDER BY article_id, first_captured, revision;

CREATE TEMP TABLE said AS
WITH latest AS (
    SELECT * FROM capture
    QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY coalesce(captured, '') DESC, path DESC) = 1
),
reading AS (
    SELECT path, revision, unnest(reading) FROM filed
    QUALIFY row_number() OVER (PARTITION BY path, revision, reading.article_id) = 1
)
SELECT
    latest.* EXCLUDE (text), latest.text AS body,
    coalesce(portal_home.home, nullif(regexp_extract(url, '^https?://(?:www\.)?([^/:]+)', 1), ''), portal) AS home,
    reading.* EXCLUDE (path, revision, article_id)
FROM latest
LEFT JOIN reading USING (path, revision, article_id)
LEFT JOIN portal_home USING (portal)
ORDER BY article_id;

CREATE TEMP VIEW official_said AS
SELECT article_id, generate_subscripts(officials, 1) - 1 AS n, unnest(officials) AS o, home, published, title, url, body, sentences, reader
FROM said;

CREATE TEMP VIEW directive_said AS
SELECT article_id, generate_subscripts(directives, 1) - 1 AS n, unnest(directives) AS d, home, published, title, url, body, sentences, reader
FROM said;
