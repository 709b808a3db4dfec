"""The web application: each request opens the current build, asks, and closes it again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from duckdb import DuckDBPyConnection as Connection
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route

from crawler.workspace import Workspace
from normalize.names import bare
from warehouse.ask import Answer, AskError, ask, opened
from warehouse.documents import document
from warehouse.figures import indicators
from warehouse.sessions import session
from warehouse.show import plain
from warehouse.who import people_called

LINKS = {"name": ("person_id", "person"), "date": ("session_id", "session"), "code": ("document_id", "document")}
"""Columns that lead to a page, the column that holds its id, and the page."""

PROVEN = ("sentence", "text", "title")
"""Columns beside which the link to the proof stands: the first that an answer has."""

HIDDEN = {
    "person_id", "session_id", "document_id", "article_id", "event_id",
    "other_id", "other_n", "other_start", "other_end",
    "n", "start", "end", "rule", "reader", "day", "why", "indicators", "figures",
}  # fmt: skip
_DAY = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_CODE = re.compile(r"\d+[\w/-]*")

Question = Callable[[Connection, Request], tuple[str, Sequence[Answer]]]


def build(workspace: Workspace) -> Starlette:
    """The application over one workspace; a new build is served from the next request on."""
    pages = templates()

    def page(question: Question, template: str) -> Callable[[Request], Response]:
        def respond(request: Request) -> Response:
            try:
                with opened(workspace) as con:
                    title, answers = question(con, request)
            except AskError as error:
                return HTMLResponse(pages.get_template("error.html").render(title=str(error), q=""), 503)
            found = any(answer.rows for answer in answers)
            status = 200 if found or template == "home.html" else 404
            if request.query_params.get("form") == "json":
                return JSONResponse({answer.title: records(answer) for answer in answers}, status)
            values = {"title": title, "answers": answers, "q": request.query_params.get("q", ""), "request": request}
            if template == "article.html" and found:
                values |= proof(records(answers[0])[0], request)
            return HTMLResponse(pages.get_template(template if status == 200 else "error.html").render(values), status)

        return respond

    return Starlette(
        routes=[
            Route("/", page(search, "home.html")),
            Route("/person/{id}", page(person, "answers.html")),
            Route("/session/{id:path}", page(one_session, "answers.html")),
            Route("/document/{id:path}", page(one_document, "answers.html")),
            Route("/contradictions", page(contradictions, "answers.html")),
            Route("/article/{id:path}", page(article, "article.html")),
        ]
    )


def templates() -> Environment:
    """The templates of `pages/`, which know the columns that lead on and those that are not shown."""
    pages = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "pages"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    pages.globals.update(links=LINKS, proven=PROVEN, hidden=HIDDEN, zip=zip)
    return pages


def search(con: Connection, request: Request) -> tuple[str, Sequence[Answer]]:
    """One box: a name, a day (2020-07-29), a code (290-QĐ/TW) or words of what is measured."""
    words = request.query_params.get("q", "").strip()
    if not words:
        return "tinhuy", []
    answers = [ask(con, "who/people", people=people_called(con, bare(words)))]
    if _DAY.fullmatch(words):
        answers += session(con, date=words)[:1]
    if _CODE.search(words):
        answers += document(con, words)[:1]
    return words, [*answers, *indicators(con, words)]


def person(con: Connection, request: Request) -> tuple[str, Sequence[Answer]]:
    people = [request.path_params["id"]]
    answers = [
        ask(con, f"who/{part}", people=people) for part in ("people", "posts", "sessions", "statements", "sources")
    ]
    names = answers[0].column("name")
    return names[0] if names else people[0], answers


def one_session(con: Connection, request: Request) -> tuple[str, Sequence[Answer]]:
    sessions = [request.path_params["id"]]
    answers = [
        replace(ask(con, "session/one", sessions=sessions), title="session"),
        ask(con, "session/attended", sessions=sessions, first=date.min, last=date.max),
        ask(con, "session/groups", sessions=sessions),
    ]
    return " · ".join(str(v) for name in ("title", "date") for v in answers[0].column(name) if v), answers


def one_document(con: Connection, request: Request) -> tuple[str, Sequence[Answer]]:
    documents = [request.path_params["id"]]
    answers = [ask(con, f"document/{part}", documents=documents) for part in ("documents", "cited", "relations")]
    return " ".join(str(answers[0].column(name)[0]) for name in ("type", "code") if answers[0].rows), answers


def contradictions(con: Connection, _: Request) -> tuple[str, Sequence[Answer]]:
    return "Contradictions", [ask(con, "contradictions")]


def article(con: Connection, request: Request) -> tuple[str, Sequence[Answer]]:
    answer = ask(con, "article/article", article=request.path_params["id"])
    return (answer.column("title") or [request.path_params["id"]])[0] or "", [answer]


def proof(row: dict[str, Any], request: Request) -> dict[str, Any]:
    """The text in three: before the words a fact was read from, the words, after them."""
    text: str = row["text"]
    numbers = [request.query_params.get(name, "") for name in ("start", "end")]
    start, end = (int(n) if n.isdigit() else 0 for n in numbers)
    end = min(max(start, end), len(text))
    return {"article": row, "before": text[:start], "marked": text[start:end], "after": text[end:]}


def records(answer: Answer) -> list[dict[str, Any]]:
    return [dict(zip(answer.columns, map(plain, row), strict=True)) for row in answer.rows]
