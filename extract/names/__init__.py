"""Persons' names and what stands before them, as the Doc holds them: “đồng chí | Lê Diễn”, “Bí thư Tỉnh ủy | Lê Diễn”.

`honorifics` says which terms stand before a name, `runs` where capitals may hold one, `starts` and `ends` where it
begins and ends, `known` what the lexicons hold of surnames and places, `syllables` what a Vietnamese syllable is;
`find` puts them together to each `name`. `word_before` is asked before a pattern is tried.
"""

from extract.names.name import Certainty, Name
from extract.names.sight import Named, sight

__all__ = ["Certainty", "Name", "Named", "sight"]
