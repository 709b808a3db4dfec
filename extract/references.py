"""Later mentions of the people an article has introduced: “ông Thắng”, “đồng chí Bí thư Tỉnh ủy”."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence as Many

from extract.people import Person, post_words, same_post
from extract.records import Mention
from extract.sequence import GIVEN, POST, Sequence
from extract.text import fold


def find_references(text: str, sequence: Sequence, people: Many[Person]) -> dict[str, list[Mention]]:
    """Mentions by the person's name; a reference counts only when one person remains."""
    del text
    found: dict[str, list[Mention]] = defaultdict(list)
    letters = sequence.letters
    for at, letter in enumerate(letters):
        if letter == GIVEN:
            name = sequence.name(at)
            same = [p for p in people if fold(p.name).split()[-1] == fold(name.text) and p.mentions[0].span < name.span]
            if len(same) == 1:
                found[same[0].name].append(Mention(name.span, name.text, "references.given"))
        elif letter == POST and not letters.startswith(("N", "HN", "RN", "G"), at + 1):
            post = sequence.post(at)
            if any(m.span == post.span for p in people for m in p.posts):
                continue
            words = post_words(post.text)
            holders = [
                p
                for p in people
                if p.mentions[0].span < post.span and any(same_post(words, post_words(m.text)) for m in p.posts)
            ]
            if len(holders) == 1:
                found[holders[0].name].append(Mention(post.span, post.text, "references.post"))
    return found
