"""The budget tables filled from a plan, or left empty with Excel's sums in place.

The form has 천원; a plan holds whole won. docs/assets/js/office/budget.js fills the same tables in the browser.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from macros.models.plan import Line as PlanLine
from macros.models.plan import Plan, Project
from macros.office.budget_layout import Content, Pair
from macros.office.documents.document import Cell, Row
from macros.reading.guidebook import Guidebook

CAPITAL = ("facility",)


@dataclass(frozen=True)
class Line:
    """A row's money in 천원; None is not known and left blank."""

    label: str = ""
    city: int | None = None
    own: int | None = None
    other: int | None = None
    agenda: str = ""
    basis: str = ""


@dataclass(frozen=True)
class Figures:
    """What stands in the tables: 4.1's two halves, the lines of 4.2, 4.3 and 6."""

    current: int | None
    capital: int | None
    subjects: tuple[Line, ...]
    agendas: tuple[Line, ...]
    costs: tuple[Line, ...]


EMPTY = Figures(None, None, (Line(),) * 6, (Line(),) * 8, (Line("사무관리비"), Line("행사운영비"), *(Line(),) * 6))


def thousands(won: int | None) -> int | None:
    """Won as 천원; None when it is not known, or no whole 천원, which the form cannot say."""
    return None if won is None or won % 1000 else won // 1000


def added(amounts: Sequence[int | None]) -> int | None:
    """The sum; None when there is nothing, or one of them is not known."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known) if known and len(known) == len(amounts) else None


def from_plan(guide: Guidebook, plan: Plan) -> Figures:
    """The figures of a plan that the budget calculator made; its kinds of cost stand for subjects."""
    lines = [(project, line) for project in plan.projects for line in project.lines]
    labels = {term.id: term.label for term in guide.budget.kinds}

    def money(fund: str, wanted: Callable[[Project, PlanLine], bool]) -> int | None:
        return added([thousands(line.amounts.get(fund, 0)) for project, line in lines if wanted(project, line)] or [0])

    def row(label: str, wanted: Callable[[Project, PlanLine], bool]) -> Line:
        return Line(label, money("city", wanted), money("own", wanted))
    return Figures(
        money("city", lambda _, line: line.kind not in CAPITAL), money("city", lambda _, line: line.kind in CAPITAL),
        tuple(row(label, partial(_of_subject, key, subject)) for label, key, subject in _subjects_of([line for _, line in lines], labels)),
        tuple(row(project.name, partial(_of_project, project.id)) for project in plan.projects),
        tuple(_cost_line(labels, project, line) for project, line in lines))


def _subjects_of(lines: Sequence[PlanLine], labels: Mapping[str, str]) -> Iterator[tuple[str, str | None, str]]:
    """(label, kind, subject) of the rows of 4.2: under each kind the subjects that lines name, and the kind for lines without one."""
    for key in (*labels, None):
        subjects = list(dict.fromkeys(line.subject for line in lines if line.kind == key))
        named = [subject for subject in subjects if subject]
        yield from ((subject, key, subject) for subject in named)
        if key is not None and (not named or "" in subjects):
            yield labels[key], key, ""


def _of_subject(key: str | None, subject: str, _: Project, line: PlanLine) -> bool:
    return line.kind == key and line.subject == subject


def _of_project(key: str, project: Project, _: PlanLine) -> bool:
    return project.id == key


def _cost_line(labels: Mapping[str, str], project: Project, line: PlanLine) -> Line:
    city, own, other = (thousands(line.amounts.get(fund, 0)) for fund in ("city", "own", "outside"))
    return Line(line.subject or labels.get(line.kind or "", ""), city, own, other, project.name, line.name)


def content(figures: Figures) -> Content:
    """The cells: numbers as entered, sums and shares with Excel's formulas."""
    grant = added((figures.current, figures.capital))
    nature = (_sum(grant, "{nature.r1c3}+{nature.r1c4}"), _amount(figures.current), _amount(figures.capital))
    shares = tuple(_share(part, grant, f"{{nature.r1c{column}}}", "{nature.r1c2}")
                   for column, part in ((3, figures.current), (4, figures.capital)))
    subjects, total = _subjects(figures.subjects)
    return Content(nature, (shares[0], shares[1]), subjects, total, (*_agendas(figures.agendas),), (*map(_cost, figures.costs),))


def _amount(value: int | None) -> Cell:
    return Cell("", "number") if value is None else Cell(number=value, role="number")


def _sum(value: int | None, formula: str) -> Cell:
    """A sum that Excel adds up; on paper it is blank as long as something is not known."""
    return Cell(number=value or 0, role="total", formula=formula, on_paper=value is not None)


def _share(part: int | None, of: int | None, name: str, whole: str) -> Cell:
    """A share in tenths of a percent, rounded half up as Excel rounds."""
    tenths = (part * 2000 + of) // (2 * of) if part is not None and of else None
    return Cell(number=tenths or 0, percent=True, role="number", formula=f"IF({whole}=0,0,ROUND({name}/{whole},3))",
                on_paper=tenths is not None)


def _subjects(lines: tuple[Line, ...]) -> tuple[tuple[Pair, ...], Pair]:
    """The pairs of rows of 4.2, and the last pair: rows are counted from 1, a pair takes two."""
    last = 2 * len(lines) + 1
    city, own = added([line.city for line in lines]), added([line.own for line in lines])
    whole = added((city, own))

    def pair(label: Cell, row: int, amounts: tuple[Cell, Cell], values: tuple[int | None, int | None]) -> Pair:
        names = [f"{{funds.r{row}c{column}}}" for column in (3, 4, 5)]
        both = added(values)
        shares = [_share(part, whole, name, f"{{funds.r{last}c5}}") for part, name in zip((*values, both), names, strict=True)]
        return Pair(label, (*amounts, _sum(both, f"{names[0]}+{names[1]}")), (shares[0], shares[1], shares[2]))
    pairs = tuple(pair(Cell(line.label, "label", down=2), 2 * number + 1, (_amount(line.city), _amount(line.own)), (line.city, line.own))
                  for number, line in enumerate(lines))
    sums = [_sum(value, "+".join(f"{{funds.r{row}c{column}}}" for row in range(1, last, 2))) for column, value in ((3, city), (4, own))]
    return pairs, pair(Cell("총사업비", "total", down=2), last, (sums[0], sums[1]), (city, own))


def _agendas(lines: tuple[Line, ...]) -> list[Row]:
    rows: list[Row] = [(Cell(line.label), _amount(line.city), _amount(line.own),
                        _sum(added((line.city, line.own)), f"{{agendas.r{row}c2}}+{{agendas.r{row}c3}}"))
                       for row, line in enumerate(lines, 1)]
    sums = [added([getattr(line, name) for line in lines]) for name in ("city", "own")]
    columns = [_sum(value, "+".join(f"{{agendas.r{row}c{column}}}" for row in range(1, len(lines) + 1)))
               for column, value in enumerate(sums, 2)]
    last = len(lines) + 1
    return [*rows, (Cell("합계", "total"), *columns, _sum(added(sums), f"{{agendas.r{last}c2}}+{{agendas.r{last}c3}}"))]


def _cost(line: Line) -> Row:
    return (Cell(line.agenda), Cell(line.label), Cell(line.basis), _amount(line.own), _amount(line.city), Cell("", "number"),
            _amount(line.other or None))


def marks() -> Content:
    """Places to be filled in the browser; a row of a list is repeated for each of its entries."""
    def places(key: str, *names: str, role: str = "number") -> list[Cell]:
        return [Cell(f"{{{{{key}.{name}}}}}", "total" if role == "total" else "number") for name in names]

    def pair(key: str, label: Cell) -> Pair:
        city, own, both = places(key, "city", "own", "total")
        shares = places(key, "city-share", "own-share", "total-share")
        return Pair(label, (city, own, both), (shares[0], shares[1], shares[2]))
    grant, current, capital, *shares = places("nature", "grant", "current", "capital", "current-share", "capital-share")
    agenda: Row = (Cell("{{agendas.label}}"), *places("agendas", "city", "own", "total"))
    total: Row = (Cell("합계", "total"), *places("all", "city", "own", "total", role="total"))
    cost: Row = (Cell("{{costs.agenda}}"), Cell("{{costs.label}}"), Cell("{{costs.basis}}"), *places("costs", "own", "city", "state", "other"))
    return Content((grant, current, capital), (shares[0], shares[1]), (pair("subjects", Cell("{{subjects.label}}", "label", down=2)),),
                   pair("all", Cell("총사업비", "total", down=2)), (agenda, total), (cost,))
