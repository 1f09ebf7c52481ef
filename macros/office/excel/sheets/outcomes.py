"""What the verdicts of a tool's workbook lead to together, as formulas: the twin of macros/rules/outcomes.py.

How sure something is, is a number: 2 so, 1 not known, 0 not so. Together the least counts, of several ways the most.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.models.rule import Ask
from macros.office.documents.text import quoted
from macros.office.excel.book import ROW
from macros.office.excel.sheets import terms
from macros.office.excel.sheets.layout import PENDING, SUMMARY, Writing
from macros.office.excel.sheets.results import Choices, Judged, Verdict
from macros.rules.figure_terms import CaseTerm
from macros.rules.terms import Rule
from macros.words.outcomes import OPEN_TITLE, SPLIT
from macros.words.verdicts import LEVELS


@dataclass(frozen=True)
class _Way:
    """One evaluation: how sure each row is, which row stands (0 none, -1 nothing stands), by cells; conditions by case."""

    rows: Sequence[str]
    cases: Sequence[Sequence[str]]
    conditions: Mapping[tuple[int, int, str], str]  # (row, case, rule or fact)
    first: str
    stands: str


class _Conditions:
    """The cells of conditions, each written once."""

    def __init__(self, made: Writing, judged: Judged, choices: Choices, chosen: bool) -> None:
        self.made, self.judged, self.choices, self.chosen = made, judged, choices, chosen
        self._kept: dict[str, str] = {}

    def keep(self, formula: str) -> str:
        if formula not in self._kept:
            self._kept[formula] = self.made.keep(formula)
        return self._kept[formula]

    def rule(self, key: str, result: str) -> str:
        """How sure it is that the rule comes to the result; a rule of another edition never does."""
        verdict = self.judged.verdicts.get(key)
        if verdict is None:
            return self.keep("0")
        if not verdict.sure:
            return self.keep(f'IF({verdict.result}={quoted(result)},2,IF({verdict.result}="unknown",1,0))')
        return self.keep(self._readings(key, verdict, result))

    def _readings(self, key: str, verdict: Verdict, result: str) -> str:
        nothing = 2 if result == "na" else 0
        cells = [sure.get(result, next(iter(sure.values()))) for sure in verdict.sure]
        known = [f"ISNUMBER({cell})" for cell in cells]
        if result == "na":
            made = f"IF({terms.either(known)},0,2)"
        else:
            made = f"IF({terms.either(known)},IF(MIN({','.join(cells)})=2,2,IF(MAX({','.join(cells)})=0,0,1)),{nothing})"
        if self.chosen and key in self.choices:
            cell, labels = self.choices[key]
            for label, one in reversed(list(zip(labels, cells, strict=True))):
                own = f"IF(ISNUMBER({one}),{0 if result == 'na' else one},{nothing})"
                made = f"IF(EXACT(TRIM({cell}),{quoted(label)}),{own},{made})"
        return made

    def fact(self, key: str, answers: Sequence[str]) -> str:
        """How sure it is that the fact is one of the answers."""
        return self.keep(terms.so(self.judged.facts[key], answers) if key in self.judged.facts else "0")


def conclude(made: Writing, judged: Judged, where: Mapping[str, str], choices: Choices) -> dict[str, str]:
    """Writes what follows above everything; gives, by rule, whether it does not apply to that."""
    ways = [_way(made, _Conditions(made, judged, choices, chosen)) for chosen in (True, False)]
    own, alike = ways
    split = made.keep(f"IF({_named(made, own)}={_named(made, alike)},0,IF({own.stands}=0,0,1))")
    started = made.keep(terms.either([*(f'{cell}<>""' for cell in where.values()),
                                      *(f'AND({cell}<>"unknown",{cell}<>"na")' for cell in judged.facts.values())]))
    _told(made, own, split, started)
    _pending(made, judged, own, started)
    return {rule: _apart(made, own, alike, split, started, outcome) for rule, outcome in made.applies_at.items() if rule in judged.verdicts}


def _way(made: Writing, conditions: _Conditions) -> _Way:
    cells: dict[tuple[int, int, str], str] = {}
    cases: list[list[str]] = []
    for at, row in enumerate(made.outcomes):
        cases.append([])
        for number, case in enumerate(row.when):
            own = {**{key: conditions.rule(key, result) for key, result in case.rules},
                   **{key: conditions.fact(key, answers) for key, answers in case.facts}}
            cells |= {(at, number, key): cell for key, cell in own.items()}
            cases[at].append(made.keep(f"MIN({','.join(['2', *own.values()])})"))
    rows = [made.keep(f"MAX({','.join(['0', *found])})") for found in cases]
    first = "0"
    for number, cell in reversed(list(enumerate(rows, 1))):
        first = f"IF({cell}=2,{number},{first})"
    place = made.keep(first)
    return _Way(rows, cases, cells, place, made.keep(_stands(made, rows, place)))


def _stands(made: Writing, rows: Sequence[str], first: str) -> str:
    """The number of the row that stands, from 1; 0 where it is not decided."""
    foremost = "0"
    for number, cell in reversed(list(enumerate(rows, 1))):
        foremost = f"IF({cell}=1,{number},{foremost})"
    earliest = made.keep(foremost)
    formula = f"IF(AND({earliest}>0,{_none(made, rows, lambda level, _: level != 'ok')}),{earliest},0)"
    for number in range(len(rows), 0, -1):
        row = made.outcomes[number - 1]
        before = rows[:number - 1]
        other = _none(made, before, lambda _, name, own=row.id: name != own)
        if row.level == "breach":
            told = str(number)
        elif row.level == "care":
            told = f"IF({other},{number},0)"
        else:
            allowed = _none(made, before, lambda level, _: level != "ok")
            told = f"IF({allowed},IF({other},{number},{earliest}),0)"
        formula = f"IF({first}={number},{told},{formula})"
    return formula


def _none(made: Writing, rows: Sequence[str], wanted: object) -> str:
    """Whether none of the rows that are wanted (by level and outcome) is open."""
    assert callable(wanted)
    found = [cell for cell, row in zip(rows, made.outcomes, strict=False) if wanted(row.level, row.id)]
    return f"AND({','.join(f'{cell}<>1' for cell in found)})" if found else "TRUE"


def _possible(way: _Way, at: int) -> str:
    """Whether the outcome may become this row."""
    return f"OR({way.first}={at + 1},AND({way.rows[at]}=1,OR({way.first}=0,{way.first}>{at + 1})))"


def _named(made: Writing, way: _Way) -> str:
    """What stands, by outcome and level: rows that say the same are the same."""
    made_names = "0"
    for number, row in enumerate(made.outcomes, 1):
        made_names = f"IF({way.stands}={number},{quoted(f'{row.id}/{row.level}')},{made_names})"
    return made.keep(made_names)


def _told(made: Writing, way: _Way, split: str, started: str) -> None:
    titles, level = quoted(OPEN_TITLE), quoted(LEVELS["unknown"])
    for number, (record, row) in enumerate(zip(made.sheet.outcomes, made.outcomes, strict=True), 1):
        titles = f"IF({way.stands}={number},{quoted(record.title)},{titles})"
        word = quoted(LEVELS[row.level])
        said = f"IF({split}=1,{quoted(LEVELS['care'])},{word})" if row.level == "ok" else word
        level = f"IF({way.stands}={number},{said},{level})"
    main = made.main
    main.text(f"A{SUMMARY}", "결론", "name")
    main.across(f"B{SUMMARY}:H{SUMMARY}", "bold")
    main.formula(f"B{SUMMARY}", f'IF({started},{titles}&IF({split}=1,{quoted(f" — {SPLIT}.")},""),"")', "bold", "", "outcome")
    main.formula(f"I{SUMMARY}", f'IF({started},{level},"")', "verdict", "", "level")
    main.verdict_colours(f"I{SUMMARY}")


def _pending(made: Writing, judged: Judged, way: _Way, started: str) -> None:
    """What is to be known first, in the sheet's own order; a question as the page asks it."""
    labels = {record.id: record.asked if isinstance(record, Ask) else record.label for record in made.records}
    labels |= {fact.id: fact.question for fact in made.sheet.facts}
    numbers = [rule.id for rule in made.engine if rule.kind != "ask"]
    open_for: dict[str, list[str]] = {key: [] for key in (*numbers, *judged.facts)}
    gates = {fact.id: [gate for gate, _ in fact.only_if] for fact in made.facts}
    for at, row in enumerate(made.outcomes):
        before = f"OR({way.first}=0,{way.first}>{at + 1})"
        for number, case in enumerate(row.when):
            case_open = f"{way.rows[at]}=1,{way.cases[at][number]}=1,{before}"
            for key, condition in _behind(made, judged, case):
                own = [f"{way.conditions[at, number, key[0]]}=1", *condition]
                for asked, gate_open in _asked(key[1], gates, judged.facts):
                    open_for[asked].append(f"AND({case_open},{','.join([*own, *gate_open])})")
    told = "&".join(f'IF({made.keep(terms.either(dict.fromkeys(found)))},{quoted(labels[key] + " · ")},"")'
                    for key, found in open_for.items() if found) or '""'
    pending = made.keep(told)
    made.main.text(f"A{PENDING}", "먼저 확인할 사항", "name")
    made.main.across(f"B{PENDING}:I{PENDING}", "help")
    made.main.formula(f"B{PENDING}", f'IF(OR(NOT({started}),{pending}=""),"",LEFT({pending},LEN({pending})-3))', "help", "", "pending")
    made.main.raw.set_row(PENDING - 1, 3 * ROW)


def _behind(made: Writing, judged: Judged, case: CaseTerm) -> Iterator[tuple[tuple[str, str], list[str]]]:
    """What a case hangs on: (the condition's rule or fact, the rule or fact to settle), and what more has to be open."""
    rules: dict[str, Rule] = {rule.id: rule for rule in made.engine}
    for key, _ in case.rules:
        if key not in rules:
            continue
        if rules[key].kind != "ask":
            yield (key, key), []
        for entry in rules[key].violated_when:
            entry_open = f"MIN({','.join(terms.so(judged.facts[fact], (answer,)) for fact, answer in entry)})=1"
            for fact, _ in entry:
                yield (key, fact), [entry_open, f'{judged.facts[fact]}="unknown"']
    for key, _ in case.facts:
        if key in judged.facts:
            yield (key, key), []


def _asked(key: str, gates: Mapping[str, Sequence[str]], facts: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """The fact, where it is known to be asked; else what that hangs on."""
    for gate in gates.get(key, ()):
        for asked, condition in _asked(gate, gates, facts):
            yield asked, [f'{facts[gate]}="unknown"', *condition]
    yield key, [f'{facts[gate]}<>"unknown"' for gate in gates.get(key, ())]


def _apart(made: Writing, own: _Way, alike: _Way, split: str, started: str, outcome: str) -> str:
    """Whether something is possible, but not this outcome."""
    def among(way: _Way, wanted: bool) -> str:
        return terms.either(_possible(way, at) for at, row in enumerate(made.outcomes) if not wanted or row.id == outcome)
    any_possible = f"IF({split}=1,{made.keep(among(alike, False))},{made.keep(among(own, False))})"
    this_possible = f"IF({split}=1,{made.keep(among(alike, True))},{made.keep(among(own, True))})"
    return f"AND({started},{any_possible},NOT({this_possible}))"
