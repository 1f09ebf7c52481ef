"""Plan files (.json) read with suspicion: what does not fit is refused with its place, nothing is guessed.

The twin of docs/assets/js/plan.js; both refuse and accept the same files.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from macros.models.plan import VERSION, Line, Plan, Project
from macros.reading.guidebook import Guidebook
from macros.reading.validation import message_of
from macros.tools.gate import LIMITS, PlanFileError, demand, json_value, over
from macros.tools.plan_ids import settled

FOREIGN = "이 계산기에서 저장한 파일이 아니에요. ‘파일로 저장’으로 만든 .json 파일을 골라 주세요."
BROKEN = f"파일이 깨졌거나 {FOREIGN}"
NEWER = "더 새로운 길잡이에서 저장한 파일이에요. 길잡이를 새로 받은 뒤에 열어 주세요."
NO_VERSION = "파일의 버전 번호(version)를 읽을 수 없어요."
NAMES = {
    "projects": "사업", "lines": "줄", "amounts": "금액", "part": "부문", "kind": "비목", "subject": "통계목", "also": "함께 계산할 비목",
    "name": "이름", "title": "계획 이름", "edition": "적용 연도", "answers": "질문의 답", "choices": "고른 것", "reading": "해석 기준",
    "grant": "시비 지원금", "basis": "파일의 안내",
}


@dataclass(frozen=True)
class Opened:
    """A plan, and what the reader should know of it (values this guide does not have)."""

    plan: Plan
    notes: tuple[str, ...] = ()


def read_json(text: str, guide: Guidebook) -> Opened:
    """The plan in a file's text. Raises PlanFileError."""
    return read_value(json_of(text), guide)


def json_of(text: str) -> Any:
    """The value in a file's text. Raises PlanFileError."""
    return json_value(text, BROKEN)


def read_value(value: Any, guide: Guidebook) -> Opened:
    """The plan in a file's value. Raises PlanFileError."""
    if not isinstance(value, dict) or value.get("format") != "hyeopchi-plan":
        raise PlanFileError(FOREIGN)
    version = value.get("version")
    demand(isinstance(version, int) and not isinstance(version, bool) and version >= 1, NO_VERSION)
    demand(isinstance(version, int) and version <= VERSION, NEWER)
    try:
        plan = Plan.model_validate(value)
    except ValidationError as error:
        raise PlanFileError(*(f"{_place(detail['loc'], guide)}: {message_of(detail)}"
                        for detail in error.errors(include_url=False))) from None
    return checked(plan, guide)


def checked(plan: Plan, guide: Guidebook) -> Opened:
    """The plan in this guide's words: an unknown edition or fund is refused, an unknown part or kind left open."""
    if plan.edition not in guide.editions:
        raise PlanFileError(f"이 길잡이에는 {plan.edition}년판 규칙이 없어요. 다른 연도의 규칙으로 판정하면 틀릴 수 있어 열지 않았어요.")
    _limited(plan)
    foreign = list(_foreign(plan, guide))
    if foreign:
        raise PlanFileError(*foreign)
    reader = _Reader(guide)
    projects = tuple(reader.projects(plan.projects))
    known = settled(plan.model_copy(update={"projects": projects}), guide, reader.notes.append)
    return Opened(known, tuple(reader.notes))


def _limited(plan: Plan) -> None:
    """Refuses what is more than the site opens: the limits of docs/assets/js/plan.js."""
    demand(len(plan.projects) <= LIMITS.projects, _many("사업", LIMITS.projects))
    demand(sum(len(project.lines) for project in plan.projects) <= LIMITS.lines, over("계획의 줄이", LIMITS.lines, "줄"))
    for what, entries in (("고른 것", plan.choices), ("질문의 답", plan.answers)):
        demand(len(entries) <= LIMITS.entries, f"{what}에 적힌 것이 너무 많아요. {LIMITS.entries}개까지 열 수 있어요.")
    _text(plan.title, "계획 이름")
    for reply in plan.answers.values():
        _text(reply.note, "질문의 메모")
    for at, project in enumerate(plan.projects, 1):
        _named(project, f"{at}번째 사업")
        for number, line in enumerate(project.lines, 1):
            _named(line, f"{at}번째 사업의 {number}번째 줄")
            _text(line.subject, f"{at}번째 사업의 {number}번째 줄의 통계목")


def _many(what: str, most: int) -> str:
    return f"{what}의 목록이 너무 길어요. {most:,}개까지 열 수 있어요."


def _text(text: str, where: str, most: int = LIMITS.label) -> None:
    demand(len(text) <= most, f"{where}의 글이 너무 길어요. {most}자까지 열 수 있어요.")


def _named(one: Project | Line, where: str) -> None:
    demand(one.id, f"{where}의 id가 없어요.")
    _text(one.id, where, LIMITS.name)
    _text(one.name, where)


def _foreign(plan: Plan, guide: Guidebook) -> Iterator[str]:
    """Money of a fund, or of a further kind, that this guide does not know: no verdict could count it rightly."""
    funds, kinds = ({term.id for term in terms} for terms in (guide.budget.funds, guide.budget.kinds))
    for at, project in enumerate(plan.projects):
        for number, line in enumerate(project.lines):
            where = _place(("projects", at, "lines", number), guide)
            yield from (f"{where}에 모르는 재원({fund})이 있어요." for fund in line.amounts if fund not in funds)
            yield from (f"{where}에 모르는 ‘함께 계산할 비목’({kind})이 있어요." for kind in line.also if kind not in kinds)


class _Reader:
    """Takes projects over one by one; notes what had to be changed."""

    def __init__(self, guide: Guidebook) -> None:
        self.parts = {part.id for part in guide.budget.parts}
        self.kinds = {kind.id for kind in guide.budget.kinds}
        self.notes: list[str] = []
        self.used: set[str] = set()

    def projects(self, projects: tuple[Project, ...]) -> Iterator[Project]:
        for at, project in enumerate(projects, 1):
            where = f"{at}번째 사업"
            key, part = self.own_id(project.id), self.known(project.part, self.parts, where)
            lines = tuple(self.line(line, f"{where}의 {number}번째 줄") for number, line in enumerate(project.lines, 1))
            yield project.model_copy(update={"id": key, "part": part, "lines": lines})

    def line(self, line: Line, where: str) -> Line:
        kind = self.known(line.kind, self.kinds, where)
        also = tuple(each for each in dict.fromkeys(line.also) if each != kind)
        return line.model_copy(update={"id": self.own_id(line.id), "kind": kind, "also": also})

    def known(self, value: str | None, terms: Collection[str], where: str) -> str | None:
        if value is None or value in terms:
            return value
        self.notes.append(f"{where}: 이 길잡이에 없는 값({value})이라 비워 두었어요. 다시 골라 주세요.")
        return None

    def own_id(self, value: str) -> str:
        """Two things of one id would share one verdict: the second gets an id of its own."""
        key, number = value, 2
        while key in self.used:
            key, number = f"{value}-{number}", number + 1
        self.used.add(key)
        return key


def _place(loc: tuple[Any, ...], guide: Guidebook) -> str:
    """`2번째 사업의 1번째 줄의 시비`, from an error's location."""
    names = NAMES | {fund.id: fund.label for fund in guide.budget.funds}
    words: list[str] = []
    counted = ""
    for step in loc:
        if isinstance(step, int):
            words[-1:] = [f"{step + 1}번째 {counted}"]
        elif step != "amounts":
            counted = names.get(step, step)
            words.append(counted)
    return "의 ".join(words) or "파일"
