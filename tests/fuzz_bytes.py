"""Files of another build than tests/fuzz.py makes: broken bytes, and trees that no hand would write, in any notation of YAML.

A file is refused with a place and on one line each, or what is loaded holds no hidden letter, no sign of a template, no
number that another program rounds. `python -m tests.fuzz_bytes 20000` runs long.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from macros.reading.letters import fault
from macros.reading.problems import MOST, Problem
from macros.reading.yaml_file import read
from macros.reading.yaml_values import EXACT
from tests.conftest import ROOT
from tests.fuzz import read_alone, targets

Random = random.Random
BYTES = [b"\x00", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xef\xbb\xbf", b"\xfe\xff", b"\x80", b"\xe2\x80\xae", b"\r", b"\x1b[2J",
         b"\x85", b"\xc2\x85", b"\xf3\xa0\x81\x81", b"\xef\xbf\xbf", b"\xe1\x85\xa0", b"%", b"\t", b"---\n", b"...\n", b"&a ", b"*a",
         b"!!python/object:os.system "]
TEXTS = ["가", "A<B", "{{ x }}", "{% x", "{#", "\u202e뒤집힘", "\u200b", "\x00", "\x1b[2J", "\ud800", "\U000e0041", "긴" * 2001, "=1+1",
         "<script>", "", "\n", "\t", "~", "null", "2021-01-01", "9:30", "1e5", "[x](javascript:y)", "../../etc/passwd", "javascript:alert(1)", "한글"]
NUMBERS = [0, -1, 2**53 - 1, 2**53, 2**64, -2**53, 10**400, 1.5, float("inf"), True, None]
KEYS = ["id", "title", "__proto__", "constructor", "<<", "{{ k }}", "\u200bkey", "긴" * 2001, "", "source", "kind", "1", "a b"]


def flip(content: bytes, at: Random) -> bytes:
    """A bit has flipped."""
    index = at.randrange(len(content))
    return content[:index] + bytes([content[index] ^ 1 << at.randrange(8)]) + content[index + 1:]


def insert(content: bytes, at: Random) -> bytes:
    """Bytes from elsewhere stand in it."""
    index = at.randrange(len(content))
    return content[:index] + at.choice(BYTES) * at.choice([1, 1, 2, 300]) + content[index:]


def splice(content: bytes, at: Random) -> bytes:
    """A part stands where another one was."""
    one, two, three = sorted(at.randrange(len(content)) for _ in range(3))
    return content[:one] + content[two:three] + content[one:two] + content[three:]


def cut(content: bytes, at: Random) -> bytes:
    """The end is gone, in the middle of a letter perhaps."""
    return content[:at.randrange(len(content))]


def encoded(content: bytes, at: Random) -> bytes:
    """Saved in another encoding."""
    return content.decode().encode(at.choice(["utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp949", "euc-kr"]), errors="replace")


def noise(content: bytes, at: Random) -> bytes:
    """No file of ours at all."""
    return at.randbytes(at.randrange(1, 2000))


def tower(content: bytes, at: Random) -> bytes:
    """Groups in groups without end, or values without end."""
    sign = at.choice(["[", "{", "- ", "? ", "[{a: ", "'", '"', "&a [*a, ", "[],", "a: b\n", "#\n", "!t "])
    return content[:at.randrange(len(content))] + (sign * at.choice([30, 1000, 20_000])).encode()


BROKEN: tuple[Callable[[bytes, Random], bytes], ...] = (flip, insert, splice, cut, encoded, noise, tower)


def value(at: Random, depth: int = 0) -> Any:
    """Anything at all."""
    kind = at.randrange(6) if depth < 4 else at.randrange(3)
    if kind < 2:
        return at.choice(TEXTS)
    if kind < 3:
        return at.choice(NUMBERS)
    if kind < 5:
        return {at.choice(KEYS): value(at, depth + 1) for _ in range(at.randrange(4))}
    return [value(at, depth + 1) for _ in range(at.randrange(4))]


def changed(tree: Any, at: Random) -> Any:
    """A record in which one value or key has become anything."""
    if isinstance(tree, dict) and tree and at.random() < 0.9:
        key = at.choice(list(tree))
        if at.random() < 0.1:
            return {(at.choice(KEYS) if name == key else name): one for name, one in tree.items()}
        return {name: changed(one, at) if name == key else one for name, one in tree.items()}
    if isinstance(tree, list) and tree and at.random() < 0.9:
        index = at.randrange(len(tree))
        return [changed(one, at) if number == index else one for number, one in enumerate(tree)]
    return value(at)


def written(tree: Any, at: Random) -> bytes:
    """A tree as JSON, which is YAML as well: with escapes or without, on one line or many."""
    text = json.dumps(tree, ensure_ascii=at.random() < 0.5, indent=at.choice([None, 1]))
    return text.encode("utf-8", errors="surrogatepass")


def files(count: int, seed: int) -> Iterator[tuple[str, Path, Any, bool, bytes]]:
    """`count` files, the same ones for the same seed; half of them broken in their bytes, half in their structure."""
    at, there = Random(seed), targets()
    contents = {path: path.read_bytes() for path, *_ in there}
    trees = {path: read(content, path.name).value for path, content in contents.items()}
    for number in range(count):
        path, _, shape, listed = at.choice(there)
        if number % 2:
            yield "structure", path, shape, listed, written(changed(trees[path], at), at)
        else:
            make = at.choice(BROKEN)
            yield make.__name__, path, shape, listed, make(contents[path], at)


def verdict(path: Path, shape: Any, listed: bool, content: bytes) -> str:
    """`refused` or `loaded`; AssertionError when one of them is not as it must be."""
    _, plain, problems = read_alone(path, content, shape, listed)
    if problems:
        assert len(problems) <= 2 * MOST + 2, len(problems)
        for problem in problems:
            _placed(problem, content)
        return "refused"
    _sound(plain)
    return "loaded"


def _placed(problem: Problem, content: bytes) -> None:
    said = problem.as_text()
    assert "\n" not in said and "\x1b" not in said and said.isprintable(), said
    assert problem.line >= 1 and problem.column >= 1 and problem.line <= content.count(b"\n") + content.count(b"\r") + 2
    said.encode("utf-8")


def _sound(plain: Any) -> None:
    if isinstance(plain, dict):
        for key, one in plain.items():
            assert fault(key) is None, key
            _sound(one)
    elif isinstance(plain, list):
        for one in plain:
            _sound(one)
    else:
        assert plain is not None and not isinstance(plain, float)
        assert not isinstance(plain, str) or fault(plain) is None, plain
        assert not isinstance(plain, int) or abs(plain) <= EXACT


def main(count: int) -> None:
    """Many files."""
    seed = random.randrange(10**9)
    print(f"씨앗 {seed}: 바이트와 짜임을 {count:,}번 망가뜨려 봅니다.", flush=True)
    started, counted = time.perf_counter(), Counter[str]()
    for name, path, shape, listed, content in files(count, seed):
        try:
            outcome = verdict(path, shape, listed, content)
        except Exception as error:  # whatever it is: it is what we look for
            left = Path(tempfile.gettempdir()) / f"bytes-{counted.total()}.yaml"
            left.write_bytes(content)
            print(f"{name} {path.relative_to(ROOT)}: {error!r:.300} ({left})", flush=True)
            outcome = "failed"
        counted[outcome] += 1
    print(f"{time.perf_counter() - started:.0f}초: {dict(counted)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
