"""What is kept between runs in one folder, so that what has not changed is not made again.

All of it stands on shelves (kept.py): values by their names and by what they were made from. What makes a shelf's values
worthless is said in one place (grounds.py). Only Jinja keeps its compiled templates itself, by their text.
"""
