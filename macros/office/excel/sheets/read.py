"""A small tool's workbook read back: what was typed, as its file would hold it. Every cell that does not fit is named."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.models.sheet import Sheet
from macros.office.excel.budget.fill import trimmed
from macros.office.excel.budget.read_cells import NOT_COUNTED, offered
from macros.office.excel.cells import Cells, Uncounted, is_blank, present_sheets, row_of, text_of
from macros.office.excel.ids import Ids
from macros.office.excel.sheets import scores
from macros.office.excel.sheets.inputs import ALL
from macros.office.excel.sheets.layout import ANSWER, FIELD, MAIN, OF, READING, TITLE, TOOL, headings
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
GONE = "이 길잡이에 없는 칸이라 읽을 수 없어요. 적은 것을 다른 곳에 옮기고 비워 주세요."
NOT_A_NUMBER = f"수가 아니에요. 숫자로 적고, 아직 모르면 ‘{UNDECIDED}’이라고 적어 주세요."
COMPLETE = "예"


def read_workbook(content: bytes, guide: Guidebook) -> SheetState | ScoreState:
    """What was typed into a workbook of a small tool. Raises SheetFileError, with a sentence for each wrong cell."""
    found = present_sheets(content, (MAIN, LINES, LEDGER, scores.MAIN))
    readers = {name: _Reader(name, cells, found.ids) for name, cells in found.sheets.items()}
    if scores.MAIN in readers:
        return _checked(PRIORITIES, _scores(guide, readers[scores.MAIN]), guide)
    known = _known(guide, readers[MAIN]) if MAIN in readers else None
    if known is None:
        raise PlanFileError(FOREIGN)
    return _checked(known[0].id, _sheet(guide, readers, *known), guide)


def _known(guide: Guidebook, main: _Reader) -> tuple[Sheet, str | None] | None:
    """Which tool's workbook it is, and of which scope: as the file says by id, else by its heading as it is or was."""
    title = text_of(main.cells.get("A1"))
    scopes = [(sheet, scope) for sheet in guide.sheets.values() for scope in sheet.workbooks]
    by_id = next((one for one in scopes if main.ids.cell(MAIN, TOOL, one[0].id, *([one[1]] if one[1] else []))), None)
    return by_id or next((one for one in scopes if {title, title.partition(OF)[0]} & set(headings(*one))), None)


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
    ids: Ids = field(default_factory=Ids)
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

    def option(self, cell: str, known: Mapping[str, str]) -> str | None:
        """The id whose label stands in the cell; `known`: ids by label."""
        said = trimmed(self.text(cell))
        if said and said not in known:
            self.wrong(cell, f"‘{said}’ 대신 목록에 있는 것을 골라 주세요.{nearest(said, known)}")
        return known.get(said)

    def places(self, kind: str, wanted: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
        """What is wanted, by id, as far as this file has it: (id, cell, what is known of it)."""
        for key, place in wanted.items():
            if cell := self.place(kind, key, place):
                yield key, cell, place

    def place(self, kind: str, key: str, place: Mapping[str, Any]) -> str | None:
        """Where it stands in this file: as the file says by id, else beside its label as it is or was.

        None in a file that is older than the thing itself, and where somebody has written another name beside it. A reading's was never
        looked at.
        """
        labels, usual = [place["label"], *place["earlier"], self.ids.words.get((kind, key))], place["cell"]
        if not self.ids.cells:
            rows = (cell[1:] for cell in (usual, *self.cells) if cell[0] in "AB" and text_of(self.cells.get(f"A{cell[1:]}")) in labels)
            found: str | None = next((f"B{row}" for row in rows), str(usual))
        else:
            found = self.ids.cell(self.name, kind, key)
        if found is None or kind == READING or self.is_beside(found, labels):
            return found
        self.wrong(f"A{row_of(found)}", CHANGED)
        return None

    def is_beside(self, cell: str, labels: Collection[str | None]) -> bool:
        """Whether one of the labels stands in the cell's row."""
        return any(row_of(other) == row_of(cell) and text_of(value) in labels for other, value in self.cells.items())

    def gone(self, kind: str, known: Collection[str]) -> None:
        """What is typed where today nothing is asked must not be lost unsaid."""
        for (what, *key), (sheet, cell) in self.ids.cells.items():
            if what == kind and sheet == self.name and key and key[0] not in known and not is_blank(self.cells.get(cell)):
                self.wrong(cell, GONE)


def _sheet(guide: Guidebook, readers: Mapping[str, _Reader], sheet: Sheet, scope: str | None) -> tuple[dict[str, Any], list[str]]:
    places, main, part = workbook(guide, sheet, scope).places, readers[MAIN], sheet.part_of(scope)
    ids = main.ids
    asked = places["answers"] | {one.id: {"cell": "", "label": one.question, "earlier": [], "labels": {"yes": "", "no": ""}, "earlierLabels": {}}
                                 for one in sheet.retired if (ANSWER, one.id) in ids.cells}
    answers = {key: main.option(cell, ids.labels(place["labels"], place["earlierLabels"], ANSWER, key))
               for key, cell, place in main.places(ANSWER, asked)}
    readings = {key: main.option(cell, {ALL: "", **ids.labels(place["labels"], place["earlierLabels"], READING, key)})
                for key, cell, place in main.places(READING, places["readings"])}
    value: dict[str, Any] = {
        "edition": scope[:4] if scope else sheet.editions[-1], **({"part": part.id} if part else {}),
        "title": main.text(ids.cell(MAIN, "title") or TITLE),
        "values": {key: main.number(cell) for key, cell, _ in main.places(FIELD, places["fields"])},
        "answers": {key: {"answer": answer} for key, answer in answers.items() if answer},
        "readings": {key: chosen for key, chosen in readings.items() if chosen}}
    main.gone(FIELD, places["fields"])
    main.gone(ANSWER, asked)
    problems = main.problems
    if sheet.lines and LINES in readers and LEDGER in readers:
        lines, ledger = readers[LINES], readers[LEDGER]
        complete = ids.cell(LINES, "complete") or places["lines"]["complete"]
        value |= {"lines": list(_lines(lines, places["lines"])), "ledger": list(_ledger(ledger, places["ledger"])),
                  "complete": trimmed(lines.text(complete)) == COMPLETE}
        problems = [*problems, *lines.problems, *ledger.problems]
    return value, problems


def _rows(reader: _Reader, place: Mapping[str, int], key: str) -> range:
    first = reader.ids.row(reader.name, place["first"], key)
    return range(first, first + place["count"])


def _lines(reader: _Reader, place: Mapping[str, int]) -> Iterator[dict[str, str | None]]:
    for row in _rows(reader, place, "lines"):
        typed = {"project": reader.text(f"A{row}"), "item": reader.text(f"B{row}"),
                 "before": reader.number(f"D{row}"), "after": reader.number(f"E{row}")}
        nature = reader.option(f"C{row}", {label: key for key, label in NATURES.items()})
        if nature or any(text.strip() for text in typed.values()):
            yield {**typed, "nature": nature}


def _ledger(reader: _Reader, place: Mapping[str, int]) -> Iterator[dict[str, str]]:
    for row in _rows(reader, place, "ledger"):
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
