-- What the readers saw and could not read, counted by rule and reason: “a private person: household” explains, “a person beside a post …” waits for a rule.
SELECT
    rule, reason, count(*) AS places, count(DISTINCT article_id) AS articles,
    round(100 * count(*) / sum(count(*)) OVER (PARTITION BY rule), 1) AS percent
FROM leftover
GROUP BY rule, reason
ORDER BY rule, places DESC
