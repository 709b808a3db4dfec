"""Whether a figure is planned: “phấn đấu đến năm 2025 đạt 15%”, “kế hoạch là giảm 172 đầu mối”."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from extract.indicators.page import Page, Sentence

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
    r"|sẽ\s(?:vận\sđộng|giải\squyết\sđược|nâng(?!\scấp)|đạt|phấn\sđấu|đào\stạo|trồng|giảm|tăng(?!\smức)|hoàn\sthành|xóa))(?!\w)[^;:\n]*$"
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
