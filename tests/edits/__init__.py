"""Edits that real editors do, each on a copy of the project."""
