-- People whose names hold the words.
SELECT person_id FROM person WHERE contains(' ' || bare || ' ', ' ' || $bare || ' ')
ORDER BY articles DESC, person_id LIMIT 20
