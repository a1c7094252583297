"""The answerers: a template over what was read, or a model over the passages; and what becomes of their drafts."""
