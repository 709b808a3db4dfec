"""Who can bear on whom: a night asks anew about these only."""

from __future__ import annotations

import pytest

from normalize.kin import bearing_on
from normalize.person import Claim
from normalize.registry import Registry, Verdict, Who


def claim(name: str, *posts: str, home: str = "Bình Lâm", article: str = "a") -> Claim:
    return Claim(article_id=article, n=0, name=name, posts=posts, home=home)


@pytest.mark.parametrize(
    ("other", "bears"),
    [
        (claim("Trần Hữu Bằng"), True),
        (claim("TRAN HUU BANG", home="Lam Khê"), True),
        (claim("Lò Thị Mai"), False),
        (claim("Lò Thị Mai", "Bí thư Huyện ủy Bình Lâm"), True),  # one person at a time: the name may be a slip
        (claim("Lò Thị Mai", "Bí thư Huyện ủy Lam Khê"), False),
        (claim("Lò Thị Mai", "Ủy viên Ban Thường vụ Huyện ủy Bình Lâm"), False),
    ],
)
def test_a_claim_bears_on_others_by_its_name_and_by_the_post_it_leads(other: Claim, bears: bool) -> None:
    told = [claim("Trần Hữu Bằng", "Bí thư Huyện ủy Bình Lâm", article="new")]
    assert bearing_on(told, [other], Registry()) == [bears]


def test_it_bears_on_through_others() -> None:
    told = [claim("Trần Hữu Bằng", article="new")]
    others = [
        claim("Trần Hữu Bằng", "Bí thư Huyện ủy Bình Lâm"),
        claim("Hà Văn Lâm", "Bí thư Huyện ủy Bình Lâm"),
        claim("Hà Văn Lâm"),
        claim("Vi Thị Lam"),
    ]
    assert bearing_on(told, others, Registry()) == [True, True, True, False]


def test_a_decision_of_the_registry_ties_two_names() -> None:
    registry = Registry((Verdict(left=Who(name="Trần Hữu Bằng"), right=Who(name="Hà Văn Lâm"), same=True),))
    assert bearing_on([claim("Trần Hữu Bằng")], [claim("Hà Văn Lâm")], registry) == [True]
    assert bearing_on([claim("Trần Hữu Bằng")], [claim("Hà Văn Lâm")], Registry()) == [False]
