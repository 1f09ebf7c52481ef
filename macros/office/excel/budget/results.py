"""The sheets that show verdicts: 한도, 사업별 한도, 요약."""

from __future__ import annotations

from macros.office.documents.text import quoted
from macros.office.excel.book import Book, Sheet
from macros.office.excel.budget.formulas import OPEN, Sums, at, chosen, letter
from macros.office.excel.budget.layout import (
    ASKS,
    CAPS,
    EACH,
    FIRST,
    LINE_SUMS,
    NO_RULES,
    SETTINGS,
    TOTALS,
    Layout,
    last_of,
)
from macros.office.excel.budget.sums import PROJECT_NAME, PROJECT_PART, PROJECT_ROW, CapRows
from macros.rules.judge import FLOOR, MEASURED
from macros.rules.terms import Measure, Rule
from macros.tools.budget import clause_in
from macros.words.verdicts import JUDGED, LEVELS, level_of, limit_text

EACH_WIDTH = 6  # columns of one limit on the sheet of projects
EACH_FIRST = 4  # its first column (0-based)
APART, UNMEASURED = "다름", "미판정"


def word(form: Layout, rows: CapRows, rule: Rule, project: int | None = None) -> str:
    """The verdict's word. What is kept in the reading that is followed, but cannot be measured in another, is open."""
    severity = form.guide.rules[rule.id].severity
    status = rows.pick(rule, project, "N")
    formula = '""'
    for name in ("ok", "fail", "unknown", "na"):
        said = quoted(LEVELS[level_of(name, severity)])
        if name in MEASURED:
            said = f"IF({rows.count(rule, project, 'unknown')}>0,{quoted(LEVELS['unknown'])},{said})"
        formula = f'IF({status}="{name}",{said},{formula})'
    return formula


def readings(rows: CapRows, rule: Rule, project: int | None = None) -> str:
    """Whether readings part, or one of them cannot be measured yet."""
    fails, unknown = (rows.count(rule, project, name) for name in ("fail", "unknown"))
    measured = "+".join(rows.count(rule, project, name) for name in sorted(MEASURED))
    return f'IF(AND({fails}>0,{measured}>0),"{APART}",IF(AND({unknown}>0,{measured}>0),"{UNMEASURED}",""))'


def caps(book: Book, form: Layout, rows: CapRows) -> None:
    """The limits on the plan as a whole."""
    sheet = book.sheets[CAPS]
    sheet.text("A1", "한도", "title")
    sheet.text("A2", "남은 금액이 0보다 작으면 그만큼 한도를 벗어난 것이에요. 줄이면 기준이 되는 금액도 함께 줄어서 벗어난 금액보다 더 줄여야 해요. "
                     f"해석에 따라 판정이 갈리면 ‘{APART}’, 아직 판정하지 못한 해석이 있으면 ‘{UNMEASURED}’이라고 적어요.", "muted")
    bases(sheet, form)
    sheet.heads(FIRST - 1, [
        ("A", "판정", 11), ("B", "한도", 30), ("C", "기준", 23), ("D", "계산한 것", 30), ("E", "금액(원)", 17),
        ("F", "비교한 것", 27), ("G", "비교한 금액(원)", 17), ("H", "한도 금액(원)", 17), ("I", "남은 금액(원)", 17),
        ("J", "해석", 8), ("K", "근거", 40)])
    for row, rule in enumerate(form.caps, FIRST):
        sheet.formula(f"A{row}", word(form, rows, rule), "verdict", LEVELS["na"], f"cap.{rule.id}.word")
        _amounts(sheet, form, rows, rule, row)
        sheet.formula(f"J{row}", readings(rows, rule), "cell", "", f"cap.{rule.id}.differs")
    if not form.caps:
        sheet.text(f"A{FIRST}", NO_RULES, "muted")
    last = last_of(form.caps)
    sheet.verdict_colours(f"A{FIRST}:A{last}")
    if form.informing:
        sheet.text(f"A{last + 2}", "참고 — 안내만 하고 위반이나 주의로 판정하지 않아요. 남은 금액은 그 금액과의 차이예요.", "bold")
    for row, rule in enumerate(form.informing, last + 3):
        sheet.text(f"A{row}", LEVELS["info"], "verdict")
        _amounts(sheet, form, rows, rule, row)
        sheet.blank(f"J{row}", "cell")


def bases(sheet: Sheet, form: Layout) -> None:
    """What the edition's rules rest on, above the verdicts."""
    sheet.text("A3", " ".join(basis.text for basis in form.guide.editions[form.edition].bases), "muted")


def _amounts(sheet: Sheet, form: Layout, rows: CapRows, rule: Rule, row: int) -> None:
    """What a limit compares, number by number, and where it stands."""
    key, record, first = f"cap.{rule.id}", form.guide.rules[rule.id], rule.readings[0]
    labels = {measure.id: measure.label for measure in form.guide.budget.measures}
    sheet.text(f"B{row}", record.label, "name")
    _limit(sheet, form, rule, row)
    sheet.formula(f"D{row}", rows.pick(rule, None, "S"), "cell", labels[first.part.id], f"{key}.part-label")
    sheet.formula(f"E{row}", rows.pick(rule, None, "Q"), "money", 0, f"{key}.part")
    if first.of:
        sheet.formula(f"F{row}", rows.pick(rule, None, "T"), "cell", labels[first.of.id], f"{key}.whole-label")
        sheet.formula(f"G{row}", rows.pick(rule, None, "R"), "money", 0, f"{key}.whole")
    else:
        sheet.blank(f"F{row}", "cell")
        sheet.blank(f"G{row}", "money")
    most = rule.num if not first.of and rule.choice is None else "" if rule.choice else 0
    sheet.formula(f"H{row}", rows.pick(rule, None, "O"), "money", most, f"{key}.most")
    spare = most if not isinstance(most, int) or rule.operator not in FLOOR else -most
    sheet.formula(f"I{row}", rows.pick(rule, None, "P"), "money", spare, f"{key}.spare")
    sheet.text(f"K{row}", clause_in(form.guide, form.edition, record), "cell")


def _limit(sheet: Sheet, form: Layout, rule: Rule, row: int) -> None:
    """The limit in words; one that hangs on a choice follows it."""
    if rule.choice is None:
        sheet.text(f"C{row}", limit_text(rule, rule.num, rule.den), "cell")
        return
    number, choice = next((at_, each) for at_, each in enumerate(form.choices) if each.id == rule.choice)
    amounts = dict(rule.amounts)
    options = [(option.label, limit_text(rule, amounts[option.id], 1)) for option in choice.options if option.id in amounts]
    none = f"{choice.label}을 먼저 골라 주세요"
    sheet.formula(f"C{row}", chosen(at(SETTINGS, form.choice_cell(number)), options, quoted(none)), "cell", none,
                  f"cap.{rule.id}.limit")


def each(book: Book, form: Layout, rows: CapRows) -> None:
    """The limits on each project, a project a row."""
    sheet = book.sheets[EACH]
    sheet.text("A1", "사업별 한도", "title")
    said = [f"{form.guide.rules[rule.id].label}: {limit_text(rule, rule.num, rule.den)} "
            f"({clause_in(form.guide, form.edition, form.guide.rules[rule.id])})" for rule in form.each]
    sheet.text("A2", ". ".join(said) or NO_RULES, "muted")
    bases(sheet, form)
    heads = [("A", "번호", 6), ("B", "사업명", 28), ("C", "부문", 14), ("D", "사업 합계(원)", 17)]
    for number, rule in enumerate(form.each):
        columns = [letter(EACH_FIRST + number * EACH_WIDTH + at_) for at_ in range(EACH_WIDTH)]
        label = form.guide.rules[rule.id].label
        heads += [(columns[0], label, 14), (columns[1], "금액(원)", 16), (columns[2], "비교한 금액(원)", 16),
                  (columns[3], "한도 금액(원)", 16), (columns[4], "남은 금액(원)", 16), (columns[5], "해석", 8)]
    sheet.heads(FIRST - 1, heads)
    sums = Sums(form)
    parts = [(part.id, part.label) for part in form.parts]
    for row in range(FIRST, form.last_project + 1):
        number = row - FIRST + 1
        there = f"{at(LINE_SUMS, f'{PROJECT_ROW}{row}')}=0"
        part = '"부문 미정"'
        for id_, label in parts:
            part = f'IF({at(LINE_SUMS, f"{PROJECT_PART}{row}")}="{id_}",{quoted(label)},{part})'
        sheet.number(f"A{row}", number)
        sheet.formula(f"B{row}", at(LINE_SUMS, f"{PROJECT_NAME}{row}"), "name", "", f"project.{number}.name")
        sheet.formula(f"C{row}", f'IF({there},"",{part})', "cell", "", f"project.{number}.part")
        sheet.formula(f"D{row}", f'IF({there},"",{sums.won(Measure("all"), f"$A{row}")})', "money", "", f"project.{number}.sum")
        for at_, rule in enumerate(form.each):
            _each(sheet, form, rows, rule, number, EACH_FIRST + at_ * EACH_WIDTH)
    for at_ in range(len(form.each)):
        name = letter(EACH_FIRST + at_ * EACH_WIDTH)
        sheet.verdict_colours(f"{name}{FIRST}:{name}{form.last_project}")
    sheet.fit(FIRST - 1, *((form.guide.rules[rule.id].label, 14) for rule in form.each))
    sheet.raw.print_area(f"A1:{letter(EACH_FIRST + len(form.each) * EACH_WIDTH - 1)}{FIRST + 14}")


def _each(sheet: Sheet, form: Layout, rows: CapRows, rule: Rule, number: int, first: int) -> None:
    row, key = FIRST + number - 1, f"each.{rule.id}.{number}"
    status = rows.pick(rule, number, "N")
    sheet.formula(f"{letter(first)}{row}", word(form, rows, rule, number), "verdict", "", f"{key}.word")
    sheet.formula(f"{letter(first + EACH_WIDTH - 1)}{row}", readings(rows, rule, number), "cell", "", f"{key}.differs")
    for at_, (column, name) in enumerate((("Q", "part"), ("R", "whole"), ("O", "most"), ("P", "spare")), 1):
        sheet.formula(f"{letter(first + at_)}{row}", f'IF({status}="","",{rows.pick(rule, number, column)})', "money", "",
                      f"{key}.{name}")


def totals(book: Book, form: Layout) -> None:
    """How many verdicts of which word; the plan in sums."""
    sheet = book.sheets[TOTALS]
    sheet.text("A1", "요약", "title")
    sheet.formula("A2", f"{at(SETTINGS, 'B3')}&\"\"", "bold", "", "title")
    bases(sheet, form)
    sheet.heads(FIRST - 1, [("A", "판정", 24), ("B", "개수", 18)])
    ranges = [at(name, f"$A${FIRST}:$A${last_of(rules)}") for name, rules in ((CAPS, form.caps), (ASKS, form.asks))]
    ranges += [at(EACH, f"${name}${FIRST}:${name}${form.last_project}")
               for name in (letter(EACH_FIRST + at_ * EACH_WIDTH) for at_ in range(len(form.each)))]
    none = len(form.caps) + sum(1 for rule in form.asks if rule.asked_when)
    for row, level in enumerate(JUDGED, FIRST):
        said = LEVELS[level]
        empty = none if level == "na" else len(form.caps) + len(form.asks) - none if level == "unknown" else 0
        sheet.text(f"A{row}", said, "verdict")
        sheet.formula(f"B{row}", "+".join(f'COUNTIF({each},"{said}")' for each in ranges), "money", empty, f"count.{level}")
    sheet.verdict_colours(f"A{FIRST}:A{FIRST + len(JUDGED) - 1}")
    _sums(sheet, form, FIRST + len(JUDGED) + 2)


def _sums(sheet: Sheet, form: Layout, row: int) -> None:
    """Parts by fund; current and capital money. Unknown amounts count 0 and are named below."""
    columns = [chr(66 + number) for number in range(len(form.funds) + 1)]
    sheet.text(f"A{row}", "나눔", "head")
    for column, head in zip(columns, [*(fund.label for fund in form.funds), "합계"], strict=True):
        sheet.text(f"{column}{row}", f"{head}(원)", "head-number")
        sheet.raw.set_column(f"{column}:{column}", 18)
    sums = Sums(form)
    kinds = tuple(kind.id for kind in form.kinds)
    current = tuple(kind for kind in kinds if kind != "facility")
    cut = [*((f"part.{part.id}", part.label, (part.id,), ()) for part in form.parts),
           ("part.none", "부문 미정", (OPEN,), ()), ("all", "합계", (), ()),
           ("kind.current", "경상", (), current), ("kind.capital", "자본(시설비 등)", (), ("facility",)),
           ("kind.none", "비목 미정", (), (OPEN,))]
    for number, (key, label, parts, wanted) in enumerate(cut, row + 1):
        style = "sum" if key == "all" else "money"
        sheet.text(f"A{number}", label, "name")
        for column, fund in zip(columns, [*((fund.id,) for fund in form.funds), ()], strict=True):
            sheet.formula(f"{column}{number}", sums.won(Measure("", parts, wanted, fund)), style, 0,
                          f"{key}.{fund[0] if fund else 'all'}")
    last = row + len(cut) + 1
    sheet.formula(f"A{last}", f'IF({sums.of("miss", Measure(""))}>0,"아직 모르는 금액(미정)이 있어요. 합계에는 0원으로 들어갔어요.","")',
                  "muted", "", "open")
    many = f"사업이 {form.project_count}개를 넘어 다 판정하지 못했어요."
    sheet.formula(f"A{last + 1}", f'IF({at(LINE_SUMS, f"$A${form.last}")}>{form.project_count},{quoted(many)},"")',
                  "muted", "", "many")
