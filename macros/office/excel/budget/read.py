"""A filled-in workbook read back into a plan. Only what is typed counts; every cell that does not fit is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from macros.models.plan import Answer, Line, Plan, Project, Reply
from macros.models.rule import Ask
from macros.office.excel.budget.fill import trimmed
from macros.office.excel.budget.layout import (
    ALSO,
    ANSWER,
    ASKED,
    ASKS,
    CHOICE,
    EDITION_CELL,
    FIRST,
    FIRST_MARK,
    GRANT,
    GUIDE_READING,
    IS_KIND,
    IS_PART,
    IS_READING,
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
    SUBJECT,
    SUBJECT_HEAD,
    TITLE_CELL,
    UNNAMED,
    WHAT,
    layout,
)
from macros.office.excel.budget.read_cells import NOT_COUNTED, CellReader
from macros.office.excel.cells import (
    FOREIGN,
    Cells,
    Uncounted,
    is_blank,
    last_row,
    row_of,
    sheets_of,
    text_of,
)
from macros.reading.guidebook import Guidebook
from macros.tools.gate import PlanFileError
from macros.tools.plan_file import NEWER, Opened, checked
from macros.words.verdicts import ANSWERS


def read_workbook(content: bytes, guide: Guidebook) -> Opened:
    """The plan in a workbook. Raises PlanFileError, with a sentence for each cell that is wrong."""
    found = sheets_of(content)
    sheets = found.sheets
    start = sheets[SETTINGS]
    mark = text_of(start.get(MARK_CELL))
    if mark.rpartition(" ")[0] != MARK.rpartition(" ")[0]:
        raise PlanFileError(FOREIGN)
    if mark not in (MARK, FIRST_MARK):
        raise PlanFileError(NEWER)
    edition = text_of(start.get(EDITION_CELL))
    if edition not in guide.editions:
        raise PlanFileError(f"‘{SETTINGS}’ 시트 {EDITION_CELL}: 이 길잡이에는 {edition or '그'}년판 규칙이 없어요.")
    reader = _Reader(layout(guide, edition), found.ids, is_current=mark == MARK)
    projects = tuple(reader.projects(sheets[LINES]))
    plan = Plan(format="hyeopchi-plan", version=1, edition=edition, title=text_of(start.get(found.ids.cell(SETTINGS, "title") or TITLE_CELL)),
                grant=reader.grant(start), reading=reader.reading(start), choices=reader.choices(start), answers=reader.answers(sheets[ASKS]),
                projects=projects)
    if reader.problems:
        raise PlanFileError(*reader.problems)
    opened = checked(plan, guide)
    return Opened(opened.plan, (*reader.notes, *opened.notes))


class _Reader(CellReader):
    """Reads the sheets of one layout."""

    def reading(self, start: Cells) -> str | None:
        cell = self.ids.cell(SETTINGS, "reading") or READING_CELL
        known = self.ids.labels(self.form.readings, self.form.earlier_readings, IS_READING)
        return self.option(SETTINGS, cell, start.get(cell), known, GUIDE_READING)

    def grant(self, start: Cells) -> int | None:
        """What the city has told; older files have no cell for it."""
        cell = self.setting(start, self.form.grant_cell, [GRANT], "grant")
        value = start.get(cell or "")
        if not self.is_current or cell is None or is_blank(value):
            return None
        return self.amount(cell, value, SETTINGS)

    def choices(self, start: Cells) -> dict[str, str | None]:
        found: dict[str, str | None] = {}
        for number, choice in enumerate(self.form.choices):
            cell = self.setting(start, self.form.choice_cell(number), [choice.label, *choice.earlier_labels], CHOICE, choice.id) or ""
            found[choice.id] = self.option(SETTINGS, cell, start.get(cell), self.labels(choice.options, CHOICE, choice.id), NO_CHOICE)
        return found

    def answers(self, sheet: Cells) -> dict[str, Reply]:
        """By the question's id, else its own words, so that a question that moved keeps its answer."""
        asked = {rule.id for rule in self.form.asks}
        by_row = {row_of(cell): key[-1] for key, (name, cell) in self.ids.cells.items() if key[0] == ASKED and name == ASKS and key[-1] in asked}
        replies = {label: key for key, label in ANSWERS.items()}
        records = [self.form.guide.rules[rule.id] for rule in self.form.asks]
        by_question = {text: record.id for record in records if isinstance(record, Ask) for text in (record.asked, *record.formerly)}
        found: dict[str, Reply] = {}
        for row in range(FIRST, last_row(sheet) + 1):
            answer, note = sheet.get(f"{ANSWER}{row}"), text_of(sheet.get(f"{NOTE}{row}"))
            chosen = self.option(ASKS, f"{ANSWER}{row}", answer, replies)
            question = by_row.get(row) or by_question.get(text_of(sheet.get(f"{QUESTION}{row}")))
            if question and (chosen or note):
                found[question] = Reply(answer=_answer(chosen), note=note)
            elif chosen or note:
                self.notes.append(f"‘{ASKS}’ 시트 {row}행: 이 길잡이에 없는 질문이라 답을 넣지 않았어요.")
        return found

    def projects(self, sheet: Cells) -> Iterator[Project]:
        """A project begins where another name stands."""
        columns = self.fund_columns(sheet)
        self.funds = {fund: column for fund, column in columns.items() if column}
        if len(self.funds) < len(columns) or any(sheet.get(f"{column}{FIRST - 1}") != head
                                                 for column, head in self.form.heads(self.is_current).items()):
            self.problems.append(f"‘{LINES}’ 시트 {FIRST - 1}행의 제목이 바뀌었어요. 새로 받은 파일에 옮겨 적어 주세요.")
            return
        self.has_subjects = sheet.get(f"{SUBJECT}{FIRST - 1}") == SUBJECT_HEAD
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
        return self.option(LINES, f"{PART}{row}", sheet.get(f"{PART}{row}"), self.labels(self.form.parts, IS_PART))

    def with_line(self, sheet: Cells, row: int, project: Project | None) -> Project | None:
        """The project with the row's line, if there is one."""
        columns = [*self.form.heads(self.is_current), *self.funds.values(), *([SUBJECT] if self.has_subjects else [])]
        typed = [sheet.get(f"{column}{row}") for column in columns if column not in (NAME, PART)]
        if all(is_blank(value) for value in typed):
            return project
        if project is None:
            self.wrong(LINES, f"{NAME}{row}", "사업명을 먼저 적어 주세요.")
            return None
        if row >= FIRST + LINE_COUNT:
            self.wrong(LINES, f"{NAME}{row}", f"{FIRST + LINE_COUNT - 1}행까지만 계산해요. 줄을 줄여 주세요.")
        kinds = self.labels(self.form.kinds, IS_KIND)
        won = {fund: self.amount(f"{column}{row}", sheet.get(f"{column}{row}"))
               for fund, column in self.funds.items() if not is_blank(sheet.get(f"{column}{row}"))}
        line = Line(id=f"{project.id}-{len(project.lines) + 1}", name=text_of(sheet.get(f"{WHAT}{row}")),
                    kind=self.option(LINES, f"{KIND}{row}", sheet.get(f"{KIND}{row}"), kinds),
                    subject=text_of(sheet.get(f"{SUBJECT}{row}")) if self.has_subjects else "",
                    also=self.also(sheet, row, kinds), amounts=won)
        return project.model_copy(update={"lines": (*project.lines, line)})

    def also(self, sheet: Cells, row: int, kinds: Mapping[str, str]) -> tuple[str, ...]:
        """Further kinds: labels with commas between them, blanks of no matter."""
        cell = f"{ALSO}{row}"
        if not self.is_current or is_blank(sheet.get(cell)):
            return ()
        bare = {label.replace(" ", ""): key for label, key in kinds.items()}
        labels = filter(None, text_of(sheet.get(cell)).replace(" ", "").split(","))
        return tuple(filter(None, (self.option(LINES, cell, label, bare) for label in labels)))

def _answer(chosen: str | None) -> Answer:
    return "yes" if chosen == "yes" else "no" if chosen == "no" else "unknown"


def _named(project: Project) -> Project:
    """Without the name that the writer gives to a project that has none."""
    return project.model_copy(update={"name": ""}) if project.name.startswith(UNNAMED) else project
