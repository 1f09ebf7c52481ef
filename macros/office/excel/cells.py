"""The cells of a workbook that are typed into, whoever saved it; damaged and foreign files are refused."""

from __future__ import annotations

import io
import warnings
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook

from macros.office.excel.budget.fill import trimmed
from macros.office.excel.budget.layout import ASKS, LINES, SETTINGS
from macros.office.excel.ids import WORDS, Ids, ids_of
from macros.tools.gate import LIMITS, PlanFileError

LAST_COLUMN = 9
FOREIGN = "이 길잡이의 예산 엑셀 파일이 아니에요. 계산기나 ‘파일 받기’ 페이지에서 받은 파일을 채워 주세요."
BROKEN = "엑셀 파일을 열 수 없어요. 파일이 깨졌거나 암호가 걸려 있어요."
SWOLLEN = "엑셀 파일의 내용이 너무 커요. 이 길잡이에서 받은 파일을 채워 그대로 저장한 것인지 확인해 주세요."
MOST_TAGS = 500_000  # of all parts together; the largest workbook of ours has 90,000. A small file may swell to minutes of reading
Cells = Mapping[str, Any]


@dataclass(frozen=True)
class Found:
    """What a workbook holds of the sheets that are wanted, and what it says of itself by ids."""

    sheets: Mapping[str, Cells]
    ids: Ids


def sheets_of(content: bytes) -> Found:
    """The cells of the budget workbook's sheets that are typed into."""
    found = present_sheets(content, (SETTINGS, LINES, ASKS))
    if len(found.sheets) < 3:
        raise PlanFileError(FOREIGN)
    return found


def present_sheets(content: bytes, wanted: Collection[str]) -> Found:
    """The cells of those of the wanted sheets that are there."""
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            if sum(each.file_size for each in packed.infolist()) > LIMITS.unpacked or _tags(packed) > MOST_TAGS:
                raise PlanFileError(SWOLLEN)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what other programs add to a workbook is none of ours
            values, typed = (load_workbook(io.BytesIO(content), read_only=True, data_only=only) for only in (True, False))
            return Found({name: _cells(values[name], typed[name]) for name in wanted if name in values.sheetnames}, _ids(values))
    except PlanFileError:
        raise
    except BadZipFile:
        raise PlanFileError(BROKEN) from None
    except Exception:  # a damaged workbook makes openpyxl fail in many ways, and none of them is the reader's
        raise PlanFileError(BROKEN) from None


def _ids(book: Any) -> Ids:
    rows = book[WORDS].iter_rows(max_col=2, min_col=1, values_only=True) if WORDS in book.sheetnames else ()
    return ids_of([(name, str(one.attr_text or "")) for name, one in book.defined_names.items()], [row for row in rows if len(row) == 2])


def _tags(packed: ZipFile) -> int:
    """How many tags all parts have."""
    return sum(packed.read(each).count(b"<") for each in packed.infolist())


class Uncounted:
    """Stands for a formula without a value."""


def _cells(values: Any, typed: Any) -> Cells:
    found: dict[str, Any] = {}
    for row, formulas in zip(values.iter_rows(max_col=LAST_COLUMN), typed.iter_rows(max_col=LAST_COLUMN), strict=True):
        for cell, formula in zip(row, formulas, strict=True):
            if cell.value is not None:
                found[cell.coordinate] = cell.value
            elif formula.value is not None:
                found[formula.coordinate] = Uncounted()
    return found


def text_of(value: Any) -> str:
    """A cell as text; a whole number typed as a name is its digits."""
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def is_blank(value: Any) -> bool:
    """Nothing, or only blanks."""
    return (isinstance(value, str) and not trimmed(value)) or value is None


def row_of(cell: str) -> int:
    """The row (1-based) of a cell."""
    return int(cell.lstrip(ascii_uppercase))


def last_row(sheet: Cells) -> int:
    """The last row (1-based) in which something stands."""
    return max(map(row_of, sheet), default=0)
