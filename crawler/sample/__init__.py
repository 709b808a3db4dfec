"""The sample portal: data/sample as a static site in three layouts and two states, served on 127.0.0.1.

`articles` loads them as written, `site` renders the pages, `host` serves them as a careful host does.
"""

from crawler.sample.articles import Sample, articles
from crawler.sample.host import BASE, serve
from crawler.sample.site import render

__all__ = ["BASE", "Sample", "articles", "render", "serve"]
