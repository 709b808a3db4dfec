"""Resolve: which people, posts and documents of different articles are the same."""
