SELECT code, type, issued, issuer, subject, home, articles, homes, disputed, document_id
FROM document WHERE document_id IN (SELECT unnest($documents)) ORDER BY articles DESC, document_id
