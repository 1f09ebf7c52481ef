"""What the tools' pages carry with them, and their files read back."""
