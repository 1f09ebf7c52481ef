"""Files for 한글, Word and Excel: one document, three writers. Nothing depends on the clock."""
