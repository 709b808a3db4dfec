SELECT source, kind, target, sentence, article_id FROM document_relation
WHERE source_id IN (SELECT unnest($documents)) OR target_id IN (SELECT unnest($documents)) ORDER BY ALL
