"""The edit page: it says of a wrong record what the command line says, and gives back the file with only that changed."""

from __future__ import annotations

import json
import re
import shutil
from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from macros.api.edit_screen import kind_data
from macros.cache.kept import Kept
from macros.checks.published import check_addresses
from macros.commands.apply import run as apply
from macros.reading.guidebook import Guidebook, load
from macros.reading.yaml_file import read
from tests.access.faults import faults
from tests.conftest import ROOT
from tests.schema.test_schema import SHAPE
from tests.test_broken import CASES, broken, right_of

# Wrong ids and what a text may hold are no matter of shape, yet the page knows them too.
REFERENCES = [case for case in CASES if case["name"] in (
    "없는 판을 쓰면", "없는 계산을 쓰면", "없는 사람을 주체로 적으면", "없는 단계를 사례가 가리키면", "달력에 없는 날을 쓰면",
    "값에 틀의 명령을 쓰면", "글의 방향을 바꾸는 글자를 표기로 숨기면", "제어 글자를 표기로 숨기면", "글이 끝없이 길면",
    "다른 프로그램이 반올림할 수를 쓰면", "용어의 안내가 사이트 밖을 가리키면")]
HERE = "/maintain/edit/"
# Loads the kind's script as picking the kind does, and checks one text as the form's record is checked.
CHECK = """async ([kind, file, text]) => {
  const h = globalThis.hyeopchi, page = JSON.parse(document.querySelector("[data-edit]").textContent);
  if (!h.data[`records:${kind}`]) await new Promise((done, fail) => document.head.append(
    h.modules.dom.h("script", {src: `${page.scripts}${kind}.js`, onload: done, onerror: fail})));
  const data = h.data[`records:${kind}`], listed = data.schema.type === "array";
  const editing = new h.modules["edit/record"].Editing(data, {...data.records[0], file, index: listed ? 0 : null}, text, page);
  return editing.problems().map(one => one.message);
}"""
# Changes of every sort to a file; each must come out as meant, and a comment that was there must stay.
CHANGES = """([kind, file]) => {
  const h = globalThis.hyeopchi, page = JSON.parse(document.querySelector("[data-edit]").textContent);
  const data = h.data[`records:${kind}`], text = data.files[file], wrong = [], comments = (text.match(/^ *#.*$/gm) || []).length;
  const record = data.records.find(one => one.file === file), paths = [];
  const fresh = () => new h.modules["edit/record"].Editing(data, {...record, index: null}, text, page);
  const walk = (node, path) => {
    paths.push([path, node]);
    (node.pairs || []).forEach(pair => walk(pair.node, [...path, pair.key]));
    (node.items || []).forEach((one, at) => walk(one, [...path, at]));
  };
  walk(fresh().tree, []);
  const outputs = [];
  let count = 0;
  const attempt = (name, path, work) => {
    const editing = fresh();
    count += 1;
    if (!work(editing)) wrong.push(`${file} ${name} ${JSON.stringify(path)}`);
    else {
      const lost = ["set", "swap", "append"].includes(name) && (editing.text.match(/^ *#.*$/gm) || []).length !== comments;
      if (lost) wrong.push(`${file} ${name} 주석 ${path}`);
      outputs.push([editing.text, h.modules["edit/document"].plain(editing.tree)]);
    }
  };
  const step = Math.max(1, Math.floor(paths.length / 6));
  const values = ["새 값: [x], # \\"y\\" \\\\", "no", "2021-01-02", "10%", "9:30", "0.1", "01110",
    "- 가", "*중요*", "12", 12, true, "a, b", "true", "1,000", "끝:", "다'옴"];
  paths.filter((_, at) => at % step === 0 || at < 5).forEach(([path, node], at) => {
    if (node.kind === "scalar") [0, 7].forEach(more => attempt("set", path, e => e.set(path, values[(at + more) % values.length], [])));
    if (node.kind === "map") {
      const keys = node.pairs.map(pair => pair.key);
      attempt("add", path, e => e.set([...path, "zz"], values[at % values.length], [keys[0], "zz"]));
      attempt("add list", path, e => e.set([...path, "zz"], [{}, "가"], [...keys, "zz"]) && e.set([...path, "zz", 0, "k"], "v: w", []));
      if (path.length) attempt("drop", path, e => e.drop([...path, keys[at % keys.length]]));
      if (path.at(-1) === "source") attempt("asList", path, e => e.asList(path) && e.append(path, {}) && e.set([...path, 1, "doc"], "x", []));
    }
    if (node.kind === "seq") {
      attempt("append", path, e => e.append(path, "새, 값"));
      const last = [...path, node.items.length];
      attempt("append group", path, e => e.append(path, {}) && e.set([...last, "k"], ["가"], []) && e.set([...last, "m"], "나", ["k", "m"]));
      attempt("remove", path, e => e.remove(path, at % node.items.length));
      if (node.items.length > 1) attempt("swap", path, e => e.swap(path, at % (node.items.length - 1)));
    }
  });
  return [wrong, outputs, count];
}"""
# Everything that follows from a set, as the repository gets it.
WHOLE = """async changes => {
  const h = globalThis.hyeopchi, page = JSON.parse(document.querySelector("[data-edit]").textContent);
  await h.modules.later.loadScript(`${page.scripts}places.js`);
  return h.modules["edit/set"].whole(changes, path => h.data[`records:${path.split("/")[1].replace(".yaml", "")}`], h.data["edit-texts"]);
}"""
KINDS = ("rules", "steps", "topics", "sheets", "timelines", "actors", "budget", "bodies")


@pytest.fixture
def edit(page: Page) -> Page:
    """The page, nothing picked yet."""
    page.goto(HERE)
    page.get_by_label("종류").wait_for()
    return page


@pytest.fixture
def project_copy(tmp_path: Path) -> Path:
    """A copy of what a set of changes is written to."""
    project = tmp_path / "project"
    shutil.copytree(ROOT / "data", project / "data")
    shutil.copytree(ROOT / "docs", project / "docs", ignore=shutil.ignore_patterns("assets", ".overrides"))
    shutil.copy(ROOT / "mkdocs.yml", project)
    return project


def test_명령줄과_같은_말로_틀린_곳을_알려_준다(edit: Page) -> None:
    unsaid = {}
    for case in [*SHAPE, *REFERENCES]:
        kind = case["file"].split("/")[0].removesuffix(".yaml")
        said = edit.evaluate(CHECK, [kind, "data/" + case["file"], broken(case, right_of(case))])
        if not any(case["says"] in one for one in said):
            unsaid[case["name"]] = said
    assert not unsaid
    assert len(SHAPE) >= 20 and len(REFERENCES) == 11


def test_실제_기록에는_틀린_곳이_없고_바꾼_곳만_뜻대로_바뀐다(edit: Page, guide: Guidebook) -> None:
    tried = 0
    for kind in KINDS:
        files = kind_data(guide, ROOT / "data", kind)["files"]
        for file, text in list(files.items())[:2]:
            assert edit.evaluate(CHECK, [kind, file, text]) == []
            wrong, outputs, count = edit.evaluate(CHANGES, [kind, file])
            assert not wrong, wrong[:5]
            tried += count
            for made, meant in outputs:
                parsed = read(made.encode(), file)
                assert not parsed.problems, (parsed.problems[0].as_text(), made)
                assert parsed.value == meant, made
    assert tried > 300


def test_기록을_골라_고치고_틀린_곳을_바로잡아_가져간다(edit: Page, tmp_path: Path) -> None:
    edit.get_by_label("종류").select_option("rules")
    edit.get_by_label("기록", exact=True).select_option("labour-cap")
    limit = edit.get_by_label("이내·이하")
    for value, said in (("0.1", "고칠 곳이 1개 있어요."), ("10%", "아직 고친 것이 없어요.")):
        limit.fill(value)
        limit.blur()
        edit.get_by_text(said).wait_for()
    name = edit.get_by_label("규칙 이름", exact=True)
    name.fill("")
    edit.get_by_text("고칠 곳이 1개 남아 있어요. 고친 뒤에 가져가세요.").wait_for()
    link = edit.locator(".hg-errors a")
    assert link.inner_text() == "규칙 이름: 비어 있어요. 값을 써 주세요."
    assert name.get_attribute("aria-invalid") == "true"
    link.focus()
    edit.keyboard.press("Enter")
    assert name.evaluate("one => one === document.activeElement")
    edit.keyboard.type("인건비 한도: 새 이름")
    edit.keyboard.press("Tab")
    assert not edit.locator(".hg-errors").is_visible()
    assert "인건비 한도: 새 이름" in edit.locator(".hg-edit-screen__preview").inner_text()

    assert edit.locator(".hg-edit-screen__changed").inner_text().replace("\n\n", "\n").split("\n") == [
        "바뀐 곳 1군데", "4번째 줄", "변경 전", "label: 인건비성 경비 한도", "변경 후", 'label: "인건비 한도: 새 이름"']
    runs = edit.evaluate("""() => [["가\\n나\\n다\\n라", "가\\n나2\\n다\\n새\\n라"], ["가\\n나", "나"], ["가", "가"]]
      .map(([one, two]) => hyeopchi.modules['edit/changed'].changedLines(one, two).map(run => [run.line, run.before.join(), run.after.join()]))""")
    assert runs == [[[2, "나", "나2"], [4, "", "새"]], [[1, "가", ""]], []]

    # Another record is looked at, and the page is left: nothing is lost.
    edit.get_by_label("기록", exact=True).select_option("grant-limit-2020")
    edit.wait_for_function("document.querySelector('.hg-edit-screen__yaml').value.includes('grant-limit-2020')")
    edit.goto("/")
    edit.goto(f"{HERE}#rules/labour-cap")
    edit.get_by_text("고치던 내용을 불러왔어요.").wait_for()
    with edit.expect_download() as started:
        edit.get_by_role("button", name="내려받기", exact=True).click()
    file = tmp_path / started.value.suggested_filename
    started.value.save_as(file)
    assert file.name == "labour-cap.yaml"
    now, before = file.read_text(encoding="utf-8"), (ROOT / "data/rules/labour-cap.yaml").read_text(encoding="utf-8")
    lines = [line for line in unified_diff(before.split("\n"), now.split("\n"), n=0) if line[:1] in "+-"][2:]
    assert lines == ["-label: 인건비성 경비 한도", '+label: "인건비 한도: 새 이름"']
    parsed = read(file.read_bytes(), file.name)
    assert not parsed.problems and isinstance(parsed.value, dict) and parsed.value["label"] == "인건비 한도: 새 이름"
    edit.get_by_role("button", name="처음 내용으로").click()
    assert edit.locator(".hg-edit-screen__yaml").input_value() == before
    edit.get_by_role("button", name="고치던 내용으로").click()
    assert edit.locator(".hg-edit-screen__yaml").input_value() == now


def test_자판만으로_목록에_더하고_옮기고_지운다(edit: Page) -> None:
    edit.goto(f"{HERE}#steps/plan-submission")
    group = edit.locator("summary", has_text="적용 연도: 2개")
    group.focus()
    edit.keyboard.press("Enter")
    edit.get_by_role("button", name="적용 연도 하나 더하기").press("Enter")
    edit.keyboard.type("2012")
    edit.keyboard.press("Tab")
    edit.locator(".hg-errors a", has_text="'2012'는 적용 연도(data/editions.yaml)에 없는 id예요.").wait_for()
    edit.get_by_role("button", name="적용 연도 3번째를 위로").press("Enter")
    yaml = edit.locator(".hg-edit-screen__yaml")
    assert 'editions: ["2020", "2012", "2021"]' in yaml.input_value()
    edit.get_by_role("button", name="적용 연도 2번째 삭제").press("Enter")
    assert yaml.input_value() == (ROOT / "data/steps/plan-submission.yaml").read_text(encoding="utf-8")
    assert edit.get_by_role("button", name="적용 연도 하나 더하기").evaluate("one => one === document.activeElement")


def test_접힌_곳의_틀린_칸까지_데려가고_접근성_결함이_없다(edit: Page) -> None:
    edit.goto(f"{HERE}#steps/plan-submission")
    edit.locator("summary", has_text="할 일: 3개").first.press("Enter")
    edit.locator(".hg-edit-screen__inside summary", has_text="1. ").first.press("Enter")
    area = edit.locator(".hg-edit-screen__inside textarea").first
    area.fill("")
    area.blur()
    edit.evaluate("document.querySelectorAll('.hg-edit-screen__group').forEach(one => one.open = false)")
    edit.locator(".hg-errors a").first.click()
    assert edit.evaluate("document.activeElement.getAttribute('aria-invalid')") == "true"
    wrong = faults(edit)
    assert not wrong, wrong


def test_깨진_임시_저장은_버리지_않고_따로_둔다(edit: Page) -> None:
    kept = {"version": 1, "files": {"data/rules/labour-cap.yaml": {"text": "id: [", "mark": "0"}}}
    edit.evaluate("kept => localStorage.setItem('hyeopchi-edit', kept)", json.dumps(kept))
    edit.goto("/")
    edit.goto(f"{HERE}#rules/labour-cap")
    edit.get_by_text("깨져 있어 열지 못했어요").wait_for()
    assert edit.locator(".hg-edit-screen__yaml").input_value() == (ROOT / "data/rules/labour-cap.yaml").read_text(encoding="utf-8")
    assert json.loads(edit.evaluate("localStorage.getItem('hyeopchi-edit.broken')")) == kept


def test_저장소를_적어_두면_그_파일을_고치는_쪽으로_잇는다(edit: Page) -> None:
    edit.goto(f"{HERE}#rules/labour-cap")
    edit.locator(".hg-edit-screen__yaml").wait_for()
    assert edit.get_by_role("link", name="저장소에서 이 파일 고치기").count() == 0
    made: Any = edit.evaluate("""() => {
      const h = globalThis.hyeopchi, page = {...JSON.parse(document.querySelector("[data-edit]").textContent), repository: "https://example.org/guide/edit/main/"};
      const data = h.data["records:rules"], record = data.records.find(one => one.id === "labour-cap");
      const { Editing } = h.modules["edit/record"], { editOutput } = h.modules["edit/output"];
      return editOutput(new Editing(data, record, data.files[record.file], page)).element.querySelector("a").href;
    }""")
    assert made == "https://example.org/guide/edit/main/data/rules/labour-cap.yaml"


def test_찾고_만들고_옮기고_없앤_것을_한_벌로_가져가_자료에_넣는다(edit: Page, project_copy: Path, tmp_path: Path) -> None:
    edit.goto(f"{HERE}#glossary")
    record = edit.get_by_label("기록", exact=True)
    expect(record).to_be_enabled()  # the kind's records are there
    first, second = (str(record.locator("option").nth(at).get_attribute("value")) for at in (1, 2))
    edit.get_by_label("기록 검색", exact=True).fill(second.upper())
    edit.get_by_label("기록 검색", exact=True).press("Enter")
    edit.locator(".hg-edit-screen__form textarea").first.fill("고친 용어")
    edit.get_by_text("고쳤어요.").wait_for()
    edit.get_by_role("button", name="한 자리 위로").click()
    edit.get_by_role("button", name="한 자리 위로", disabled=True).wait_for()
    edit.get_by_label("종류", exact=True).select_option("cases")
    edit.get_by_role("button", name="새로 만들기").click()
    for wrong in ("새 사례", "dobong"):
        edit.get_by_label("id", exact=True).fill(wrong)
        edit.keyboard.press("Enter")
        edit.locator("dialog [role=alert]", has_text=wrong).wait_for()
    edit.get_by_label("id", exact=True).fill("brand-new")
    edit.keyboard.press("Enter")
    edit.locator(".hg-errors", has_text="‘자치구’를 적어 주세요. 여기에 꼭 있어야 해요.").wait_for()
    edit.get_by_role("button", name="삭제", exact=True).click()
    edit.locator("dialog").get_by_role("button", name="삭제", exact=True).click()
    expect(record.locator("option[value=brand-new]")).to_have_count(0)
    edit.get_by_role("button", name="되돌리기", exact=True).click()
    expect(record.locator("option[value=brand-new]")).to_have_count(1)
    edit.goto(f"{HERE}#cases/gangseo")
    edit.get_by_role("button", name="복사해 만들기").click()
    edit.get_by_label("새 기록의 id").fill("copied")
    edit.keyboard.press("Enter")
    edit.wait_for_url("**#cases/copied")
    edit.goto(f"{HERE}#cases/dobong")
    edit.get_by_role("button", name="주소 변경").click()
    edit.get_by_label("새 주소").fill("cases/elsewhere")
    edit.keyboard.press("Enter")
    edit.get_by_text("주소를 cases/elsewhere/로 옮겼어요.").wait_for()
    edit.get_by_role("button", name="data/cases/brand-new.yaml의 고친 것 버리기").click()
    with edit.expect_download() as started:
        edit.get_by_role("button", name="한 파일로 내려받기").click()
    file = tmp_path / "set.json"
    started.value.save_as(file)
    whole = edit.evaluate(WHOLE, json.loads(file.read_text(encoding="utf-8"))["files"])

    assert apply(project_copy, file) == 0
    guide, problems = load(project_copy / "data", Kept())
    assert guide is not None and not problems
    left = check_addresses(project_copy / "data", project_copy / "docs", guide)
    assert all("옮긴 페이지" in one.message for one in left), left  # terms that name the old address are told of
    assert list(guide.glossary)[:2] == [second, first] and guide.glossary[second].term == "고친 용어"
    assert guide.cases["copied"].title == guide.cases["gangseo"].title
    for change in whole:  # what goes to the repository by the web is what the command writes
        path = project_copy / change["path"]
        assert (path.read_text(encoding="utf-8") if path.exists() else None) == change["after"], change["path"]
    assert {"docs/cases/copied.md", "mkdocs.yml", "data/addresses.yaml"} <= {change["path"] for change in whole}


def test_새_단계는_절차의_그_자리에_들어가고_없애면_함께_빠진다(edit: Page) -> None:
    def listed() -> list[str]:
        files = json.loads(edit.evaluate("localStorage.getItem('hyeopchi-edit')") or '{"files": {}}')["files"]
        text = files.get("data/procedures/planning.yaml", {}).get("text")
        value: Any = None if text is None else read(text.encode(), "planning.yaml").value
        return list(value["steps"]) if value else []

    edit.goto(f"{HERE}#steps")
    edit.get_by_role("button", name="새로 만들기").click()
    edit.locator("dialog").get_by_label("순서", exact=True).select_option("agenda-plan")
    edit.get_by_label("id", exact=True).fill("agenda-vote")
    edit.keyboard.press("Enter")
    edit.wait_for_url("**#steps/agenda-vote")
    steps = listed()
    assert steps[steps.index("agenda-plan") + 1] == "agenda-vote" and len(set(steps)) == len(steps)
    edit.get_by_role("button", name="삭제", exact=True).click()
    edit.locator("dialog").get_by_role("button", name="삭제", exact=True).click()
    edit.get_by_text("기록을 없앴어요.").wait_for()
    assert "agenda-vote" not in listed()
    edit.get_by_role("button", name="되돌리기", exact=True).click()
    edit.get_by_text("되돌렸어요.").wait_for()
    assert listed() == steps


def test_적었다가_비운_칸은_빠지고_더한_것은_첫_칸부터_열린다(edit: Page) -> None:
    def focused() -> str:
        return str(edit.evaluate("document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent"))

    edit.goto(f"{HERE}#cases")
    edit.get_by_role("button", name="새로 만들기").click()
    edit.get_by_label("id", exact=True).fill("brand-new")
    edit.keyboard.press("Enter")
    edit.wait_for_url("**#cases/brand-new")
    yaml = edit.locator(".hg-edit-screen__yaml")
    opened = edit.locator(".hg-edit-screen__form summary", has_text="과정")
    edit.get_by_role("button", name="과정 더하기").press("Enter")
    assert focused() == "id"
    assert opened.first.evaluate("one => one.parentElement.open && getComputedStyle(one, '::after').display") == "block"
    edit.get_by_role("button", name="묶음 더하기").press("Enter")
    edit.get_by_role("button", name="한 일 더하기").press("Enter")
    start = edit.get_by_label("시작 (있을 때만)")
    edit.locator(".hg-edit-screen__inside summary", has_text="더 적을 수 있는 칸").first.press("Enter")
    start.focus()
    edit.keyboard.type("2018")
    expect(yaml).to_have_value(re.compile('start: "2018"'))
    for _ in range(4):
        edit.keyboard.press("Backspace")
    expect(yaml).to_have_value(re.compile('start: ""'))
    edit.keyboard.press("Tab")
    expect(yaml).not_to_have_value(re.compile("start"))
    assert "날짜는" not in edit.locator(".hg-errors").inner_text()
    edit.get_by_role("button", name="과정 1번째 삭제").press("Enter")
    assert focused() == "과정 하나 더하기"
    edit.locator(".hg-edit-screen__form > details > summary", has_text="더 적을 수 있는 칸").press("Enter")
    more = edit.locator(".hg-edit-screen__form > details:last-child .hg-calc__field button").first
    name = more.inner_text()
    more.press("Enter")
    assert focused() != name and edit.evaluate("document.activeElement !== document.body")
    edit.get_by_role("button", name=name.replace("더하기", "삭제"), exact=True).press("Enter")
    assert focused() == name


def test_근거는_골라_적고_없앤_것은_되돌리고_누른_것은_잃지_않는다(edit: Page) -> None:
    edit.goto("/cases/gangseo/")
    edit.get_by_role("link", name="이 페이지의 값 고치기").click()
    edit.wait_for_url("**/maintain/edit/#cases/gangseo")
    edit.locator(".hg-edit-screen__form > details > summary", has_text="숫자").first.press("Enter")
    edit.locator(".hg-edit-screen__inside summary", has_text="1. ").first.press("Enter")
    edit.locator(".hg-edit-screen__inside summary", has_text="근거: 2020 안내서").first.press("Enter")
    section, page = edit.get_by_label("절", exact=True).first, edit.get_by_label("쪽 (있을 때만)").first
    page.fill("999")
    page.blur()
    expect(edit.locator(".hg-errors")).to_contain_text("999쪽은 이 절의 쪽이 아니에요. 이 절은 44쪽부터 45쪽까지예요.")
    assert "쪽부터" in str(edit.locator(f"#{page.get_attribute('id')}-help").text_content())
    edit.get_by_label("문서", exact=True).first.select_option(label="2021 추진계획")
    expect(edit.locator(".hg-errors")).to_contain_text("2021 추진계획에 없는 절이에요. 그 문서의 절을 골라 주세요.")
    assert section.locator("option").count() > 20

    yaml = edit.locator(".hg-edit-screen__yaml")
    before = yaml.input_value()
    edit.get_by_role("button", name="숫자 1번째 삭제").click()
    expect(yaml).not_to_have_value(before)
    edit.get_by_role("button", name="없앤 것 되돌리기").click()
    expect(yaml).to_have_value(before)

    # A message that goes as its field is left moves nothing while the pointer is down.
    lesson = edit.get_by_label("시사점", exact=True)
    lesson.fill("")
    expect(edit.locator(".hg-errors")).to_contain_text("비어 있어요")
    edit.wait_for_timeout(500)
    lesson.press_sequentially("글이에요")
    fold = edit.locator(".hg-edit-screen__form > details > summary", has_text="과정").first
    fold.evaluate("one => one.scrollIntoView({block: 'center'})")
    place = fold.bounding_box()
    assert place
    edit.mouse.move(place["x"] + 30, place["y"] + 10)
    edit.mouse.down()
    edit.wait_for_timeout(400)
    assert fold.bounding_box() == pytest.approx(place, abs=1)  # pixels: a message has the height of a line
    edit.mouse.up()
    assert fold.evaluate("one => one.parentElement.open")

    opened = edit.locator(".hg-edit-screen__form details[open]").count()
    edit.goto(f"{HERE}#cases/dobong")
    expect(yaml).to_have_value(re.compile("id: dobong"))
    edit.goto(f"{HERE}#cases/gangseo")
    expect(yaml).to_have_value(re.compile("id: gangseo"))
    assert edit.locator(".hg-edit-screen__form details[open]").count() == opened
