"""Macros of the steps, the rules, the checklists, the forms and the agreement."""

from __future__ import annotations

from fractions import Fraction
from typing import Annotated

from macros.charts.bars import WIDTH
from macros.charts.lanes import lanes
from macros.models.article import Clause
from macros.models.rule import Cap
from macros.pages.base import Base
from macros.schema.words import words
from macros.site.sides import role_names
from macros.tools.checklists import checklists_json, ordered
from macros.views import pages


class PlanPages(Base):
    """The steps, the rules, the checklists, the forms and the agreement."""

    def step(self, key: Annotated[str, "steps"]) -> str:
        """A planning step, whole."""
        step = self.guide.steps[key]
        self.page.head(step.title, step.summary)
        before, after, number, count = self.relations.neighbours(key)
        checklist = self.relations.checklist_of_step(key)
        return self._render("step.md.j2", step=step, before=before, after=after, number=number,
                            count=count, procedure=self.relations.procedure_of[key], checklist=checklist,
                            rule_groups=pages.rule_groups(self.guide, step.rules),
                            lanes=lanes(checklist[1].items, role_names(self.guide)) if checklist else None,
                            data=checklists_json(self.guide, self.addresses, self.link, checklist[:1] if checklist else ()))

    def planning_flow(self, key: Annotated[str, "procedures"]) -> str:
        """A procedure's steps as a numbered path, each a link."""
        return self._render("flow.html.j2", procedure=self.guide.procedures[key])

    def rules(self, *topics: Annotated[str, "rule_topics"]) -> str:
        """The rules of some topics, each whole."""
        return self._render("rules.md.j2", groups=pages.rules_by_topic(self.guide, topics), titles=self.guide.budget.topic_titles)

    def rule_summary(self, *topics: Annotated[str, "rule_topics"]) -> str:
        """The rules of some topics as one table, for both editions."""
        groups = pages.rules_by_topic(self.guide, topics)
        return self._render("rule_summary.html.j2", groups=groups,
                            editions=pages.limit_editions(rule for _, rules in groups for rule in rules))

    def checklist(self, key: Annotated[str, "checklists"]) -> str:
        """A checklist, whole; readable without JavaScript."""
        checklist = self.guide.checklists[key]
        self.page.head(checklist.title, checklist.summary)
        return self._render("checklist.md.j2", checklist=checklist, data=self._checklists(), entry=self._entry("checklists", key))

    def checklist_progress(self) -> str:
        """The district's progress over all checklists."""
        return self._render("checklist_progress.md.j2", checklists=ordered(self.guide), data=self._checklists())

    def _checklists(self) -> str:
        return checklists_json(self.guide, self.addresses, self.link, ordered(self.guide))

    def form(self, key: Annotated[str, "forms"]) -> str:
        """A form, field by field, or an outline."""
        form = self.guide.forms[key]
        self.page.head(form.title, form.summary)
        return self._render("form.md.j2", form=form, entry=self._entry("forms", key))

    def articles(self) -> str:
        """The agreement, article by article."""
        return self._render("articles.md.j2",
                            articles=sorted(self.guide.articles.values(), key=lambda article: article.number))

    def duties(self) -> str:
        """What the agreement obliges whom to, as one table; what has a time first."""
        return self._render("duties.html.j2", duties=sorted(pages.duties(self.guide), key=lambda one: one[1].due is None))

    def duty_line(self) -> str:
        """The agreement's duties on a line of time, from its signing to its end."""
        named = words().choices(Clause, "stage")
        stages = [(title, [one for one in pages.duties(self.guide) if one[1].stage == stage]) for stage, title in named.items()]
        return self._render("duty_line.html.j2", stages=[(title, duties) for title, duties in stages if duties])

    def key_duties(self, *keys: Annotated[str, "clauses"]) -> str:
        """The few duties that a reader must not miss, by the ids of their clauses."""
        found = {clause.id: (article, clause) for article, clause in pages.duties(self.guide)}
        return self._render("key_duties.html.j2", duties=[found[key] for key in keys] if found else ())

    def share_bars(self, *keys: Annotated[str, "rules"]) -> str:
        """Some rules' shares as bars on one scale; rules on the same page."""
        bars = [(rule, int(limit * WIDTH)) for key in keys
                if isinstance(rule := self.guide.rules[key], Cap) and isinstance(limit := rule.limit, Fraction)]
        return self._render("share_bars.html.j2", bars=bars)
