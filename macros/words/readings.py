"""How the readings of a rule are called: one that several rules share has its name in data/budget.yaml."""

from __future__ import annotations

from collections.abc import Iterable

from macros.models.budget import Budget
from macros.models.rule import Ask, Band, Cap


def reading_labels(budget: Budget, rule: Cap | Band | Ask) -> dict[str, str]:
    """The readings' labels by id, in the rule's order; a question has none."""
    if isinstance(rule, Ask):
        return {}
    shared = {record.id: record.label for record in budget.readings}
    return {reading.id: reading.label or shared[reading.id] for reading in rule.readings}


def earlier_reading_labels(budget: Budget, rule: Cap | Band | Ask) -> dict[str, str]:
    """What the readings were called before, by label: the reading's id."""
    if isinstance(rule, Ask):
        return {}
    shared = {record.id: record.earlier_labels for record in budget.readings}
    return {label: reading.id for reading in rule.readings
            for label in (*reading.earlier_labels, *(() if reading.label else shared[reading.id]))}


def rules_of_reading(rules: Iterable[Cap | Band | Ask], key: str, edition: str | None = None) -> list[str]:
    """The rules (of an edition) that this reading changes, by id: all but those that follow it anyway."""
    return [rule.id for rule in rules
            if not isinstance(rule, Ask) and (edition is None or edition in rule.editions)
            and key in [reading.id for reading in rule.readings[1:]]]
