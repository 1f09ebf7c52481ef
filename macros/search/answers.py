"""What the records answer by themselves: a limit, a day, an article, who sits on a body, a form, an office, a term.

Each answer belongs to the entry at its address; the engine (docs/assets/js/search/answers.js) shows it as a card when a query
asks for its kind and the answer's words cover all of the query. An answer holds no word that its record does not have.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from macros.models.article import Article
from macros.models.body import Body
from macros.models.budget import Unit
from macros.models.common import Citation
from macros.models.rule import AnyRule, ByChoice, Cap
from macros.models.timeline import Event, Timeline
from macros.reading.guidebook import Guidebook
from macros.site.addresses import Addresses
from macros.views.dates import said
from macros.words.figures import UNITS
from macros.words.korean import share, won_in_words
from macros.words.verdicts import OPERATORS

# What a kind of answer is called on its card.
KINDS = {"rule": "규칙", "date": "일정", "due": "기한", "article": "협약 조문", "body": "구성", "form": "서식", "office": "부서", "term": "용어"}
# So many points of a body's composition stand on its card; the rest is on its page.
POINTS = 4
# An actor that is an office, which people turn to.
OFFICE = "부서예요."
YEAR = re.compile(r"-20\d\d")
PARAGRAPH = re.compile(r"제\d+조[①-⑳]")


@dataclass(frozen=True)
class Answer:
    """A recorded value. `subject` is what it is the value of; `words` are further names that its record stands under.

    `figure` is the bare value where there is one, `text` says it in a sentence (several lines: several points). Answers of one
    `family` say the same of different editions or documents: they are shown together.
    """

    at: str
    kind: str
    subject: str
    words: str
    figure: str
    text: str
    editions: tuple[str, ...]
    grounds: str
    family: str = ""

    @property
    def row(self) -> list[object]:
        """As it stands in the index, beside its entry."""
        family = [self.family] if self.family else []
        return [self.kind, self.subject, self.words, self.figure, self.text, list(self.editions), self.grounds, *family]


def grounds(guide: Guidebook, cited: Sequence[Citation]) -> str:
    """The first citation in words: `2020 안내서 143쪽 3.2.2(1)③`."""
    if not cited:
        return ""
    first = cited[0]
    return " ".join(part for part in (guide.sources[first.doc].short, f"{first.page}쪽" if first.page else "", first.clause or "") if part)


def figure_of(guide: Guidebook, rule: AnyRule) -> str:
    """A limit by itself: `10% 이내`, `10억 원 이내`, `10명 이내`; empty where a rule has none, or one for each option."""
    if not isinstance(rule, Cap) or isinstance(rule.limit, ByChoice) or not rule.limit:
        return ""
    units = {measure.id: measure.unit for measure in guide.budget.measures}
    number = share(rule.limit) if isinstance(rule.limit, Fraction) else _amount(rule.limit, units.get(rule.part, "won"))
    return f"{number} {OPERATORS[rule.operator]}" if rule.operator != "equal" else number


def _amount(amount: int, unit: Unit) -> str:
    return won_in_words(amount) if unit == "won" else f"{amount:,}{UNITS[unit]}"


def _family(guide: Guidebook, rule: AnyRule) -> str:
    """The rules that replace one another, or that differ only in what stands in brackets, by a name that they share."""
    while rule.replaces and rule.replaces[0] in guide.rules:
        rule = guide.rules[rule.replaces[0]]
    return re.sub(r"\(.*?\)", "", rule.label)


def _rules(guide: Guidebook, to: Addresses) -> Iterator[Answer]:
    for rule in guide.rules.values():
        yield Answer(to.rule(rule.id), "rule", rule.label, guide.budget.topic_titles[rule.topic], figure_of(guide, rule), rule.sentence,
                     rule.editions, grounds(guide, rule.source), _family(guide, rule))


def _event(guide: Guidebook, to: Addresses, timeline: Timeline, event: Event) -> Answer:
    shown, told = said(event)
    return Answer(to.timeline(timeline.id, event.id), "date", event.title, timeline.title, told or shown, event.summary,
                  (timeline.edition,), grounds(guide, event.source), f"{timeline.short} {YEAR.sub('', event.same_as or event.id)}")


def _dates(guide: Guidebook, to: Addresses) -> Iterator[Answer]:
    """What was planned; what happened instead is told where the plan stands."""
    for timeline in guide.timelines.values():
        yield from (_event(guide, to, timeline, event) for event in timeline.events if not event.actual)


def _dues(guide: Guidebook, to: Addresses) -> Iterator[Answer]:
    """What a source states; the guide's own suggestions answer nothing."""
    for known in guide.deadlines.values():
        for due in known.dues:
            if due.basis == "stated":
                yield Answer(to.deadlines(known.id), "due", due.title, known.known, due.text or "", due.summary,
                             due.editions or known.editions, grounds(guide, due.source))


def _article(guide: Guidebook, to: Addresses, article: Article) -> Iterator[Answer]:
    name = f"협약 제{article.number}조"
    yield Answer(to.article(article.id), "article", f"{name}({article.title})", "", "", article.summary, (), grounds(guide, article.source))
    told = {clause.clause: "\n".join(one.text for one in article.clauses if one.clause == clause.clause) for clause in article.clauses}
    for clause, text in told.items():
        if PARAGRAPH.fullmatch(clause):
            yield Answer(to.article(article.id), "article", f"협약 {clause}({article.title})", "", "", text, (), "")


def _body(guide: Guidebook, to: Addresses, body: Body) -> Answer:
    points = [point.text for point in body.composition[:POINTS]]
    return Answer(to.body(body.id), "body", body.name, "\n".join(body.names), "", "\n".join(points), body.editions, grounds(guide, body.source))


def _forms(guide: Guidebook, to: Addresses) -> Iterator[Answer]:
    for form in guide.forms.values():
        number = f"서식 {form.number}" if form.number and form.number[0].isdigit() else form.number or ""
        yield Answer(to.form(form.id), "form", form.title, number, number, form.submitted, form.editions, grounds(guide, form.source))


def _offices(guide: Guidebook, to: Addresses) -> Iterator[Answer]:
    """The offices among the actors, where the glossary tells of them."""
    terms = {name: key for key, term in guide.glossary.items() for name in (term.term, *term.synonyms)}
    for actor in guide.actors.values():
        if actor.summary.endswith(OFFICE) and (key := terms.get(actor.name)):
            names = "\n".join(guide.glossary[key].synonyms)
            yield Answer(to.term(key), "office", actor.name, names, "", actor.summary, (), grounds(guide, actor.source))


def _terms(guide: Guidebook, to: Addresses) -> Iterator[Answer]:
    """The glossary. Its other names stand in the index already, beside the term's place."""
    for term in guide.glossary.values():
        yield Answer(to.term(term.id), "term", term.term, "", "", term.definition, (), grounds(guide, term.source))


def _all(guide: Guidebook, to: Addresses) -> Iterator[Answer]:
    for tell in (_rules, _dates, _dues, _forms, _offices, _terms):
        yield from tell(guide, to)
    for article in guide.articles.values():
        yield from _article(guide, to, article)
    yield from (_body(guide, to, body) for body in guide.bodies.values())


def answers(guide: Guidebook) -> list[Answer]:
    """All that the records answer. A family of one is none."""
    found = list(_all(guide, Addresses(guide)))
    families = Counter(answer.family for answer in found)
    return [answer if families[answer.family] > 1 else replace(answer, family="") for answer in found]
