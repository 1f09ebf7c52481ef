"""A sheet's rules as Excel formulas: looked_at, readings, bands, facts, questions.

Every number is a whole one in parts of its unit and small enough (`MOST`) that a spreadsheet's fifteen digits hold the
products that are compared. A field's cell holds such a number, "" when it is blank, "?" when it is not known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros.models.rule import Operator
from macros.office.documents.text import quoted
from macros.office.excel import verdict
from macros.rules.figure_terms import Check, FactTerm
from macros.rules.terms import BandRow, Comparison, Measure, Rule

MOST = 10**12  # won, people, points: what is more is not judged
MOST_FACTOR = 1000  # num and den of every rule: MOST times this is still exact
Where = Mapping[str, str]  # a field's cell


def typed(cell: str, least: int, most: int | None, scale: int) -> str:
    """What is typed in a cell, in parts of its unit; "?" for a text or a number that is not allowed there."""
    bound = MOST // scale if most is None else most
    return (f'IF(LEN(TRIM({cell}))=0,"",IF(ISNUMBER({cell}),IF(AND({cell}>={least},{cell}<={bound},'
            f'ABS(ROUND({cell}*{scale},0)-{cell}*{scale})<0.000001),ROUND({cell}*{scale},0),"?"),"?"))')


def either(conditions: Iterable[str]) -> str:
    """Whether one of them holds."""
    found = list(conditions)
    return f"OR({','.join(found)})" if found else "FALSE"


def is_entered(measure: Measure, where: Where) -> str:
    """Whether one of the measure's fields is filled."""
    return either(f'{where[field]}<>""' for field in measure.fields if field in where)


def is_missing(measure: Measure, where: Where, wrong: Iterable[str] = ()) -> str:
    """Whether the measure's number is not known, `wrong` (cells of checks that fail) counted in."""
    parts = [f'{where[field]}="?"' for field in measure.fields if field in where]
    parts += [f'{where[field]}=""' if field in where else "TRUE" for field in measure.required]
    parts += [f'AND({where[field]}<>"",{where[field]}<>0)' for field in measure.open if field in where]
    return either([f"NOT({is_entered(measure, where)})", *parts, *(f"{cell}=1" for cell in wrong)])


def number(measure: Measure, where: Where) -> str:
    """The measure's number; what is not known counts nothing."""
    sums = [f"SUM({','.join(where[field] for field in group if field in where)})" if any(field in where for field in group) else "0"
            for group in measure.groups]
    return {"sum": "+".join(sums), "larger": f"MAX({','.join(sums)})", "smaller": f"MIN({','.join(sums)})"}[measure.pick]


def fails(check: Check, where: Where) -> str:
    """1 when known numbers contradict each other."""
    part, of = number(check.part, where), number(check.of, where)
    compare = f"({part})<>({of})" if check.equal else f"({part})>({of})"
    return (f"IF(OR({is_missing(check.part, where)},{is_missing(check.of, where)}),0,IF({compare},1,0))")


def spoiling(looked_at: Iterable[Measure], checks: Mapping[str, Check], measure: Measure) -> list[str]:
    """The cells of the checks whose failing makes the measure unknown for whoever looks at all of `looked_at`."""
    fields = {field for one in looked_at for field in one.fields}
    own = {*measure.fields, *measure.open}
    return [cell for cell, check in checks.items() if fields & set(check.part.fields) and own & set(check.part.fields)]


def holds(operator: Operator, num: int, den: int, part: str, whole: str) -> str:
    """Whether the comparison holds, without division."""
    if max(num, den) > MOST_FACTOR and whole != "1":
        raise ValueError("a spreadsheet would not compare these exactly")
    slack = verdict.slack(operator, f"{num}*{whole}", f"{den}*{part}")
    return verdict.holds(operator, none=f"{slack}=0", some=f"{slack}>0", any_=f"{slack}>=0")


@dataclass(frozen=True)
class Sums:
    """The cells that hold a reading's numbers: the part, whether it is missing, the whole (None: none), whether that is."""

    part: str
    missing: str
    whole: str | None
    whole_missing: str

    @property
    def unknown(self) -> str:
        """Whether one of them is not known."""
        return either(f"{cell}=1" for cell in (self.missing, self.whole_missing) if cell)


def cap(reading: Comparison, sums: Sums, entered: str) -> str:
    """`ok`, `fail`, `unknown` or `na` of one reading; `entered` tells whether anything of the subject is."""
    assert reading.operator
    nothing = f"AND({sums.part}=0,{sums.whole}=0)" if sums.whole else f"{sums.part}=0"
    made = holds(reading.operator, reading.num, reading.den, sums.part, sums.whole or "1")
    return f'IF(NOT({entered}),"na",{verdict.status(sums.unknown, nothing, made)})'


def _rows(rows: Sequence[BandRow], part: str, whole: str) -> str:
    made = '"unknown"'
    for row in reversed(rows):
        said = quoted(row.id)
        made = said if row.operator is None else f"IF({holds(row.operator, row.num, row.den, part, whole)},{said},{made})"
    return made


def band(rows: Sequence[BandRow], reading: Comparison, sums: Sums, entered: str, up: int = 0) -> str:
    """The row that decides, or `unknown`, `na`. A number between two of its unit is rounded down (`up` 0) or up (1)."""
    scale = reading.part.scale
    part = sums.part if scale == 1 else f"IF(MOD({sums.part},{scale})=0,{sums.part},(INT({sums.part}/{scale})+{up})*{scale})"
    made = _rows(rows, f"({part})", sums.whole or str(scale))
    if sums.whole:
        made = f'IF({sums.whole}=0,"na",{made})'
    return f'IF(NOT({entered}),"na",IF({sums.unknown},"unknown",{made}))'


def is_nothing(measure: Measure, where: Where, wrong: Iterable[str] = ()) -> str:
    """Whether the measure is known to be nothing."""
    return f"AND({is_entered(measure, where)},NOT({is_missing(measure, where, wrong)}),({number(measure, where)})=0)"


def fact(term: FactTerm, typed_answer: str, where: Where, wrong: Mapping[str, Check], entered: str, known: Mapping[str, str]) -> str:
    """A fact's answer, "unknown", or "na" where it is not asked; `known` are the cells of the facts before it."""
    looked_at = [measure for measure in (term.asked_when, term.answered_by) if measure]
    made = typed_answer
    if term.answered_by:
        measure = term.answered_by
        made = (f'IF({is_entered(measure, where)},IF({is_missing(measure, where, spoiling(looked_at, wrong, measure))},"unknown",'
                f'IF(({number(measure, where)})<>0,"yes","no")),{made})')
    if term.asked_when:
        measure = term.asked_when
        blank = f"AND(NOT({is_entered(measure, where)}),NOT({entered}))"
        made = f'IF({either([blank, is_nothing(measure, where, spoiling(looked_at, wrong, measure))])},"na",{made})'
    for gate, answers in term.only_if:
        made = f'IF({is_one(known[gate], ("unknown", *answers))},{made},"na")'
    return made


def is_one(cell: str, words: Iterable[str]) -> str:
    """Whether one of the words stands in the cell."""
    return either(f"{cell}={quoted(word)}" for word in words)


def so(cell: str, answers: Sequence[str]) -> str:
    """How sure a fact is: 2 so, 1 not known, 0 not so."""
    return f'IF({is_one(cell, answers)},2,IF({cell}="unknown",1,0))'


def ask(rule: Rule, facts: Where) -> str:
    """What the facts make of the rule."""
    entries = [f"MIN({','.join(so(facts[fact], (answer,)) for fact, answer in entry)})" for entry in rule.violated_when]
    never = ",".join(either(f'{facts[fact]}="na"' for fact, _ in entry) for entry in rule.violated_when)
    absent = [f'AND({facts[fact]}<>"unknown",{facts[fact]}<>{quoted(answer)})' for fact, answer in rule.given]
    return f'IF({either([f"AND({never})", *absent])},"na",CHOOSE(MAX({",".join(entries)})+1,"ok","unknown","fail"))'


def differ(cells: Sequence[str]) -> str:
    """Whether readings that can be decided lead to different results."""
    decided = {cell: f'AND({cell}<>"unknown",{cell}<>"na")' for cell in cells}
    return either(f"AND({decided[one]},{decided[other]},{one}<>{other})"
                  for at, one in enumerate(cells) for other in cells[at + 1:])
