"""The words around dates: what belongs to them, what vouches for loose figures, what speaks against them."""

from __future__ import annotations

import re

UNIT = frozenset(re.findall(r"\w+", "ngày hôm sáng trưa chiều tối đêm tháng năm mồng mùng rạng"))
"""Words that belong to the date they stand before."""
DAY_CUE = frozenset(
    re.findall(
        r"\w+",
        "từ đến tới trước sau vào lễ dịp nghỉ hết nay qua mai nhật bảy tức ngay h giờ lúc hồi",
    )
)
"""Words after which 15/6 is a day: “từ 15/6”."""
YEAR_CUE = frozenset(
    re.findall(
        r"\w+",
        "từ đến tới trước sau vào trong hết hồi cuối đầu giữa đoạn"
        " kỳ nhìn điểm học mùa vụ xuân khô thu hè đông với sang",
    )
)
"""Words after which 2018 is a year: “so với 2018”."""
DOCUMENT = frozenset(re.findall(r"\w+", "số văn định quyết thị tư luận bản báo lệnh án điện qđ nq nđ"))
"""Last words of document types: the figure after them is a document's (“Công văn 2091”)."""
COUNTED = re.compile(  # after figures that count something: 8/8 huyện, 2000 hộ
    r"\s?(?:%|người|hộ|em|học|khán|đồng|tỷ|triệu|nghìn|ngàn|tấn|kg|m|m2|km|ha|số|tổng|huyện|xã|phường|thị|thôn|tỉnh"
    r"|ngày|tháng|năm(?!\s\d)|tuần|giờ|phút|lần|tầng|mét|độ|tổ(?!\schức)|dự|suất|tiêu|chỉ\s(?:tiêu|số)|đơn|biệt|căn|cơ|sở|điểm"
    r"|dân\ssố|diện\stích|nhân\ssự|nhu\scầu|thời\sgian|giá\strị|sản\slượng|kim\sngạch|quãng\sđường"
    r"|chiếc|lượt|đại|thành|ca|cán|trường|mô|cái|con|bộ|cây|phiếu|bậc)(?!\w)"
)
WEAK_CUE = frozenset(re.findall(r"\w+", "từ đến tới trước sau hết vào nghỉ ngay"))
"""Words that also open a count: “từ 2-3 máy phun”."""
AFTER_WEAK = re.compile(r"\s?(?:$|[).,;:”\n–-]|(?:đến|tới|này|và|tại|ở|sẽ|đã|thì|vừa|hằng|năm|theo|của|trở|cho)(?!\w))")
"""What may follow a day with a dash after such a word: “từ 1-7, bộ máy mới …”."""
DAY_NAME = re.compile(r"(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy)|chủ\snhật|nay|qua|mai),?\s?$")
FEAST = re.compile(
    r"ngày\s(?:nhà\sgiáo|thầy\sthuốc|môi\strường|gia\sđình|phụ\snữ|thương\sbinh|doanh\snhân|pháp\sluật|báo\schí|sách"
    r"|quốc\s(?:tế|khánh)|thế\sgiới|toàn\s(?:dân|quốc)|truyền\sthống|thành\slập)(?!\w)[\w\s]{0,40}\($"
)
"""“Ngày Nhà giáo Việt Nam (20-11)” comes every year."""
NAMED_DAY = re.compile(r"cách\smạng\s*$")
"""“Cách mạng tháng 8” is a name."""
COUNTING = frozenset(
    re.findall(
        r"\w+",
        "hơn khoảng gần dưới được còn thêm xây đủ tổng gồm cả cho các những thứ khu lô nhà đường iso hẻm bán mua tuyển",
    )
)
"""Words after which a bare number counts or names a place: “hơn 2000”, “tiểu khu 1525”."""
FREE = re.compile(
    r"\s?(?:$|[().,;:”\"!?…\n–-]|(?:và|để|với|phải|có|thì|cũng|chưa|đã|sẽ|là|của|tại|diễn"
    r"|được|do|trên|theo|nhằm|nói|về|quy)(?!\w))"
)
"""After a year in a name of its own: “Năm Kỷ cương hành chính 2017”, “kê khai tài sản 2016 phải có”."""
TOPIC = re.compile(r"\s(?:là|đạt|tăng|giảm|chỉ\sđạt)(?!\w)")
"""After a year that opens a clause: “năm 2018 được 300, 2019 là 396”."""
EVERY_YEAR = re.compile(r"\s(?:hằng|hàng|mỗi)\s?năm|\s\(?(?:âm\slịch|âl)(?!\w)")
"""“15/10 hằng năm”, “mùng 10 tháng 3 âm lịch” are no dates."""
