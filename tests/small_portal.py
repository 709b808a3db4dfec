"""The portal of a small invented district, on a host that is nowhere."""

from __future__ import annotations

from crawler.portals import Portal

DISTRICT: dict[str, object] = {
    "id": "huyen",
    "title": "Huyện",
    "place": "Tỉnh",
    "hosts": ("huyen.gov.vn",),
    "start": ("http://huyen.gov.vn/",),
}


def portal(**said: object) -> Portal:
    """The district's portal, with what a test says of it."""
    return Portal(**{**DISTRICT, **said})  # type: ignore[arg-type]
