"""The likeliest sentences of the passages found, and the bare answer read out of them."""
