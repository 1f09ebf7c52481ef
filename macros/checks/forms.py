"""A form's filled example fits its fields: nothing that is entered is left out of the files in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from macros.models.form import Block, Chapter, Filled, Form
from macros.reading.guidebook import Guidebook
from macros.reading.problems import Problem, nearest

# What the guide fills in by itself from the agreement's articles, column by column: these forms have just so many fields.
FIXED = {"duty-tracking": 8}
NOTED = 3  # columns that rows fill in a form without a list


def check_forms(guide: Guidebook) -> Iterator[Problem]:
    """Entered values are of fields, paragraphs of headings, and rows are as long as their list is wide."""
    for key, form in guide.forms.items():
        wanted = FIXED.get(key)
        count = len(form.blocks[0].fields) if form.blocks else 0
        if wanted and count != wanted:
            yield guide.problem("forms", key, ("blocks",), f"이 서식의 첫 표는 칸이 {wanted}개여야 해요. 지금은 {count}개예요. "
                                                           "협약의 의무를 길잡이가 이 차례로 채워요.")
        for at, block in enumerate(form.blocks):
            for column in block.earlier_columns:
                if column not in block.columns:
                    yield guide.problem("forms", key, ("blocks", at, "earlier_columns", column),
                                        f"'{column}'은(는) 이 표의 열이 아니에요. 지금의 열 이름 옆에 예전 이름을 적어 주세요."
                                        f"{nearest(column, block.columns)}")
        if form.filled:
            yield from _filled(guide, key, form, form.filled)


def _filled(guide: Guidebook, key: str, form: Form, filled: Filled) -> Iterator[Problem]:
    fields = {field.id: block for block in form.blocks for field in block.fields}
    for name, value in filled.values.items():
        place = ("filled", "values", name)
        if name not in fields:
            yield guide.problem("forms", key, place, f"'{name}'은(는) 이 서식에 없는 칸이에요.{nearest(name, fields)}")
        elif isinstance(value, tuple) and fields[name].layout == "matrix" and len(value) != len(fields[name].columns):
            yield guide.problem("forms", key, place, f"값이 {len(value)}개예요. 이 칸에는 {len(fields[name].columns)}개를 적어 주세요: "
                                                     f"{', '.join(fields[name].columns)}")
    numbers = list(_numbers(form.outline))
    for number in filled.chapters:
        if number not in numbers:
            yield guide.problem("forms", key, ("filled", "chapters", number), f"차례에 없는 번호예요: '{number}'.{nearest(number, numbers)}")
    width = _width(form.blocks)
    for index, row in enumerate(filled.rows):
        if len(row) != width:
            yield guide.problem("forms", key, ("filled", "rows", index), f"이 줄에는 값이 {len(row)}개 있어요. {width}개를 적어 주세요.")


def _width(blocks: Iterable[Block]) -> int:
    """How many values a row has: a list's fields without the first, which is the row's number."""
    return next((len(block.fields) - 1 for block in blocks if block.layout == "list"), NOTED)


def _numbers(chapters: Iterable[Chapter]) -> Iterator[str]:
    for chapter in chapters:
        yield chapter.number
        yield from _numbers(chapter.children)
