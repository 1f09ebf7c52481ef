"""The design tokens as docs/assets/css/tokens.css has them, for the page that shows every component."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

REM = 20  # Material sets 1rem to 20 px


@dataclass(frozen=True)
class Colour:
    """A colour by its meaning, in both schemes, down to its primitive (`#1957b3`, `rgb(…)`)."""

    name: str
    light: str
    dark: str


@dataclass(frozen=True)
class Size:
    """A size or time. `pixels` where it is given in rem."""

    name: str
    value: str
    pixels: int | None


def blocks(css: str) -> list[tuple[str, dict[str, str]]]:
    """Each rule's selector with its custom properties, in order; rules in a media query count as their own."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    return [(selector.strip(), dict(re.findall(r"(--hg-[\w-]+):\s*([^;]+?)\s*;", body)))
            for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", css)]


def _resolved(value: str, known: Mapping[str, str]) -> str:
    """The value with its `var(…)` replaced, as far as they are known."""
    found = re.fullmatch(r"var\((--hg-[\w-]+)\)", value)
    return _resolved(known[found[1]], known) if found and found[1] in known else value


def _is_colour(value: str) -> bool:
    return bool(re.fullmatch(r"#[0-9a-f]{6}|rgb\([^)]*\)", value))


def colours(css: str) -> tuple[Colour, ...]:
    """The colours that components may use, by meaning."""
    found = blocks(css)
    primitive = found[0][1]
    light = next(values for selector, values in found if 'scheme="default"' in selector)
    dark = next(values for selector, values in found if 'scheme="slate"' in selector)
    both = [(name, _resolved(light[name], primitive), _resolved(dark.get(name, light[name]), primitive)) for name in light]
    return tuple(Colour(name, *values) for name, *values in both if _is_colour(values[0]))


def sizes(css: str) -> tuple[Size, ...]:
    """What does not change with the scheme and is given in rem or seconds: type, space, radius, targets, motion."""
    fixed = next(values for selector, values in blocks(css) if "--hg-size-text" in values)
    return tuple(Size(name, value, _pixels(value)) for name, value in fixed.items() if re.fullmatch(r"[\d.]+(rem|ms)?", value))


def _pixels(value: str) -> int | None:
    return round(Fraction(value.removesuffix("rem")) * REM) if value.endswith("rem") else None
