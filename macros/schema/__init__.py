"""The shapes of the data as JSON Schema, with Korean words: for editors' tools, the edit page, and other systems."""
