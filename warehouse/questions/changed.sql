SELECT change, kind, what, title, url, article_id FROM changed_last_night
ORDER BY list_position(['article', 'session', 'post', 'presence', 'directive', 'indicator'], kind), change, article_id, what
