"""Words of bodies: what continues the name of one, and what cannot stand in it.

“Chủ tịch UBND tỉnh | phát biểu”, “bí thư đoàn thị trấn Kiến Đức”, “Giám đốc Công ty cổ phần xây dựng số 1”.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.lexicon import load
from extract.text import fold_word

OPENS_BODY = (
    r"[Bb]an|[Ss]ở|[Bb]ộ|[Cc]ục|[Vv]ụ|[Pp]hòng|UBND|HĐND|MTTQ|[Tt]ỉnh|[Hh]uyện|[Tt]hành|[Cc]ông\san|[Tt]rường|[Đđ]oàn|[Hh]ội"
    r"|[Vv]ăn\sphòng|[Tt]rung\stâm|[Vv]iện|[Tt]òa|[Đđ]ảng|[Bb]áo|[Đđ]ài|[Tt]hanh\stra|[Ll]iên\sđoàn|[Qq]uân|[Tt]ổng|[Nn]gân\shàng"
    r"|[Tt]hường|[Ủủ]y\sban|[Ll]ãnh|[Nn]hà|[Cc]ác"
)
"""First words of a body of its own: “và Sở Tài chính” begins another one, “và Đào tạo” does not."""

CARRIES_ON = re.compile(
    r"(?:Đăng\ský|[Kk]hối\scác|[Hh]iệp\scác|[Hh]ội\scác|[Qq]uản\slý\scác|[Cc]hỉ\sđạo\s(?:Trung\sương|[Qq]uốc\sgia|tỉnh|[Tt]hành\sphố)\svề|[Đđ]iều\shành\scác|[Ủủ]y\sban\skiểm|[Bb]an\skiểm|Nhà\snước\svề|[Tt]hị\strường\s(?:trong|ngoài)|[Tt]iếp\scông|xây\sdựng(?:\s\([A-ZĐ]+\))?\scác|tư\svấn\svề|đầu\stư\skhai(?:\sthác)?|[Cc]hỉ\sđạo\s(?:triển(?:\skhai)?|đổi(?:\smới)?)|của\s(?:Việt|nước|tỉnh|Quốc|Chính|huyện|thành|Trung|TP))$"
)
"""Stop words that these words make part of the body: “Khối các cơ quan Trung ương”, “Văn phòng Đăng ký đất đai”."""
CARRIES_ON_ENDS = frozenset(
    {"ký", "các", "về", "kiểm", "trong", "ngoài", "công", "việt", "nước", "tỉnh", "quốc", "chính", "huyện", "thành"}
    | {"trung", "tp", "triển", "khai", "thác", "đổi", "mới"}
)
"""Their last words: asked before the pattern is tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyWords:
    """One block of bodies.toml."""

    name: str
    words: tuple[str, ...]
    examples: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


@cache
def body_words(kind: str) -> frozenset[str]:
    """The words of one block, folded: `body_words("single")` holds “sở”."""
    return frozenset(
        fold_word(word) for block in load("bodies", BodyWords) if block.name == kind for word in block.words
    )
