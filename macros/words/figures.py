"""How a sheet's verdicts are said in Korean, with the numbers in the sentence: the twin of js/tools/words.js."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from macros.models.budget import Measure as MeasureRecord
from macros.models.budget import Unit
from macros.models.rule import Band, Row
from macros.rules.judge import FLOOR, Verdict
from macros.rules.terms import SCALES, Comparison, Measure
from macros.words.korean import particle, share
from macros.words.verdicts import OPERATORS
from macros.words.vocabulary import VOCABULARY

UNITS: Mapping[str, str] = {unit: words[0] for unit, words in VOCABULARY.units.items()}


def mended(ways: Sequence[str]) -> str:
    """The ways to mend in one sentence; that one of them is enough is said only where there are several."""
    label = "조치 방법(하나만 하면 돼요)" if len(ways) > 1 else "조치 방법"
    return f"{label}: {' · '.join(ways)}."


class FigureWords:
    """Sentences on verdicts; `measures` by id give the words for numbers."""

    def __init__(self, measures: Mapping[str, MeasureRecord]) -> None:
        self.measures = measures

    def amount(self, parts: int, measure: Measure) -> str:
        """A number in parts of its unit: `1,234원`, `161.5점`."""
        return amount_text(parts, self.measures[measure.id].unit)

    def label(self, measure: Measure) -> str:
        """What the number is called."""
        return self.measures[measure.id].label

    def sentence(self, verdict: Verdict, reading: Comparison) -> str:
        """What was compared, number by number; nothing about what it means."""
        name, number = self.label(reading.part), self.amount(verdict.part, reading.part)
        alone = f"{name}{particle(name, '은/는')} {number}{particle(number, '이에요/예요')}."
        if reading.of is None or forbids(reading):
            return alone
        if verdict.bounded:
            return f"{alone} 모르는 금액이 있지만 어떤 금액이어도 결과가 같아요."
        whole = f"{self.label(reading.of)} {self.amount(verdict.whole, reading.of)}"
        ratio = percent(reading.operator or "at_least", verdict.status, verdict.part, verdict.whole)
        return f"{name} {number}{particle(number, '은/는')} {whole}의 {ratio}예요."

    def limit(self, reading: Comparison) -> str:
        """`70% 이상`, `500,000,000원 이내`; nothing for a band."""
        if reading.operator is None:
            return ""
        if forbids(reading):
            return f"0{UNITS[self.measures[reading.part.id].unit]}"
        number = share(Fraction(reading.num, reading.den)) if reading.of else self.amount(reading.num, reading.part)
        return f"{number} {OPERATORS[reading.operator]}"

    def mending(self, verdict: Verdict, reading: Comparison) -> list[str]:
        """What would mend a failing cap, each way alone enough."""
        if verdict.status != "fail":
            return []
        part = self.label(reading.part)
        measured = self.measures[reading.part.id].unit
        others = self.measures[reading.part.id].others or ("나머지 인원" if measured == "person" else "나머지 금액")
        rest = others if reading.nested else self.label(reading.of) if reading.of else ""
        unit = UNITS[measured]
        taken = particle(unit, "을/를")
        if reading.operator in FLOOR:
            ways = [(verdict.add, f"{part}{particle(part, '을/를')}", " 늘리기"),
                    (verdict.cut, f"{rest}{particle(rest, '을/를')}", " 줄이기"),
                    (verdict.move, others, f"{taken} {part}{particle(part, '으로/로')} 바꾸기")]
        else:
            ways = [(verdict.cut, f"{part}{particle(part, '을/를')}", " 줄이기"),
                    (verdict.add, f"{rest}{particle(rest, '을/를')}", " 늘리기"),
                    (verdict.move, part, f"{taken} {others}{particle(others, '으로/로')} 바꾸기")]
        return [f"{before} {number:,}{unit}{after}" for number, before, after in ways if number]

    def spare(self, verdict: Verdict, reading: Comparison) -> str | None:
        """How much is left to the limit, where that is worth knowing."""
        if verdict.room is None or forbids(reading):
            return None
        part = self.label(reading.part)
        word = "줄여도" if reading.operator in FLOOR else "늘려도"
        if verdict.room == 0:
            return "기준과 정확히 같아요."
        number = f"{verdict.room:,}{UNITS[self.measures[reading.part.id].unit]}"
        return f"{part}{particle(part, '을/를')} {number}까지 {word} 기준을 지켜요."


def forbids(reading: Comparison) -> bool:
    """Whether the limit is nothing at all: then no share has to be told."""
    return reading.operator == "at_most" and reading.num == 0


def amount_text(parts: int, unit: Unit) -> str:
    """A number in parts of its unit with its word."""
    scale = SCALES.get(unit, 1)
    rest = f"{parts % scale:0{len(str(scale)) - 1}d}".rstrip("0") if scale > 1 else ""
    return f"{parts // scale:,}{'.' if rest else ''}{rest}{UNITS[unit]}"


def percent(operator: str, status: str, part: int, whole: int) -> str:
    """A share with two decimals, rounded away from its verdict: what fails never shows as the limit."""
    if whole == 0:
        return "–"
    up = (operator == "above" and status == "ok") if operator in FLOOR else status == "fail"
    hundredths = (part * 10000 + (whole - 1 if up else 0)) // whole
    rest = f"{hundredths % 100:02d}".rstrip("0")
    return f"{hundredths // 100:,}{'.' if rest else ''}{rest}%"


def row_of(band: Band, key: str | None) -> Row | None:
    """The row that decides."""
    return next((row for row in band.rows if row.id == key), None)
