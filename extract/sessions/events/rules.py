"""What around an event's name tells that it took place: “đã tổ chức hội nghị”, not “chuẩn bị tổ chức hội nghị”."""

from __future__ import annotations

from extract.rules import compile_folded

# “tổ chức hội nghị”, “dự lễ”, “chủ trì cuộc họp”: the verb that makes the noun an event of this sentence.
HOLDS = compile_folded(r"""
    (?: (?<!ban\s)tổ\schức
      | (?<!\w)(?: khai\smạc | bế\smạc | chủ\strì | chủ\strị | chủ\stọa | chỉ\sđạo | điều\shành | dự
      | tham\sdự | tham\sgia
        | tham\sdự\svà\s\w+\s\w+ | tiến\shành | mở\sđầu | triệu\stập | khánh\sthành | diễn\sra | mở | có | họp
        | bước\svào | tiếp\stục ) )
    \s(?: (?: thành\scông | trọng\sthể | các | một | một\ssố | buổi | cuộc | chuyến | chương\strình
      | phiên | khai\smạc
      | tổng\skết | sơ\skết | trực\stuyến | và\s\w+\s\w+(?:\s\w+){0,2} | ["“] )\s? ){0,4}$""")
TAKES_PLACE = compile_folded(r"""
    (?:[^.;:]|\.(?=\w)){0,170}?(?<!\w)(?<!sẽ\s)(?:
      khai\smạc | diễn\sra | bế\smạc | được\stổ\schức | được\skhai\smạc | kết\sthúc
      | thành\scông\stốt\sđẹp | bước\s(?:sang|vào)\sngày
      | đã\s(?:\w+\s){0,2}?(?:biểu\squyết|thống\snhất|thảo\sluận|bầu) )(?!\w)
    | \sdo\s[^.,;:]{3,90}\stổ\schức(?!\w)""")

# “đã kiểm tra”, “có buổi làm việc”, “đến thăm”: the verb is told as done.
FINITE = compile_folded(r"""
    (?<!\w)(?: đã | lên\sđường | tổ\schức | có | đến | tới | vừa | cùng | tiếp\stục | tiến\shành | đi | trực\stiếp | về
      | buổi | cuộc | chuyến )
    \s(?: (?:cùng\s\w+\s)? (?: có | đến | tới | đi | dự | trực\stiếp | tiếp\stục | buổi | cuộc | chuyến | chương\strình
      | tổ\schức | tiến\shành | về | lên )\s ){0,3}$""")
# Another verb between the day and a bare one: “… hiện thành phố đã giao các sở khởi công thêm cầu”.
OTHER_DEED = compile_folded(r"(?<!\w)(?:đã|sẽ|hiện|đang|rằng|khi)(?!\w)")
# “Đoàn kiểm tra”, “công tác giám sát”, “việc thăm”: a noun. Else the verb stands bare after its subject.
IN_A_NAME = compile_folded(r"""
    (?<!\w)(?: đoàn | ban | ủy\sban | uỷ\sban | tổ | tổng\stổ | việc | công\stác | quyết\sđịnh | kế\shoạch
      | luật | kết\squả
      | thanh\stra | được | bị | sự | và | hoạt\sđộng | đợt | cuộc | buổi | viên | nhiệm | chi\scục | cục
      | phòng | trung\stâm | sở | qua | khi | bộ | lễ | (?<!quốc\s)hội | trực | gián | kế | liên
      | nghi\sthức | nghi\slễ | báo\scáo | lịch | thủ\stục | quy\sđịnh | quy\schế | đang | để
      | sẽ | từng )\s$
    | ,\s$""")
# “Dự án được khởi công sáng 23/2”: the day makes it an event; a year would make it history.
BEGUN = compile_folded(r"""
    \s(?:vào\s)?(?:(?:sáng|trưa|chiều|tối|ngày|hôm)\s){1,2}(?:nay|qua|\d{1,2}\s?[-/.]\s?\d{1,2}(?!\s?[-/.]?\d))""")
WITH = compile_folded(r"(?<!\w)(?:với|tại|cùng)(?!\w)")

# Without a look behind, which would cost a search at every letter: no syllable ends like these words do.
# “sẽ tổ chức”, “chuẩn bị đại hội”, “trước khi làm việc với”: not told as done.
NOT_YET = compile_folded(r"""
    (?: sẽ | dự\skiến | chuẩn\sbị | sắp | tới\sđây | trước\skhi | sau\skhi | tiến\stới | kế\shoạch
      | từng | không | một\ssố | việc\stổ\schức
      | dừng(?:\stổ\schức)? | hoãn(?:\stổ\schức)? | hủy | lùi(?:\sthời\sgian)?
      | chưa | cần | phải | nếu | để | yêu\scầu | đề\snghị | về\sviệc | theo | hằng | hàng | các\scuộc
      | mỗi | quá\strình )
    \s(?:(?!đã\s|vừa\s)\w+\s){0,3}$""")
CANCELLED = compile_folded(r"(?:dừng|hoãn|hủy|lùi(?:\sthời\sgian)?)(?:\stổ\schức)?\s(?:\w+\s){0,3}$")
# “trong chuyến thăm”, “Nghị quyết Đại hội”: the name stands in another's frame.
FRAME = compile_folded(r"""
    (?: nhân | trong | sau | tại | từ | trước | kết\squả | nghị\squyết | kết\slận | chương\strình
      | văn\skiện
      | đang(?:\sở)? | sang | (?<!đoàn\s)công\stác | phục\svụ )\s(?:các\s)?$""")
NOT_AFTER = compile_folded(r"""
    \s(?: kỷ\sluật | thanh\stra | khởi\stố | tục | nhận | theo | thu | cận | giáp | sức | nối | tế | diễn
      | đó | đến )(?!\w)""")
# “làm việc với ông …”: police or reporters, no working session.
PERSON_OBJECT = compile_folded(r"""
    \s(?: anh | chị | ông | bà | pv | phóng\sviên | báo | nghi\sphạm | đối\stượng | chúng\stôi
      | cơ\squan\s(?:công\san|điều\stra) )(?!\w)""")

# “gặp mặt đồng chí Lê Văn An”: one guest; a meeting of many is no reception.
MEETS_GUEST = compile_folded(r"""
    gặp\s(?:mặt|gỡ)\s(?:với\s|đ/c\s)?(?: đồng\schí | ông | bà | ngài | tổng\s(?:bí|thống|thư) | thủ\stướng | chủ\stịch
      | bộ\strưởng | đại\ssứ | bí\sthư | phó\s(?:thủ|chủ|bí|tổng) )(?!\w)""")

# “tại hội nghị”, “kết luận buổi làm việc”: back to the event the article is about; not to one with a day of its own.
POINTS_BACK = (
    *("tại ", "chỉ đạo ", "kết luận ", "khai mạc ", "bế mạc ", "mở đầu ", "dự ", "chủ trì ", "khuôn khổ "),
    *("phát biểu ", "trong ", "làm nóng ", "trả lời ", "bên lề ", "cuối "),
)
ALONE = "trả lời chất vấn"
OTHER_TIME = compile_folded(r"""
    \s(?:trung\sương\s(?:lần|\d)|báo\sngày|ngày|trước|hôm|các\snước) | \s(?:đảng\s)?(?:[ivx]+|toàn\squốc
      |đại\sbiểu\stoàn\squốc)(?!\w)""")
CEREMONY_NAMED = compile_folded(r"\s\w+")
VOTERS = compile_folded(r"\s(?:tiếp\sxúc\scử\stri|đối\sthoại)")
# “Theo đó, tại kỳ họp thứ 5, …” tells of the event, “được thảo luận tại kỳ họp” only mentions it.
AT_THE_FRONT = compile_folded(r"""
    (?:[^,.]{0,20},\s)?(?:(?:cũng|trong|và)\s)?(?:tại|bên\slề|trong(?=\s(?:buổi|cuộc|lễ)))\s""")
# “Ngày 26-11, UBND huyện công bố nghị quyết. Tại buổi lễ, …”: the deed that the ceremony is held for.
SOLEMN = compile_folded(r"""
    (?<!\w)(?: công\sbố | trao | ký\skết | khánh\sthành | khởi\scông | đón\snhận | đón\sbằng | ra\smắt | phát\sđộng
      | vinh\sdanh | bàn\sgiao | tuyên\sdương | kỷ\sniệm )(?!\w)""")
FRONT_SPOKEN = compile_folded(r"(?:phát\sbiểu|kết\sluận|khai\smạc|trả\slời)\s(?:\w+\s){0,3}tại\s")
SPOKEN = compile_folded(
    r"(?<!\w)(?:phát\sbiểu|chia\ssẻ|nhấn\smạnh|kết\sluận|khai\smạc|chỉ\sđạo|chủ\strì|cho\sbiết|nói|báo\scáo)(?!\w)"
)

# “Ngay sau chỉ đạo của Bí thư tại buổi làm việc, sở đã cho tháo dỡ …”: what followed, and not the event itself.
CARRIED_OUT = compile_folded(r"""
    (?:ngay\s)?(?:sau|theo|thực\shiện)\s(?:khi\scó\s)?(?:ý\skiến\s)?(?:chỉ\sđạo|kết\sluận|phát\sbiểu|yêu\scầu)(?!\w)""")
# “…”, đây là ý kiến chỉ đạo của ông An tại hội nghị sơ kết.
SAID_SO = compile_folded(r"""
    (?<!\w)(?:đây|đó|trên)\s(?:cũng\s)?là\s(?:\w+\s){0,3}?(?:ý\skiến|chỉ\sđạo|phát\sbiểu|khẳng\sđịnh|nhấn\smạnh|yêu\scầu
      |chia\ssẻ|nhận\sđịnh|thông\stin)(?!\w)""")
# “Chiều 6/6, Quốc hội cho ý kiến về dự thảo luật”: an assembly that works on a day sits.
SITS = compile_folded(r"""
    (?<!\w)(?: quốc\shội | ủy\sban\sthường\svụ\squốc\shội | đoàn\schủ\stịch\s(?:(?!\ssẽ\s)[^,.;:“”]){2,40}?
      | (?:(?:ủy|uỷ)\sban\skiểm\stra|ubkt)(?:\s(?:(?!\ssẽ\s)[^,.;:“”]){2,40}?)?
      | (?:hđnd|hội\sđồng\snhân\sdân)\s(?:(?!\ssẽ\s)[^,.;:“”]){2,40}? )
    \s(?:(?:đã|tiếp\stục|tiến\shành|dành|họp)\s){0,2}(?P<deed> thảo\sluận | cho\sý\skiến
      | biểu\squyết | chất\svấn | nghe | xem\sxét | thông\squa | phê\schuẩn | miễn\snhiệm | bầu | thống\snhất
      | nhất\strí | quyết\snghị )(?!\w)""")
# Another event of the same report; a bullet opens one when a day follows.
# “Trước đó, phát biểu khai mạc hội nghị, …”: what was said earlier at the same event.
SPOKEN_AT = compile_folded(r"""
    ,\s(?:phát\sbiểu|báo\scáo|trình\sbày)\s[^,.;]{0,30}(?:hội\snghị|hội\sthảo|buổi|lễ|phiên|kỳ\shọp|đại\shội|cuộc)(?!\w)""")
SHIFT = compile_folded(r"""
    (?:(?:ảnh|nguồn):?\s[^.]{0,40}\s)?[\s*•+–-]*(?:(?:sáng|chiều|tối|trưa)\s)?
    (?: cùng\s(?:ngày|thời\sgian|buổi) | cũng\s(?:trong\s)?(?:ngày|sáng|chiều|buổi|dịp) | trước\sđó
      | sau\sđó | tiếp\sđó
      | tiếp\stheo | ngay\ssau\sđó | nhân\sdịp\snày | dịp\snày | nhân\schuyến | buổi\s(?:sáng|chiều|tối)
      | trước\skhi
      | trước\sgiờ | kết\sthúc\s(?:hội\snghị|buổi|chuyến) | sau\s(?:buổi|lễ|hội\snghị) | (?:chiều|sáng
      |tối)\s(?:qua|nay) )
    (?!\w) | \s*[*•]\s""")
# “Ông An cũng đã đến thăm …”, “Sau đó, đoàn thăm …”: the next stop of the same day.
ALSO = compile_folded(r"(?<!\w)cũng\s(?:đã\s)?(?:đến|tới|đi|có\s(?:buổi|cuộc|chuyến))?\s?(?:các\s)?$")
GOES_ALSO = compile_folded(r"cũng\s(?:đã\s)?(?:đến|tới|đi|có|thăm|viếng|dâng|kiểm|khảo|tiếp|gặp)(?!\w)")
NEXT_STOP = compile_folded(r"\s*(?:(?:ngay\s)?sau\sđó|tiếp\sđó|tiếp\stheo)(?!\w)")
SAME_DAY = compile_folded(r"buổi\s(?:sáng|chiều|tối)|cùng\sngày|cũng\s(?:trong\s)?ngày")
# Told before the article's own event, or as an example of many.
EARLIER = compile_folded(r"\s*(?:trước\sđó|điển\shình|đơn\scử|tiêu\sbiểu|cùng\sngày|năm\s(?:ngoái|trước))(?!\w)")
AHEAD = compile_folded(r"(?<!\w)(?:đến|tới|trước|vào|hết|nhìn|từ|sau)(?!\w)")
TOLD_BY = compile_folded(r"(?<!\w)(?:cho\sbiết|cho\shay|cho\srằng|xác\snhận|thông\stin|khẳng\sđịnh|nói)(?!\w)")
FUTURE = compile_folded(r"(?<!\w)(?:sẽ|dự\skiến|sắp\stới|thời\sgian\stới)(?!\w)")
COMING = compile_folded(r"(?<!\w)(?:sẽ|dự\skiến|chuẩn\sbị|sắp)(?!\w)")
PASSED = compile_folded(r"(?<!\w)(?:trước\sđây|năm\sngoái|năm\strước)(?!\w)")
MONTH = compile_folded(r"(?<!\w)(?:tháng\s\d|năm\s\d{4}|năm\s(?:ngoái|trước))")
DONE = compile_folded(r"(?<!\w)đã\s(?:\w+\s){0,2}$")
WORKS = compile_folded(r"(?<!\w)làm\sviệc\s(?:với|tại)(?!\w)")
