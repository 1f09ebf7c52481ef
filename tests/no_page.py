"""A page for macros, where a test wants what they make and no site."""

from __future__ import annotations


class NoPage:
    """A page for macros that nobody builds."""

    def address(self) -> str:
        return ""

    def head(self, title: str, description: str) -> None:
        """Nothing keeps it."""
