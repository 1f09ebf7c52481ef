"""Files opened in the calculator and the tools: the sheet to choose, the preview, what is taken back, our own workbook as the plan."""

from __future__ import annotations

import base64
import subprocess
from pathlib import Path

from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.browser.test_budget_calculator import amount, calculator, load_example
from tests.browser.test_budget_ways import open_plan, save_workbook
from tests.examples import example_plans
from tests.tables.files.cases import FILES
from tests.workbook.office import executable

__all__ = ["calculator"]
TYPE = "application/octet-stream"


def choose(page: Page, name: str, content: bytes, label: str = "계획 파일") -> None:
    """Opens a file by the button's field."""
    page.get_by_label(label, exact=True).set_input_files({"name": name, "mimeType": TYPE, "buffer": content})


def drop(page: Page, name: str, content: bytes) -> None:
    """Drops a file on the tool."""
    page.locator(".hg-calc").first.evaluate("""(root, [name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0))], name));
      root.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    }""", [name, base64.b64encode(content).decode()])


def saved_again(path: Path, folder: Path) -> Path:
    """The workbook as LibreOffice saves it."""
    done = subprocess.run([executable(), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "xlsx",
                           "--outdir", str(folder / "again"), str(path)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "again" / path.name


def test_엑셀_파일을_끌어다_놓으면_시트를_고르고_넣은_것을_되돌린다(calculator: Page) -> None:
    drop(calculator, "세부내역.xlsx", FILES["x04-several-sheets.xlsx"][0]())
    drawer = calculator.locator(".hg-drawer")
    sheet = drawer.get_by_label("시트", exact=True)
    expect(sheet.locator("option:checked")).to_have_text("세부 — 표 1개, 4줄")
    assert sheet.locator("option:disabled").all_inner_texts() == ["표지 — 넣을 표 없음", "작성요령 — 넣을 표 없음"]
    expect(drawer).to_contain_text("표의 합계 45,000,000원 · 넣을 줄의 합 45,000,000원 ✓")
    sheet.select_option(label="총괄 — 표 1개, 2줄")
    expect(drawer.locator("tbody tr").first).to_contain_text("바람개비 마을")
    expect(drawer).to_contain_text("3줄 가운데 2줄을 넣어요.")
    drawer.get_by_role("button", name="계획에 더하기").click()
    expect(calculator.locator(".hg-project")).to_have_count(2)
    expect(amount(calculator, 0, 0, "city")).to_have_value("30,000,000")
    calculator.locator(".hg-notice").get_by_role("button", name="되돌리기").click()
    expect(calculator.locator(".hg-project")).to_have_count(0)


def test_한글_파일의_표를_골라_넣고_읽지_못하는_파일은_적은_것을_그대로_둔다(calculator: Page) -> None:
    load_example(calculator, 0)
    before = calculator.locator(".hg-project").count()
    choose(calculator, "예산.hwpx", FILES["h02-two-agendas.hwpx"][0]())
    drawer = calculator.locator(".hg-drawer")
    expect(drawer).to_contain_text("예산.hwpx을 읽었어요.")
    drawer.get_by_role("checkbox", name="의제 2. 언덕 도서실").uncheck()
    drawer.get_by_role("button", name="계획에 더하기").click()
    expect(calculator.locator(".hg-project")).to_have_count(before + 1)
    choose(calculator, "예전.hwp", b"HWP Document File V3.00" + bytes(40))
    expect(drawer).to_contain_text("예전 한글 파일(.hwp)이에요. 한글에서 열어")
    expect(drawer.get_by_role("button", name="계획에 더하기")).to_be_disabled()
    expect(calculator.locator(".hg-project")).to_have_count(before + 1)


def test_숨긴_시트는_고를_때에만_들어간다(calculator: Page) -> None:
    choose(calculator, "올해.xlsx", FILES["x05-hidden-parts.xlsx"][0]())
    drawer = calculator.locator(".hg-drawer")
    expect(drawer).to_contain_text("시트 ‘올해’에서 숨긴 줄 1개는 뺐어요.")
    expect(drawer.locator("tbody tr")).to_have_count(2)
    drawer.get_by_label("시트", exact=True).select_option(label="작년(숨긴 시트) — 표 1개, 1줄")
    expect(drawer.locator("tbody tr")).to_contain_text("지난 사업")
    expect(drawer.get_by_role("button", name="계획에 더하기")).to_be_enabled()




def test_계산기의_엑셀은_끌어다_놓으면_계획으로_열린다(calculator: Page, tmp_path: Path) -> None:
    """Also after LibreOffice has saved it; what is typed counts, not what formulas show."""
    plan = example_plans()[0]
    open_plan(calculator, tmp_path, plan)
    path = save_workbook(calculator, tmp_path)
    wanted = [line.input_value() for line in calculator.locator(".hg-line :is(input, textarea)").all()]
    verdicts = calculator.locator(".hg-limit").all_text_contents()
    for file in (path, saved_again(path, tmp_path)):
        calculator.get_by_role("button", name="모두 지우기").click()
        expect(calculator.locator(".hg-line")).to_have_count(0)
        drop(calculator, file.name, file.read_bytes())
        expect(calculator.locator(".hg-notice")).to_contain_text("을 열었어요.")
        expect(calculator.locator(".hg-drawer")).to_be_hidden()
        assert [line.input_value() for line in calculator.locator(".hg-line :is(input, textarea)").all()] == wanted
        assert calculator.locator(".hg-limit").all_text_contents() == verdicts
    calculator.locator(".hg-notice").get_by_role("button", name="되돌리기").click()
    expect(calculator.locator(".hg-line")).to_have_count(0)
    calculator.evaluate("""() => {
      const { readAsArrayBuffer } = FileReader.prototype;
      FileReader.prototype.readAsArrayBuffer = function (file) {
        FileReader.prototype.readAsArrayBuffer = readAsArrayBuffer;
        globalThis.hgGoOn = () => this.readAsArrayBuffer(file);
      };
    }""")
    drop(calculator, path.name, path.read_bytes())
    calculator.get_by_role("button", name="표 붙여넣기").click()  # while the file is being read
    calculator.get_by_label("표", exact=True).fill("마을 학교")
    calculator.evaluate("hgGoOn()")
    expect(calculator.locator(".hg-notice")).to_contain_text("을 열었어요.")
    expect(calculator.get_by_label("표", exact=True)).to_have_value("마을 학교")


def test_계산기의_엑셀에_맞지_않는_칸이_있으면_칸을_말하고_열지_않는다(calculator: Page, tmp_path: Path) -> None:
    open_plan(calculator, tmp_path, example_plans()[0])
    path = save_workbook(calculator, tmp_path)
    book = load_workbook(path)
    book["사업"]["E5"] = "천만원쯤"
    book["사업"]["D5"] = "모르는 비목"
    book.save(path)
    before = calculator.locator(".hg-line").count()
    drop(calculator, path.name, path.read_bytes())
    drawer = calculator.locator(".hg-drawer")
    expect(drawer).to_contain_text("‘사업’ 시트 E5: ‘천만원쯤’: 금액이 아니에요.")
    expect(drawer).to_contain_text("‘사업’ 시트 D5: ‘모르는 비목’ 대신 목록에 있는 것을 골라 주세요.")
    expect(calculator.locator(".hg-line")).to_have_count(before)


def test_구성_점검은_명단과_사람_수의_표를_세고_한_사람을_두_번_세지_않는다(page: Page, built: Path) -> None:
    page.goto("/tools/council/")
    page.wait_for_selector("[data-ready]")
    drawer = page.locator(".hg-drawer")

    def counted(name: str, content: bytes, told: str, number: int) -> None:
        choose(page, name, content, "이 도구의 파일")
        expect(drawer).to_contain_text(told)
        drawer.get_by_role("button", name="칸에 인원 더하기").click()
        expect(page.locator(".hg-notice")).to_contain_text(f"위원 {number}명을 집계해")

    counted("현황.xlsx", FILES["x18-counts.xlsx"][0](), "민간 9명(여성 5, 남성 4), 선출직 2명(여성 1, 남성 1), 행정 3명(여성 1, 남성 2)", 14)
    for field, number in (("private-women", "5"), ("private-men", "4"), ("elected-women", "1"), ("public-men", "2")):
        expect(page.locator(f"#hg-field-council-{field}")).to_have_value(number)
    form = (built / "downloads/forms/council-members-3-2-example.hwpx").read_bytes()
    counted("명단.hwpx", form, "민간 15명(여성 8, 남성 7)", 20)
    expect(page.locator("#hg-field-council-private-women")).to_have_value("8")
    assert "○○○" not in (drawer.text_content() or "")
    page.locator(".hg-notice").get_by_role("button", name="되돌리기").click()
    expect(page.locator("#hg-field-council-private-women")).to_have_value("5")


def test_변경표와_점수표도_파일로_연다(page: Page) -> None:
    page.goto("/tools/budget-change/")
    page.wait_for_selector("[data-ready]")
    drop(page, "대비표.hwpx", FILES["h06-change.hwpx"][0]())
    expect(page.locator(".hg-drawer")).to_contain_text("변경 후 표의 합계 10,000,000원 · 넣을 줄의 합 10,000,000원 ✓")
    page.get_by_role("button", name="표에 더하기").click()
    expect(page.get_by_label("2번째 줄 변경 후")).to_have_value("3,500,000")
    page.goto("/tools/priorities/")
    page.wait_for_selector("[data-ready]")
    choose(page, "점수.xlsx", FILES["x17-scores.xlsx"][0](), "이 도구의 파일")
    page.get_by_role("button", name="표에 더하기").click()
    expect(page.get_by_label("1번째 의제 이름")).to_have_value("밤길 지킴이")
