"""The one Jinja environment, and what keeps Markdown away from finished HTML."""
