"""Terms of art: one name for one thing, with the words that people use for it."""

from macros.models.common import Address, Cited, Id, Text, Texts, Weighed


class Term(Cited, Weighed):
    """A glossary entry. `synonyms`: other official names and spellings; `everyday`: words that people type."""

    id: Id
    term: Text
    definition: Text
    synonyms: Texts = ()
    everyday: Texts = ()
    address: Address | None = None
