"""One document, three writers: HWPX, DOCX, XLSX."""
