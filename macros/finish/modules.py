"""Our scripts are ES modules, which no page from a file may load: the build joins them into classic scripts.

A module becomes a function that runs once, after those that it imports; what it exports stands under its name in
`hyeopchi.modules`, our one global, so that several scripts of a page share one copy. `import("./x.js")` becomes the loading of
another script (docs/assets/js/later.js). Plain scripts of data hand over by `data_script`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from macros import ROOT

SOURCES = ROOT / "docs" / "assets" / "js"
FOLDER = "assets/js"
GLOBAL = "globalThis.hyeopchi ??= { modules: {}, data: {} }"
# Loaded later, with data of their own: where they stand in the site, and the module whose scripts are there before them
# (a worker has none).
PLACED: Mapping[str, tuple[str, str | None]] = {
    "search/worker": ("search/index.js", None), "table/reader": ("assets/table/reader.js", "tables")}
LOADER = "later"
FROM = r'"(?P<path>\.[^"\n]+)\.js";\n'
IMPORT = re.compile(rf'^import (?:(?:\* as (?P<space>\w+)|\{{(?P<names>[^}}]*)\}}) from )?{FROM}', re.MULTILINE)
PASSED = re.compile(rf"^export \{{(?P<names>[^}}]*)\}} from {FROM}", re.MULTILINE)
LISTED = re.compile(r"^export \{(?P<names>[^}]*)\};\n", re.MULTILINE)
DECLARED = re.compile(r"^export (?=(?:async )?(?:function\*?|class|const) (?P<name>\w+))", re.MULTILINE)
DYNAMIC = re.compile(r'(?<!\w)import\("(?P<path>\.[^"\n]+)\.js"\)')
REMARK = re.compile(r"^[ \t]*(?:/\*\*?(?!!)(?:(?!\*/).)*\*/[ \t]*|//[^\n]*)\n|/\*\* @\w+ [^*\n]*\*/ ?", re.DOTALL | re.MULTILINE)


class ModuleError(ValueError):
    """A script that cannot be joined: an import of nothing, a circle, an unknown form."""


@dataclass(frozen=True)
class Module:
    """`imports`: the modules that it needs before it runs; `exports`: names for others; `later`: those that it may load."""

    name: str
    text: str
    imports: tuple[str, ...]
    exports: tuple[str, ...]
    later: tuple[str, ...]


def _pairs(names: str) -> list[tuple[str, str]]:
    """`a, b as c` as [(a, a), (b, c)]."""
    parts = [part.strip().partition(" as ") for part in names.split(",") if part.strip()]
    return [(name, known or name) for name, _, known in parts]


def _beside(name: str, path: str) -> str:
    """The module that `name` calls `path`: `./x` of `budget/line` is `budget/x`."""
    found: list[str] = list(PurePosixPath(name).parent.parts)
    for step in path.split("/"):
        if step == "..":
            if not found:
                raise ModuleError(f"{name}.js: {path}.js는 스크립트 폴더 밖이에요.")
            found.pop()
        elif step != ".":
            found.append(step)
    return "/".join(found)


def _slot(name: str) -> str:
    return f"modules[{json.dumps(name)}]"


def _taken(name: str, found: re.Match[str]) -> str:
    """An import as the value of a constant."""
    slot = _slot(_beside(name, found["path"]))
    if found["space"]:
        return f"const {found['space']} = {slot};\n"
    if found["names"] is None:
        return ""
    pairs = (one if one == known else f"{one}: {known}" for one, known in _pairs(found["names"]))
    return f"const {{ {', '.join(pairs)} }} = {slot};\n"


def module(name: str, source: str) -> Module:
    """A source with its imports and exports taken apart. Raises `ModuleError` for a form that no file of ours has."""
    text = REMARK.sub("", source)
    imports = [_beside(name, found["path"]) for pattern in (IMPORT, PASSED) for found in pattern.finditer(text)]
    later = tuple(dict.fromkeys(_beside(name, found["path"]) for found in DYNAMIC.finditer(text)))
    exports = {known: f"{_slot(_beside(name, found['path']))}.{one}" for found in PASSED.finditer(text) for one, known in _pairs(found["names"])}
    text = PASSED.sub("", IMPORT.sub(lambda found: _taken(name, found), text))
    exports |= {known: one for found in LISTED.finditer(text) for one, known in _pairs(found["names"])}
    exports |= {found["name"]: found["name"] for found in DECLARED.finditer(text)}
    text = DECLARED.sub("", LISTED.sub("", text))
    if left := re.search(r"^(?:import|export)\b[^\n(]*$", text, re.MULTILINE):
        raise ModuleError(f"{name}.js: 이 형식은 이을 수 없어요: {left[0]}")
    given = ", ".join(known if known == one else f"{known}: {one}" for known, one in exports.items())
    body = f"{_slot(name)} ??= (function () {{\n{text.strip()}\nreturn {{ {given} }};\n}})();\n"
    return Module(name, body, tuple(dict.fromkeys([*imports, *([LOADER] if later else [])])), tuple(exports), later)


class Modules:
    """The modules of a folder, each read once. `given`: the text of those that a build writes, by name."""

    def __init__(self, folder: Path = SOURCES, given: dict[str, str] | None = None) -> None:
        self._folder = folder
        self._known = {name: module(name, text) for name, text in (given or {}).items()}

    def get(self, name: str) -> Module:
        """One module; raises `ModuleError` where there is no such file."""
        if name not in self._known:
            file = self._folder / f"{name}.js"
            if not file.is_file():
                raise ModuleError(f"{name}.js가 없어요.")
            self._known[name] = module(name, file.read_text(encoding="utf-8"))
        return self._known[name]

    def order(self, names: Iterable[str]) -> list[str]:
        """These and all that they import, each after its own imports. Raises `ModuleError` for imports that go in a circle."""
        found: list[str] = []

        def visit(name: str, way: tuple[str, ...]) -> None:
            if name in way:
                raise ModuleError(f"서로 부르는 스크립트가 있어요: {' → '.join([*way[way.index(name):], name])}")
            if name not in found:
                for one in self.get(name).imports:
                    visit(one, (*way, name))
                found.append(name)

        for name in names:
            visit(name, ())
        return found

    def joined(self, names: Iterable[str], known: Collection[str] = (), address: Callable[[str], str] | None = None) -> str:
        """One classic script of these and what they import, without what the page has already (`known`).

        `address`: where a module that loads later stands, from the site's root.
        """
        where = address or placed
        parts = [self.get(name) for name in self.order(names) if name not in known]
        texts = [_loading(part, where) for part in parts]
        return f"{GLOBAL};\n(function (modules) {{\n\"use strict\";\n{''.join(texts)}}})(globalThis.hyeopchi.modules);\n"

    def placed(self, name: str) -> str:
        """The script of a module that has a place of its own (`PLACED`)."""
        before = PLACED[name][1]
        return self.joined([name], self.order([before] if before else []))


def placed(name: str) -> str:
    """Where a module's own script stands in a site that is not finished."""
    return PLACED[name][0] if name in PLACED else f"{FOLDER}/{name}.js"


def _loading(part: Module, where: Callable[[str], str]) -> str:
    """A module's text with the loading of others as it works in a classic script."""
    def fetched(found: re.Match[str]) -> str:
        name = _beside(part.name, found["path"])
        return f"{_slot(LOADER)}.fetched({json.dumps(name)}, {json.dumps(where(name))})"

    return DYNAMIC.sub(fetched, part.text)


def data_script(name: str, value: str) -> str:
    """A plain script that hands a JSON text over as `hyeopchi.data[name]`."""
    return f"({GLOBAL}).data[{json.dumps(name)}] = {value};\n"


def names_in(folder: Path) -> list[str]:
    """Every module of a folder."""
    return sorted(path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.js"))


def write_joined(target: Path, folder: Path, given: dict[str, str] | None = None) -> None:
    """Each module that a page or another may load, joined in its place: for a preview, where sources change all the time."""
    modules = Modules(folder, given)
    every = [modules.get(name) for name in names_in(folder)]
    imported = {one for module in every for one in module.imports}
    entries = {module.name for module in every if module.name not in imported} | {one for module in every for one in module.later}
    texts = {name: modules.joined([name]) for name in sorted(entries)}
    for name, text in texts.items():
        (target / f"{name}.js").write_text(text, encoding="utf-8")
