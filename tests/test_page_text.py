"""A page calls our macros and nothing else; what comes from data is never read as a template, at any stage."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from macros.templating.page_text import doors, faults, filled
from tests.conftest import ROOT
from tests.test_preview import few_pages

COMMAND = "{{ cycler.__init__.__globals__.os.system('touch %s') }}{{ joiner.__init__.__globals__.os.system('touch %s') }}"


def shown(*given: str | int) -> str:
    """A macro whose outcome looks like a call of another one, as data may."""
    return f"나온 것 {given} {{{{ secret() }}}}\n{{{{ secret() }}}}"


def secret() -> str:
    raise AssertionError("나온 것을 다시 읽었어요")


DOORS = doors((shown, secret))


def test_부른_것만_바뀌고_나온_것은_다시_읽지_않는다() -> None:
    text = "# 제목 { #id }\n\n{{ shown(\"가\", 1) }}\n\n{{ other() }}\n"
    assert filled(text, DOORS) == "# 제목 { #id }\n\n나온 것 ('가', 1) {{ secret() }}\n{{ secret() }}\n\n{{ other() }}\n"
    assert not faults("# 제목 { #id }\n\n{{ shown(\"가\", 1) }}\n", "docs/a.md", DOORS)


@pytest.mark.parametrize(("line", "column", "said"), [
    ("{{ 7 * 7 }}", 1, "'{{' 기호는"), ("{{ config }}", 1, "'{{' 기호는"), ("앞 {{ shown() }}", 3, "'{{' 기호는"),
    ("{% for x in y %}", 1, "'{%' 기호는"),
    ("{# 주석 #}", 1, "'{#' 기호는"), ("{{ shown().__class__ }}", 1, "'{{' 기호는"), ("{{ shown }}", 1, "'{{' 기호는"),
    ("{{shown()}}", 1, "'{{' 기호는"), ("{{ show() }}", 4, "'show'은(는) 없는 매크로예요. 혹시 'shown'인가요?"),
    ("{{ __import__(\"os\") }}", 4, "없는 매크로예요"),
    ("{{ shown(open(\"x\")) }}", 10, "글과 정수만"), ("{{ shown(1.5) }}", 10, "글과 정수만"),
    ("{{ shown(x=1) }}", 10, "글과 정수만"),
    ("{{ shown(" + "(" * 5000 + ") }}", 10, "글과 정수만"), ("{{ shown(\"a\" \"b\" % 3) }}", 10, "글과 정수만"),
], ids=lambda value: str(value)[:20])
def test_쪽에_적은_다른_것은_자리와_함께_물리친다(line: str, column: int, said: str) -> None:
    [problem] = faults(f"---\ntitle: 쪽\n---\n\n{line}\n", "docs/a.md", DOORS, ["title"])
    assert (problem.file, problem.line, problem.column) == ("docs/a.md", 5, column) and said in problem.message


def test_쪽의_머리에는_아는_것만_적는다() -> None:
    found = faults("---\ntitle: 쪽\nrender_macros: true\n---\n", "docs/a.md", DOORS, ["title", "render_macros"])
    assert [(problem.line, "render_macros" in problem.message) for problem in found] == [(3, True)]


def test_검사를_지나친_제목도_명령이_되지_못한다(tmp_path: Path) -> None:
    """The check that refuses it is taken away; the build itself must not read data as a program."""
    folder, ran = few_pages(tmp_path / "project"), tmp_path / "ran"
    shutil.copytree(ROOT / "docs/agree", folder / "docs/agree", dirs_exist_ok=True)
    menu = (folder / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(menu.replace("[index.md,", "[index.md, agree/articles.md, agree/index.md,"), encoding="utf-8")
    (folder / "docs/agree/articles.md").write_text("{{ sheet(\"council\") }}\n", encoding="utf-8")
    letters = folder / "macros/reading/letters.py"
    letters.write_text(letters.read_text(encoding="utf-8").replace(r'r"\{[{%#]"', 'r"(?!)"'), encoding="utf-8")
    data = folder / "data/sheets/council.yaml"
    text = data.read_text(encoding="utf-8")
    hostile = COMMAND % (ran, ran)
    data.write_text("\n".join(f'{line.partition(":")[0]}: "{hostile}"' if line.startswith(("title:", "summary:")) else line
                              for line in text.splitlines()) + "\n", encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--site-dir", str(tmp_path / "site")], cwd=folder, capture_output=True,
                          text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not ran.exists()
    assert "cycler" in (tmp_path / "site/agree/articles/index.html").read_text(encoding="utf-8")
