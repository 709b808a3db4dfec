"""The sample portal: data/sample as a static site in three layouts and two states, served on 127.0.0.1."""

from crawler.sample.articles import Sample, articles
from crawler.sample.host import BASE, serve
from crawler.sample.site import render

__all__ = ["BASE", "Sample", "articles", "render", "serve"]
