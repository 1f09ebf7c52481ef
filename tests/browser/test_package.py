"""The package to hand in: one made-up district with full values and a half-empty one, every file of the ZIP read back by other hands.

What a clerk would check before the papers go to the city: the sums are the same in every paper and those of the plan; each name stands as
it was typed; nothing is left unfilled unless it says so, and what says so is on the list of what is missing; no name stays in the browser.
"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import icalendar
import pytest
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from macros.models.plan import Plan
from macros.reading.guidebook import Guidebook
from tests.browser.package_figures import differences, invented, made
from tests.browser.test_office import sound
from tests.browser.test_round_trip import faults, opened
from tests.examples import example_plans
from tests.export.office.reading import docx_texts, hwpx_texts, unfilled

PAGE = "/tools/package/"
LIGHT = "/robots.txt"  # of the site, shows nothing: where the store is filled
READY = "[data-module=package][data-ready]"
EDITION = "2020"
SEEDS = 3  # made-up districts whose files are held against each other
OPEN = "[기재"
STRAY = re.compile(r"\{\{|\}\}|undefined|NaN|\bnull\b|\[object")
FORBIDDEN = re.compile(r'[\\/:*?"<>|]')
COUNCIL = [("홍길동", "민간", "여성")] * 8 + [("임꺽정", "민간", "남성")] * 7 + [
    ("성춘향", "구의원", "여성"), ("이몽룡", "행정", "남성"), ("변학도", "행정(당연직)", "남성")]
SHEET = {"format": "hyeopchi-sheet", "version": 2, "tool": "council", "edition": EDITION, "title": "가온구 협치회의",
         "lines": [], "answers": {}, "readings": {},
         "values": {"council-private-women": "8", "council-private-men": "7", "council-elected-women": "1", "council-public-men": "2",
                    "council-appointed-women": "9", "council-appointed-men": "8"}}
KEEP = """([plan, sheet, checklist]) => {
  localStorage.setItem("hyeopchi.budget", JSON.stringify({ plan, errors: [] }));
  if (sheet) localStorage.setItem("hyeopchi.sheet.council", JSON.stringify(sheet));
  if (checklist) localStorage.setItem("hyeopchi-checklist", JSON.stringify(checklist));
}"""
TYPE = """() => document.querySelectorAll("[data-value]:not([data-value=contents])").forEach((input) => {
  if (input.tagName === "SELECT") input.selectedIndex = 1;
  else input.value = `값 ${input.dataset.value}`;
  input.dispatchEvent(new Event(input.tagName === "SELECT" ? "change" : "input", { bubbles: true }));
})"""


@pytest.fixture
def plan() -> Plan:
    """An example plan of the edition, under a name of its own."""
    return next(one for one in example_plans() if one.edition == EDITION).model_copy(update={"title": "가온구 당초 계획"})


def started(page: Page, *kept: Any) -> None:
    """The page, with what other tools have kept in this browser."""
    page.goto(LIGHT)
    page.evaluate(KEEP, list(kept))
    page.goto(PAGE)
    page.wait_for_selector(READY)
    page.locator("[data-source=plan]").select_option(index=1)


def packed(page: Page, path: Path) -> dict[str, bytes]:
    """The files of the ZIP in their order: under names that every system takes."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="ZIP으로 받기").click()
    waiting.value.save_as(path)
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        assert names == sorted(names, key=lambda name: name.split(" ", 1)[0]) and len(set(names)) == len(names)
        for info in archive.infolist():
            assert info.flag_bits & 0x800 and unicodedata.is_normalized("NFC", info.filename) and not FORBIDDEN.search(info.filename)
        return {name: archive.read(name) for name in names}


def texts_of(files: Mapping[str, bytes], folder: Path) -> dict[str, list[str]]:
    """The texts of each paper, once 한글 and Word are found to say the same."""
    found = {}
    for name in (name for name in files if name.endswith(".hwpx")):
        path = folder / "paper.hwpx"
        path.write_bytes(files[name])
        texts = hwpx_texts(sound(path))
        word = files[name.replace(".hwpx", ".docx")]
        assert docx_texts(word) == texts, name
        assert not unfilled(files[name]) and not unfilled(word) and not STRAY.search("\n".join(texts)), name
        found[name.removesuffix(".hwpx").split(" ", 1)[1]] = texts
    return found


def sums(plan: Plan) -> dict[str, int]:
    """The plan's money by fund, in won."""
    lines = [line for project in plan.projects for line in project.lines]
    return {fund: sum(line.amounts.get(fund, 0) or 0 for line in lines) for fund in ("city", "own")}


def paper(texts: Mapping[str, list[str]], word: str) -> str:
    """The whole text of the paper whose name has the word."""
    return "\n".join(next(text for name, text in texts.items() if word in name))


def test_가상의_구_하나를_다_채우면_모든_파일의_값이_같다(page: Page, guide: Guidebook, plan: Plan, tmp_path: Path) -> None:
    duty = next(item for checklist in guide.checklists.values() if EDITION in checklist.editions for group in checklist.groups
                for item in group.items if item.force == "must" and item.basis == "stated")
    checklist = {"format": "hyeopchi-checklist", "version": 2, "plans": [
        {"id": "p1", "district": "가온구", "year": "2020", "moves": list(guide.moves), "meeting": "2020-07-03",
         "items": {duty.id: {"state": "done", "evidence": "3월 정기회의 회의록"}}}]}
    started(page, plan.model_dump(mode="json"), SHEET, checklist)
    page.locator("[data-source=council]").select_option(index=1)
    page.locator("[data-source=checklist]").select_option(index=1)
    page.locator("[data-district]").fill("가온구")
    page.locator("[data-date]").fill("2020-07-10")
    page.locator("[data-date]").dispatch_event("change")
    heads = "연번\t성명\t소속/직위\t주요활동분야(기존)\t회의 내 역할\t구분\t성별"
    rows = [f"{at}\t{name}{at}\t단체 / 회원\t돌봄\t위원\t{kind}\t{sex}" for at, (name, kind, sex) in enumerate(COUNCIL, 1)]
    page.evaluate("""(text) => document.querySelectorAll("[data-list]").forEach((field) => {
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    })""", "\n".join([heads, *rows]))
    page.evaluate(TYPE)
    stored = page.evaluate("JSON.stringify(localStorage) + location.href")
    assert "홍길동" not in stored and "값 private-lead" not in stored
    files = packed(page, tmp_path / "full.zip")
    texts = texts_of(files, tmp_path)
    forms = [name for name in texts if re.search("서식|계획|설명서", name)]
    assert len(forms) == 7 and not [name for name in forms if OPEN in "\n".join(texts[name])]
    money = sums(plan)
    city, own, both = (f"{won // 1000:,}" for won in (money["city"], money["own"], money["city"] + money["own"]))
    for word in ("서식 3-1", "실행계획", "예산표"):
        assert all(said in paper(texts, word) for said in (city, own, both)), word
    assert f"시 보조금 {city}천원, 구 사업비 {own}천원" in paper(texts, "기본계획")
    assert f"총사업비 {money['city'] + money['own']:,}원" in paper(texts, "검토의견")
    book = load_workbook(io.BytesIO(next(content for name, content in files.items() if name.endswith(".xlsx"))), data_only=True)
    values = {cell.value for sheet in book for row in sheet.iter_rows() for cell in row}
    assert {money["city"], money["own"], money["city"] + money["own"], plan.title} <= values
    for project in plan.projects:
        assert all(project.name in paper(texts, word) for word in ("서식 3-1", "기본계획", "실행계획", "예산표")), project.name
    for person in ("private-lead", "public-lead"):
        assert all(f"값 {person}.성명" in paper(texts, word) for word in ("서식 2-1", "서식 3-1")), person
    assert "값 body-name 민 대표 : 값 private-lead.성명" in paper(texts, "서식 2-1") and "제출자  값 body-name" in paper(texts, "서식 3-1")
    assert all("값 plan-background" in paper(texts, word) for word in ("서식 3-1", "기본계획", "실행계획"))
    counts = [str(sum(kind.startswith(one) for _, kind, _ in COUNCIL)) for one in ("민간", "구의원", "행정")] + [str(len(COUNCIL))]
    members = next(text for name, text in texts.items() if "3-2" in name)
    assert "\n".join(counts) in "\n".join(members) and "홍길동1\n단체 / 회원" in "\n".join(members)
    assert f"민간 {counts[0]}명, 시·구의원 {counts[1]}명, 행정 {counts[2]}명" in paper(texts, "실행계획")
    events = icalendar.Calendar.from_ical(next(content for name, content in files.items() if name.endswith(".ics"))).walk("VEVENT")
    for event in events:
        day = event.decoded("DTSTART")
        said = f"{day.year}년 {day.month}월 {day.day}일"
        assert str(event["SUMMARY"]) in paper(texts, "일정") and said in paper(texts, "일정") and said in paper(texts, "기본계획")
    report = paper(texts, "과정설명서")
    assert f"{duty.text} (3월 정기회의 회의록)" in report and "회의 날짜: 2020년 7월 3일" in report and f"민간 {counts[0]}명" in report
    missing = texts["누락 항목 목록"]
    assert events and duty.text not in missing and "남은 의무" in missing and "빈칸" not in missing and "위반" in missing
    assert len([text for text in missing if text.startswith(guide.sources["guide-2020"].short)]) > 3
    papers = {name: content for name, content in files.items() if not name.endswith(".ics")}
    assert not [fault for found in opened(page, papers) for fault in faults(found, papers[found["name"]])]
    districts = [invented(guide, EDITION, seed) for seed in range(SEEDS)]
    for district, made_files in zip(districts, made(page, districts), strict=True):
        assert not (wrong := list(differences(guide, district, made_files))), "\n".join([district.state["district"], *wrong[:20]])


def test_반쯤_빈_구는_빈_곳이_표시되고_빠진_것_목록에_있다(page: Page, guide: Guidebook, plan: Plan, tmp_path: Path) -> None:
    odd = plan.model_dump(mode="json")
    odd["projects"][0]["lines"][0]["amounts"] = {"city": None, "own": 1_500}
    odd["projects"][1]["part"] = None
    started(page, odd, None, None)
    texts = texts_of(packed(page, tmp_path / "half.zip"), tmp_path)
    missing = texts["누락 항목 목록"]
    forms = [name for name in texts if re.search("서식|계획|설명서", name)]
    assert len(forms) == 7 and all(OPEN in "\n".join(texts[name]) for name in forms) and missing.count("빈칸") > 30
    assert "[기재: 시 보조금]천원" in paper(texts, "서식 3-1") and "자치구" in missing and "시 보조금" in missing
    marks = {mark for name in forms for text in texts[name] if name.startswith("서식") for mark in re.findall(r"\[기재: ([^\]]+)\]", text)}
    assert not [mark for mark in marks if not any(mark in text for text in missing)]
    assert "고르지 않음" in missing and "확인 필요" in missing and "묶음에 없음" in missing
    row = page.locator('[data-paper="application-3-1"]')
    assert int(row.get_attribute("data-open") or 0) > 5 and "빈 곳" in row.inner_text()
    dates = page.locator('[data-paper="dates"]')
    assert not dates.get_by_role("button").count() and "만들어요" in dates.inner_text()


def test_2021년판은_서식이_없다고_말하고_다른_판의_서식을_골라_만든다(page: Page, guide: Guidebook, tmp_path: Path) -> None:
    newest = next(one for one in example_plans() if one.edition == "2021")
    started(page, newest.model_dump(mode="json"), None, None)
    assert page.locator("[data-edition]").input_value() == "2021" and not page.locator('[data-paper="application-3-1"]').count()
    texts = texts_of(packed(page, tmp_path / "newest.zip"), tmp_path)
    assert "2022년 사업 신청서" in texts["누락 항목 목록"] and "다른 연도의 서식" in texts["누락 항목 목록"] and "2022년 실행계획" in "\n".join(texts)
    page.locator("[data-older]").check()
    assert "2020년판의 서식" in page.locator('[data-paper="application-3-1"]').inner_text()


def test_파일로_저장하면_이름까지_되열리고_남의_파일은_물리친다(page: Page, plan: Plan, tmp_path: Path) -> None:
    started(page, plan.model_dump(mode="json"), SHEET, None)
    page.locator("[data-district]").fill("가온구")
    page.locator('[data-form="application-2-1"] > summary').press("Enter")
    name = page.locator('[data-value="private-lead.성명"]')
    name.fill("홍길동")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="파일로 저장").click()
    path = tmp_path / "package.json"
    waiting.value.save_as(path)
    saved = json.loads(path.read_text(encoding="utf-8"))
    page.evaluate("localStorage.clear()")
    page.reload()
    page.wait_for_selector(READY)
    page.get_by_label("제출서류 묶음 파일").set_input_files(path)
    page.get_by_text("열었어요").wait_for()
    assert name.input_value() == "홍길동" and page.locator("[data-source=plan]").input_value() == "other"
    assert page.locator("[data-district]").input_value() == saved["district"] == "가온구"
    for content, words in refused(saved):
        path.write_text(content, encoding="utf-8")
        page.get_by_label("제출서류 묶음 파일").set_input_files(path)
        expect(page.locator(".hg-notice[data-problem]")).to_contain_text(words)
        assert name.input_value() == "홍길동"
    long = {**saved, "lists": {"council-members-3-2": "\n".join(f"{at}\t이름{at}\t{'단체' * 60}" for at in range(200))}}
    path.write_text(json.dumps(long), encoding="utf-8")
    page.get_by_label("제출서류 묶음 파일").set_input_files(path)
    expect(page.locator(".hg-notice:not([data-problem])")).to_contain_text("열었어요")


def refused(saved: dict[str, Any]) -> list[tuple[str, str]]:
    """Files that are not opened, made from one that is, and what is said of each."""
    values: list[tuple[Any, str]] = [
        ({**saved, "version": 2}, "더 새로운 길잡이"), ({**saved, "version": "1"}, "깨졌거나"), ({**saved, "version": 0}, "깨졌거나"),
        ({**saved, "edition": "1999"}, "없는 연도"), ({**saved, "extra": 1}, "모르는 항목(extra)"), ({**saved, "texts": {"x": 1}}, "글이 깨졌어요"),
        ({**saved, "texts": {"x": "가" * 20_001}}, "20,000자"), ({**saved, "lists": ["x"]}, "형식이"), (saved["plan"]["plan"], "‘예산 계획’ 칸"),
        (SHEET, "‘협치회의 구성’ 칸"), ({"format": "hyeopchi-checklist"}, "‘체크리스트’ 칸"),
        ({**saved, "council": {"format": "x"}}, "협치회의 구성:"),
        ({**saved, "dates": {"from": "x"}}, "일정:"), ([saved], "깨졌거나"), (None, "깨졌거나")]
    hostile = json.dumps(saved)[:-1] + ', "__proto__": {}}'
    return [*((json.dumps(value), words) for value, words in values), ("{", "깨졌거나"), (hostile, "이름")]


BUDGET = """(단위: 천원)
사업명\t비목\t시비\t구비
돌봄 이웃\t운영비\t12,000\t3,000
골목 공유공간\t인건비\t20,000\t1,000
합계\t\t32,000\t4,000"""
ROSTER = """연번\t이름\t소속 및 직위\t연락처\t위원구분\t성별
1\t홍길동\t가온마을넷 대표\t010-0000-0000\t민간위원\t남
2\t변학도\t기획국장\t\t당연직\tF
3\t\t\t\t민간위원\t
4\t임꺽정\t주민\t\t시민대표\t여
계\t3명"""
LISTED = "성명\t소속/직위\t주요활동분야(기존)\t회의 내 역할\t구분\t성별\n홍길동\t가온마을넷 대표\t\t\t민간위원\t남성\n" \
         "변학도\t기획국장\t\t\t행정(당연직)\t여성\n임꺽정\t주민\t\t\t민간\t여성"
AGENDAS = "추진과제\t의제명\t주요내용\n돌봄 마을\t돌봄 이웃\t이웃을 돌봐요\n\t새 의제\t새로 해요\n합계\t2개"


def pasted(place: Locator, opens: str, text: str, takes: str) -> str:
    """Opens the place for a table, pastes, takes it when the preview stands: what the preview said."""
    place.get_by_role("button", name=opens, exact=True).click()
    place.locator(".hg-drawer:visible textarea").fill(text)
    place.locator(".hg-paste__preview").wait_for()
    said = place.locator(".hg-drawer:visible").inner_text()
    place.get_by_role("button", name=takes, exact=True).click()
    return said


def undone(page: Page) -> None:
    page.locator(".hg-notice").get_by_role("button", name="되돌리기").click()


def test_표와_파일로_들인_것은_넣기_전에_보이고_한_번에_되돌아간다(page: Page, plan: Plan, built: Path, tmp_path: Path) -> None:
    started(page, plan.model_dump(mode="json"), None, None)
    chosen, whole = page.locator("[data-source=plan]"), page.locator(".hg-calc__main")
    said = pasted(whole, "예산 계획 표 붙여넣기", BUDGET, "새 예산 계획에 더하기")
    assert "표의 합계 36,000,000원 · 넣을 줄의 합 36,000,000원 ✓" in said and chosen.input_value() == "other"
    tasks = page.locator('[data-form="tasks"]')
    assert tasks.locator("label").all_text_contents() == ["돌봄 이웃", "골목 공유공간"]
    undone(page)
    assert chosen.input_value() == "0" and len(tasks.locator("label").all()) == len(plan.projects)
    path = tmp_path / "예산.csv"
    with path.open("w", encoding="cp949", newline="") as file:
        csv.writer(file).writerows(line.split("\t") for line in BUDGET.splitlines())
    page.get_by_label("예산 계획 파일", exact=True).set_input_files(path)
    page.get_by_role("button", name="새 예산 계획에 더하기").click()
    tasks.locator("> summary").click()
    said = pasted(tasks, "의제 표 붙여넣기", AGENDAS, "의제에 더하기")
    assert "계획에 없는 의제" in said
    values = dict(zip(tasks.locator("label").all_text_contents(), (one.input_value() for one in tasks.locator("[data-task]").all()), strict=True))
    assert values == {"돌봄 이웃": "돌봄 마을", "골목 공유공간": "", "새 의제": "돌봄 마을"}
    page.get_by_role("button", name="협치회의 구성 명단 붙여넣기").click()
    whole.locator(".hg-drawer:visible textarea").fill(ROSTER)
    page.get_by_role("button", name="칸에 인원 더하기").click()
    assert page.locator("[data-source=council]").input_value() == "other"
    page.locator("[data-older]").check()
    form = page.locator('[data-form="council-members-3-2"]')
    form.locator("> summary").click()
    listed = form.locator("[data-list]")
    said = pasted(form, "자치구 협치회의 명단 명단 붙여넣기", ROSTER, "명단에 더하기")
    assert "연락처" in said and "서식에 칸이 없어" in said and listed.input_value() == LISTED
    undone(page)
    assert listed.input_value() == ""
    form.locator("input[type=file]").first.set_input_files(built / "downloads" / "forms" / "council-members-3-2-example.hwpx")
    form.get_by_role("button", name="명단에 더하기").click()
    assert "20명을 읽었어요" in form.inner_text()


def test_고른_계획을_다른_창에서_바꾸면_알리고_고른_대로_한다(page: Page, plan: Plan) -> None:
    started(page, plan.model_dump(mode="json"), None, None)
    other = page.context.new_page()
    other.goto(LIGHT)

    def keep(projects: list[Any]) -> None:
        other.evaluate(KEEP, [{**plan.model_dump(mode="json"), "projects": projects}, None, None])
    _, *rest = plan.model_dump(mode="json")["projects"]
    keep(rest)
    note = page.locator('[data-changed="plan"]')
    expect(note).to_contain_text("다른 탭에서 바뀌었어요")
    expect(page.locator(".hg-notice")).to_contain_text("바뀐 자료가 있어요: 예산 계획")
    assert page.locator("[data-source=plan]").input_value() == "other" and page.locator(".hg-package__make .hg-package__changed").is_visible()
    note.get_by_role("button", name="바뀐 내용 가져오기").click()
    tasks = page.locator('[data-form="tasks"] label')
    assert note.count() == 0 and page.locator("[data-source=plan]").input_value() == "0" and tasks.count() == len(rest)
    undone(page)
    assert note.count() == 1 and tasks.count() == len(plan.projects)
    note.get_by_role("button", name="그대로 두기").click()
    assert note.count() == 0 and tasks.count() == len(plan.projects)
    page.locator("[data-source=plan]").select_option(index=1)
    other.evaluate("localStorage.clear()")
    expect(note).to_contain_text("지웠어요")
    other.close()


def test_인쇄하면_무엇이_채워지고_빠졌는지_나온다(page: Page, plan: Plan) -> None:
    started(page, plan.model_dump(mode="json"), None, None)
    page.emulate_media(media="print")
    assert page.locator('[data-paper="application-3-1"]').is_visible() and page.locator("[id^=asks-]").first.is_visible()
    assert not page.get_by_role("button", name="ZIP으로 받기").is_visible()
