"""Data that somebody made to hide something, or to stop the check: it is told on one line, with its place."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.exceptions import PluginError

from macros.__main__ import main
from macros.cache.kept import Kept
from macros.changes.leaves import page_lines
from macros.checks import read
from macros.hooks import on_config
from macros.reading import mending
from macros.reading.data_files import CLOSED, strays
from macros.reading.letters import CONTROL, LONGEST, PILED, TEMPLATE, UNSEEN, fault
from macros.reading.problems import MOST, Problem, few
from macros.reading.yaml_file import parse
from macros.tools.gate import clean
from macros.words.marks import MOST as MOST_MARKS
from macros.words.marks import composed, piles
from tests.conftest import ROOT
from tests.small_guide import small_guide

ALL = "".join(map(chr, range(0x110000)))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of a small guide, to be broken."""
    return small_guide(tmp_path_factory.mktemp("hostile"))


def check(data: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command as an editor or the repository's host runs it."""
    return subprocess.run([sys.executable, "-m", "macros", "check", "--root", str(data)], cwd=ROOT, capture_output=True, text=True,
                          check=False, env={**os.environ, **environment})


def test_보이지_않는_글자는_하나도_빠짐없이_알아본다() -> None:
    known = set(UNSEEN.findall(ALL)) | set(CONTROL.findall(ALL))
    hidden = {char for char in ALL if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")} - set("\t\n")
    blank = {char for char in ALL if unicodedata.category(char) == "Zs"} - {" "}
    assert not (hidden | blank) - known
    seen = {char for char in ALL if unicodedata.category(char)[0] in "LNPSM" and unicodedata.name(char, "?") != "?"}
    wrongly = {char for char in seen & known if not re.search("FILLER|VARIATION|INHERENT|JOINER|BLANK|REPLACEMENT", unicodedata.name(char))}
    assert not wrongly


def test_편집_화면도_같은_글자를_물리친다() -> None:
    script = (ROOT / "docs/assets/js/edit/letters.js").read_text(encoding="utf-8")
    unseen = "".join(re.findall(r'"([^"]*)"', script[script.index("new RegExp("):script.index('"u",\n')]))
    wide = re.sub(r"\\\\u\{(\w+)\}", lambda found: chr(int(found[1], 16)), unseen)
    assert set(re.findall(re.sub(r"\\\\u(\w{4})", lambda found: chr(int(found[1], 16)), wide), ALL)) == set(UNSEEN.findall(ALL))
    control = re.search(r"CONTROL = /(.*?)/u", script)
    assert control and set(re.findall(control[1], ALL)) == set(CONTROL.findall(ALL))
    assert f"PILED = /\\p{{M}}{{{MOST_MARKS + 1}}}/u" in script and f'"{PILED}"' in script
    assert f"TEMPLATE = /{TEMPLATE.pattern}/" in script and f"LONGEST = {LONGEST};" in script


@pytest.mark.parametrize(("text", "said"), [
    ("가" * LONGEST, None), ("가" * (LONGEST + 1), "너무 길어요"), ("한글 ABC, 1/3 · ‘따옴표’ ① ㎡ 😀 { {x} }", None), ("{{x}}", "'{{'"),
    ("{%x%}", "'{%'"), ("{#x}", "'{#'"), ("가\x1b나", "U+001B"), ("가\x9f나", "U+009F"), ("가\ud800나", "U+D800"), ("가\U000e0041나", "U+E0041"),
    ("가\ufe0f나", "U+FE0F"), ("두\n줄\t칸", None), ("e" + "\u0301" * 8 + "é", None), ("e" + "\u0301" * 9, "부호가 8개 넘게"),
], ids=lambda value: ascii(value)[:30])
def test_글에서_숨은_것을_찾는다(text: str, said: str | None) -> None:
    found = fault(text)
    assert (found is None) if said is None else (found is not None and said in found)


@pytest.mark.parametrize("text", [
    "a: \"\\x7b{ x }}\"", "a: \"{\\\n  { x }}\"", "a: \"\\u007b\\u0025 x %}\"", "a: |\n  앞\n  {{ x }}\n", "a: >-\n  {# x\n",
    "- a: [{b: '{{x'}]", "? \"{{\"\n: x",
], ids=ascii)
def test_틀의_기호는_어떤_표기로_적어도_물리친다(text: str) -> None:
    assert any("기호는 쓸 수 없어요" in problem.message for problem in parse(text, "data/a.yaml").problems)


def test_한_글자에_붙는_부호는_어느_것이든_세고_오래_붙들지_않는다() -> None:
    found = {char for char in ALL if unicodedata.category(char)[0] == "M"}
    assert all(list(piles("가" + char * (MOST_MARKS + 1))) == [(1, MOST_MARKS + 2)] and not list(piles(char * MOST_MARKS + "가")) for char in found)
    endless = "가" + "\u0316\u0300" * 1_000_000  # to put them in order takes hours
    assert len(composed(f"{endless}나{endless}")) == 2 * (MOST_MARKS + 1) + 1
    assert len(clean(endless)) == MOST_MARKS + 1
    assert "부호" in parse(f"a: {endless}", "data/a.yaml").problems[0].message


@pytest.mark.parametrize("open_", ["[", "{", "- ", "? ", "[{a: ", "!!map {a: ", "&a [", "\"a\": {"])
def test_끝없이_겹친_묶음에서_바로_멈춘다(open_: str) -> None:
    found = parse(open_ * 100_000, "data/a.yaml").problems
    assert len(found) == 1 and found[0].line == 1 and found[0].column < 300


def test_줄의_틀린_곳은_낱말의_첫_글자에서만_찾는다() -> None:
    """Tried from each letter of a long line, it would take minutes."""
    line = "[가나: 다: 라]"
    assert [at for at in range(len(line)) if mending.SECOND.match(line, at)] == [1]


def test_부풀리는_별칭은_펼치지_않는다() -> None:
    text = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    parsed = parse(text, "data/a.yaml")
    assert all("앵커" in problem.message for problem in parsed.problems[:MOST]) and len(parsed.problems) == MOST + 1


def test_한_파일에서_백_곳까지만_말한다() -> None:
    found = few(Problem("a", line, 1, "틀려요.") for line in range(10 ** 9))
    assert len(found) == MOST + 1 and found[-1].message.startswith("이 파일에 고칠 곳이 더 있어요")
    assert len(few([Problem("a", 1, 1, "틀려요.")] * MOST)) == MOST


def test_깃허브에_하는_말에서_파일의_이름이_명령이_되지_못한다() -> None:
    said = Problem("data/a,line=9::error file=b%\r\n::stop-commands::x.yaml", 3, 7, "100% 틀려요.\n::set-output name=a::b").as_annotation()
    assert "\n" not in said and "\r" not in said
    file = "data/a%2Cline=9%3A%3Aerror file=b%25\\u000d\\u000a%3A%3Astop-commands%3A%3Ax.yaml"
    assert said.startswith(f"::error file={file},line=3,col=7::100%25 틀려요.")


NAMES = ("a\nb.yaml", "a\x1b[2Jb.yaml", "a::error::b.yaml", os.fsdecode(b"\xff\xfe.yaml"), "a\u202eb.yaml", "가" * 80 + ".yaml")


def test_이상한_이름의_파일도_한_줄로_말한다(data: Path) -> None:
    paths = [data / "rules" / name for name in NAMES]
    for path in paths:
        path.write_text("id: 가\n", encoding="utf-8")
    try:
        done = check(data, GITHUB_ACTIONS="true")
    finally:
        for path in paths:
            path.unlink()
    lines = done.stderr.splitlines()
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert all(re.match(r"data/\S.*:\d+:\d+ |고칠 곳이", line) for line in lines), lines
    assert len({line.partition(".yaml:")[0] for line in lines if line.startswith("data/rules/")}) == len(NAMES), lines
    assert all(line.startswith(("::error file=data/", "data/")) for line in done.stdout.splitlines())
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", done.stdout + done.stderr)


def test_옛_한글_창에서도_멈추지_않는다(data: Path) -> None:
    path = data / "rules/grant-limit-2020.yaml"
    before = path.read_text(encoding="utf-8")
    path.write_text("😀" + before, encoding="utf-8")
    try:
        done = subprocess.run([sys.executable, "-m", "macros", "check", "--root", str(data)], cwd=ROOT, capture_output=True, check=False,
                              env={**os.environ, "PYTHONIOENCODING": "cp949"})
    finally:
        path.write_text(before, encoding="utf-8")
    assert done.returncode == 1 and b"Traceback" not in done.stderr
    assert "여기에 쓸 수 없는 항목이에요" in done.stderr.decode("cp949") and "\\U0001f600" in done.stderr.decode("cp949")


def test_윈도우가_받지_못하는_이름을_물리친다(tmp_path: Path) -> None:
    folder = tmp_path / "data/articles"
    folder.mkdir(parents=True)
    for name in ("con.yaml", "NUL.yaml", "aux.x.yaml", "Lpt1.yaml", "contract.yaml", "com10.yaml"):
        (folder / name).touch()
    found = list(strays(tmp_path / "data", ["articles"], []))
    assert [one.file.rsplit("/", 1)[1] for one in found] == ["Lpt1.yaml", "NUL.yaml", "aux.x.yaml", "con.yaml"]
    assert all("윈도우" in one.message for one in found)


def test_돌고_도는_바로_가기에도_멈추지_않는다(data: Path) -> None:
    loop, folder = data / "rules/loop.yaml", data / "rules/again"
    loop.symlink_to(loop)
    folder.symlink_to(data)
    try:
        done = check(data)
    finally:
        loop.unlink()
        folder.unlink()
    assert done.stderr.splitlines()[-1] == "고칠 곳이 2곳 있어요."
    assert done.stderr.count("바로 가기(심볼릭 링크)는 쓰지 않아요.") == 2


def test_쪽_폴더의_파일이_아닌_것에도_멈추지_않는다(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "loop.md").symlink_to(tmp_path / "loop.md")
    (tmp_path / "bytes.md").write_bytes("가나다\n".encode() + b"\xff\xfe")
    assert [leaf.text for leaf in page_lines(tmp_path)] == ["가나다"]


def test_쪽_폴더에서_밖을_가리키는_것은_빌드를_멈춘다(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "assets").mkdir(parents=True)
    (docs / "index.md").write_text("# 페이지\n", encoding="utf-8")
    on_config(SimpleNamespace(docs_dir=str(docs), extra={"preview": True}))
    (docs / "assets/x.txt").symlink_to("/etc/hostname")
    (docs / "etc").symlink_to("/etc")
    with pytest.raises(PluginError) as caught:
        on_config(SimpleNamespace(docs_dir=str(docs), extra={"preview": True}))
    lines = str(caught.value).split("\n")
    assert lines[1].startswith("docs/assets/x.txt:1:1 바로 가기(심볼릭 링크)") and lines[2].startswith("docs/etc:1:1 ") and len(lines) == 4


def test_읽을_권한이_없는_것에도_멈추지_않고_한_번만_말한다(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    data = small_guide(tmp_path)
    closed = next((data / "bodies").glob("*.yaml"))
    page = tmp_path / "docs/index.md"
    opens = Path.open

    def refused(path: Path, *rest: Any, **more: Any) -> Any:
        if path in (closed, page):
            raise PermissionError(13, "Permission denied", str(path))
        return opens(path, *rest, **more)

    monkeypatch.setattr(Path, "open", refused)
    _, problems = read(data, Kept())
    assert [(problem.file, problem.message) for problem in problems] == [(f"data/bodies/{closed.name}", CLOSED)]
    assert list(page_lines(tmp_path / "docs")) == []
    (data / "bodies").rename(tmp_path / "bodies")
    monkeypatch.setattr(Path, "is_file", lambda path: not refused(closed))
    assert main(["check", "--root", str(data)]) == 1
    assert capsys.readouterr().err.startswith("열거나 적을 수 없는 것이 있어요: ")
