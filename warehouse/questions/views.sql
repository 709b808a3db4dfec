SELECT view_name AS view, comment AS answers FROM duckdb_views() WHERE NOT internal ORDER BY ALL
