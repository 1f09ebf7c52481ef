"""A text that repeats a recorded value is told the reference that would say it; what only looks alike is left in peace."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from macros.changes.leaves import leaves
from macros.changes.literals import literals, repeated
from macros.commands.check import check
from macros.reading.guidebook import Guidebook
from macros.reading.referred import Values
from tests.small_guide import SMALL


def limited(guide: Guidebook, **changes: Any) -> Guidebook:
    """The guide with another rule on the grant."""
    rule = guide.rules["grant-limit-2020"].model_copy(update=changes)
    return replace(guide, rules={**guide.rules, rule.id: rule})


def references(guide: Guidebook, folder: Path, kind: str) -> list[str]:
    """What is told of the texts of a kind, which alone are looked at."""
    only = {leaf.path for leaf in leaves(guide) if leaf.kind == kind}
    return [f"{one.said} → {one.reference}" for one in literals(guide, folder, only)]


def said_by(guide: Guidebook, text: str) -> Guidebook:
    """The guide with a term whose definition is the text."""
    key, term = next(iter(guide.glossary.items()))
    return replace(guide, glossary={key: term.model_copy(update={"definition": text, "synonyms": (), "everyday": (), "source": ()})})


def test_규칙의_문장이_제_한도를_다시_적으면_가리킬_말을_알린다(small: Guidebook, tmp_path: Path) -> None:
    guide = limited(small, at_most=777_000_000, sentence="한 구의 예산은 7억 7,700만 원 이내예요.", notes=(), reading_note="", examples=())
    assert "7억 7,700만 원 → ((규칙/grant-limit-2020))" in references(guide, tmp_path, "rules")


def test_한_곳에만_있는_큰_금액은_어디서든_그것이다(small: Guidebook, tmp_path: Path) -> None:
    guide = limited(said_by(small, "모두 7억 7,700만 원까지예요."), at_most=777_000_000)
    assert references(guide, tmp_path, "glossary") == ["7억 7,700만 원 → ((규칙/grant-limit-2020))"]


@pytest.mark.parametrize("text", ["모두 70억 원까지예요.", "모두 7,700만 원까지예요.", "모두 777명이에요.", "모임은 3월에 열어요."])
def test_값이_다르거나_딴것을_말하면_알리지_않는다(text: str, small: Guidebook, tmp_path: Path) -> None:
    assert references(limited(said_by(small, text), at_most=777_000_000), tmp_path, "glossary") == []


def test_이미_가리킨_값과_문서의_말은_알리지_않는다(small: Guidebook, tmp_path: Path) -> None:
    guide = limited(small, at_most=777_000_000, sentence="예산은 정해져 있어요.", notes=(), reading_note="", examples=())
    quoting = tuple(one.model_copy(update={"wording": "7억 7,700만 원 이내"}) for one in guide.rules["grant-limit-2020"].source)
    assert references(limited(guide, source=quoting), tmp_path, "rules") == references(guide, tmp_path, "rules")


def test_고친_글만_줄과_칸과_함께_알린다(small: Guidebook, tmp_path: Path) -> None:
    old = limited(said_by(small, "예산에는 한도가 있어요."), at_most=777_000_000)
    new = limited(said_by(small, "예산은 7억 7,700만 원까지예요."), at_most=777_000_000)
    [told] = repeated(old, new, tmp_path)
    assert told.file == "data/glossary.yaml" and told.line > 1 and told.column > 1
    assert "‘7억 7,700만 원’은" in told.message and "((규칙/grant-limit-2020))" in told.message
    assert not list(repeated(new, new, tmp_path))
    assert not list(repeated(new, said_by(new, "예산은 늘 7억 7,700만 원까지예요."), tmp_path))


def test_표의_합계도_가리킬_수_있다(small: Guidebook) -> None:
    topic = next(iter(small.topics.values()))
    section = next(one for one in topic.sections if one.tables)
    table = section.tables[0].model_copy(update={"id": "made-up", "columns": ("이름", "수"), "rows": (("가", 3), ("나", 4)), "totals": {"수": 7},
                                                 "unit": "명", "charts": ()})
    changed = topic.model_copy(update={"sections": (section.model_copy(update={"tables": (table,)}),)})
    found = Values(replace(small, topics={topic.id: changed})).of(f"주제/{topic.id}/made-up/합계/수", ())
    assert (found.value, found.unit) == (7, "명")


def test_검사는_다시_적은_값을_틀렸다고는_하지_않는다(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def git(*words: str) -> None:
        subprocess.run(["git", "-c", "user.name=가", "-c", "user.email=a@example.org", *words], cwd=tmp_path, check=True, capture_output=True)

    shutil.copytree(SMALL, tmp_path / "data")
    (tmp_path / "docs").mkdir()
    for words in (["init", "-b", "main"], ["add", "data"], ["commit", "-m", "자료"]):
        git(*words)
    path = tmp_path / "data/rules/grant-limit-2020.yaml"
    lines = ["sentence: 서울시가 한 구에 주는 예산은 1,000,000,000원 이내예요." if line.startswith("sentence: ") else line
             for line in path.read_text(encoding="utf-8").splitlines()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    check(tmp_path / "data", tmp_path / "docs", as_json=True)
    notes = json.loads(capsys.readouterr().out)["notes"]
    told = [one for one in notes if "((규칙/grant-limit-2020" in one["message"]]
    assert [one["file"] for one in told] == ["data/rules/grant-limit-2020.yaml"], notes
