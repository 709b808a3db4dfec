"""What a host can do wrong: no robots.txt, no answer, no patience, no certificate anybody vouches for."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from small_nights import archived, district, night, portal_of, signs
from small_site import Site, article, once, served, silence, status

from crawler.fetch import crawl
from crawler.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "home")


def test_the_answer_to_robots_txt_decides(workspace: Workspace) -> None:
    sites = [district(2) for _ in range(4)]
    sites[1].pages["/robots.txt"] = status(500)
    sites[2].pages["/robots.txt"] = silence
    sites[3].pages["/robots.txt"] = status(403)
    with served(sites[0]), served(sites[1]), served(sites[2]), served(sites[3]):
        portals = [portal_of(site, id=f"p{n}", timeout=0.5) for n, site in enumerate(sites)]
        reports = crawl(workspace, portals).portals
        assert [len(report.new) for report in reports] == [2, 0, 0, 2]
        assert [len(report.skipped) for report in reports] == [0, 1, 1, 0]
        assert "robots.txt answers 500" in signs(reports[1])
        assert "robots.txt does not come" in signs(reports[2])
        assert {asked.path for asked in (*sites[1].log, *sites[2].log)} == {"/robots.txt"}
        assert not any(c.url.endswith("robots.txt") and c.status == 200 for c in archived(workspace))


def test_a_portal_that_is_not_there_ends_at_once(workspace: Workspace) -> None:
    with served(Site()) as site:
        portal = portal_of(site)
    report = night(workspace, portal)
    assert (report.new, report.finished) == ((), True)
    assert "robots.txt does not come: connection refused" in signs(report)


def test_a_portal_that_stops_answering_is_left_alone(workspace: Workspace) -> None:
    with served(district(60, a_page=60)) as site:
        site.pages |= {path: status(503) for path in site.pages if path.startswith("/bai")}
        report = night(workspace, portal_of(site))
        assert "does not answer any more" in signs(report)
        assert len(site.log) < 100
        assert report.finished
        site.pages |= {path: article(0) for path in site.pages if path.startswith("/bai")}
        assert len(night(workspace, portal_of(site), days=1).new) == 60


def test_a_portal_that_asks_for_patience_gets_it(workspace: Workspace) -> None:
    with served(district(6)) as site:
        site.pages["/bai-0"] = once(status(503, {"Retry-After": "1"}), article(0))
        site.pages["/bai-1"] = status(429, {"Retry-After": "86400"})
        report = night(workspace, portal_of(site))
        assert "asks for 86400 s of patience" in signs(report)
        assert site.asked("/bai-1") == [0]


@contextmanager
def over_tls(site: Site, folder: Path) -> Iterator[str]:
    """The site behind a certificate that nobody vouches for."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    start = datetime.now(UTC) - timedelta(days=1)
    made = x509.CertificateBuilder(
        name, name, key.public_key(), x509.random_serial_number(), start, start + timedelta(9)
    )
    alternative = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    certificate = made.add_extension(alternative, critical=False).sign(key, hashes.SHA256())
    secret = serialization.NoEncryption()
    pem = serialization.Encoding.PEM
    (folder / "key.pem").write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, secret))
    (folder / "cert.pem").write_bytes(certificate.public_bytes(pem))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    with served(site, context):
        yield site.base


def test_a_certificate_nobody_vouches_for_is_a_switch_of_the_portal(workspace: Workspace, tmp_path: Path) -> None:
    site = district(2)
    with over_tls(site, tmp_path):
        strict = portal_of(site, id="strict")
        lenient = portal_of(site, id="lenient", verify_tls=False)
        reports = crawl(workspace, [strict, lenient]).portals
        assert [len(report.new) for report in reports] == [0, 2]
        assert "robots.txt does not come" in signs(reports[0])
