"""Commands: what `tinhuy` does when a user asks for a stage, a draft of a portal or the demo.

`road` runs the stages and tells of them, `portal` and `describe` draft and test the TOML of a portal, `demo` walks
the whole road on the sample portal, `second_reader` asks NER about a sample of a night, `options` and `terminal` are
what the commands share.
"""
