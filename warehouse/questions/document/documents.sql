SELECT code, type, issued, issuer, subject, home, articles, homes, disputed, document_id
FROM document WHERE list_contains($documents, document_id) ORDER BY articles DESC, document_id
