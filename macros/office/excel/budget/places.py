"""What it takes to open a budget plan in a page: its words, and where what stands in the calculator's workbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from macros.models.budget import Option, Term
from macros.models.rule import Ask
from macros.office.excel.budget import layout
from macros.office.excel.budget.layout import Layout
from macros.reading.guidebook import Guidebook
from macros.rules.terms import plan_editions
from macros.words.verdicts import ANSWERS


def plan_terms(guide: Guidebook) -> dict[str, Any]:
    """What a plan's parts may be, as plain values, for js/tools/plan.js."""
    budget = guide.budget
    return {"editions": [{"id": key} for key in plan_editions(guide.rules.values())], "parts": [{"id": part.id} for part in budget.parts],
            "kinds": _terms(budget.kinds), "funds": [{"id": fund.id} for fund in budget.funds]}


def book_places(guide: Guidebook) -> dict[str, Any]:
    """Where what stands in the workbook, for js/table/plan-book.js."""
    editions = {key: layout.layout(guide, key) for key in plan_editions(guide.rules.values())}
    form = next(iter(editions.values()))
    return {
        "settings": layout.SETTINGS, "lines": layout.LINES, "asks": layout.ASKS, "marks": [layout.MARK, layout.FIRST_MARK],
        "cells": {"mark": layout.MARK_CELL, "edition": layout.EDITION_CELL, "title": layout.TITLE_CELL, "reading": layout.READING_CELL},
        "columns": {"name": layout.NAME, "part": layout.PART, "what": layout.WHAT, "kind": layout.KIND, "subject": layout.SUBJECT,
                    "also": layout.ALSO, "question": layout.QUESTION, "answer": layout.ANSWER, "note": layout.NOTE},
        "heads": form.heads(), "subjectHead": layout.SUBJECT_HEAD, "grantLabel": layout.GRANT, "first": layout.FIRST, "count": layout.LINE_COUNT,
        "undecided": layout.UNDECIDED, "unnamed": layout.UNNAMED,
        "guideReading": layout.GUIDE_READING, "noChoice": layout.NO_CHOICE,
        "parts": _terms(form.parts), "kinds": _terms(form.kinds), "replies": _options(ANSWERS),
        "funds": form.fund_heads(),
        "questions": {text: rule.id for rule in guide.rules.values() if isinstance(rule, Ask) for text in (rule.asked, *rule.formerly)},
        "editions": {key: _edition(one) for key, one in editions.items()}}


def _edition(form: Layout) -> dict[str, Any]:
    """What differs between the workbooks of editions."""
    return {"grant": form.grant_cell, "readings": _options(form.readings), "earlierReadings": form.earlier_readings,
            "choices": [{"id": choice.id, "cell": form.choice_cell(number), "labels": [choice.label, *choice.earlier_labels],
                         "options": _terms(choice.options)}
                        for number, choice in enumerate(form.choices)]}


def _terms(terms: Iterable[Term | Option]) -> list[dict[str, Any]]:
    return [{"id": term.id, "label": term.label, "earlier": term.earlier_labels} for term in terms]


def _options(labels: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"id": key, "label": label} for key, label in labels.items()]
