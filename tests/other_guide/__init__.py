"""Another guide on the same house."""
