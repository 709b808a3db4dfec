"""Pages cleaned in workers that can be ended: one that is too slow or breaks its worker is a reject."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import TimeoutError as TooSlowError
from itertools import islice
from multiprocessing import get_context
from typing import Any

from pebble import ProcessExpired, ProcessPool

from crawler.article import Reject
from crawler.ingest.inputs import Raw, refused
from crawler.ingest.raw import Cleaned, clean
from crawler.portals import Portal

SECONDS = 30.0
"""The time one page may take; what takes longer is no page but a trap."""
AHEAD = 64
"""Pages given to the workers before the first is awaited; the memory of what waits is bounded by it."""

_given: dict[str, Any] = {}


def in_workers(
    raws: Iterable[Raw | Reject],
    portals: dict[str, Portal],
    portal: str | None,
    *,
    workers: int,
    seconds: float = SECONDS,
) -> Iterator[Cleaned]:
    """The records of the inputs, in their order."""
    source = iter(raws)
    spawn = get_context("spawn")
    with ProcessPool(max_workers=workers, context=spawn, initializer=remember, initargs=(portals, portal)) as pool:
        waiting: deque[tuple[Raw | Reject, Any]] = deque()
        while True:
            for raw in islice(source, AHEAD - len(waiting)):
                task = None if isinstance(raw, Reject) else pool.schedule(clean_here, (raw,), timeout=seconds)
                waiting.append((raw, task))
            if not waiting:
                return
            raw, task = waiting.popleft()
            yield raw if isinstance(raw, Reject) else _settle(raw, task)


def remember(portals: dict[str, Portal], portal: str | None) -> None:
    """In a worker: what every page of this ingest is cleaned with."""
    _given.update(portals=portals, portal=portal)


def clean_here(raw: Raw) -> Cleaned:
    return clean(raw, _given["portals"], _given["portal"])


def _settle(raw: Raw, task: Any) -> Cleaned:
    try:
        cleaned: Cleaned = task.result()
    except TooSlowError:
        return refused(raw.source, "too_slow", url=raw.url)
    except ProcessExpired as error:
        return refused(raw.source, "broke_worker", f"exit code {error.exitcode}", raw.url)
    except Exception as error:
        return refused(raw.source, "broke_cleaner", f"{type(error).__name__}: {error}", raw.url)
    return cleaned
