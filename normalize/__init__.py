"""Resolve: which people, posts and documents of different articles are the same.

| what     | how                                                                                       |
|----------|-------------------------------------------------------------------------------------------|
| reads    | claims, posts and citations of all articles, as the build hands them over                 |
| writes   | no file: identities are made anew in every build, so that a better resolver mends the old |
| key      | person: the bare name and a digest; document: its code, and the year or place it needs    |
| decided  | data/registry/*.toml and registry/ of the workspace overrule what is computed             |
| removed  | a take-down of the registry is no person in any build                                     |

`people` (over `names`, `person`, `same_office`) and `documents` resolve, `asked` keeps answers, `kin` knows who bears
on whom, `posts` reads a post as written, `provinces` knows what was merged into what, `registry` loads the decisions
made by hand.
"""
