"""What a question means after what was said before it, and what is no question about the documents."""
