"""What is typed into a tool's workbook: numbers, answers, readings."""

from __future__ import annotations

from macros.models.rule import Ask
from macros.models.sheet import SheetField
from macros.office.documents.text import quoted
from macros.office.excel.budget.formulas import at, letter
from macros.office.excel.ids import earlier_of
from macros.office.excel.sheets import ledger, lines, terms
from macros.office.excel.sheets.layout import (
    ANSWER,
    FIELD,
    MAIN,
    READING,
    SUMS,
    TITLE,
    TOOL,
    WIDTHS,
    Writing,
    heading,
)
from macros.office.excel.sheets.lines import UNDECIDED
from macros.rules.change import AMOUNT, MOVED, STATED
from macros.rules.terms import SCALES
from macros.tools.budget import site_version
from macros.words.figures import UNITS
from macros.words.readings import earlier_reading_labels, reading_labels
from macros.words.verdicts import ANSWERS

ALL = "모든 기준으로 보기"
LISTS = 3  # the column (0-based) of the sheet of sums in which lists of choices begin


def opening(made: Writing) -> None:
    """The title, how to fill it in, the sheet's name."""
    main = made.main
    main.raw.set_landscape()
    for column, width in WIDTHS.items():
        main.raw.set_column(f"{column}:{column}", width)
    main.text("A1", heading(made.sheet, made.scope), "title")
    made.book.place(MAIN, "A1", TOOL, made.sheet.id, *([made.scope] if made.scope else []))
    made.book.place(MAIN, TITLE, "title")
    main.text("A2", f"노란 칸에만 적어요. 모르면 비우거나 ‘{UNDECIDED}’이라고 적어요. ‘확인 필요’는 통과가 아니에요. "
                    f"판정은 규칙으로 계산한 참고 자료예요. {made.guide.named('guide')} {site_version()}", "muted")
    main.text(f"A{TITLE[1:]}", "이름", "name")
    main.across(f"{TITLE}:I{TITLE[1:]}", "input")
    main.text(TITLE, made.entered.title, "input")
    made.sums.raw.hide()
    made.sums.text("A1", "판정을 계산하는 칸이에요. 적는 곳이 아니에요.", "muted")


def fields(made: Writing) -> dict[str, str]:
    """The numbers to fill in. Gives each field's cell on the sheet of sums: in parts of its unit, "" blank, "?" not known."""
    filled = {**lines.figures(), "change-earlier": ledger.total()} if made.sheet.lines else {}
    where: dict[str, str] = {}
    for group in made.groups:
        made.head(group.title, "", "")
        for one in group.fields:
            cell, scale = f"B{made.row}", SCALES.get(one.unit, 1)
            _field(made, one, cell)
            own = terms.typed(at(MAIN, cell), one.least, one.most, scale)
            said = made.keep(filled[one.id]) if one.id in filled else None
            where[one.id] = made.keep(f'IF({said}="",{own},{said})' if said else own)
            label, *earlier = (f"{label}({UNITS[one.unit]})" for label in (one.label, *one.earlier_labels))
            made.book.place(MAIN, cell, FIELD, one.id)
            made.book.words({one.id: label}, FIELD)
            made.places["fields"][one.id] = {"cell": cell, "scale": scale, "label": label, "earlier": earlier}
            made.row += 1
        made.row += 1
    where |= {key: made.keep(formula) for key, formula in filled.items() if key not in where}
    if made.sheet.lines:  # without a table, what changes changes in the one project whose total is typed
        where[STATED] = made.keep(f'IF({where[MOVED]}="",{where[AMOUNT]},"")')
    return where


def _field(made: Writing, one: SheetField, cell: str) -> None:
    unit, style = UNITS[one.unit], "input-point" if one.unit == "point" else "input-money"
    made.main.text(f"A{made.row}", f"{one.label}({unit})", "name")
    made.main.fit(made.row, (f"{one.label}({unit})", WIDTHS["A"]))
    parts = made.entered.figures.get(one.id)
    if parts is not None:
        made.main.number(cell, parts if one.unit != "point" else parts / SCALES["point"], style)
    elif one.id in made.entered.figures:
        made.main.text(cell, UNDECIDED, style)
    else:
        made.main.blank(cell, style)
    made.main.text(f"C{made.row}", one.help or "", "muted")
    _allow(made, one, cell)


def _allow(made: Writing, one: SheetField, cell: str) -> None:
    top = terms.MOST if one.most is None else one.most
    whole, word = (f"ROUND({cell},2)={cell}", "수") if one.unit == "point" else (f"{cell}=INT({cell})", "정수")
    made.main.raw.data_validation(cell, {
        "validate": "custom", "value": f'=IF(ISNUMBER({cell}),AND({cell}>={one.least},{cell}<={top},{whole}),{cell}="{UNDECIDED}")',
        "error_title": "적을 수 있는 값",
        "error_message": f"{one.least:,}부터 {top:,}까지의 {word}로 적어 주세요. 아직 모르면 ‘{UNDECIDED}’이라고 적어요."})


def questions(made: Writing) -> dict[str, str]:
    """The facts that are asked. Gives each one's answer's cell on the sheet of sums: the answer's id, or "unknown"."""
    if made.facts:
        made.head("질문", "답", "")
    cells = {}
    asked = {fact.id: fact for fact in made.sheet.facts}
    asking = {rule.id: rule for rule in made.records if isinstance(rule, Ask)}
    for fact in made.facts:
        record = asked.get(fact.id)
        question = record.question if record else asking[fact.id].asked
        options = {option.id: option.label for option in record.options} if record else {}
        labels = {answer: options.get(answer) or ANSWERS[answer] for answer in fact.answers}
        cells[fact.id] = made.keep(_answer(made, fact.id, question, labels, record.help if record else None))
        made.places["answers"][fact.id] |= {
            "earlier": list(record.formerly if record else asking[fact.id].formerly),
            "earlierLabels": earlier_of(record.options if record else ())}
        made.row += 1
    made.row += bool(made.facts)
    return cells


def _answer(made: Writing, fact: str, question: str, labels: dict[str, str], help_text: str | None) -> str:
    cell = f"B{made.row}"
    made.main.text(f"A{made.row}", question, "name")
    made.main.fit(made.row, (question, WIDTHS["A"]), (max(labels.values(), key=len), WIDTHS["B"]))
    made.main.text(cell, labels.get(made.entered.answers.get(fact, ""), ""), "input")
    made.main.choose(cell, list(labels.values()), "목록에서 골라 주세요. 모르면 비워 두세요.")
    made.main.text(f"C{made.row}", help_text or "", "muted")
    made.book.place(MAIN, cell, ANSWER, fact)
    made.book.words({fact: question}, ANSWER)
    made.book.words(labels, ANSWER, fact)
    made.places["answers"][fact] = {"cell": cell, "label": question, "labels": labels}
    formula = '"unknown"'
    for answer, label in labels.items():
        formula = f"IF(TRIM({at(MAIN, cell)})={quoted(label)},{quoted(answer)},{formula})"
    return formula


def readings(made: Writing) -> dict[str, tuple[str, list[str]]]:
    """How open words are read, by rule: the cell and the labels in the readings' order."""
    found: dict[str, tuple[str, list[str]]] = {}
    open_rules = [(record, rule) for record, rule in zip(made.records, made.engine, strict=True) if len(rule.readings) > 1]
    if open_rules:
        made.head("해석 기준", "선택한 기준", "")
    for number, (record, rule) in enumerate(open_rules):
        assert not isinstance(record, Ask)
        labels = reading_labels(made.guide.budget, record)
        cell, column = f"B{made.row}", letter(LISTS + number)
        made.main.text(f"A{made.row}", record.label, "name")
        # Where an outcome hangs on it, no reading is chosen until somebody chooses: then all have to agree.
        options = [*([ALL] if made.outcomes else []), *labels.values()]
        made.main.text(cell, labels.get(made.entered.readings.get(rule.id, ""), options[0]), "input")
        made.main.fit(made.row, (record.label, WIDTHS["A"]), (max(labels.values(), key=len), WIDTHS["B"]))
        for row, label in enumerate(options, 2):
            made.sums.text(f"{column}{row}", label)
        made.main.choose(cell, f"='{SUMS}'!${column}$2:${column}${len(options) + 1}",
                         f"{made.guide.named('asked')}에 확인한 기준을 고르세요." if made.outcomes
                         else "목록에서 골라 주세요. 맨 위가 길잡이가 따르는 것이에요.")
        found[rule.id] = at(MAIN, cell), [labels[one.id] for one in rule.readings]
        made.book.place(MAIN, cell, READING, rule.id)
        made.book.words(labels, READING, rule.id)
        made.places["readings"][rule.id] = {"cell": cell, "label": record.label, "labels": labels, "earlier": [],
                                            "earlierLabels": earlier_reading_labels(made.guide.budget, record)}
        made.row += 1
    made.row += bool(open_rules)
    return found
