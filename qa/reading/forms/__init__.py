"""What set wordings tell: definitions, conditions, instructions, clauses by number, what stands under a heading."""
