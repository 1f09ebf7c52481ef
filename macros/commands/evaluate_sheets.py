"""The verdicts on a small tool's file, as text and as plain values: what `evaluate` says of it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from macros.models.sheet import scope
from macros.reading.guidebook import Guidebook
from macros.rules.canonical import figures_json
from macros.site.tools import PRIORITIES, tool_titles
from macros.tools import score_view, sheet_view
from macros.tools.score_view import ScoreView, rank_text, remark, total_text
from macros.tools.sheet_file import ScoreState, SheetState, anew_text
from macros.tools.sheet_view import SheetView
from macros.tools.sheet_words import SheetWords
from macros.words.verdicts import LEVELS
from macros.words.vocabulary import Level

GRAVEST: tuple[Level, ...] = ("breach", "care", "unknown", "ok", "na")
LISTED: tuple[Level, ...] = (*GRAVEST, "info")  # what only informs comes last and is counted nowhere
NOTHING = "판정할 것이 없어요. 아무것도 적지 않은 파일이에요."


@dataclass(frozen=True)
class JudgedSheet:
    """One file of a small tool: what follows from it, or why it could not be judged."""

    path: Path
    tool: str
    found: SheetView | ScoreView | None = None
    notes: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def judge_sheet(guide: Guidebook, path: Path, state: SheetState | ScoreState, edition: str | None) -> JudgedSheet:
    """One file's verdicts, by the rules of `edition` if one is named."""
    if isinstance(state, ScoreState):
        scores = score_view.view(guide, state)
        return JudgedSheet(path, PRIORITIES, scores) if scores.names else JudgedSheet(path, PRIORITIES, problems=(NOTHING,))
    notes: tuple[str, ...] = (anew_text(state.anew),) if state.anew else ()
    sheet = guide.sheets[state.tool]
    if sheet.parts and state.part is None:
        return JudgedSheet(path, state.tool, problems=(f"점검 대상(part)이 없어요. {', '.join(part.id for part in sheet.parts)} 가운데 하나예요.",))
    if edition is not None and edition != state.edition and not sheet.every_edition:
        if scope(edition, state.part) not in sheet.scopes:
            return JudgedSheet(path, state.tool, problems=(f"이 도구에는 {edition}년판 규칙이 없어요.",))
        notes = (*notes, f"{state.edition}년판으로 적은 것을 {edition}년판 규칙으로 판정했어요.",)
        state = replace(state, edition=edition)
    found = sheet_view.view(guide, state)
    if found.is_empty and not state.anew:  # what has to be answered anew is open, not nothing
        return JudgedSheet(path, state.tool, problems=(NOTHING,))
    return JudgedSheet(path, state.tool, found, notes)


def counts(guide: Guidebook, judged: JudgedSheet) -> Counter[Level]:
    """How many verdicts stand at each level. What only informs is none of them."""
    if not isinstance(judged.found, SheetView):
        return Counter({"unknown" if judged.found and judged.found.is_open else "ok": 1})
    words = SheetWords(guide, judged.found)
    return Counter(words.level(one) for one in judged.found.verdicts if guide.rules[one.rule].severity != "info")


def gravity(guide: Guidebook, judged: JudgedSheet) -> Counter[Level]:
    """What the exit code looks at: the verdicts that count, and what they lead to together."""
    return counts(guide, judged) + Counter({level(guide, judged): 1})


def level(guide: Guidebook, judged: JudgedSheet) -> Level:
    """The outcome's level, or the gravest of the verdicts where the tool has no outcomes."""
    if isinstance(judged.found, SheetView) and (outcome := SheetWords(guide, judged.found).outcome()):
        return outcome.level
    found = counts(guide, judged)
    return next((one for one in GRAVEST if found[one]), "na")


def plain(guide: Guidebook, judged: JudgedSheet) -> dict[str, Any]:
    """The file's entry in the list `sheets`."""
    told: dict[str, Any] = {"file": str(judged.path), "tool": judged.tool, "problems": list(judged.problems)}
    found = judged.found
    if found is None:
        return told
    verdicts = json.loads(figures_json(found.concluded))[0] if isinstance(found, SheetView) else _standings(found)
    bases = SheetWords(guide, found).bases() if isinstance(found, SheetView) else []
    told_outcome = SheetWords(guide, found).outcome() if isinstance(found, SheetView) else None
    edition = found.state.edition if isinstance(found, SheetView) else None
    part = {"part": found.state.part} if isinstance(found, SheetView) and found.state.part else {}
    return told | part | {"edition": edition, "title": found.state.title, "notes": [*judged.notes, *bases],
                   "unread": [{"field": label, "problem": error} for label, error in found.errors],
                   "counts": {one: counts(guide, judged)[one] for one in GRAVEST},
                   "verdicts": verdicts, "outcome": {"id": told_outcome.id if told_outcome else None, "level": level(guide, judged)}}


def _standings(found: ScoreView) -> list[Mapping[str, Any]]:
    return [{"agenda": name, "least": one.least, "most": one.most, "best": one.best, "worst": one.worst, "missing": list(missing)}
            for name, one, missing in zip(found.names, found.standings or (), found.missing, strict=False)]


def lines(guide: Guidebook, judged: JudgedSheet) -> Iterator[str]:
    """One file as text: what follows, then every verdict with its clauses."""
    found = judged.found
    assert found is not None
    tool = tool_titles(guide)[judged.tool]
    if isinstance(found, ScoreView):
        yield f"{found.state.title or '이름 없는 작업'} ({judged.path}) — {tool}"
        yield from _scored(found)
        return
    sheet = guide.sheets[judged.tool]
    rules = "모든 연도의 규칙" if sheet.every_edition else f"{guide.editions[found.state.edition].title} 규칙"
    part = sheet.part_of(found.state.part)
    yield f"{found.state.title or '이름 없는 작업'} ({judged.path}) — {tool}, {f'{part.group}: {part.title}, ' if part else ''}{rules}"
    numbers = counts(guide, judged)
    yield " · ".join(f"{LEVELS[one]} {numbers[one]}" for one in GRAVEST)
    yield from (f"  알림: {note}" for note in (*judged.notes, *SheetWords(guide, found).bases()))
    yield from (f"  고칠 칸: {label}: {error}" for label, error in found.errors)
    yield from _told(guide, found)


def _told(guide: Guidebook, found: SheetView) -> Iterator[str]:
    words = SheetWords(guide, found)
    outcome = words.outcome()
    if outcome:
        yield f"  결론: {outcome.title}"
        yield from (f"    {line}" for line in outcome.lines)
    yield from (f"  ! 문서에 따라 판정이 달라요: {title} — {followed}" for title, followed in words.disagreements())
    for verdict in sorted(found.verdicts, key=lambda one: LISTED.index(words.level(one))):
        rule = guide.rules[verdict.rule]
        if verdict.status != "na":
            yield f"  {words.word(verdict)}  {rule.label}: {' '.join(words.sentences(verdict))} [{words.clauses(rule)}]"


def _scored(found: ScoreView) -> Iterator[str]:
    yield f"  {remark(found)}"
    yield from (f"  고칠 칸: {label}: {error}" for label, error in found.errors)
    ranked = sorted(zip(found.names, found.standings or (), strict=False), key=lambda one: (one[1].best, one[1].worst))
    yield from (f"  {rank_text(standing)}  {name} — {total_text(standing)}" for name, standing in ranked)
