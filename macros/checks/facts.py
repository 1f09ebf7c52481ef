"""Facts that a sheet asks for, what follows from them, and the outcomes: everything named is there and can be so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from macros.models.outcome import OutcomeCase
from macros.models.rule import Ask, Band, Cap
from macros.models.sheet import Sheet
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem, nearest
from macros.reading.yaml_values import Place
from macros.words.korean import particle

STATUSES = ("ok", "fail", "na")
# What a letter can be filled with (js/tools/letter.js).
MARK, MARKS = re.compile(r"\{([^{}]*)\}"), ("year", "clauses", "projects", "amount", "total", "earlier", "decided")
# A question that joins what is left undone to what is done asks for the violation: whoever did both cannot answer it.
UNDONE = re.compile(r"(지 않은 채|지 않고|지 못한 채|없이) ")


def check_facts(guide: Guidebook) -> Iterator[Problem]:
    """All sheets and all rules that follow from facts."""
    for key, sheet in guide.sheets.items():
        facts = answers_of(guide, sheet)
        yield from _gates(guide, key, sheet)
        yield from _unused(guide, key, sheet)
        yield from _retired(guide, key, sheet, facts)
        for at, outcome in enumerate(sheet.outcomes):
            alone = len(outcome.conditions)
            for index, case in enumerate(outcome.cases):
                place: Place = ("outcomes", at, "conditions", index) if index < alone else ("outcomes", at, "when", index - alone)
                yield from _case(guide, key, sheet, facts, place, case)
                if outcome.level == "ok" and any("unknown" in answers for answers in case.facts.values()):
                    yield guide.problem("sheets", key, (*place, "facts"),
                                        "모르는 답(unknown)으로는 ok인 결론에 이를 수 없어요. 알아야 할 답을 적어 주세요.")
        yield from _everywhere(guide, key, sheet)
        yield from _letters(guide, key, sheet)
    yield from _rules(guide)
    yield from _questions(guide)


def rules_of(guide: Guidebook, sheet: Sheet) -> dict[str, Cap | Band | Ask]:
    """The rules that judge the sheet in any of its editions."""
    return {key: rule for key, rule in guide.rules.items()
            if rule.subject in sheet.subjects and set(rule.editions) & set(sheet.editions)}


def answers_of(guide: Guidebook, sheet: Sheet) -> dict[str, tuple[str, ...]]:
    """What each fact of the sheet may be; a rule's own question is a fact of its id."""
    own = {key: ("yes", "no") for key, rule in rules_of(guide, sheet).items() if isinstance(rule, Ask) and rule.question}
    return {**own, **{fact.id: fact.answers for fact in sheet.facts}}


def _is_wrong(facts: Mapping[str, Sequence[str]], fact: str, answers: Sequence[str]) -> str | None:
    if fact not in facts:
        return f"이 도구가 묻지 않는 사실이에요: {fact}.{nearest(fact, facts)}"
    strange = next((answer for answer in answers if answer not in (*facts[fact], "unknown")), None)
    return f"'{fact}'의 답은 {', '.join(facts[fact])} 가운데 하나예요." if strange else None


def _gates(guide: Guidebook, key: str, sheet: Sheet) -> Iterator[Problem]:
    before: dict[str, tuple[str, ...]] = {}
    for at, fact in enumerate(sheet.facts):
        for gate, answers in fact.only_if.items():
            if wrong := _is_wrong(before, gate, answers):
                yield guide.problem("sheets", key, ("facts", at, "only_if", gate), f"{wrong} 먼저 묻는 사실만 적을 수 있어요.")
        before[fact.id] = fact.answers


def _unused(guide: Guidebook, key: str, sheet: Sheet) -> Iterator[Problem]:
    used = {fact for rule in rules_of(guide, sheet).values() if isinstance(rule, Ask) for entry in rule.breaking for fact in entry}
    used |= {fact for outcome in sheet.outcomes for case in outcome.cases for fact in case.facts}
    used |= {gate for fact in sheet.facts for gate in fact.only_if}
    for at, fact in enumerate(sheet.facts):
        if fact.id not in used:
            yield guide.problem("sheets", key, ("facts", at, "id"), "이 답을 쓰는 규칙이나 결론이 없어요. 묻지 않아도 되면 지워 주세요.")


def _retired(guide: Guidebook, key: str, sheet: Sheet, facts: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    for at, one in enumerate(sheet.retired):
        if one.id in facts:
            yield guide.problem("sheets", key, ("retired", at, "id"), "지금도 묻는 사실이에요. 뜻이 바뀌었으면 사실의 id를 새로 지어 주세요.")
        for index, fact in enumerate(one.now):
            if wrong := _is_wrong(facts, fact, ()):
                yield guide.problem("sheets", key, ("retired", at, "now", index), wrong)


def _case(guide: Guidebook, key: str, sheet: Sheet, facts: Mapping[str, Sequence[str]], place: Place, case: OutcomeCase) -> Iterator[Problem]:
    judging = rules_of(guide, sheet)
    last = bool(sheet.parts) and place[1] == len(sheet.outcomes) - 1  # where nothing before it is so
    if not case.rules and not case.facts and not last:
        yield guide.problem("sheets", key, place, "rules나 facts에 무엇이 어떠하면 이 결론인지 적어 주세요.")
    for rule, result in case.rules.items():
        record = judging.get(rule)
        results = (*(row.id for row in record.rows), "na") if isinstance(record, Band) else STATUSES
        if record is None:
            yield guide.problem("sheets", key, place, f"이 도구가 판정하지 않는 규칙이에요: {rule}.{nearest(rule, judging)}")
        elif result not in results:
            yield guide.problem("sheets", key, place, f"'{rule}'의 결과는 {', '.join(results)} 가운데 하나예요.")
    for fact, answers in case.facts.items():
        if wrong := _is_wrong(facts, fact, answers):
            yield guide.problem("sheets", key, (*place, "facts", fact), wrong)


def _everywhere(guide: Guidebook, key: str, sheet: Sheet) -> Iterator[Problem]:
    """Each row of a band that outcomes name leads to one; rules that apply at one outcome name one that there is."""
    named = [(rule, result) for outcome in sheet.outcomes for case in outcome.cases for rule, result in case.rules.items()]
    for rule in dict.fromkeys(rule for rule, _ in named):
        record = guide.rules.get(rule)
        missing = [row.id for row in record.rows if (rule, row.id) not in named] if isinstance(record, Band) else []
        if missing:
            yield guide.problem("sheets", key, ("outcomes",), f"'{rule}'의 결과 {', '.join(missing)}에 이르는 결론이 없어요.")
    outcomes = {outcome.name for outcome in sheet.outcomes}
    for rule, outcome in sheet.applies_at.items():
        if rule not in rules_of(guide, sheet) or outcome not in outcomes:
            yield guide.problem("sheets", key, ("applies_at", rule), "이 도구의 규칙과 결론의 이름을 적어 주세요.")


def _letters(guide: Guidebook, key: str, sheet: Sheet) -> Iterator[Problem]:
    """What an outcome sends is there, and a letter's marks are known."""
    ids = {letter.id for letter in sheet.letters}
    for at, outcome in enumerate(sheet.outcomes):
        if outcome.letter and outcome.letter not in ids:
            yield guide.problem("sheets", key, ("outcomes", at, "letter"), "letters에 없는 공문이에요. 공문의 글을 letters에 적어 주세요.")
    for at, letter in enumerate(sheet.letters):
        for index, text in enumerate(letter.paragraphs):
            strange = [mark for mark in MARK.findall(text) if mark not in MARKS]
            if strange:
                yield guide.problem("sheets", key, ("letters", at, "paragraphs", index),
                                    f"'{strange[0]}'은(는) 공문에 채울 수 있는 말이 아니에요: {', '.join(MARKS)}.")


def _rules(guide: Guidebook) -> Iterator[Problem]:
    """A rule that follows from facts is judged by a sheet that asks for them."""
    for key, rule in guide.rules.items():
        if not isinstance(rule, Ask) or not rule.violated_when:
            continue
        sheets = [sheet for sheet in guide.sheets.values() if key in rules_of(guide, sheet)]
        if not sheets:
            yield guide.problem("rules", key, ("violated_when",), "이 사실들을 묻는 도구가 없어요. question과 violated_by로 적어 주세요.")
        for sheet in sheets:
            facts = answers_of(guide, sheet)
            for at, entry in enumerate(rule.violated_when):
                for fact, answer in entry.items():
                    if wrong := _is_wrong(facts, fact, (answer,)):
                        yield guide.problem("rules", key, ("violated_when", at, fact), wrong)


def _questions(guide: Guidebook) -> Iterator[Problem]:
    asked: list[tuple[str, str, Place, str]] = [
        ("rules", key, ("question",), rule.asked) for key, rule in guide.rules.items() if isinstance(rule, Ask)]
    asked += [("sheets", key, ("facts", at, "question"), fact.question)
              for key, sheet in guide.sheets.items() for at, fact in enumerate(sheet.facts)]
    for kind, key, place, text in asked:
        if found := UNDONE.search(text):
            word = found[0].strip()
            yield guide.problem(kind, key, place, f"'{word}'{particle(word, '을/를')} 빼고 무엇이 그러한지만 물어 주세요. 어겼는지를 물으면 "
                                                  "제대로 한 사람이 답을 고를 수 없어요. 두 가지라면 사실을 둘로 나누어 물으세요.")
