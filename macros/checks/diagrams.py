"""An arrow of a diagram leads from one of its boxes to another."""

from __future__ import annotations

from collections.abc import Iterator

from macros.models.topic import Diagram
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem, nearest
from macros.reading.yaml_values import Place
from macros.words.korean import particle


def check_diagrams(guide: Guidebook) -> Iterator[Problem]:
    """All diagrams of all topics."""
    for key, topic in guide.topics.items():
        for at, section in enumerate(topic.sections):
            if section.diagram:
                yield from _arrows(guide, key, ("sections", at, "diagram"), section.diagram)


def _arrows(guide: Guidebook, key: str, place: Place, diagram: Diagram) -> Iterator[Problem]:
    boxes: set[str] = set()
    for number, group in enumerate(diagram.groups):
        for index, node in enumerate(group.nodes):
            if node.id in boxes:
                yield guide.problem("topics", key, (*place, "groups", number, "nodes", index, "id"),
                                    f"이 그림에 '{node.id}' 상자가 이미 있어요. 다른 id를 적어 주세요.")
            boxes.add(node.id)
    for index, arrow in enumerate(diagram.links):
        for name, end in (("start", arrow.start), ("end", arrow.end)):
            if end not in boxes:
                yield guide.problem("topics", key, (*place, "links", index, name),
                                    f"'{end}'{particle(end, '은/는')} 이 그림에 없는 상자예요.{nearest(end, boxes)}")
