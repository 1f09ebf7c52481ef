"""What a stranger could send to a page: links, files, stored texts, pastes, each as large or as odd as it may be.

The same list feeds the tests (test_gate.py: refused or taken, page alive) and the bench (tests/bench_gate.py: how long).
"""

from __future__ import annotations

import io
import json
import re
import zipfile
import zlib
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

PLAN, SHEET, CHECKLIST = "tools/budget/", "tools/budget-change/", "checklists/planning/"
KEYS = {PLAN: "hyeopchi.budget", SHEET: "hyeopchi.sheet.budget-change", CHECKLIST: "hyeopchi-checklist"}
VERSIONS = {PLAN: 1, SHEET: 2, CHECKLIST: 1}  # of what a link holds
NAMES = {PLAN: "plan", SHEET: "sheet", CHECKLIST: "checklist"}


def fnv(text: str) -> str:
    """The check number of a link's content, as pack.js counts it, in base 36."""
    number = 0x811C9DC5
    for char in text:
        number = (number ^ ord(char)) * 0x01000193 & 0xFFFFFFFF
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"[digit] + digits
        if not number:
            return digits


def link(page: str, text: str | bytes, *, packing: str = "d", check: str | None = None) -> str:
    """A fragment that holds this text, packed as the site packs it."""
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    if packing == "d":
        squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
        data = squeezer.compress(data) + squeezer.flush()
    payload = urlsafe_b64encode(data).decode().rstrip("=")
    return f"#{NAMES[page]}={VERSIONS[page]}.{packing}.{check or fnv(payload)}.{payload}"


def plan(projects: int = 1, lines: int = 1, **more: Any) -> dict[str, Any]:
    """A valid plan of so many projects with so many lines each."""
    return {"format": "hyeopchi-plan", "version": 1, "edition": "2021", "title": "큰 계획", "projects": [
        {"id": f"p{at}", "name": f"사업 {at}", "part": ["base", "sectoral"][at % 2], "lines": [
            {"id": f"p{at}l{line}", "name": f"줄 {line}", "kind": ["labour", "facility", "transfer", "other"][line % 4],
             "amounts": {"city": 1_000_000 + line, "own": 500_000}} for line in range(lines)]} for at in range(projects)], **more}


def stored(value: dict[str, Any]) -> dict[str, Any]:
    """A plan as it stands in the store and in links."""
    return {"plan": value, "errors": []}


def sheet(lines: int = 1, **more: Any) -> dict[str, Any]:
    """A valid sheet of the change tool."""
    return {"format": "hyeopchi-sheet", "version": 2, "tool": "budget-change", "edition": "2021", "title": "변경", "values": {},
            "lines": [{"project": f"사업 {at}", "item": "내용", "nature": "current", "before": "1,000", "after": "2,000"} for at in range(lines)],
            "answers": {}, "readings": {}, **more}


def checklist(plans: int = 1, items: int = 1, note: str = "메모", **more: Any) -> dict[str, Any]:
    """A valid document of checklist plans."""
    return {"format": "hyeopchi-checklist", "version": 1, "plans": [
        {"id": f"p{at}", "district": "강서구", "year": str(2000 + at), "moves": [], "items": {
            f"item-{number}": {"state": "done", "note": note, "due": "2021-07-09"} for number in range(items)}} for at in range(plans)], **more}


def differing(plans: int, items: int, lines: int = 1) -> dict[str, Any]:
    """Plans of one name that say another thing of each item, in each field."""
    return {"format": "hyeopchi-checklist", "version": 1, "plans": [
        {"id": f"p{at}", "district": "강서구", "year": "2021", "moves": [], "items": {
            f"item-{number}": {"state": ["done", "doing"][at % 2], "note": "\n".join(f"{at}{line:x}" for line in range(lines)), "who": f"나{at}",
                               "evidence": f"쪽 {at}", "due": f"2021-07-{at % 28 + 1:02}"} for number in range(items)}} for at in range(plans)]}


VALID: dict[str, Callable[[], dict[str, Any]]] = {PLAN: plan, SHEET: sheet, CHECKLIST: checklist}


def text_of(value: Any) -> str:
    """Compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def in_link(page: str, value: Any) -> str:
    """What a link of that page holds, as text."""
    return text_of(stored(value) if page == PLAN else value)


@dataclass(frozen=True)
class Hostile:
    """One input: where it goes, how it comes in (link, file, store, text, html), whether a page may take it."""

    name: str
    page: str
    way: str
    content: str | bytes
    taken: bool = False
    called: str = "받은 것.json"  # a file


ODD: dict[str, str] = {
    "toString": '{"toString":1}', "__proto__": '{"__proto__":{"polluted":1}}', "constructor": '{"constructor":{"prototype":{"polluted":1}}}',
    "1e999": "1e999", "2**53": "9007199254740993", "-0": "-0", "null": "null", "목록": "[]", "참": "true",
    "반쪽 글자": '"\\ud800"', "방향 글자": '"\\u202e가나다\\u2066"', "제어 글자": '"\\u0000\\u001b[31m\\u0007"',
    "너비 없는 글자": '"\\u200b\\ufeff\\u2060"', "긴 글": '"' + "가" * 30_000 + '"',
}


# Texts that do harm where they are taken for something else, or are shown as they are.
SLY = {"표시": '"><img src=x onerror="globalThis.polluted=1"><script>polluted=1</script>', "방향 글자": "\u202e가\u2066나\u200b",
       "반쪽 글자": "가\ud800나\udfff", "이름": "__proto__", "끊을 곳 없는 글": "W" * 300, "쌓인 붙임표": "a" + "\u0316\u0300" * 140,
       "긴 글": "가나다 " * 5_000, "경로": "../../../etc/passwd%00.yaml", "틀": "{{constructor.constructor('x')()}} ${x}"}


def listed(content: Any, name: str = "", **more: Any) -> dict[str, Any]:
    """A tool's list of one plan, as its store holds it."""
    return {"format": "hyeopchi-plans", "version": 1, "current": "p0", "plans": [
        {"id": "p0", "district": name[:40], "year": "2021", "version": name[:40], "origin": "p0", "content": content}], **more}


def left_by_tab(text: str) -> dict[str, str]:
    """What another tab may leave under each key of ours: values of the right form, with this text wherever a text stands."""
    text = text[:600]
    label, short = text[:300], text[:40]
    places = ("title", "projects", "from", "dates", "year", "rest", "lines", "agendas", "values", "answers", label)
    open_ = [{"path": ["state", place], "other": other} for place in places for other in (text, {label: text}, [text, {"id": label, "name": text}])]
    project = {"id": text[:100], "name": label, "part": "base", "lines": [
        {"id": f"{text[:100]}l", "name": label, "kind": "labour", "amounts": {"city": 1_000_000, "own": 1}}]}
    contents: dict[str, dict[str, Any]] = {
        "hyeopchi.budget": {"plan": {**plan(), "title": label, "projects": [project]}, "errors": []},
        **{f"hyeopchi.sheet.{tool}": {**sheet(), "tool": tool, "title": label, "lines": [{**sheet()["lines"][0], "project": label, "item": label}]}
           for tool in ("budget-change", "council", "eligibility", "evaluation")},
        "hyeopchi.sheet.priorities": {"format": "hyeopchi-sheet", "version": 2, "tool": "priorities", "title": label,
                                      "agendas": [{"name": label, "scores": {}}] * 3},
        "hyeopchi.year": {"from": "city-2021", "year": "", "rest": "earlier", "dates": {"x-y": "2027-02-03", "x-z.end": "9999-12-31"}},
        "hyeopchi.deadlines": {"from": "submission", "date": "2021-07-09", "name": label, "sides": {}, "rest": "keep", "city": True}}
    return {**{key: json.dumps(listed(content, text, revision={"id": label, "past": [label]}, undecided={"p0": open_, label: open_[:1]}))
               for key, content in contents.items()},
            "hyeopchi-checklist": json.dumps({"format": "hyeopchi-checklist", "version": 1, "plans": [
                {"id": "p0", "district": short, "year": short, "moves": [], "items": {"x-y": {"state": "done", "note": text, "who": label}}}]}),
            "hyeopchi-edit": json.dumps({"version": 1, "files": {
                text[:100]: {"text": text, "mark": "0"}, "data/bodies/council.yaml": {"text": f"id: {text}", "mark": label}}}),
            "hyeopchi.ours": json.dumps({text[:20]: text[:20]}), "hyeopchi-found": text}


def large() -> Iterator[Hostile]:
    """At, and over, each limit."""
    yield Hostile("계획 파일: 사업 90개에 줄 5개씩", PLAN, "file", text_of(plan(90, 5)), taken=True)
    yield Hostile("계획 파일: 사업 하나에 줄 450개", PLAN, "file", text_of(plan(1, 450)), taken=True)
    yield Hostile("계획 파일: 사업 91개", PLAN, "file", text_of(plan(91, 1)))
    yield Hostile("계획 파일: 사업 1,000개", PLAN, "file", text_of(plan(1000, 1)))
    yield Hostile("계획 파일: 줄 10,000개", PLAN, "file", text_of(plan(20, 500)))
    yield Hostile("계획 파일: 같은 id 450개", PLAN, "file", re.sub('"id":"[^"]*"', '"id":"x"', text_of(plan(1, 450))), taken=True)
    yield Hostile("계획 파일: 2 MB의 글 하나", PLAN, "file", text_of(plan(title="가" * 660_000)))
    yield Hostile("계획 파일: 2 MB의 값 백만 개", PLAN, "file", '{"a":[' + "1," * 999_990 + "1]}")
    yield Hostile("계획 파일: 2 MB의 여는 괄호", PLAN, "file", "[" * 2_000_000)
    yield Hostile("계획 파일: 2 MB의 빈칸", PLAN, "file", " " * 2_000_000)
    yield Hostile("계획 파일: 2 MB의 역빗금", PLAN, "file", '{"a":"' + "\\" * 1_999_990)
    yield Hostile("계획 파일: 2 MB의 숫자 하나", PLAN, "file", '{"version":' + "9" * 1_999_000 + "}")
    yield Hostile("계획 파일: 3 MB", PLAN, "file", b"x" * 3_000_000)
    yield Hostile("계획 파일: 그림", PLAN, "file", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 100)
    yield Hostile("표 파일: 줄 100개", SHEET, "file", text_of(sheet(100)), taken=True)
    yield Hostile("표 파일: 줄 101개", SHEET, "file", text_of(sheet(101)))
    yield Hostile("체크리스트 파일: 항목 2,100개", CHECKLIST, "file", text_of(checklist(6, 350)), taken=True)
    yield Hostile("체크리스트 파일: 항목 2,103개", CHECKLIST, "file", text_of(checklist(3, 701)))
    yield Hostile("체크리스트 파일: 계획 하나에 항목 801개", CHECKLIST, "file", text_of(checklist(1, 801)))
    first = {"format": "hyeopchi-checklist", "version": 1, "items": checklist(1, 801)["plans"][0]["items"]}
    yield Hostile("체크리스트 파일: 첫 모양에 항목 801개", CHECKLIST, "file", text_of(first))
    yield Hostile("체크리스트 파일: 모두 다르게 적은 두 계획", CHECKLIST, "file", text_of(differing(2, 800)), taken=True)
    yield Hostile("체크리스트 파일: 모두 다르게 적은 50개 계획", CHECKLIST, "file", text_of(differing(50, 42)), taken=True)
    yield Hostile("체크리스트 파일: 3,000줄이 다른 두 메모", CHECKLIST, "file", text_of(differing(2, 1, lines=3_000)), taken=True)
    yield Hostile("체크리스트 파일: 글 60만 자", CHECKLIST, "file", text_of(checklist(1, 30, note="가나 다라·마.\n" * 2_000)), taken=True)
    yield Hostile("체크리스트 파일: 풀어 쓴 글 60만 자", CHECKLIST, "file", text_of(checklist(1, 30, note="\u1112\u1167\u11b8" * 6_000)))
    yield Hostile("체크리스트 파일: 계획 51개", CHECKLIST, "file", text_of(checklist(51, 1)))
    yield Hostile("체크리스트 파일: 목록인 기한", CHECKLIST, "file", text_of(checklist()).replace('"2021-07-09"', '["2021-07-09"]'))
    yield Hostile("체크리스트 파일: 달력에 없는 기한", CHECKLIST, "file", text_of(checklist()).replace("2021-07-09", "2021-02-29"))
    yield Hostile("체크리스트 파일: 붙는 글자 2만 개", CHECKLIST, "file", text_of(checklist(1, 9, note="\u0316\u0300" * 10_000)), taken=True)
    yield Hostile("체크리스트 파일: 붙는 글자 60만 개", CHECKLIST, "file", text_of(checklist(1, 30, note="\u0316\u0300" * 10_000)))


def links() -> Iterator[Hostile]:
    """What a fragment can do: swell when unpacked, be cut anywhere, be long."""
    yield Hostile("링크 570자: 쉼표로 부푼 글", PLAN, "link", link(PLAN, "[" + "1," * 210_000, check="0"))
    yield Hostile("링크: 1 GB로 부푸는 내용", PLAN, "link", link(PLAN, b"[" * 150_000_000))
    yield Hostile("링크: 2 MB의 여는 괄호", PLAN, "link", link(PLAN, "[" * 1_999_999))
    yield Hostile("링크: 2 MB의 쉼표", PLAN, "link", link(PLAN, '{"plan":[' + "0," * 999_990, check="0"))
    yield Hostile("링크: 잘린 한도까지의 계획", PLAN, "link", link(PLAN, in_link(PLAN, plan(90, 5)), check="0")[:-200], taken=True)
    yield Hostile("링크: 바뀐 한도까지의 계획", PLAN, "link", _changed(link(PLAN, in_link(PLAN, plan(90, 5)))), taken=True)
    yield Hostile("링크: 줄이지 않은 20만 자", PLAN, "link", link(PLAN, "{" * 149_000, packing="p"))
    yield Hostile("링크: 200만 자", PLAN, "link", "#plan=1.d.0." + "A" * 1_900_000)
    yield Hostile("링크: 한도까지의 체크리스트", CHECKLIST, "link", link(CHECKLIST, in_link(CHECKLIST, checklist(1, 800))), taken=True)
    yield Hostile("링크: 한도까지의 표", SHEET, "link", link(SHEET, in_link(SHEET, sheet(100))), taken=True)


def _changed(fragment: str) -> str:
    middle = len(fragment) * 9 // 10
    return fragment[:middle] + ("A" if fragment[middle] != "A" else "B") + fragment[middle + 1:]


def pastes() -> Iterator[Hostile]:
    """Tables that are wide, tall, merged without end or nested."""
    yield Hostile("붙여넣기: 한 줄에 20,000칸", PLAN, "text", "\t".join("1000" for _ in range(20_000)))
    yield Hostile("붙여넣기: 500줄에 7칸", PLAN, "text", "\n".join(
        f"사업 {at}\t분야별\t내용 {at}\t인건비성 경비\t1,000\t2,000\t" for at in range(500)), taken=True)
    yield Hostile("붙여넣기: 2,000줄에 10칸", PLAN, "text", "사업명\t부문\t내용\t비목\t시비\t구비\t비고\t가\t나\t다\n" + "\n".join(
        f"사업 {at}\t분야별\t내용 {at}\t{at} 경비\t1,{at % 1000:03}\t2,000\t-\t{at}\t나{at}\t" for at in range(1_999)), taken=True)
    yield Hostile("붙여넣기: 글뿐인 20,000칸", PLAN, "text", "\n".join(
        "\t".join(f"시비구비계{at}사업{column}가" for column in range(10)) for at in range(1_200)), taken=True)
    heads = "<td><p>사업명</p></td>" * 4 + "<td><p>시비</p></td>" * 6
    yield Hostile("붙여넣기: 한글 표 14,000칸", PLAN, "html", f"<table><tr>{heads}" + "".join(
        "<tr>" + "".join(f"<td><p style='x'><span>{1000 + at + column}</span></p></td>" for column in range(10))
        for at in range(1_399)) + "</table>", taken=True)
    yield Hostile("붙여넣기: 빈칸과 줄 20만 개", PLAN, "text", "가\t나\n" + "\n" * 99_000 + " " * 99_000 + "다\t라")
    yield Hostile("붙여넣기: 2 MB의 글", PLAN, "text", "가\t" * 1_000_000)
    yield Hostile("붙여넣기: 따옴표 20만 개", PLAN, "text", '"' * 199_999, taken=True)
    yield Hostile("붙여넣기: rowspan 65,534", PLAN, "html", "<table>" + '<tr>' + '<td rowspan=65534 colspan=1000>가' * 50 + "</table>")
    yield Hostile("붙여넣기: 2,000줄에 rowspan", PLAN, "html", "<table>" + "<tr><td rowspan=65534>가<td>나" * 2_000 + "</table>")
    yield Hostile("붙여넣기: 겹친 표 1,000겹", PLAN, "html", "<table><tr><td>" * 1_000)
    few = "<table><tr><td>내용<td>금액<tr><td>가<td>1,000</table>"
    yield Hostile("붙여넣기: 표 300개", PLAN, "html", few * 300, taken=True)
    yield Hostile("붙여넣기: 저마다 다른 표 300개", PLAN, "html", "".join(few.replace("1,000", f"1,{at:03}") for at in range(300)), taken=True)
    yield Hostile("붙여넣기: 표 301개", PLAN, "html", few * 301)
    yield Hostile("붙여넣기: 되살아나는 꾸밈", PLAN, "html",
                  "<table><tr><td>가</table>" + "".join(f"<font size={at}>" for at in range(1_000)) + "<p>" * 60_000)
    yield Hostile("붙여넣기: 닫히지 않는 주석 20만 개", PLAN, "html", "<table><tr><td>가" + "<!-" * 200_000 + "<!--" * 100_000, taken=True)
    yield Hostile("붙여넣기: 닫히지 않는 따옴표", PLAN, "html", "<table><tr><td>가" + '<td a="' * 250_000, taken=True)


def _book(sheet: str, **more: str) -> bytes:
    """The smallest workbook that has a sheet, and further parts by their names without `.xml`."""
    main, relations = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    parts = {"xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets><sheet name="표" sheetId="1" r:id="a"/></sheets></workbook>',
             "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="a" Target="worksheets/sheet1.xml"/></Relationships>',
             "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>',
             **{f"xl/{name}.xml": text for name, text in more.items()}}
    return _archive(parts)


def _document(body: str) -> str:
    """A Word document's main part."""
    return f'<w:document xmlns:w="urn:w"><w:body>{body}</w:body></w:document>'


def _archive(parts: dict[str, str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return file.getvalue()


def tables() -> Iterator[Hostile]:
    """Files of tables that are large, or small and swell."""
    def one(name: str, called: str, content: bytes) -> Hostile:
        return Hostile(f"표 파일: {name}", PLAN, "file", content, called=called)

    yield one("2 MB의 쉼표", "가.csv", b"," * 1_900_000)
    yield one("2 MB의 줄", "가.csv", b"a,b\n" * 470_000)
    yield one("2 MB의 따옴표", "가.csv", b'"' * 1_900_000)
    yield one("2 MB의 탭", "가.tsv", b"a\t" * 940_000)
    yield one("19 MB의 글", "가.csv", b"a,b\n" * 4_700_000)
    row = "".join(f'<c t="inlineStr"><is><t>{"시비구비계 사업명 1,000 " * 20}</t></is></c>' for _ in range(10))
    yield one("긴 글 19,000칸", "가.xlsx", _book(f"<row>{row}</row>" * 1_900))
    yield one("39 MB로 부푸는 시트", "가.xlsx", _book("<row/>" * 6_400_000))
    yield one("39 MB로 부푸는 모양", "가.xlsx", _book("<row/>", styles=f"<styleSheet>{'<x/>' * 9_700_000}</styleSheet>"))
    yield one("39 MB로 부푸는 글 목록", "가.xlsx", _book("<row/>", sharedStrings=f"<sst>{'<si><t>a</t></si>' * 2_200_000}</sst>"))
    yield one("15 MB로 부푸는 시트", "가.xlsx", _book("<row/>" * 2_500_000))
    yield one("15 MB로 부푸는 글 목록", "가.xlsx", _book("<row/>", sharedStrings=f"<sst>{'<si><t>a</t></si>' * 880_000}</sst>"))
    yield one("8 MB의 한 줄", "가.xlsx", _book(f"<row>{'<c/>' * 290_000}</row>"))
    cells = "<w:tr>" + "<w:tc><w:p><w:r><w:t>1,000</w:t></w:r></w:p></w:tc>" * 10 + "</w:tr>"
    yield one("Word 문서의 표 19,000칸", "가.docx", _archive({"word/document.xml": _document(f"<w:tbl>{cells * 1_900}</w:tbl>")}))
    yield one("Word 문서의 빈 글 14만 개", "가.docx", _archive({"word/document.xml": _document("<w:p></w:p>" * 140_000)}))
    word = "<hp:p><hp:run><hp:t>1,000</hp:t></hp:run></hp:p>"
    cells = "<hp:tr>" + f"<hp:tc><hp:subList>{word}</hp:subList></hp:tc>" * 10 + "</hp:tr>"
    yield one("한글 문서의 표 19,000칸", "가.hwpx", _archive({"Contents/section0.xml": (
        f'<hs:sec xmlns:hs="urn:hs" xmlns:hp="urn:hp"><hp:p><hp:run><hp:tbl>{cells * 1_900}</hp:tbl></hp:run></hp:p></hs:sec>')}))
    yield one("1 GB로 부푸는 글 목록", "가.xlsx", _book("<row/>", sharedStrings=" " * 1_000_000_000))


def odd() -> Iterator[Hostile]:
    """Values of another kind in each place of each document, by each way."""
    for page, make in VALID.items():
        for name, value in ODD.items():
            for key in list(make()):
                marked = {**make(), key: "\x01"}
                yield Hostile(f"{NAMES[page]} {key}: {name}", page, "file", text_of(marked).replace('"\\u0001"', value))
            yield Hostile(f"{NAMES[page]} 통째: {name}", page, "file", value)


def everything() -> list[Hostile]:
    """All that is timed."""
    return [*large(), *links(), *pastes()]
