"""A page calls our macros and nothing else; what comes from data is never read as a template, at any stage."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from macros.commands import new_guide
from macros.models.kinds import KINDS
from macros.pages.macros import Macros
from macros.reading.guidebook import Guidebook
from macros.templating.correction import LISTS, correction
from macros.templating.macro_values import wrong
from macros.templating.page_links import anchor_faults
from macros.templating.page_links import faults as link_faults
from macros.templating.page_text import doors, faults, filled
from tests.no_page import NoPage

COMMAND = "{{ cycler.__init__.__globals__.os.system('touch %s') }}{{ joiner.__init__.__globals__.os.system('touch %s') }}"

# The check that the build must not rest on.
REFUSED = r'r"\{[{%#]"'


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
    [problem] = faults(f"---\ntitle: 페이지\n---\n\n{line}\n", "docs/a.md", DOORS, ["title"])
    assert (problem.file, problem.line, problem.column) == ("docs/a.md", 5, column) and said in problem.message


@pytest.mark.parametrize(("call", "column", "says"), [
    ('step("no")', 10, "'no'은(는) 단계(data/steps)에 없어요."),
    ("step()", 4, "'step' 매크로에는 값을 1개 줘야 하는데 0개를 줬어요."),
    ('sources("가")', 4, "'sources' 매크로에는 값을 주지 않아요. 예: {{ sources() }}"),
    ("rules(3)", 10, "'3'은 규칙의 주제(data/budget.yaml)에 없어요."),
    ('records("nope")', 13, "자료의 종류(data/의 폴더)에 없어요. 쓸 수 있는 값: bodies,"),
    ('records("topics", "no")', 23, "장(docs/의 폴더)에 없어요."),
    ('topic("no")', 11, "주제(data/topics)에 없어요."), ('table_charts("no", "표")', 18, "주제(data/topics)에 없어요."),
    ('undecided("rulse")', 15, "혹시 'rules'인가요?"), ('key_duties("no")', 16, "의무가 적힌 조항(data/articles)에 없어요."),
], ids=lambda value: str(value)[:24])
def test_매크로에_준_값이_없는_것이면_그_자리에서_아는_값을_말한다(call: str, column: int, says: str, guide: Guidebook) -> None:
    macros = doors(Macros(guide, NoPage()).all())
    found = faults(f"# 페이지\n\n{{{{ {call} }}}}\n", "docs/a.md", macros, (), partial(wrong, guide))
    assert (found[0].line, found[0].column) == (3, column) and says in found[0].message


@pytest.mark.parametrize(("link", "says"), [
    ("[가](b.md)", ""), ("[가](b.md#x)", ""), ("[가](../index.md)", ""), ("[가](https://example.org/)", ""), ("[가](#x)", ""), ("![가](c.png)", ""),
    ('<a href="../b/">가</a>', ""), ('<a href="../c/">가</a>', "'../c/' 링크가 가리키는 파일이 없어요."),
    ("[가](bb.md)", "혹시 'b.md'인가요?"), ("[가](b/)", "페이지의 파일 이름(.md)까지 적어 주세요. 혹시 'b.md'인가요?"),
    ("[가](/a/b/)", "'/'로 시작하는 링크는"),
    ("![가](d.png)", "혹시 'c.png'인가요?"), ("[가][나]\n\n[나]: bb.md", "혹시 'b.md'인가요?"),
])
def test_갈_곳이_없는_링크는_적힌_자리에서_알려_준다(link: str, says: str) -> None:
    found = list(link_faults(f"# 페이지\n\n{link}\n", "docs/a/a.md", {"index.md", "a/a.md", "a/b.md", "a/c.png"}, {"", "a/a/", "a/b/"}))
    assert [(problem.line >= 3, says in problem.message) for problem in found] == ([(True, True)] if says else [])


def test_쪽에_없는_자리로_가는_링크를_알려_준다() -> None:
    source = "[가](b.md#x) [나](#없음)"
    links = {"b.md#x": ("a/b.md", "x", {"x"}), "#없음": ("a/a.md", "없음", {"있음"})}
    [problem] = anchor_faults(source, "docs/a/a.md", links)
    assert (problem.column, problem.message) == (
        17, "'#없음' 링크가 가리키는 자리 '#없음'이 docs/a/a.md에 없어요. 혹시 '있음'인가요?")


def test_쪽의_머리에는_아는_것만_적는다() -> None:
    found = faults("---\ntitle: 페이지\nrender_macros: true\n---\n", "docs/a.md", DOORS, ["title", "render_macros"])
    assert [(problem.line, "render_macros" in problem.message) for problem in found] == [(3, True)]


def test_검사를_지나친_제목도_명령이_되지_못한다(tmp_path: Path) -> None:
    """The check that refuses it is taken away; the build itself must not read data as a program."""
    folder, ran = tmp_path / "guide", tmp_path / "ran"
    assert new_guide.create(folder) == 0
    letters = folder / "macros/reading/letters.py"
    text = letters.read_text(encoding="utf-8")
    assert REFUSED in text
    letters.write_text(text.replace(REFUSED, 'r"(?!)"'), encoding="utf-8")
    data = folder / "data/steps/gather.yaml"
    hostile = COMMAND % (ran, ran)
    data.write_text("\n".join(f'{line.partition(":")[0]}: "{hostile}"' if line.startswith(("title:", "summary:")) else line
                              for line in data.read_text(encoding="utf-8").splitlines()) + "\n", encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "--site-dir", str(tmp_path / "site")], cwd=folder, capture_output=True,
                          text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert not ran.exists()
    for page in ("plan/gather", "plan"):  # its own, and one that lists it
        assert "cycler" in (tmp_path / "site" / page / "index.html").read_text(encoding="utf-8")


def test_페이지가_보여_주는_기록이나_종류를_고칠_곳으로_안다(guide: Guidebook) -> None:
    macros = doors(Macros(guide, NoPage()).all())
    for text, where in (('# 제목\n\n{{ case("dobong") }}\n', "cases/dobong"), ('{{ rules("limit") }}', "rules"), ("{{ glossary() }}", "glossary"),
                        ('{{ undecided("budget") }}\n\n{{ topic("consulting") }}', "topics/consulting"), ("# 글뿐\n", ""), ("{{ home() }}", "")):
        assert correction(text, macros) == where
    assert LISTS.keys() <= macros.keys() and set(LISTS.values()) <= KINDS.keys()
