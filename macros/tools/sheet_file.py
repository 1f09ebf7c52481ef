"""Files of the small tools (format "hyeopchi-sheet") read with suspicion: the twin of docs/assets/js/tools/file.js.

They hold what was typed, as it was typed; both readers refuse and accept the same files, with the same sentences.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.models.sheet import Sheet
from macros.reading.guidebook import Guidebook
from macros.site.tools import PRIORITIES, tool_titles
from macros.tools.gate import LIMITS, PlanFileError, demand, shown
from macros.tools.plan_file import NEWER, NO_VERSION
from macros.tools.priorities import criteria
from macros.tools.sheets import answers_of, rules_of

FORMAT, VERSION = "hyeopchi-sheet", 2
KEYS = ("format", "version", "tool", "edition", "title", "values", "lines", "complete", "ledger", "answers", "readings", "agendas", "weights",
        "top", "part")
LEDGER = ("date", "what", "amount", "decided")
LINE = ("project", "item", "nature", "before", "after")


@dataclass(frozen=True)
class TypedLine:
    """A line of the table before and after a change, as it was typed."""

    project: str = ""
    item: str = ""
    nature: str | None = None
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Reply:
    """The answer to a question, with what the reader noted beside it."""

    answer: str = "unknown"
    note: str = ""


@dataclass(frozen=True)
class Entry:
    """An earlier change of the year, as it was typed: the day, what, how much, who decided."""

    date: str = ""
    what: str = ""
    amount: str = ""
    decided: str = ""


@dataclass(frozen=True)
class SheetState:
    """A sheet as it was typed: texts by field, answers by fact, chosen readings by rule.

    `complete`: the lines are all the lines of their projects. `anew`: questions of an earlier file that were answered and
    mean something else today; their answers are not taken.
    """

    tool: str
    edition: str
    title: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    lines: tuple[TypedLine, ...] = ()
    complete: bool = False
    ledger: tuple[Entry, ...] = ()
    answers: Mapping[str, Reply] = field(default_factory=dict)
    readings: Mapping[str, str] = field(default_factory=dict)
    anew: tuple[str, ...] = ()
    part: str | None = None


@dataclass(frozen=True)
class ScoreState:
    """A scoring sheet as it was typed: texts by criterion; agendas with their names."""

    title: str = ""
    top: str = ""
    weights: Mapping[str, str] = field(default_factory=dict)
    agendas: tuple[tuple[str, Mapping[str, str]], ...] = ()


class SheetFileError(PlanFileError):
    """A small tool's file that is not opened. `tool`: its id, as far as it can be told."""

    def __init__(self, tool: str, *sentences: str) -> None:
        super().__init__(*sentences)
        self.tool = tool


def read_sheet(value: Mapping[str, Any], guide: Guidebook) -> SheetState | ScoreState:
    """What a file of any small tool holds. `value` is a record of this format. Raises SheetFileError."""
    try:
        return _read(value, guide)
    except PlanFileError as refusal:
        tool = value.get("tool")
        raise SheetFileError(tool if isinstance(tool, str) else "", *refusal.sentences) from None


def _read(value: Mapping[str, Any], guide: Guidebook) -> SheetState | ScoreState:
    tool, titles = value.get("tool"), tool_titles(guide)
    sheet = guide.sheets.get(tool) if isinstance(tool, str) else None
    demand(sheet or tool == PRIORITIES, f"이 길잡이에 없는 도구({shown(tool)})의 파일이에요. 판정하는 도구: "
           + ", ".join([*(titles[key] for key in guide.sheets), titles[PRIORITIES]]) + ".")
    version = value.get("version")
    demand(isinstance(version, int) and not isinstance(version, bool) and version >= 1, NO_VERSION)
    demand(isinstance(version, int) and version <= VERSION, NEWER)
    _record(value, KEYS, "파일")
    return _sheet(value, guide, sheet) if sheet else _scores(value, guide)


def _sheet(value: Mapping[str, Any], guide: Guidebook, sheet: Sheet) -> SheetState:
    title, edition = _text(value.get("title", ""), "이름"), value.get("edition")
    demand(edition in sheet.editions, f"이 길잡이에는 {shown(edition) if isinstance(edition, str) else '그'}년판 규칙이 없어요.")
    rules = {rule.id: {reading.id for reading in getattr(rule, "readings", ())} or {"stated"} for rule in rules_of(guide, sheet)}
    readings = _texts(value.get("readings", {}), rules, "해석 기준")
    for rule, reading in readings.items():
        demand(reading in rules[rule], f"이 길잡이에 없는 해석 기준({shown(reading)})이 있어요.")
    part = _part(value.get("part"), str(edition), sheet)
    known = [one.id for group in sheet.groups for one in group.fields]
    replies = _replies(value.get("answers", {}), answers_of(guide, sheet), sheet)
    return SheetState(sheet.id, str(edition), title, _texts(value.get("values", {}), known, "칸"),
                      tuple(_line(one, number) for number, one in enumerate(_list(value.get("lines", []), "줄"), 1)),
                      *_table(value, sheet), _answers(replies, sheet), readings, _anew(replies, sheet), part)


def _part(value: Any, edition: str, sheet: Sheet) -> str | None:
    """What is judged, for a sheet with parts; null where it has not been chosen."""
    known = [part.id for part in sheet.parts if edition in part.editions]
    demand(value is None or (isinstance(value, str) and value in known),
           f"{edition}년판에는 점검 대상(part)에 ‘{shown(value)}’이 없어요. {', '.join(known) or '이 도구에는 적지 않아요'}.")
    return value if isinstance(value, str) else None


def _scores(value: Mapping[str, Any], guide: Guidebook) -> ScoreState:
    known = [one.id for one in criteria(guide)]
    agendas = [_record(one, ("name", "scores"), f"{number}번째 의제") for number, one in enumerate(_list(value.get("agendas", []), "의제"), 1)]
    return ScoreState(
        _text(value.get("title", ""), "이름"), _text(value.get("top", ""), "만점"), _texts(value.get("weights", {}), known, "가중치"),
        tuple((_text(one.get("name", ""), "의제의 이름"), _texts(one.get("scores", {}), known, "점수")) for one in agendas))


def _record(value: Any, keys: Collection[str] | None, where: str) -> Mapping[str, Any]:
    demand(isinstance(value, dict), f"{where}의 모양이 이 도구의 것과 달라요.")
    demand(keys or len(value) <= LIMITS.entries, f"{where}에 적힌 것이 너무 많아요. {LIMITS.entries}개까지 열 수 있어요.")
    foreign = next((key for key in value if keys and key not in keys), None)
    demand(foreign is None, f"{where}에 모르는 항목({shown(foreign)})이 있어요. 직접 고쳤다면 그 항목을 지워 주세요.")
    return dict(value)


def _text(value: Any, where: str) -> str:
    demand(isinstance(value, str), f"{where}의 글이 깨졌어요.")
    demand(len(value) <= LIMITS.label, f"{where}의 글이 너무 길어요. {LIMITS.label}자까지 열 수 있어요.")
    return str(value)


def _list(value: Any, where: str) -> list[Any]:
    demand(isinstance(value, list), f"{where}의 목록이 깨졌어요.")
    demand(len(value) <= LIMITS.rows, f"{where}의 목록이 너무 길어요. {LIMITS.rows}개까지 열 수 있어요.")
    return list(value)


def _texts(value: Any, known: Collection[str], where: str) -> dict[str, str]:
    """Texts by id, for ids that are known."""
    for key in _record(value, None, where):
        demand(key in known, f"{where}에 모르는 항목({shown(key)})이 있어요.")
    return {key: _text(typed, where) for key, typed in value.items()}


def _line(value: Any, number: int) -> TypedLine:
    where = f"{number}번째 줄"
    found = _record(value, LINE, where)
    nature = found.get("nature")
    demand(nature in (None, "current", "capital"), f"{where}의 경상·자본을 알 수 없어요.")
    project, item, before, after = (_text(found.get(key, ""), where) for key in ("project", "item", "before", "after"))
    return TypedLine(project, item, nature, before, after)


def _table(value: Mapping[str, Any], sheet: Sheet) -> tuple[bool, tuple[Entry, ...]]:
    """What only a sheet with a table before and after holds."""
    complete = value.get("complete", False)
    demand(isinstance(complete, bool), "표에 모든 줄이 있는지(complete)는 true나 false여야 해요.")
    entries = tuple(_entry(one, number) for number, one in enumerate(_list(value.get("ledger", []), "변경 대장"), 1))
    return (bool(complete), entries) if sheet.lines else (False, ())


def _entry(value: Any, number: int) -> Entry:
    where = f"변경 대장의 {number}번째 줄"
    found = _record(value, LEDGER, where)
    return Entry(*(_text(found.get(key, ""), where) for key in LEDGER))


def _replies(value: Any, facts: Mapping[str, Collection[str]], sheet: Sheet) -> dict[str, Reply]:
    """All answers that the file holds, those to questions of earlier files too."""
    found = {}
    known = {**facts, **{one.id: ("yes", "no") for one in sheet.retired}}
    for key, reply in _record(value, None, "질문의 답").items():
        demand(key in known, f"이 길잡이에 없는 질문({shown(key)})의 답이 있어요.")
        record = _record(reply, ("answer", "note"), "질문의 답")
        answer = record.get("answer", "unknown")
        demand(isinstance(answer, str) and answer in (*known[key], "unknown"),
               f"질문({shown(key)})의 답을 알 수 없어요. {', '.join(known[key])}, unknown 가운데 하나여야 해요.")
        found[key] = Reply(answer, _text(record.get("note", ""), "메모"))
    return found


def _answers(replies: Mapping[str, Reply], sheet: Sheet) -> dict[str, Reply]:
    """The answers to facts; the notes of answers that count no more go with what is asked now."""
    heirs = {one.id: one.now[0] for one in sheet.retired}
    found = {key: reply for key, reply in replies.items() if key not in heirs}
    for key, reply in replies.items():
        heir = heirs.get(key)
        if heir and reply.note and not found.get(heir, Reply()).note:
            found[heir] = Reply(found.get(heir, Reply()).answer, reply.note)
    return found


def _anew(replies: Mapping[str, Reply], sheet: Sheet) -> tuple[str, ...]:
    return tuple(one.question for one in sheet.retired if replies.get(one.id, Reply()).answer in ("yes", "no"))


def anew_text(questions: Collection[str]) -> str:
    """What an earlier file has to be asked again, in a sentence."""
    return f"질문의 뜻이 바뀌어 다시 답해야 하는 것이 있어요(확인 필요): {', '.join(f'‘{one}’' for one in questions)}"
