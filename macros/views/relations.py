"""What points to what: computed once from the data, so that every link has its way back."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from macros.models.case import Case, Lesson, Milestone, Process
from macros.models.checklist import Checklist, Group, Item
from macros.models.procedure import Procedure
from macros.models.sheet import SheetFact
from macros.models.step import Step
from macros.models.timeline import Event, Timeline
from macros.reading.guidebook import Guidebook
from macros.site.tools import tool_of_rule, tool_titles
from macros.words.verdicts import ANSWERS


@dataclass(frozen=True)
class CaseOfStep:
    """What one district did at a step."""

    case: Case
    processes: tuple[tuple[Process, tuple[Milestone, ...]], ...]
    """What it did, under the process that tells of it: two may tell of one event, and a number is that of its process."""
    lessons: tuple[Lesson, ...]


@dataclass(frozen=True)
class Uses:
    """Who uses a rule."""

    steps: tuple[Step, ...]
    items: tuple[tuple[Checklist, Group, Item], ...]
    cases: tuple[Case, ...]
    replaced_by: tuple[str, ...]
    tool: str | None


class Relations:
    """Look-ups from a record to those that point to it."""

    def __init__(self, guide: Guidebook) -> None:
        self._guide = guide
        self.tools = tool_titles(guide)
        self.facts: dict[str, SheetFact] = {fact.id: fact for sheet in guide.sheets.values() for fact in sheet.facts}
        self.procedure_of: dict[str, Procedure] = {
            step: procedure for procedure in guide.procedures.values() for step in procedure.steps}
        self.event_of: dict[str, tuple[Timeline, Event]] = {
            event.id: (timeline, event) for timeline in guide.timelines.values() for event in timeline.events}
        self.steps_of_event: dict[str, list[Step]] = defaultdict(list)
        for step in guide.steps.values():
            for event in step.when:
                self.steps_of_event[event].append(step)

    def answer(self, fact: str, answer: str) -> str:
        """An answer in words."""
        labels = {option.id: option.label for option in self.facts[fact].options}
        return labels.get(answer) or ANSWERS.get(answer, answer)

    def events_of_step(self, step: Step) -> list[Event]:
        """When the step is."""
        return [self.event_of[key][1] for key in step.when]

    def cases_of_step(self, key: str) -> list[CaseOfStep]:
        """Cases that did something at the step, or teach something for it."""
        found = []
        for case in self._guide.cases.values():
            told = ((process, tuple(one for phase in process.phases for one in phase.milestones if key in one.steps))
                    for process in case.processes)
            processes = tuple((process, milestones) for process, milestones in told if milestones)
            lessons = tuple(one for one in case.lessons if key in one.steps)
            if processes or lessons:
                found.append(CaseOfStep(case, processes, lessons))
        return found

    def checklist_of_step(self, key: str) -> tuple[Checklist, Group] | None:
        """The group of items that belongs to the step."""
        return next(((checklist, group) for checklist in self._guide.checklists.values()
                     for group in checklist.groups if group.step == key), None)

    def uses_of_rule(self, key: str) -> Uses:
        """Steps, checklist items and cases that name the rule, rules that came after it, the tool that judges by it."""
        guide = self._guide
        return Uses(
            tuple(step for step in guide.steps.values() if key in step.rules),
            tuple((checklist, group, item) for checklist in guide.checklists.values()
                  for group in checklist.groups for item in group.items if key in item.stated_rules),
            tuple(case for case in guide.cases.values() if any(key in lesson.rules for lesson in case.lessons)),
            tuple(rule.id for rule in guide.rules.values() if key in rule.replaces),
            tool_of_rule(guide, guide.rules[key]),
        )

    def neighbours(self, key: str) -> tuple[Step | None, Step | None, int, int]:
        """The step before, the step after, the step's number and how many there are."""
        steps = self.procedure_of[key].steps
        at = steps.index(key)
        before = self._guide.steps[steps[at - 1]] if at else None
        after = self._guide.steps[steps[at + 1]] if at + 1 < len(steps) else None
        return before, after, at + 1, len(steps)
