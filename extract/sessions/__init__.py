"""Who attended which session in what role, and who said what: “Tham gia Đoàn kiểm tra còn có các đồng chí: …”.

`clauses` is the prose that all of these read: text, folded text, sentences, lists of persons. `roles` reads the
constructions that carry a role (`role_rules`, `role_verbs`, `handings`), `statements` who said what, `openings` where
an event of the article begins (`events`, `event_rules`, `event_sentences`, `event_turns`, `event_deeds`,
`event_days`), `venues` and `groups` where and with whom, `asides` what is told of another occasion; `find` makes the
sessions.
"""

from extract.sessions.clauses import prose
from extract.sessions.find import find_sessions
from extract.sessions.roles import find_roles
from extract.sessions.statements import find_statements

__all__ = ["find_roles", "find_sessions", "find_statements", "prose"]
