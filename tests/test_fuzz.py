"""Slips of the hand on the real files: never a traceback, never a silent change (tests/fuzz.py says what that is)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from macros.reading.guidebook import Guidebook
from tests import fuzz_bytes
from tests.fuzz import MUTATIONS, mutants, other_form, targets, verdict, whole


def test_망가진_파일은_자리와_함께_물리치거나_적힌_그대로_읽는다() -> None:
    counted: Counter[tuple[str, str]] = Counter()
    for name, path, _, shape, listed, content in mutants(500, seed=20261121):
        same = content.decode("utf-8", errors="replace").replace("\r\n", "\n") == path.read_text(encoding="utf-8")
        counted[name, "same" if same else verdict(path, content, shape, listed)] += 1
    assert counted.total() == 500
    # Each kind of slip was tried, and what gives it away was noticed.
    for mutation in MUTATIONS:
        assert sum(count for (name, _), count in counted.items() if name == mutation.__name__) > 15, mutation.__name__
    for name in ("misindent", "retype_value", "rename_key", "cut", "odd_char", "drop_line", "double_line"):
        assert counted[name, "refused"] > 10, (name, counted)
    assert counted[other_form.__name__, "refused"] == 0


def test_적힌_그대로_읽은_것도_다른_자료와_함께_탈이_없다(guide: Guidebook) -> None:
    outcomes: Counter[str] = Counter()
    for _, path, kind, shape, listed, content in mutants(24, seed=7):
        if verdict(path, content, shape, listed) == "loaded":
            outcomes[whole(guide, path, kind, shape, listed, content)] += 1
    assert outcomes["shown"] >= 5 and outcomes["refused"] >= 1, outcomes


def test_본디_파일은_그대로_읽힌다() -> None:
    """The smallest file of each kind, and all with a sum that nobody writes: what no slip has touched is no fault."""
    chosen: dict[object, tuple[Path, str, Any, bool]] = {}
    for path, kind, shape, listed in sorted(targets(), key=lambda target: target[0].stat().st_size):
        chosen.setdefault(path if "derived:" in path.read_text(encoding="utf-8") else kind, (path, kind, shape, listed))
    for path, _, shape, listed in chosen.values():
        assert verdict(path, path.read_bytes(), shape, listed) == "loaded", path
    assert len(chosen) > 20


def test_깨진_바이트와_이상한_짜임도_한_줄과_자리로_물리친다() -> None:
    counted: Counter[tuple[str, str]] = Counter()
    for name, path, shape, listed, content in fuzz_bytes.files(400, seed=20261128):
        counted[name, fuzz_bytes.verdict(path, shape, listed, content)] += 1
    assert counted.total() == 400
    for make in fuzz_bytes.BROKEN:
        assert counted[make.__name__, "refused"] > 10, (make.__name__, counted)
    assert counted["structure", "refused"] > 100 and counted["structure", "loaded"] > 5, counted
