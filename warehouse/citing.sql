-- What articles say of documents: those told of now and those that stand. Python is given each wording once, as the
-- first article has it. In: directive_said.

CREATE TEMP TABLE citing AS
SELECT article_id, n, d.type, d.code, d.issued.value AS issued, d.issuer.text AS issuer, home FROM directive_said
UNION ALL SELECT article_id, n, type, code, issued, issuer, home FROM directive JOIN article USING (article_id);

CREATE TEMP TABLE citing_first AS
SELECT unnest(min({'article_id': article_id, 'n': n})), type, code, issued, issuer, home
FROM citing GROUP BY type, code, issued, issuer, home;
