"""The verdicts of a tool's workbook: worked out on the sheet of sums, told on the main one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from macros.models.rule import Ask, Band, Cap
from macros.office.documents.text import quoted
from macros.office.excel.budget.formulas import at
from macros.office.excel.sheets import terms
from macros.office.excel.sheets.bounds import Bounds
from macros.office.excel.sheets.layout import MAIN, SUMMARY, WIDTHS, Writing
from macros.office.excel.verdict import picked
from macros.rules.figure_terms import Check, looked_at
from macros.rules.judge import FLOOR
from macros.rules.terms import Measure, Rule
from macros.tools.budget import basis_of, clause
from macros.tools.sheets import rested_on
from macros.words.verdicts import LEVELS, level_of, said_of

UNKNOWN, DIFFERS = LEVELS["unknown"], "다름"
Choices = Mapping[str, tuple[str, list[str]]]


@dataclass(frozen=True)
class Verdict:
    """The cells of one rule: the result, its number and what it is measured by, the result of each reading.

    `sure`: for each reading, by result, the cell that says how sure it is: 2, 1 (not decided) or 0; "" where it does
    not apply.
    """

    result: str
    part: str | None = None
    whole: str | None = None
    read: tuple[str, ...] = ()
    sure: tuple[Mapping[str, str], ...] = ()


@dataclass(frozen=True)
class Judged:
    """The cells of all rules and facts."""

    verdicts: Mapping[str, Verdict]
    facts: Mapping[str, str]


def followed(choice: tuple[str, list[str]] | None, cells: Sequence[str]) -> str:
    """The cell of the reading that is chosen; the first where none is, or another text stands there."""
    return picked(choice[0], list(zip(choice[1], cells, strict=True))[1:], cells[0]) if choice else cells[0]


def judged(made: Writing, where: Mapping[str, str], answers: Mapping[str, str], choices: Choices) -> Judged:
    """Every rule's and fact's cells on the sheet of sums."""
    checks = {made.keep(terms.fails(check, where)): check for check in made.checks}
    _contradictions(made, checks)
    entered = {subject: made.keep(terms.either(f'{where[key]}<>""' for key in fields if key in where))
               for subject, fields in made.subjects.items()}
    facts: dict[str, str] = {}
    for term in made.facts:
        facts[term.id] = made.keep(terms.fact(term, answers[term.id], where, checks, entered[term.subject], facts))
    if made.together:
        anything = made.keep(terms.either([*entered.values(), *(f'AND({cell}<>"unknown",{cell}<>"na")' for cell in facts.values())]))
        entered = dict.fromkeys(entered, anything)
    found = {}
    for rule in made.engine:
        if rule.kind == "ask":
            found[rule.id] = Verdict(made.keep(terms.ask(rule, facts)))
        else:
            found[rule.id] = _compared(made, rule, where, checks, entered[rule.subject], choices.get(rule.id))
    return Judged(found, facts)


def _contradictions(made: Writing, checks: Mapping[str, Check]) -> None:
    """What contradicts itself is told beside its field."""
    messages = {check.id: check.message for check in made.sheet.consistency}
    told: dict[str, str] = {}
    for cell, check in checks.items():
        place = made.places["fields"][check.field]["cell"]
        help_text = next((field.help for group in made.sheet.groups for field in group.fields if field.id == check.field), "")
        told[place] = f"IF({cell}=1,{quoted('? ' + messages[check.id])},{told.get(place, quoted(help_text or ''))})"
        made.main.formula(f"C{place[1:]}", told[place], "muted", help_text or "", f"told.{check.field}")


def _compared(made: Writing, rule: Rule, where: Mapping[str, str], checks: Mapping[str, Check], entered: str,
              choice: tuple[str, list[str]] | None) -> Verdict:
    seen = looked_at(rule)

    def kept(measure: Measure) -> tuple[str, str]:
        missing = terms.is_missing(measure, where, terms.spoiling(seen, checks, measure))
        return made.keep(terms.number(measure, where)), made.keep(f"IF({missing},1,0)")
    sums = [terms.Sums(*kept(one.part), *(kept(one.of) if one.of else (None, ""))) for one in rule.readings]
    if rule.asked_when:
        nothing = terms.is_nothing(rule.asked_when, where, terms.spoiling(seen, checks, rule.asked_when))
        entered = made.keep(f"AND({entered},NOT({nothing}))")
    part = made.keep(followed(choice, [one.part for one in sums]))
    whole = made.keep(followed(choice, [one.whole or "1" for one in sums])) if rule.readings[0].of else None
    sure: list[dict[str, str]] = []
    if rule.kind == "cap":
        read = [made.keep(terms.cap(reading, one, entered)) for reading, one in zip(rule.readings, sums, strict=True)]
    elif rule.readings[0].part.scale > 1:
        read = [made.keep(terms.band(rule.rows, rule.readings[0], sums[0], entered, up)) for up in (0, 1)]
        return Verdict(made.keep(f'IF({read[0]}={read[1]},{read[0]},"unknown")'), part, whole, tuple(read))
    else:
        read = [made.keep(terms.band(rule.rows, reading, one, entered)) for reading, one in zip(rule.readings, sums, strict=True)]
    if made.outcomes:
        limits = Bounds(rule, checks, where, made.keep)
        for at, reading in enumerate(rule.readings):
            left = {result: made.keep(f"IF({text},1,0)") for result, text in limits.possible(rule, reading).items()}
            sure.append(_sureness(made, read[at], left))
            if rule.kind == "band" or (reading.operator == "at_most" and reading.num == 0):
                read[at] = made.keep(_proven(read[at], left))
    return Verdict(made.keep(followed(choice, read)), part, whole, tuple(read), tuple(sure))


def _sureness(made: Writing, read: str, left: Mapping[str, str]) -> dict[str, str]:
    """How sure each result of a reading is."""
    many = "+".join(left.values())
    return {result: made.keep(f'IF({read}="na","",IF({read}<>"unknown",IF({read}={quoted(result)},2,0),IF({cell}=0,0,IF({many}=1,2,1))))')
            for result, cell in left.items()}


def _proven(read: str, left: Mapping[str, str]) -> str:
    """A reading that is not decided, decided where only one result is left."""
    made = read
    for result, cell in left.items():
        made = f"IF({cell}=1,{quoted(result)},{made})"
    return f'IF(AND({read}="unknown",({"+".join(left.values())})=1),{made},{read})'


def table(made: Writing, verdicts: Mapping[str, Verdict], apart: Mapping[str, str], choices: Choices) -> None:
    """The table of verdicts. `apart`: formulas, by rule: whether it does not apply to what follows."""
    made.head("규칙", "판정", "재는 값", "비교할 값", "비율", "정한 선", "무엇을 재나요?", "해석", "근거")
    first = made.row
    for record, rule in zip(made.records, made.engine, strict=True):
        verdict = verdicts[rule.id]
        if rule.id in apart:
            verdict = replace(verdict, result=made.keep(f'IF({apart[rule.id]},"na",{verdict.result})'))
        _row(made, record, rule, verdict, choices.get(rule.id))
        made.row += 1
    made.main.verdict_colours(f"B{first}:B{made.row - 1}")
    for text in rested_on(made.guide, made.editions[0], (record.id for record in made.records)) if made.scope else ():
        made.main.text(f"A{made.row}", text, "muted")
        made.row += 1
    made.row += 1
    if not made.outcomes:
        _summary(made, first, len(verdicts))


def _row(made: Writing, record: Cap | Band | Ask, rule: Rule, verdict: Verdict, choice: tuple[str, list[str]] | None) -> None:
    main, row = made.main, made.row
    basis = basis_of(made.guide, made.editions[0], record) if made.scope else None
    said = " · ".join([clause(made.guide, record.source[0]), *([basis.mark] if basis else [])])
    main.text(f"A{row}", record.label, "name")
    main.formula(f"B{row}", word(record, verdict.result), "verdict", LEVELS["na"], f"word.{rule.id}")
    measured = rule.readings[0] if rule.readings else None
    labels = [made.words.label(measure) for measure in (measured.part, measured.of) if measure] if measured else []
    main.text(f"G{row}", " ÷ ".join(labels), "cell")
    main.text(f"I{row}", said, "cell")
    main.fit(row, (record.label, WIDTHS["A"]), (" ÷ ".join(labels), WIDTHS["G"]), (said, WIDTHS["I"]))
    _numbers(made, rule, verdict)
    if measured and measured.operator:
        limits = [quoted(made.words.limit(one)) for one in rule.readings]
        main.formula(f"F{row}", followed(choice, limits), "cell", made.words.limit(measured), f"limit.{rule.id}")
    else:
        main.text(f"F{row}", "", "cell")
    if len(verdict.read) > 1:
        main.formula(f"H{row}", f'IF({terms.differ(verdict.read)},"{DIFFERS}","")', "verdict", "", f"differs.{rule.id}")
    else:
        main.text(f"H{row}", "", "cell")


def _numbers(made: Writing, rule: Rule, verdict: Verdict) -> None:
    row, main = made.row, made.main
    for column, cell, name in (("C", verdict.part, "part"), ("D", verdict.whole, "whole")):
        measure = rule.readings[0].part if rule.readings else None
        if cell and measure:
            decided = f'OR({verdict.result}="na",{verdict.result}="unknown")'
            style = "point" if measure.scale > 1 else "money"
            main.formula(f"{column}{row}", f'IF({decided},"",{cell}/{measure.scale})', style, "", f"{name}.{rule.id}")
        else:
            main.text(f"{column}{row}", "", "cell")
    operator = rule.readings[0].operator if rule.readings else None
    if operator is None or verdict.whole is None:
        main.text(f"E{row}", "", "cell")
        return
    # Rounded away from the verdict: what fails never shows as the limit.
    down, up = (f"{way}({verdict.part}/{verdict.whole},4)" for way in ("ROUNDDOWN", "ROUNDUP"))
    failed, held = (down, up if operator == "above" else down) if operator in FLOOR else (up, down)
    main.formula(f"E{row}", f'IF({verdict.whole}=0,"",IF({verdict.result}="fail",{failed},IF({verdict.result}="ok",{held},"")))',
                 "share", "", f"share.{rule.id}")


def word(record: Cap | Band | Ask, result: str) -> str:
    """What the result is called."""
    unknown, na = (quoted(LEVELS[level_of(status, record.severity)]) for status in ("unknown", "na"))
    if isinstance(record, Band):
        made = unknown
        for row in record.rows:
            made = f"IF({result}={quoted(row.id)},{quoted(row.result)},{made})"
    else:
        kept, failed = (quoted(said_of(status, record)) for status in ("ok", "fail"))
        made = f'IF({result}="ok",{kept},IF({result}="fail",{failed},{unknown}))'
    return f'IF({result}="na",{na},{made})'


def _summary(made: Writing, first: int, count: int) -> None:
    """How many verdicts stand how, above everything."""
    made.main.across(f"B{SUMMARY}:I{SUMMARY}", "bold")
    cells = at(MAIN, f"$B${first}:$B${first + count - 1}")
    words = [LEVELS[level] for level in ("breach", "care", "unknown", "ok")]
    counted = "&\" · \"&".join(f'"{word} "&COUNTIF({cells},"{word}")' for word in words)
    made.main.text(f"A{SUMMARY}", "요약", "name")
    made.main.formula(f"B{SUMMARY}", counted, "bold", " · ".join(f"{word} 0" for word in words), "summary")
