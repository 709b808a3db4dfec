-- Names of about this length: among them are those with a letter or two wrong.
SELECT DISTINCT bare FROM person WHERE length(bare) BETWEEN length($bare) - 2 AND length($bare) + 2 ORDER BY ALL
