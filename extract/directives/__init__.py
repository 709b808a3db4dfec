"""Numbered documents and every place they are cited: “Quyết định số 290-QĐ/TW ngày 25-2-2010 của Bộ Chính trị”.

`codes` knows the grammar of numbers and symbols, `documents`, `type_names` and `issuers` the registries, `citations`
sights, `parts` and `leads` read what stands behind and before, `antecedents` resolves short forms, `relations` what
one document does to another; `find` puts them together.
"""

from extract.directives.codes import describe
from extract.directives.find import find_directives

__all__ = ["describe", "find_directives"]
