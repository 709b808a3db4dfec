"""Posts and officials: posts.toml, officials.toml, officials_refused.toml of cases/, the examples of the lexicons."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extract.language import Reader, build, make_doc
from extract.lexicon import load
from extract.officials import find_officials, witness
from extract.officials.bodies import BodyWords
from extract.officials.posts import PostWords
from extract.officials.same_post import same_post
from extract.officials.sequence import read_sequence
from extract.records import Official
from extract.vocabulary.address import Honorific
from extract.vocabulary.heads import PostHead
from extract.vocabulary.remembrance import Remembrance

CASES = Path(__file__).parent / "cases"
POSTS = tomllib.loads((CASES / "posts.toml").read_text("utf-8"))
OFFICIALS = tomllib.loads((CASES / "officials.toml").read_text("utf-8"))
REFUSED = tomllib.loads((CASES / "officials_refused.toml").read_text("utf-8"))["refuses"]
LEXICONS: list[PostHead | BodyWords] = [*load("posts", PostHead), *load("bodies", BodyWords)]
RULES = {
    *(
        f"posts.{name}"
        for name in ("after", "before", "career", "conferred", "conferred_to", "deputy", "of_his", "shared", "tail")
    ),
    *(
        f"officials.{name}"
        for name in ("acts", "candidate", "comrade", "listed", "moved", "post", "rank", "speaks", "staff")
    ),
    *("references.given", "references.post"),
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build()


def posts(reader: Reader, text: str) -> list[str]:
    return [item.text for item in read_sequence(make_doc(reader, text)).items if isinstance(item, PostWords)]


def officials(reader: Reader, text: str, author: str | None = None) -> list[Official]:
    return find_officials(make_doc(reader, text), author)[0]


def rules(found: list[Official]) -> set[str]:
    return {m.rule for o in found for m in (*o.mentions, *(post.mention for post in o.posts))}


@pytest.mark.parametrize(("phrase", "expected"), POSTS["reads"].items())
def test_reads_posts(reader: Reader, phrase: str, expected: list[str]) -> None:
    assert posts(reader, phrase) == expected


@pytest.mark.parametrize("phrase", POSTS["reads_nothing"]["phrases"])
def test_reads_no_post(reader: Reader, phrase: str) -> None:
    assert not posts(reader, phrase)


@pytest.mark.parametrize("example", [example for block in LEXICONS for example in block.examples])
def test_an_example_is_one_post(reader: Reader, example: str) -> None:
    assert posts(reader, f"{example}, dự") == [example]


@pytest.mark.parametrize("phrase", [phrase for block in load("posts", PostHead) for phrase in block.refuse])
def test_a_refused_phrase_is_no_post(reader: Reader, phrase: str) -> None:
    assert not posts(reader, f"cùng {phrase} đã họp")


@pytest.mark.parametrize("phrase", [phrase for block in load("bodies", BodyWords) for phrase in block.refuse])
def test_a_post_ends_before_its_verb(reader: Reader, phrase: str) -> None:
    (post,) = posts(reader, phrase)
    assert phrase.startswith(post)
    assert post != phrase


REMEMBRANCE = load("remembrance", Remembrance)


@pytest.mark.parametrize("example", [example for block in REMEMBRANCE for example in block.examples])
def test_who_is_remembered_is_no_official(reader: Reader, example: str) -> None:
    assert not find_officials(make_doc(reader, example), None)[0]


@pytest.mark.parametrize("phrase", [phrase for block in REMEMBRANCE for phrase in block.refuse])
def test_a_word_of_remembrance_elsewhere_leaves_an_official(reader: Reader, phrase: str) -> None:
    assert find_officials(make_doc(reader, phrase), None)[0]


@pytest.mark.parametrize("example", [example for block in load("honorifics", Honorific) for example in block.examples])
def test_an_honorific_stands_before_a_name(reader: Reader, example: str) -> None:
    assert read_sequence(make_doc(reader, f"{example} Lò Văn Sáu dự")).letters[0] in "HRL"


def posts_held(found: list[Official]) -> dict[str, list[str]]:
    return {o.name: sorted(post.text for post in o.posts) for o in found}


@pytest.mark.parametrize("case", OFFICIALS["reads"], ids=lambda case: case["text"][:40])
def test_reads_officials(reader: Reader, case: dict[str, Any]) -> None:
    found = officials(reader, case["text"])
    assert posts_held(found) == {name: sorted(held) for name, held in case["officials"].items()}
    assert case["rule"] in rules(found)


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case["text"][:40])
def test_a_rule_refuses(reader: Reader, case: dict[str, Any]) -> None:
    found = officials(reader, case["text"])
    assert posts_held(found) == {name: sorted(held) for name, held in case["officials"].items()}
    assert case["rule"] not in rules(found)


def test_every_rule_is_fired_by_a_case(reader: Reader) -> None:
    fired = {rule for case in OFFICIALS["reads"] for rule in rules(officials(reader, case["text"]))}
    assert fired == RULES


def test_every_rule_is_refused_by_a_case() -> None:
    assert {case["rule"] for case in REFUSED} == RULES


@pytest.mark.parametrize("phrase", OFFICIALS["reads_nothing"]["phrases"])
def test_reads_no_official(reader: Reader, phrase: str) -> None:
    assert not officials(reader, phrase)


def test_the_byline_is_no_official(reader: Reader) -> None:
    assert not officials(reader, "đồng chí Lê Minh Phương", "Lê Minh Phương")


def test_every_mention_stands_in_the_text(reader: Reader) -> None:
    for case in OFFICIALS["reads"]:
        for official in officials(reader, case["text"]):
            for mention in (*official.mentions, *(post.mention for post in official.posts)):
                assert mention.span.of(case["text"]) == mention.text


def test_an_addressed_name_without_a_post_is_left_over(reader: Reader) -> None:
    found, leftovers = find_officials(make_doc(reader, "bà Hoàng Thị Sáu bán hàng"), None)
    assert not found
    assert [left.mention.text for left in leftovers] == ["Hoàng Thị Sáu"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Bí thư Tỉnh ủy", "Bí thư Tỉnh ủy Bình Lâm", True),
        ("PCT UBND huyện", "Phó Chủ tịch Ủy ban nhân dân huyện", True),
        ("Phó Chủ tịch UBND tỉnh", "Chủ tịch UBND tỉnh", False),
        ("Bí thư Huyện ủy", "Bí thư Đảng đoàn", False),
        ("nguyên Bí thư Tỉnh ủy", "Bí thư Tỉnh ủy", False),
        ("Giám đốc Sở Nội vụ tỉnh", "Giám đốc Sở Nội vụ Bình Lâm", True),
        ("Chủ tịch UBND tỉnh", "Chủ tịch UBND huyện Bình Lâm", False),
        ("Chủ tịch UBND huyện", "Chủ tịch UBND thành phố Bình Lâm", False),
        ("Giám đốc Sở Nội vụ thành phố", "Giám đốc Sở Nội vụ Bình Lâm", True),
        ("Giám đốc Sở Nội vụ", "Giám đốc Sở Y tế", False),
        ("Giám đốc Sở TN&MT", "Giám đốc Sở Tài nguyên và Môi trường", True),
        ("Giám đốc Sở TN&MT", "Giám đốc Sở Tài chính", False),
        ("Bí thư Tỉnh ủy", "Chủ tịch Tỉnh ủy", False),
        ("Phó Bí thư Tỉnh ủy", "Phó Chủ tịch Tỉnh ủy", False),
    ],
)
def test_same_post(one: str, other: str, same: bool) -> None:
    assert same_post(one, other) is same


def test_the_witness_is_asked_about_leftovers_only(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def tag(sentence: str) -> list[tuple[str, str, str, str]]:
        asked.append(sentence)
        return [(word, "N", "B-NP", label) for word, label in (("bà", "O"), ("Hoàng Thị", "B-PER"), ("Sáu", "I-PER"))]

    monkeypatch.setattr(witness, "tagger", lambda: tag)
    text = "Ông Lê Văn Tám, Bí thư Huyện ủy, dự. Sau đó bà Hoàng Thị Sáu bán hàng."
    doc = make_doc(reader, text)
    seen = witness.disagreements(doc, *find_officials(doc, None))
    assert asked == ["Sau đó bà Hoàng Thị Sáu bán hàng."]
    assert [(one.mention.text, one.reason) for one in seen] == [("Hoàng Thị Sáu", witness.REASON)]
