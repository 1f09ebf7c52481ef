"""The guide's font as paper wants it: one whole file for each weight, in place of the many small variable ones.

A browser prints letters of a variable font as drawings, each a little program in the PDF (Type 3): large, less sharp on
some printers. From these files it embeds real TrueType fonts.
"""

from __future__ import annotations

from pathlib import Path

from macros.finish.fonts import FONTS, WEIGHTS


def write(folder: Path) -> dict[int, Path]:
    """Write the fonts into `folder`; the file for each weight."""
    return {weight: _whole(weight, folder) for weight in WEIGHTS}


def _whole(weight: int, folder: Path) -> Path:
    from fontTools.merge import Merger  # type: ignore[import-untyped]
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
    from fontTools.varLib import instancer  # type: ignore[import-untyped]

    parts = []
    for source in sorted(FONTS.glob("*.woff2")):
        font = instancer.instantiateVariableFont(TTFont(source, recalcTimestamp=False), {"wght": weight})
        font.flavor = None
        parts.append(folder / f"{source.stem}-{weight}.ttf")
        font.save(parts[-1])
    target = folder / f"whole-{weight}.ttf"
    Merger().merge([str(part) for part in parts]).save(target)
    return target
