"""A page's notes: what its marks stand for, each once, in the order in which they first appear."""

from __future__ import annotations

from macros.models.common import Citation


class Notes:
    """Numbers the citations of a page, and the conflicts between sources that it touches."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Before another page."""
        self.citations: dict[Citation, int] = {}
        self.conflicts: dict[str, int] = {}

    def cited(self, citation: Citation) -> int:
        """The citation's number on this page; what stands at one place of a document has one number, whatever it is cited for."""
        place = citation.model_copy(update={"wording": None, "note": None})
        return self.citations.setdefault(place, len(self.citations) + 1)

    def shared(self, citation: Citation) -> bool:
        """Whether another section's note on this page has the same page and clause, so that only the section tells them apart."""
        if not (citation.page or citation.clause):
            return False
        return any(other.section != citation.section and (other.doc, other.page, other.clause)
                   == (citation.doc, citation.page, citation.clause) for other in self.citations)

    def differing(self, key: str) -> int:
        """The conflict's number on this page."""
        return self.conflicts.setdefault(key, len(self.conflicts) + 1)
