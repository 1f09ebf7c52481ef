"""For which editions an item of a checklist has ground: its own, and what it shares with its rule."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from macros.models.common import Citation
from macros.reading.guidebook import Guidebook
from macros.views.editions import item_editions

# The small guide's edition of 2021 goes on with chapter 3 of the guide of 2020, not with its appendix 1.
HELD = {"doc": "guide-2020", "section": "ch3.2.2"}
PAST = {"doc": "guide-2020", "section": "app1-1.3"}
RULES = {"doc": "guide-2020", "section": "ch1.3.2"}
RULE = "grant-limit-2020"


def editions(small: Guidebook, rule: str | None, *sources: dict[str, Any]) -> tuple[str, ...]:
    checklist = small.checklists["planning"]
    source = tuple(Citation.model_validate(one) for one in sources)
    return item_editions(small, checklist, checklist.groups[0].items[0].model_copy(update={"rule": rule, "source": source}))


def test_규칙이_없으면_항목의_근거가_판을_정한다(small: Guidebook) -> None:
    assert editions(small, None, HELD) == ()
    assert editions(small, None, PAST) == ("2020",)


def test_규칙에_없는_근거가_있으면_규칙의_판이_항목을_좁히지_않는다(small: Guidebook) -> None:
    """A rule of one edition that is named for the help beside an item takes no edition from it."""
    assert small.rules[RULE].editions == ("2020",)
    assert editions(small, RULE, HELD, PAST) == ()


def test_규칙과_같은_근거만_있으면_규칙의_판을_따른다(small: Guidebook) -> None:
    assert editions(small, RULE, RULES, PAST) == ("2020",)
    shared = small.rules[RULE].model_copy(update={"source": (Citation.model_validate(HELD),)})
    guide = small.__class__(**{**vars(small), "rules": {**small.rules, RULE: shared}})
    assert editions(guide, RULE, HELD) == ("2020",)
    assert editions(guide, RULE, {**HELD, "section": "ch3.2.2.1"}) == ("2020",)


def test_규칙이_여럿이면_어느_하나라도_있는_판에_항목이_있다(small: Guidebook) -> None:
    checklist = small.checklists["planning"]
    cited = {"source": (Citation.model_validate(HELD),)}
    rules = {**small.rules, RULE: small.rules[RULE].model_copy(update=cited),
             "further": small.rules[RULE].model_copy(update={**cited, "id": "further", "editions": ("2021",)})}
    guide = replace(small, rules=rules)
    item = checklist.groups[0].items[0].model_copy(update={"rule": RULE, "rules": ("further",), **cited})
    assert item_editions(guide, checklist, item) == ()
    assert item_editions(guide, checklist, item.model_copy(update={"rules": ()})) == ("2020",)
    assert item_editions(guide, checklist, item.model_copy(update={"rule": None})) == ("2021",)
