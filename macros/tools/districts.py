"""The districts' names, to pick from where a plan is named."""

from __future__ import annotations

from macros.reading.guidebook import Guidebook


def district_names(guide: Guidebook) -> list[str]:
    """Every district's name in the order of the alphabet."""
    return sorted(district.name for district in guide.districts.values())
