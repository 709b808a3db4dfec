-- The document of a code, spaces and marks aside; of a number alone, all that have it.
SELECT document_id FROM document
WHERE replace(bare(code), ' ', '') = $code
    OR ($number <> '' AND regexp_extract(code, '^\d+[a-z]?') = $number AND ($type = '' OR bare(type) = $type))
ORDER BY ALL
