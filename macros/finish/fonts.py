"""The guide's own cut of Pretendard GOV: what its pages show comes in few small files, commonest letters first.

Upstream's dynamic subset is cut for all Korean: a page of ours would load fifty of its files, 700 kB. Run by hand when
many pages have come to show letters that only the last file holds (a test says so); needs the built site:

    python -m macros.finish.fonts PretendardGOVVariable.woff2

The licence reserves the name "Pretendard" for unmodified files, so the cut has a name of its own.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

from macros import ROOT

FONTS = ROOT / "docs" / "assets" / "fonts" / "hyeopchi-sans"
STYLES = ROOT / "docs" / "assets" / "css" / "fonts.css"
FAMILY = "Hyeopchi Sans"
WEIGHTS = (400, 700)
FEATURES = ["kern", "tnum", "ccmp", "mark", "mkmk"]
# A letter on one page in 25 is in the file that every page loads. Measured: this loads least on most pages.
COMMON = 0.04
RARE_FILES = 8
# What may be typed or come later: the 2,350 syllables of KS X 1001, printable ASCII, common signs.
SIGNS = "".join(map(chr, range(0x20, 0x7F))) + "·…“”‘’–—※○●◎□■△▲▽▼→←↑↓↔⇒▶◀★☆✓✕×÷±≤≥≠㎡㎢％℃①②③④⑤⑥⑦⑧⑨⑩「」『』【】〈〉《》ㆍ•"
HEAD = """/* Hyeopchi Sans: Pretendard GOV 1.3.9 (SIL OFL 1.1) cut to the letters of this guide, under a name of its own.
   Made by macros/finish/fonts.py; see ../fonts/hyeopchi-sans/VERSION.txt. A later rule wins where two fit. */
"""
FACE = """@font-face {{
  font-family: "{family}";
  src: url("../fonts/hyeopchi-sans/{file}") format("woff2");
  font-weight: {light} {bold};
  font-display: swap;
  unicode-range: {ranges};
}}
"""


def letters(html: str) -> set[str]:
    """The letters that a page shows."""
    text = re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.DOTALL)
    return {char for char in unescape(re.sub(r"<[^>]*>", "", text)) if char.isprintable() and char != " "} | {" "}


def standard_syllables() -> set[str]:
    """The Hangul syllables of KS X 1001."""
    rows = (bytes((high, low)) for high in range(0xB0, 0xC9) for low in range(0xA1, 0xFF))
    return {row.decode("euc_kr") for row in rows}


def parts(pages: Iterable[set[str]]) -> list[set[str]]:
    """The letters by file: common ones; those on few pages, in small files of which a page wants one or two; signs that
    are no letters of any page; and all other syllables."""
    shown = list(pages)
    counts = Counter(letter for page in shown for letter in page)
    common = {letter for letter, count in counts.items() if count >= COMMON * len(shown)}
    # Neighbouring pages treat the same matter, so they share their rare letters.
    rare = list(dict.fromkeys(letter for page in shown for letter in sorted(page - common)))
    size = -(-len(rare) // RARE_FILES)
    few = [set(rare[start:start + size]) for start in range(0, len(rare), size)]
    return [common, *few, set(SIGNS) - set(counts), standard_syllables() - set(counts)]


def ranges(found: Iterable[str]) -> str:
    """A `unicode-range` for exactly these letters."""
    runs: list[list[int]] = []
    for code in sorted(map(ord, found)):
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ",".join(f"U+{low:x}" if low == high else f"U+{low:x}-{high:x}" for low, high in runs)


def slim(source: Path, found: Iterable[str]) -> bytes:
    """Upstream's font with these letters and our weights, under our name: what the files are cut from."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
    from fontTools.varLib import instancer  # type: ignore[import-untyped]

    font = TTFont(source, recalcTimestamp=False)
    _keep(font, found)
    font = instancer.instantiateVariableFont(font, {"wght": (WEIGHTS[0], WEIGHTS[0], WEIGHTS[1])})
    for name_id in (1, 4, 16):
        font["name"].setName(FAMILY, name_id, 3, 1, 0x409)
    font["name"].setName(FAMILY.replace(" ", ""), 6, 3, 1, 0x409)
    font.flavor = None
    made = BytesIO()
    font.save(made)
    return made.getvalue()


def cut(slimmed: bytes, found: Iterable[str], target: Path) -> set[str]:
    """Write a font with these letters, as far as the source has them; those that it has."""
    from fontTools.ttLib import TTFont

    font = TTFont(BytesIO(slimmed), recalcTimestamp=False)
    _keep(font, found)
    held = {chr(code) for code in font.getBestCmap()}
    font.flavor = "woff2"
    font.save(target)
    return held & set(found)


def _keep(font: Any, found: Iterable[str]) -> None:
    from fontTools import subset  # type: ignore[import-untyped]

    options = subset.Options(hinting=False, layout_features=FEATURES, name_IDs=[0, 1, 2, 4, 6, 13, 14],
                             drop_tables=["DSIG", "meta"])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(char) for char in found])
    cutter.subset(font)


def write(source: Path, site: Path) -> None:
    """Write the font files and fonts.css for the built `site` from upstream's variable font."""
    found = parts(letters(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html")))
    FONTS.mkdir(parents=True, exist_ok=True)
    for old in FONTS.glob("*.woff2"):
        old.unlink()
    slimmed = slim(source, set().union(*found))
    faces = []
    for number, part in enumerate(found, 1):
        file = f"hyeopchi-sans-{number:02}.woff2"
        held = cut(slimmed, part, FONTS / file)
        print(f"{file}: 글자 {len(held)}개, {(FONTS / file).stat().st_size / 1000:.1f} kB", flush=True)
        # The last file stands for every other syllable: naming them all would cost each page more than it saves.
        wanted = "U+ac00-d7a3" if number == len(found) else ranges(held)
        faces.append(FACE.format(family=FAMILY, file=file, light=WEIGHTS[0], bold=WEIGHTS[1], ranges=wanted))
    (FONTS / "SHA256SUMS").write_text("".join(
        f"{sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in sorted(FONTS.glob("*.woff2"))), encoding="utf-8")
    STYLES.write_text(HEAD + "".join(reversed(faces)), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]), ROOT / "site" if len(sys.argv) < 3 else Path(sys.argv[2]))
