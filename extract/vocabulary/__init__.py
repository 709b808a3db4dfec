"""The lexicons whose words the Doc holds as terms, by family: heads of posts, verbs of roles, events, plans, measures.

`heads` knows the nouns that posts begin with, `address` the words before a name, `roles` the verbs of those who take
part, `events` the words for what they take part in, `collectives` what a group of them is called, `figures` what a
figure is of or for, `remembrance` the words for the dead.
"""

from extract.vocabulary.address import address_terms
from extract.vocabulary.collectives import COLLECTIVES, collective_terms
from extract.vocabulary.events import EVENTS, POINTED, event_terms, pointed_terms
from extract.vocabulary.figures import figure_terms
from extract.vocabulary.heads import head_terms
from extract.vocabulary.remembrance import REMEMBRANCE, remembrance_terms
from extract.vocabulary.roles import ROLE_VERBS, role_terms

PEOPLE = "people"
"""The family of heads of posts and honorifics."""


def families() -> dict[str, dict[str, list[str]]]:
    """Family → label → words: in the family of people “Phó Chủ tịch” is a head, “các đ/c” are comrades."""
    return {
        PEOPLE: {**head_terms(), **address_terms()},
        ROLE_VERBS: role_terms(),
        EVENTS: event_terms(),
        POINTED: pointed_terms(),
        COLLECTIVES: collective_terms(),
        REMEMBRANCE: remembrance_terms(),
        **figure_terms(),
    }


__all__ = ["COLLECTIVES", "EVENTS", "PEOPLE", "POINTED", "REMEMBRANCE", "ROLE_VERBS", "families"]
