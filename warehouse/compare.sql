-- This build against the one before (attached as `before`): only articles that were read anew are looked into.
CREATE TEMP TABLE touched AS
SELECT article_id, a.revision IS NOT NULL AND b.revision IS NOT NULL AND a.revision <> b.revision AS revised
FROM main.article AS a FULL JOIN before.main.article AS b USING (article_id)
WHERE a.revision IS DISTINCT FROM b.revision OR a.reader IS DISTINCT FROM b.reader OR a.published IS DISTINCT FROM b.published;

CREATE TEMP TABLE fact_now AS SELECT kind, article_id, what FROM main.fact SEMI JOIN touched USING (article_id);
CREATE TEMP TABLE fact_before AS SELECT kind, article_id, what FROM before.main.fact SEMI JOIN touched USING (article_id);

INSERT INTO change BY NAME
WITH moved AS (
    SELECT 'appeared' AS change, * FROM (FROM fact_now EXCEPT FROM fact_before)
    UNION ALL SELECT 'gone', * FROM (FROM fact_before EXCEPT FROM fact_now)
    UNION ALL SELECT 'revised', kind, article_id, what FROM fact_now JOIN touched USING (article_id) WHERE revised AND kind = 'article'
)
SELECT change, kind, article_id, what FROM moved
WHERE NOT (kind = 'article' AND change <> 'revised' AND article_id IN (SELECT article_id FROM touched WHERE revised))
ORDER BY kind <> 'article', kind, article_id, change, what;
