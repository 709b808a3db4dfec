SELECT person_id, name, spellings, articles, first_seen, last_seen
FROM person WHERE person_id IN (SELECT unnest($people)) ORDER BY articles DESC, person_id
