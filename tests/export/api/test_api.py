"""What other systems read: whole, true to its schema, the same on every build, and never less than before."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from playwright.sync_api import Page

from macros.api import schema as schema_module
from macros.api.files import published
from macros.api.lists import stamp
from macros.api.plain import plain
from macros.api.tables import MOST, TOO_LONG, as_csv
from macros.checks.walk import everything
from macros.models.common import Table
from macros.models.rule import Cap
from macros.office.catalogue import newest
from macros.reading.guidebook import Guidebook
from macros.schema.build import in_order, kinds
from macros.site.published import FOLDER, VERSION
from tests.conftest import ROOT
from tests.export.api.shape import FILE, now

WANTED = ("sources", "editions", "procedures", "timelines", "rules", "checklists", "forms", "cases", "districts", "glossary", "conflicts")


@pytest.fixture(scope="module")
def api(guide: Guidebook) -> dict[str, bytes]:
    """Every file by its address; the list of downloads is empty here."""
    return dict(published(guide, ()))


def read(api: dict[str, bytes], address: str) -> Any:
    return json.loads(api[address])


def test_목록마다_JSON과_모양과_CSV가_있다(guide: Guidebook, api: dict[str, bytes]) -> None:
    index = read(api, "index.json")
    assert set(WANTED) <= {one["kind"] for one in index["lists"]} == set(kinds())
    for one in index["lists"]:
        assert {one["json"], one["schema"], one["csv"]} <= set(api)
        assert one["count"] == read(api, one["json"])["count"] == len(read(api, one["json"])["records"])
    assert {one["csv"] for one in index["tables"]} <= set(api)
    assert index["schema_version"] == VERSION and index["editions"] == sorted(guide.editions)


def test_기록이_하나도_빠지지_않는다(guide: Guidebook, api: dict[str, bytes]) -> None:
    for kind in kinds():
        found = [record.get("id", kind) for record in read(api, f"{kind}.json")["records"]]
        wanted = ["budget"] if kind == "budget" else list(getattr(guide, kind))
        assert found == wanted, kind


@pytest.mark.parametrize("kind", kinds())
def test_자료가_제_모양에_맞고_모양은_바른_스키마다(api: dict[str, bytes], kind: str) -> None:
    made = read(api, f"schema/{kind}.json")
    Draft202012Validator.check_schema(made)
    validator = Draft202012Validator(made)
    assert not [error.message for error in validator.iter_errors(read(api, f"{kind}.json"))][:3]
    broken = read(api, f"{kind}.json")
    broken["records"] = [{"href": None}]
    assert not validator.is_valid(broken)


def test_값은_자료의_값이다(guide: Guidebook, api: dict[str, bytes]) -> None:
    rules, cap = {record["id"]: record for record in read(api, "rules.json")["records"]}, guide.rules["labour-cap"]
    assert isinstance(cap, Cap)
    assert rules["labour-cap"]["at_most"] == str(cap.at_most) and rules["labour-cap"]["href"] == "budget/rules/#rule-labour-cap"
    assert rules["labour-cap"]["source"][0]["doc"] == guide.rules["labour-cap"].source[0].doc
    assert rules["labour-cap"]["checked_on"] == guide.rules["labour-cap"].checked_on.isoformat()
    events = {one["id"]: one for record in read(api, "timelines.json")["records"] for one in record["events"]}
    for event in (one for timeline in guide.timelines.values() for one in timeline.events):
        assert events[event.id]["start"] == event.start.iso and events[event.id]["end"] == (event.end.iso if event.end else None)


def test_쪽의_주소는_모두_있는_쪽이다(api: dict[str, bytes], built: Path) -> None:
    for kind in kinds():
        for record in read(api, f"{kind}.json")["records"]:
            if record["href"] is not None:
                path, _, fragment = record["href"].partition("#")
                html = (built / path / "index.html").read_text(encoding="utf-8")
                assert not fragment or f'id="{fragment}"' in html, record["href"]


def test_다시_만들어도_같고_사이트의_것과도_같다(guide: Guidebook, api: dict[str, bytes], built: Path) -> None:
    assert dict(published(guide, ())) == api
    for address, content in api.items():
        if address != "files.json":
            assert (built / FOLDER / address).read_bytes() == content, address
    served = {path.relative_to(built / FOLDER).as_posix() for path in (built / FOLDER).rglob("*") if path.is_file()}
    assert served == set(api)


def test_내려받을_파일의_목록은_파일과_맞는다(built: Path) -> None:
    made = json.loads((built / FOLDER / "files.json").read_bytes())
    schema = json.loads((built / FOLDER / "schema/files.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    assert not list(Draft202012Validator(schema).iter_errors(made)) and made["count"] == len(made["records"]) > 50
    assert not Draft202012Validator(schema).is_valid({**made, "records": [{**made["records"][0], "sha256": "0"}]})
    for record in made["records"]:
        assert (built / record["href"]).stat().st_size == record["size"]
        assert record["sha256"] in (built / "downloads/SHA256SUMS").read_text(encoding="utf-8")


def test_CSV는_엑셀이_여는_것이고_표마다_있다(guide: Guidebook, api: dict[str, bytes]) -> None:
    tables = [record for _, _, _, record in everything(guide) if isinstance(record, Table)]
    found = [address for address in api if address.startswith("csv/tables/")]
    assert len(found) == len(tables) > 150
    for address, content in api.items():
        if address.endswith(".csv"):
            assert content.startswith(b"\xef\xbb\xbf") and content.endswith(b"\r\n"), address
            rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
            listed = getattr(guide, address.removeprefix("csv/").removesuffix(".csv"), True)  # no record, no row below the head
            assert len(rows) > bool(listed) and len({len(row) for row in rows}) == 1, address
            assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "@")], address
    grants = list(csv.reader(io.StringIO(api["csv/tables/topics-grants-2021-grants-table.csv"].decode("utf-8-sig"))))
    assert grants[0][:3] == ["자치구", "세부사업(건)", "지원금(천원)"] and grants[1][:3] == ["강남구", "2", "470000"]
    assert grants[-1][:3] == ["합계", "238", "21145000"] and "2021 추진계획" in grants[1][3]


def test_수식처럼_보이는_글은_CSV에서도_글이다() -> None:
    made = as_csv(("=가",), (("=1+1",), ("-3",), (-3,), ("@x\x00",), (None,), (True,), (["가", "나"],)))
    rows = list(csv.reader(io.StringIO(made.decode("utf-8-sig"))))
    assert [row[0] if row else "" for row in rows] == ["'=가", "'=1+1", "-3", "-3", "'@x", "", "true", "가; 나"]


def test_모르는_것은_값이_되지_않는다() -> None:
    with pytest.raises(TypeError):
        plain(0.5)


def test_OpenAPI는_있는_파일만_적는다(api: dict[str, bytes]) -> None:
    made = read(api, "openapi.json")
    assert made["openapi"] == "3.1.0" and made["info"]["version"] == VERSION
    assert {address.lstrip("/") for address in made["paths"]} == {address for address in api if address == "index.json" or (
        "/" not in address and address.endswith(".json") and address != "openapi.json") or (
        address.startswith("csv/") and not address.startswith("csv/tables/"))} | {"csv/tables/{name}.csv"}
    ids = [entry["get"]["operationId"] for entry in made["paths"].values()]
    assert len(ids) == len(set(ids))


def test_전에_있던_항목은_사라지지_않는다() -> None:
    before, after = json.loads(FILE.read_text(encoding="utf-8")), now()
    assert not missing(before, after), "사라진 항목이 있어요. 되돌리거나, 폴더를 v2로 올려 주세요."
    assert not missing(after, before), "새 항목이 있어요. python -m tests.export.api.shape 로 적어 두세요."


def missing(before: Mapping[str, Sequence[str]], after: Mapping[str, Sequence[str]]) -> list[str]:
    """What was there before and no longer is."""
    return [path for kind, paths in before.items() for path in paths if path not in set(after.get(kind, ()))]


def test_항목이_하나라도_사라지거나_달라지면_알아챈다(monkeypatch: pytest.MonkeyPatch) -> None:
    before = now()
    for path in ("rules.records[].at_most: string", "timelines.records[].events[].id: string", "forms.records[].href: string"):
        kind = path.partition(".")[0]
        assert path in before[kind]
        assert missing(before, {**before, kind: [one for one in before[kind] if one != path]}) == [path]
        assert missing(before, {**before, kind: [one.replace(": string", ": integer") if one == path else one for one in before[kind]]}) == [path]
    assert missing(before, {kind: paths for kind, paths in before.items() if kind != "glossary"}) == before["glossary"]
    # A field that the models lose is lost in the shape.
    monkeypatch.setattr(schema_module, "in_order", lambda model: [name for name in in_order(model) if name != "at_most"])
    # Not by taking it out of the model's own table: put back there, it would be the last of the fields.
    monkeypatch.setattr(Cap, "__pydantic_fields__", {name: field for name, field in Cap.model_fields.items() if name != "at_most"})
    assert "rules.records[].at_most: string" in missing(before, now())


def referred(node: Any, value: Any, defs: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Every reference in a value as (what it refers to, id), found by the published schema."""
    if "$ref" in node:
        node = defs[node["$ref"].removeprefix("#/$defs/")]
    if "x-refers" in node:
        yield from ((node["x-refers"], one) for one in (value if isinstance(value, list) else [value]) if isinstance(one, str))
    chosen = [part for part in (*node.get("anyOf", ()), *node.get("oneOf", ())) if part.get("type") != "null"] if value is not None else []
    for part in (*node.get("allOf", ()), *chosen):
        if len(chosen) < 2 or Draft202012Validator({**part, "$defs": defs}).is_valid(value):
            yield from referred(part, value, defs)
    if isinstance(value, dict):
        for key, child in node.get("properties", {}).items():
            if key in value:
                yield from referred(child, value[key], defs)
    elif isinstance(value, list) and "items" in node:
        for one in value:
            yield from referred(node["items"], one, defs)


def test_기록이_가리키는_기록은_모두_있다(api: dict[str, bytes]) -> None:
    ids = {kind: {record.get("id") for record in read(api, f"{kind}.json")["records"]} for kind in kinds()}
    found = set()
    for kind in kinds():
        made = read(api, f"schema/{kind}.json")
        for record in read(api, f"{kind}.json")["records"]:
            found |= set(referred(made["properties"]["records"]["items"], record, made["$defs"]))
    checked = [(target, key) for target, key in found if target in ids]
    assert len(checked) > 300 and {"rules", "steps", "conflicts", "editions"} <= {target for target, _ in checked}
    assert not [(target, key) for target, key in checked if key not in ids[target]]
    cited = {doc for kind in kinds() for doc in re.findall(r'"doc": "([^"]*)"', api[f"{kind}.json"].decode())}
    assert cited <= ids["sources"] and len(cited) > 3


def test_만든_때는_자료의_날이거나_빌드가_준_때다(guide: Guidebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert stamp(guide) == f"{newest(guide)}T00:00:00Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1234567890")
    assert stamp(guide) == "2009-02-13T23:31:30Z"


PAGE = (ROOT / "docs/downloads/data.md").read_text(encoding="utf-8")
ADDRESS = "https://사이트-주소"


def example(language: str) -> str:
    """The page's example in a language."""
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found, language
    return found[1]


def test_쪽의_파이썬_보기는_그대로_돈다(site: str, guide: Guidebook, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(example("python").replace(ADDRESS, site), "data.md", "exec"), {})
    printed = capsys.readouterr().out.splitlines()
    assert len(printed) == sum(1 for rule in guide.rules.values() if isinstance(rule, Cap) and "2021" in rule.editions)
    assert f"{guide.rules['labour-cap'].label} 1/10 143" in printed


def test_CSV를_읽는_보기는_원래_글을_돌려준다(site: str, guide: Guidebook, capsys: pytest.CaptureFixture[str]) -> None:
    code = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)[1]
    names: dict[str, Any] = {}
    exec(compile(code.replace(ADDRESS, site), "data.md", "exec"), names)
    assert capsys.readouterr().out.strip() == "1/10"
    assert {rule["id"]: rule["label"] for rule in names["rules"]} == {key: rule.label for key, rule in guide.rules.items()}


def test_쪽의_자바스크립트_보기와_표의_주소도_맞다(page: Page, site: str, api: dict[str, bytes]) -> None:
    page.goto("/404.html")
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.evaluate("(code) => new (Object.getPrototypeOf(async function () {}).constructor)(code)()", example("javascript").replace(ADDRESS, site))
    assert said == ["24개 구, 21145000천원"]
    imported = re.search(rf'IMPORTDATA\("{ADDRESS}/{FOLDER}/([^"]*)"\)', PAGE)
    assert imported and imported[1] in api


def test_쪽에_지금의_판이_맨_위에_있다() -> None:
    listed = re.findall(r"^- \*\*(\d+\.\d+)\*\* \(\d{4}-\d{2}-\d{2}\)", PAGE, re.MULTILINE)
    assert listed[0] == VERSION and listed == sorted(listed, reverse=True)


def test_엑셀의_칸보다_긴_목록은_잘리지_않고_어디에_있는지_말한다() -> None:
    fits, longer = [{"글": "가" * (MOST - len('[{"글":""}]'))}], [{"글": "가" * MOST}]
    rows = list(csv.reader(io.StringIO(as_csv(["하나", "둘"], [[fits, longer]]).decode("utf-8-sig"), newline="")))
    assert len(rows[1][0]) == MOST and rows[1][1] == TOO_LONG
