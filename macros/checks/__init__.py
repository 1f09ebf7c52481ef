"""Checks of meaning across files: small generators, all of them run, every problem collected."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from macros.cache.halves import Halves
from macros.cache.kept import Kept
from macros.checks.advice import check_advice
from macros.checks.anchors import check_anchors
from macros.checks.called import check_called
from macros.checks.carried import check_carried
from macros.checks.charts import check_charts, check_tiles
from macros.checks.citations import check_citations, check_documents, check_grounds, check_pages
from macros.checks.conditions import check_conditions
from macros.checks.conjuncts import check_conjuncts
from macros.checks.corrected import check_corrected
from macros.checks.coverage import check_coverage
from macros.checks.dates import check_dates
from macros.checks.deadlines import check_deadlines
from macros.checks.diagrams import check_diagrams
from macros.checks.districts import check_districts
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
from macros.checks.queries import check_queries
from macros.checks.readings import check_readings
from macros.checks.references import UNSHOWN, check_references
from macros.checks.sheets import check_parts, check_sheets
from macros.checks.sums import check_tables
from macros.checks.texts import check_texts, of_record
from macros.checks.wording import check_wording
from macros.reading.guidebook import Guidebook, Sound, load, load_sound
from macros.reading.problems import Problem, few

Check = Callable[[Guidebook], Iterator[Problem]]
FEW = 3  # places that name the same missing id: as many are told one by one

# The others look things up, so they wait for these, each of which waits for the one before.
FIRST: tuple[Check, ...] = (check_references, check_parts, check_facts, check_documents, check_example_answers)
CHECKS: tuple[Check, ...] = (
    check_citations, check_pages, check_grounds, check_duplicates, check_dates, check_deadlines, check_editions, check_opened,
    check_ground, check_openings, check_procedures, check_diagrams,
    check_districts, check_moves, check_tables, check_anchors, check_charts, check_tiles, check_wording, check_examples, check_readings,
    check_sheets, check_proofs, check_called, check_carried, check_forms, check_force, check_advice, check_conditions, check_conjuncts,
    check_headings, check_named,
    check_corrected, check_coverage, check_texts, check_names, check_functions,
    check_queries,
)


# What looks at one record, at names or at documents alone: it needs no reference to be sound.
ALONE: tuple[Check, ...] = (check_citations, check_pages, check_grounds, check_duplicates, check_dates, check_texts, check_names)


def sound(guide: Guidebook) -> bool:
    """Whether nothing is wrong at all, found with a second process where there can be one. If not, `run` says what is.

    To look through all texts takes as long as all else: the other process begins with the last record.
    """
    records, looked = list(guide.records()), False

    def look(number: int) -> None:
        if any(of_record(guide, *records[number])):
            raise ValueError("for `run` to tell")

    def take() -> None:
        nonlocal looked
        looked = True

    shared = Halves(len(records), look, lambda: None, take)
    found = not guide.misreferred and all(not any(check(guide)) for check in (*FIRST, *CHECKS) if check is not check_texts)
    for number, record in enumerate(records if found else ()):
        shared.reached(number)
        if looked or not (found := not any(of_record(guide, *record))):
            break
    shared.end()
    return found


def run(guide: Guidebook) -> list[Problem]:
    """All problems that the checks find; of a file that is wrong all over, the first ones."""
    dangling = folded(next((problems for check in FIRST if (problems := list(check(guide)))), []))
    checks = ALONE if dangling else CHECKS
    by_file: dict[str, list[Problem]] = {}
    for problem in [*dangling, *(problem for check in checks for problem in check(guide))]:
        by_file.setdefault(problem.file, []).append(problem)
    return [problem for found in by_file.values() for problem in few(found)]


def run_on(sound: Sound) -> list[Problem]:
    """What the checks find in the sound records of data with problems, but for what may follow from the others."""
    guide = sound.guide
    found = [*folded([*check_references(guide), *check_documents(guide)]), *(problem for check in ALONE for problem in check(guide))]
    return [problem for problem in found if not _follows(problem, sound)]


def folded(dangling: list[Problem]) -> list[Problem]:
    """Of an id that many places name though it is not there, the first place with how many more: one change mends them all."""
    by_message: dict[str, list[Problem]] = {}
    for problem in sorted(dangling):
        by_message.setdefault(problem.message, []).append(problem)
    return [one for same in by_message.values() for one in (same if len(same) <= FEW else [_with_more(same[0], same[1:])])]


def _with_more(first: Problem, others: list[Problem]) -> Problem:
    lines: dict[str, list[str]] = {}
    for one in others:
        lines.setdefault(one.file, []).append(str(one.line))
    listed = ", ".join(f"{file}:{'·'.join(found)}" for file, found in lines.items())
    return replace(first, message=f"{first.message} 같은 것을 적은 곳이 {len(others)}곳 더 있어요({listed}). id를 바꾸었다면 되돌려 주세요.")


def _follows(problem: Problem, sound: Sound) -> bool:
    """Whether a problem is that something is not there which a file with problems may hold, or may have held before its id was changed."""
    named = re.match(r"'([^']+)'", problem.message)
    if problem.message == UNSHOWN or named is None:
        return problem.message == UNSHOWN
    return bool({named[1], named[1].split("/")[0]} & sound.broken) or any(f"{home}에 없는" in problem.message or f"({home})에 없는" in problem.message
                                                                          for home in sound.twice)


def read(root: Path, kept: Kept) -> tuple[Guidebook | None, list[Problem]]:
    """The guidebook of a data folder, read and checked. All problems of all files come at once."""
    guide, problems = load(root, kept)
    if guide is not None:
        return guide, run(guide)
    sound = load_sound(root, kept)
    return None, problems + (run_on(sound) if sound else [])
