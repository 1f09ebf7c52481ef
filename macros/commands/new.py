"""`python -m macros new`: a commented record, its page and its place in the menu, to be filled in."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from macros.cache.kept import Kept
from macros.commands import KEPT, PROJECT, new_guide, new_step
from macros.models.kinds import ROWS, Kind
from macros.reading.guidebook import Guidebook, load
from macros.reading.openings import AREAS, editions_of
from macros.reading.problems import report
from macros.reading.yaml_file import read
from macros.schema.build import kinds
from macros.schema.skeleton import skeleton
from macros.schema.words import words
from macros.site.places import Move, Place, placed
from macros.views.undecided import undecided_after

GUIDE = "guide"
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Recipe:
    """A kind of record as an editor asks for it, and the page that shows it: its folder and its macro."""

    kind: str
    page: str | None = None
    macro: str | None = None
    variant: str | None = None


def _recipes(kind: Kind) -> Iterator[tuple[str, Recipe]]:
    for name, narrower in kind.new.items():
        page = kind.pages or (narrower if kind.page else None)
        yield name, Recipe(kind.id, page, kind.page if page else None, None if kind.page else narrower)


RECIPES: Mapping[str, Recipe] = dict(recipe for kind in ROWS for recipe in _recipes(kind))


def add(commands: Any) -> None:
    """The command and its options."""
    parser = commands.add_parser("new", help="새 기록을 설명과 함께 빈칸으로 만들어요")
    parser.add_argument("what", choices=(*RECIPES, GUIDE), metavar="종류", help=", ".join((*RECIPES, GUIDE)))
    parser.add_argument("id", help="영문 소문자, 숫자, 붙임표로 지은 이름. 판은 2022처럼 네 자리 연도, 새 길잡이는 만들 폴더")
    parser.add_argument("--from", dest="base", metavar="판", help="새 연도의 판을 추가할 때, 기록마다 유지·변경·폐지를 정할 이전 판(예: 2021)")
    parser.add_argument("--after", metavar="단계", help="새 단계를 절차의 어느 단계 다음에 넣을지. 적지 않으면 절차의 끝에 넣어요")
    parser.add_argument("--project", type=Path, default=PROJECT, help="길잡이의 폴더(기본: 여기)")
    parser.set_defaults(run=lambda options: new_guide.create(Path(options.id)) if options.what == GUIDE else
                        create(options.project, options.what, options.id, options.base, options.after))


def create(project: Path, what: str, key: str, base: str | None = None, after: str | None = None) -> int:
    """Write the files and say what to do next; 1, and nothing written, when the id will not do."""
    recipe = RECIPES[what]
    there = ids(project / "data", recipe.kind)
    guide, problems = load(project / "data", Kept(KEPT)) if what == "edition" else (None, [])
    if problems:  # an edition is told what the one before has: the blanks of another record are in the way
        return _refuse("먼저 자료의 고칠 곳을 고쳐 주세요.\n" + report(problems))
    if fault := _id_fault(what, key, there):
        return _refuse(fault)
    if base and (what != "edition" or guide is None or base not in guide.editions):
        return _refuse(f"--from에는 이미 있는 판을 적어요: {', '.join(ids(project / 'data', 'editions'))} ({base})")
    place = new_step.place(project / "data", recipe.page or "", after) if recipe.kind == "steps" else None
    if after and place is None:
        return _refuse(f"--after는 새 단계를 만들 때, 절차에 있는 단계를 적어요: {', '.join(new_step.steps(project / 'data'))} ({after})")
    if place:
        recipe = replace(recipe, page=place.pages)
    touched = [_record(project, recipe, key, guide if not base else None), *_page(project, recipe, key, there)]
    if place:
        touched.append(new_step.enter(place, key))
    if base and guide:
        touched.append(_opening(project, key, base, guide))
    print("만들었어요: " + ", ".join(path.relative_to(project).as_posix() for path in touched))
    print("빈칸을 채운 뒤 `make check`로 확인하세요. 남은 빈칸은 파일, 줄, 글자 위치와 함께 알려 줘요.")
    if base:
        print(f"{touched[-1].relative_to(project).as_posix()}에 {base}년판의 기록마다 became(same 유지, changed 변경, gone 폐지)과 "
              f"source를 적어 주세요. unknown으로 둔 기록은 {key}년판에 없는 것으로 표시돼요.")
    elif what == "edition" and guide:
        print(f"{key}년판에서 정할 것은 undecided에 적어 두었어요. 다 정할 때까지 페이지마다 '해당 연도 기준 미확인'이라고 나와요:")
        print("\n".join(f"  - {said.text}" for said in undecided_after(guide)))
    return 0


def _id_fault(what: str, key: str, there: Mapping[str, str]) -> str:
    """What is wrong with the new record's id; empty when nothing is."""
    if what == "edition" and not re.fullmatch(r"20\d\d", key):
        return f"연도는 2022처럼 네 자리 연도로 적어 주세요: {key}"
    if not ID.fullmatch(key):
        return f"id는 영문 소문자, 숫자, 붙임표(-)로만 써요. 예: local-research ({key})"
    return f"'{key}'은(는) 이미 있어요: {there[key]}" if key in there else ""


def _refuse(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


def ids(data: Path, kind: str) -> Mapping[str, str]:
    """The ids of a kind's records, each with its file; also while blanks are left that keep the data from being read whole."""
    if not kinds()[kind][1]:
        return {path.stem: f"data/{kind}/{path.name}" for path in sorted((data / kind).glob("*.yaml"))}
    path = data / f"{kind}.yaml"
    listed = read(path.read_bytes(), path.name).value if path.exists() else None
    found = listed if isinstance(listed, list) else []
    return {str(one["id"]): f"data/{kind}.yaml" for one in found if isinstance(one, dict) and "id" in one}


def _record(project: Path, recipe: Recipe, key: str, guide: Guidebook | None) -> Path:
    """The record in its file: a file of its own, or one more entry of the list. `guide`: with what an edition lacks of it."""
    known = {"id": f'"{key}"' if key.isdigit() else key}
    if recipe.kind == "topics" and recipe.page:
        known["chapter"] = recipe.page
    text = skeleton(recipe.kind, known, recipe.variant)
    listed = kinds()[recipe.kind][1]
    if not listed:
        path = project / "data" / recipe.kind / f"{key}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"# {words().kinds[recipe.kind].title}: (무엇인지 한 줄로 적어 주세요)\n{text}", encoding="utf-8")
        return path
    if recipe.kind == "editions" and guide:
        text += _undecided(guide)
    path = project / "data" / f"{recipe.kind}.yaml"
    lines = text.splitlines()
    start = next(index for index, line in enumerate(lines) if line.startswith("id:"))
    entry = [*(f"  {line}" for line in lines[:start]), f"- {lines[start]}", *(f"  {line}" for line in lines[start + 1:])]
    before = path.read_text(encoding="utf-8").rstrip("\n") + "\n" if path.exists() else ""
    path.write_text(before + "\n".join(entry) + "\n", encoding="utf-8")
    return path


def _opening(project: Path, key: str, base: str, guide: Guidebook) -> Path:
    """The file in which an editor decides on every record of the edition before; nothing of it is taken over as a fact."""
    path = project / "data" / "openings" / f"{key}.yaml"
    path.parent.mkdir(exist_ok=True)
    lines = [f"# {words().kinds['openings'].title}: {base}년판의 기록을 {key}년판에서 유지, 변경, 폐지하는지.",
             "# became: same 유지 · changed 변경(now에 새 기록) · gone 폐지 · unknown 아직 모름. 정한 것에는 source를 적어요.",
             f'id: "{key}"', f'base: "{base}"']
    for kind in AREAS:
        found = [one for one, record in getattr(guide, kind).items() if base in editions_of(record)]
        lines += [f"{kind}:", *(f"  - {{id: {one}, became: unknown}}" for one in found)] if found else []
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _undecided(guide: Guidebook) -> str:
    """What the newest edition has and the new one lacks, to be struck out one by one."""
    lines = [f'  - {{area: {said.area}, text: "{said.text}"}}' for said in undecided_after(guide)]
    return "# 아직 정하지 않은 것: 근거 문서를 보고 기록을 다 적은 줄부터 지우세요.\nundecided:\n" + "\n".join(lines) + "\n"


def _page(project: Path, recipe: Recipe, key: str, there: Collection[str]) -> list[Path]:
    """The page that shows the record, its line in the menu after those of its kind, and its public address among the others."""
    if recipe.page is None:
        return []
    menu, addresses = project / "mkdocs.yml", project / "data" / "addresses.yaml"
    place = Place(f"{recipe.page}/{key}.md", f"{recipe.page}/{key}/")
    move = Move(key, str(recipe.macro), None, place, {f"{recipe.page}/{one}.md" for one in there})
    text = menu.read_text(encoding="utf-8")
    made = placed(text, addresses.read_text(encoding="utf-8"), [move])
    if made.menu == text:
        print(f"메뉴(mkdocs.yml의 nav)에는 {place.page}를 직접 적어 주세요.")
    written = {menu: made.menu, addresses: made.addresses,
               **{project / path: page or "" for path, page in made.pages.items()}}
    changed = [path for path, now in written.items() if not path.exists() or path.read_text(encoding="utf-8") != now]
    for path in changed:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written[path], encoding="utf-8")
    return changed
