-- Where two articles, or one article's own figures, disagree: those of two articles first.
SELECT kind, what, why, sentence, title, url, other_sentence, other_title, other_url, article_id, "start", "end", other_id, other_start, other_end
FROM contradictions
ORDER BY kind DESC, article_id, "start" LIMIT 2000
