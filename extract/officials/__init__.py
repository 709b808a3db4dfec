"""Named people in office and the posts the article gives them: “đồng chí Lê Vĩnh Tân, …, Bộ trưởng Bộ Nội vụ”.

The Doc has the names; `posts` are found as far as `post_body` says (a `body_walk` over words that `body_word` knows),
`disputes` says whose a word is that both claim, `sequence` turns the text into letters such as `L:RN,P;N` with the
`signs` between them, over which `enumerations`, `appointments`, `careers` and `deputies` read who holds what (`subject`
knows whom “ông” means); `people` gathers them (`evidence`, `lists`, `speakers`: why they count), `references` finds
them again (“đồng chí Bộ trưởng”), `citizens` leaves private people out; `find` puts them together.
`leftovers` lists the addressed names that remain, `reasons` says why by the words around them.
`witness` asks underthesea what it thinks of the leftovers: an alarm beside the reading.
"""

from extract.officials.find import find_officials

__all__ = ["find_officials"]
