"""Web pages and JSON over the read-only warehouse: a search box, a page per person, session and document, the proof.

| address             | what                                                                         |
|---------------------|------------------------------------------------------------------------------|
| /?q=…               | people, sessions of a day, documents and figures that the words find         |
| /person/<id>        | posts, sessions, words and sources, each with its sentence                   |
| /session/<id>       | who attended in what post and role, groups, hosts and guests                 |
| /document/<id>      | every article that cites it, and what replaces or amends it                  |
| /article/<id>       | the text as archived; `?start=…&end=…` marks the words a fact was read from  |

Every address answers in JSON too, with `?form=json`. `app` answers, `serve` runs it, `pages/` are the templates.
"""
