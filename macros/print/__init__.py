"""The whole manual on paper: one book out of the built pages, printed by a browser."""
