"""Everything a portal can do wrong, played by portals on 127.0.0.1: the run ends, tells it, and keeps what came."""

from __future__ import annotations

import gzip
import socket
from collections import Counter
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
from small_nights import archived, district, night, paths, portal_of, signs
from small_site import HTML, Fault, Site, answer, article, links, once, served, silence, status

from crawler.workspace import Workspace

BIG = 22 << 20


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "home")


def cut(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b"<html><body>Huy\xe1\xbb\x87n \xe1\xbb\xa7y")
    handler.close_connection = True
    handler.connection.shutdown(socket.SHUT_RDWR)


def too_long(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", str(BIG))
    handler.end_headers()
    for _ in range(BIG >> 16):
        handler.wfile.write(b" " * (1 << 16))


BOMB = gzip.compress(b"<html><body>" + b"0" * (40 << 20))
LOGIN = "<html><head><title>Đăng nhập hệ thống</title></head><body><form><input type='password'></form></body></html>"
SOFT_404 = "<html><head><title>Cổng thông tin</title></head><body><h2>Không tìm thấy trang yêu cầu</h2></body></html>"
ERROR = "<html><head><title>Cổng thông tin</title></head><body>Hệ thống đang được nâng cấp</body></html>"


def troubled() -> Site:
    """A district whose articles are fine and whose other pages each have a fault of their own."""
    site = district(4)
    faults: dict[str, str | bytes | Fault] = {
        "/bai-100": once(status(429, {"Retry-After": "1"}), article(100)),
        "/bai-101": once(status(503), article(101)),
        "/bai-102": status(500),
        "/bai-103": silence,
        "/bai-104": cut,
        "/bai-105": too_long,
        "/bai-106": status(200, {"Content-Encoding": "gzip"}, BOMB),
        "/bai-107": status(302, {"Location": "/bai-108"}),
        "/bai-108": status(302, {"Location": "/bai-107"}),
        "/bai-109": status(301, {"Location": "/bai-109"}),
        "/bai-110": status(302, {"Location": "/"}),
        "/bai-111": status(301, {"Location": "/bai-112"}),
        "/bai-112": article(112),
        "/bai-113": status(302, {"Location": "http://quang-cao.example/bai-1"}),
        "/bai-114": SOFT_404,
        "/bai-115": LOGIN,
        "/bai-116": status(200, {"Content-Type": "text/html; charset=utf-16"}, article(116).encode()),
        "/bai-117": status(200, {"Content-Type": "text/html; charset=khong-co"}, article(117).encode()),
        "/bai-118": b"",
        "/bai-119": "<html><body><div class='bai'><p>Thiếu thẻ đóng <b>" + "<table>" * 3_000,
        "/bai-120": status(204),
        "/bai-121": lambda handler: handler.connection.shutdown(socket.SHUT_RDWR),
        **{f"/bai-{number}": ERROR for number in range(130, 135)},
    }
    site.pages |= faults
    site.pages["/tin"] = links(*(f"/bai-{n}" for n in range(4)), *faults)
    return site


def test_every_fault_of_a_page_in_one_crawl(workspace: Workspace) -> None:
    with served(troubled()) as site:
        report = night(workspace, portal_of(site, timeout=1.0))
        assert (report.finished, report.waiting, report.skipped) == (True, 0, ())
        good = [*range(4), 100, 101, 112, 116, 117, *range(130, 135)]
        odd = [105, 118, 119]  # too long, empty and broken pages are kept as they are
        assert paths(report.new, site) == sorted(f"/bai-{n}" for n in [*good, *odd])
        found = archived(workspace)
        came = Counter((c.url.removeprefix(site.base), c.status, c.truncated) for c in found)
        assert max(number for (_, code, _), number in came.items() if code == 200) == 1
        assert came["/bai-102", 500, None] == 3
        assert came["/bai-100", 429, None] == came["/bai-100", 200, None] == 1
        assert came["/bai-104", 200, "disconnect"] == 1
        assert came["/bai-105", 200, "length"] == 1
        assert came["/bai-106", 200, None] == 1
        assert came["/bai-107", 302, None] == came["/bai-108", 302, None] == 1
        assert {path for path, code, _ in came if code == 200} >= {
            f"/bai-{n}" for n in [*good, 104, 105, 106, 114, 115]
        }
        assert f"one body under 5 addresses {site.base}/bai-130" in signs(report)
        assert report.failed == len([102, 103, 104, 106, 109, 110, 113, 115, 120, 121])


def test_a_portal_that_heals_is_read_the_next_night(workspace: Workspace) -> None:
    with served(district(4)) as site:
        whole = site.pages["/bai-1"]
        site.pages |= {"/bai-1": cut, "/bai-2": SOFT_404, "/bai-3": status(500)}
        assert paths(night(workspace, portal_of(site)).new, site) == ["/bai-0"]
        site.pages |= {"/bai-1": whole, "/bai-3": article(3)}
        assert paths(night(workspace, portal_of(site), days=1).new, site) == ["/bai-1", "/bai-3"]


def test_an_article_that_became_a_soft_404_or_leads_home_has_vanished(workspace: Workspace) -> None:
    with served(district(4)) as site:
        night(workspace, portal_of(site))
        site.pages |= {"/bai-1": SOFT_404, "/bai-2": status(302, {"Location": "/"}), "/bai-3": LOGIN}
        assert paths(night(workspace, portal_of(site), days=1).vanished, site) == ["/bai-1", "/bai-2"]


def test_an_endless_calendar_ends(workspace: Workspace) -> None:
    with served(district(3)) as site:

        def calendar(month: int) -> Fault:
            def play(handler: BaseHTTPRequestHandler) -> None:
                site.pages[f"/lich?thang={month + 1}"] = calendar(month + 1)
                answer(handler, 200, links(f"/lich?thang={month + 1}").encode(), HTML)

            return play

        site.pages |= {"/lich?thang=1": calendar(1), "/tin": links("/lich?thang=1", "/bai-1")}
        portal = portal_of(site, list_pages=15, follow=(r"/tin$", r"/lich\?thang="))
        report = night(workspace, portal)
        assert sum(asked.path.startswith("/lich") for asked in site.log) == 15
        assert "a list without end" in signs(report)
        site.log.clear()
        night(workspace, portal, days=1)
        assert sum(asked.path.startswith("/lich") for asked in site.log) <= 15


def test_an_endless_chain_of_redirects_ends(workspace: Workspace) -> None:
    with served(district(1)) as site:

        def leads_on(number: int) -> Fault:
            def play(handler: BaseHTTPRequestHandler) -> None:
                site.pages[f"/bai-{number + 1}"] = leads_on(number + 1)
                answer(handler, 302, b"", {"Location": f"/bai-{number + 1}"})

            return play

        site.pages |= {"/bai-100": leads_on(100), "/tin": links("/bai-0", "/bai-100")}
        report = night(workspace, portal_of(site))
        assert (len(report.new), report.failed, report.waiting) == (1, 1, 0)
        assert len(site.log) < 25


def test_a_list_of_ten_thousand_links_is_noted_whole(workspace: Workspace) -> None:
    with served(district(20)) as site:
        site.pages["/tin"] = links(*(f"/bai-{n}" for n in range(10_000)))
        report = night(workspace, portal_of(site), max_pages=15)
        assert (report.asked, report.waiting) == (15, 10_000 + 2 - 15)
        assert len(site.log) == 16
