"""Write gold/articles/<id>.json from data/sample, where the prose is kept: run it after changing an article there.

The text closes with the byline where the page has it below the article; a newspaper's stands beside the date.
"""

from __future__ import annotations

import json
from pathlib import Path

from crawler.sample import Sample, articles

FOLDER = Path(__file__).resolve().parent / "gold" / "articles"


def written(sample: Sample) -> str:
    """One sample article as an input file of `tinhuy extract`."""
    article = sample.as_article()
    below = f"\n{sample.byline}" if sample.byline else ""
    said = {"id": article.id, "title": article.title, "published": article.published, "text": article.text + below}
    return json.dumps(said, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for sample in articles():
        (FOLDER / f"{sample.slug}.json").write_text(written(sample), "utf-8")


if __name__ == "__main__":
    main()
