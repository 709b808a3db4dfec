"""Who is who and which post: pairs from cases/people.toml, and what the registry decides."""

from __future__ import annotations

import random
import tomllib
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from crawler.workspace import Workspace
from extract.lexicon import load
from normalize.asked import Asked
from normalize.names import Spelling, spelling
from normalize.people import Claim, resolve
from normalize.posts import ShortPost, in_full, office
from normalize.provinces import provinces
from normalize.registry import Registry, RegistryError, Verdict, Who, load_registry

CASES = tomllib.loads((Path(__file__).parent / "cases" / "people.toml").read_text("utf-8"))
PAIRS = [pytest.param(c, same, id=c["why"]) for same, key in ((True, "same"), (False, "different")) for c in CASES[key]]


def claim(article_id: str, said: dict[str, Any]) -> Claim:
    facts = {"home": "Bình Lâm", "published": "2020-05-15", **said}
    return Claim(article_id=article_id, n=0, **{**facts, "posts": tuple(facts["posts"])})


@pytest.mark.parametrize(("case", "same"), PAIRS)
def test_a_pair_is_one_person_or_two_in_either_order(case: dict[str, Any], same: bool) -> None:
    for names in permutations(("one", "two")):
        claims = [claim(name, case[side]) for name, side in zip(names, ("left", "right"), strict=True)]
        people = {identity.person_id for identity in resolve(claims)}
        assert (len(people) == 1) is same, [identity.why for identity in resolve(claims)]


def test_the_order_of_claims_does_not_matter() -> None:
    claims = [claim(f"{i}{side}", case[side]) for i, case in enumerate(CASES["same"]) for side in ("left", "right")]
    expected = resolve(claims)
    for seed in range(5):
        random.Random(seed).shuffle(claims)  # noqa: S311 - no secret
        assert resolve(claims) == expected


@pytest.mark.parametrize("seed", range(3))
def test_the_same_words_are_asked_about_once(monkeypatch: pytest.MonkeyPatch, seed: int) -> None:
    """Nobody is another for it: claims of some hundred wordings, by chance, with every claim asked about anew."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    said = [case[side] for case in (*CASES["same"], *CASES["different"]) for side in ("left", "right")]
    said += [{**chance.choice(said), "name": one["name"]} for one in said] + [{**one, "posts": []} for one in said]
    homes, months = ("Bình Lâm", "Lam Khê", "bao.example"), ("2019-11-02", "2020-05-15", "2020-05-31", None)
    claims = [
        claim(str(n), {**chance.choice(said), "home": chance.choice(homes), "published": chance.choice(months)})
        for n in range(1500)
    ]
    found = resolve(claims)
    assert len({identity.person_id for identity in found}) > len(said) / 4
    monkeypatch.setattr(Asked, "is_answered", lambda *_: False)
    assert resolve(claims) == found


def test_a_claim_that_fits_two_people_is_left_alone() -> None:
    said = {"name": "Trần Văn Hùng", "posts": ["Chủ tịch UBND xã Na Phày"]}
    other = {"name": "Trần Văn Hùng", "posts": ["Chủ tịch UBND xã Lam Giang"]}
    found = resolve([claim("a", said), claim("b", other), claim("c", {"name": "Trần Văn Hùng", "posts": []})])
    assert len({identity.person_id for identity in found}) == 3
    assert found[2].why == "fits 2 people equally"


def test_an_article_that_gives_both_posts_joins_what_excludes_each_other() -> None:
    old, new = "Giám đốc Sở Y tế", "Phó Chủ tịch UBND tỉnh"
    said = [{"name": "Trần Văn Hùng", "posts": posts} for posts in ([old], [new], [old, new])]
    apart = [claim(name, facts) for name, facts in zip("ab", said, strict=False)]
    assert len({identity.person_id for identity in resolve(apart)}) == 2
    assert len({identity.person_id for identity in resolve([*apart, claim("c", said[2])])}) == 1


def test_a_decision_counts_more_than_a_score() -> None:
    case = next(c for c in CASES["same"] if c["why"] == "one post")
    claims = [claim("one", case["left"]), claim("two", case["right"])]
    name = case["left"]["name"]
    apart = Verdict(left=Who(name=name, article="one"), right=Who(name=name, article="two"), same=False)
    assert len({i.person_id for i in resolve(claims, Registry((apart,)))}) == 2
    far = [
        claim("one", {"name": "Lò Thị Mai", "posts": []}),
        claim("two", {"name": "Lò Mai", "posts": [], "home": "Nam Pha"}),
    ]
    joined = Verdict(left=Who(name="Lò Thị Mai"), right=Who(name="Lò Mai"), same=True)
    assert len({i.person_id for i in resolve(far, Registry((joined,)))}) == 1


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Lê Quý Hoà", "Lê Quý Hòa", Spelling.SAME),
        ("LÊ QUÝ HÒA", "Lê Quý Hòa", Spelling.SAME),
        ("Le Quy Hoa", "Lê Quý Hòa", Spelling.UNMARKED),
        ("Nguyễn Văn Toản", "Nguyễn Văn Toàn", Spelling.SLIP),
        ("Đoàn Hồng Phogn", "Đoàn Hồng Phong", Spelling.SLIP),
        ("Lê An", "Lê Ân", Spelling.OTHER),
        ("Trần Hữu Bằng", "Trần Hữu Bình", Spelling.OTHER),
    ],
)
def test_spellings(one: str, other: str, how: Spelling) -> None:
    assert spelling(one, other) is how
    assert spelling(other, one) is how


@pytest.mark.parametrize(
    ("post", "parts", "leads"),
    [
        ("Bí thư Tỉnh ủy", ("bí thư", "tỉnh ủy", None, "province"), True),
        ("Phó Bí thư Huyện uỷ Bình Lâm", ("phó bí thư", "huyện ủy", "bình lâm", "district"), False),
        ("Phó Chủ tịch UBND xã Na Phày", ("phó chủ tịch", "ủy ban nhân dân xã", "na phày", "commune"), False),
        ("Bộ trưởng Bộ Nội vụ", ("bộ trưởng", "bộ nội vụ", None, "central"), True),
        ("Ủy viên BCH Trung ương Đảng", ("ủy viên", "ban chấp hành trung ương đảng", None, "central"), False),
        ("Giám đốc Sở Nội vụ", ("giám đốc", "sở nội vụ", None, "province"), True),
        ("nghệ nhân ưu tú", (None, "nghệ nhân ưu tú", None, None), False),
    ],
)
def test_parts_of_a_post(post: str, parts: tuple[str | None, ...], leads: bool) -> None:
    said = office(post)
    assert (said.function, said.body, said.place, said.level) == parts
    assert said.leads is leads
    assert office(f"nguyên {post}").former


@pytest.mark.parametrize("entry", load("short_posts", ShortPost), ids=lambda entry: entry.name)
def test_short_words_of_posts_are_read_in_full(entry: ShortPost) -> None:
    for example in entry.examples:
        assert any(form in example for form in entry.forms)
        assert f" {entry.name} " in f" {in_full(example)} "
        assert in_full(in_full(example)) == in_full(example)


def test_a_claim_joins_people_whom_its_posts_show_to_be_one() -> None:
    name = "Trần Văn Hùng"
    posts = ["Giám đốc Sở Nội vụ tỉnh Nghệ An", "Ủy viên Ban Thường vụ Hội Cựu giáo chức"]
    said = [{"name": name, "posts": [post], "home": "bao.example", "published": "2019-01-01"} for post in posts]
    both = {"name": name, "posts": posts, "home": "bao.example", "published": "2020-01-01"}
    found = resolve([claim("a", said[0]), claim("b", said[1]), claim("c", both)])
    assert len({identity.person_id for identity in found}) == 1
    assert len({identity.person_id for identity in resolve([claim("a", said[0]), claim("b", said[1])])}) == 2


def test_sixty_three_provinces_became_thirty_four() -> None:
    standing = [p for p in provinces() if p.until is None]
    assert (len(provinces()), len(standing)) == (63, 34)
    assert {p.today for p in provinces()} == {p.name for p in standing}
    today = {p.name: p.today for p in provinces()}
    assert (today["Nam Định"], today["Đắk Nông"], today["Hồ Chí Minh"]) == ("Ninh Bình", "Lâm Đồng", "Hồ Chí Minh")


def test_the_workspace_adds_to_the_registry(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    workspace.registry.mkdir()
    file = workspace.registry / "ours.toml"
    file.write_text('[[same]]\nleft = {name = "A"}\nright = {name = "B", article = "x"}\nby = "ttn"\n', "utf-8")
    assert load_registry(workspace).verdicts[-1] == Verdict(
        left=Who(name="A"), right=Who(name="B", article="x"), same=True, by="ttn"
    )
    for wrong in ('[[sam]]\nname = "A"', '[[same]]\nleft = {name = "A"}', '[[take_down]]\nhome = "x"', "[[same"):
        file.write_text(wrong, "utf-8")
        with pytest.raises(RegistryError, match="ours"):
            load_registry(workspace)
