SELECT change, kind, what, title, url, article_id FROM changed_last_night
