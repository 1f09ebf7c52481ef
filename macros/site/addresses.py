"""Where each record has its page: one place decides, so that links and tests agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from macros.models.common import Citation, Paged, Record
from macros.models.kinds import KINDS
from macros.reading.guidebook import Guidebook


class Addresses:
    """Addresses from the site's root, without a leading slash; `link` makes them relative to a page."""

    def __init__(self, guide: Guidebook) -> None:
        self._guide = guide
        self._rule_pages = {topic.id: f"{topic.page}/" for topic in guide.budget.rule_topics}
        self._procedures = {step: procedure for procedure in guide.procedures.values() for step in procedure.steps}

    def step(self, key: str) -> str:
        """A step has a page of its own, or a place on the page of its procedure."""
        procedure = self._procedures[key]
        if procedure.pages == "each":
            return own_address(self._guide.steps[key]) or f"{procedure.address}/{key}/"
        return f"{procedure.address}/#{key}"

    def of(self, kind: str, key: str) -> str | None:
        """Where a record of any kind stands; None for kinds that only serve others."""
        if kind == "steps" and key not in self._procedures:
            return None  # a step of no procedure, of which the checks tell
        worked_out = {"steps": self.step, "rules": self.rule}
        if kind in worked_out:
            return worked_out[kind](key)
        record, pattern = getattr(self._guide, kind)[key], KINDS[kind].address
        return own_address(record) or (pattern.format(record) if pattern else None)

    def at(self, kind: str, key: str, part: str | None = None) -> str:
        """The place of a record that has one, or a part of its page."""
        found = self.of(kind, key)
        assert found is not None, kind
        return found + (f"#{part}" if part else "")

    def rule(self, key: str) -> str:
        """The rule's place on its topic's page."""
        return f"{self._rule_pages[self._guide.rules[key].topic]}#rule-{key}"

    def case(self, key: str, milestone: str | None = None) -> str:
        """A case's page, or one milestone on it."""
        return self.at("cases", key, milestone)

    def checklist(self, key: str, step: str | None = None) -> str:
        """A checklist's page, or one step's group on it."""
        return self.at("checklists", key, step)

    def timeline(self, key: str, event: str | None = None) -> str:
        """A timeline's page, or one of its dates."""
        return self.at("timelines", key, event)

    def calendar(self, key: str, side: str | None = None) -> str:
        """A timeline's calendar file: all of it, or what one side does."""
        return f"dates/{key}" + (f"-{side}" if side else "") + ".ics"

    def deadlines(self, key: str | None = None) -> str:
        """The planner, or the table of what follows from one known day."""
        return "tools/deadlines/" + (f"#{key}" if key else "")

    def own_year(self) -> str:
        """Where an edition's yearly procedure is laid onto another year."""
        return "tools/year/"

    def workbook(self, edition: str) -> str:
        """An edition's empty budget workbook."""
        return f"downloads/budget-{edition}.xlsx"

    def tool_workbook(self, tool: str, edition: str | None = None) -> str:
        """The empty workbook of a small tool; of one edition where its editions have rules of their own."""
        return f"downloads/tool-{tool}{f'-{edition}' if edition else ''}.xlsx"

    def topic(self, key: str) -> str:
        """A topic's page below its chapter."""
        return self.at("topics", key)

    def body(self, key: str) -> str:
        """A body's page."""
        return self.at("bodies", key)

    def programme(self, key: str) -> str:
        """A programme's page."""
        return self.at("programmes", key)

    def form(self, key: str) -> str:
        """A form's page."""
        return self.at("forms", key)

    def article(self, key: str) -> str:
        """An article's place on the agreement's page."""
        return self.at("articles", key)

    def district(self, key: str) -> str:
        """A district's page."""
        return self.at("districts", key)

    def term(self, key: str) -> str:
        """A term's place in the glossary."""
        return self.at("glossary", key)

    def conflict(self, key: str) -> str:
        """Where the conflict is told in full."""
        return self.at("conflicts", key)

    def citation(self, citation: Citation) -> str:
        """The section's row on the page of sources."""
        return f"reference/sources/#{citation.doc}" + (f"-{anchor(citation.section)}" if citation.section else "")


def own_address(record: Record) -> str | None:
    """Where a record's page is said to be; None where its id says it."""
    return f"{record.address}/" if isinstance(record, Paged) and record.address else None


def renamed(guide: Guidebook) -> Mapping[str, str]:
    """By the address that its id gives: the one that a record's page is said to have. A page's file keeps its name."""
    said = {(kind, key): record for kind, key, record in guide.records() if own_address(record)}
    plain: dict[str, Any] = {kind: MappingProxyType({
        key: record.model_copy(update={"address": None}) if (kind, key) in said else record
        for key, record in getattr(guide, kind).items()}) for kind in {kind for kind, _ in said}}
    by_id = Addresses(replace(guide, **plain))
    return {str(by_id.of(kind, key)): str(own_address(record)) for (kind, key), record in said.items()}


def page_addresses(docs: Path, guide: Guidebook) -> dict[str, str]:
    """Every page's file below docs/ (`plan/index.md`) with its address from the site's root (`plan/`; the first page's is empty)."""
    names = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*.md") if path.is_file())
    moved = renamed(guide)
    by_name = {name: f"{name.removesuffix('.md')}/".removesuffix("index/") for name in names}
    return {name: moved.get(address, address) for name, address in by_name.items()}


def anchor(section: str) -> str:
    """A section's id as part of an HTML id."""
    return section.replace(".", "_")


def relative(page: str, address: str) -> str:
    """`address` as a link from `page` (both from the root): it works on any host, folder or file system."""
    path, hash_, fragment = address.partition("#")
    if hash_ and path == page:
        return hash_ + fragment
    return ("../" * page.count("/") + path or "./") + hash_ + fragment
