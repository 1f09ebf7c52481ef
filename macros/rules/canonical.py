"""Verdicts as canonical JSON: the same characters from Python and from the browser."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from macros.rules.adjust.adjust import Adjustment
from macros.rules.headroom import Room
from macros.rules.judge import Verdict
from macros.rules.outcomes import Conclusion


def _number(value: int | None) -> str | None:
    # As text: the browser's own numbers lose whole won above 2**53.
    return None if value is None else str(value)


def _verdict(verdict: Verdict) -> dict[str, Any]:
    """What every verdict says."""
    numbers = {name: _number(getattr(verdict, name)) for name in ("part", "whole", "num", "den", "slack", "cut", "add", "move")}
    return {**numbers, "rule": verdict.rule, "status": verdict.status, "readings": [list(reading) for reading in verdict.readings]}


def verdicts_json(verdicts: Iterable[Verdict]) -> str:
    """A plan's: keys sorted, no blanks, whole numbers as text."""
    return json.dumps([{**_verdict(verdict), "project": verdict.project} for verdict in verdicts],
                      ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def rooms_json(rooms: Iterable[Room]) -> str:
    """The same for headroom."""
    return json.dumps([{"rule": room.rule, "unknown": room.unknown, "won": _number(room.won)} for room in rooms],
                      ensure_ascii=False, separators=(",", ":"))


def figures_json(concluded: Conclusion) -> str:
    """A sheet's verdicts, the facts behind them and what they lead to."""
    found = [_figure(verdict) for verdict in concluded.verdicts]
    decision = concluded.decision
    led = {"grounds": list(decision.grounds), "level": decision.level, "outcome": decision.outcome, "pending": list(decision.pending),
           "possible": list(decision.possible), "row": decision.row, "split": decision.split}
    return json.dumps([found, list(concluded.facts.items()), led], ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _figure(verdict: Verdict) -> dict[str, Any]:
    could = [[key, list(left)] for key, left in verdict.could]
    return {**_verdict(verdict), "bounded": verdict.bounded, "could": could, "result": verdict.result, "room": _number(verdict.room)}


def adjustment_json(found: Adjustment) -> str:
    """What makes all limits hold, or why nothing does."""
    return json.dumps({
        "against": [list(scope) for scope in found.against], "fewest": found.fewest, "lines": found.lines, "pins": list(found.pins),
        "status": found.status, "steps": [{"fund": step.fund, "into": step.into, "out_of": step.out_of, "won": _number(step.won)}
                                          for step in found.steps], "won": _number(found.won),
    }, ensure_ascii=False, separators=(",", ":"))
