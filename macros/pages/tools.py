"""Macros of the tools and of what they judge by."""

from __future__ import annotations

from typing import Annotated

from macros.models.rule import Ask, Band
from macros.office.excel.budget.places import plan_terms
from macros.office.excel.sheets.files import known_by
from macros.pages.base import Base
from macros.rules.terms import plan_editions
from macros.site.sides import side_names
from macros.templating.page_json import page_json
from macros.tools import priorities, sheet_examples, sheets
from macros.tools.budget import calculator_json
from macros.tools.deadlines import how, planner_data
from macros.tools.package import asking_steps
from macros.tools.year import year_data, yearly
from macros.views import pages


class ToolPages(Base):
    """The tools."""

    def tools(self) -> str:
        """The tools as cards."""
        return self._render("tools.html.j2", sheets=pages.sheets(self.guide))

    def budget_calculator(self) -> str:
        """The budget-limit calculator with its data in the page."""
        return self._render("budget_calculator.html.j2",
                            data=calculator_json(self.guide, lambda key: self.link(self.addresses.rule(key))))

    def budget_workbooks(self) -> str:
        """The empty budget workbooks to download, one for each edition."""
        return self._render("budget_workbooks.html.j2", editions=plan_editions(self.guide.rules.values()))

    def sheet(self, key: Annotated[str, "sheets"]) -> str:
        """A tool that judges a sheet, with its worked examples and its rules."""
        sheet = self.guide.sheets[key]
        self.page.head(sheet.title, sheet.summary)
        rules = sheets.rules_of(self.guide, sheet)
        band = next((rule for rule in rules if isinstance(rule, Band) and sheet.lines), None)
        return self._render(
            "sheet.html.j2", sheet=sheet, rules=rules, form=sheets.form_of(self.guide, sheet),
            examples=list(sheet_examples.worked(self.guide, sheet)),
            thresholds=sheets.thresholds(self.guide, sheet.filling, band) if band and sheet.filling else None,
            amounts=sheets.grade_amounts(self.guide, sheet.amounts) if sheet.amounts else (),
            conflicts=tuple(dict.fromkeys(key for rule in rules for key in rule.conflicts)),
            data=page_json(sheets.sheet_data(self.guide, sheet, self.addresses, self.link)
                           | {"workbooks": known_by(self.guide, sheet)} | ({"plan": plan_terms(self.guide)} if sheet.lines else {})))

    def tool_levels(self, key: Annotated[str, "sheets"]) -> str:
        """The levels to which the tool's rules can come, and of which of its subjects' rules."""
        return self._render("tool_levels.html.j2", levels=sheets.levels(self.guide, self.guide.sheets[key]))

    def plan_levels(self) -> str:
        """What 위반 and 주의 mean where a budget plan is judged."""
        return self._render("plan_levels.html.j2")

    def sheet_keys(self, key: Annotated[str, "sheets"]) -> str:
        """What a file of the tool may hold: ids of fields, facts, readings, outcomes."""
        sheet = self.guide.sheets[key]
        rules = [rule for rule in sheets.rules_of(self.guide, sheet) if not isinstance(rule, Ask) and rule.readings]
        return self._render("sheet_keys.html.j2", sheet=sheet, rules=rules, facts=sheets.facts_of(self.guide, sheet))

    def priority_sheet(self) -> str:
        """The scoring sheet by a district's published criteria."""
        return self._render(
            "priorities.html.j2", criteria=priorities.criteria(self.guide), weights=priorities.example_weights(self.guide),
            table=priorities.table(self.guide), chosen=priorities.chosen(self.guide), worked=priorities.worked(self.guide),
            data=page_json(priorities.priorities_data(self.guide) | {"workbooks": known_by(self.guide, None)}))

    def package(self) -> str:
        """The package to hand in, with what each edition asks for."""
        return self._render("package.html.j2", asked=[(edition, steps) for key, edition in sorted(self.guide.editions.items(), reverse=True)
                                                      if (steps := asking_steps(self.guide, key))])

    def deadline_planner(self) -> str:
        """The deadline planner; without JavaScript, the tables of what follows from which day."""
        ordered = sorted(self.guide.deadlines.values(), key=lambda deadlines: deadlines.order)
        data = planner_data(self.guide, self.addresses, self.link)
        dated = sorted({timeline.edition for timeline in self.guide.timelines.values()})
        return self._render("deadlines.html.j2", ordered=ordered, how=how, sides=side_names(self.guide), dated=dated,
                            first_year=data["years"][0], last_year=data["years"][1], data=page_json(data))

    def own_year(self) -> str:
        """A yearly procedure's dates laid onto a year that the reader chooses."""
        data = year_data(self.guide, self.addresses, self.link)
        return self._render("own_year.html.j2", timelines=yearly(self.guide), first=data["first"], last=data["last"], data=page_json(data))
