"""Words that say what a figure is of or for: named indices, measures, plans; as terms of the Doc."""

from __future__ import annotations

from dataclasses import dataclass

from extract.lexicon import load

INDEX = "index"
"""The family of named indices; the label is the index: “chỉ số hài lòng” is SIPAS."""
MEASURE = "measure"
"""The family of nouns whose amount a figure is: “tổng mức đầu tư”."""
PROVINCE = "province"
"""The family of provinces by their names alone: “ở An Giang”."""
PLAN = "plan"
"""The family of words of plans."""
LIMIT = "limit"
"""The family of words that bound a figure from anywhere in its clause: “mức phạt tối đa … là 500 triệu đồng”."""
GOAL = "goal"
HINT = "hint"
WILL = "will"
_PLANS = {
    GOAL: ["mục tiêu", "chỉ tiêu", "phấn đấu"],
    HINT: ["kế hoạch", "quy hoạch", "qui hoạch", "đặt ra", "tiến tới", "đảm bảo giảm"],
    WILL: ["sẽ"],
}


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedIndex:
    """One block of data/lexicon/indices.toml: an index, the ways it is written, what its scores and ranks may be.

    `unit` and `scale`: 43,2 of 80 điểm; `listed`: how many provinces it ranks. None for what has no scale or list.
    """

    name: str
    written: tuple[str, ...]
    unit: str | None = None
    scale: int | None = None
    listed: int | None = None
    examples: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureNouns:
    """One block of data/lexicon/measures.toml."""

    name: str
    nouns: tuple[str, ...]
    examples: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundWords:
    """One block of data/lexicon/bounds.toml."""

    name: str
    before: tuple[str, ...]
    clause: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    refuse: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProvinceName:
    """One block of data/lexicon/provinces.toml, for its names."""

    name: str
    forms: tuple[str, ...] = ()
    city: bool = False
    into: str | None = None


def figure_terms() -> dict[str, dict[str, list[str]]]:
    """Family → label → words."""
    return {
        INDEX: {index.name: list(index.written) for index in load("indices", NamedIndex)},
        MEASURE: {block.name: list(block.nouns) for block in load("measures", MeasureNouns)},
        LIMIT: {block.name: list(block.clause) for block in load("bounds", BoundWords)},
        PROVINCE: {PROVINCE: [form for one in load("provinces", ProvinceName) for form in (one.name, *one.forms)]},
        PLAN: _PLANS,
    }
