"""An answer put into words in the language of the question, and checked against what it cites."""
