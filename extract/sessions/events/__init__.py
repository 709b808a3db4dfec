"""Where the events of an article open, each with its kind and its day: “Chiều 5/4, Đoàn khảo sát đã làm việc với …”.

`rules` are the words around an event's name, `triggers` the names themselves and whether the sentence says that it took
place, `days` which of the dates is its day; `sentences` reads one sentence that tells of an event. `main` finds the
article's main one (`undated`: where no sentence of the lead gives it a day; `deeds`: where it is told by the way),
`turns` knows where the report goes on to another, `openings` lists them all.
"""

from extract.sessions.events.openings import find_openings
from extract.sessions.events.triggers import find_references

__all__ = ["find_openings", "find_references"]
