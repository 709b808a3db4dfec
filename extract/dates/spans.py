"""Where dates stand: figures and words of time as sighted, with the words that belong to them or vouch for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extract.dates.calendar import YEARLY, Said
from extract.dates.day_rules import BEFORE_LONE, LONE_RULES, LOOSE, MARKED_RULES, PAIR, SPELLED_RULES, YEAR_RULES
from extract.dates.period_rules import PLACED_RULES, WORD_RULES
from extract.dates.words import (
    AFTER_WEAK,
    COUNTED,
    COUNTING,
    DAY_CUE,
    DAY_NAME,
    DOCUMENT,
    EVERY_YEAR,
    FEAST,
    FREE,
    NAMED_DAY,
    TOPIC,
    UNIT,
    WEAK_CUE,
    YEAR_CUE,
)
from extract.rules import Rule
from extract.text import figures

_WORDS_BEFORE = 25  # characters of “từ nay cho đến hết cuối ” before “năm”
_DASHED = re.compile("[-–]")
_MARKED, _SPELLED = (*MARKED_RULES, *LONE_RULES), (*SPELLED_RULES, *LONE_RULES)


class Sighting(NamedTuple):
    """One date as seen; `sure` when its figures cannot be anything else. A tuple: many are made, few are kept."""

    said: Said
    start: int
    end: int
    rule: str
    sure: bool


def word_before(text: str, end: int) -> tuple[int, str]:
    """Where the word before an offset begins, and the word; "" after a bracket or a stop."""
    while end and text[end - 1] in " \xa0":
        end -= 1
    start = text.rfind(" ", max(0, end - 12), end) + 1
    if start and (word := text[start:end]).isalpha():
        return start, word
    start = end
    while start and text[start - 1].isalpha():
        start -= 1
    return start, text[start:end]


def sightings(text: str, low: str) -> Iterator[Sighting]:
    """Every place that a rule reads, in text order; `low` is the text in lower case, letter for letter."""
    past = 0
    found = [*_in_words(low), *_in_figures(low)]
    for seen in sorted(found, key=lambda one: one.start):
        if seen.start >= past:
            past = seen.end
            yield _with_words(text, low, seen)


def _in_words(low: str) -> Iterator[Sighting]:
    for rule in WORD_RULES:
        for match in rule.pattern.finditer(low):
            if seen := _sighting(rule, match, low):
                yield seen
    for place, rules in PLACED_RULES:
        for hit in place.finditer(low):
            yield from _placed(rules, low, hit.start(), hit.end())


def _placed(rules: tuple[tuple[str, Rule[Said]], ...], low: str, start: int, end: int) -> Iterator[Sighting]:
    """What rules read that begin with their word at most a few words before the one found."""
    for word, rule in rules:
        begin = low.rfind(word, max(0, start - _WORDS_BEFORE), end)
        match = rule.pattern.match(low, begin) if begin >= 0 else None
        if match and (seen := _sighting(rule, match, low)):
            yield seen


def _in_figures(low: str) -> Iterator[Sighting]:
    """The first rule that reads a figure keeps it; not inside 79/2003/NĐ-CP or 3.545."""
    past = 0
    for start, end in figures(low):
        if start < past or end - start > 4:
            continue
        if start > 1 and low[start - 1] in "./," and low[start - 2].isdecimal() and start != past + 1:
            continue
        for rule in _rules(low, start, end):
            match = rule.pattern.match(low, start)
            if match and (seen := _sighting(rule, match, low)):
                past = seen.end
                yield seen
                break


def _rules(low: str, start: int, end: int) -> tuple[Rule[Said], ...]:
    """The rules worth trying at a figure, by its length and what follows it."""
    length = end - start
    if length == 4:
        return YEAR_RULES
    if length > 2 or (length == 2 and low[start:end] > "31"):
        return ()
    pair = PAIR.match(low, end)
    if pair:
        return _MARKED if pair.lastgroup else _SPELLED
    before = start - 1 if low[start - 1 : start].isspace() else start
    return LONE_RULES if low.endswith(BEFORE_LONE, 0, before) else ()


def _sighting(rule: Rule[Said], match: re.Match[str], low: str) -> Sighting | None:
    start, end = match.span()
    said = rule.read(match, low[max(0, start - 12) : start].rstrip())
    if said is None:
        return None
    if low[end : end + 1].isspace() and EVERY_YEAR.match(low, end):
        said = YEARLY
    return Sighting(said, start, end, rule.name, rule.name not in LOOSE)


def _with_words(text: str, low: str, seen: Sighting) -> Sighting:
    """The sighting from its first word of time on: “Chiều 29-7”, “6 tháng đầu năm”."""
    start, sure = seen.start, seen.sure
    if seen.rule == "dates.months":
        start = low.rfind(low[max(0, start - 6) : start].rsplit(maxsplit=1)[-1], 0, start)
    at, word = word_before(low, start)
    while word in UNIT:
        start, sure = at, sure or seen.rule != "dates.day"
        at, word = word_before(low, start)
    if word.endswith("ngày"):  # 79/2003/NĐ-CPngày 07/7/2003
        start, sure = at + len(word) - 4, True
    sure = sure or _vouched(text, low, seen, at, word)
    if word == "mạng" and NAMED_DAY.search(low, at - 6, start):  # Cách mạng tháng 8
        sure = False
    return Sighting(seen.said, start, seen.end, seen.rule, sure)


def _vouched(text: str, low: str, seen: Sighting, at: int, word: str) -> bool:
    """Whether what stands around loose figures says that they are a date: “từ 15/6”, “sáng nay, 6-6”, “(22/5)”."""
    if COUNTED.match(text, seen.end) or seen.rule == "dates.day":
        return False
    if seen.rule == "dates.year":
        return _vouched_year(text, low, seen, at, word)
    if not word and low[at - 1 : at] == "(":
        return low[seen.end : seen.end + 1] in ("),; ") and not FEAST.search(low, max(0, at - 60), at)
    if _DASHED.search(low, seen.start, seen.end) and word in WEAK_CUE:  # từ 2 - 3 máy, not “từ 1-7, …”
        return AFTER_WEAK.match(low, seen.end) is not None
    return word in DAY_CUE or DAY_NAME.search(low, max(0, seen.start - 10), seen.start) is not None


def _vouched_year(text: str, low: str, seen: Sighting, at: int, word: str) -> bool:
    """A bare year after a word of time, in brackets, ending a name: “so với 2018”, “(1986)”, “PAPI 2016”."""
    if not 1900 <= int(low[seen.start : seen.end]) <= 2060:
        return word in YEAR_CUE
    if not word:
        mark, follows = low[at - 1 : at], low[seen.end : seen.end + 1]
        dashed = mark in "–-" and text[word_before(low, at - 1)[0] :][:1].isupper()  # Đinh Dậu – 2017
        return (
            mark == "("
            or (mark == "," and follows == ")")
            or dashed
            or (mark != ":" and TOPIC.match(low, seen.end) is not None)
        )
    if word in YEAR_CUE:
        return True
    if word in DOCUMENT or word in COUNTING:
        return False
    before, _ = word_before(low, at)
    named = text[at].isupper() or (text[before].isupper() and text[at - 1] == " ")  # Luật Du lịch 2017
    return named or FREE.match(low, seen.end) is not None
