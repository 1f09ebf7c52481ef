"""Where each record has its page: one place decides, so that links and tests agree."""

from __future__ import annotations

from collections.abc import Mapping

from macros.models.common import Citation
from macros.models.kinds import KINDS
from macros.models.rule import Topic
from macros.reading.guidebook import Guidebook

# The page that shows the rules of a topic.
RULE_PAGES: Mapping[Topic, str] = {
    "grant": "budget/rules/", "limit": "budget/rules/", "prohibited": "budget/rules/", "care": "budget/rules/",
    "change": "budget/rules/", "funds": "budget/rules/", "documents": "plan/contents/", "agenda": "plan/contents/",
    "process": "plan/contents/",
    "composition": "prepare/composition/", "strategic": "apply/programmes/", "mutual": "apply/programmes/",
    "platform": "apply/programmes/",
    "jobs": "apply/programmes/", "evaluation": "apply/programmes/",
}
TOPIC_TITLES: Mapping[Topic, str] = {
    "grant": "지원 규모", "limit": "비목과 부문의 한도", "prohibited": "편성할 수 없는 것", "care": "편성할 때 살필 것",
    "change": "예산을 바꿀 때", "funds": "재원 조달과 예산표", "documents": "계획 문서", "agenda": "의제의 성격", "process": "절차의 조건",
    "composition": "기구의 구성", "strategic": "협치전략사업", "mutual": "민민 협력기반 조성사업", "platform": "시민협력플랫폼",
    "jobs": "뉴딜일자리 공익활동 지원가", "evaluation": "평가",
}


class Addresses:
    """Addresses from the site's root, without a leading slash; `link` makes them relative to a page."""

    def __init__(self, guide: Guidebook) -> None:
        self._guide = guide
        self._procedures = {step: procedure for procedure in guide.procedures.values() for step in procedure.steps}

    def step(self, key: str) -> str:
        """A step has a page of its own, or a place on the page of its procedure."""
        procedure = self._procedures[key]
        if procedure.pages == "each":
            return f"{procedure.address}/{key}/"
        return f"{procedure.address}/#{key}"

    def of(self, kind: str, key: str) -> str | None:
        """Where a record of any kind stands; None for kinds that only serve others."""
        worked_out = {"steps": self.step, "rules": self.rule}
        if kind in worked_out:
            return worked_out[kind](key)
        pattern = KINDS[kind].address
        return pattern.format(getattr(self._guide, kind)[key]) if pattern else None

    def _at(self, kind: str, key: str, part: str | None = None) -> str:
        """A record's place, or a part of its page."""
        found = self.of(kind, key)
        assert found is not None, kind
        return found + (f"#{part}" if part else "")

    def rule(self, key: str) -> str:
        """The rule's place on its topic's page."""
        return f"{RULE_PAGES[self._guide.rules[key].topic]}#rule-{key}"

    def case(self, key: str, milestone: str | None = None) -> str:
        """A case's page, or one milestone on it."""
        return self._at("cases", key, milestone)

    def checklist(self, key: str, step: str | None = None) -> str:
        """A checklist's page, or one step's group on it."""
        return self._at("checklists", key, step)

    def timeline(self, key: str, event: str | None = None) -> str:
        """A timeline's page, or one of its dates."""
        return self._at("timelines", key, event)

    def calendar(self, key: str, side: str | None = None) -> str:
        """A timeline's calendar file: all of it, or what one side does."""
        return f"dates/{key}" + (f"-{side}" if side else "") + ".ics"

    def deadlines(self, key: str | None = None) -> str:
        """The planner, or the table of what follows from one known day."""
        return "tools/deadlines/" + (f"#{key}" if key else "")

    def workbook(self, edition: str) -> str:
        """An edition's empty budget workbook."""
        return f"downloads/budget-{edition}.xlsx"

    def tool_workbook(self, tool: str, edition: str | None = None) -> str:
        """The empty workbook of a small tool; of one edition where its editions have rules of their own."""
        return f"downloads/tool-{tool}{f'-{edition}' if edition else ''}.xlsx"

    def topic(self, key: str) -> str:
        """A topic's page below its chapter."""
        return self._at("topics", key)

    def body(self, key: str) -> str:
        """A body's page."""
        return self._at("bodies", key)

    def programme(self, key: str) -> str:
        """A programme's page."""
        return self._at("programmes", key)

    def form(self, key: str) -> str:
        """A form's page."""
        return self._at("forms", key)

    def article(self, key: str) -> str:
        """An article's place on the agreement's page."""
        return self._at("articles", key)

    def district(self, key: str) -> str:
        """A district's page."""
        return self._at("districts", key)

    def term(self, key: str) -> str:
        """A term's place in the glossary."""
        return self._at("glossary", key)

    def conflict(self, key: str) -> str:
        """Where the conflict is told in full."""
        return self._at("conflicts", key)

    def citation(self, citation: Citation) -> str:
        """The section's row on the page of sources."""
        return f"reference/sources/#{citation.doc}" + (f"-{anchor(citation.section)}" if citation.section else "")


def anchor(section: str) -> str:
    """A section's id as part of an HTML id."""
    return section.replace(".", "_")


def relative(page: str, address: str) -> str:
    """`address` as a link from `page` (both from the root): it works on any host, folder or file system."""
    path, hash_, fragment = address.partition("#")
    if hash_ and path == page:
        return hash_ + fragment
    return ("../" * page.count("/") + path or "./") + hash_ + fragment
