"""What the project says when it cannot go on: one base, so that every door catches it once."""


class YoujuError(Exception):
    """Bad input or state, told in one sentence: what, which value, what to do. The command line exits with 2."""
