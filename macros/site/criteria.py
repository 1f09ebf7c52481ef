"""The criteria by which agendas are put in order: where a guide publishes them, if it does."""

from __future__ import annotations

from macros.reading.guidebook import Guidebook

STEP, TABLE = "agenda-priority", "priority-criteria"


def has_criteria(guide: Guidebook) -> bool:
    """Whether the guide publishes criteria; without them there is no scoring sheet."""
    step = guide.steps.get(STEP)
    return step is not None and any(table.id == TABLE for table in step.tables)
