"""Figures and their frames: “đến hết năm 2019, giảm 199 đầu mối (kế hoạch là giảm 172 đầu mối)”, and the audit.

`figures` sights the numbers (`numbers`, `units`, `counted` nouns, `durations`), `asides` and `page` say which are none,
`repeats` drops what is said twice; `bounds`, `trends`, `targets`, `periods`, `concepts` of `nouns`, `measures` and
`subjects`, `sites` and `stretch` give each its frame; `links` ties from → to and plan → actual, `parts` a part to its
whole; `find` puts them together, `audit` does the sums, `limits` holds ranks and scores against what there is.
"""

from extract.indicators.audit import find_checks
from extract.indicators.find import find_indicators

__all__ = ["find_checks", "find_indicators"]
