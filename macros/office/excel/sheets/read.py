"""A small tool's workbook read back: what was typed, as its file would hold it. Every cell that does not fit is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.models.sheet import Sheet
from macros.office.excel.budget.fill import trimmed
from macros.office.excel.budget.read import NOT_COUNTED, offered
from macros.office.excel.cells import Cells, Uncounted, is_blank, present_sheets, text_of
from macros.office.excel.sheets import scores
from macros.office.excel.sheets.inputs import ALL
from macros.office.excel.sheets.layout import MAIN, TITLE, heading
from macros.office.excel.sheets.ledger import LEDGER
from macros.office.excel.sheets.lines import LINES, NATURES, UNDECIDED
from macros.office.excel.sheets.write import Made, workbook
from macros.reading.guidebook import Guidebook
from macros.reading.problems import nearest
from macros.site.tools import PRIORITIES
from macros.tools.gate import PlanFileError
from macros.tools.sheet_file import FORMAT, VERSION, ScoreState, SheetFileError, SheetState, read_sheet

FOREIGN = "이 길잡이의 엑셀 파일이 아니에요. 도구나 ‘파일 받기’ 페이지에서 받은 파일을 채워 주세요."
CHANGED = "칸의 이름이 바뀌었어요. 새로 받은 파일에 옮겨 적어 주세요."
NOT_A_NUMBER = f"수가 아니에요. 숫자로 적고, 아직 모르면 ‘{UNDECIDED}’이라고 적어 주세요."
COMPLETE = "예"


def read_workbook(content: bytes, guide: Guidebook) -> SheetState | ScoreState:
    """What was typed into a workbook of a small tool. Raises SheetFileError, with a sentence for each wrong cell."""
    sheets = present_sheets(content, (MAIN, LINES, LEDGER, scores.MAIN))
    if scores.MAIN in sheets:
        return _checked(PRIORITIES, _scores(guide, _Reader(scores.MAIN, sheets[scores.MAIN])), guide)
    title = text_of(sheets.get(MAIN, {}).get("A1"))
    found = next(((sheet, scope) for sheet in guide.sheets.values() for scope in sheet.workbooks
                  if heading(sheet, scope) == title), None)
    if found is None:
        raise PlanFileError(FOREIGN)
    return _checked(found[0].id, _sheet(guide, sheets, *found), guide)


def _checked(tool: str, read: tuple[dict[str, Any], list[str]], guide: Guidebook) -> SheetState | ScoreState:
    value, problems = read
    if problems:
        raise SheetFileError(tool, *problems)
    return read_sheet({"format": FORMAT, "version": VERSION, "tool": tool, **value}, guide)


@dataclass
class _Reader:
    """Reads the cells of one sheet as texts that a file holds; collects what is wrong."""

    name: str
    cells: Cells
    problems: list[str] = field(default_factory=list)

    def wrong(self, cell: str, sentence: str) -> None:
        self.problems.append(f"‘{self.name}’ 시트 {cell}: {sentence}")

    def number(self, cell: str) -> str:
        """A number as a text; blank stays blank."""
        value = self.cells.get(cell)
        if isinstance(value, Uncounted):
            self.wrong(cell, NOT_COUNTED)
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            return text_of(value)
        elif not is_blank(value) and trimmed(text_of(value)) != UNDECIDED:
            self.wrong(cell, f"‘{text_of(value)}’: {NOT_A_NUMBER}{offered(text_of(value))}")
        return "" if is_blank(value) else UNDECIDED

    def text(self, cell: str) -> str:
        """A text as it stands."""
        value = self.cells.get(cell)
        if isinstance(value, Uncounted):
            self.wrong(cell, NOT_COUNTED)
            return ""
        return text_of(value)

    def option(self, cell: str, labels: Mapping[str, str]) -> str | None:
        """The id whose label stands in the cell."""
        said = trimmed(self.text(cell))
        known = {label: key for key, label in labels.items()}
        if said and said not in known:
            self.wrong(cell, f"‘{said}’ 대신 목록에 있는 것을 골라 주세요.{nearest(said, known)}")
        return known.get(said)

    def named(self, cell: str, name: str) -> None:
        """The cell before it must still say what it is."""
        if text_of(self.cells.get(f"A{cell[1:]}")) != name:
            self.wrong(f"A{cell[1:]}", CHANGED)


def _sheet(guide: Guidebook, sheets: Mapping[str, Cells], sheet: Sheet, scope: str | None) -> tuple[dict[str, Any], list[str]]:
    places, main = workbook(guide, sheet, scope).places, _Reader(MAIN, sheets[MAIN])
    part = sheet.part_of(scope)
    for place in [*places["fields"].values(), *places["answers"].values()]:
        main.named(place["cell"], place["label"])
    answers = {key: main.option(place["cell"], place["labels"]) for key, place in places["answers"].items()}
    readings = {key: main.option(place["cell"], {"": ALL, **place["labels"]}) for key, place in places["readings"].items()}
    value: dict[str, Any] = {"edition": scope[:4] if scope else sheet.editions[-1], **({"part": part.id} if part else {}), "title": main.text(TITLE),
             "values": {key: main.number(place["cell"]) for key, place in places["fields"].items()},
             "answers": {key: {"answer": answer} for key, answer in answers.items() if answer},
             "readings": {key: chosen for key, chosen in readings.items() if chosen}}
    problems = main.problems
    if sheet.lines and LINES in sheets and LEDGER in sheets:
        lines, ledger = _Reader(LINES, sheets[LINES]), _Reader(LEDGER, sheets[LEDGER])
        value |= {"lines": list(_lines(lines, places["lines"])), "ledger": list(_ledger(ledger, places["ledger"])),
                  "complete": trimmed(lines.text(places["lines"]["complete"])) == COMPLETE}
        problems = [*problems, *lines.problems, *ledger.problems]
    return value, problems


def _lines(reader: _Reader, place: Mapping[str, int]) -> Iterator[dict[str, str | None]]:
    for row in range(place["first"], place["first"] + place["count"]):
        typed = {"project": reader.text(f"A{row}"), "item": reader.text(f"B{row}"),
                 "before": reader.number(f"D{row}"), "after": reader.number(f"E{row}")}
        nature = reader.option(f"C{row}", NATURES)
        if nature or any(text.strip() for text in typed.values()):
            yield {**typed, "nature": nature}


def _ledger(reader: _Reader, place: Mapping[str, int]) -> Iterator[dict[str, str]]:
    for row in range(place["first"], place["first"] + place["count"]):
        typed = {"date": reader.text(f"A{row}")[:10], "what": reader.text(f"B{row}"),
                 "amount": reader.number(f"C{row}"), "decided": reader.text(f"D{row}")}
        if any(text.strip() for text in typed.values()):
            yield typed


def _scores(guide: Guidebook, reader: _Reader) -> tuple[dict[str, Any], list[str]]:
    made: Made = scores.workbook(guide)
    places, columns = made.places, made.places["columns"]
    rows = range(places["first"], places["first"] + places["count"])
    agendas: list[dict[str, Any]] = [
        {"name": reader.text(f"A{row}"),
         "scores": {key: reader.number(f"{column}{row}") for key, column in columns.items()}}
               for row in rows]
    return {"title": reader.text(places["title"]), "top": reader.number(places["top"]),
            "weights": {key: reader.number(f"{column}{places['weights']}") for key, column in columns.items()},
            "agendas": [one for one in agendas if one["name"] or any(one["scores"].values())]}, reader.problems
