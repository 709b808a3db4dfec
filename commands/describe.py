"""Describing a portal: a draft of its TOML from its pages, and what a TOML gives on saved pages."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

from commands.terminal import ALARM, DONE, NOTHING, say
from crawler.draft.newcomer import Look, check_folder, check_host, look_at_folder, look_at_host, toml_of
from crawler.portals import PortalError, find, load_portals
from crawler.workspace import Workspace, written_beside
from warehouse.ask import Answer
from warehouse.show import Form, show

SHOWN = 12
"""Articles shown of a look."""


def new(home: Path, where: str, name: str, url: str | None) -> int:
    """Draft `<home>/portals/<name>.toml` from a front page or a folder of saved pages, and show what it extracts."""
    target = Workspace(home).portals / f"{name}.toml"
    if target.exists():
        raise PortalError(f"{target} is there already: name another, or remove it")
    if urlsplit(where).scheme in ("http", "https"):
        seen = look_at_host(where, name)
    elif url is None:
        raise PortalError("say with --url where the saved pages are from")
    else:
        seen = look_at_folder(Path(where), name, url)
    if seen is None:
        say("no layout that the pages share: save some articles of the portal in a folder and look at that")
        return NOTHING
    with written_beside(target) as beside:
        beside.write_text(toml_of(seen.portal), "utf-8")
    tell(seen)
    say(f"{target}: finish it by hand (the place, the patterns), then: tinhuy portal check {name} FOLDER")
    return DONE


def check(home: Path, name: str, folder: Path | None) -> int:
    """What the portal's layouts give on saved pages, or on the live site; 3 where it is less than it expects."""
    (portal,) = find(load_portals(Workspace(home)), [name])
    seen = check_folder(portal, folder) if folder else check_host(portal)
    tell(seen)
    dated = sum(article.published is not None for article in seen.articles)
    good = bool(seen.articles) and dated >= portal.expect.dated * len(seen.articles)
    return DONE if good else ALARM


def tell(seen: Look) -> None:
    """The articles of a look as a table, and why the other pages are none."""
    rows = [
        (article.published_text or article.published, article.author, article.title, len(article.text), article.url)
        for article in seen.articles[:SHOWN]
    ]
    show([Answer("articles", ("stamp", "author", "title", "characters", "url"), tuple(rows))], Form.TABLE)
    reasons = ", ".join(f"{count} {reason}" for reason, count in Counter(r.reason for r in seen.rejects).most_common())
    say(f"{seen.pages} pages: {len(seen.articles)} articles" + (f"; the others: {reasons}" if reasons else ""))
