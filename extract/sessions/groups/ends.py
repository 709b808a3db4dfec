"""Where a group's name is over: “lãnh đạo Sở Nội vụ, các huyện, thị xã | tham dự hội nghị”."""

from __future__ import annotations

from extract.rules import compile_folded
from extract.sessions.groups.heads import PERSON, Head, head_at
from extract.sessions.prose import Prose

# Words after which a group's name is over: what it did, where, what about.
_DOES = r"""(?:
    dự | (?<!từng\s)tham\s(?:dự|gia) | về(?!\shưu) | chủ\strì | đồng\schủ | điều\shành | tiếp | đã\w* | sẽ | vừa | cũng
    | phải | đều | làm\sviệc | tới | tặng | trao | nghe | bị | do | để | nhằm | theo | tại | ở | cho | với | vào | khi
    | sau | trước | rằng | nhưng | nếu | đến(?!\stừ(?!\w)) | không | rất | hiện(?=\s(?:nay|đang|có)) | cần | chưa
    | kết\squả | thực\shiện | đại\sdiện(?=\scho) | tập\strung | thẳng\sthắn | tích\scực | kiên | này | khác | việc
    | điểm(?!\scầu) | thời\sgian | nhận(?=\s(?:thấy|định|được)) | một\ssố(?=\s(?:vấn|nội|nhiệm|kết|ý)) | thấy | sang
    | bước | tranh\sthủ | những(?=\s(?:việc|vấn|nội|khó|kết)) | dành | hy\svọng | luôn | nỗ\slực
    | (?:tháng|năm)(?=\s\d) | lần\sthứ | như | và\s(?:chỉ\sđạo|kiểm|yêu|đề|nghe|tặng|trao|thăm|gửi)
    | có(?!\s(?:liên\squan|công|nhiều|thành|hoàn|trách|uy)) | nhân\s(?:dịp|kỷ|ngày|tháng) | phối\shợp | nhanh
    | được(?=\s(?:nghe|trao|tặng|biết|khen|lãnh|vinh|mời)) | trong\s(?:buổi|chuyến|ngày|cuộc|khuôn|thời|sáng|chiều)
    | liên\squan\s(?:đến|tới) | xung\squanh | thăm | dâng | viếng | kiểm\stra(?=\s(?:thực|tình|công|việc)) | phát\sbiểu
    | báo\scáo(?!\sviên) | đề\s(?:nghị|xuất) | kiến\snghị | nhấn\smạnh | khẳng\sđịnh | trình\sbày | thông\stin(?!\svà)
    | trả\slời | nêu | bày\stỏ | ghi\snhận | đánh\sgiá | mong | chia\ssẻ | truyền\sđạt | giải\strình | thống\snhất
    | thảo\sluận | thông\squa | biểu\squyết | phản\sánh | tham\smưu | giao(?!\sthông) | chúc | cảm\sơn | bức\sxúc
    | công\sbố | tiến\shành | yêu\scầu | xin | hứa | lấy | dẫn\sđầu | gồm | họp | hay | thường\sxuyên
    | quyết\sđịnh(?!\ssố) | điều\schỉnh | (?:sáng|trưa|chiều|tối|ngày|hôm)(?=\s(?:\d|nay|qua|ngày))
    | (?<!ban\s)(?<!phòng\s)(?<!các\s)(?<!vụ\s)(?<!cục\s)(?<!số\s)(?<!nhiều\s)(?<!\d\s)(?<!,\s)tổ\schức )(?!\w)"""
# One sign first: the search then looks closer only there.
_END = compile_folded(rf"""
    [\s;:,.“”"!?…]
    (?: (?<=[;:\n“”"!?…]) | (?<=\.)(?<!tp\.)(?<!t\.)(?=\.\.|\s|$)
      | (?<=\s)(?: \([^()]{{41,}} | \((?:ảnh|trái|phải|giữa|đứng|ngồi|thứ|bìa) | [-–]\s(?=(?:ảnh|đồng\schí|ông|bà))
          | (?<!\d\s)\d+\.(?=\s) | (?P<does>{_DOES}) )
      | (?P<join>(?<=,)\s(?:và\s|cùng\s)?|(?<=\s)(?:và|cùng\svới|cùng)\s) )""")
TAIL = compile_folded(r"(?:[\s,;.…–-]|\s(?:và|đang|cũng|đều|còn))+$")
"""What does not belong to a name that ended."""
_UNSPLIT = frozenset({"leaders", "people", "members", "offices"})
"""What they are the leaders or members of may be a list of bodies: “lãnh đạo Sở Nội vụ, Công an tỉnh”."""
_ALONE = frozenset({"delegations", "organs"})
_FULL = 3
"""Words of a body that is named whole: “Thành ủy, HĐND, UBND tỉnh” share their province."""
# “đoàn công tác của tỉnh, huyện đã đến”: of both.
_BOTH = compile_folded(r"(?:tỉnh|huyện|xã|ngành|thành\sphố)\s(?:đã|đến|tới|về)(?!\w)")


def close_of(prose: Prose, head: Head, end: int) -> tuple[int, int | None]:
    """Where the name that begins with `head` is over, and where the group joined to it begins."""
    low, at = prose.low, head.end
    while match := _END.search(low, at, end):
        at = match.end() - 1 if match["join"] else match.end()  # “của tỉnh, | chiều 7/7”: its space opens the end
        if match["join"]:
            if PERSON.match(low, match.end()):
                if low[match.start() - 1] != ")":
                    return match.start(), None
            elif (following := head_at(prose, match.end(), end)) and _splits(low, head, following, low[match.start()]):
                return match.start(), following.start
            if low[match.start()] == "," and head.block in _ALONE and not _BOTH.match(low, match.end()):
                return match.start(), None
            if "cùng" in match[0]:
                return match.start(), None
        elif not match["does"] or not _is_name(prose.text, match.start("does"), match.end()):
            return match.start(), None
    return end, None


def _splits(low: str, head: Head, following: Head, sign: str) -> bool:
    """“Đảng ủy Công an tỉnh, | Đảng ủy phường”; a list of bodies goes on behind “lãnh đạo”, of units behind “và”."""
    if following.apart:
        return True
    if head.block in _UNSPLIT or len(low[head.start : following.start].split()) < _FULL:
        return False
    return sign == "," or following.block not in ("units", "people")


def _is_name(text: str, start: int, end: int) -> bool:
    """“TP Cần Thơ” needs nothing; “từ Quảng Nam đến Bình Định” is a stretch of land."""
    return text[start].isupper() or (text[start:end] == "đến" and text[end + 1 : end + 2].isupper())
