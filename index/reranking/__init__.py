"""The best passages put in order once more, sentence by sentence, by a small network."""

from index.reranking.reread import Reread, reread

__all__ = ["Reread", "reread"]
