"""The WARC archive: `recording` writes whole records, `mending` cuts the tail of a killed run, `reading` reads."""

from crawler.archive.reading import HANOI, Capture, CutArchiveError, Place, captures

__all__ = ["HANOI", "Capture", "CutArchiveError", "Place", "captures"]
