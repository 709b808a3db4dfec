-- The person whose name is spelled so, marks aside.
SELECT person_id FROM person WHERE bare = $bare ORDER BY ALL
