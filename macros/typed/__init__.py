"""Numbers as people type them: one grammar for amounts and counts. The twin of docs/assets/js/typed/ and money.js."""
