"""The notes of a page: what tells one from the next."""

from __future__ import annotations

from macros.models.common import Citation
from macros.views.notes import Notes


def cited(section: str, page: int | None = 71, clause: str | None = "활동내용") -> Citation:
    return Citation.model_validate({"doc": "guide-2020", "section": section, "page": page, "clause": clause})


def test_쪽과_조항이_같고_절만_다른_근거는_절의_이름을_함께_말한다() -> None:
    notes = Notes()
    first, second, alone = cited("ch4.1.2"), cited("ch4.1.3"), cited("ch4.1.4", page=72)
    assert [notes.cited(one) for one in (first, second, alone)] == [1, 2, 3]
    assert [notes.shared(one) for one in (first, second, alone)] == [True, True, False]


def test_쪽도_조항도_없으면_이미_절의_이름이_적혀_있어서_다시_말하지_않는다() -> None:
    notes = Notes()
    first, second = cited("ch1", None, None), cited("ch2", None, None)
    assert (notes.cited(first), notes.cited(second)) == (1, 2)
    assert not notes.shared(first)
