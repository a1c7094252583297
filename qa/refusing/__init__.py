"""How likely it is that the documents answer a question at all."""
