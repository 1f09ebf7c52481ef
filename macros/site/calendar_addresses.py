"""Where the calendar files stand: apart from how they are written, because the check asks this at once and often."""

from __future__ import annotations

from collections.abc import Iterator

from macros.reading.guidebook import Guidebook
from macros.site.addresses import Addresses
from macros.site.sides import sides_in


def addresses(guide: Guidebook) -> Iterator[str]:
    """The address of every calendar file from the site's root."""
    to = Addresses(guide)
    for key, timeline in guide.timelines.items():
        for side in (None, *sides_in(timeline, guide)):
            yield to.calendar(key, side)
