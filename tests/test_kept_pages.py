"""What is kept of pages and files is what would be made anew, and never older than its grounds."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.pages import Page

from macros.cache import folders, grounds
from macros.cache.grounds import ALSO, GROUNDS, THEME
from macros.cache.kept import Kept
from macros.cache.kept_pages import KeptPages
from macros.checks.loaded import Loaded
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem
from tests.small_guide import SMALL

SETTINGS = """site_name: 작은 안내
theme: {name: material, font: false}
hooks: [hooks.py]
nav: [index.md, one.md, two.md]
plugins: []
"""
HOOKS = "from macros.hooks import on_env, on_page_content, on_page_markdown\n"
PAGES = {"index.md": "# 처음\n\n[하나](one.md#part)\n",
         "one.md": "# 하나\n\n## 부분 {#part}\n\n글\n", "two.md": "---\ndescription: 둘째\n---\n# 둘\n"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one file of each ground."""
    for ground in GROUNDS:
        path = tmp_path / ground if "." in ground else tmp_path / ground / "one.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text("a", encoding="utf-8")
    return tmp_path


@pytest.fixture
def small(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Path:
    """A small site that MkDocs makes with our hooks, in a build that says what it finds."""
    caplog.set_level(logging.INFO, "mkdocs")
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(SETTINGS + "markdown_extensions: [attr_list]\n", encoding="utf-8")
    (tmp_path / "hooks.py").write_text(HOOKS, encoding="utf-8")
    for name, text in PAGES.items():
        (tmp_path / "docs" / name).write_text(text, encoding="utf-8")
    return tmp_path


def built(small: Path, store: Path) -> dict[str, bytes]:
    """The pages of the site, made with what `store` keeps."""
    class Macros(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
        """Has what our hooks ask of the plugin."""

        kept = KeptPages(store, b"grounds")

    config = load_config(str(small / "mkdocs.yml"), site_dir=str(store) + ".site")
    config.plugins["macros"] = Macros()
    build(config)
    Macros.kept.save()
    site = Path(config.site_dir)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}


def replaced(name: str, old: str, new: str) -> Callable[[Path], object]:
    def change(small: Path) -> None:
        path = small / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    return change


def test_바탕이_한_글자라도_바뀌면_열쇠가_바뀐다(project: Path) -> None:
    keys = {grounds.whole(project)}
    for ground in GROUNDS:
        path = project / ground if "." in ground else project / ground / "one.yaml"
        path.write_text("b", encoding="utf-8")
        keys.add(grounds.whole(project))
    (project / "data" / "one.yaml").rename(project / "data" / "two.yaml")
    keys.add(grounds.whole(project))
    assert len(keys) == len(GROUNDS) + 2


def test_라이브러리의_판이_바뀌면_남겨_둔_것을_쓰지_않는다(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Kept(tmp_path / "shelf")
    kept.keep("이름", b"x", "값")
    kept.save()
    assert Kept(tmp_path / "shelf").find("이름", b"x") == "값"
    monkeypatch.setattr("macros.cache.grounds.libraries", lambda: b"other")
    assert Kept(tmp_path / "shelf").find("이름", b"x") is None


def test_폴더는_한_번_만들고_열쇠가_바뀌면_다시_만든다(tmp_path: Path) -> None:
    made: list[str] = []

    def make(folder: Path) -> None:
        made.append("")
        (folder / "deep").mkdir()
        (folder / "deep" / "file.txt").write_text(str(len(made)), encoding="utf-8")

    for number, key in enumerate((b"one", b"one", b"two")):
        kept = Kept(tmp_path / "kept")
        target = tmp_path / f"site{number}"
        folders.write(kept, "some", key, target, make)
        kept.save()
        assert (target / "deep" / "file.txt").read_text(encoding="utf-8") == str(len(made))
    assert len(made) == 2
    assert Kept(tmp_path / "kept").find("some", b"one") is None


def test_만들다_그치면_아무것도_남기지_않는다(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "kept")

    def broken(folder: Path) -> None:
        (folder / "half").write_text("", encoding="utf-8")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        folders.write(kept, "some", b"one", tmp_path / "site", broken)
    folders.write(kept, "some", b"one", tmp_path / "site", lambda folder: (folder / "whole").write_text("", encoding="utf-8"))
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["whole"]


def test_쪽은_제_글과_매크로가_읽는_것이_모두_그대로일_때만_다시_쓴다(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = {grounds.page({"repository": ""}, ["plan/"], project)}
    found.add(grounds.page({"repository": "x"}, ["plan/"], project))
    found.add(grounds.page({"repository": ""}, ["plan/", "terms/"], project))
    changed = (*ALSO, "data/one.yaml", "macros/one.yaml", f"{THEME}/main.html")
    for name in changed:
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("b", encoding="utf-8")
        found.add(grounds.page({"repository": ""}, ["plan/"], project))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "7")
    key = grounds.page({"repository": ""}, ["plan/"], project)
    assert len(found | {key}) == 3 + len(changed) + 1
    first = KeptPages(project / "kept", key)
    first.keep("plan/", "글", "채운 글", {"title": "제목", "search": {"exclude": True}})
    first.save()
    assert KeptPages(project / "kept", key).find("plan/", "글") == ("채운 글", {"title": "제목"})
    for again, url, source in ((key, "plan/", "다른 글"), (key, "terms/", "글"), (b"other", "plan/", "글")):
        assert KeptPages(project / "kept", again).find(url, source) is None


def test_그대로인_사이트는_아무_쪽도_다시_만들지_않는다(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = built(small, small / "kept")
    monkeypatch.setattr(Page, "render", lambda *given: pytest.fail("글을 다시 읽었어요."))
    monkeypatch.setattr("jinja2.Template.render", lambda *given, **named: "다시 만들었어요.")
    assert {name: text for name, text in built(small, small / "kept").items() if name != "404.html"} == {
        name: text for name, text in first.items() if name != "404.html"}


@pytest.mark.parametrize("change", [
    replaced("docs/one.md", "글", "다른 글"),
    replaced("docs/one.md", "# 하나", "# 첫째"),
    replaced("docs/two.md", "둘째", "나중"),
    replaced("docs/two.md", "description: 둘째", "icon: material/plus"),
    replaced("docs/index.md", "[하나](one.md#part)", "[둘](two.md)"),
    replaced("mkdocs.yml", "one.md, two.md", "two.md, one.md"),
    replaced("mkdocs.yml", "one.md, two.md", "가: one.md, 나: two.md"),
    replaced("mkdocs.yml", "작은 안내", "큰 안내"),
    replaced("mkdocs.yml", "font: false", "font: false, language: ko"),
    replaced("mkdocs.yml", "plugins: []", "plugins: []\nsite_url: https://example.org/"),
    replaced("mkdocs.yml", "plugins: []", "plugins: []\nextra_css: [x.css]"),
], ids=["text", "title", "description", "icon", "link", "order", "menu", "name", "language", "address", "style"])
def test_무엇을_고쳐도_처음부터_만든_것과_같다(small: Path, change: Callable[[Path], object]) -> None:
    before = built(small, small / "kept")
    change(small)
    after = built(small, small / "kept")
    assert after == built(small, small / "fresh") != before


def test_다른_쪽의_자리가_없어지면_그대로인_쪽의_링크도_틀린_것을_안다(small: Path) -> None:
    built(small, small / "kept")
    replaced("docs/one.md", "{#part}", "{#piece}")(small)
    with pytest.raises(Abort):
        built(small, small / "kept")


def test_잘못된_링크는_다시_만들_때마다_말한다(small: Path, caplog: pytest.LogCaptureFixture) -> None:
    replaced("docs/two.md", "# 둘", "# 둘\n\n[없는 쪽](none.md)")(small)
    for _ in range(2):
        caplog.clear()
        built(small, small / "kept")
        assert "none.md" in caplog.text


def test_듣지_않는_동안에는_남기지_않는다(small: Path, caplog: pytest.LogCaptureFixture) -> None:
    replaced("docs/two.md", "# 둘", "# 둘\n\n[없는 쪽](none.md)")(small)
    caplog.set_level(logging.ERROR, "mkdocs")
    built(small, small / "kept")
    caplog.set_level(logging.INFO, "mkdocs")
    built(small, small / "kept")
    assert "none.md" in caplog.text


def test_잘못이_없던_자료는_한_글자도_그대로일_때만_다시_살피지_않는다(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[Guidebook] = []
    problems = [Problem("data/x.yaml", 1, 1, "틀려요.")]

    def run(guide: Guidebook) -> list[Problem]:
        runs.append(guide)
        return list(problems)

    monkeypatch.setattr("macros.checks.loaded.run", run)
    assert Loaded(tmp_path / "records").data(SMALL)[0] is None
    problems.clear()
    for _ in range(2):
        assert Loaded(tmp_path / "records").data(SMALL)[0] is not None
    monkeypatch.setattr("macros.checks.loaded.grounds", SimpleNamespace(whole=lambda: b"other"))
    Loaded(tmp_path / "records").data(SMALL)
    assert len(runs) == 3
