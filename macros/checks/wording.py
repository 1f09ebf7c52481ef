"""A rule's operator says what the words of its citation say: 이상 and 초과 cannot be swapped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

from macros.models.rule import Cap, Operator
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem
from macros.words.korean import share

# Longer words first: '이상을 넘' is the guideline's own contradiction and is read as 이상 or 초과.
WORDS: Mapping[str, frozenset[Operator]] = {
    "이상을 넘": frozenset({"at_least", "above"}),
    "넘지 않": frozenset({"at_most"}),
    "넘을 수 없": frozenset({"at_most"}),
    "초과할 수 없": frozenset({"at_most"}),
    "이내": frozenset({"at_most"}),
    "이하": frozenset({"at_most"}),
    "최대": frozenset({"at_most"}),
    "미만": frozenset({"below"}),
    "이상": frozenset({"at_least"}),
    "최소": frozenset({"at_least"}),
    "넘도록": frozenset({"above"}),
    "넘어야": frozenset({"above"}),
    "초과": frozenset({"above"}),
    "불가": frozenset({"equal", "at_most"}),
    # A range or a graded amount names both ends or the amount itself; the rule takes one side of it.
    "차등": frozenset({"at_least", "at_most", "equal"}),
    # A stated total is what all parts together may reach.
    "총": frozenset({"at_most"}),
}
SAID: Mapping[Operator, str] = {
    "at_most": "이내·이하·넘지 않", "below": "미만", "at_least": "이상", "above": "초과·넘도록", "equal": "불가",
}


def operators_in(wording: str) -> frozenset[Operator] | None:
    """The operators that the words allow; None when none of the known words is there."""
    return next((allowed for word, allowed in WORDS.items() if word in wording), None)


def percentages(wording: str) -> set[Fraction]:
    """The shares that the words name: `10%를 넘지 않아야` names 1/10."""
    return {Fraction(int(found), 100) for found in re.findall(r"(\d{1,3})%", wording)}


def check_wording(guide: Guidebook) -> Iterator[Problem]:
    """Every cap quotes the words of its operator, and they agree with it."""
    for key, rule in guide.rules.items():
        if not isinstance(rule, Cap):
            continue
        quoted = [(index, citation.wording) for index, citation in enumerate(rule.source) if citation.wording]
        if not quoted:
            yield guide.problem("rules", key, ("source",),
                                f"한도에는 근거 문구가 있어야 해요. source에 wording: {SAID[rule.operator]} 처럼 원문 표현을 짧게 써 주세요.")
        for index, wording in quoted:
            allowed = operators_in(wording)
            named = percentages(wording)
            if isinstance(rule.limit, Fraction) and named and rule.limit not in named:
                yield guide.problem("rules", key, (rule.operator,),
                                    f"근거의 말은 '{wording}'인데 {share(rule.limit)}로 적었어요. 값이나 wording을 고쳐 주세요.")
            if allowed is not None and rule.operator not in allowed:
                right = ", ".join(sorted(allowed))
                yield guide.problem("rules", key, (rule.operator,),
                                    f"근거의 말은 '{wording}'인데 {rule.operator}로 적었어요. {right}(으)로 쓰거나 wording을 고쳐 주세요.")
            elif allowed is None:
                yield guide.problem("rules", key, ("source", index, "wording"),
                                    f"'{wording}'에는 한도를 뜻하는 말이 없어요. {SAID[rule.operator]} 같은 말이 든 부분을 써 주세요.")
