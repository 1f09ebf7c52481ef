"""What follows from a scoring sheet as it was typed: standings, what is missing, in the page's words.

The twin of js/tools/scores.js and score-words.js.
"""

from __future__ import annotations

from dataclasses import dataclass

from macros.reading.guidebook import Guidebook
from macros.rules.priorities import Standing, standings
from macros.tools.priorities import TOP as USUAL_TOP
from macros.tools.priorities import criteria
from macros.tools.sheet_file import ScoreState
from macros.typed.number import Bounds, parse

TOP, WEIGHT = Bounds("count", 1, 100), Bounds("count", 0, 100)
MOST_NAMED = 5  # agendas that a sentence names


@dataclass(frozen=True)
class ScoreView:
    """The agendas that are there, their standings by weights and by equal weights (none while a weight is not known)."""

    state: ScoreState
    names: tuple[str, ...]
    criteria: int
    missing: tuple[tuple[str, ...], ...]
    standings: tuple[Standing, ...] | None
    equal: tuple[Standing, ...] | None
    errors: tuple[tuple[str, str], ...]

    @property
    def is_open(self) -> bool:
        """Whether a score, a weight or the highest score is not known."""
        return self.standings is None or any(self.missing)


def view(guide: Guidebook, state: ScoreState) -> ScoreView:
    """All that follows from what was typed. An agenda without a name and scores is not there."""
    found = criteria(guide)
    top = parse(state.top or str(USUAL_TOP), TOP)
    score = Bounds("count", 0, top.value)
    weights = [parse(state.weights.get(one.id, "1"), WEIGHT) for one in found]
    there = [(name.strip() or f"{number}번째 의제", scores) for number, (name, scores) in enumerate(state.agendas, 1)
             if name.strip() or any(text.strip() for text in scores.values())]
    typed = [[parse(scores.get(one.id, ""), score) for one in found] for _, scores in there]
    labelled = [("만점", top), *((f"{one.name} 가중치", weight) for one, weight in zip(found, weights, strict=True)),
                *((f"{name} {one.name}", cell) for (name, _), row in zip(there, typed, strict=True)
                  for one, cell in zip(found, row, strict=True))]
    values = [[cell.value for cell in row] for row in typed]
    known = [weight.value for weight in weights if weight.value is not None]
    ready = top.value is not None and len(known) == len(weights)
    plain, equal = ((standings(chosen, top.value or 0, values) if ready else None) for chosen in (known, [1] * len(weights)))
    return ScoreView(state, tuple(name for name, _ in there), len(found),
                     tuple(tuple(one.name for one, value in zip(found, row, strict=True) if value is None) for row in values),
                     plain, equal, tuple((label, cell.error) for label, cell in labelled if cell.error))


def rank_text(standing: Standing) -> str:
    """`1위`, or `1~3위` while scores are missing."""
    return f"{standing.best}위" if standing.best == standing.worst else f"{standing.best}~{standing.worst}위"


def total_text(standing: Standing) -> str:
    """`43점`, or `38~43점` while scores are missing."""
    return f"{standing.least}점" if standing.least == standing.most else f"{standing.least}~{standing.most}점"


def remark(found: ScoreView) -> str:
    """What is sure, what is missing, and whether weights decide."""
    if not found.standings or not found.equal:
        return "가중치나 만점을 고치면 순위를 계산해요."
    ranks = [(one.best, one.worst) for one in found.standings]
    tie = len({best for best, _ in ranks}) < len(ranks)
    open_rank = any(best != worst for best, worst in ranks)
    said = [_missing(found, open_rank) if any(found.missing) else "모든 점수가 찼어요."]
    if not open_rank and tie:
        said.append("점수가 같은 의제가 있어요. 가르는 방법은 기준에 없으니 회의에서 정하세요.")
    if ranks != [(one.best, one.worst) for one in found.equal]:
        said.append("가중치를 모두 같게 하면 순위가 달라져요.")
    return " ".join(said)


def _missing(found: ScoreView, open_rank: bool) -> str:
    """Which scores are missing, and whether the ranks hang on them."""
    cells = [f"{name}({'모두' if len(names) == found.criteria else ', '.join(names)})"
             for name, names in zip(found.names, found.missing, strict=True) if names]
    others = f" 등 의제 {len(cells)}개" if len(cells) > MOST_NAMED else ""
    follows = ("순위가 아직 정해지지 않았어요. 가장 낮을 때부터 높을 때까지 보여요." if open_rank
               else "순위는 빈칸이 어떤 점수여도 같아요.")
    return f"확인 필요: 점수가 {sum(map(len, found.missing))}칸 비어 있어요 — {', '.join(cells[:MOST_NAMED])}{others}. {follows}"
