"""Drafting the TOML of a portal nobody has described yet, from some of its pages: `tinhuy portal new`."""
