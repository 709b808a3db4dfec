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

FUNCTION_WORD = re.compile(
    r"""(?:đã|đang|sẽ|cũng|vẫn|đều|còn|vừa|là|làm|và|cùng|với|tại|về|đến|tới|trong|ngoài|trên|dưới|từ|do|bởi|theo|sau|trước|khi|nếu
    |thì|mà|để|cho|nói|được|bị|có|không|chưa|phải|cần|muốn|nên|nêu|vào|ra|lên|xuống|lại|này|đó|ấy|kia|nay|rằng|hay|hoặc|nhưng|như
    |bằng|qua|hiện|khóa|khoá|nhiệm\skỳ|rất|luôn|ông|bà|người|những|một|hai|nhiều|mọi|từng|các|cả|ngày|sáng|chiều|tối|hôm|gồm|kiêm|ký
    |phát\sbiểu|chủ\strì|nhấn\smạnh|khẳng\sđịnh|đề\snghị|chỉ\sđạo|trao\s(?:đổi|tặng|quà|quyết)|cảm\sơn|chúc\smừng|bày\stỏ|chia\ssẻ|ghi\snhận|đánh\sgiá|yêu\scầu|kết\sluận|báo\scáo|trình\sbày
    |tuyên\sbố|quyết\sđịnh|giới\sthiệu|phân\stích|nhận\sđịnh|xác\snhận|gửi|đọc|hoan\snghênh|mong\smuốn|trả\slời|phản\sánh|động\sviên|giải\sthích
    |thừa\snhận|kiến\snghị|thông\sbáo|tham\s(?:gia|quan)|tặng|thăm|tiếp|dự|tham\sdự)(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words that end a post even where a second syllable is wanted: “Bí thư Thăng | phát biểu”."""

VERB = re.compile(
    r"""(?:mới|phát|nhấn|khẳng|yêu|trao|tham|trình|gửi|đánh|ghi|chúc|cảm|bày|chia|nhận|mong|động|thay|giới|quán|triển|điều\s(?:hành|động)|hướng
    |lưu|đặt|đọc|ôn|chứng\skiến|cắt|dâng|đón|gặp|hỏi|trả|giải|gợi|phân|kêu|hoan|biểu|tuyên\sbố|công\sbố|chủ\s(?:trì|tọa|động)
    |đề|chỉ\s(?:đạo|rõ|ra)|kết\s(?:luận|quả|thúc)|báo|thông|ban\shành|tổ\schức|khai|bế|kiểm|khảo|giám\ssát|thảo|quyết
    |đồng\s(?:chủ|thời|ý|tình)|đại\sdiện|lãnh\sđạo|nhất|tin|thống|ủng|vui|xúc|hy|kỳ|giao|bổ|giữ|thôi|nghỉ|sinh|quê|tuổi|năm|tháng
    |lúc|nhiệm\skỳ|dẫn|trực\stiếp|họp|thừa|cam|phản|nhắc|xác|tâm|bộc|kể|viết|anh|chị|ba|bốn|đoàn\sgiám|tổng\skết|nhân\sdịp|cách
    |kỷ|kèm|chịu|rút|nghiêm|bức|gay|xin|xem|hợp|tiến|thực|tạo|kiến|thể|vinh|phê|quy|bác|rời|sẵn|đứng|phụ|giúp|mời|thuê|căn|nhằm
    |hủy|hội\s(?:đàm|kiến|ý|thảo)|xử|liên\stục|lúc|tự|bấy|đích|tán|băn|lo|mừng|lên|nghe|nhìn|cung|hứa|bảo|khen|phó\sthác)(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
"""Words that end a post where it could be complete: “Chủ tịch UBND tỉnh | trao”, but “Sở Lao động”, “Bộ Ngoại giao”."""

CARRIES_ON = re.compile(
    r"(?:Đăng\ský|[Kk]hối\scác|[Hh]iệp\scác|[Hh]ội\scác|[Qq]uản\slý\scác|[Cc]hỉ\sđạo\s(?:Trung\sương|[Qq]uốc\sgia|tỉnh|[Tt]hành\sphố)\svề|[Đđ]iều\shành\scác|[Ủủ]y\sban\skiểm|[Bb]an\skiểm|Nhà\snước\svề|[Tt]hị\strường\s(?:trong|ngoài)|[Tt]iếp\scông|của\s(?:Việt|nước|tỉnh|Quốc|Chính|huyện|thành|Trung|TP))$"
)
"""Stop words that these words make part of the body: “Khối các cơ quan Trung ương”, “Văn phòng Đăng ký đất đai”."""


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


@cache
def field_starts() -> frozenset[str]:
    """First syllables of the words of fields: asked before the long pattern is tried."""
    return frozenset(word.split(" ")[0] for word in body_words("fields"))


@cache
def field_words() -> re.Pattern[str]:
    """The words of fields, longest first, to be matched where a small word stands."""
    words = sorted(body_words("fields"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
