"""The archive keeps every answer as it came, is read by any WARC tool, and survives a cut at any byte."""

from __future__ import annotations

import gzip
from io import BytesIO
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.archive import CutArchiveError, Place, captures, reading
from crawler.archive.mending import mend, whole_length
from crawler.archive.recording import Exchange, Writer, payload_digest

PAGE = "<html><body>Huyện ủy tổ chức hội nghị</body></html>".encode()
DATE = "2020-07-29T10:00:00.000000Z"


def write(folder: Path, name: str, exchanges: list[Exchange], known: dict[str, Place] | None = None) -> Path:
    known = {} if known is None else known
    writer = Writer(folder, name, known.get)
    for exchange in exchanges:
        digest, place = writer.write(exchange)
        known.setdefault(digest, place)
    return writer.close()


def page(url: str = "http://x.gov.vn/a", **said: object) -> Exchange:
    fields = {"url": url, "date": DATE, "status": 200, "body": PAGE, **said}
    return Exchange(**fields)  # type: ignore[arg-type]


def test_what_was_written_is_read_with_hanoi_time_and_its_place(tmp_path: Path) -> None:
    path = write(tmp_path, "run", [page(headers=(("Content-Type", "text/html"), ("ETag", '"1"')))])
    (capture,) = captures(path)
    assert (capture.url, capture.status, capture.body) == ("http://x.gov.vn/a", 200, PAGE)
    assert capture.captured == "2020-07-29T17:00:00+07:00"
    assert capture.content_type == "text/html"
    assert ("ETag", '"1"') in capture.headers
    assert capture.source == f"run.warc.gz#{capture.offset}"


def test_every_answer_has_its_request_and_whole_digests(tmp_path: Path) -> None:
    path = write(tmp_path, "run", [page(), page("http://x.gov.vn/b", body=b"", status=404)])
    with path.open("rb") as file:
        records = ArchiveIterator(file, check_digests="raise")
        kinds = [(record.rec_type, record.content_stream().read() is not None) for record in records]
    assert [kind for kind, _ in kinds] == ["warcinfo", "response", "request", "response", "request"]


def test_a_known_payload_is_a_revisit_that_finds_its_body_in_another_file(tmp_path: Path) -> None:
    known: dict[str, Place] = {}
    write(tmp_path, "one", [page("http://x.gov.vn/0"), page()], known)
    path = write(tmp_path, "two", [page(date="2020-07-30T10:00:00.000000Z")], known)
    with path.open("rb") as file:
        assert [record.rec_type for record in ArchiveIterator(file)] == ["warcinfo", "revisit", "request"]
    (capture,) = captures(path)
    assert (capture.body, capture.truncated) == (PAGE, None)
    (tmp_path / "one.warc.gz").unlink()
    (capture,) = captures(path)
    assert (capture.body, capture.truncated) == (b"", "unresolved")


def test_a_304_has_no_body_and_names_its_profile(tmp_path: Path) -> None:
    path = write(tmp_path, "run", [page(status=304, body=b"")])
    (capture,) = captures(path)
    assert (capture.status, capture.body) == (304, b"")
    with path.open("rb") as file:
        (revisit,) = (r for r in ArchiveIterator(file) if r.rec_type == "revisit")
        assert revisit.rec_headers["WARC-Profile"].endswith("server-not-modified")


def test_a_body_is_kept_as_it_came_and_read_unpacked(tmp_path: Path) -> None:
    path = write(tmp_path, "run", [page(headers=(("Content-Encoding", "gzip"),), body=gzip.compress(PAGE))])
    assert [capture.body for capture in captures(path)] == [PAGE]


def test_a_bomb_is_unpacked_only_so_far(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LONGEST", 100_000)
    bomb = gzip.compress(b"0" * 10_000_000)
    (capture,) = captures(write(tmp_path, "run", [page(headers=(("Content-Encoding", "gzip"),), body=bomb)]))
    assert (len(capture.body), capture.truncated) == (100_000, "length")


def test_a_body_that_is_not_whole_says_so_and_is_no_revisit(tmp_path: Path) -> None:
    path = write(tmp_path, "run", [page(), page(truncated="disconnect")])
    assert [capture.truncated for capture in captures(path)] == [None, "disconnect"]


def test_an_odd_status_is_kept(tmp_path: Path) -> None:
    assert [c.status for c in captures(write(tmp_path, "run", [page(status=599), page(status=418)]))] == [599, 418]


def test_a_full_disk_spoils_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = Writer(tmp_path, "run", lambda _: None)
    writer.write(page())

    class Full:
        def __init__(self, file: object) -> None:
            self.file = file

        def write(self, data: bytes) -> int:
            self.file.write(data[:50])  # type: ignore[attr-defined]
            raise OSError(28, "No space left on device")

        def __getattr__(self, name: str) -> object:
            return getattr(self.file, name)

    with monkeypatch.context() as patch:
        patch.setattr(writer, "_file", Full(writer._file))
        with pytest.raises(OSError, match="No space left"):
            writer.write(page("http://x.gov.vn/b"))
    writer.write(page("http://x.gov.vn/c"))
    assert [capture.url[-1] for capture in captures(writer.close())] == ["a", "c"]


def test_a_file_cut_at_any_byte_is_mended_to_its_whole_records(tmp_path: Path) -> None:
    whole = write(tmp_path / "whole", "run", [page(f"http://x.gov.vn/{n}", body=PAGE * (n + 1)) for n in range(3)])
    data = whole.read_bytes()
    expected = list(captures(whole))
    for length in range(0, len(data), 7):
        folder = tmp_path / str(length)
        folder.mkdir()
        (folder / "run.warc.gz.open").write_bytes(data[:length])
        kept = mend(folder)
        assert kept["run.warc.gz"] <= length
        mended = folder / "run.warc.gz"
        assert mended.exists() == (kept["run.warc.gz"] > 0)
        found = list(captures(mended)) if mended.exists() else []
        assert found == expected[: len(found)]
        assert len(found) == sum(capture.offset < kept["run.warc.gz"] for capture in expected)


def test_the_captures_before_a_cut_are_yielded_and_the_cut_is_told(tmp_path: Path) -> None:
    path = write(tmp_path, "run", [page(f"http://x.gov.vn/{n}") for n in range(3)])
    path.write_bytes(path.read_bytes()[:-100])
    assert whole_length(path) < path.stat().st_size
    read = captures(path)
    assert [next(read).url for _ in range(3)] == [f"http://x.gov.vn/{n}" for n in range(3)]
    with pytest.raises(CutArchiveError, match=r"run\.warc\.gz"):
        next(read)


def theirs(folder: Path, packed: bool) -> Path:
    """A file as another program writes it: two pages, and a revisit of one that is elsewhere."""
    path = folder / f"theirs.warc{'.gz' if packed else ''}"
    http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.0")
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=packed)
        digest, date = payload_digest(PAGE), "2020-07-29T10:00:00Z"
        writer.write_record(writer.create_revisit_record("http://x.gov.vn/0", digest, "http://y.vn/", date, http))
        for url in ("http://x.gov.vn/a", "http://x.gov.vn/b"):
            writer.write_record(writer.create_warc_record(url, "response", BytesIO(PAGE), len(PAGE), http_headers=http))
    return path


@pytest.mark.parametrize("packed", [True, False])
def test_files_of_others_are_read(tmp_path: Path, packed: bool) -> None:
    found = list(captures(theirs(tmp_path, packed)))
    assert [(c.url[-1], c.body) for c in found] == [("0", b""), ("a", PAGE), ("b", PAGE)]
    assert found[0].truncated == "unresolved"


@pytest.mark.parametrize("packed", [True, False])
def test_a_record_that_is_cut_is_not_yielded(tmp_path: Path, packed: bool) -> None:
    path = theirs(tmp_path, packed)
    path.write_bytes(path.read_bytes()[:-40])
    read = captures(path)
    assert [next(read).url[-1] for _ in range(2)] == ["0", "a"]
    with pytest.raises(CutArchiveError, match="theirs"):
        next(read)
