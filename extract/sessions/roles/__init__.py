"""What part each person has in the events: “Tham gia Đoàn kiểm tra còn có các đồng chí: Lê Văn An, …” → attendee.

`clauses` are the lists of persons and what stands around each, `verbs` the role verbs, `rules` the constructions that
carry a role. `governors` reads what stands before a list, `predicates` the verbs it is the subject of, `handings` what
is handed to it; `find` gives each person of a list the roles that are theirs.
"""

from extract.sessions.roles.find import find_roles

__all__ = ["find_roles"]
