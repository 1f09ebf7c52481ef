"""The shares that a form's list must keep, judged in Excel by the rules' own whole numbers.

What is not known is never a pass: a person without a kind or a sex makes the answer 확인 필요.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from macros.calendars.entry import cited
from macros.models.form import Filled, Form
from macros.models.rule import Cap
from macros.office.documents.document import Cell, Grid, Paragraph, Row, Section, head
from macros.office.lists import column_of, list_block
from macros.reading.guidebook import Guidebook
from macros.words.korean import share
from macros.words.verdicts import LEVELS, OPERATORS, word_of

OK, UNKNOWN, NONE = LEVELS["ok"], LEVELS["unknown"], LEVELS["na"]
EX_OFFICIO = "당연직"


@dataclass(frozen=True)
class People:
    """What the list says of its people, counted."""

    members: int
    private: int
    women: int
    men: int
    appointed: int
    appointed_women: int
    appointed_men: int
    unnamed: int

    def measure(self, name: str) -> int:
        """A measure of data/budget.yaml."""
        return {"council-members": self.members, "council-private": self.private, "council-women": self.women,
                "council-appointed": self.appointed,
                "council-appointed-larger-sex": max(self.appointed_women, self.appointed_men)}[name]

    @property
    def complete(self) -> bool:
        """Whether every person on the list has a kind and a sex."""
        return not self.unnamed and self.women + self.men == self.members


def count(entered: Filled, kind: int, sex: int) -> People:
    """`kind` and `sex` are the columns of the entered rows, from 0."""
    rows = [(str(row[kind]), str(row[sex]), any(cell != "" for cell in row)) for row in entered.rows]
    known = [(kind, sex) for kind, sex, _ in rows if kind]
    appointed = [(kind, sex) for kind, sex in known if EX_OFFICIO not in kind]
    women, men = (sum(sex == one for _, sex in known) for one in ("여성", "남성"))
    appointed_women, appointed_men = (sum(sex == one for _, sex in appointed) for one in ("여성", "남성"))
    return People(len(known), sum(kind.startswith("민간") for kind, _ in known), women, men, len(appointed),
                  appointed_women, appointed_men, sum(used and not kind for kind, _, used in rows))


def formulas(section: str, first: int, kind: int, sex: int) -> Mapping[str, str]:
    """The measures as Excel counts them in the list `section`; columns from 1, `first` is the name's."""
    k, s, n = (f"{{{section}.c{column}}}" for column in (kind, sex, first))
    by_post = f'"*{EX_OFFICIO}*"'
    women, men = (f'COUNTIFS({s},"{one}",{k},"?*")' for one in ("여성", "남성"))
    chosen_women, chosen_men = (f'({all_}-COUNTIFS({s},"{one}",{k},{by_post}))' for all_, one in ((women, "여성"), (men, "남성")))
    return {
        "council-members": f'COUNTIF({k},"?*")', "council-private": f'COUNTIF({k},"민간*")', "council-women": women,
        "council-appointed": f'(COUNTIF({k},"?*")-COUNTIF({k},{by_post}))',
        "council-appointed-larger-sex": f"MAX({chosen_women},{chosen_men})",
        "incomplete": f'(COUNTIFS({n},"?*",{k},"")+COUNTIF({k},"?*")-{women}-{men})',
    }


def verdict(rule: Cap, part: int, of: int, complete: bool) -> str:
    """The rule's answer in whole numbers, without division."""
    if not complete:
        return UNKNOWN
    if not of:
        return NONE
    limit = _limit(rule)
    slack = limit.denominator * part - limit.numerator * of
    return OK if {"at_least": slack >= 0, "above": slack > 0, "at_most": slack <= 0, "below": slack < 0}[rule.operator] else fail_word(rule)


def fail_word(rule: Cap) -> str:
    """What a share that is not kept is called."""
    return word_of("fail", rule.severity)


def _limit(rule: Cap) -> Fraction:
    assert isinstance(rule.limit, Fraction), rule.id
    return rule.limit


def _verdict_formula(rule: Cap, incomplete: str, row: int) -> str:
    limit = _limit(rule)
    compare = {"at_least": ">=", "above": ">", "at_most": "<=", "below": "<"}[rule.operator]
    part, of = f"{{shares.r{row}c2}}", f"{{shares.r{row}c3}}"
    return (f'IF({incomplete}<>0,"{UNKNOWN}",IF({of}=0,"{NONE}",'
            f'IF({limit.denominator}*{part}{compare}{limit.numerator}*{of},"{OK}","{fail_word(rule)}")))')


def share_section(guide: Guidebook, form: Form, entered: Filled) -> Iterator[Section]:
    """The table of shares, for a form that names rules to check."""
    found = list_block(form)
    if not form.checks or not found:
        return
    name, block = found
    kind, sex = column_of(block, "kind"), column_of(block, "sex")
    people = count(entered, kind - 2, sex - 2)
    says = formulas(name, 2, kind, sex)
    rows = [_row(guide, key, at, people, says, bool(entered.rows)) for at, key in enumerate(form.checks, 1)]
    labels = {measure.id: measure.label for measure in guide.budget.measures}
    yield Section("shares", "비율 점검", "비율 점검", (
        Paragraph("엑셀 파일은 명단을 적는 대로 인원과 비율을 계산하고 판정해요. 구분이나 성별이 빈 사람이 있으면 ‘확인 필요’예요."),),
        Grid((34, 12, 12, 14, 16, 16, 40), (head("기준", "부분(명)", "전체(명)", "비율", "정한 선", "판정", "근거"), *rows)),
        notes=tuple(f"{guide.rules[key].label}: {labels[rule.part]} ÷ {labels[rule.of or '']}. {rule.reading_note or ''}".strip()
                    for key in form.checks if isinstance(rule := guide.rules[key], Cap)))


def _row(guide: Guidebook, key: str, at: int, people: People, says: Mapping[str, str], entered: bool) -> Row:
    rule = guide.rules[key]
    assert isinstance(rule, Cap) and rule.of, key
    part, of = people.measure(rule.part), people.measure(rule.of)
    tenths = part * 1000 // of if of else 0
    return (
        Cell(rule.label, "label"), Cell(number=part, role="number", formula=says[rule.part], on_paper=entered),
        Cell(number=of, role="number", formula=says[rule.of], on_paper=entered),
        Cell(number=tenths, percent=True, role="number", on_paper=entered,
             formula=f"IF({{shares.r{at}c3}}=0,0,ROUNDDOWN({{shares.r{at}c2}}/{{shares.r{at}c3}},3))"),
        Cell(f"{share(_limit(rule))} {OPERATORS[rule.operator]}"),
        Cell(verdict(rule, part, of, people.complete), "total", formula=_verdict_formula(rule, says["incomplete"], at),
             on_paper=entered),
        Cell(cited(rule.source[0], guide), "note"))
