"""Page → article: bytes to text, the article's tree cut out, its parts read, what is none of it taken off.

`page` is the road: `encoding` and `old_fonts` make text of bytes, `layout` cuts the article out where a portal's
TOML says how, `unknown` where nobody wrote it down (`places` tells menus from text, `densest` finds the body,
`headline`, `posted` and `signed` its parts). `blocks` makes lines of the tree, `paragraphs` joins what a capture broke
(`syllables`), `stamp`, `byline` and `furniture` (`phrases` loads their lexicons) read the stamp and the author and take
off the rest; `attachments` reads the files on offer. `plain` does all of it for a capture that is plain text.
"""

from crawler.clean.page import NOTICE, NoArticleError, page_to_article, parsed

__all__ = ["NOTICE", "NoArticleError", "page_to_article", "parsed"]
