"""The constructions that carry a role: “dự có các đồng chí: …”, “do … làm Trưởng đoàn”, “theo ông An, …”."""

from __future__ import annotations

from extract.records import RoleKind
from extract.rules import compile_folded

# Between a subject and its verb stand posts and bodies; these words show another clause, or no fact yet (“sẽ báo cáo”).
# Letters stand before what looks behind them: a pattern of such branches is searched three times faster.
OTHER_CLAUSE = compile_folded(r"""
    đ(?<!\wđ)(?:ược|ể)(?!\w) | b(?<!\wb)ị(?!\w) | d(?<!\wd)o(?!\w)
    | v(?<!\wv)(?:ì|ới|iệc|ăn\sbản\s(?:chỉ|yêu|đề|giao))(?!\w)
    | k(?<!\wk)(?<!hàng\sk)(?<!phòng\sk)(?:hi|ý\sngày|hông(?!\s(?:chuyên|quân|gian|khí|số)))(?!\w)
    | n(?<!\wn)(?:hưng|ếu)(?!\w) | r(?<!\wr)ằng(?!\w)
    | m(?<!\wm)(?:à|ời)(?!\w) | l(?<!\wl)(?<!đồng\sthời\sl)(?<!hiện\sl)à(?!\w) | s(?<!\ws)(?:au(?!\sđó)|ẽ)(?!\w)
    | t(?<!\wt)(?:rước|heo|hôi\sgiữ)(?!\w) | c(?<!\wc)(?:ho|hưa)(?!\w)
    | c(?<!\wc)(?<!trai\sc)(?<!gái\sc)(?<!vợ\sc)(?<!chồng\sc)ủa\s(?:ông|bà|đồng\schí)(?!\w)
    | p(?<!\wp)hải(?!\w) | g(?<!\wg)(?<!kiêm\sg)(?<!đang\sg)(?<!hiện\sg)iữ\schức(?!\w)
    | : | “ | " | ” | ! | \? | \.(?<=\w\w\w\w\.)\s""")
# What stands between such a word and the name opens with an honorific or a post: “của nhân viên thu phí, ông A” owns
# nobody, nor does “Chủ nhiệm Ủy ban Pháp luật của Quốc hội A”.
_TITLE = r"""
    \s*(?: $ | (?:(?:nguyên|tân|cố|cựu|quyền|các|cá\snhân|riêng|\d+)\s)*
      (?: đồng\schí | đ/c | (?:ông|bà|anh|chị|em|vợ|chồng|con|cụ|mẹ|thầy|cô)(?!\w) | ngài | vị | phó
        | tổng\sbí | bí\sthư | chủ\s | giám\sđốc | trưởng
        | bộ\strưởng | thứ\strưởng | thủ\stướng | tổng\sgiám | tổng\sthanh | đại\stá | đại\stướng | đại\sbiểu | đại\ssứ
        | thượng\st | trung\st | thiếu\st | ủy\sviên | uỷ\sviên | chánh | cục\strưởng | vụ\strưởng | hiệu\strưởng
        | viện\strưởng | tư\slệnh | chính\sủy | tướng | gia\sđình
        | (?:gs|pgs|ts)[.\s] | anh\shùng | nhà\sgiáo | nghệ\s\w+ | linh\smục
        | hòa\sthượng | giám\smục | thương\sbinh | cựu\s\w+ | bác\ssĩ ) )"""
# “làm việc với ông A”, “đến thăm ông A”: who is met is there; a reporter's call on the phone is no event.
MET = compile_folded(rf"""
    (?<!\w)(?<!trực\s)(?<!gián\s)(?<!liên\s)(?<!đòi\s)(?<!xin\s)(?<!muốn\s)(?<!hẹn\s)(?<!tìm\s)(?P<verb>
      thăm(?:\shỏi)?(?:(?:,|\svà)\s(?:tặng\squà|chúc\s\w+|động\sviên|trao\squà|thăm\shỏi))* (?:\scho|\stới|\sđến)?
      | gặp(?:\sgỡ)?(?:\svới)? | tiếp | hội\sđàm\svới | làm\sviệc\svới
      | hội\skiến )\s(?={_TITLE})(?:(?!của\s)(?:[^,;:“”.]|(?<=gs)\.|(?<=\sts)\.)){{0,60}}$""")
REPORTER = compile_folded(r"(?<!\w)(?:pv|phóng\sviên|báo|chúng\stôi)(?!\w)")
DELEGATES = compile_folded(r"(?<!\w)do(?!\w)")
CHAIN = compile_folded(r"(?<!\w)(?: và | đồng\sthời | rồi | sau\sđó | cùng | tới | đến | đã )(?!\w) | ,")

# A subject that is nobody’s name stands between: “liên quan đến ông A, tỉnh đã giao …”, “ông A, hiện UBND huyện đã …”;
# a body with a name of its own right after the person and with “đã” (“ông A, Sở Nội vụ cho biết” is his).
UNNAMED = compile_folded(r"""
    [,)–]\s(?:(?:hiện|hiện\snay|nay|đến\snay|sau\sđó|vì\svậy|do\sđó|tại\s[^,]{2,40}),?\s)?
    (?: (?: tỉnh | huyện | thành\sphố | thị\sxã | quận | xã | phường | địa\sphương | cơ\squan | đơn\svị | công\sty
        | ngành | bộ | sở )(?:\s(?:này|ta))?
      | chính\sphủ | quốc\shội | ban\sbí\sthư | bộ\schính\strị | chính\squyền | ban\schấp\shành(?:\strung\sương)?
      | ông | bà | (?:tỉnh|huyện|thành|thị)\sủy | (?<=hiện\s)ubnd\s[^,;:]{2,30} )
    \s(?:(?:đã|cũng|đang|vừa|từng|mới)\s(?:\w+\s){0,2})?$""")
# “ông A cùng lãnh đạo các sở, ngành đã đến thăm”: he is of the subject.
WITH_HIM = compile_folded(r"(?<!\w)(?:cùng|và|các)\s")
UNNAMED_BODY = compile_folded(r"""
    ,\s(?: ubnd | hđnd | (?:ủy|uỷ)\sban | sở | bộ | cục | tập\sđoàn | công\sty | chính\squyền | nhà\slãnh\sđạo
      | dự\sthảo | kết\sluận | báo\scáo )(?!\w)[^,;:–(]{0,50}\s(?:đã|cũng|đang|vừa)\s(?:\w+\s){0,2}$""")

# “báo cáo kết quả, trong đó nhấn mạnh …”: who presents goes on.
TIED = compile_folded(r"(?<!\w)(?:đồng\sthời|trong\sđó)\s(?:đã\s|cũng\s)?$")
# The person belongs to the word before and is no subject: “ý kiến của Tổng Bí thư A nêu”, “yêu cầu ông A giải trình”;
# not after “do”, which names who did it.
OWNED = compile_folded(rf"""
    (?: c(?<!\wc)(?:ủa|ho|húc\smừng|ử|hỉ\sđạo|hào|ảm\sơn) | v(?<!\wv)(?:ới|iệc) | g(?<!\wg)(?:ửi|iao|ọi)
      | t(?<!\wt)(?:ặng|rường\shợp|hấy|hay\smặt) | m(?<!\wm)ời | l(?<!\wl)ời | đ(?<!\wđ)(?:ể|ề\snghị|ưa) | b(?<!\wb)ầu
      | y(?<!\wy)êu\scầu | k(?<!\wk)(?:hi|ỷ\sluật) | n(?<!\wn)hư )\s(?={_TITLE})(?:(?!do\s)[^,;:“”]){{0,70}}$""")

# “Báo cáo với Thứ trưởng A và đoàn công tác, Giám đốc B cho biết”: who is addressed, then who speaks.
ADDRESSED = compile_folded(r"""
    (?: (?:\s?[–-]\s[^,;:“]{2,90})?,
      | [^,;:“]{0,60}\s(?:và|cùng)\s(?:đoàn|các\s(?!đồng\schí|ông)|lãnh\sđạo|tập\sthể|toàn)[^,;:“]*, )
    (?:(?!và\s|cùng)[^;:“])*""")

# “Dự hội nghị có các đồng chí: …”, “Về phía tỉnh có ông …”.
OPENED = compile_folded(r"""
    (?:^|[,;.–-]\s*|\bvà\s|\bcó\s)
    (?P<verb> (?:(?:đến|tới|về|cùng|tham|cùng\stham)\s)?dự | (?:cùng\s)?tham\sgia | có\smặt
      | (?:cùng\s)?(?:đón\s)?tiếp
      | (?:cùng\s)?làm\sviệc\svới | đón | cùng\sđi | chứng\skiến | (?:đồng\s)?chủ\strì | về\sphía )
    (?!\w)(?!\s(?:án|kiến|thảo|tục)) (?:[^.:;“]|“[^.:;”]{0,60}”){0,160}? (?<!\w)(?: có | còn\scó | gồm | là )(?!\w)
    | (?<!\w)(?P<group> đoàn | đại\sbiểu | thành\sphần )(?!\w)[^.:;“]{0,80}?(?<!\w)gồm(?!\w)""")
PRESENCE = compile_folded(r"""
    (?<!\w)sự\s(?P<verb> (?:(?:tham|đến|cùng)\s)?dự | tham\sgia | có\smặt | hiện\sdiện | chứng\skiến | góp\smặt
      | chủ\strì | điều\shành | dẫn\sđầu )(?:\s(?:và|,)\s[\w\s]{2,30})?\s(?:của|từ)\s""")
# “dưới sự chủ trì của ông A để xem xét vi phạm của ông B”: B is the matter, not in the list.
ABOUT = compile_folded(r"(?<!\w)(?:để|xem\sxét|kỷ\sluật|đối\svới|về\sviệc|vi\sphạm)(?!\w)")
CHAIRS = frozenset({"chủ trì", "đồng chủ trì", "điều hành"})

# “Đoàn công tác do đồng chí A, Bộ trưởng …”: who is named so leads it, with or without “làm Trưởng đoàn”.
LED = compile_folded(r"(?<!\w)(?P<verb>đoàn)(?!\w) (?:[^.;]|\.(?=\w)){0,200} (?<!\w)(?<!ảnh\s)do\s[^.;]{0,150}$")
_CREW = r"(?:kiểm\stra|công\stác|giám\ssát|khảo\ssát|thanh\stra|thẩm\sđịnh)"
APPOSED = (
    (RoleKind.DEPUTY_HEAD, compile_folded(rf"(?<=[,–(-])\s*(?P<verb>phó\s(?:trưởng\s)?đoàn)(?:\s{_CREW}|\s*[;,.)])")),
    (RoleKind.HEAD, compile_folded(rf"(?<=[,–(-])\s*(?P<verb>trưởng\sđoàn)(?:\s{_CREW}|\s*[;,.)])")),
)
HEADING = compile_folded(
    rf"(?<!\w)(?<!phó\s)(?<!làm\s)(?<!là\s)(?P<verb>trưởng\sđoàn)(?:\s{_CREW})?\s*[-–,]?\s*(?:ông|bà|đồng\schí)?\s*$"
)

# “Theo ông A, …”, “Cũng theo Bí thư Tỉnh ủy A, …”.
ACCORDING = compile_folded(r"""
    (?:^|[“”"(.,:]\s*|\b(?:cũng|còn)\s)(?P<verb>theo)\s
    (?! tinh | ý\s | báo | quyết | chỉ\s | kế\s | phân | đề\s | yêu | kết | lời | quy\s | nghị | hướng | sự\s | văn\s
      | danh | thẩm | thống )(?:(?!do\s)[^,;:.]){0,90}$""")

# “…, đó là ý kiến của ông A tại hội nghị”.
ASCRIBED = compile_folded(rf"""
    (?<!\w)(?:đây|đó|trên)\s(?:cũng\s)?là\s(?:\w+\s){{0,3}}?
    (?P<verb> ý\skiến | phát\sbiểu | khẳng\sđịnh | nhấn\smạnh | chỉ\sđạo | yêu\scầu | chia\ssẻ | nhận\sđịnh )
    (?:\s\w+){{0,2}}?\scủa\s(?={_TITLE})[^;:“.]{{0,150}}$""")

# “Phát biểu kết luận hội nghị, đồng chí A …”: a clause that begins with the verb, then the subject after a comma.
FRONT = compile_folded(r"""
    \s*(?:[-–*+]\s*)?(?:(?:và|đã|cũng|cùng|trực\stiếp|đến|tới|sau\skhi|tiếp\sđó)\s)?(?=\w)""")
THEO_PRONOUN = compile_folded(r"\s*(?:cũng\s)?(?P<verb>theo)\s(?:ông|bà|đồng\schí)(?:\s(?:này|ấy))?\s*,")
PRONOUN = compile_folded(r"\s*(?:ông|bà|đồng\schí)\s(?:(?:cũng|còn|đã|đồng\sthời|tiếp\stục)\s){0,2}")

# “Ông Lê Văn An: Chúng tôi sẽ rà soát”, in an interview or a headline; not “Ông Lê Văn An: Trưởng ban”.
ALONE = compile_folded(r"\s*(?:[-–+*“\"]\s*)?(?:(?:đồng\schí|ông|bà)\s*)?$")
SAYS = compile_folded(r"\s?(?P<verb>:)\s*(?!\s|ủy\sviên|phó|trưởng|bí\sthư|chủ|giám|thành\sviên|tổng|\d)(?=\S)")
# A caption: nothing but persons, then who took it.
PICTURED = compile_folded(r"\s*(?:từ\s(?:trái|phải)[^:.]{0,20}:\s*)?(?:(?:các\s)?(?:đồng\schí|ông|bà)\s*)?$")
CREDIT = compile_folded(r"[\s.(]*(?P<credit>ảnh)\s?:")
