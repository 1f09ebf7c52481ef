"""The JSON Schema says what the models say, in Korean, and what is committed is not stale."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from macros.cache.kept import Kept
from macros.commands.schema import FOLDER, SETTINGS, TYPES, stale
from macros.commands.schema import settings as written_settings
from macros.models.checklist import Move
from macros.models.common import Moment, Record
from macros.models.deadline import Span
from macros.reading.data_files import files
from macros.reading.guidebook import Guidebook, load
from macros.reading.guidebook import _Loader as Reader
from macros.reading.references import filled
from macros.reading.yaml_file import read
from macros.schema import script_types
from macros.schema.annotated import annotated, most_telling
from macros.schema.build import kinds, schema, text
from macros.schema.words import words
from tests.conftest import ROOT
from tests.plain_yaml import plain
from tests.small_guide import small_guide
from tests.test_broken import CASES, broken, right_of

WRITTEN_AS_TEXT = {Moment, Span}
# What a schema can know: the shape of one file. Meaning across files is for `make check`.
SHAPE = [case for case in CASES if any(word in case["name"] for word in (
    "항목 이름을 잘못", "있어야 할 항목", "고를 수 없는", "비교말을 숫자", "판을 숫자로", "id에 한글", "예/아니요 자리",
    "수 자리에 글", "0보다 작", "달이 열둘", "글이 비어", "목록이 비어", "목록 자리에 글", "묶음 자리에 글", "합계 자리에 수",
    "해를 두 자리", "비율을 알 수", "날짜를 점", "확인한 날을 글", "기한의 길이", "한도 자리에 목록", "규칙의 종류를 빠뜨"))]


def models() -> Iterator[type[Record]]:
    """Every model that a file may hold, at any depth."""
    seen: set[type[Record]] = set()

    def walk(shape: Any) -> None:
        if isinstance(shape, type) and issubclass(shape, Record):
            if shape in seen or shape in WRITTEN_AS_TEXT:
                return
            seen.add(shape)
            for field in shape.model_fields.values():
                for part in (field.annotation, *field.metadata):
                    walk(part)
        for part in get_args(shape):
            walk(part)

    for shape, _ in kinds().values():
        walk(shape)
    yield from sorted(seen, key=lambda model: model.__name__)


def test_적어_둔_모양이_모델과_같다() -> None:
    for name in stale():  # says which line, not only which file
        assert (FOLDER / name).read_text(encoding="utf-8").splitlines() == text(name.removesuffix(".json")).splitlines(), name
    assert not stale(), "python -m macros schema 로 새로 적어 주세요"
    assert TYPES.read_text(encoding="utf-8") == script_types.text(), "python -m macros schema 로 새로 적어 주세요"


def test_모든_항목에_한국어_이름과_뜻이_있고_남는_말이_없다() -> None:
    fields = [(model, name) for model in models() for name in model.model_fields]
    assert [f"{model.__name__}.{name}" for model, name in fields if words().key(model, name) is None] == []
    used = {words().key(model, name) for model, name in fields}
    assert set(words().fields) - used == set()
    assert set(words().kinds) == set(kinds())


def test_고르는_값마다_한국어_이름이_있다() -> None:
    def enums(node: Any) -> Iterator[dict[str, Any]]:
        if isinstance(node, dict):
            if "enum" in node:
                yield node
            for value in node.values():
                yield from enums(value)
        elif isinstance(node, list):
            for value in node:
                yield from enums(value)

    nameless = [node for kind in kinds() for node in enums(schema(kind)["$defs"])
                if len(node.get("enumDescriptions", ())) != len(node["enum"]) and "title" in node]
    assert nameless == []


# Kinds of which there is no record at times: no edition is being opened.
MAY_BE_NONE = frozenset({"openings"})


@pytest.mark.parametrize("kind", kinds())
def test_실제_자료가_모두_모양에_맞는다(kind: str) -> None:
    made = schema(kind)
    Draft202012Validator.check_schema(made)
    validator = Draft202012Validator(made)
    folder = ROOT / "data" / kind
    alone = folder.with_suffix(".yaml")
    paths = [alone] if alone.is_file() else list(files(folder))
    assert paths or kind in MAY_BE_NONE
    for path in paths:
        value = read(path.read_bytes(), path.name).value
        assert [error.message for error in validator.iter_errors(value)] == [], path.name


def test_모양을_어긴_본보기가_충분하다() -> None:
    assert len(SHAPE) >= 20


@pytest.mark.parametrize("case", SHAPE, ids=[case["name"] for case in SHAPE])
def test_모양을_어긴_자료를_모양도_물리친다(case: dict[str, Any]) -> None:
    kind = case["file"].split("/")[0].removesuffix(".yaml")
    wrong = plain(broken(case, right_of(case)))
    assert not Draft202012Validator(schema(kind)).is_valid(wrong)


def test_VS_Code가_종류마다_모양을_안다() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))
    for file, glob in settings["yaml.schemas"].items():
        assert (ROOT / file).exists()
        assert list(ROOT.glob(glob)) or Path(glob).parent.name in MAY_BE_NONE, glob
    assert SETTINGS.read_text(encoding="utf-8") == written_settings()


def test_본보기의_값이_제_모양에_맞는다() -> None:
    for kind in kinds():
        for model in schema(kind)["$defs"].values():
            for name, field in model["properties"].items():
                shape = {**field, "$defs": schema(kind)["$defs"]}
                for example in field.get("examples", ()):
                    valid = Draft202012Validator(shape)
                    assert valid.is_valid(example) or valid.is_valid([example]), (kind, name, example)


def test_종류마다_뜻을_적은_본보기가_실제_기록과_같게_읽힌다(guide: Guidebook) -> None:
    for kind in sorted({kind for kind, _, _ in guide.records()}):
        key = most_telling(guide, kind)
        assert key is not None
        text = annotated(guide, ROOT / "data", kind, key)
        again = Reader(ROOT / "data", Kept())
        parsed = read(text.encode("utf-8"), "본보기.yaml")
        shape, listed = kinds()[kind]
        [(_, record)] = again.records(shape, parsed, listed)
        assert not parsed.problems and not again.problems, kind
        read_again: dict[str, Any] = {kind: record if kind == "budget" else {**getattr(guide, kind), key: record}}
        again_filled = filled(replace(guide, **read_again), [(kind, key)])
        assert (again_filled.budget if kind == "budget" else getattr(again_filled, kind)[key]) == (
            guide.budget if kind == "budget" else getattr(guide, kind)[key]), kind
        node = schema(kind)
        names = {field["title"] for model in node["$defs"].values() for field in model.get("properties", {}).values()}
        said = [line.strip(" #").partition(":")[0] for line in text.splitlines() if line.lstrip().startswith("# ")]
        assert len(names & set(said)) >= len(record.model_fields_set), f"{kind}: 뜻을 적지 않은 항목이 있어요"


def test_중괄호에_한_줄로_적은_기록도_항목마다_뜻을_적고_같게_읽힌다(tmp_path: Path) -> None:
    data = small_guide(tmp_path)
    written = '{id: renamed, kind: moved, edition: "2020", before: [local-research-a], now: [local-research-b], note: 이름을 고쳤어요.}'
    (data / "moves.yaml").write_text(f"- {written}\n", encoding="utf-8")
    guide, problems = load(data, Kept())
    assert guide is not None, problems
    lines = annotated(guide, data, "moves", "renamed").splitlines()
    assert lines[-1] == f"- {written}" and all(line.startswith("# ") for line in lines[:-1])
    fields = words().fields
    assert [fields[words().key(Move, name) or name].label for name in Move.model_fields] == [
        line.strip("# ").partition(":")[0] for line in lines[:-1] if not line.startswith("#  ")]


def test_모양을_사이트에도_싣고_본보기_쪽이_가리킨다(built: Path, guide: Guidebook) -> None:
    page = unescape((built / "maintain/records/index.html").read_text(encoding="utf-8"))
    for kind in kinds():
        assert (built / "schema" / f"{kind}.json").read_bytes() == (ROOT / "data/.schema" / f"{kind}.json").read_bytes()
        assert f'href="../../schema/{kind}.json"' in page
        key = most_telling(guide, kind)
        text = annotated(guide, ROOT / "data", kind, key) if key else ""
        assert all(f">{line}</span>" in page for line in text.splitlines()), f"{kind}: 줄이나 들여쓰기가 사라졌어요"
