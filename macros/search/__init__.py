"""What a reader can find, taken from the built pages."""
