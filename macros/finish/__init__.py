"""The last touch to the built site; it knows finished HTML only."""
