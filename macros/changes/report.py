"""The whole report, as text, as Markdown for a pull request, and as a page of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.changes.effects import Effect, events, items, unmoved, unrevised, verdicts
from macros.changes.leftovers import leftovers
from macros.changes.pages import PageChange, page_changes, texts
from macros.changes.renamed import unnoted
from macros.changes.values import Change, changes
from macros.changes.values import title as title_of
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem
from macros.schema.words import words
from macros.templating.render import environment
from macros.views.undecided import progress

FORMATS = {"text": "changes.txt.j2", "markdown": "changes.md.j2", "html": "changes.html.j2"}


@dataclass(frozen=True)
class Group:
    """The changed values of one record: its name and its file."""

    kind: str
    title: str
    file: str
    what: str
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class Progress:
    """How far the opening of an edition is: its title, records decided on before and now, of how many."""

    title: str
    before: int
    now: int
    of: int


@dataclass(frozen=True)
class Report:
    """Everything that a change changes."""

    base: str
    pages: list[PageChange]
    groups: list[Group]
    verdicts: list[Effect]
    items: list[Effect]
    events: list[Effect]
    unrevised: list[str]
    openings: list[Progress]
    # To be looked at, but no faults: old values that are left, checklist items gone without a move, names changed without the earlier.
    notes: list[Problem]

    @property
    def empty(self) -> bool:
        """Whether readers would notice nothing."""
        return not (self.pages or self.groups or self.verdicts or self.items or self.events)

    def natures(self, nature: str) -> int:
        """How many numbers, dates or texts changed."""
        return sum(change.nature == nature for group in self.groups for change in group.changes)


def compare(base: str, old: Guidebook, old_docs: Path, new: Guidebook, new_docs: Path) -> Report:
    """Compare two states of the project."""
    return Report(base, page_changes(texts(old, old_docs), texts(new, new_docs)), _groups(old, new), verdicts(old, new),
                  items(old, new), events(old, new), unrevised(old, new), list(progress_since(old, new)),
                  unmoved(old, new) + unnoted(old, new) + leftovers(old, new, new_docs))


def progress_since(old: Guidebook, new: Guidebook) -> Iterator[Progress]:
    """How far each opening is, and was."""
    for edition in new.openings:
        before, now = ([counts for _, counts in progress(guide, edition)] for guide in (old, new))
        decided = [sum(sum(counts.values()) - counts["unknown"] for counts in side) for side in (before, now)]
        yield Progress(new.editions[edition].title, decided[0], decided[1], sum(sum(counts.values()) for counts in now))


def _groups(old: Guidebook, new: Guidebook) -> list[Group]:
    found: dict[tuple[str, str], list[Change]] = {}
    for change in changes(old, new):
        found.setdefault((change.kind, change.key), []).append(change)
    groups = []
    for (kind, key), some in found.items():
        side = new if (kind, key) in new.origins else old
        record = side.budget if kind == "budget" else getattr(side, kind)[key]
        what = "고침" if (kind, key) in old.origins and (kind, key) in new.origins else "더함" if side is new else "없앰"
        name = words().kinds[kind].title if kind == "budget" else title_of(record)
        groups.append(Group(words().kinds[kind].title, name, side.origins[kind, key].file.path, what,
                            tuple(some) if what == "고침" else ()))
    return groups


def told(report: Report, form: str) -> str:
    """The report in one of FORMATS. Raises KeyError for another."""
    return environment().get_template(FORMATS[form]).render(report=report)
