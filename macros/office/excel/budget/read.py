"""A filled-in workbook read back into a plan. Only what is typed counts; every cell that does not fit is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.models.plan import Answer, Line, Plan, Project, Reply
from macros.models.rule import Ask
from macros.office.excel.budget.fill import trimmed
from macros.office.excel.budget.layout import (
    ALSO,
    ANSWER,
    ASKS,
    EDITION_CELL,
    FIRST,
    FIRST_MARK,
    FUNDS,
    GUIDE_READING,
    KIND,
    LINE_COUNT,
    LINES,
    MARK,
    MARK_CELL,
    NAME,
    NO_CHOICE,
    NOTE,
    PART,
    QUESTION,
    READING_CELL,
    SETTINGS,
    TITLE_CELL,
    UNDECIDED,
    UNNAMED,
    WHAT,
    Layout,
    layout,
)
from macros.office.excel.cells import FOREIGN, Cells, Uncounted, is_blank, last_row, sheets_of, text_of
from macros.reading.guidebook import Guidebook
from macros.reading.problems import nearest
from macros.tools.gate import PlanFileError
from macros.tools.plan_file import NEWER, Opened, checked
from macros.typed.money import parse
from macros.words.verdicts import ANSWERS

MOST_WON = 10**15
NOT_MONEY = f"금액이 아니에요. 0 이상의 정수(원)로 적고, 아직 모르면 ‘{UNDECIDED}’이라고 적어 주세요."
NOT_COUNTED = "수식의 값이 파일에 없어요. 엑셀에서 열어 저장한 뒤에 다시 해 주세요."


def read_workbook(content: bytes, guide: Guidebook) -> Opened:
    """The plan in a workbook. Raises PlanFileError, with a sentence for each cell that is wrong."""
    sheets = sheets_of(content)
    start = sheets[SETTINGS]
    mark = text_of(start.get(MARK_CELL))
    if mark.rpartition(" ")[0] != MARK.rpartition(" ")[0]:
        raise PlanFileError(FOREIGN)
    if mark not in (MARK, FIRST_MARK):
        raise PlanFileError(NEWER)
    edition = text_of(start.get(EDITION_CELL))
    if edition not in guide.editions:
        raise PlanFileError(f"‘{SETTINGS}’ 시트 {EDITION_CELL}: 이 길잡이에는 {edition or '그'}년판 규칙이 없어요.")
    reader = _Reader(layout(guide, edition), is_current=mark == MARK)
    projects = tuple(reader.projects(sheets[LINES]))
    plan = Plan(format="hyeopchi-plan", version=1, edition=edition, title=text_of(start.get(TITLE_CELL)),
                grant=reader.grant(start), reading=reader.reading(start), choices=reader.choices(start), answers=reader.answers(sheets[ASKS]),
                projects=projects)
    if reader.problems:
        raise PlanFileError(*reader.problems)
    opened = checked(plan, guide)
    return Opened(opened.plan, (*reader.notes, *opened.notes))


@dataclass
class _Reader:
    """Reads the sheets of one layout; collects what is wrong."""

    form: Layout
    is_current: bool = True
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def wrong(self, sheet: str, cell: str, sentence: str) -> None:
        self.problems.append(f"‘{sheet}’ 시트 {cell}: {sentence}")

    def option(self, sheet: str, cell: str, value: Any, options: Mapping[str, str], none: str = "") -> str | None:
        """The id of the option whose label stands in the cell."""
        label = trimmed(text_of(value))
        if label in ("", none):
            return None
        known = {said: key for key, said in options.items()}
        if label not in known:
            self.wrong(sheet, cell, f"‘{label}’ 대신 목록에 있는 것을 골라 주세요.{nearest(label, known)}")
        return known.get(label)

    def reading(self, start: Cells) -> str | None:
        return self.option(SETTINGS, READING_CELL, start.get(READING_CELL), self.form.readings, GUIDE_READING)

    def grant(self, start: Cells) -> int | None:
        """What the city has told; older files have no cell for it."""
        cell = self.form.grant_cell
        value = start.get(cell)
        if not self.is_current or is_blank(value):
            return None
        return self.amount(cell, value, SETTINGS)

    def choices(self, start: Cells) -> dict[str, str | None]:
        found: dict[str, str | None] = {}
        for number, choice in enumerate(self.form.choices):
            cell = self.form.choice_cell(number)
            options = {option.id: option.label for option in choice.options}
            found[choice.id] = self.option(SETTINGS, cell, start.get(cell), options, NO_CHOICE)
        return found

    def answers(self, sheet: Cells) -> dict[str, Reply]:
        """By the question's own words, so that a question that moved keeps its answer."""
        records = [self.form.guide.rules[rule.id] for rule in self.form.asks]
        by_question = {text: record.id for record in records if isinstance(record, Ask) for text in (record.asked, *record.formerly)}
        found: dict[str, Reply] = {}
        for row in range(FIRST, last_row(sheet) + 1):
            answer, note = sheet.get(f"{ANSWER}{row}"), text_of(sheet.get(f"{NOTE}{row}"))
            chosen = self.option(ASKS, f"{ANSWER}{row}", answer, ANSWERS)
            question = text_of(sheet.get(f"{QUESTION}{row}"))
            if question in by_question and (chosen or note):
                found[by_question[question]] = Reply(answer=_answer(chosen), note=note)
            elif question not in by_question and (chosen or note):
                self.notes.append(f"‘{ASKS}’ 시트 {row}행: 이 길잡이에 없는 질문이라 답을 넣지 않았어요.")
        return found

    def projects(self, sheet: Cells) -> Iterator[Project]:
        """A project begins where another name stands."""
        if any(sheet.get(f"{column}{FIRST - 1}") != head for column, head in self.form.heads(self.is_current).items()):
            self.problems.append(f"‘{LINES}’ 시트 {FIRST - 1}행의 제목이 바뀌었어요. 새로 받은 파일에 옮겨 적어 주세요.")
            return
        project: Project | None = None
        names: set[str] = set()
        for row in range(FIRST, last_row(sheet) + 1):
            name = self.name(sheet, row)
            if name and (project is None or project.name != name):
                if project:
                    yield _named(project)
                if name in names:
                    self.wrong(LINES, f"{NAME}{row}", f"앞에 같은 이름의 사업(‘{name}’)이 있어요. 같은 사업이면 줄을 모으고, "
                                                      "아니면 이름을 다르게 적어 주세요.")
                names.add(name)
                project = Project(id=f"p{len(names)}", name=name, part=self.part(sheet, row))
            elif not is_blank(sheet.get(f"{PART}{row}")):
                part = self.part(sheet, row)
                if project and part and part != project.part:
                    self.wrong(LINES, f"{PART}{row}", "부문은 사업의 첫 줄에만 적어 주세요.")
            project = self.with_line(sheet, row, project)
        if project:
            yield _named(project)

    def name(self, sheet: Cells, row: int) -> str:
        value = sheet.get(f"{NAME}{row}")
        if isinstance(value, Uncounted):
            self.wrong(LINES, f"{NAME}{row}", NOT_COUNTED)
            return ""
        return trimmed(text_of(value))

    def part(self, sheet: Cells, row: int) -> str | None:
        parts = {part.id: part.label for part in self.form.parts}
        return self.option(LINES, f"{PART}{row}", sheet.get(f"{PART}{row}"), parts)

    def with_line(self, sheet: Cells, row: int, project: Project | None) -> Project | None:
        """The project with the row's line, if there is one."""
        typed = [sheet.get(f"{column}{row}") for column in self.form.heads(self.is_current) if column not in (NAME, PART)]
        if all(is_blank(value) for value in typed):
            return project
        if project is None:
            self.wrong(LINES, f"{NAME}{row}", "사업명을 먼저 적어 주세요.")
            return None
        if row >= FIRST + LINE_COUNT:
            self.wrong(LINES, f"{NAME}{row}", f"{FIRST + LINE_COUNT - 1}행까지만 계산해요. 줄을 줄여 주세요.")
        kinds = {kind.id: kind.label for kind in self.form.kinds}
        won = {fund.id: self.amount(f"{column}{row}", sheet.get(f"{column}{row}"))
               for column, fund in zip(FUNDS, self.form.funds, strict=True) if not is_blank(sheet.get(f"{column}{row}"))}
        line = Line(id=f"{project.id}-{len(project.lines) + 1}", name=text_of(sheet.get(f"{WHAT}{row}")),
                    kind=self.option(LINES, f"{KIND}{row}", sheet.get(f"{KIND}{row}"), kinds),
                    also=self.also(sheet, row, kinds), amounts=won)
        return project.model_copy(update={"lines": (*project.lines, line)})

    def also(self, sheet: Cells, row: int, kinds: Mapping[str, str]) -> tuple[str, ...]:
        """Further kinds: labels with commas between them, blanks of no matter."""
        cell = f"{ALSO}{row}"
        if not self.is_current or is_blank(sheet.get(cell)):
            return ()
        bare = {key: label.replace(" ", "") for key, label in kinds.items()}
        labels = filter(None, text_of(sheet.get(cell)).replace(" ", "").split(","))
        return tuple(filter(None, (self.option(LINES, cell, label, bare) for label in labels)))

    def amount(self, cell: str, value: Any, sheet: str = LINES) -> int | None:
        """Whole won, or None for money that is not known yet."""
        if isinstance(value, Uncounted):
            self.wrong(sheet, cell, NOT_COUNTED)
        elif isinstance(value, str) and trimmed(value) == UNDECIDED:
            return None
        elif (isinstance(value, (int, float)) and not isinstance(value, bool)
              and 0 <= value <= MOST_WON and value == int(value)):
            return int(value)
        else:
            self.wrong(sheet, cell, f"‘{text_of(value)}’: {NOT_MONEY}{offered(text_of(value))}")
        return None


def offered(typed: str) -> str:
    """The number that a text is likely to mean, as a question."""
    found = parse(typed)
    won = parse(found.likely).won if found.won is None and found.likely else found.won
    return "" if won is None else f" 혹시 ‘{won:,}’인가요?"


def _answer(chosen: str | None) -> Answer:
    return "yes" if chosen == "yes" else "no" if chosen == "no" else "unknown"


def _named(project: Project) -> Project:
    """Without the name that the writer gives to a project that has none."""
    return project.model_copy(update={"name": ""}) if project.name.startswith(UNNAMED) else project
