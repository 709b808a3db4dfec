"""What two articles say of one thing: found, and left alone where it is not one thing."""

from __future__ import annotations

import random
import re
import shutil
import tomllib
from pathlib import Path

import pytest
from small_world import article, rows

from crawler import parquet
from crawler.article import Article
from crawler.workspace import Workspace
from extract.language import Reader
from extract.language import build as build_reader
from extract.pipeline import READER, read
from extract.stage import Filed, revision_of
from warehouse import night
from warehouse.ask import opened
from warehouse.build import build
from warehouse.equal import differences
from warehouse.figures import indicators

CASES = tomllib.loads((Path(__file__).parent / "cases" / "elsewhere.toml").read_text("utf-8"))
CHECKS = """SELECT concat_ws(' ', verdict, written(stated), written(computed)) FROM audit
WHERE kind = 'elsewhere' ORDER BY ALL"""


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build_reader()


def told(workspace: Workspace, reader: Reader, portal: str = "files", **texts: str) -> None:
    """A warehouse of articles as the rules read them."""
    for name, text in texts.items():
        put(workspace, reader, portal, name, text)
    build(workspace)


def put(workspace: Workspace, reader: Reader, portal: str, name: str, text: str) -> None:
    url = f"https://{name}.example/{name}" if portal == "files" else None
    one = article(name, text, portal=portal, published=None, url=url)
    where = Path(f"portal={portal}") / "month=undated" / f"{name}.parquet"
    parquet.write(workspace.articles / where, [one], Article, "1")
    parquet.write(workspace.readings / where, [Filed(revision_of(one), read(one, reader))], Filed, READER)


@pytest.mark.parametrize("name", CASES)
def test_two_articles_are_compared(tmp_path: Path, reader: Reader, name: str) -> None:
    case, workspace = CASES[name], Workspace(tmp_path / "store")
    told(workspace, reader, case.get("portal", "files"), one=case["one"], other=case["other"])
    assert [row for (row,) in rows(workspace, CHECKS)] == case["finds"]


def test_nights_compare_what_has_changed_as_a_build_made_anew(
    tmp_path: Path, reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The texts of all cases come, change and go by chance; some are told anew and say the same."""
    monkeypatch.setattr(night, "MOST", 0.9)
    chance, world = random.Random(1), Workspace(tmp_path / "store")  # noqa: S311 - no secret
    texts = [case[side] for case in CASES.values() for side in ("one", "other")]
    told = [chance.choice(texts) for _ in range(40)]
    for n in range(5):
        for name in chance.sample(range(40), 40 if n == 0 else 6):
            told[name] = chance.choice([chance.choice(texts), told[name] + " Hết."])
            put(world, reader, "Nam Định" if name % 2 else "files", f"article{name}", told[name])
        if n % 2:
            for path in world.home.rglob(f"article{chance.randrange(40)}.parquet"):
                path.unlink()
        anew = Workspace(tmp_path / f"anew{n}")
        for folder in ("articles", "readings"):
            shutil.copytree(world.home / folder, anew.home / folder)
        assert differences(build(world).path, build(anew).path) == {}
    assert rows(world, "SELECT DISTINCT kind FROM contradictions") == [("two articles",)]


def test_a_contradiction_shows_both_words_and_both_pages(tmp_path: Path, reader: Reader) -> None:
    case, workspace = CASES["two values of one place and period"], Workspace(tmp_path / "store")
    told(workspace, reader, one=case["one"], other=case["other"])
    query = "SELECT sentence, url, other_sentence, other_url FROM contradictions WHERE kind = 'two articles'"
    ((sentence, url, other_sentence, other_url),) = rows(workspace, query)
    assert {sentence, other_sentence} == {case["one"], case["other"]}
    assert {url, other_url} == {"https://one.example/one", "https://other.example/other"}
    with opened(workspace) as con:
        for words in ("tỷ lệ hộ nghèo", "ty le ho ngheo"):
            assert indicators(con, words)[-1].column("verdict") == ["contradicts"]
        assert indicators(con, "Dân vận khéo")[-1].rows == ()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_explorer_leads_to_both_proofs(tmp_path: Path, reader: Reader) -> None:
    testing = pytest.importorskip("starlette.testclient", reason="tinhuy[explorer] is not installed")
    from explorer.app import build as build_app

    case, workspace = CASES["two values of one place and period"], Workspace(tmp_path / "store")
    told(workspace, reader, one=case["one"], other=case["other"])
    client = testing.TestClient(build_app(workspace))
    links = re.findall(r'href="(/article/[^"]+start=[^"]+)"', client.get("/contradictions").text)
    for link, name in zip(links, ("other", "one"), strict=True):
        (marked,) = re.findall(r"<mark[^>]*>(.*?)</mark>", client.get(link.replace("&amp;", "&")).text, re.DOTALL)
        assert marked in case[name]


def test_a_name_taken_down_does_not_come_in_from_the_other_article(tmp_path: Path, reader: Reader) -> None:
    workspace = Workspace(tmp_path / "store")
    workspace.registry.mkdir(parents=True)
    (workspace.registry / "private.toml").write_text('[[take_down]]\nname = "Lò Thị Mai"\narticle = "other"\n', "utf-8")
    said = "năm 2019, tỷ lệ hộ nghèo của tỉnh Nam Định đạt {}, thấp hơn cả vùng."
    told(workspace, reader, one="Theo sở, " + said.format("4,5%"), other="Theo bà Lò Thị Mai, " + said.format("5,8%"))
    ((said_there,),) = rows(workspace, "SELECT other_sentence || sentence FROM audit WHERE kind = 'elsewhere'")
    assert "Lò Thị Mai" not in str(said_there)
