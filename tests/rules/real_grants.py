"""Sound plans out of the grants that were really given: one for each district of the data's table, in the edition it belongs to."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.plan import Line, Plan, Project, Reply
from macros.reading.guidebook import Guidebook
from macros.rules.terms import for_plan, measures

TOPIC, TABLE = "grants-2021", "grants-table"
THOUSAND = 1_000


def real_grants(guide: Guidebook) -> Iterator[tuple[str, int, int]]:
    """(district, how many projects, grant in won) of each row."""
    table = next(table for section in guide.topics[TOPIC].sections for table in section.tables if table.id == TABLE)
    for name, projects, thousands in table.rows:
        yield str(name), int(projects), int(thousands) * THOUSAND


def sound_plan(guide: Guidebook, edition: str, name: str, count: int, grant: int) -> Plan:
    """The grant spent up to every limit and not a won over: 70% sectoral, of that 10% labour, 40% facilities, 30% transfers."""
    sectoral = grant * 7 // 10
    shares = {"labour": sectoral // 10, "facility": sectoral * 4 // 10, "transfer": sectoral * 3 // 10}
    shares["other"] = sectoral - sum(shares.values())
    projects = [Project(id="base", name="협치기반", part="base", lines=(
        Line(id="base-1", name="공론장", kind="other", amounts={"city": grant - sectoral}),))]
    each = max(1, count - 1)
    for number in range(each):
        lines = tuple(Line(id=f"p{number}-{kind}", name=kind, kind=kind, amounts={"city": _part(won, each, number)})
                      for kind, won in shares.items())
        projects.append(Project(id=f"p{number}", name=f"의제 {number + 1}", part="sectoral", lines=lines))
    rules = for_plan(guide.rules.values(), measures(guide.budget), edition)
    answers = {rule.id: Reply(answer="no" if rule.violated_by == "yes" else "yes") for rule in rules if rule.kind == "ask"}
    return Plan(format="hyeopchi-plan", version=1, edition=edition, title=name, grant=grant, answers=answers, projects=tuple(projects))


def _part(won: int, parts: int, number: int) -> int:
    """The number's share of the amount in whole won; all of them add up to it."""
    return won * (number + 1) // parts - won * number // parts


def real_plans(guide: Guidebook) -> list[Plan]:
    """All of them, in the editions that the table belongs to."""
    return [sound_plan(guide, edition, *row) for edition in guide.topics[TOPIC].editions for row in real_grants(guide)]
