"""The first words of a group's name: “lãnh đạo …”, “các đồng chí trong …”, “45 đại biểu …”, “Ban Thường vụ …”."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from extract.lexicon import load
from extract.rules import compile_folded
from extract.sessions.prose import Prose
from extract.text import fold
from extract.vocabulary.collectives import Collective

_MASS = r"toàn\sthể | tập\sthể | đông\sđảo | đội\sngũ | gần | hơn | trên | khoảng | hàng\s(?:trăm|nghìn|chục)"
_NUMBER = r"\d[\d./]*"
_MANY = rf"(?: (?:{_MASS} | các | những | nhiều | một\s(?:số|đoàn) | {_NUMBER})\s ){{1,3}}"
_BEFORE = compile_folded(rf"(?<!\w){_MANY}$")
PERSON = compile_folded(r"""
    (?: đồng\schí | đ/c | ông | bà(?!\scon) | ngài | anh | chị | bí\sthư | phó\s(?:bí\sthư|chủ|trưởng|giám|ban|thủ|tổng)
      | chủ\stịch | giám\sđốc | tổng\s(?:giám|bí|biên) | bộ\strưởng | thứ\strưởng | thủ\stướng
      | trưởng\s(?:ban|phòng|đoàn) | (?:thiếu|trung|thượng|đại)\s(?:tướng|tá|úy) | ủy\sviên | nguyên\s(?!lãnh)
      | cựu\schủ | tân | phu\snhân )(?!\w)""")
"""How a person is introduced, who is no group."""
# “các đồng chí trong Ban Thường vụ” are a group, “các đồng chí Lê Văn An, …” are persons.
_COMRADES = compile_folded(r"""
    \s(?: trong | là | lãnh | nguyên | ủy\sviên | thường | phó | trưởng | khách | bí\sthư | báo\scáo | chủ\stịch
      | cán\sbộ | đại\sbiểu | đảng\sviên | thành\sviên | cựu | đại\sdiện | tướng )(?!\w)""")
# Several who hold one office: “bí thư (phó bí thư) các chi bộ”, “bí thư Đảng ủy của 8 xã”.
_OFFICES = r"""
    (?:bí\sthư|chủ\stịch|giám\sđốc|trưởng\sphòng|hiệu\strưởng)
    (?: ,\s(?:phó|trưởng) | \s(?:(?!cùng|và)[^\s,;:.()]+\s){0,5}(?:các|của\s\d+)(?=\s) )"""
_OF_MANY = ("members", "units")
_CAPITAL = frozenset({"organs", "bodies"})
# Named apart after other groups: “lãnh đạo các sở, | các đồng chí báo cáo viên | và 98 đảng viên”.
_APART = frozenset({"đồng chí", "phó", "nhà", "cựu", "chuyên gia", "em", "thầy", "đảng viên", "hội viên"})
_ALWAYS = frozenset({"cán bộ", "thân nhân"})
_LOOSE_MANY = ("các ", "những ", "nhiều ", "một ")


class Head(NamedTuple):
    """The first words of a group: where they stand, the block of their noun, the quantity and the noun."""

    start: int
    end: int
    block: str
    many: str | None
    word: str

    @property
    def apart(self) -> bool:
        """It begins an item of its own even behind “lãnh đạo …”, whose bodies may be listed."""
        if self.many is None:
            return self.block in ("leaders", "offices") or self.word in _ALWAYS
        counted = not self.many.startswith(_LOOSE_MANY)
        return counted or self.block in ("leaders", "people") or self.word in _APART


def head_at(prose: Prose, at: int, end: int, *, loose: bool = False) -> Head | None:
    """The head that begins at a place; a body is written with a capital unless `loose`: “làm việc với công ty”."""
    low = prose.low
    match = _heads().match(low, at, end)
    if match is None:
        return None
    if match["offices"]:
        return Head(at, match.end(), "offices", None, match["offices"])
    if PERSON.match(low, at):
        return None
    many, word = match["many"], match["word"]
    block = _block(_blocks()[word], many=many is not None)
    if block is None or (block in _CAPITAL and not loose and not prose.text[at].isupper()):
        return None
    if word in ("đồng chí", "vị") and not _COMRADES.match(low, match.end()):
        return None
    return Head(at, match.end(), block, many, word)


def start_of(low: str, at: int, floor: int) -> int:
    """Where a group's name begins whose noun stands at a place: at “nhiều” of “nhiều đại biểu”."""
    before = _BEFORE.search(low, max(floor, at - 24), at)
    return before.start() if before else at


def _block(blocks: tuple[str, ...], *, many: bool) -> str | None:
    return next((name for name in blocks if (name in _OF_MANY) is many or name not in (*_OF_MANY, *_CAPITAL)), None)


@cache
def _blocks() -> Mapping[str, tuple[str, ...]]:
    """Each folded word with the blocks it stands in: “bộ” is of `units` (“các bộ”) and of `bodies` (“Bộ Y tế”)."""
    found: dict[str, tuple[str, ...]] = {}
    for block in load("collectives", Collective):
        for word in block.words:
            found[fold(word)] = (*found.get(fold(word), ()), block.name)
    return found


@cache
def _heads() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(_blocks(), key=len, reverse=True))
    return compile_folded(rf"(?: (?P<offices>{_OFFICES}) | (?P<many>{_MANY})?(?P<word>{words}) )(?!\w)")
