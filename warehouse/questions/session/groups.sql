SELECT part, name, session_id FROM session_group
WHERE session_id IN (SELECT unnest($sessions)) ORDER BY session_id, part, "start"
