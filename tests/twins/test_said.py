"""The edit screen says of every broken example what the check says of its shape, its ids and its texts, and nothing else."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from macros.api.edit_screen import HOLDS, kind_data, page_data
from macros.api.edit_values import values
from macros.cache.kept import Kept
from macros.checks import run
from macros.checks.citations import check_citations, check_documents, check_grounds, check_pages
from macros.checks.references import UNSHOWN, check_references, known_ids
from macros.checks.texts import check_texts
from macros.reading.guidebook import Guidebook, load
from macros.reading.problems import Problem
from macros.reading.yaml_file import parse
from macros.schema.build import kinds
from tests.conftest import ROOT
from tests.small_guide import small_guide
from tests.test_broken import CASES, broken, right_of

pytest.importorskip("deno", reason="이 컴퓨터에는 deno가 없어요(32비트)")

from deno import find_deno_bin

from tests.deno import FOUND, OFFLINE

# The checks that look at what the screen looks at too.
ALONE = (check_references, check_documents, check_citations, check_pages, check_grounds, check_texts)
# What a record's fields mean together, and what stands in other records, is left to the check.
LEFT = re.compile("|".join((
    "날을 정하는 방법은 하나", "무엇의 비율인지 of가", "step이나, id와 title이", "앞에 있는 묶음을 적어야",
    "이 체크리스트의 항목만", "results는 severity가", UNSHOWN, "처음 참여한 해로", "violated_when", "무엇이 어떠하면 이 결론",
    "읽을 수 없어요. 낱말은", "이 값에 맞는 형식이", "stand_ins의 instead_of", "stand_ins에만 적어요", "셀 수 있는 목록이", "가져올 글에 또 다른")))


@pytest.fixture(scope="module")
def pairs(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[str, set[str], set[str], set[str]]]:
    """Of each broken example of one record: its name, what the check says of shape, ids and texts, what the screen says, and what of
    that no check at all says.

    The other checks take longer than all else: they are asked only of what the screen says beyond those.
    """
    data = small_guide(tmp_path_factory.mktemp("twins"))
    kept = Kept()
    guide, _ = load(data, kept)
    assert guide is not None
    shapes = {kind: kind_data(guide, data, kind) for kind in kinds()}
    told, texts = [], []
    for case in CASES:
        kind, name = re.split("[/.]", case["file"])[0], "data/" + case["file"]
        if kind not in shapes or "find" not in case or {"as", "encoding"} & set(case):
            continue
        wrong = broken(case, right_of(case))
        if parse(wrong, name).problems:
            continue  # no text that the screen writes
        told.append((case["name"], {one.message for one in _told(data, case["file"], wrong, kept, _alone)}))
        texts.append((kind, name, wrong))
    said = _said(page_data(guide, "", "") | {"values": values(guide)}, shapes, texts)
    found = []
    for (case_name, alone), sentences, (_, name, wrong) in zip(told, map(set, said), texts, strict=True):
        more = sentences - alone
        found.append((case_name, alone, sentences, more and more - {one.message for one in _told(data, name[5:], wrong, kept, run)}))
    return found


def _alone(guide: Guidebook) -> list[Problem]:
    """What is wrong with shape, ids and texts."""
    return [one for check in ALONE for one in check(guide)]


def _told(data: Path, file: str, wrong: str, kept: Kept, check: Callable[[Guidebook], list[Problem]]) -> list[Problem]:
    """What the check says of a wrong file."""
    path = data / file
    was = path.read_text(encoding="utf-8") if path.exists() else None
    path.parent.mkdir(exist_ok=True)
    path.write_text(wrong, encoding="utf-8")
    try:
        guide, problems = load(data, kept)
        return [one for one in (check(guide) if guide else problems) if one.file == f"data/{file}"]
    finally:
        path.write_text(was, encoding="utf-8") if was is not None else path.unlink()


def _said(page: dict[str, Any], shapes: dict[str, Any], texts: list[tuple[str, str, str]]) -> list[list[str]]:
    library = (ROOT / "docs/assets/vendor/yaml/index.js").read_text(encoding="utf-8")
    given = json.dumps({"library": library, "page": page, "kinds": shapes, "texts": texts}, ensure_ascii=False)
    done = subprocess.run([find_deno_bin(), "run", *OFFLINE, "tests/twins/said.js"], cwd=ROOT, input=given, text=True, encoding="utf-8",
                          capture_output=True, check=False, env={**os.environ, "DENO_DIR": str(FOUND), "DENO_NO_UPDATE_CHECK": "1"})
    assert done.returncode == 0, done.stderr
    said: list[list[str]] = json.loads(done.stdout)
    return said


def test_편집_화면은_검사가_하는_말을_같은_글자로_한다(pairs: list[tuple[str, set[str], set[str], set[str]]]) -> None:
    unsaid = {name: missing for name, alone, said, _ in pairs if (missing := {one for one in alone - said if not LEFT.search(one)})}
    assert not unsaid
    assert sum(bool(alone) for _, alone, _, _ in pairs) >= 90


def test_편집_화면은_검사가_하지_않는_말을_하지_않는다(pairs: list[tuple[str, set[str], set[str], set[str]]]) -> None:
    assert not {name: more for name, _, _, more in pairs if more}


def test_남겨_둔_말은_모두_본보기에_있다(pairs: list[tuple[str, set[str], set[str], set[str]]]) -> None:
    told = "\n".join(one for _, alone, _, _ in pairs for one in alone)
    assert not [left for left in LEFT.pattern.split("|") if not re.search(left, told)]


def test_새로_적은_id는_제_목록의_것으로만_알려진다(tmp_path: Path) -> None:
    data = small_guide(tmp_path)
    guide, _ = load(data, Kept())
    assert guide is not None
    known, page, shapes = known_ids(guide), page_data(guide, "", ""), {kind: kind_data(guide, data, kind) for kind in kinds()}
    targets = {target: (kind, name) for kind, lists in HOLDS.items() for name, target in lists.items()}
    assert set(known) - set(shapes) <= set(targets)
    # Without what is published, a file's own ids are enough for what it names itself.
    texts = [(kind, file, text) for kind in HOLDS for file, text in shapes[kind]["files"].items()]
    own = {target: ids for target, ids in page["known"].items() if target not in targets}
    alone = page | {"known": own | {target: {} for target in targets}}
    for (kind, file, _), said in zip(texts, _said(alone, shapes, texts), strict=True):
        names = [page["names"][target] for target in HOLDS[kind].values() if target != "fields"]  # some fields are worked out
        assert not [one for one in said if any(f" {name}에 없는 id" in one for name in names)], (file, said)
