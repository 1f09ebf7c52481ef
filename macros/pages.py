"""The macros that pages call. Each is a door: a docstring and one template."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from fractions import Fraction
from functools import cached_property, partial
from typing import Annotated, Any, Protocol

from macros import ROOT
from macros.api import feed, record_schemas
from macros.api.edit_screen import page_data as edit_data
from macros.api.lists import titles
from macros.calendars.entry import ALARMS, page_data
from macros.charts.among import key_facts
from macros.charts.bars import WIDTH
from macros.charts.gantt import chart
from macros.charts.lanes import lanes
from macros.charts.tiles import entries, tiles
from macros.checks.carried import covered
from macros.checks.walk import everything
from macros.models.article import Clause
from macros.models.common import Table
from macros.models.kinds import ROWS, Kind
from macros.models.opening import Decision
from macros.models.rule import Ask, Band, Cap
from macros.office.catalogue import Entry, kept_catalogue
from macros.office.catalogue import newest as last_checked
from macros.office.excel.budget.places import plan_terms
from macros.office.excel.sheets.files import known_by
from macros.office.listed import listed
from macros.reading.guidebook import Guidebook
from macros.reading.referred import Values
from macros.rules.terms import plan_editions
from macros.schema.annotated import examples
from macros.schema.words import words
from macros.site.addresses import Addresses, anchor, relative
from macros.site.edit_links import edit_address
from macros.site.published import FOLDER
from macros.site.sides import party_names, role_names, side_names, sides_in, sides_of
from macros.site.tools import tool_workbooks
from macros.templating import page_text, page_values
from macros.templating.page_json import page_json
from macros.templating.render import environment, render
from macros.tools import priorities, sheets
from macros.tools.budget import basis_of, calculator_json
from macros.tools.checklists import checklists_json, ordered
from macros.tools.deadlines import how, planner_data
from macros.tools.kept import kept_tools
from macros.tools.package import asking_steps
from macros.tools.year import year_data, yearly
from macros.views import compare, dates, editions, pages
from macros.views.any_two import any_two
from macros.views.checked import OLD, checked, newest
from macros.views.components import samples
from macros.views.notes import Notes
from macros.views.packages import packages
from macros.views.relations import Relations
from macros.views.tokens import colours, sizes
from macros.views.undecided import progress, undecided_in
from macros.words.readings import reading_labels, rules_of_reading

Macro = Callable[..., str]

# The templates that show one record whole, with its kind and the name by which they know it: a page of its own.
OWN_PAGES: Mapping[str, tuple[str, str]] = {
    f"{kind.page}.md.j2": (kind.id, kind.page) for kind in ROWS if kind.page and (kind.address or kind.folder)}
CHANGELOG = ROOT / "CHANGELOG.md"
DATA = ROOT / "data"
TOKENS = ROOT / "docs" / "assets" / "css" / "tokens.css"


class Page(Protocol):
    """The page that is being built: its address, and its head, which a record's own page fills in."""

    def address(self) -> str:
        """From the site's root, without a leading slash."""

    def head(self, title: str, description: str) -> None:
        """The title in menus and tabs, and the description for search engines."""


class Macros:
    """All macros, over one guidebook."""

    def __init__(self, guide: Guidebook, page: Page, repository: str = "", *, addresses: Collection[str] | None = None,
                 doors: Sequence[Mapping[str, Any]] = (), files: Callable[[], tuple[Entry, ...]] | None = None) -> None:
        """`addresses`: of the pages in docs/ (not known: all that is linked to is there). `doors`: who comes here for what
        (`extra.doors` of mkdocs.yml). `files`: gives the files for 한글, Word and Excel, where another process makes them.
        """
        self._files = files or partial(kept_catalogue, guide)
        self.guide = guide
        self.page = page
        self.repository = repository
        self.addresses = Addresses(guide)
        self._pages = addresses
        self._doors = doors
        self.environment = environment(markdown=True)
        self.environment.globals.update(roles=role_names(guide), parties=party_names(guide), named=guide.named)
        self.environment.globals.update(edit=partial(edit_address, guide, repository), said=dates.said, in_short=dates.in_short,
                                        held_on=partial(editions.held, guide),
                                        item_editions=partial(editions.item_editions, guide),
                                        reading_labels=partial(reading_labels, guide.budget), basis_of=partial(basis_of, guide),
                                        rules_of_reading=partial(rules_of_reading, guide.rules.values()))
        self.notes = Notes()
        self.environment.globals.update(notes=self.notes, api=FOLDER)
        self.relations = Relations(guide)
        self.values = Values(guide)
        self.measures = {measure.id: measure for measure in guide.budget.measures}

    def all(self) -> tuple[Macro, ...]:
        """The macros, under the names by which pages call them."""
        return (self.home, self.step, self.planning_flow, self.rules, self.rule_summary,
                self.budget_calculator, self.budget_workbooks, self.sheet, self.sheet_keys, self.priority_sheet, self.package,
                self.timeline, self.timelines, self.next_deadlines,
                self.dates_compare, self.deadline_planner, self.own_year, self.year_strip, self.checklist, self.checklist_progress, self.case,
                self.case_cards, self.sources, self.conflicts, self.tools,
                self.form, self.articles, self.duties, self.duty_line, self.key_duties, self.case_figures, self.case_funnels, self.share_bars,
                self.district, self.district_map, self.district_table, self.table_charts,
                self.glossary, self.records, self.edition_changes, self.edition_compare,
                self.city_procedures, self.coverage, self.undecided, self.downloads, self.form_files,
                self.whole_files,
                self.checked_dates, self.opening_progress, self.components, self.api_lists, self.edit_screen, self.record_examples, self.packages,
                *(self._own_page(kind, kind.page) for kind in ROWS if kind.page and not hasattr(self, kind.page)))

    def door(self, name: str) -> Macro:
        """The macro that pages call by this name. Raises KeyError."""
        return page_text.doors(self.all())[name]

    def _own_page(self, kind: Kind, name: str) -> Macro:
        """The macro of a kind whose template needs nothing but the record."""
        def shown(key: str) -> str:
            record = getattr(self.guide, kind.id)[key]
            self.page.head(getattr(record, kind.named), record.summary)
            return self._render(f"{name}.md.j2", **{name: record})
        shown.__name__, shown.__doc__ = name, f"A record of data/{kind.id}, whole."
        shown.__annotations__ = {"key": Annotated[str, kind.id], "return": str}
        return shown

    @cached_property
    def files(self) -> tuple[Entry, ...]:
        """All files for 한글, Word and Excel; made when they are first asked for."""
        return self._files()

    def _entry(self, kind: str, key: str) -> Entry:
        return next(entry for entry in self.files if (entry.kind, entry.id) == (kind, key))

    def filled(self, text: str) -> str:
        """A page's own text with what its macros make in their places, and the page's notes at its end."""
        self.notes.clear()
        made = page_text.filled(page_values.filled(text, self.values), page_text.doors(self.all()))
        if not (self.notes.citations or self.notes.conflicts):
            return made
        return f"{made}\n\n{self._render('notes.html.j2', conflicts=tuple(self.notes.conflicts))}"

    def link(self, address: str) -> str:
        """An address as a link from the page that is being built."""
        return relative(self.page.address(), address)

    def has(self, address: str) -> bool:
        """Whether the guide has this page: the house's templates offer only what is there."""
        return self._pages is None or address.partition("#")[0] in self._pages

    def _render(self, template: str, **values: object) -> str:
        shown = {"guide": self.guide, "to": self.addresses, "link": self.link, "anchor": anchor, "related": self.relations,
                 "measures": self.measures, "own": pages.own_conflicts, "has": self.has, **values}
        text = render(self.environment, template, **shown)
        if template not in OWN_PAGES:
            return text
        kind, name = OWN_PAGES[template]
        return text + render(self.environment, "edit_link.html.j2", kind=kind, record=values[name])

    def home(self) -> str:
        """The front page: what this is, three doors, the year, the tools, what changed last."""
        return self._render("home.md.j2", year=dates.year(self.guide), sheets=pages.sheets(self.guide), doors=self._doors,
                            stepwise=[procedure for procedure in self.guide.procedures.values() if procedure.pages == "each"],
                            latest=feed.latest(CHANGELOG), kept=page_json(kept_tools(self.guide, self.link, self.has)))

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

    def budget_calculator(self) -> str:
        """The budget-limit calculator with its data in the page."""
        return self._render("budget_calculator.html.j2",
                            data=calculator_json(self.guide, lambda key: self.link(self.addresses.rule(key))))

    def sheet(self, key: Annotated[str, "sheets"]) -> str:
        """A tool that judges a sheet, with its worked examples and its rules."""
        sheet = self.guide.sheets[key]
        self.page.head(sheet.title, sheet.summary)
        rules = sheets.rules_of(self.guide, sheet)
        band = next((rule for rule in rules if isinstance(rule, Band) and sheet.lines), None)
        return self._render(
            "sheet.html.j2", sheet=sheet, rules=rules, form=sheets.form_of(self.guide, sheet), examples=list(sheets.worked(self.guide, sheet)),
            thresholds=sheets.thresholds(self.guide, sheet.filling, band) if band and sheet.filling else None,
            amounts=sheets.grade_amounts(self.guide, sheet.amounts) if sheet.amounts else (),
            conflicts=tuple(dict.fromkeys(key for rule in rules for key in rule.conflicts)),
            data=page_json(sheets.sheet_data(self.guide, sheet, self.addresses, self.link)
                           | {"workbooks": known_by(self.guide, sheet)} | ({"plan": plan_terms(self.guide)} if sheet.lines else {})))

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

    def budget_workbooks(self) -> str:
        """The empty budget workbooks to download, one for each edition."""
        return self._render("budget_workbooks.html.j2", editions=plan_editions(self.guide.rules.values()))

    def timeline(self, key: Annotated[str, "timelines"]) -> str:
        """A procedure's dates in one edition: chart by actor, list by month, calendar files."""
        timeline = self.guide.timelines[key]
        self.page.head(timeline.title, timeline.summary)
        return self._render("timeline.md.j2", timeline=timeline, chart=chart(timeline, self.guide),
                            alarms=ALARMS, months=dates.by_month(timeline), overlaps=dates.overlaps(timeline, self.guide),
                            opening=dates.opening(timeline), deadlines=[(None, *one) for one in dates.deadlines(timeline)],
                            sides=side_names(self.guide), acting=sides_in(timeline, self.guide),
                            sides_of=lambda event: sides_of(event.actors, self.guide),
                            data=page_json(page_data(timeline, self.guide, self.addresses)))

    def next_deadlines(self) -> str:
        """The newest edition's deadlines with a day, of all its timelines, in the order of time."""
        edition, rows = dates.next_deadlines(self.guide)
        return self._render("next_deadlines.md.j2", edition=edition, rows=rows)

    def timelines(self) -> str:
        """All timelines as a list, with their calendar files."""
        return self._render("timelines.html.j2", sides=side_names(self.guide),
                            sides_in=lambda timeline: sides_in(timeline, self.guide))

    def dates_compare(self) -> str:
        """Each edition's dates beside those of the one before it, with what differs."""
        return self._render("dates_compare.md.j2", comparisons=list(editions.date_changes(self.guide)))

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

    def year_strip(self) -> str:
        """The months of a year and what happens in each, for the newest edition."""
        return self._render("year_strip.html.j2", year=dates.year(self.guide))

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

    def case(self, key: Annotated[str, "cases"]) -> str:
        """A district's case."""
        case = self.guide.cases[key]
        self.page.head(f"{case.district} 사례", case.lesson)
        return self._render("case.md.j2", case=case, working_group_kinds=pages.member_kinds(case))

    def case_cards(self) -> str:
        """All cases as cards."""
        return self._render("case_cards.html.j2")

    def sources(self) -> str:
        """The documents with their sections, which citations link to."""
        return self._render("sources.md.j2", pages_of=pages.pages_by_section(self.guide, self.addresses))

    def conflicts(self) -> str:
        """All places where sources disagree, in full."""
        touched = pages.touched_by_conflict(self.guide, self.addresses)
        chapters = pages.by_chapter({key: touched[key] for key in self.guide.conflicts})
        return self._render("conflicts.md.j2", touched=touched, chapters=chapters, editions_of=lambda one: covered(self.guide, one))

    def tools(self) -> str:
        """The tools as cards."""
        return self._render("tools.html.j2", sheets=pages.sheets(self.guide))

    def form(self, key: Annotated[str, "forms"]) -> str:
        """A form, field by field, or an outline."""
        form = self.guide.forms[key]
        self.page.head(form.title, form.summary)
        return self._render("form.md.j2", form=form, entry=self._entry("forms", key))

    def opening_progress(self) -> str:
        """How far the openings of editions are, kind by kind."""
        openings = [(self.guide.editions[key], list(progress(self.guide, key))) for key in self.guide.openings]
        return self._render("opening_progress.html.j2", openings=openings, kinds=words().kinds, words=words().choices(Decision, "became"))

    def downloads(self) -> str:
        """Every file to download with its size and checksum."""
        groups = [(kind, title, listed(self.guide, self.addresses, self.files, kind))
                  for kind, title in (("forms", "서식"), ("checklists", "체크리스트"))]
        return self._render("downloads.md.j2", entries=self.files, count=sum(len(entry.files) for entry in self.files),
                            made_on=last_checked(self.guide), workbooks=list(tool_workbooks(self.guide)), groups=groups)

    def form_files(self) -> str:
        """All forms with their numbers, editions and files."""
        return self._render("form_files.md.j2", rows=listed(self.guide, self.addresses, self.files, "forms"))

    def whole_files(self) -> str:
        """The whole guide in one file: named when the site is published (macros/finish/whole_files.py)."""
        return self._render("whole_files.html.j2", files=(), archived=False)

    def api_lists(self) -> str:
        """What is published for other systems."""
        counts = {kind: sum(1 for found, _, _ in self.guide.records() if found == kind) for kind in titles()}
        tables = sum(1 for _, _, _, record in everything(self.guide) if isinstance(record, Table))
        return self._render("api_lists.html.j2", titles=titles(), counts=counts, tables=tables, folder=FOLDER)

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

    def case_funnels(self) -> str:
        """How each case's agendas became fewer, side by side."""
        cases = sorted(self.guide.cases.values(), key=lambda case: not any(figure.funnel for figure in case.figures))
        return self._render("case_funnels.html.j2", cases=cases)

    def share_bars(self, *keys: Annotated[str, "rules"]) -> str:
        """Some rules' shares as bars on one scale; rules on the same page."""
        bars = [(rule, int(limit * WIDTH)) for key in keys
                if isinstance(rule := self.guide.rules[key], Cap) and isinstance(limit := rule.limit, Fraction)]
        return self._render("share_bars.html.j2", bars=bars)

    def case_figures(self) -> str:
        """The figures that several cases have, side by side, with room for the reader's own."""
        cases, rows = compare.case_figures(self.guide)
        return self._render("case_figures.html.j2", cases=cases, rows=rows)

    def district(self, key: Annotated[str, "districts"]) -> str:
        """A district's facts."""
        district = self.guide.districts[key]
        self.page.head(district.name, f"{district.name}의 {self.guide.named('plan')} 참여와 지원 현황이에요.")
        return self._render("district.md.j2", district=district, groups=pages.facts_of(district), key_facts=key_facts(self.guide, district),
                            case=self.guide.cases.get(key))

    def district_table(self) -> str:
        """The districts side by side."""
        columns, rows = pages.district_rows(self.guide)
        return self._render("district_table.html.j2", columns=columns, rows=rows)

    def district_map(self) -> str:
        """The districts as a map of tiles, shaded by the year of entry, each a link."""
        found = entries(self.guide.districts.values())
        return self._render("district_map.html.j2", entries=found, tiles=tiles(found))

    def table_charts(self, topic: Annotated[str, "topics"], key: Annotated[str, "tables"]) -> str:
        """A topic's table with its charts, on another page."""
        tables = [table for section in self.guide.topics[topic].sections for table in section.tables]
        return self._render("table_charts.html.j2", drawn_table=next(table for table in tables if table.id == key))

    def glossary(self) -> str:
        """The terms by first consonant."""
        return self._render("glossary.md.j2", groups=pages.glossary(self.guide))

    def records(self, kind: Annotated[str, "kinds"], chapter: Annotated[str | None, "chapters"] = None) -> str:
        """The records of a kind (and chapter) as cards."""
        return self._render("record_list.html.j2", records=pages.records_of(self.guide, self.addresses, kind, chapter))

    def edition_changes(self, *pair: Annotated[str, "editions"]) -> str:
        """What changed from each edition to the next, or between two chosen ones, from the data of both."""
        return self._render("edition_changes.md.j2", pairs=editions.changes(self.guide, *pair))

    def edition_compare(self) -> str:
        """Any two editions side by side, as the reader chooses."""
        return self._render("edition_compare.html.j2", data=page_json(any_two(self.guide, self.addresses, self.link)))

    def city_procedures(self) -> str:
        """The yearly procedures with the city, edition by edition."""
        return self._render("city_procedures.md.j2", procedures=editions.city_procedures(self.guide))

    def coverage(self) -> str:
        """Each section of each document and the pages that treat it."""
        return self._render("coverage.md.j2", table=pages.coverage(self.guide, self.addresses))

    def undecided(self, *areas: Annotated[str, "areas"]) -> str:
        """What editions that have been opened lack in some areas (all of them, if none is named); nothing if nothing."""
        return self._render("undecided.html.j2", gaps=undecided_in(self.guide, areas))

    def checked_dates(self) -> str:
        """When each rule, programme and timeline was last compared with its source."""
        reference = newest(self.guide)
        return self._render("checked.html.j2", found=checked(self.guide, reference), reference=reference, limit=OLD,
                            page_of=lambda kind, key: pages.page_of(self.guide, self.addresses, kind, key))

    def record_examples(self) -> str:
        """Each kind of record with its schema and a real record, annotated."""
        return self._render("record_examples.html.j2", kinds=examples(self.guide, DATA), folder=record_schemas.FOLDER)

    def components(self) -> str:
        """Every component with all its states, made by the templates and scripts that make the pages."""
        css = TOKENS.read_text(encoding="utf-8")
        return self._render("components.md.j2", sample=samples(self.guide), colours=colours(css), sizes=sizes(css),
                            year=dates.year(self.guide), sheets=pages.sheets(self.guide), doors=self._doors)

    def packages(self) -> str:
        """The packages of the house in their order, each with whom it imports from: read from the tree at each build."""
        found = packages()
        return self._render("packages.html.j2", packages=found, arrows=sum(len(one.before) for one in found),
                            back=sum(len(one.after) for one in found))

    def edit_screen(self) -> str:
        """The page on which a record is edited in a form."""
        return self._render("edit_screen.html.j2", data=page_json(edit_data(self.guide, self.repository, self.link(""))))
