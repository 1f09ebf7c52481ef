"""The live preview follows what is saved, shows what is wrong in the browser and the terminal, and recovers."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType

import pytest
from jinja2 import Environment, FileSystemLoader, TemplateNotFound, TemplateSyntaxError
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.structure.files import File, Files

from macros.preview.faults import said, shown
from macros.preview.modules import forget
from macros.preview.server import Server, is_own
from macros.preview.site import Site
from macros.preview.snapshot import differing, snapshot
from tests.bench_preview import CHANGES, SAID, WRONG, Change, Tab, copy_project, save, serving, there_and_back
from tests.conftest import ROOT

PAGES = ("index.md", "budget/index.md", "budget/rules.md")
BROKEN = Change("macros/templates/rules.md.j2", "", "{{ 없는것.이름 }}")
UNREADABLE = Change("macros/site/addresses.py", "from __future__", "from __futur e__")
LOST = Change("docs/budget/index.md", "# 돈 짜기", "# 돈 짜기\n[규칙](rulse.md)")
ASTRAY = Change("docs/budget/index.md", "# 돈 짜기", "# 돈 짜기\n[규칙](rules.md#nowhere)")
TITLE = Change("docs/budget/index.md", "# 예산 편성", "# 돈 짜기")


def few_pages(folder: Path) -> Path:
    """The project with three of its pages: it starts at once."""
    copy_project(folder)
    for path in (folder / "docs").rglob("*.md"):
        if path.relative_to(folder / "docs").as_posix() not in PAGES:
            path.unlink()
    for name in PAGES:  # links to the pages that are not here
        page = folder / "docs" / name
        page.write_text(re.sub(r"\[([^]]+)\]\([^)]+\)|<p.*<a .*</p>", r"\1", page.read_text(encoding="utf-8")), encoding="utf-8")
    menu = folder / "mkdocs.yml"
    text = menu.read_text(encoding="utf-8")
    menu.write_text(text[:text.index("\nnav:")] + "\nnav: [index.md, {예산: [budget/index.md, budget/rules.md]}]\n", encoding="utf-8")
    return folder


def test_저장하면_쪽이_바뀌고_틀리면_알려_주고_고치면_돌아온다(tmp_path: Path) -> None:
    folder = few_pages(tmp_path)
    with serving(folder) as (address, terminal):
        for what, change in CHANGES.items():
            there_and_back(folder, Tab(address, change.page), change, "바뀐표시", lambda text: "바뀐표시" in text)
            assert change.file in terminal.read_text(encoding="utf-8"), what

        rules, other = Tab(address, "budget/rules/"), Tab(address, "budget/")
        undo = save(folder, WRONG)
        for tab in (rules, other):
            tab.wait(lambda text: SAID.replace("'", "&#39;") in text)
        line = (folder / WRONG.file).read_text(encoding="utf-8").splitlines().index("severty: prohibited") + 1
        assert f"{WRONG.file}:{line}:1" in rules.text and "<code>severty: prohibited</code>" in rules.text
        assert f"{WRONG.file}:{line}:1 {SAID}" in terminal.read_text(encoding="utf-8")
        undo()
        rules.wait(lambda text: 'id="rule-labour-cap"' in text)

        for change, words, where in ((BROKEN, "'없는것'이라는 이름이 없어요.", ":1:1"), (UNREADABLE, "문법에 맞지 않아요", r":3:\d+")):
            undo = save(folder, change)
            rules.wait(lambda text, words=words: words.replace("'", "&#39;") in text)  # type: ignore[misc]
            assert re.search(re.escape(change.file) + where, rules.text)
            assert words in terminal.read_text(encoding="utf-8")
            undo()
            rules.wait(lambda text: 'id="rule-labour-cap"' in text)

        save(folder, TITLE)
        other.wait(lambda text: "돈 짜기" in text)
        (folder / "docs/budget/new.md").write_text("# 새 페이지\n\n{{ rule_summary(\"limit\") }}\n", encoding="utf-8")
        (new := Tab(address, "budget/new/")).wait(lambda text: "인건비성 경비 한도" in text)
        assert "돈 짜기" in Tab(address, "").text, "다른 쪽의 메뉴에 옛 이름이 남았어요"
        assert "새 페이지" in Tab(address, "search/index.js").text, "다 만든 뒤에 나오는 파일이 없어요"

        undo = save(folder, LOST)
        other.wait(lambda text: "docs/budget/index.md:6:6" in text and "혹시 &#39;rules.md&#39;인가요?" in text)
        undo()
        other.wait(lambda text: "돈 짜기" in text)
        undo = save(folder, ASTRAY)
        other.wait(lambda text: "&#39;#nowhere&#39;이(가) docs/budget/rules.md에 없어요." in text)
        undo()
        other.wait(lambda text: "돈 짜기" in text)
        (folder / "docs/budget/new.md").unlink()
        new.wait(lambda text: "새 페이지" not in text)
    assert "Traceback" not in terminal.read_text(encoding="utf-8")


def test_지운_쪽과_앞서_만든_파일은_남지_않는다(tmp_path: Path) -> None:
    """What is in docs/ stays; what is made of records (calendars, the index) is made anew or is gone."""
    site = Site(tmp_path, tmp_path / "site", "")
    inside = [File("assets/a.css", str(tmp_path), str(tmp_path / "site"), True), File("a.md", str(tmp_path), str(tmp_path / "site"), True)]
    site.files = Files(inside)
    for name in ("assets/a.css", "a/index.html", "gone/index.html", "dates/gone.ics"):
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    site._sweep()
    assert {path.name for path in (tmp_path / "site").rglob("*") if path.is_file()} == {"a.css", "index.html"}
    assert not (tmp_path / "site/gone/index.html").exists()


@pytest.mark.parametrize(("text", "line", "says"), [
    ("첫 줄\n{% if x %}\n{% if y %}{% endif %}\n끝\n", 2, "여기에서 연 '{% if %}'를 닫지 않았어요. 끝에 '{% endif %}'를 넣어 주세요."),
    ("{% for a in b %}\n{{ a }}\n", 1, "'{% endfor %}'를 넣어 주세요."),
    ("첫 줄\n{% endif %}\n", 2, "'{% endif %}'가 올 자리가 아니에요."), ("{{ a | nofilter }}", 1, "'nofilter'이라는 필터가 없어요."),
    ("{# 닫지 않은\n", 1, "연 표시를 닫지 않고 파일이 끝났어요."), ("{{ 'a }}", 1, "틀의 문법에 맞지 않아요."),
    ("{{ a(1 }}", 1, "'}'이(가) 올 자리가 아니에요."), ("{{ a {% b %}", 1, "'{'이(가) 올 자리가 아니에요."),
    ("글\n{% include 'no.j2' %}", 2, "'no.j2'이라는 틀이 없어요."),
], ids=lambda value: str(value)[:20])
def test_틀의_틀린_곳을_연_줄과_함께_한국어로_말한다(tmp_path: Path, text: str, line: int, says: str) -> None:
    (tmp_path / "a.j2").write_text(text, encoding="utf-8")
    with pytest.raises((TemplateSyntaxError, TemplateNotFound)) as caught:
        Environment(loader=FileSystemLoader(tmp_path), autoescape=True).get_template("a.j2").render()
    told = said(caught.value, tmp_path)
    assert told.startswith(f"a.j2:{line}:1 틀에서 멈췄어요: ") and says in told


@pytest.mark.parametrize(("added", "told"), [
    ("nav: [\n- 처음: index.md\n", "mkdocs.yml:3:1 YAML을 읽을 수 없어요."), ("theme: 3\n", "mkdocs.yml:1:1 설정에 쓸 수 없는 값이 있어요."),
])
def test_설정의_틀린_곳도_한국어로_말한다(tmp_path: Path, added: str, told: str) -> None:
    (tmp_path / "mkdocs.yml").write_text(f"site_name: 길잡이\n{added}", encoding="utf-8")
    with pytest.raises((ConfigurationError, Abort)) as caught:
        load_config(str(tmp_path / "mkdocs.yml"))
    assert said(caught.value, tmp_path).startswith(told)


def test_쓰고_있는_포트면_다른_번호를_알려_준다() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run([sys.executable, "-m", "macros", "serve", "--port", str(port)], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr == f"{port}번 포트를 다른 프로그램이 쓰고 있어요. 다른 번호로 띄워 주세요: make serve PORT={port + 1}\n"


@pytest.mark.parametrize(("asked", "own"), [
    ("127.0.0.1:8000", True), ("localhost:8000", True), ("LOCALHOST", True), ("[::1]:8000", True), ("192.168.0.7:8000", True), ("my-box:8000", True),
    ("evil.example:8000", False), ("127.0.0.1.evil.example", False),
    ("localhost.evil.example:8000", False), ("", False), ("evil.example:127.0.0.1", False),
])
def test_미리_보기는_제_이름으로_부를_때만_답한다(asked: str, own: bool) -> None:
    assert is_own(asked, "my-box") is own


def test_남의_이름이나_이상한_주소에는_쪽을_주지_않는다(tmp_path: Path) -> None:
    server = object.__new__(Server)
    server._host, server.url = "127.0.0.1", "http://127.0.0.1:8000/"
    told: list[str] = []

    def ask(path: str, host: str, method: str = "GET") -> Iterable[bytes] | None:
        environ = {"REQUEST_METHOD": method, "PATH_INFO": path, "HTTP_HOST": host}
        return server._serve_request(environ, lambda status, _: told.append(status))

    assert b"127.0.0.1:8000" in b"".join(ask("/", "evil.example") or ())
    assert told == ["403 Forbidden"]
    for method in ("POST", "PUT", "DELETE", "TRACE", "OPTIONS", "CONNECT", "아무거나"):
        ask("/livereload/0/0", "127.0.0.1:8000", method)
    assert told[1:] == ["405 Method Not Allowed"] * 7
    for path in ("/\0", "/a\0.html", "/livereload/" + "9" * 5000 + "/1", "/livereload/1/" + "9" * 30,
                 "/../../etc/passwd", "/plan/..\\..\\x",
                 "//evil.example/../plan", "//plan", "/plan//", "/./plan/", "/" + "a" * 300,
                 "/a.css/" * 500, "/" + ("가" * 90).encode().decode("latin-1")):
        assert ask(path, "127.0.0.1:8000") is None  # the server makes 404 of it


def test_바뀐_파일만_알아챈다(tmp_path: Path) -> None:
    for name in ("data/.schema", "docs", "macros/__pycache__"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("data/a.yaml", "data/.schema/a.json", "docs/b.md", "docs/gone.md", "mkdocs.yml"):
        (tmp_path / name).write_text("가", encoding="utf-8")
    before = snapshot(tmp_path)
    assert not differing(before, snapshot(tmp_path))
    for name in ("data/a.yaml", "data/.schema/a.json", "mkdocs.yml", "docs/new.md", "docs/.b.md.swp", "docs/b.md~", "macros/__pycache__/c.pyc"):
        (tmp_path / name).write_text("가나", encoding="utf-8")
    (tmp_path / "docs/gone.md").unlink()
    changed = differing(before, snapshot(tmp_path))
    assert {path.relative_to(tmp_path).as_posix() for path in changed} == {
        "data/a.yaml", "data/.schema/a.json", "mkdocs.yml", "docs/new.md", "docs/gone.md"}


def test_고친_모듈과_그것을_쓰는_모듈만_잊는다(monkeypatch: pytest.MonkeyPatch) -> None:
    names = ("macros", "macros.site", "macros.views", "macros.reading", "macros.site.addresses", "macros.views.pages", "macros.pages",
             "macros.pages.base", "macros.reading.guidebook", "macros.models.kinds", "macros.models.term")
    loaded: dict[str, ModuleType] = {}
    for name in names:
        loaded[name] = ModuleType(name)
        path = ROOT / name.replace(".", "/")
        loaded[name].__file__ = str(path / "__init__.py" if path.is_dir() else path.with_suffix(".py"))
    monkeypatch.setattr(sys, "modules", {**{name: made for name, made in sys.modules.items() if not name.startswith("macros")}, **loaded})
    package = ROOT / "macros"
    assert forget([package / "templates/rules.md.j2", ROOT / "data/actors.yaml"], package) == set()
    assert forget([package / "site/addresses.py"], package) == {"macros.site.addresses", "macros.views.pages", "macros.pages.base"}
    assert "macros.site.addresses" not in sys.modules and "macros.reading.guidebook" in sys.modules
    assert forget([package / "models/term.py"], package) == {"macros.models.term", "macros.models.kinds", "macros.reading.guidebook"}
    assert forget([package / "schema/words.yaml"], package) == {"macros", "macros.site", "macros.views", "macros.pages", "macros.reading"}


def test_어디서_멈췄는지_파일과_줄로_말한다(tmp_path: Path) -> None:
    file = tmp_path / "macros/views/pages.py"
    file.parent.mkdir(parents=True)
    file.write_text("def shown():\n    return {}['없음']\n", encoding="utf-8")
    scope: dict[str, object] = {}
    exec(compile(file.read_text(encoding="utf-8"), str(file), "exec"), scope)
    with pytest.raises(KeyError) as caught:
        scope["shown"]()  # type: ignore[operator]
    text = said(caught.value, tmp_path, "docs/index.md")
    assert text == "macros/views/pages.py:2:12 코드에서 멈췄어요: KeyError: '없음'\ndocs/index.md 페이지를 만들던 중이었어요."
    first, second = shown(text, tmp_path)
    assert (first.place, first.source) == ("macros/views/pages.py:2:12", "return {}['없음']")
    assert (second.place, second.message) == ("", "docs/index.md 페이지를 만들던 중이었어요.")
    assert re.match(r"멈췄어요: ValueError", said(ValueError("x"), tmp_path))
