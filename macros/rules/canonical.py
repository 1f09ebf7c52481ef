"""Verdicts as canonical JSON: the same characters from Python and from the browser."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from macros.rules.adjust.adjust import Adjustment
from macros.rules.evaluate import Verdict
from macros.rules.figures import FigureVerdict
from macros.rules.headroom import Room
from macros.rules.outcomes import Conclusion


def _number(value: int | None) -> str | None:
    # As text: the browser's own numbers lose whole won above 2**53.
    return None if value is None else str(value)


def verdicts_json(verdicts: Iterable[Verdict]) -> str:
    """Keys sorted, no blanks, whole numbers as text."""
    return json.dumps([{
        "add": _number(verdict.add), "cut": _number(verdict.cut), "den": _number(verdict.den),
        "move": _number(verdict.move), "num": _number(verdict.num), "part": _number(verdict.part),
        "project": verdict.project, "readings": [list(reading) for reading in verdict.readings],
        "rule": verdict.rule, "slack": _number(verdict.slack), "status": verdict.status,
        "whole": _number(verdict.whole),
    } for verdict in verdicts], ensure_ascii=False, separators=(",", ":"))


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
    return json.dumps([found, list(concluded.facts.items()), led], ensure_ascii=False, separators=(",", ":"))


def _figure(verdict: FigureVerdict) -> dict[str, Any]:
    return {
        "add": _number(verdict.add), "bounded": verdict.bounded, "could": [[key, list(left)] for key, left in verdict.could],
        "cut": _number(verdict.cut), "den": _number(verdict.den), "move": _number(verdict.move), "num": _number(verdict.num),
        "part": _number(verdict.part), "readings": [list(reading) for reading in verdict.readings], "result": verdict.result,
        "room": _number(verdict.room), "rule": verdict.rule, "slack": _number(verdict.slack), "status": verdict.status,
        "whole": _number(verdict.whole),
    }


def adjustment_json(found: Adjustment) -> str:
    """What makes all limits hold, or why nothing does."""
    return json.dumps({
        "against": [list(scope) for scope in found.against], "fewest": found.fewest, "lines": found.lines, "pins": list(found.pins),
        "status": found.status, "steps": [{"fund": step.fund, "into": step.into, "out_of": step.out_of, "won": _number(step.won)}
                                          for step in found.steps], "won": _number(found.won),
    }, ensure_ascii=False, separators=(",", ":"))
