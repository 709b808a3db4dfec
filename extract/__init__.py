"""Read: Article → Reading, what the article says, each fact with its place in the text."""
