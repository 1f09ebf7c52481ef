"""What follows from changed data: verdicts of worked examples and example plans, checklist items, calendar entries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.checks.examples import outcome
from macros.models.rule import Ask, Band, Cap
from macros.models.rule_example import AskExample, CapExample
from macros.models.timeline import Event
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem
from macros.rules.evaluate import evaluate
from macros.rules.terms import for_plan, measures
from macros.tools.budget import example_plans
from macros.words.korean import period
from macros.words.verdicts import own_results, word_of


@dataclass(frozen=True)
class Effect:
    """Something that comes out differently: whose, what, before and after (None: not there)."""

    whose: str
    what: str
    before: str | None
    after: str | None


def _differing(old: Mapping[tuple[str, str], str], new: Mapping[tuple[str, str], str]) -> Iterator[Effect]:
    for spot in dict.fromkeys([*old, *new]):
        if old.get(spot) != new.get(spot):
            yield Effect(*spot, old.get(spot), new.get(spot))


def verdicts(old: Guidebook, new: Guidebook) -> list[Effect]:
    """Each example of either side, judged by both sides' rules; and the example plans of the calculator."""
    before: dict[tuple[str, str], str] = {}
    after: dict[tuple[str, str], str] = {}
    for key in dict.fromkeys([*old.rules, *new.rules]):
        sides = [guide.rules[key] for guide in (old, new) if key in guide.rules]
        examples = {example.id: example for rule in sides for example in rule.examples}
        for example in examples.values():
            spot = (sides[-1].label, example.title)
            for guide, made in ((old, before), (new, after)):
                found = _judged(guide.rules.get(key), example)
                if found:
                    made[spot] = found
    # By the names of today: a rule that only got another name judges as before.
    names = {key: rule.label for guide in (old, new) for key, rule in guide.rules.items()}
    before.update(_plans(old, names))
    after.update(_plans(new, names))
    return list(_differing(before, after))


def _judged(rule: Cap | Band | Ask | None, example: CapExample | AskExample) -> str | None:
    if rule is None or isinstance(rule, Ask) != isinstance(example, AskExample):
        return None
    out = outcome(rule, example)
    rows = {row.id: row.result for row in rule.rows} if isinstance(rule, Band) else {}
    return None if out is None else rows.get(out) or word_of(out, rule.severity, own_results(rule))


def _plans(guide: Guidebook, names: Mapping[str, str]) -> dict[tuple[str, str], str]:
    known, severities = measures(guide.budget), {key: rule.severity for key, rule in guide.rules.items()}
    found = {}
    for plan in example_plans(guide):
        for verdict in evaluate(for_plan(guide.rules.values(), known, plan.edition), plan):
            where = next((project.name for project in plan.projects if project.id == verdict.project), "계획 전체")
            found[plan.title, f"{names[verdict.rule]} ({where})"] = word_of(verdict.status, severities[verdict.rule])
    return found


def items(old: Guidebook, new: Guidebook) -> list[Effect]:
    """Checklist items that are new, gone, in another list or worded differently, by id."""
    def listed(guide: Guidebook) -> dict[str, tuple[str, str]]:
        return {item.id: (checklist.title, item.text) for checklist in guide.checklists.values()
                for group in checklist.groups for item in group.items}

    before, after = listed(old), listed(new)
    found = []
    for key in dict.fromkeys([*before, *after]):
        one, other = before.get(key), after.get(key)
        if one != other:
            moved = one and other and one[0] != other[0]
            found.append(Effect((other or one or ("", ""))[0], key,
                                (f"{one[0]}: " if moved else "") + one[1] if one else None,
                                (f"{other[0]}: " if moved else "") + other[1] if other else None))
    return found


def unmoved(old: Guidebook, new: Guidebook) -> list[Problem]:
    """Checklist items that are gone though no move says where to: what readers ticked and wrote would be lost."""
    def listed(guide: Guidebook) -> dict[str, tuple[str, int, str]]:
        return {item.id: (key, at, item.text) for key, checklist in guide.checklists.items() for at, group in enumerate(checklist.groups)
                for item in group.items}

    told = {before for move in new.moves.values() for before in move.before}
    found = []
    for gone in listed(old).keys() - listed(new).keys() - told:
        key, at, text = listed(old)[gone]
        message = (f"체크리스트 항목 '{gone}'(“{text}”)이 없어졌어요. 저장해 둔 표시와 메모가 갈 곳을 data/moves.yaml에 적어 주세요. "
                   "문장만 고쳤다면 id를 되돌려 주세요.")
        found.append(new.problem("checklists", key, ("groups", at), message) if key in new.checklists else Problem("data/moves.yaml", 1, 1, message))
    return sorted(found)


def events(old: Guidebook, new: Guidebook) -> list[Effect]:
    """Dates of timelines, and so of calendars: new, gone, moved or renamed, by id."""
    def said(event: Event) -> str:
        return f"{event.title}: {period(event.start, event.end)}".replace("\u2060", "")

    def listed(guide: Guidebook) -> dict[tuple[str, str], str]:
        return {(titles[key], event.id): said(event) for key, timeline in guide.timelines.items() for event in timeline.events}

    titles = {key: timeline.title for guide in (old, new) for key, timeline in guide.timelines.items()}
    return list(_differing(listed(old), listed(new)))


def unrevised(old: Guidebook, new: Guidebook) -> list[str]:
    """Events whose dates moved though their `revision` did not grow: calendars would keep the old day."""
    def listed(guide: Guidebook) -> dict[str, Event]:
        return {event.id: event for timeline in guide.timelines.values() for event in timeline.events}

    before, after = listed(old), listed(new)
    return [key for key in before.keys() & after.keys()
            if (before[key].start, before[key].end) != (after[key].start, after[key].end)
            and after[key].revision <= before[key].revision]
