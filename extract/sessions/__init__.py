"""Who attended which session in what role, and who said what: “Tham gia Đoàn kiểm tra còn có các đồng chí: …”.

`prose` is what all of these read: the text, the same folded, its sentences, the words that may tell of roles and
events; `clauses` the lists of persons in it. `roles` reads the constructions that carry a role: `governors` what stands
before a list, `predicates` the verbs it is the subject of, `handings` what is handed to it (`role_rules`,
`role_verbs`). `statements` says who said what, `openings` where an event of the article begins: the main one
(`main_openings`, `undated_openings`) and those it turns to (`event_turns`), each told by a sentence
(`event_sentences`, `events`, `event_rules`, `event_deeds`, `event_days`). `venues` and `groups` say where and with
whom (`group_heads`, `group_ends` and `group_items` what a group is called; `group_attendance`, `group_parties` and
`group_speakers` where one is named), `asides` what is told of another occasion; `find` makes the sessions.
"""

from extract.sessions.find import find_sessions
from extract.sessions.prose import prose
from extract.sessions.roles import find_roles
from extract.sessions.statements import find_statements

__all__ = ["find_roles", "find_sessions", "find_statements", "prose"]
