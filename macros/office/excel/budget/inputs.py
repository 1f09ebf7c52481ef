"""The sheets that are typed into: 바탕, 사업, 질문."""

from __future__ import annotations

from macros.models.plan import Plan
from macros.models.rule import Ask
from macros.office.excel.book import Book, Sheet
from macros.office.excel.budget.fill import fill
from macros.office.excel.budget.formulas import Sums, at, chosen, is_won, letter
from macros.office.excel.budget.layout import (
    ALSO,
    ALSO_HEAD,
    ANSWER,
    ASKED,
    ASKS,
    CAP_SUMS,
    CHOICE,
    EDITION_CELL,
    FIRST,
    FIRST_CHOICE,
    FUND,
    FUNDS,
    GRANT,
    GUIDE_READING,
    IS_KIND,
    IS_PART,
    IS_READING,
    KIND,
    LINE_SUMS,
    LINES,
    MARK,
    MARK_CELL,
    NAME,
    NO_CHOICE,
    NO_RULES,
    NOTE,
    PART,
    READING_CELL,
    SETTINGS,
    SUBJECT,
    SUBJECT_HEAD,
    SUBTOTAL,
    TITLE_CELL,
    TOLD,
    UNDECIDED,
    WHAT,
    Layout,
    last_of,
)
from macros.office.excel.budget.sums import FURTHER_KNOWN
from macros.rules.terms import Rule
from macros.tools.budget import clause_in, site_version
from macros.views.advice import notes_of
from macros.words.korean import particle
from macros.words.verdicts import ANSWERS, LEVELS, SIGNS, level_of

LISTS = "W"  # the column of the sheet of limits in which the lists of choices begin
HELP = (
    "노란 칸에만 적어요. 다른 칸은 잠겨 있고, 적는 대로 자동으로 계산해요(잠금에 암호는 없어요).",
    "‘사업’에 사업과 금액을, ‘질문’에 답을 적으면 ‘요약’, ‘한도’, ‘사업별 한도’에 판정이 나와요.",
    "사업명이 있는 줄에서 새 사업이 시작돼요. 그 아래 줄은 사업명을 비우면 같은 사업의 줄이에요.",
    f"금액은 원 단위의 정수로 적어요. 아직 모르는 금액은 ‘{UNDECIDED}’이라고 적어요. 빈칸은 0원이에요.",
    "‘확인 필요’는 아직 판정할 수 없다는 뜻이에요. 통과가 아니에요.",
    "‘예산표’와 ‘소요예산’은 실행계획에 옮길 표예요. 같은 금액에서 자동으로 채워져요.",
    "이 파일은 계산기의 명령줄(python -m macros evaluate 파일.xlsx)로도 판정할 수 있어요.",
    "판정은 근거 문서의 규칙으로 계산한 참고 자료예요.",
)


def settings(book: Book, form: Layout, plan: Plan | None) -> None:
    """Title, edition, reading, choices, and how to use the workbook."""
    sheet = book.sheets[SETTINGS]
    sheet.raw.set_landscape()
    sheet.raw.set_column("A:A", 18)
    sheet.raw.set_column("B:B", 46)
    sheet.raw.set_column("C:C", 60)
    edition = form.guide.editions[form.edition]
    sheet.text("A1", f"예산 한도 계산 — {edition.title} 규칙", "title")
    rows = [("서식", MARK_CELL, MARK, "muted", f"{form.guide.named('guide')} {site_version()}"),
            ("계획 이름", TITLE_CELL, plan.title if plan else "", "input", ""),
            ("적용 연도", EDITION_CELL, form.edition, "cell", edition.summary),
            ("해석 기준", READING_CELL, form.readings.get(plan.reading or "", GUIDE_READING) if plan else GUIDE_READING,
             "input", "총예산에 구비가 드는지처럼 원문이 정하지 않은 말을 어떻게 해석할지 골라요.")]
    for number, choice in enumerate(form.choices):
        options = {option.id: option.label for option in choice.options}
        picked = options.get(plan.choices.get(choice.id) or "", NO_CHOICE) if plan else NO_CHOICE
        rows.append((choice.label, form.choice_cell(number), picked, "input", choice.help))
    rows.append((GRANT, form.grant_cell, "", "input-money",
                 f"{(city := form.guide.named('city'))}{particle(city, '이/가')} 통보한 금액이에요. 비우면 계획의 시비 합계를 지원금으로 봐요."))
    for label, cell, text, style, help_text in rows:
        sheet.text(f"A{cell[1:]}", label, "name")
        sheet.text(cell, text, style)
        sheet.text(f"C{cell[1:]}", help_text, "muted")
    if plan and plan.grant is not None:
        sheet.number(form.grant_cell, plan.grant, "input-money")
    sheet.raw.data_validation(form.grant_cell, {
        "validate": "custom", "value": f"={is_won(form.grant_cell)}", "error_title": "금액",
        "error_message": "0 이상의 정수(원)로 적어 주세요. 모르면 비워 두세요."})
    _ids(book, form)
    first = FIRST_CHOICE + len(form.choices) + 2
    for number, sentence in enumerate([*HELP, *(basis.text for basis in edition.bases)]):
        sheet.raw.merge_range(f"A{first + number}:C{first + number}", sentence, book.styles["help"])
    _choices(book, sheet, form)


def _ids(book: Book, form: Layout) -> None:
    """Says in the file where what stands and what its words mean."""
    settings = {"title": TITLE_CELL, "reading": READING_CELL, "grant": form.grant_cell}
    for key, cell in settings.items():
        book.place(SETTINGS, cell, key)
    for number, choice in enumerate(form.choices):
        book.place(SETTINGS, form.choice_cell(number), CHOICE, choice.id)
        book.words({option.id: option.label for option in choice.options}, CHOICE, choice.id)
    for column, fund in zip(FUNDS, form.funds, strict=True):
        book.place(LINES, f"{column}{FIRST - 1}", FUND, fund.id)
    for row, rule in enumerate(form.asks, FIRST):
        book.place(ASKS, f"{ANSWER}{row}", ASKED, rule.id)
    book.words({fund: heads[0] for fund, heads in form.fund_heads().items()}, FUND)
    book.words({part.id: part.label for part in form.parts}, IS_PART)
    book.words({kind.id: kind.label for kind in form.kinds}, IS_KIND)
    book.words(form.readings, IS_READING)


def _choices(book: Book, sheet: Sheet, form: Layout) -> None:
    """The drop-downs, their lists beside the sums (a list in the cell itself may have 255 characters at most)."""
    lists = book.sheets[CAP_SUMS]
    offered = [(READING_CELL, [GUIDE_READING, *form.readings.values()])]
    offered += [(form.choice_cell(number), [*(option.label for option in choice.options), NO_CHOICE])
                for number, choice in enumerate(form.choices)]
    for number, (cell, labels) in enumerate(offered):
        column = letter(ord(LISTS) - ord("A") + number)
        for row, label in enumerate(labels, FIRST):
            lists.text(f"{column}{row}", label)
        sheet.choose(cell, f"='{CAP_SUMS}'!${column}${FIRST}:${column}${FIRST + len(labels) - 1}", "옆의 설명을 보고 목록에서 골라 주세요.")


def lines(book: Book, form: Layout, plan: Plan | None) -> None:
    """Projects and amounts: one line a row."""
    sheet = book.sheets[LINES]
    sheet.text("A1", "사업과 금액", "title")
    sheet.text("A2", "사업명이 있는 줄에서 새 사업이 시작돼요. 부문은 사업의 첫 줄에 골라요. 금액은 원 단위로 적고, "
                     "모르면 ‘미정’이라고 적어요.", "muted")
    sheet.heads(FIRST - 1, [
        (NAME, "사업명", 26), (PART, "부문", 14), (WHAT, "내용", 30), (KIND, "비목", 22),
        *((column, heads[0], 16) for column, heads in zip(FUNDS, form.fund_heads().values(), strict=True)),
        (ALSO, ALSO_HEAD, 20), (SUBJECT, SUBJECT_HEAD, 22), (SUBTOTAL, "소계(원)", 16), (TOLD, "알림", 40)])
    for row in range(FIRST, form.last + 1):
        for column in (NAME, PART, WHAT, KIND, ALSO, SUBJECT):
            sheet.blank(f"{column}{row}", "input")
        for column in FUNDS:
            sheet.blank(f"{column}{row}", "input-money")
        _line_formulas(sheet, form, row)
    sheet.choose(f"{PART}{FIRST}:{PART}{form.last}", [part.label for part in form.parts], "부문은 목록에서 골라 주세요.")
    sheet.choose(f"{KIND}{FIRST}:{KIND}{form.last}", [kind.label for kind in form.kinds], "비목은 목록에서 골라 주세요.")
    sheet.choose(f"{ALSO}{FIRST}:{ALSO}{form.last}", [kind.label for kind in form.kinds], f"{ALSO_HEAD}은 목록에서 골라 주세요.")
    sheet.raw.data_validation(f"{FUNDS[0]}{FIRST}:{FUNDS[-1]}{form.last}", {
        "validate": "custom", "value": f"=IF(ISNUMBER(E{FIRST}),AND(E{FIRST}>=0,E{FIRST}=INT(E{FIRST}),E{FIRST}<=10^15),"
                                       f'E{FIRST}="{UNDECIDED}")',
        "error_title": "금액", "error_message": f"0 이상의 정수(원)로 적어 주세요. 아직 모르면 ‘{UNDECIDED}’이라고 적어요."})
    sheet.raw.print_area(f"A1:{TOLD}{FIRST + 29}")
    if plan:
        fill(sheet, form, plan)


def _line_formulas(sheet: Sheet, form: Layout, row: int) -> None:
    """A row's sum, and what is wrong with the row."""
    number = row - FIRST
    amounts = f"{FUNDS[0]}{row}:{FUNDS[-1]}{row}"
    sheet.formula(f"{SUBTOTAL}{row}", f'IF(COUNT({amounts})=0,"",SUM({amounts}))', "sum", "", f"line.{number}.sum")
    before = at(LINE_SUMS, f"A{row - 1}")

    def sums(column: str) -> str:
        return at(LINE_SUMS, f"{column}{row}")

    part = chosen(f"{PART}{row}", [(each.label, each.id) for each in form.parts], '"none"')
    again = (f"AND({sums('A')}>{before},SUMPRODUCT(--EXACT(TRIM({NAME}${FIRST}:{NAME}{row - 1}),TRIM({NAME}{row})))>0)"
             if row > FIRST else "FALSE")
    wrong = "+".join(f'IF(ISTEXT({column}{row}),IF(OR(TRIM({column}{row})="",EXACT(TRIM({column}{row}),"{UNDECIDED}")),0,1),'
                     f"{at(LINE_SUMS, letter(5 + 4 * at_) + str(row))})" for at_, column in enumerate(FUNDS))
    told = [
        (f'AND({sums("A")}=0,COUNTA({PART}{row}:{SUBJECT}{row})>0)', "✕ 사업명을 먼저 적어 주세요."),
        (again, "✕ 앞에 같은 이름의 사업이 있어요. 같은 사업이면 줄을 모으고, 아니면 이름을 다르게 적어 주세요."),
        (f"{sums('A')}>{form.project_count}", f"✕ 사업은 {form.project_count}개까지 적을 수 있어요."),
        (f'AND(TRIM({PART}{row})<>"",{part}="none")', "✕ 부문은 목록에서 골라 주세요."),
        (f'AND(TRIM({PART}{row})<>"",{part}<>{sums("B")})', "✕ 부문은 사업의 첫 줄에만 적어 주세요."),
        (f'AND(TRIM({KIND}{row})<>"",{sums("C")}="none")', "✕ 비목은 목록에서 골라 주세요."),
        (f"{sums(FURTHER_KNOWN)}=0", f"✕ {ALSO_HEAD}은 목록에서 골라 주세요."),
        (f"({wrong})>0", f"{SIGNS['breach']} 금액은 0 이상의 정수로 적어 주세요. 모르면 ‘{UNDECIDED}’이에요."),
        (f'AND({sums("A")}>{before},{sums("B")}="none")', "? 부문을 골라 주세요."),
        (f'AND(COUNTA({amounts})>0,{sums("C")}="none")', "? 비목을 골라 주세요."),
    ]
    formula = '""'
    for condition, sentence in reversed(told):
        formula = f'IF({condition},"{sentence}",{formula})'
    sheet.formula(f"{TOLD}{row}", formula, "muted", "", f"line.{number}.told")


def asks(book: Book, form: Layout, plan: Plan | None) -> None:
    """The questions that no sum can tell."""
    sheet = book.sheets[ASKS]
    sheet.text("A1", "금액 외 확인 사항", "title")
    sheet.text("A3", " ".join(basis.text for basis in form.guide.editions[form.edition].bases), "muted")
    sheet.text("A2", "예, 아니요 가운데 고르세요. 고르지 않으면 ‘확인 필요’예요. ‘해당 없음’은 넣은 금액에는 물을 일이 없는 것이에요.", "muted")
    sheet.heads(FIRST - 1, [("A", "판정", 11), ("B", "질문", 60), (ANSWER, "답", 9), (NOTE, "메모", 34),
                            ("E", "규칙", 26), ("F", "예외와 도움말", 80), ("G", "근거", 40)])
    sums = Sums(form)
    for row, rule in enumerate(form.asks, FIRST):
        _ask(sheet, form, rule, sums, row, plan)
    if not form.asks:
        sheet.text(f"B{FIRST}", NO_RULES, "muted")
    last = last_of(form.asks)
    sheet.choose(f"{ANSWER}{FIRST}:{ANSWER}{last}", list(ANSWERS.values()), "예, 아니요, 모름 가운데 골라 주세요.")
    sheet.verdict_colours(f"A{FIRST}:A{last}")


def _ask(sheet: Sheet, form: Layout, rule: Rule, sums: Sums, row: int, plan: Plan | None) -> None:
    record = form.guide.rules[rule.id]
    assert isinstance(record, Ask)
    reply = plan.answers.get(rule.id) if plan else None
    fail = LEVELS[level_of("fail", record.severity)]
    said = [(label, fail if answer == rule.violated_by else LEVELS["ok"])
            for answer, label in ANSWERS.items() if answer != "unknown"]
    verdict = chosen(f"{ANSWER}{row}", said, f'"{LEVELS["unknown"]}"')
    if rule.asked_when:
        nothing = ",".join(f"{sums.of(what, rule.asked_when)}=0" for what in ("hi", "lo", "miss"))
        verdict = f'IF(AND({nothing}),"{LEVELS["na"]}",{verdict})'
    sheet.formula(f"A{row}", verdict, "verdict", LEVELS["na" if rule.asked_when else "unknown"], f"ask.{rule.id}")
    sheet.text(f"B{row}", record.asked, "cell")
    sheet.text(f"{ANSWER}{row}", ANSWERS[reply.answer] if reply and reply.answer != "unknown" else "", "input")
    sheet.text(f"{NOTE}{row}", reply.note if reply else "", "input")
    sheet.text(f"E{row}", record.label, "name")
    help_text = "\n".join([*(f"예외: {text}" for text in record.exceptions), *notes_of(record)])
    sheet.text(f"F{row}", help_text, "cell")
    sheet.fit(row, (record.asked, 60), (help_text, 80), (record.label, 26))
    sheet.text(f"G{row}", clause_in(form.guide, form.edition, record), "cell")
