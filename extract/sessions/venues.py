"""Where an event was held, between whom, about what: read from the sentence that opens it.

“Chiều 20/4, tại TP An Bình, Ban Thường vụ Tỉnh ủy đã làm việc với Đoàn khảo sát về tổ chức bộ máy”
→ place TP An Bình, host Ban Thường vụ Tỉnh ủy, guest Đoàn khảo sát, topic “về tổ chức bộ máy”.
"""

from __future__ import annotations

from extract.records import Mention, SessionKind, Span
from extract.rules import compile
from extract.sessions.events.sentences import Opening
from extract.text import UPPER

_UNIT = r"(?:xã(?!\shội)|phường|thị\strấn|huyện|quận|thị\sxã|thành\sphố|tp\.?|tỉnh|thủ\sđô|thôn|bản|buôn|bon|ấp|khu)"
_SITE = r"""
    (?: trụ\ssở | hội\strường | nhà(?!\s(?:giáo|báo|thơ|khoa|lãnh|đầu|văn(?!\shóa)))
      | trung\stâm | nghĩa\strang | bệnh\sviện | trường | học\sviện | đài | quảng\strường
      | khu | cụm | nhà\smáy | công\sty | đồn | trại | chùa | đền | đình | di\stích | bảo\stàng | cảng | sân | chợ
      | công\strình | dự\sán | văn\sphòng | cung | rạp | khách\ssạn | hầm | đảo | cửa\skhẩu | trạm | phủ | tòa
      | xí\snghiệp | lữ\sđoàn | trung\sđoàn | sư\sđoàn | quân\skhu | bộ\schỉ\shuy )"""
_STOP = r"""
    (?: (?-i: \s(?: đã | để | về | với | nhân(?!\sdân) | thành | nằm | do | (?<!niệm\s)đồng\schí | các\sđồng\schí | ông
        | bà | nhằm | diễn
        | được | trong | trên | vào | có(?!\scông) | là | cho | theo | từ | cùng | khi | sau | trước | ngày | dưới
        | và\strồng | tổ\schức | đến | tới | phục )(?!\w) )
      | \s(?:sáng|trưa|chiều|tối|hôm)\s(?=\d|nay|qua|ngày)
      | \s[–(-](?!\s(?:vũng\stàu|huế|tháp\schàm)) | (?<!\s)[–-]\s | (?<!tp)\.(?=/|\s|$)
      | \.\s(?=(?:phó|chủ\stịch|bí\sthư|ông|bà|đồng\schí|tại|theo|tham|phát)\s) | [;:(“”"\n] | $ )"""
_BRACKET = r"(?:\s\((?!ảnh|\d)[^():]{3,40}\))?"
_WORDS = rf"(?:(?!{_STOP})[^,])++{_BRACKET}"
# Patterns open with their letters, in both cases: the search then looks closer only there, at a third of the cost.
# “tại xã A, huyện B” is one place; “tại Hà Nội, tỉnh A tổ chức …” is a place and who held it.
# “tại thành phố Vĩnh Yên, Vĩnh Phúc, hội tổ chức …”: a province by its name alone.
_PROVINCE = rf"(?-i:[{UPPER}]\w+\s[{UPPER}]\w+)(?=,|\sđã\s)"
_MORE = rf"(?:,\s(?:(?={_UNIT}\s(?!ủy|uỷ|đoàn|đội)){_WORDS}|{_PROVINCE})(?!\s(?:đã|tổ\schức|phối|có)(?!\w)))*"
_AT = compile(
    rf"(?-i:[tTởỞ])(?<!\w.)(?:(?<=t)ại|(?<=ở))\s(?P<place>(?:{_UNIT}\s|{_SITE}\s|(?-i:[{UPPER}])){_WORDS}{_MORE})"
)
_THING = compile(rf"""
    (?-i:[tTcCvVkKdDđĐ])(?<!\w.)
    (?: (?<=t)hăm | (?<=c)(?:húc\smừng|ho) | (?<=v)iếng | (?<=k)h(?:ánh\sthành|ảo\ssát) | (?<=d)ự\sán | (?<=đ)ến )\s
    (?P<place>(?:{_UNIT}|{_SITE})\s{_WORDS}{_MORE})""")
# “tặng quà cho bà con trên địa bàn xã Tân Lập”: where those live who are visited; a province is no place.
_AREA = compile(
    rf"(?-i:[tT])(?<!\w.)rên\sđịa\sbàn\s(?P<place>(?:xã|phường|thị\strấn|huyện|thôn|bon|buôn|bản|ấp)\s(?-i:[{UPPER}]){_WORDS}{_MORE})"
)
_NO_PLACE = compile(r"""
    (?: hội\snghị | buổi | cuộc | kỳ\shọp | lễ | đại\shội | phiên | trung\sương | công\svăn | quyết\sđịnh | nghị | điều
      | khoản | luật | báo\scáo | điểm\scầu | khu\svực | khu\sđô\sthị )(?!\w)
    | việt\snam(?:$|\s(?-i:[a-zđà-ỹ])) | [^,]{2,30}\snày$""")
# What is said at the event has places of its own.
_SAID = compile(r"""
    (?-i:[cCnNkKyYđĐ])(?<!\w.)(?: (?<=c)ho\s(?:biết|hay|rằng) | (?<=n)h(?:ấn\smạnh|ận\sđịnh) | (?<=k)hẳng\sđịnh
      | (?<=y)êu\scầu | (?<=đ)ề\snghị )(?!\w)""")
# “cho ông An, nguyên Đại sứ tại Lào”: where a person was posted.
_POSTED = compile(
    r"(?<!\w)(?:đại\ssứ|lãnh\ssự|tham\stán|thường\strú|phái\sviên)(?!\squán)[^,.]*$|(?:về|nhận|đến)\s(?:\w+\s)?công\stác\s$"
)
_TRIP = compile(r"(?<!\w)(?:chuyến|đợt)\s[^,.]*$")
_STAYS = compile(r"(?<!\w)đang\s(?:ở\s|có\s|sang\s)?(?:chuyến\s)?(?:thăm|công\stác)[^,.]*$")
# “Đoàn công tác làm việc tại Mường Lâm”, not “Tháo cọc cắm ở nhà dân”: a headline that tells of the event.
_MOVE = compile(r"""
    (?<!\w)(?: thăm | làm\sviệc | kiểm\stra | khảo\ssát | thị\ssát | giám\ssát | tiếp\sxúc | đối\sthoại | công\stác
      | tặng | chúc | trao | chỉ\sđạo )(?!\w)""")
_MOVES = frozenset({SessionKind.WORKING_SESSION, SessionKind.INSPECTION, SessionKind.VISIT, SessionKind.VOTER_MEETING})

_PART = compile(r"(?<!\w)(?P<part>rạng\ssáng|sáng|trưa|chiều|tối|đêm)(?!\w)")

# “Chiều 20/4, tại TP An Bình, | Ban Thường vụ Tỉnh ủy | đã làm việc”: what stands between is who met.
_LEAD = compile(r"^(?:[^,]*(?:\d|ngày|sáng|chiều|tối|nay|đó)[^,]*,\s*)?(?:(?:tại|ở)\s[^,]+,\s*)?")
_DEED = compile(r"""
    \s*,?\s(?: do\s.* | đã | có\sbuổi | có\scuộc | tổ\schức | phối\shợp\stổ\schức | tiếp\stục | vừa | đến | tới
      | khai\smạc | họp | làm\sviệc | thăm | dự | chủ\strì )(?!\w).*$""")
_BODY = compile(r"""
    (?: Đoàn | Ban | Bộ | Tỉnh | Thành | Huyện | Thị | Đảng | UBND | HĐND | Ủy | Uỷ | Thường | BTV | BCH | Sở
      | Công | Hội | Liên | Mặt | Quốc | Chính | Văn | Tổng | Cục | Chi | Quân | Trường | Phòng | Viện | Tòa
      | Thanh | UBMTTQ | MTTQ | TT | LĐLĐ | Trung | Tập | Tạp | Báo | Đài | Học | Ngân )""")
_WITH = compile(r"""
    \s(?:với|cùng)\s(?P<body>[^,.;:]+?)
    (?= \s(?: về | để | nhằm | do | tại | xung\squanh | liên\squan | trong | sau | công\sbố | theo | nhân | trên | vào
      | kết\shợp | đã | có )(?!\w) | [,.;:(\n] | $ )""")
_JOINS = compile(r"\s(?:với|cùng)\s")
_TOPIC = compile(r"""
    (?<!\w)(?P<topic>(?: về | nhằm | để | xung\squanh | tổng\skết | sơ\skết | triển\skhai | quán\striệt | đánh\sgiá
      | góp\sý | lấy\sý\skiến | công\sbố | trao | rà\ssoát | giao\sban | kỷ\sniệm | (?<!địa\s)bàn | thảo\sluận
      | học\stập
      | hiệp\sthương | báo\scáo | giới\sthiệu | xét | thẩm\sđịnh | thông\squa | phát\sđộng | khánh\sthành
      | dâng\shương )\s[^.;\n]+?)
    (?= ,\s(?:với\ssự|dưới\ssự|do|nhằm|để)\s | [.;\n] | $ )""")


_NEAR = 4
"""Characters between the event's words and a place that is surely its own."""
_BESIDE = 18
"""Characters from the event's words to the end of “với” that joins whom it was held with."""
_REACH = 400
"""Characters from the sentence's start to the event: more holds more than who met."""


def place_of(text: str, one: Opening, headline: Span) -> Mention | None:
    """“tại Hội trường Tỉnh ủy”, “đến thăm bệnh viện huyện”; else the headline's “làm việc tại Đắk Nông”.

    What stands right after the event's words is its place, whatever came before: “trong chuyến thăm tại A, … đã dâng
    hương tại B”; of several before the event the last.
    """
    start, end, trigger = one.sentence.start, one.sentence.end, one.trigger
    near = trigger.end + _NEAR
    said = _SAID.search(text, trigger.end, end)
    end = said.start() if said else end
    for pattern, rule, low, high, reach in (
        (_AT, "sessions.place_after", max(start, trigger.end - 4), end, near),
        (_THING, "sessions.place_object", trigger.start, end, near),
        (_AT, "sessions.place_before", start, trigger.start, end),
        (_AT, "sessions.place_after", max(start, trigger.end - 4), end, end),
        (_THING, "sessions.place_object", max(start, trigger.start - 1), end, end),
        (_AREA, "sessions.place_area", trigger.end, end if one.kind in _MOVES else trigger.end, end),
        (_AT, "sessions.place_headline", headline.start, headline.end if one.kind in _MOVES else headline.start, end),
    ):
        found = (match for match in pattern.finditer(text, low, high) if not _NO_PLACE.match(match["place"]))
        if rule == "sessions.place_headline":
            found = (match for match in found if _MOVE.search(text, low, match.start()))
        places = [m for m in found if m.start() < reach and not _is_anothers(text, start, m.start(), trigger.start)]
        if places:
            return _mention(text, *places[-1 if rule == "sessions.place_before" else 0].span("place"), rule)
    return None


def _is_anothers(text: str, start: int, at: int, trigger: int) -> bool:
    """“trong chuyến công tác tại tỉnh A, ngày 2/11, đoàn đã khảo sát tại huyện B”: A is the journey's place."""
    if _STAYS.search(text, max(start, at - 50), at) or _POSTED.search(text, max(start, at - 50), at):
        return True
    if any(text.rfind(opens, start, at - 1) > text.rfind(ends, start, at) for opens, ends in ("()", "“”")):
        return True
    return at < trigger and _TRIP.search(text, max(start, at - 50), at) is not None


def part_of_day(text: str, one: Opening) -> str | None:
    """“Chiều 29-7” → "chiều"; also “Chiều cùng ngày”, whose day stands in another sentence."""
    start, end = one.sentence.start, min(one.trigger.start, one.sentence.start + 40)
    if one.date and one.sentence.start <= one.date.mention.span.start < one.sentence.end:
        start, end = max(start, one.date.mention.span.start - 12), one.date.mention.span.end
    match = _PART.search(text, start, end)
    return match["part"].lower() if match else None


def parties(text: str, one: Opening) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """The bodies that met, hosts and guests: who comes as a delegation is the guest."""
    found = [m for m in (_subject(text, one), _partner(text, one)) if m]
    guests = tuple(m for m in found if m.text.lower().startswith("đoàn"))
    return tuple(m for m in found if m not in guests), guests


def _subject(text: str, one: Opening) -> Mention | None:
    written = text[one.sentence.start : one.trigger.start]
    if len(written) > _REACH:
        return None
    lead = _LEAD.match(written)
    start = lead.end() if lead else 0
    if not _BODY.match(written, start):
        return None
    deed = _DEED.search(written, start)
    body = written[start : deed.start()] if deed else ""
    if not _BODY.match(body) or len(body) > 160:
        return None
    return _mention(
        text, one.sentence.start + start, one.sentence.start + start + len(body.rstrip(" ,")), "sessions.subject"
    )


def _partner(text: str, one: Opening) -> Mention | None:
    start = max(one.sentence.start, one.trigger.end - 4)
    if not _JOINS.search(text, start, min(one.trigger.end + _BESIDE, one.sentence.end)):
        return None
    match = _WITH.search(text, start, one.sentence.end)
    if not match or match.start() > one.trigger.end + 12 or not _BODY.match(match["body"]):
        return None
    return _mention(text, *match.span("body"), "sessions.partner")


def topic_of(text: str, one: Opening) -> Mention | None:
    """“về tổng kết 10 năm thực hiện Quyết định …”: what the event was about."""
    match = _TOPIC.search(text, one.trigger.end, one.sentence.end)
    return _mention(text, *match.span("topic"), "sessions.topic") if match else None


def _mention(text: str, start: int, end: int, rule: str) -> Mention:
    while end > start and text[end - 1] in " ,":
        end -= 1
    return Mention(Span(start, end), text[start:end], rule)
