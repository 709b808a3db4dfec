"""Drafting the TOML of a portal nobody has described yet, from some of its pages: `tinhuy portal new`.

`newcomer` looks at a host or a folder and writes the TOML, `layouts` puts to the vote what the general reading finds
on each page, `spots` says where an element stands so that it is found on the others.
"""
