"""Date expressions and terms of congresses, resolved to EDTF: “Chiều 29-7” → 2020-07-29, “khóa XII” → 2016/2021.

`day_rules` and `period_rules` sight them (`words` vouch for them or speak against them), `spans` keeps the longest,
`joins` ties ranges and lists together, `context` lends a year from the sentence, `find` resolves them against the
publication date with the `calendar`; `terms` knows the years of congresses and assemblies.
"""

from extract.dates.find import find_dates
from extract.dates.terms import find_terms

__all__ = ["find_dates", "find_terms"]
