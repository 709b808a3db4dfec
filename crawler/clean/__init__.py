"""Page → article: bytes to text (`encoding`), the article's tree cut out (`layout`, or `unknown` where nobody wrote
one down), tree to paragraphs (`blocks`), stamp, byline and furniture taken off the text.
"""

from crawler.clean.page import NOTICE, NoArticleError, page_to_article, parsed

__all__ = ["NOTICE", "NoArticleError", "page_to_article", "parsed"]
