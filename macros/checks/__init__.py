"""Checks of meaning across files: small generators, all of them run, every problem collected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from macros.cache.kept import Kept
from macros.checks.advice import check_advice
from macros.checks.anchors import check_anchors
from macros.checks.carried import check_carried
from macros.checks.charts import check_charts, check_tiles
from macros.checks.citations import check_citations, check_documents, check_pages
from macros.checks.conditions import check_conditions
from macros.checks.conjuncts import check_conjuncts
from macros.checks.corrected import check_corrected
from macros.checks.coverage import check_coverage
from macros.checks.dates import check_dates
from macros.checks.deadlines import check_deadlines
from macros.checks.diagrams import check_diagrams
from macros.checks.duplicates import check_duplicates
from macros.checks.editions import check_editions, check_ground, check_opened
from macros.checks.examples import check_example_answers, check_examples
from macros.checks.facts import check_facts
from macros.checks.force import check_force
from macros.checks.forms import check_forms
from macros.checks.functions import check_functions
from macros.checks.headings import check_headings
from macros.checks.moves import check_moves
from macros.checks.named import check_named
from macros.checks.names import check_names
from macros.checks.openings import check_openings
from macros.checks.procedures import check_procedures
from macros.checks.proofs import check_proofs
from macros.checks.readings import check_readings
from macros.checks.references import UNSHOWN, check_references
from macros.checks.sheets import check_parts, check_sheets
from macros.checks.sums import check_tables
from macros.checks.texts import check_texts
from macros.checks.wording import check_wording
from macros.reading.guidebook import Guidebook, Sound, load, load_sound
from macros.reading.problems import Problem, few

Check = Callable[[Guidebook], Iterator[Problem]]

# The others look things up, so they wait for these, each of which waits for the one before.
FIRST: tuple[Check, ...] = (check_references, check_parts, check_facts, check_documents, check_example_answers)
CHECKS: tuple[Check, ...] = (
    check_citations, check_pages, check_duplicates, check_dates, check_deadlines, check_editions, check_opened,
    check_ground, check_openings, check_procedures, check_diagrams,
    check_moves, check_tables, check_anchors, check_charts, check_tiles, check_wording, check_examples, check_readings, check_sheets,
    check_proofs, check_carried, check_forms, check_force, check_advice, check_conditions, check_conjuncts, check_headings, check_named,
    check_corrected, check_coverage, check_texts, check_names, check_functions,
)


# What looks at one record, or at names alone: it needs no reference to be sound.
ALONE: tuple[Check, ...] = (check_duplicates, check_dates, check_texts, check_names)


def run(guide: Guidebook) -> list[Problem]:
    """All problems that the checks find; of a file that is wrong all over, the first ones."""
    dangling = next((problems for check in FIRST if (problems := list(check(guide)))), [])
    checks = ALONE if dangling else CHECKS
    by_file: dict[str, list[Problem]] = {}
    for problem in [*dangling, *(problem for check in checks for problem in check(guide))]:
        by_file.setdefault(problem.file, []).append(problem)
    return [problem for found in by_file.values() for problem in few(found)]


def run_on(sound: Sound) -> list[Problem]:
    """What the checks find in the sound records of data with problems, but for what may follow from the others."""
    guide = sound.guide
    dangling = [*check_references(guide), *check_documents(guide)]
    found = [*dangling, *(problem for check in ALONE for problem in check(guide))]
    if not any(problem.message.startswith("'") for problem in dangling):
        found += [*check_citations(guide), *check_pages(guide)]
    return [problem for problem in found if not _follows(problem, sound.broken)]


def _follows(problem: Problem, broken: frozenset[str]) -> bool:
    """Whether a problem is that something is not there which a file with problems may hold."""
    named = re.match(r"'([^']+)'", problem.message)
    return problem.message == UNSHOWN or bool(named and (named[1] in broken or named[1].split("/")[0] in broken))


def read(root: Path, kept: Kept) -> tuple[Guidebook | None, list[Problem]]:
    """The guidebook of a data folder, read and checked. All problems of all files come at once."""
    guide, problems = load(root, kept)
    if guide is not None:
        return guide, run(guide)
    sound = load_sound(root, kept)
    return None, problems + (run_on(sound) if sound else [])
