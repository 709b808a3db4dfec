-- Days first: they are compared as numbers, and few rows are left whose session is looked at.
WITH attended AS (
    SELECT * FROM presence
    WHERE coalesce(day, DATE '0001-01-01') BETWEEN $first AND $last
)
SELECT
    date, kind, name, string_agg(DISTINCT role, ', ' ORDER BY role) AS roles, any_value(posts) AS posts,
    any_value(sentence ORDER BY "start") AS sentence, session_id, any_value(article_id) AS article_id,
    min("start") AS "start", arg_min("end", "start") AS "end", person_id
FROM attended WHERE session_id IN (SELECT unnest($sessions))
GROUP BY date, kind, name, session_id, person_id, day ORDER BY day, session_id, min("start"), name
