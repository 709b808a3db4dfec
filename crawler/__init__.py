"""Fetch: portals → WARC archive → articles. See `crawler.workspace` for what it writes."""
