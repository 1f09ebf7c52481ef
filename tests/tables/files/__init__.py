"""Files as a district's clerks make them, written by scripts: workbooks and 한글 documents, with what must come of each.

`python -m tests.tables.files FOLDER` writes them with their expected.yaml, so that `python -m tests.tables FOLDER` can score them.
All names and figures are made up.
"""
