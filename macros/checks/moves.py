"""What became of checklist items leads from ids that are gone to ids that are there."""

from __future__ import annotations

from collections.abc import Iterator, Set

from macros.checks.walk import everything
from macros.models.checklist import Item, Move
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem, nearest

# By kind: how many items there were before and are now; None: two or more.
COUNTS: dict[str, tuple[int | None, int | None, str]] = {
    "moved": (1, 1, "before와 now에 항목을 하나씩 적어 주세요."),
    "split": (1, None, "before에 하나, now에 둘 이상을 적어 주세요."),
    "merged": (None, 1, "before에 둘 이상, now에 하나를 적어 주세요."),
    "dropped": (None, 0, "before만 적고 now는 지워 주세요."),
}


def check_moves(guide: Guidebook) -> Iterator[Problem]:
    """Every move leads from items that are gone to items that are there, in the order of the editions."""
    items = {record.id for _, _, _, record in everything(guide) if isinstance(record, Item)}
    moves = list(guide.moves.values())
    for index, move in enumerate(moves):
        later = {old for other in moves[index + 1:] for old in other.before}
        yield from _counts(guide, move)
        yield from _before(guide, move, items)
        yield from _now(guide, move, items | later, items)
        if index and move.edition < moves[index - 1].edition:
            yield guide.problem("moves", move.id, ("edition",),
                                f"판 순서대로 적어야 해요. {moves[index - 1].edition}년판보다 앞에 두세요.")


def _fits(wanted: int | None, count: int) -> bool:
    return count >= 2 if wanted is None else count == wanted


def _counts(guide: Guidebook, move: Move) -> Iterator[Problem]:
    before, now, sentence = COUNTS[move.kind]
    sound = _fits(now, len(move.now)) and (move.kind == "dropped" or _fits(before, len(move.before)))
    if not sound:
        yield guide.problem("moves", move.id, ("kind",), f"'{move.kind}'에는 {sentence}")


def _before(guide: Guidebook, move: Move, items: Set[str]) -> Iterator[Problem]:
    for at, old in enumerate(move.before):
        kept = move.kind in ("split", "merged") and old in move.now
        if old in items and not kept:
            yield guide.problem("moves", move.id, ("before", at),
                                f"'{old}'은(는) 아직 체크리스트에 있는 항목이에요. before에는 없어진 id를 적어 주세요.")


def _now(guide: Guidebook, move: Move, known: Set[str], items: Set[str]) -> Iterator[Problem]:
    for at, new in enumerate(move.now):
        if new not in known:
            yield guide.problem("moves", move.id, ("now", at),
                                f"'{new}'은(는) 체크리스트에 없는 항목이에요.{nearest(new, items)}")
