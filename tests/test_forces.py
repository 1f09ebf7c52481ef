"""How strongly a source says a thing: one mark, or one for each edition where editions differ."""

from __future__ import annotations

from dataclasses import replace

from macros.checks.force import check_force
from macros.models.rule import Cap
from macros.office.tracking import weight
from macros.pages.macros import Macros
from macros.reading.guidebook import Guidebook
from macros.tools.checklists import checklists_json
from macros.tools.package import stated_duties
from macros.views.forces import force_marks
from tests.no_page import NoPage


def rule_of(small: Guidebook, **changed: object) -> Cap:
    rule = small.rules["labour-cap"]
    assert isinstance(rule, Cap) and rule.editions == ("2020", "2021") and rule.force == "must"
    return rule.model_copy(update=changed)


def test_판마다_세기가_다르면_판마다_그_판의_표시가_붙는다(small: Guidebook) -> None:
    differs = rule_of(small, force_in={"2021": "reference"})
    assert force_marks(differs, differs.editions) == (("2020년판 의무", "must"), ("2021년판 참고", "reference"))
    assert force_marks(differs, ("2021",)) == (("참고", "reference"),)
    assert force_marks(differs, ("2020",)) == force_marks(rule_of(small), ("2020", "2021")) == (("의무", "must"),)
    assert force_marks(rule_of(small, basis="suggested"), differs.editions) == (("길잡이 제안", "suggested"),)
    assert weight(differs, differs.editions) == " [2020년판 의무] [2021년판 참고]"


def test_판마다_다른_세기는_규칙과_체크리스트와_묶음에서_그_판의_것이다(small: Guidebook) -> None:
    differs = rule_of(small, force_in={"2021": "reference"})
    checklist = small.checklists["planning"]
    group = checklist.groups[0]
    item = group.items[0].model_copy(update={"force": "must", "basis": "stated", "rule": None, "force_in": {"2021": "reference"},
                                             "source": differs.source})
    guide = replace(small, rules={**small.rules, differs.id: differs}, checklists={**small.checklists, checklist.id: checklist.model_copy(
        update={"groups": (group.model_copy(update={"items": (item, *group.items[1:])}), *checklist.groups[1:])})})
    pages = Macros(guide, NoPage())
    both = '[2020년판 의무]</span> <span class="hg-force hg-force--reference">[2021년판 참고]'
    assert both in pages.rules() and both in pages.checklist(checklist.id)
    assert '"marks":["2020년판 의무","2021년판 참고"]' in checklists_json(guide, pages.addresses, str, guide.checklists.values())
    assert next(one["editions"] for one in stated_duties(guide) if one["id"] == item.id) == ["2020"]


def test_원문_표현은_어느_판의_세기와든_맞으면_된다(small: Guidebook) -> None:
    rule = rule_of(small)
    twice = rule_of(small, force_in={"2021": "may"}, sentence="2020년판에서는 지켜야 해요. 2021년판에서는 넘을 수 있어요.", source=(
        rule.source[0].model_copy(update={"wording": "넘지 않아야"}), rule.source[0].model_copy(update={"wording": "초과 가능"})))
    assert not list(check_force(replace(small, rules={**small.rules, rule.id: twice})))
