"""Commands: what `tinhuy` does when a user asks for a stage, an answer, a draft of a portal or the demo.

`road` runs the stages and tells of them, `questions` puts what users ask to the warehouse, `portal` and `describe`
draft and test the TOML of a portal, `demo` walks the whole road on the sample portal, `replay` makes all of it anew
from the archive, `second_reader` asks NER about a sample of a night, `options` and `terminal` are what the commands
share.
"""
