"""How well a search finds what people look for: queries with the topics that answer them, and what may go wrong in typing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from tests.plain_yaml import plain

HERE = Path(__file__).resolve().parent
FIRST, MEDIALS, FINALS = 0xAC00, 21, 28
# Vowels whose keys lie side by side or that sound alike: ㅏㅓ, ㅐㅔ, ㅗㅜ, …
CONFUSED = {0: 4, 4: 0, 1: 5, 5: 1, 2: 6, 6: 2, 3: 7, 7: 3, 8: 13, 13: 8, 9: 14, 14: 9, 10: 15, 15: 10, 11: 5, 12: 17,
            17: 12, 16: 20, 18: 20, 19: 20, 20: 18}
# What finds addresses, best first, for each of some texts.
Search = Callable[[Sequence[str]], Sequence[Sequence[str]]]


@dataclass(frozen=True)
class Query:
    """What somebody types, and the addresses that answer it."""

    text: str
    kind: str
    answers: tuple[str, ...]

    def rank(self, found: Sequence[str]) -> int | None:
        """The place of the first answer among the addresses found, from 1."""
        return next((place for place, address in enumerate(found, 1) if any(map(self._answers(address), self.answers))), None)

    @staticmethod
    def _answers(address: str) -> Callable[[str], bool]:
        """An answer with an anchor is a part of a page (or several that begin so); one without is the whole page."""
        return lambda answer: address.startswith(answer) if "#" in answer else address.split("#")[0] == answer


@dataclass(frozen=True)
class Figures:
    """Shares of queries answered at the first place, among the first three and five; the mean of 1/place."""

    count: int
    first: float
    three: float
    five: float
    mrr: float


def load() -> list[Query]:
    """The queries with the addresses that answer them."""
    queries = plain((HERE / "queries.yaml").read_text(encoding="utf-8"))
    topics = plain((HERE / "topics.yaml").read_text(encoding="utf-8"))
    return [Query(query["q"], query["kind"], tuple(address for topic in query["topics"] for address in topics[topic]))
            for query in queries]


def load_judged() -> list[Query]:
    """Queries of the same kinds, written and judged by others than those who wrote the search."""
    queries = plain((HERE / "judged.yaml").read_text(encoding="utf-8"))
    return [Query(query["q"], query["kind"], tuple(query["answers"])) for query in queries]


def _parts(syllable: str) -> tuple[int, int, int] | None:
    number = ord(syllable) - FIRST
    if not 0 <= number < 11172:
        return None
    return number // (MEDIALS * FINALS), number // FINALS % MEDIALS, number % FINALS


def _syllable(initial: int, medial: int, final: int) -> str:
    return chr(FIRST + (initial * MEDIALS + medial) * FINALS + final)


def as_typed(text: str) -> Iterator[str]:
    """As it is."""
    yield text


def without_spaces(text: str) -> Iterator[str]:
    """All in one."""
    yield text.replace(" ", "")


def with_particle(text: str) -> Iterator[str]:
    """With 은 or 는 at the end."""
    parts = _parts(text[-1])
    yield text + ("은" if parts and parts[2] else "는")


def last_key_missing(text: str) -> Iterator[str]:
    """Still being typed: the last consonant or vowel is not there yet."""
    parts = _parts(text[-1])
    if parts and parts[2]:
        yield text[:-1] + _syllable(parts[0], parts[1], 0)
    elif parts:
        yield text[:-1] + "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"[parts[0]]


def wrong_vowel(text: str) -> Iterator[str]:
    """With one vowel wrong: each syllable in turn."""
    for place, letter in enumerate(text):
        if parts := _parts(letter):
            yield text[:place] + _syllable(parts[0], CONFUSED[parts[1]], parts[2]) + text[place + 1:]


FORMS: dict[str, Callable[[str], Iterator[str]]] = {
    "그대로": as_typed, "띄어쓰기 없이": without_spaces, "은/는 붙여": with_particle, "마지막 자모 없이": last_key_missing,
    "모음 하나 틀려": wrong_vowel,
}


def measure(queries: Sequence[Query], search: Search, form: str = "그대로") -> Figures:
    """The figures of a search over the queries, typed in a form."""
    typed = [(query, normalize("NFC", text)) for query in queries for text in FORMS[form](query.text)]
    found = search([text for _, text in typed])
    ranks = [query.rank(addresses) for (query, _), addresses in zip(typed, found, strict=True)]

    def share(places: int) -> float:
        return sum(rank is not None and rank <= places for rank in ranks) / len(ranks)

    return Figures(len(ranks), share(1), share(3), share(5), sum(1 / rank for rank in ranks if rank) / len(ranks))
