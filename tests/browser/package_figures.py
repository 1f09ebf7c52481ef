"""Made-up districts for the package to hand in, and what must be the same in every one of their files."""

from __future__ import annotations

import base64
import io
import random
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import icalendar
from openpyxl import load_workbook
from playwright.sync_api import Page

from macros.models.form import Chapter, Field, Form
from macros.reading.guidebook import Guidebook
from macros.tools.package import chapter_value, package_forms, value_of
from tests.export.office.reading import docx_texts, hwpx_texts

Json = dict[str, Any]
FUNDS = ("city", "own", "outside")
# Where the sums of the plan stand, by a word of the paper's name, and where those by kind of cost and by project do.
SUMS, TABLES = ("3-1", "기본계획", "실행계획", "예산표"), ("실행계획", "예산표")
NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d.,]*\d)")
MAKE = """async (states) => {
  const root = document.querySelector("[data-module=package]");
  const data = hyeopchi.modules['package/view'].load(hyeopchi.data.package, { assets: root.dataset.assets, root: root.dataset.root });
  const text = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  const made = [];
  for (const { plan, ...state } of states) {
    const draft = hyeopchi.modules['budget/draft'].fromPlan(hyeopchi.modules.plan.fromJson(plan, data.calculator).plan);
    const dates = { ...hyeopchi.modules['package/sources'].noDates(data.planner), ...state.dates };
    const nothing = { older: false, council: null, mayor: "unknown", checklist: null, tasks: {}, origins: {} };
    const view = hyeopchi.modules['package/view'].work(data, { ...nothing, ...state, plan: draft, dates });
    const files = {};
    const copies = hyeopchi.modules['package/papers'].papers(view, data).flatMap((paper) => paper.copies);
    for (const copy of copies) files[copy.name] = text(await copy.make());
    made.push(files);
  }
  return made;
}"""


@dataclass(frozen=True)
class District:
    """What is typed and chosen for one district, as the page's state holds it."""

    state: Json

    @property
    def lines(self) -> list[tuple[str, str, Mapping[str, int]]]:
        """Project, kind of cost and won by fund of each line."""
        return [(project["id"], line["kind"], line["amounts"]) for project in self.state["plan"]["projects"] for line in project["lines"]]

    def won(self, funds: tuple[str, ...], project: str | None = None, kind: str | None = None) -> int:
        """The sum in won."""
        return sum(amounts.get(fund, 0) for own, cost, amounts in self.lines for fund in funds if project in (None, own) and kind in (None, cost))


def invented(guide: Guidebook, edition: str, seed: int) -> District:
    """A district with a plan, a roster and texts of its own, other with each seed."""
    rng = random.Random(seed)
    kinds = [kind.id for kind in guide.budget.kinds]
    projects = [{"id": f"p{at}", "name": f"사업{seed}{at}", "part": rng.choice(guide.budget.parts).id, "lines": [
        {"id": f"l{at}-{number}", "name": f"내용{at}{number}", "kind": rng.choice(kinds), "amounts": {
            fund: rng.randrange(1, 10 ** rng.randrange(4, 7)) * 1000 for fund in rng.sample(FUNDS, rng.randrange(1, 4))}}
        for number in range(rng.randrange(1, 4))]} for at in range(rng.randrange(1, 5))]
    plan = {"format": "hyeopchi-plan", "version": 1, "edition": edition, "title": f"계획{seed}", "projects": projects}
    texts: dict[str, str] = {}
    lists: dict[str, str] = {}
    for form in package_forms(guide):
        texts |= dict(_typed(form))
        if any(block.layout == "list" for block in form.blocks):
            lists[form.id] = _people(form, rng)
    day = f"2020-0{rng.randrange(3, 8)}-1{seed % 10}"
    return District({"edition": edition, "district": f"가온{seed}구", "plan": plan, "texts": texts, "lists": lists, "dates": {"date": day}})


def _typed(form: Form) -> Iterator[tuple[str, str]]:
    """A text for each place that is typed rather than worked out."""
    for block in form.blocks:
        for field in (field for field in block.fields if _is_typed(field) and block.layout != "list"):
            value = value_of(form, field)
            columns = [f"{value}.{column}" for column in block.columns] if block.layout == "matrix" else [value]
            yield from ((name, f"적은 {name}") for name in columns)
    for chapter in chapters(form.outline):
        yield chapter_value(form, chapter), f"적은 {chapter_value(form, chapter)}"


def _is_typed(field: Field) -> bool:
    fixed = field.printed is not None and field.who is None
    return not (fixed or field.pattern or field.options or field.counts)


def chapters(outline: tuple[Chapter, ...]) -> Iterator[Chapter]:
    """The headings under which something is typed."""
    for chapter in outline:
        if (not chapter.children or chapter.shared) and not (chapter.each or chapter.tables):
            yield chapter
        yield from chapters(chapter.children)


def _people(form: Form, rng: random.Random) -> str:
    fields = next(block.fields for block in form.blocks if block.layout == "list")[1:]
    rows = [[rng.choice(field.choices) if field.choices else f"{field.label}{at}" for field in fields] for at in range(rng.randrange(3, 20))]
    return "\n".join("\t".join(row) for row in [[field.label for field in fields], *rows])


def made(page: Page, districts: list[District]) -> list[dict[str, bytes]]:
    """The files of each district by name, made in the page."""
    found: list[dict[str, str]] = page.evaluate(MAKE, [district.state for district in districts])
    return [{name: base64.b64decode(text) for name, text in files.items()} for files in found]


def differences(guide: Guidebook, district: District, files: Mapping[str, bytes]) -> list[str]:
    """Everything that is said otherwise in one file than in another, or than it was typed."""
    texts = {name: hwpx_texts(content) for name, content in files.items() if name.endswith(".hwpx")}
    wrong = [f"{name}: 한글과 Word가 달라요" for name, text in texts.items() if docx_texts(files[name.replace(".hwpx", ".docx")]) != text]
    papers = {name: "\n".join(text) for name, text in texts.items()}
    return [*wrong, *_figures(guide, district, papers), *_book(district, files), *_counts(guide, district, papers), *_days(papers, files),
            *_names(guide, district, papers)]


def _of(papers: Mapping[str, str], word: str) -> str:
    return next(text for name, text in papers.items() if word in name)


def _figures(guide: Guidebook, district: District, papers: Mapping[str, str]) -> Iterator[str]:
    """Sums by fund, kind and project where they belong; and no amount that is none of the plan's."""
    both = ("city", "own")
    projects = [project["id"] for project in district.state["plan"]["projects"]]
    kinds = [kind.id for kind in guide.budget.kinds]
    wanted = [(word, district.won(funds)) for word in SUMS for funds in (("city",), ("own",))]
    wanted += [(word, district.won(both)) for word in SUMS if word != "기본계획"]
    wanted += [(word, district.won(both, kind=kind)) for word in TABLES for kind in kinds]
    wanted += [(word, district.won(both, project)) for word in TABLES for project in projects]
    yield from (f"{word}에 {won:,}원이 없어요" for word, won in wanted if won and f"{won // 1000:,}" not in _of(papers, word))
    if f"{district.won(both):,}원" not in _of(papers, "검토의견"):
        yield "검토의견의 총사업비가 달라요"
    allowed = {amount for _, _, amounts in district.lines for amount in (*amounts.values(), sum(amounts.get(fund, 0) for fund in both))}
    groups: list[tuple[str | None, str | None]] = [(None, None), *((project, None) for project in projects), *((None, kind) for kind in kinds)]
    sets: list[tuple[str, ...]] = [*((fund,) for fund in FUNDS), both, FUNDS]
    allowed |= {district.won(funds, *group) for group in groups for funds in sets}
    capital = district.won(("city",), kind="facility")
    allowed |= {capital, district.won(("city",)) - capital}
    said = {f"{won // 1000:,}" for won in allowed}
    for name, text in papers.items():
        if not re.search("검토의견|누락 항목|일정", name):
            yield from (f"{name}: 계획에 없는 금액 {number}" for number in NUMBER.findall(text) if number not in said)


def _book(district: District, files: Mapping[str, bytes]) -> Iterator[str]:
    content = next(content for name, content in files.items() if name.endswith(".xlsx"))
    values = {cell.value for sheet in load_workbook(io.BytesIO(content), data_only=True) for row in sheet.iter_rows() for cell in row}
    for funds in (("city",), ("own",), ("city", "own")):
        if district.won(funds) not in values | {0}:
            yield f"엑셀에 {district.won(funds):,}원이 없어요"


def _counts(guide: Guidebook, district: District, papers: Mapping[str, str]) -> Iterator[str]:
    """The numbers of the council's form, in it and wherever they are said."""
    form = guide.forms["council-members-3-2"]
    listed = next(block.fields for block in form.blocks if block.layout == "list")[1:]
    at = next(at for at, field in enumerate(listed) if field.id == "kind")
    kinds = [row.split("\t")[at] for row in district.state["lists"][form.id].splitlines()[1:]]
    counted = [(field.label, sum(not field.counts.values or kind.startswith(field.counts.values) for kind in kinds))
               for block in form.blocks for field in block.fields if field.counts]
    text = ", ".join(f"{label} {number}명" for label, number in counted)
    yield from (f"{word}에 ‘{text}’가 없어요" for word in ("기본계획", "실행계획", "과정설명서") if text not in _of(papers, word))
    if "\n".join(str(number) for _, number in counted) not in _of(papers, "3-2"):
        yield "서식 3-2의 사람 수가 달라요"


def _days(papers: Mapping[str, str], files: Mapping[str, bytes]) -> Iterator[str]:
    calendar = icalendar.Calendar.from_ical(next(content for name, content in files.items() if name.endswith(".ics")))
    for event in calendar.walk("VEVENT"):
        day = event.decoded("DTSTART")
        said = re.compile(rf"^{day.year}년 {day.month}월 {day.day}일\b.* {re.escape(str(event['SUMMARY']))}$", re.MULTILINE)
        yield from (f"{word}에 {day} ‘{event['SUMMARY']}’가 없어요" for word in ("기본계획", "과정설명서") if not said.search(_of(papers, word)))
        if str(event["SUMMARY"]) not in _of(papers, "일정"):
            yield f"일정에 ‘{event['SUMMARY']}’가 없어요"


def _names(guide: Guidebook, district: District, papers: Mapping[str, str]) -> Iterator[str]:
    """What was typed once stands in every form that has its place."""
    for form in package_forms(guide):
        text = next((text for name, text in papers.items() if (form.makes or form.title).replace("{year}년 ", "") in name), None)
        for name, typed in _typed(form):
            if text is not None and district.state["texts"][name] not in text:
                yield f"{form.title}에 ‘{typed}’이 없어요"
