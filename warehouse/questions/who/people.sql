SELECT person_id, name, spellings, articles, first_seen, last_seen
FROM person WHERE list_contains($people, person_id) ORDER BY articles DESC, person_id
