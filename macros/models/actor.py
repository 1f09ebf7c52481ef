"""Who acts: bodies and offices, each of one side."""

from typing import Literal

from macros.models.common import Cited, Id, Text

Side = Literal["private", "public", "joint", "secretariat", "city", "council"]


class Actor(Cited):
    """A body or office. `side`: 민간, 행정, 민관 공동, 사무국, 서울시, 의회."""

    id: Id
    name: Text
    side: Side
    summary: Text
