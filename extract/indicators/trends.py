"""The change that a figure is: “giảm 199 đầu mối”, not the level reached, “giảm xuống còn 26%”."""

from __future__ import annotations

import re

from extract.records import Trend

_UP = r"tăng|gia\stăng|cộng\sthêm"
_DOWN = r"giảm|cắt\sgiảm|tinh\sgiản|sụt\sgiảm|suy\sgiảm|sụt|giảm\sbớt"
_MOVE_FILLER = (
    r"(?:\s(?:trưởng|thêm|đi|được|đến|tới|hơn|bình\squân|mạnh|nhẹ|khá|thấp|cao|nhanh|bớt|thu|ròng|lần\slượt|là|so\svới\scùng\skỳ|"
    r"hằng\snăm|hàng\snăm|mỗi\snăm|từ|cả|số|ước|ước\sđạt|đạt|dự\skiến|ở\smức|mức|còn\sđến|lại|ngay|đột\sbiến|tiếp|dần))"
)
_MOVED = (
    r"(?:\s(?:biên\schế|chi\sngân\ssách|thu\sngân\ssách|chi\sphí|chi\sthường\sxuyên|tỷ\slệ\shộ\snghèo|số\slượng|học\sphí"
    r"|lãi\ssuất|vốn(?:\sđiều\slệ)?|thuế|giá(?:\sbán)?)(?:\s(?:thêm|được|từ))?)"
)
"""What is moved, where it stands between: “tinh giản biên chế 115 người”."""
_MOVE = re.compile(rf"(?<!\w)(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:{_MOVED}|{_MOVE_FILLER}{{0,4}})\s?[(:]?\s?$")
_LEVEL = re.compile(
    r"(?:còn|lên|xuống|thành|(?:tăng|giảm)(?:\s[^\W\d_]+){0,4}\stừ)(?:\s(?:còn|đến|tới|thành|mức|là|khoảng|gần|trên|hơn|dưới)){0,3}\s?$"
)
_GROWTH = re.compile(
    r"(?:tăng\strưởng|tốc\sđộ\stăng|mức\stăng|tỷ\slệ\stăng|nhịp\sđộ\stăng)(?!\s(?:tín\sdụng\sxanh))[^;\n]*$"
)
_GROWING = re.compile(r"(?<!\w)(?:grdp|gdp|iip|cpi)(?!\w)[^,;:.\n]{0,40}(?:đạt|là)\s$")
_NO_GROWTH = re.compile(r"(?:chiếm|đóng\sgóp|bằng|vượt|tỷ\strọng|tỷ\slệ(?!\stăng)|đạt\stỷ)[^,;]*$")


def trend_of(low: str, clause: int, at: int, *, percent: bool) -> Trend | None:
    """The change that the number itself is, read before `at`: “giảm 199 đầu mối”; not “giảm xuống còn 26%”.

    A percentage of an index whose figures are changes is one too: “GRDP ước đạt 13,26%”.
    """
    trend = _moved(low, clause, at, percent=percent)
    return None if trend and _LEVEL.search(low, max(clause, at - 30), at) else trend


def _moved(low: str, clause: int, at: int, *, percent: bool) -> Trend | None:
    """The way the words before `at` say that something moves; a level reached counts here too."""
    near = low[max(clause, at - 60) : at]
    moving = "giảm" in near or "tăng" in near or "sụt" in near or "giản" in near or "cộng" in near
    if moving and (match := _MOVE.search(low, max(clause, at - 60), at)):
        return Trend.UP if match["up"] else Trend.DOWN
    if (
        percent
        and low.find("tăng", max(clause, at - 160), at) >= 0
        and _GROWTH.search(low, max(clause, at - 160), at)
        and not _NO_GROWTH.search(low, max(clause, at - 40), at)
    ):
        return Trend.UP
    if percent and low.endswith(("đạt ", "là "), clause, at) and _GROWING.search(low, max(clause, at - 80), at):
        return Trend.UP
    return None
