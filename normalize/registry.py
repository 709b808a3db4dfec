"""Decisions made by hand, kept apart from what the program computes: data/registry/*.toml, then the workspace's."""

from __future__ import annotations

import dataclasses
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from crawler.workspace import DATA, Workspace
from normalize.names import folded


class RegistryError(ValueError):
    """A registry file says something this program has no place for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """A name, where needed in one article or at one home: {name = "Trần Văn Hùng", home = "Bình Lâm"}."""

    name: str
    article: str | None = None
    home: str | None = None

    def means(self, name: str, article: str, home: str) -> bool:
        return (
            folded(self.name) == folded(name)
            and self.article in (None, article)
            and (self.home is None or folded(self.home) == folded(home))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Two names that are, or are not, one person: who decided, when and why stay with it."""

    left: Who
    right: Who
    same: bool
    by: str = ""
    on: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeDown:
    """A person, or a whole article, that no build may show."""

    who: Who | None = None
    article: str | None = None
    on: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Registry:
    """All decisions: `same` and `different` of people, and what is taken down."""

    verdicts: tuple[Verdict, ...] = ()
    take_downs: tuple[TakeDown, ...] = ()

    def is_taken_down(self, name: str, article: str, home: str) -> bool:
        return any(t.who and t.who.means(name, article, home) for t in self.take_downs)

    @property
    def removed_articles(self) -> list[str]:
        return sorted(t.article for t in self.take_downs if t.article)


def load_registry(workspace: Workspace | None = None) -> Registry:
    """The packaged decisions and those of the workspace, in the order of their files."""
    verdicts: list[Verdict] = []
    take_downs: list[TakeDown] = []
    for path in registry_files(workspace):
        try:
            said = tomllib.loads(path.read_text("utf-8"))
            known_only(said, {"same", "different", "take_down"})
            verdicts += [_verdict(block, same=True) for block in said.get("same", [])]
            verdicts += [_verdict(block, same=False) for block in said.get("different", [])]
            take_downs += [_take_down(block) for block in said.get("take_down", [])]
        except (tomllib.TOMLDecodeError, TypeError, AttributeError, RegistryError) as error:
            raise RegistryError(f"{path.name}: {error}") from error
    return Registry(tuple(verdicts), tuple(take_downs))


def registry_files(workspace: Workspace | None = None) -> list[Path]:
    folders = [DATA / "registry", *([workspace.registry] if workspace else [])]
    return [path for folder in folders for path in sorted(folder.glob("*.toml"))]


def _verdict(block: dict[str, Any], *, same: bool) -> Verdict:
    if not {"left", "right"} <= block.keys():
        raise RegistryError("a decision needs left and right")
    sides = {side: _record(Who, block[side]) for side in ("left", "right")}
    return Verdict(**{**block, **sides, "same": same})


def _take_down(block: dict[str, Any]) -> TakeDown:
    """[[take_down]] name = "…" hides a person, [[take_down]] article = "…" without a name a whole article."""
    who: dict[str, Any] = {key: block[key] for key in ("name", "article", "home") if key in block}
    notes = {key: value for key, value in block.items() if key not in who}
    if "name" in who:
        return TakeDown(who=_record(Who, who), **notes)
    if "article" in who:
        return TakeDown(article=who["article"], **notes)
    raise RegistryError("a take_down needs a name or an article")


def _record(record: Any, said: dict[str, Any]) -> Any:
    known_only(said, {field.name for field in dataclasses.fields(record)})
    return record(**said)


def known_only(said: dict[str, Any], known: set[str]) -> None:
    if unknown := said.keys() - known:
        raise RegistryError(f"unknown key {', '.join(sorted(unknown))}")
