"""A document's own numbers of the places cited from it, each under the appendix whose number it is."""

from __future__ import annotations

from collections.abc import Iterable

from macros.models.common import Citation
from macros.models.source import Source
from macros.words.numbering import appendix, numbering


def home_of(cited: Citation, source: Source) -> str:
    """`2020 안내서 부록7`: whose number a cited clause is, the document's or its appendix's."""
    top = (cited.section or "").split(".")[0]
    return " ".join(filter(None, (source.short, appendix(source.title_of(top)) if top else "")))


def places_in(cited: Iterable[Citation], source: Source) -> list[str]:
    """`부록7 3.3.1 · 3.1.1`, `부록8 제10조④`: an appendix numbers its clauses anew, so none stands as the document's own."""
    found: dict[str, dict[str, None]] = {}
    for one in cited:
        if number := numbering(one.clause):
            top = (one.section or "").split(".")[0]
            found.setdefault(appendix(source.title_of(top)) if top else "", {})[number] = None
    return [" ".join(filter(None, (part, " · ".join(numbers)))) for part, numbers in found.items()]
