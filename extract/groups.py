"""Collective participants as written: “lãnh đạo một số ngành của Trung ương”, “các đồng chí trong Ban Thường vụ”."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.records import Mention, Presence, Span
from extract.rules import compile

_HEAD = r"""(?:(?:cùng|và|còn\scó|có|gồm|của)\s)?(?P<group>(?:tập\sthể\s|toàn\sthể\s|đông\sđảo\s|gần\s|hơn\s|trên\s|khoảng\s)?
    (?: lãnh\sđạo | đại\sdiện | đại\sbiểu | báo\scáo\sviên | thành\sviên | cán\sbộ | cử\stri | bà\scon | nhân\sdân | phóng\sviên | bí\sthư,\sphó\sbí\sthư | công\schức
      | các\s(?:đồng\schí\s(?!:)(?-i:(?=[a-zđà-ỹ]|Ủy|Uỷ|Thường|Phó|Trưởng))|vị|đại\sbiểu|thành\sviên|phó|cơ\squan|sở|bộ|ban|ngành|đơn\svị|phóng\sviên|cán\sbộ|doanh\snghiệp|nhà|tỉnh|huyện|cấp)
      | \d[\d.]*\s(?:đại\sbiểu|đảng\sviên|cán\sbộ|tập\sthể|đồng\schí|hội\sviên|đoàn\sviên|cử\stri|học\sviên) )(?!\w))"""
_ITEM = compile(rf"(?:\A|[;:]\s*|,\s|\s(?=(?:cùng|và|có|gồm|của)\s)){_HEAD}")
_END = compile(r"""\s?[;.:(\n“] | \s(?:tham\sdự|dự|cùng\sdự|tham\sgia|chủ\strì|đồng\schủ\strì|tiếp|đã|làm\sviệc|đến|tới|tặng|nghe|cùng\s(?:đồng\schí|ông|bà))(?!\w)
    | ,?\s(?:và|cùng)\s(?=(?:đồng\schí|ông|bà|lãnh\sđạo|đại\sdiện|các\sđồng\schí|đại\sbiểu|cán\sbộ|\d)(?!\w)) | ,\s(?=(?:lãnh\sđạo|đại\sdiện|các\sđồng\schí|cán\sbộ|đại\sbiểu|đồng\schí|ông|bà|các\sphó|bí\sthư|chủ\stịch|\d+\s)(?!\w))""")
_OPENS = compile(r"""(?<!\w)(?: (?:(?:đến|tới|về|cùng|tham|cùng\stham)\s)?dự | tham\sgia | có\smặt | tiếp\svà\slàm\sviệc | cùng\sđi | sự\s(?:tham\s(?:dự|gia)|có\smặt|chứng\skiến) | về\sphía )
    (?!\w)[^.:;]{0,80}?(?<!\w)(?:có|gồm|của)(?=\s|:)""")
_JOINS = compile(r"(?<!\w)(?:cùng|và)\s(?=lãnh\sđạo|đại\sdiện|các|đông\sđảo|\d)")


def find_groups(text: str, region: Span, body: Sequence[Span], present: Sequence[Presence]) -> tuple[Mention, ...]:
    """The groups named where the article says who was there: after “dự có”, and beside a person who attends."""
    acts = [
        p.mention.span.start for p in present if p.mention.rule == "roles.predicate" and p.role in ("attendee", "chair")
    ]
    found: dict[str, Mention] = {}
    for sentence in body:
        if not region.start <= sentence.start < region.end:
            continue
        opens = _OPENS.search(text, sentence.start, sentence.end)
        act = next((a for a in acts if sentence.start <= a < sentence.end), None)
        if opens:
            zone = Span(opens.end() - 4, sentence.end)
        elif act and (joins := _JOINS.search(text, sentence.start, act)):
            zone = Span(joins.start() - 1, act)
        else:
            continue
        for mention in _listed(text, zone):
            found.setdefault(mention.text.lower(), mention)
    return tuple(found.values())


def _listed(text: str, zone: Span) -> Iterator[Mention]:
    at = zone.start
    written = text[: zone.end]
    while match := _ITEM.search(written, at):
        start = match.start("group")
        stop = _END.search(written, match.end("group"))
        end = stop.start() if stop else zone.end
        while end > start and text[end - 1] in " ,;.":
            end -= 1
        if end - start > 8:
            yield Mention(Span(start, end), text[start:end], "sessions.group")
        at = max(end, match.end())
