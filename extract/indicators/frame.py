"""The frame of a figure: its bound, its trend, whether it is a target."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.indicators.page import Page, Sentence
from extract.lexicon import load
from extract.records import Bound, Trend
from extract.vocabulary.figures import BoundWords

_NAMES = {bound.value: bound for bound in Bound}
_FILLERS = ("là", "có", "đạt", "được", "mở", "mức", "tới", "đến", "từ", "con số", "số", "cả", "khoảng", "ước", "phải")
_FILLER = rf"(?:\s(?:{'|'.join(_FILLERS)}))"
_OPENING = "(“\"'‘[…"
_COMPARED = re.compile(
    r"(?:cao|lớn|thấp|nhiều|ít|tốt|nhanh|sớm|muộn|dài|mạnh|chậm|kém)\shơn$|(?:dựa|đứng|bay|nêu|mặt|cấp|nói|đất)\strên$|nếu\squá$"
)
_TERRITORY = re.compile(
    r"[\d.,]+\s?(?:xã|huyện|tỉnh|phường|thị|quận|thành\sphố|thôn|bản|buôn|địa|tuyến|km|tàu|xe|đường)(?!\w)"
)


_WIDE = re.compile(r"(?:\s[^\W\d_]+){1,8}(?=\strở\s(?:lên|xuống))")  # từ 50ha rừng đặc dụng trở lên
CLAUSE_WORD_REACH = 90
"""Characters that a bound said earlier in a clause reaches over."""
_NEVER = re.compile(r"(?<!\w)(?:không|chẳng|cấm)(?!\w)[^,;.]*$")  # không đơn vị nào có quá 3 phó giám đốc


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bounds:
    """The words of all blocks as patterns: before a number, after its unit."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    owner: dict[str, Bound]
    first: frozenset[str]
    last: frozenset[str]


@cache
def _bounds() -> _Bounds:
    blocks = load("bounds", BoundWords)

    def words(key: str) -> str:
        forms = sorted((w for b in blocks for w in getattr(b, key)), key=len, reverse=True)
        return "|".join(form.replace(" ", r"\s") for form in forms)

    return _Bounds(
        before=re.compile(rf"(?<!\w)({words('before')}){_FILLER}{{0,2}}\s?$"),
        after=re.compile(rf"(?:\s(?:số\s)?[^\W\d_]+)?\s({words('after')})(?!\w)"),
        owner={word: Bound(b.name) for b in blocks for word in (*b.before, *b.after)},
        first=frozenset(opened + word.split()[0] for b in blocks for word in b.before for opened in ("", *_OPENING)),
        last=frozenset(word.split()[-1] for block in blocks for word in (*block.before, *_FILLERS)),
    )


def bound_of(page: Page, clause: int, start: int, end: int, *, exact: bool) -> tuple[Bound | None, int]:
    """The bound of a figure and where its words begin; `clause` is where the figure's clause begins.

    “trên 20.000 lượt người”, “từ 90% trở lên”, “mức phạt tối đa đối với cá nhân là 500 triệu đồng”.
    """
    bounds, low = _bounds(), page.low
    if low.find("trở ", end, end + 60) >= 0 and (
        match := bounds.after.match(low, end)
        or (low.endswith("từ ", 0, start) and (wide := _WIDE.match(low, end)) and bounds.after.match(low, wide.end()))
    ):
        return bounds.owner[match[1]], start
    near = low[max(clause, start - 36) : start].split()
    if (
        near
        and near[-1].lstrip(_OPENING) in bounds.last
        and not bounds.first.isdisjoint(near)
        and (match := bounds.before.search(low, max(clause, start - 36), start))
    ):
        if match[1] == "quá" and _NEVER.search(low, max(clause, match.start() - 40), match.start()):
            return Bound.AT_MOST, match.start()
        word = re.sub(r"\s", " ", match[1])
        if _COMPARED.search(low, max(0, match.start() - 6), match.end(1)):
            return None, start
        place = word == "trên" and exact and _TERRITORY.match(low, start)
        return (None, start) if place else (bounds.owner[word], match.start())
    return _in_clause(page, clause, start), start


def _in_clause(page: Page, clause: int, start: int) -> Bound | None:
    """“mức phạt tối đa đối với cá nhân là 500 triệu đồng”: said earlier in the clause."""
    i = bisect_left(page.limits, (start,)) - 1
    said = page.limits[i] if i >= 0 else None
    return _NAMES[said.label] if said and said.start >= clause and start - said.end < CLAUSE_WORD_REACH else None


_UP = r"tăng|gia\stăng|cộng\sthêm"
_DOWN = r"giảm|cắt\sgiảm|tinh\sgiản|sụt\sgiảm|suy\sgiảm|sụt|giảm\sbớt"
_MOVE_FILLER = (
    r"(?:\s(?:trưởng|thêm|đi|được|đến|tới|hơn|bình\squân|mạnh|nhẹ|khá|thấp|cao|nhanh|bớt|thu|ròng|lần\slượt|là|so\svới\scùng\skỳ|"
    r"hằng\snăm|hàng\snăm|mỗi\snăm|từ|cả|số|ước|ước\sđạt|đạt|dự\skiến|ở\smức|mức|còn\sđến|lại|ngay|đột\sbiến|tiếp|dần))"
)
_MOVE = re.compile(rf"(?<!\w)(?:(?P<up>{_UP})|(?P<down>{_DOWN})){_MOVE_FILLER}{{0,4}}\s?[(:]?\s?$")
_LEVEL = re.compile(
    r"(?:còn|lên|xuống|thành|tăng\stừ|giảm\stừ)(?:\s(?:còn|đến|tới|thành|mức|là|khoảng|gần|trên|hơn|dưới)){0,3}\s?$"
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


_AIM = re.compile(
    r"(?<!\w)(?:(?<!vượt\s)(?<!đạt\s)(?<![\d·]\s)(?<!hoàn\sthành\s)(?<!so\svới\s)(?:mục\stiêu(?!\squốc|\strọng\stâm|\s?,)|chỉ\stiêu(?!\s?,|\sđược\sgiao))|phấn\sđấu"
    r"|(?:chỉ\stiêu|mục\stiêu)\sđề\sra\slà|kế\shoạch[^.;:\n]{0,100}\squy\smô|(?:có\skế|theo\skế)\shoạch(?!\sđã)|kế\shoạch(?:\snăm\s[\d·]+|\snăm)?\s(?:là|giảm|tăng|đặt\sra)|theo\squ[yi]\shoạch|qu[yi]\shoạch\slà|qu[yi]\shoạch\scho"
    r"|đặt\sra\s(?:là|đến)|tiến\stới|đảm\sbảo\sgiảm|vượt\svới\schỉ\stiêu)(?!\w)"
)
_AIM_BRACKET = re.compile(  # chưa đạt chỉ tiêu đề ra (trên 90%)
    r"(?<!\w)(?:kế\shoạch|chỉ\stiêu|mục\stiêu)(?:\s(?:đề|đặt|được|giao|ra|năm|[\d·]+)){0,3}\s\((?:(?:là|trên|dưới|từ|đạt|hơn)\s)*$"
)
# A promise: “đến năm 2020 sẽ có 40.000 căn hộ”, “sẽ vận động 100% doanh nghiệp”; other things that will be are none.
_WILL = re.compile(
    r"(?<!\w)(?:năm\s·{4},?\s(?:[^\W\d]+\s){0,6}sẽ"
    r"|sẽ\s(?:vận\sđộng|giải\squyết\sđược|nâng(?!\scấp)|đạt|phấn\sđấu|đào\stạo|trồng|giảm|tăng|hoàn\sthành|xóa))(?!\w)[^;:\n]*$"
)
WILL_REACH = 140
_AIM_AFTER = (" phấn đấu", " đăng ký phấn đấu")
_FACT = re.compile(
    r"(?<!\w)(?:đã|kết\squả|(?<!thực\s)(?<!phát\s)(?<!thể\s)hiện(?!\sđại|\shành)|đến\snay|thực\shiện\sđược|ước\sđạt|so\svới|cùng\skỳ|chỉ\scó|hoàn\sthành|đều|vượt(?!\svới))(?!\w)"
)
_AIM_LIST = re.compile(r"(?<!vượt\s)(?<!đạt\s)(?<!so\svới\s)(?:mục\stiêu|chỉ\stiêu|phấn\sđấu)[^\n:.,(]{0,60}:")


def is_target(page: Page, sentence: Sentence, at: int, end: int) -> bool:
    """True for plans and goals: the last word before the figure that says plan or fact says plan.

    “Phấn đấu đến năm 2025 … đạt 15%”; “mục tiêu cụ thể: 100% …” holds to the end of the paragraph.
    """
    low = page.low
    if low.startswith(_AIM_AFTER, end):
        return True
    if sentence.planned is None:
        sentence.planned = _may_be_planned(page, sentence)
    if not sentence.planned:
        return False
    begin, aim = sentence.start, _aim(page, sentence.start, at)
    return aim >= 0 and low.find("dự báo", begin, at) < 0 and _FACT.search(low, max(aim, begin), at) is None


def _may_be_planned(page: Page, sentence: Sentence) -> bool:
    """Whether a word of plans stands in a sentence, or opens a list before it in its paragraph."""
    begin, end = sentence.start, sentence.end
    return (
        _stands(page.hints, begin, end)
        or _stands(page.promises, begin, end)
        or _stands(page.goals, page.paragraph(begin), begin)
    )


def _stands(words: Sequence[int], begin: int, end: int) -> bool:
    """Whether a word begins in a stretch."""
    i = bisect_left(words, begin)
    return i < len(words) and words[i] < end


def _aim(page: Page, sentence: int, at: int) -> int:
    """Where the words begin that make what follows a plan; -1 where there are none."""
    low, aim = page.low, -1
    if _stands(page.hints, sentence, at):
        for match in _AIM.finditer(low, max(sentence, page.hints[bisect_left(page.hints, sentence)] - 12), at):
            aim = match.start()
        if aim < 0 and "(" in low[at - 12 : at] and (aimed := _AIM_BRACKET.search(low, max(sentence, at - 60), at)):
            aim = aimed.start()
    near = max(sentence, at - WILL_REACH)
    if aim < 0 and _stands(page.promises, near, at):
        promise = _WILL.search(low, near, at)
        aim = promise.start() if promise else -1
    if aim < 0:
        listed = page.goals[bisect_left(page.goals, page.paragraph(at)) : bisect_left(page.goals, sentence)]
        aim = next((goal for goal in listed if _AIM_LIST.match(low, goal, sentence)), -1)
    return aim
