"""`python -m macros evaluate`: verdicts, exit codes, and what is wrong with a file, by its place."""

from __future__ import annotations

import io
import json
import os
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from macros.__main__ import main
from macros.models.plan import Plan
from macros.office.excel.budget.read import read_workbook
from macros.office.excel.budget.write import workbook
from macros.office.excel.cells import FOREIGN
from macros.reading.guidebook import Guidebook
from macros.rules.canonical import verdicts_json
from macros.rules.evaluate import evaluate
from macros.rules.terms import for_plan, measures
from macros.tools.plan_file import read_json
from tests.examples import example_plans
from tests.rules.sheet_vectors import load_sheet_vectors, saved
from tests.rules.vectors import with_limits

KEPT, BROKEN = example_plans()
SIZE = (12, 4)


@pytest.fixture(scope="module")
def guide(guide: Guidebook) -> Guidebook:
    """The guide with the limits that the example plans are about, whatever the data say today."""
    return with_limits(guide)


@pytest.fixture(autouse=True)
def _loaded(guide: Guidebook, monkeypatch: pytest.MonkeyPatch) -> None:
    """The data are read once for all tests."""
    monkeypatch.setattr("macros.commands.evaluate.load", lambda *_: (guide, []))
    monkeypatch.setattr("macros.commands.evaluate.Kept", lambda *_: None)


def save(folder: Path, plan: Plan, name: str = "계획.json") -> Path:
    """The plan as the calculator saves it."""
    path = folder / name
    path.write_text(plan.model_dump_json(), encoding="utf-8")
    return path


def answered(guide: Guidebook, plan: Plan) -> Plan:
    """With all questions answered as they should be."""
    rules = for_plan(guide.rules.values(), measures(guide.budget), plan.edition)
    replies = {rule.id: {"answer": "no" if rule.violated_by == "yes" else "yes"} for rule in rules if rule.kind == "ask"}
    return Plan.model_validate({**plan.model_dump(mode="json"), "answers": replies})


def test_어긴_것이_있으면_1로_끝나고_이유와_근거를_말한다(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(save(tmp_path, BROKEN))]) == 1
    said = capsys.readouterr().out
    for text in ("2020년판 규칙", "✕ 위반  인건비성 경비 한도: 10% 이내", "줄여야 할 금액", "3.2.2(1)③", "작은 도서관 새 단장", "? 확인 필요"):
        assert text in said


def test_다_지키고_다_답하면_0으로_끝난다(
        guide: Guidebook, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(save(tmp_path, answered(guide, KEPT)))]) == 0
    assert "위반 0 · 주의 0 · 확인 필요 0" in capsys.readouterr().out


def test_확인할_것만_남으면_3으로_끝난다(tmp_path: Path) -> None:
    assert main(["evaluate", str(save(tmp_path, KEPT))]) == 3


def test_여러_파일과_json은_엔진의_판정_그대로다(
        guide: Guidebook, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = tmp_path / "계획.xlsx"
    book.write_bytes(workbook(guide, BROKEN.edition, BROKEN, SIZE).content)
    assert main(["evaluate", str(save(tmp_path, KEPT)), str(book), "--json"]) == 1
    first, second = json.loads(capsys.readouterr().out)["plans"]
    rules = {edition: for_plan(guide.rules.values(), measures(guide.budget), edition) for edition in ("2020", "2021")}
    assert first["verdicts"] == json.loads(verdicts_json(evaluate(rules["2021"], KEPT)))
    assert second["verdicts"] == json.loads(verdicts_json(evaluate(rules["2020"], BROKEN)))
    assert second["title"] == BROKEN.title and second["counts"]["breach"] == second["levels"].count("breach") > 0


def test_다른_판의_규칙으로_판정하고_그렇다고_말한다(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(save(tmp_path, BROKEN))
    main(["evaluate", path, "--edition", "2021"])
    said = capsys.readouterr().out
    assert "2020년판으로 만든 계획을 2021년판 규칙으로" in said and "협치기반 구축" in said
    assert main(["evaluate", path, "--edition", "1999"]) == 2
    assert "쓸 수 있는 적용 연도" in capsys.readouterr().err


LINE = '{"format": "hyeopchi-plan", "version": 1, "edition": "2021", "projects": [{"id": "a", "lines": [{"id": "b", %s}]}]}'


@pytest.mark.parametrize(("content", "sentence"), [
    ("{깨진", "깨졌거나"), ('{"a": 1}', "저장한 파일이 아니에요"), ("[" * 100_000, "여러 겹"),
    ('{"format": "hyeopchi-plan", "version": 2}', "더 새로운 길잡이"),
    ('{"format": "hyeopchi-plan", "version": 1, "edition": "2031"}', "2031년판 규칙이 없어요"),
    ('{"format": "hyeopchi-plan", "version": 1, "edition": "2021", "extra": 1}', "extra:"),
    (LINE % '"amounts": {"city": 1.5}', "1번째 사업의 1번째 줄의 시비:"),
    (LINE % '"amounts": {"city": -5}', "1번째 사업의 1번째 줄의 시비: 0 이상"),
    (LINE % '"amounts": {"lottery": 1}', "모르는 재원(lottery)"),
    (LINE % '"kind": 3', "1번째 사업의 1번째 줄의 비목:"),
    (LINE % '"kind": "transfer", "also": ["labor"]', "1번째 사업의 1번째 줄에 모르는 ‘함께 계산할 비목’(labor)"),
    (LINE % '"kind": "transfer", "also": "labour"', "1번째 사업의 1번째 줄의 함께 계산할 비목: 목록이어야"),
])
def test_읽지_못한_파일은_자리와_이유를_말하고_2로_끝난다(
        tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str, sentence: str) -> None:
    path = tmp_path / "계획.json"
    path.write_text(content, encoding="utf-8")
    assert main(["evaluate", str(path)]) == 2
    assert sentence in capsys.readouterr().err


def test_없는_파일과_폴더와_다른_파일도_이유를_말한다(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    picture = tmp_path / "그림.png"
    picture.write_bytes(b"\x89PNG\r\n\xff\xfe")
    zipped = tmp_path / "깨진.xlsx"
    zipped.write_bytes(b"PK\x03\x04 not a workbook")
    pipe = tmp_path / "관.json"
    os.mkfifo(pipe)  # nobody writes into it: opening it would wait for ever
    assert main(["evaluate", str(tmp_path / "없음.json"), str(tmp_path), str(picture), str(zipped), str(pipe), "/dev/zero"]) == 2
    said = capsys.readouterr().err
    for sentence in ("파일이 없어요", "글자를 읽을 수 없어요", "파일이 깨졌거나 암호가"):
        assert sentence in said
    assert said.count("보통 파일이 아니에요") == 3


def test_넘치는_파일은_다_읽지_않는다(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "큰 것.json"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    assert main(["evaluate", str(path)]) == 2
    assert "파일이 너무 커요" in capsys.readouterr().err


def test_모르는_비목은_비우고_알린다(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "계획.json"
    path.write_text(LINE % '"kind": "travel", "amounts": {"city": 5}', encoding="utf-8")
    main(["evaluate", str(path)])
    assert "이 길잡이에 없는 값(travel)" in capsys.readouterr().out


UNKNOWN_IDS = {"reading": "guess", "choices": {"grade": "ra", "colour": "red"}, "answers": {"no-such-rule": {"answer": "yes"}}}
TOLD = ("해석 기준: 이 길잡이에 없는 값(guess)", "성과평가 등급: 이 길잡이에 없는 값(ra)", "없는 항목(colour)", "없는 질문(no-such-rule)")


def test_모르는_해석과_고른_것과_질문도_비우고_알린다(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "계획.json"
    path.write_text(json.dumps({**json.loads(BROKEN.model_dump_json()), **UNKNOWN_IDS}), encoding="utf-8")
    assert main(["evaluate", str(path)]) == 1
    said = capsys.readouterr().out
    assert all(sentence in said for sentence in TOLD)


@pytest.mark.parametrize(("sheet", "cell", "value", "sentence"), [
    ("사업", "E6", "1,200만", "‘사업’ 시트 E6: ‘1,200만’: 금액이 아니에요"),
    ("사업", "F5", -3, "‘사업’ 시트 F5: ‘-3’: 금액이 아니에요"),
    ("사업", "F5", 1.5, "‘사업’ 시트 F5: ‘1.5’: 금액이 아니에요"),
    ("사업", "G5", "=1+1", "‘사업’ 시트 G5: 수식의 값이 파일에 없어요"),
    ("사업", "B5", "협치기반", "혹시 '협치기반 구축'인가요?"),
    ("사업", "B7", "협치기반 구축", "‘사업’ 시트 B7: 부문은 사업의 첫 줄에만"),
    ("사업", "D5", "인건비", "‘사업’ 시트 D5: ‘인건비’ 대신"),
    ("바탕", "B6", "1억", "‘바탕’ 시트 B6: ‘1억’: 금액이 아니에요"),
    ("사업", "H6", "인건비", "‘사업’ 시트 H6: ‘인건비’ 대신"), ("사업", "H4", "메모", "‘사업’ 시트 4행의 제목이 바뀌었어요"),
    ("사업", "A5", "", "‘사업’ 시트 A5: 사업명을 먼저"),
    ("사업", "A8", "협치학교와 성과 나눔", "‘사업’ 시트 A8: 앞에 같은 이름의 사업"),
    ("사업", "E4", "시비(천원)", "‘사업’ 시트 4행의 제목이 바뀌었어요"),
    ("질문", "C5", "아마", "‘질문’ 시트 C5: ‘아마’ 대신"),
    ("바탕", "B5", "내 마음대로", "‘바탕’ 시트 B5:"), ("바탕", "B4", "2031", "2031년판 규칙이 없어요"),
    ("바탕", "B2", "hyeopchi-plan-xlsx 9", "더 새로운 길잡이"), ("바탕", "B2", "가계부", FOREIGN),
])
def test_엑셀의_틀린_칸은_시트와_칸을_말한다(guide: Guidebook, tmp_path: Path, capsys: pytest.CaptureFixture[str],
                                 sheet: str, cell: str, value: str | float, sentence: str) -> None:
    book = load_workbook(io.BytesIO(workbook(guide, BROKEN.edition, BROKEN, SIZE).content))
    book[sheet][cell] = value
    path = tmp_path / "계획.xlsx"
    book.save(path)
    assert main(["evaluate", str(path)]) == 2
    assert sentence in capsys.readouterr().err


def test_함께_계산할_비목은_한_번씩만_남고_저마다_센다(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "계획.json"
    also = '"kind": "transfer", "also": ["labour", "labour", "transfer"], "amounts": {"city": 100}'
    path.write_text(LINE.replace('"id": "a"', '"id": "a", "part": "sectoral"') % also, encoding="utf-8")
    main(["evaluate", str(path), "--json"])
    parts = {one["rule"]: one["part"] for one in json.loads(capsys.readouterr().out)["plans"][0]["verdicts"]}
    assert parts["labour-cap"] == parts["transfer-cap"] == parts["grant-by-grade-2021"] == "100"


def test_함께_계산할_비목_칸이_없던_엑셀_파일도_읽는다(guide: Guidebook, tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(workbook(guide, BROKEN.edition, BROKEN, SIZE).content))
    book["바탕"]["B2"] = "hyeopchi-plan-xlsx 1"
    lines = book["사업"]
    lines["H4"] = "소계(원)"
    for row in range(5, 17):
        lines[f"H{row}"] = 1000  # what the formula of that time has left
    path = tmp_path / "계획.xlsx"
    book.save(path)
    projects = read_workbook(path.read_bytes(), guide).plan.projects
    assert [[line.amounts for line in each.lines] for each in projects] == [
        [{fund: won for fund, won in line.amounts.items() if won} for line in each.lines] for each in BROKEN.projects]
    assert not [line for each in projects for line in each.lines if line.also]


def test_통계목_칸이_없던_엑셀_파일과_계획_파일도_읽고_있으면_그대로_둔다(guide: Guidebook, tmp_path: Path) -> None:
    named = BROKEN.model_copy(update={"projects": tuple(project.model_copy(update={"lines": tuple(
        line.model_copy(update={"subject": "일반운영비 — 사무관리비"}) for line in project.lines)}) for project in BROKEN.projects)})
    content = workbook(guide, named.edition, named, SIZE).content
    assert {line.subject for each in read_workbook(content, guide).plan.projects for line in each.lines} == {"일반운영비 — 사무관리비"}
    book = load_workbook(io.BytesIO(content))
    lines = book["사업"]
    lines["I4"] = "소계(원)"  # what stood there before
    path = tmp_path / "계획.xlsx"
    book.save(path)
    assert {line.subject for each in read_workbook(path.read_bytes(), guide).plan.projects for line in each.lines} == {""}
    assert read_json(LINE % '"kind": "other"', guide).plan.projects[0].lines[0].subject == ""
    assert read_json(LINE % '"kind": "other", "subject": "사무관리비"', guide).plan.projects[0].lines[0].subject == "사무관리비"


def test_다른_프로그램이_저장한_엑셀도_읽는다(guide: Guidebook, tmp_path: Path) -> None:
    book = load_workbook(io.BytesIO(workbook(guide, BROKEN.edition, BROKEN, SIZE).content))
    path = tmp_path / "계획.xlsx"
    book.save(path)
    assert main(["evaluate", str(path)]) == 1


SHEET = {"format": "hyeopchi-sheet", "version": 1, "tool": "strategic-matching", "edition": "2020", "title": "우리 구"}


def saved_sheet(folder: Path, **rest: Any) -> str:
    """A small tool's file."""
    path = folder / "도구.json"
    path.write_text(json.dumps({**SHEET, **rest}), encoding="utf-8")
    return str(path)


def typed(city: str, own: str) -> dict[str, dict[str, str]]:
    """The funds of a strategic project."""
    return {"values": {"strategic-city": city, "strategic-own": own}}


@pytest.mark.parametrize(("own", "code", "level"), [("8,700만원", 0, "ok"), ("86,999,999", 1, "breach"), ("미정", 3, "unknown"),
                                                    ("8,70만원", 3, "unknown")])
def test_도구의_파일도_판정하고_종료_값이_계획과_같다(tmp_path: Path, capsys: pytest.CaptureFixture[str], own: str, code: int, level: str) -> None:
    path = saved_sheet(tmp_path, **typed("435,000천원", own))
    assert main(["evaluate", path]) == code
    said = capsys.readouterr().out
    assert "협치전략사업 대응투자 계산, 2020년판 규칙" in said and "[2020 안내서" in said
    assert main(["evaluate", path, "--json"]) == code
    found = json.loads(capsys.readouterr().out)["sheets"][0]
    assert (found["tool"], found["edition"], found["outcome"]) == ("strategic-matching", "2020", {"id": None, "level": level})
    assert {one["rule"] for one in found["verdicts"]} == {"strategic-grant-limit", "strategic-own-funds"}


def test_계획과_도구의_파일을_섞어_판정한다(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = saved_sheet(tmp_path, **typed("1억", "5천만원"))
    assert main(["evaluate", sheet, str(save(tmp_path, BROKEN)), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [len(found["sheets"]), len(found["plans"])] == [1, 1]
    main(["evaluate", str(save(tmp_path, BROKEN)), sheet])
    said = capsys.readouterr().out
    assert said.index("작은 도서관") < said.index("우리 구")


def test_읽을_수_없게_적은_칸은_이름과_알맞은_모양을_말한다(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["evaluate", saved_sheet(tmp_path, **typed("1,5억", "12,34"))])
    said = capsys.readouterr().out
    assert "고칠 칸: 시비: 소수점은 쉼표가 아니라 점으로 찍어요. 혹시 ‘1.5억’인가요?" in said
    assert "고칠 칸: 구비: 쉼표는 세 자리마다 찍어요. 혹시 ‘1,234’인가요?" in said


@pytest.mark.parametrize(("rest", "sentence"), [
    ({"tool": "lottery"}, "이 길잡이에 없는 도구(lottery)"), ({"tool": ["a"]}, "이 길잡이에 없는 도구(목록)"),
    ({"version": 3}, "더 새로운 길잡이"), ({"version": "1"}, "버전 번호"), ({"version": True}, "버전 번호"), ({"version": 0}, "버전 번호"),
    ({"edition": "2031"}, "2031년판 규칙이 없어요"), ({"edition": 2020}, "그년판 규칙이 없어요"), ({"edition": ["2020"]}, "그년판"),
    ({"extra": 1}, "파일에 모르는 항목(extra)"), ({"values": {"city": "1"}}, "칸에 모르는 항목(city)"),
    ({"values": {"strategic-city": 1}}, "칸의 글이 깨졌어요"), ({"values": None}, "칸의 모양이"),
    ({"values": {"strategic-city": "1" * 301}}, "300자까지"),
    ({"lines": {}}, "줄의 목록이 깨졌어요"), ({"lines": [1]}, "1번째 줄의 모양이"), ({"lines": [{"nature": "gold"}]}, "1번째 줄의 경상·자본"),
    ({"lines": [{"nature": ["current"]}]}, "1번째 줄의 경상·자본"), ({"lines": [{"won": "1"}]}, "1번째 줄에 모르는 항목(won)"),
    ({"lines": [{}] * 201}, "100개까지"), ({"answers": {"change-important": {}}}, "없는 질문(change-important)"),
    ({"tool": "council", "answers": {"council-diverse": {"answer": "maybe"}}}, "질문(council-diverse)의 답을 알 수 없어요. yes, no, unknown"),
    ({"tool": "budget-change", "answers": {"decided-by": {"answer": ["council"]}}}, "질문(decided-by)의 답을 알 수 없어요. council, committee"),
    ({"tool": "budget-change", "complete": 1}, "complete"),
    ({"tool": "budget-change", "ledger": [{"won": 1}]}, "변경 대장의 1번째 줄에 모르는 항목(won)"),
    ({"readings": {"strategic-own-funds": "guess"}}, "해석 기준(guess)"), ({"title": 3}, "이름의 글이 깨졌어요"),
    ({"values": {}}, "판정할 것이 없어요"),
])
def test_도구의_틀린_파일은_자리와_이유를_말하고_2로_끝난다(
        tmp_path: Path, capsys: pytest.CaptureFixture[str], rest: dict[str, object], sentence: str) -> None:
    assert main(["evaluate", saved_sheet(tmp_path, **rest), "--json"]) == 2
    said = capsys.readouterr()
    assert sentence in said.err
    assert sentence in json.loads(said.out)["sheets"][0]["problems"][0]


def test_우선순위표도_판정하고_체크리스트는_이유를_말한다(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    scores = {f"c{number}": "5" for number in range(1, 8)}
    base = {"tool": "priorities", "top": "5", "edition": "2020"}
    full = saved_sheet(tmp_path, **base, agendas=[{"name": "가", "scores": scores}])
    assert main(["evaluate", full]) == 0
    assert "1위  가 — 35점" in capsys.readouterr().out
    left = saved_sheet(tmp_path, **base, agendas=[{"name": "가", "scores": {**scores, "c1": ""}}])
    assert main(["evaluate", left, "--json"]) == 3
    assert json.loads(capsys.readouterr().out)["sheets"][0]["verdicts"][0]["missing"] == ["공익성"]
    assert main(["evaluate", saved_sheet(tmp_path, **base, agendas=[])]) == 2
    checklist = tmp_path / "점검.json"
    checklist.write_text('{"format": "hyeopchi-checklist", "version": 1, "plans": []}', encoding="utf-8")
    assert main(["evaluate", str(checklist)]) == 2
    assert "체크리스트 파일에는 규칙으로 판정할 것이 없어요" in capsys.readouterr().err


CHANGE: dict[str, Any] = {
    "tool": "budget-change", "edition": "2021",
    "values": {"change-total": "9억원", "change-own": "0", "change-earlier": "0"}, "complete": True,
    "lines": [{"project": "걷기길", "item": "인쇄", "nature": "current", "before": "1억원", "after": "9,500만원"},
              {"project": "걷기길", "item": "안내", "nature": "current", "before": "", "after": "500만원"}],
    "answers": {"change-stage": {"answer": "planned"}, "important-content": {"answer": "no"}, "budget-transfer": {"answer": "no"},
                "grant-purpose-only": {"answer": "no"}}}


def changed(**rest: Any) -> dict[str, Any]:
    """A change within one project, with other answers or lines."""
    return {**CHANGE, **{key: {**CHANGE[key], **value} if isinstance(value, dict) else value for key, value in rest.items()}}


@pytest.mark.parametrize(("content", "code", "outcome", "says"), [
    (changed(), 0, ("council-decision", "ok"), ""),
    (changed(lines=[CHANGE["lines"][0], {**CHANGE["lines"][1], "project": "마을축제"}]), 1, ("impossible", "breach"), "세부사업 간 변경 금지"),
    (changed(answers={"grant-purpose-only": {"answer": "yes"}}), 1, ("impossible", "breach"), "교부 목적 외 사용 금지"),
    (changed(answers={"important-content": {"answer": "yes"}, "prior-consultation": {"answer": "yes"}, "city-approved": {"answer": "yes"}}),
     0, ("city-approval", "ok"), "서울시 승인을 받았어요"),
    (changed(values={"change-earlier": ""}), 3, ("not-decided", "unknown"), "올해 이미 바꾼 금액이 85,000,000원 이상이면 ‘서울시 승인’"),
    (changed(lines=[]), 3, ("not-decided", "unknown"), "먼저 확인할 사항"),
    ({"tool": "budget-change", "edition": "2020", "version": 1, "values": {}, "answers": {"change-transfer": {"answer": "no"}}},
     3, ("not-decided", "unknown"), "‘서울시의 승인을 받지 않은 채 예산을 전용하나요?’"),
    ({**changed(answers={"change-important": {"answer": "no"}}), "version": 1}, 0, ("council-decision", "ok"), "다시 답해야 하는 것이 있어요"),
])
def test_예산_변경의_결론은_규칙을_거스르지_않는다(guide: Guidebook, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: dict[str, Any],
                                code: int, outcome: tuple[str, str], says: str) -> None:
    says = says or next(one.title for one in guide.sheets["budget-change"].outcomes if one.id == outcome[0])
    path = saved_sheet(tmp_path, **content)
    assert main(["evaluate", path]) == code
    assert says in capsys.readouterr().out
    main(["evaluate", path, "--json"])
    found = json.loads(capsys.readouterr().out)["sheets"][0]
    assert (found["outcome"]["id"], found["outcome"]["level"]) == outcome


def test_조정안을_글과_JSON으로_낸다(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plan.json"
    file.write_text(BROKEN.model_dump_json(), encoding="utf-8")
    assert main(["evaluate", "--fix", str(file)]) == 1
    assert "조정안: 모두" in capsys.readouterr().out
    assert main(["evaluate", "--fix", "--json", str(file)]) == 1
    fix = json.loads(capsys.readouterr().out)["plans"][0]["fix"]
    assert fix["status"] == "found"
    assert not [one for one in fix["after"] if one["readings"] and one["status"] == "fail"]


def test_고정한_줄은_조정안에_없고_없는_줄은_알린다(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "plan.json"
    file.write_text(BROKEN.model_dump_json(), encoding="utf-8")
    main(["evaluate", "--fix", "--json", "--pin", "2.1", str(file)])
    steps = json.loads(capsys.readouterr().out)["plans"][0]["fix"]["steps"]
    assert steps
    assert BROKEN.projects[1].lines[0].id not in {step[end] for step in steps for end in ("out_of", "into")}
    main(["evaluate", "--fix", "--pin", "9.9", str(file)])
    assert "고정할 줄 ‘9.9’이 없어요" in capsys.readouterr().out


def test_도구의_본보기를_글과_JSON으로_판정한다(guide: Guidebook, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever a sheet's verdicts are, what only informs too: each is listed."""
    vectors = load_sheet_vectors()[::3]
    paths = [tmp_path / f"{number}.json" for number, _ in enumerate(vectors)]
    for path, vector in zip(paths, vectors, strict=True):
        path.write_text(json.dumps(saved(guide, vector)), encoding="utf-8")
    main(["evaluate", *map(str, paths)])
    texts = capsys.readouterr().out.split("\n\n")
    main(["evaluate", "--json", *map(str, paths)])
    for told in json.loads(capsys.readouterr().out)["sheets"]:
        if told["problems"]:
            assert "아무것도 적지 않은 파일" in told["problems"][0]
            continue
        text = next(one for one in texts if f"({told['file']})" in one)
        labels = [guide.rules[one["rule"]].label for one in told["verdicts"] if one["status"] != "na"]
        assert not [label for label in labels if f"{label}:" not in text], text


def test_판정이_기대는_문서를_도구의_판정마다_말한다(guide: Guidebook, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = saved_sheet(tmp_path, **CHANGE)
    main(["evaluate", path])
    said = capsys.readouterr().out
    main(["evaluate", path, "--json"])
    notes = json.loads(capsys.readouterr().out)["sheets"][0]["notes"]
    bases = guide.editions[CHANGE["edition"]].bases
    assert bases
    for basis in bases:
        assert basis.text in said and basis.text in notes
        assert said.count(f"· {basis.mark}]") >= 2
    main(["evaluate", path, "--edition", "2020"])
    assert not any(basis.mark in capsys.readouterr().out for basis in bases)
