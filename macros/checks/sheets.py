"""A sheet can be judged: each number that its rules look at is one of its fields, and its examples come out as they say."""

from __future__ import annotations

from collections.abc import Iterator

from macros.checks.compiled import compiled
from macros.models.rule import Band, ByChoice, Cap
from macros.models.sheet import Sheet, scope
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem
from macros.rules.change import WORKED_OUT
from macros.rules.examples import judge_example
from macros.rules.figure_terms import looked_at
from macros.words.korean import particle


def check_sheets(guide: Guidebook) -> Iterator[Problem]:
    """All sheets, each with its rules."""
    for key, sheet in guide.sheets.items():
        yield from _shape(guide, key, sheet)
        yield from _parts(guide, key, sheet)
        wrong = list(_results(guide, key, sheet))
        yield from wrong
        if not wrong:
            yield from _examples(guide, key, sheet)


def _fields(sheet: Sheet) -> set[str]:
    return {field.id for group in sheet.groups for field in group.fields} | (set(WORKED_OUT) if sheet.lines else set())


def _shape(guide: Guidebook, key: str, sheet: Sheet) -> Iterator[Problem]:
    for index, group in enumerate(sheet.groups):
        if (group.rows or group.columns) and len(group.fields) != len(group.rows) * len(group.columns):
            yield guide.problem("sheets", key, ("groups", index, "fields"),
                                f"표의 칸은 {len(group.rows) * len(group.columns)}개인데 fields가 {len(group.fields)}개예요.")
    filling = sheet.filling
    if filling:
        tables = {table.id: table for section in guide.topics[filling.topic].sections for table in section.tables} \
            if filling.topic in guide.topics else {}
        if filling.table not in tables or not {filling.name, filling.value} <= set(tables[filling.table].columns):
            yield guide.problem("sheets", key, ("filling",),
                                f"주제 '{filling.topic}'의 표 '{filling.table}'에 '{filling.name}'{particle(filling.name, '과/와')} "
                                f"'{filling.value}' 열이 있어야 해요.")
        if filling.edition and filling.edition not in sheet.editions:
            yield guide.problem("sheets", key, ("filling", "edition"), "채울 값의 edition은 이 도구의 적용 연도 가운데 하나여야 해요.")
    amounts = sheet.amounts
    if amounts:
        band, cap = guide.rules[amounts.band], guide.rules[amounts.cap]
        by = cap.limit if isinstance(cap, Cap) and isinstance(cap.limit, ByChoice) else None
        rows = [row.option for row in band.rows] if isinstance(band, Band) else []
        if by is None or not rows or not all(option in by.amounts for option in rows):
            yield guide.problem("sheets", key, ("amounts",),
                                "band의 줄마다 option이 있고, cap에는 그 option마다 금액이 있어야 해요.")


def _parts(guide: Guidebook, key: str, sheet: Sheet) -> Iterator[Problem]:
    """Parts are of the sheet, and what belongs to a part names one."""
    known = {part.id: part for part in sheet.parts}
    for index, part in enumerate(sheet.parts):
        if not set(part.editions) <= set(sheet.editions) or not set(part.subjects) <= set(sheet.subjects):
            yield guide.problem("sheets", key, ("parts", index), "부분의 editions와 subjects는 이 도구의 것이어야 해요.")
    named = {"groups": [one.of_part for one in sheet.groups], "facts": [one.of_part for one in sheet.facts],
             "examples": [one.of_part for one in sheet.examples]}
    for place, parts in named.items():
        for index, of_part in enumerate(parts):
            if (of_part in known) != bool(known):
                yield guide.problem("sheets", key, (place, index), "of_part에는 parts에 있는 id를 하나 적어 주세요.")


def check_parts(guide: Guidebook) -> Iterator[Problem]:
    """What else looks at a part's rules must find it."""
    for key, sheet in guide.sheets.items():
        yield from _parts(guide, key, sheet)


def _results(guide: Guidebook, key: str, sheet: Sheet) -> Iterator[Problem]:
    """Rules have their fields."""
    known = _fields(sheet)
    for edition in sheet.scopes:
        rules = compiled(guide, key, edition)
        for rule in rules.rules:
            missing = sorted({field for measure in looked_at(rule, rules.facts) for field in measure.fields} - known)
            if missing:
                yield guide.problem("sheets", key, ("groups",),
                                    f"규칙 '{rule.id}'이(가) 보는 칸이 없어요: {', '.join(missing)}.")


def _examples(guide: Guidebook, key: str, sheet: Sheet) -> Iterator[Problem]:
    units = {field.id: field.unit for group in sheet.groups for field in group.fields}
    for index, example in enumerate(sheet.examples):
        strange = sorted(example.figures.keys() - units.keys())
        if strange or example.edition not in sheet.editions:
            yield guide.problem("sheets", key, ("examples", index),
                                f"이 도구에 없는 칸이나 판이에요: {', '.join([*strange, example.edition])}.")
            continue
        judged = judge_example(compiled(guide, key, scope(example.edition, example.of_part)), example, units)
        found = {verdict.rule: verdict.result or verdict.status for verdict in judged.verdicts}
        for rule, expected in example.expect.items():
            if found.get(rule) != expected:
                yield guide.problem("sheets", key, ("examples", index, "expect", rule),
                                    f"이 예시의 결과는 '{found.get(rule)}'인데 '{expected}'(으)로 적혀 있어요.")
        decision = judged.decision
        if sheet.outcomes and (example.outcome, example.level) != (decision.outcome, decision.level):
            yield guide.problem("sheets", key, ("examples", index, "outcome"),
                                f"이 예시의 결론은 '{decision.outcome}({decision.level})'인데 "
                                f"'{example.outcome}({example.level})'(으)로 적혀 있어요.")
