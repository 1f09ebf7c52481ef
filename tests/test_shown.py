"""What cards, forms and tools show of the small guide: the whole of it, and nothing that is not there."""

from __future__ import annotations

import re
from dataclasses import replace

from macros.models.step import StandIn
from macros.pages.macros import Macros
from macros.reading.guidebook import Guidebook
from macros.rules.priorities import standings
from macros.site.sides import acting
from macros.tools.sheet_examples import worked
from macros.tools.sheets import levels
from macros.views.compare import card_figures, in_order
from macros.views.relations import Relations
from tests.no_page import NoPage


def test_사례_카드는_깔때기의_첫_단계부터_끝까지_보이고_합산한_값이라고_적는다(small: Guidebook) -> None:
    case = small.cases["nowon"]
    stages = [figure for figure in case.figures if figure.funnel]
    assert list(card_figures(case)) == stages and stages[0].derived
    cards = Macros(small, NoPage()).case_cards()
    assert cards.count("이 길잡이가 합산한 값") == 1 and all(stage.label in cards for stage in stages)
    assert card_figures(small.cases["dobong"]) == small.cases["dobong"].figures[:3]


def test_사례는_파일_순서가_아니라_구의_이름_순서로_선다(small: Guidebook) -> None:
    turned = replace(small, cases=dict(reversed(list(small.cases.items()))))
    names = [case.district for case in in_order(turned)]
    assert names == sorted(names) == re.findall(r'hg-card__title"><a href="[^"]*">([^<]+)', Macros(turned, NoPage()).case_cards())


def test_서식의_표는_아무_칸에도_없는_예시와_작성자의_열을_두지_않는다(small: Guidebook) -> None:
    form = small.forms["application-2-1"]
    bare = [block.title for block in form.blocks if not any(field.example for field in block.fields)]
    heads = re.findall(r'aria-label="([^"]+)의 칸".*?<thead>(.*?)</thead>', Macros(small, NoPage()).form(form.id), re.DOTALL)
    assert bare and {title for title, head in heads if "작성 예시" not in head} == set(bare)
    assert all("작성자" in head for _, head in heads)
    nobody = form.model_copy(update={"blocks": tuple(block.model_copy(update={"fields": tuple(
        field.model_copy(update={"who": None}) for field in block.fields)}) for block in form.blocks)})
    assert "작성자</th>" not in Macros(replace(small, forms={**small.forms, form.id: nobody}), NoPage()).form(form.id)


def test_도구의_예시는_질문에_답한_것과_표에_없는_규칙의_판정까지_보인다(small: Guidebook) -> None:
    sheet = small.sheets["budget-change"]
    one = next(worked(small, sheet))
    assert one.judged == len(one.told) + sum(number for _, number in one.others) > len(one.told)
    assert len(one.answers) == len(one.example.answers)
    page = Macros(small, NoPage()).sheet(sheet.id)
    assert all(question in page for question, _ in one.answers) and one.answers[1][1] == "아니요"
    assert one.answers[0][1] == next(option.label for option in sheet.facts[0].options if option.id == one.example.answers[sheet.facts[0].id])
    assert f"규칙 {one.judged}가지 가운데 {len(one.told)}가지만 보여 줘요." in page


def test_도구는_제_규칙에_있는_판정만_설명하고_일부에만_있으면_어디인지_말한다(small: Guidebook) -> None:
    found = {sheet.id: {level.word: level.groups for level in levels(small, sheet)} for sheet in small.sheets.values()}
    assert found["budget-change"] == {"위반": (), "주의": ()} and found["evaluation"] == {"참고": ()}
    assert set(found["eligibility"]) == {"위반"} and 0 < len(found["eligibility"]["위반"]) < len({p.group for p in small.sheets["eligibility"].parts})
    said = Macros(small, NoPage()).tool_levels("eligibility")
    assert "위반" in said and "주의" not in said and "참고" not in said and "이런 규칙은 " in said
    assert "에만 있어요." not in Macros(small, NoPage()).tool_levels("budget-change")


def test_체크리스트의_항목은_글에_담긴_규칙을_모두_보여_주고_규칙은_그_항목을_보여_준다(small: Guidebook) -> None:
    checklist = small.checklists["planning"]
    group, named = checklist.groups[0], sorted(small.rules)[:2]
    item = group.items[0].model_copy(update={"rule": named[0], "rules": (named[1],)})
    changed = checklist.model_copy(update={"groups": (group.model_copy(update={"items": (item, *group.items[1:])}), *checklist.groups[1:])})
    guide = replace(small, checklists={**small.checklists, checklist.id: changed})
    page = Macros(guide, NoPage()).checklist(checklist.id)
    labels = [guide.rules[key].label for key in named]
    found = re.search(rf'id="item-{item.id}".*?</li>', page, re.DOTALL)
    assert found and re.findall(r">규칙: ([^<]+)</a>", found[0]) == labels
    assert all(item in [used for *_, used in Relations(guide).uses_of_rule(key).items] for key in named)


def test_단계의_누가에는_대신하는_주체와_그_조건이_함께_나온다(small: Guidebook) -> None:
    step = small.steps["local-research"]
    assert step.who == ("council",)
    changed = step.model_copy(update={"stand_ins": (StandIn(actor="tft", instead_of="council", condition="아직 없으면"),)})
    guide = replace(small, steps={**small.steps, step.id: changed})
    council, instead = (guide.actors[key].name for key in ("council", "tft"))
    both = f"{council}(아직 없으면 {instead})"
    assert acting(changed, guide) == (both,) and acting(step, small) == (council,)
    page = Macros(guide, NoPage()).step(step.id)
    assert f"<dt>누가</dt><dd>{both}</dd>" in page and f"<strong>{instead}</strong> ({council}가 아직 없으면)" in page


def test_결과만_알려_주는_구간_규칙에는_미준수_시_주의라는_표시가_없다(small: Guidebook) -> None:
    band = small.rules["change-approval"]
    assert (band.kind, band.severity) == ("band", "care")
    topics = small.budget.topic_titles
    page = Macros(small, NoPage()).rules(*topics)
    head = re.search(rf'id="rule-{band.id}".*?</header>', page, re.DOTALL)
    assert head and "결과 안내" in head[0] and "미준수 시" not in head[0] and "hg-badge--care" not in head[0]


def test_규칙_페이지는_그_페이지에_있는_표시만_설명하고_예산의_위반과_주의는_계산기와_같은_말로_설명한다(small: Guidebook) -> None:
    macros = Macros(small, NoPage())
    change = macros.rules("change")
    assert "‘결과 안내’는" in change and "‘참고 기준’" not in change and "기준과 다르면" not in change
    one = next(rule for rule in small.rules.values() if rule.subject == "plan" and rule.severity == "prohibited")
    said = macros.rules(one.topic)
    levels_told = re.sub(r"</?p>", "", macros.plan_levels()).strip()
    assert levels_told in said and "‘결과 안내’는" not in said
    lone = replace(small, rules={key: rule.model_copy(update={"subject": "council"}) for key, rule in small.rules.items()})
    assert levels_told not in Macros(lone, NoPage()).rules(one.topic)


def test_같은_순위가_여럿이면_공동이라고_적는다(small: Guidebook) -> None:
    place = Macros(small, NoPage()).environment.get_template("_parts/place.html.j2").module.place  # type: ignore[attr-defined]
    three = standings((1,), 5, [[5], [5], [3]])
    assert [place(three, one.best) for one in three] == ["공동 1위", "공동 1위", "3위"]


def test_단계마다_센_것이_다른_줄의_머리에는_단위가_없고_칸에만_있다(small: Guidebook) -> None:
    case = small.cases["nowon"]
    guide = replace(small, cases={f"c{number}": case.model_copy(update={"id": f"c{number}"}) for number in range(3)})
    page = Macros(guide, NoPage()).case_figures()
    head = re.search(r'data-ours="funnel-first".*?</th>', page, re.DOTALL)
    assert head and not head[0].endswith(")</th>") and f"({case.figures[0].unit})</span>" in page


def test_서식_목록의_머리는_번호가_어느_문서의_것인지_말한다(small: Guidebook) -> None:
    numbered = [form for form in small.forms.values() if form.number and form.source]
    assert numbered
    page = Macros(small, NoPage()).form_files()
    assert f"{small.sources[numbered[0].source[0].doc].short}의 서식 번호·수록 위치</th>" in page
