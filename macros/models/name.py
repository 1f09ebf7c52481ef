"""Names of the guide's own world, which the house's pages, tools and files call things by."""

from macros.models.common import Id, Record, Text


class Name(Record):
    """What the house calls something, by the id under which it asks for it (`city`: who gives the grants)."""

    id: Id
    name: Text
    help: Text
