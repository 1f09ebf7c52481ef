"""What templates show, worked out beforehand: templates choose and loop, they do not compute."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros.checks.walk import everything, inside
from macros.models.article import Article, Clause
from macros.models.case import Case
from macros.models.common import Citation, Record
from macros.models.district import District, Fact
from macros.models.kinds import KINDS
from macros.models.rule import Ask, Band, Cap
from macros.models.sheet import Sheet
from macros.models.source import Section, Source
from macros.models.term import Term
from macros.reading.guidebook import Guidebook
from macros.site.addresses import Addresses


def rules_by_topic(guide: Guidebook, topics: Iterable[str]) -> list[tuple[str, list[Cap | Band | Ask]]]:
    """The rules of each topic: limits first, then bands, then questions; the gravest first, the newest edition first."""
    order = {"cap": 0, "band": 1, "ask": 2, "prohibited": 0, "care": 1, "info": 2}
    groups = []
    for topic in topics or guide.budget.topic_titles:
        rules = [rule for rule in guide.rules.values() if rule.topic == topic]
        rules.sort(key=lambda rule: (order[rule.kind], -int(max(rule.editions)), order[rule.severity],
                                     rule.source[0].clause or "", rule.id))
        groups.append((topic, rules))
    return groups


def rule_groups(guide: Guidebook, keys: Sequence[str], few: int = 8) -> list[tuple[str, list[Cap | Band | Ask]]]:
    """A step's rules in their order: a few in one group without a name, many by topic in the order of the rules' pages."""
    rules = [guide.rules[key] for key in keys]
    if len(rules) <= few:
        return [("", rules)]
    groups = ((title, [rule for rule in rules if rule.topic == topic]) for topic, title in guide.budget.topic_titles.items())
    return [(title, found) for title, found in groups if found]


def limit_editions(rules: Iterable[Cap | Band | Ask]) -> tuple[str, ...]:
    """The editions that have limits among the rules, oldest first."""
    return tuple(sorted({edition for rule in rules if rule.kind == "cap" for edition in rule.editions}))


def member_kinds(case: Case) -> tuple[str, ...]:
    """The kinds of members of a case's working groups, in the order of their first appearance."""
    return tuple(dict.fromkeys(kind for group in case.working_groups for kind in group.members))


def pages_by_section(guide: Guidebook, to: Addresses) -> Callable[[str, str], list[tuple[str, str]]]:
    """For a document and a section: the pages that cite it, as (title, address).

    A title that two of them bear (a term and a step) is told with its kind.
    """
    pages: dict[tuple[str, str], dict[str, tuple[str, str]]] = defaultdict(dict)
    told = pages_apart(guide, to)
    for kind, key, _, record in everything(guide):
        if isinstance(record, Citation) and record.section and (page := told(kind, key)):
            pages[record.doc, record.section].setdefault(page[1], (page[0], KINDS[kind].label or KINDS[kind].reference))

    def listed(doc: str, section: str) -> list[tuple[str, str]]:
        found = pages.get((doc, section), {})
        borne = Counter(title for title, _ in found.values())
        return [(f"{title}({kind})" if borne[title] > 1 else title, address) for address, (title, kind) in found.items()]

    return listed


def own_conflicts(record: Record) -> tuple[str, ...]:
    """The conflicts that a record names itself and that nothing inside it shows at its own place."""
    shown = {key for place, inner in inside(record) if place for key in getattr(inner, "conflicts", ())}
    return tuple(key for key in getattr(record, "conflicts", ()) if key not in shown)


def touched_by_conflict(guide: Guidebook, to: Addresses) -> Mapping[str, list[tuple[str, str]]]:
    """For each conflict: the pages that show it, as (title, address)."""
    touched: dict[str, list[tuple[str, str]]] = defaultdict(list)
    told = pages_apart(guide, to)
    for kind, key, record in guide.records():
        page = told(kind, key)
        for _, inner in inside(record):
            for conflict in getattr(inner, "conflicts", ()):
                if page and page not in touched[conflict]:
                    touched[conflict].append(page)
    return touched


# The site's chapters (mkdocs.yml) by the folders of their pages, in the order of the menu.
CHAPTERS: Mapping[str, tuple[str, ...]] = {
    "이해하기": ("understand",), "준비": ("prepare",), "계획 수립": ("plan",), "신청·조정": ("apply",), "예산": ("budget",),
    "협약·실행": ("agree", "execute"), "평가": ("evaluate",), "사례": ("cases",), "자치구": ("districts",),
    "일정·체크리스트": ("dates", "checklists"), "도구·서식": ("tools", "forms", "downloads"), "자료": ("reference", "maintain"),
}


def by_chapter(touched: Mapping[str, list[tuple[str, str]]]) -> Mapping[str, tuple[str, list[str]]]:
    """The keys by chapter (its first folder: title and keys), each in the chapter of the first page that shows it."""
    found: dict[str, tuple[str, list[str]]] = {folders[0]: (title, []) for title, folders in CHAPTERS.items()}
    chapter_of = {folder: folders[0] for folders in CHAPTERS.values() for folder in folders}
    for key, pages in touched.items():
        found[chapter_of[pages[0][1].split("/")[0]]][1].append(key)
    return {chapter: one for chapter, one in found.items() if one[1]}


def page_of(guide: Guidebook, to: Addresses, kind: str, key: str) -> tuple[str, str] | None:
    """The title and address of a record's page; None for records that only serve others."""
    address = to.of(kind, key) if kind != "budget" else None
    if address is None:
        return None
    title = str(getattr(getattr(guide, kind)[key], KINDS[kind].named))
    return title + (" 사례" if kind == "cases" else ""), address


def pages_apart(guide: Guidebook, to: Addresses) -> Callable[[str, str], tuple[str, str] | None]:
    """The title and address of a record's page, with its edition where a record of its kind bears the same name.

    An article of the agreement goes by its number as well: ‘정의’ alone does not tell of what.
    """
    borne = Counter((kind, str(getattr(record, KINDS[kind].named))) for kind, _, record in guide.records() if kind != "budget")

    def told(kind: str, key: str) -> tuple[str, str] | None:
        page = page_of(guide, to, kind, key)
        if page and isinstance(record := getattr(guide, kind)[key], Article):
            return f"협약서 제{record.number}조({page[0]})", page[1]
        editions = getattr(getattr(guide, kind)[key], "editions", ()) if page else ()
        return (f"{page[0]}({'·'.join(editions)}년판)", page[1]) if page and editions and borne[kind, page[0]] > 1 else page

    return told


def records_of(guide: Guidebook, to: Addresses, kind: str, chapter: str | None) -> list[tuple[str, str, str]]:
    """The records of a kind (and chapter) in their order, as (title, summary, address)."""
    records = [record for record in getattr(guide, kind).values()
               if chapter is None or record.chapter == chapter]
    records.sort(key=lambda record: (record.order, record.id))
    found = []
    for record in records:
        page = page_of(guide, to, kind, record.id)
        if page:
            found.append((page[0], record.summary, page[1]))
    return found


def sheets(guide: Guidebook) -> list[Sheet]:
    """The tools that judge a sheet, in their order."""
    return sorted(guide.sheets.values(), key=lambda sheet: sheet.order)


def duties(guide: Guidebook) -> list[tuple[Article, Clause]]:
    """What the agreement obliges somebody to, in the order of its articles."""
    articles = sorted(guide.articles.values(), key=lambda article: article.number)
    return [(article, clause) for article in articles for clause in article.clauses if clause.owes]


SUBJECTS: Mapping[str, str] = {
    "entry": "참여 시작", "participation": "연도별 참여 현황", "grant": "지원과 사업", "deliberation": "숙의·공론 참여",
    "council": "협치회의", "ordinance": "조례", "department": "담당부서와 협치조정관", "strategic": "협치전략사업",
    "mutual": "민민협력 기반조성 사업", "platform": "시민협력플랫폼", "network": "지역 네트워크",
    "jobs": "뉴딜일자리 공익활동 지원가", "consulting": "컨설팅", "school": "서울협치학교",
    "evaluation": "평가", "other": "기타",
}


def facts_of(district: District) -> list[tuple[str, list[Fact]]]:
    """A district's facts by subject, under its head."""
    groups = [(head, [fact for fact in district.facts if fact.subject == subject])
              for subject, head in SUBJECTS.items()]
    return [(head, facts) for head, facts in groups if facts]


def initial(word: str) -> str:
    """The first consonant of a Hangul word (ㄱ, ㄴ, …) for an index; other words stand under `기타`."""
    if not "가" <= word[0] <= "힣":
        return "기타"
    return "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"[(ord(word[0]) - ord("가")) // 588]


def glossary(guide: Guidebook) -> list[tuple[str, list[Term]]]:
    """The terms under their first consonants, in the order of the Korean alphabet."""
    groups: dict[str, list[Term]] = defaultdict(list)
    for term in sorted(guide.glossary.values(), key=lambda term: term.term):
        groups[initial(term.term)].append(term)
    return sorted(groups.items(), key=lambda group: (group[0] == "기타", group[0]))


@dataclass(frozen=True)
class Covered:
    """A document's sections with the pages that cite them."""

    source: Source
    rows: tuple[tuple[Section, list[tuple[str, str]]], ...]
    done: int


def coverage(guide: Guidebook, to: Addresses) -> list[Covered]:
    """Section by section: where the site treats it."""
    pages = pages_by_section(guide, to)
    table = []
    for source in guide.sources.values():
        rows = tuple((section, pages(source.id, section.id)) for section in source.sections)
        table.append(Covered(source, rows, sum(1 for _, found in rows if found)))
    return table


def district_rows(guide: Guidebook) -> tuple[list[str], list[tuple[District, list[int | str | None]]]]:
    """The columns and rows of the table of districts: what most districts have one number of, of the newest year."""
    newest = max((fact.year for district in guide.districts.values() for fact in district.facts
                  if fact.subject == "grant" and fact.year and fact.unit == "천원"), default=None)
    wanted = [*([(f"{newest}년 지원금(천원)", ("grant", newest, "천원")), (f"{newest}년 세부사업(건)", ("grant", newest, "건"))] if newest else []),
              (f"{guide.named('council')} 인원(명)", ("council", None, "명"))]
    rows: list[tuple[District, list[int | str | None]]] = []
    for district in sorted(guide.districts.values(), key=lambda district: district.name):
        cells: list[int | str | None] = [district.entry_year and f"{district.entry_year}년"]
        for _, (subject, year, unit) in wanted:
            cells.append(next((fact.value for fact in district.facts
                               if fact.subject == subject and fact.unit == unit and year in (None, fact.year)), None))
        rows.append((district, cells))
    return [guide.named("district"), f"{guide.named('scheme')} 첫 참여 연도", *(head for head, _ in wanted)], rows
