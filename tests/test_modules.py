"""Our scripts as modules: each import is there, none goes in a circle, every file is used, and one global is known."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.finish.modules import (
    IMPORT,
    PASSED,
    REMARK,
    SOURCES,
    ModuleError,
    Modules,
    data_script,
    names_in,
    write_joined,
)
from tests.conftest import ROOT
from tests.scripts import NAMELESS

LOAD = re.compile(r"scripts\.load\(\[(.*?)\], link\)")
QUOTED = re.compile(r'"([\w/-]+)"')
SCRIPT = re.compile(r"assets/js/([\w/-]+)\.js")
PLACE = re.compile(r"globalThis\.hyeopchi\.(\w+)")
GLOBAL = re.compile(r"(?<![-\w.'\"`/^\\])hyeopchi\b(?=[.?\[])")
A_MODULE = {"one": 'import { two as other } from "./folder/two.js";\n\nexport const one = other + 1;\n',
            "folder/two": 'import * as three from "../three.js";\n\nexport function two() { return three.three; }\n',
            "three": "const three = 3;\n\nexport { three };\n"}


def folder(place: Path, files: dict[str, str]) -> Path:
    """These modules as files."""
    for name, text in files.items():
        (place / f"{name}.js").parent.mkdir(parents=True, exist_ok=True)
        (place / f"{name}.js").write_text(text, encoding="utf-8")
    return place


def entries() -> set[str]:
    """The modules with which pages begin."""
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8") + (ROOT / "docs/.overrides/404.html").read_text(encoding="utf-8")
    found = set(SCRIPT.findall(settings))
    for path in (ROOT / "macros/templates").rglob("*.j2"):
        for names in LOAD.findall(path.read_text(encoding="utf-8")):
            asked = QUOTED.findall(names)
            found |= {name for name in names_in(SOURCES) if name in asked or any(one.endswith("-") and name.startswith(one) for one in asked)}
    return found


def code(name: str) -> str:
    """A module without remarks."""
    return re.sub(r"/\*.*?\*/", "", REMARK.sub("", (SOURCES / f"{name}.js").read_text(encoding="utf-8")), flags=re.DOTALL)


def misnamed(modules: Modules, name: str) -> Iterator[str]:
    """What a module takes from another that does not give it."""
    text = code(name)
    for found in [*IMPORT.finditer(text), *PASSED.finditer(text)]:
        given = modules.get((SOURCES / f"{name}.js").parent.joinpath(f"{found['path']}.js").resolve().relative_to(SOURCES.resolve())
                            .with_suffix("").as_posix()).exports
        space = found.groupdict().get("space")
        if space:  # where nothing else in the file has its name
            own = re.search(rf"(?:const|let|function|[({{\[,])\s*(?:\.\.\.)?{space}\s*[,)}}\]=(]|\b{space} =>|: {space}\b", text)
            taken = [] if own else re.findall(rf"(?<![\w.]){space}\.(\w+)", re.sub(r'"[^"\n]*"', "", text))
        else:
            taken = [one.strip().split(" as ")[0] for one in (found["names"] or "").split(",") if one.strip()]
        yield from (f"{name}: {found['path']}.js의 {one}" for one in taken if one not in given)


def test_부르는_것은_모두_있고_서로_부르지_않는다() -> None:
    modules = Modules(given=NAMELESS)
    names = names_in(SOURCES)
    assert len(names) > 200
    modules.order(names)
    assert not [wrong for name in names for wrong in misnamed(modules, name)]
    assert not [one for name in names for one in modules.get(name).later if not (SOURCES / f"{one}.js").exists()]


# Only the tests compare by these texts.
UNREACHED = {"rules/canonical"}


def test_쪽에서_닿지_않는_스크립트는_없다() -> None:
    modules = Modules(given=NAMELESS)
    found: list[str] = []
    waiting = sorted(entries())
    while waiting:
        new = [name for name in modules.order(waiting) if name not in found]
        found += new
        waiting = [one for name in new for one in modules.get(name).later]
    assert set(names_in(SOURCES)) - set(found) == UNREACHED


def test_온_쪽에_하나뿐인_이름은_모듈과_자료의_자리다() -> None:
    said = {name: re.sub(r'"[^"\n]*"|`[^`]*`', "", code(name)) for name in names_in(SOURCES)}
    assert not {name for name, text in said.items() if GLOBAL.search(text)}
    assert {place for text in said.values() for place in PLACE.findall(text)} == {"data", "modules"}


def test_모듈은_부르는_차례로_한_번씩만_들고_있는_것은_다시_들지_않는다(tmp_path: Path) -> None:
    modules = Modules(folder(tmp_path, A_MODULE))
    assert modules.order(["one", "three"]) == ["three", "folder/two", "one"]
    joined = modules.joined(["one"])
    assert joined.count("??= (function") == 3 and "import" not in joined and "export" not in joined
    assert joined.index('modules["three"] ??=') < joined.index('modules["folder/two"] ??=') < joined.index('modules["one"] ??=')
    assert 'modules["three"] ??=' not in modules.joined(["one"], known=["three"])


def test_나중에_부르는_모듈은_제_스크립트를_부른다(tmp_path: Path) -> None:
    source = folder(tmp_path, {"later": "export function fetched() {}\n", "one": 'export const load = () => import("./two.js");\n',
                               "two": "export const two = 2;\n"})
    text = Modules(source).joined(["one"], address=lambda name: f"assets/js/{name}.0.js")
    assert 'modules["later"].fetched("two", "assets/js/two.0.js")' in text and 'modules["two"] ??=' not in text
    write_joined(source, source)
    assert 'modules["two"] ??=' in (source / "two.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(("files", "said"), [
    ({"one": 'import { x } from "./none.js";\n'}, "none.js가 없어요"),
    ({"one": 'import { x } from "../../out.js";\n'}, "밖이에요"),
    ({"one": 'import { b } from "./b.js";\n', "b": 'import { one } from "./one.js";\n'}, "one → b → one"),
    ({"one": "export let one = 1;\n"}, "이을 수 없어요"),
    ({"one": "export default 1;\n"}, "이을 수 없어요"),
    ({"one": 'import one from "./one.js";\n'}, "이을 수 없어요"),
], ids=["없는 파일", "폴더 밖", "돌림", "바뀌는 값", "이름 없음", "이름 없이 부름"])
def test_이을_수_없는_것은_어디가_왜인지_말한다(tmp_path: Path, files: dict[str, str], said: str) -> None:
    with pytest.raises(ModuleError, match=said):
        Modules(folder(tmp_path, files)).order(["one"])


def test_자료는_한_자리로_넘긴다() -> None:
    assert data_script("records:rules", "[1]").endswith('.data["records:rules"] = [1];\n')
