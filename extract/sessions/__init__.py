"""Who attended which session in what role, and who said what: “Tham gia Đoàn kiểm tra còn có các đồng chí: …”.

`prose` is what all of these read: the text, the same folded, its sentences, the words that may tell of roles and
events. `roles` says what part each person has, `statements` who said what, `events` where each event of the article
begins, `regions` which stretches tell of it, `venues` where and between whom it was held, `groups` which collective
participants it had, `asides` what is told of another occasion; `find` makes the sessions.
"""

from extract.sessions.find import find_sessions
from extract.sessions.prose import prose
from extract.sessions.roles import find_roles
from extract.sessions.statements import find_statements

__all__ = ["find_roles", "find_sessions", "find_statements", "prose"]
