"""What pydantic found wrong, retold to an editor: place in the file, what is right, nearest value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args
from unicodedata import normalize

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.reading.mending import COLON
from macros.reading.problems import Problem, nearest
from macros.reading.yaml_file import YamlFile
from macros.reading.yaml_values import Place
from macros.typed.money import parse as read_money
from macros.words.korean import particle

# What a pattern holds, and what it asks for in an editor's words; the last fits all.
PATTERNS: tuple[tuple[str, str], ...] = (
    ("20", "연도는 \"2021\"처럼 네 자리로, 따옴표로 감싸 써요."),
    ("/", "주소는 사이트 안의 것만 영문 소문자, 숫자, 붙임표(-), 빗금(/)으로 써요. 예: budget/rules/"),
    ("", "id는 영문 소문자, 숫자, 붙임표(-)로만 써요. 예: local-research"),
)
SIMPLE = {
    "bool_type": "true 또는 false로 써 주세요.",
    "tuple_type": "목록이어야 해요. 줄마다 '- '로 시작해 주세요.",
    "model_type": "'이름: 값' 형식이어야 해요.",
    "model_attributes_type": "'이름: 값' 형식이어야 해요.",
    "dict_type": "'이름: 값' 형식이어야 해요.",
    "is_instance_of": "비율(10%, 1/3)이나 정수(1000000000)로 써 주세요.",
    "union_tag_not_found": "kind가 빠졌어요. cap(한도), band(구간), ask(질문) 가운데 하나를 써 주세요.",
}

LAST_RESORT = "이 자리에 맞지 않는 값이에요. 같은 종류의 다른 파일을 보고 고쳐 주세요."


def problems_of(error: ValidationError, shape: Any, parsed: YamlFile, place: Place) -> Iterator[Problem]:
    """One problem for each place; where a value fits none of several shapes, the first shape's words."""
    seen: set[Place] = set()
    for detail in error.errors(include_url=False):
        where = _place(detail["loc"], parsed, place)
        if detail["type"] == "missing":
            where = (*where, str(detail["loc"][-1]))
        if (field := detail.get("ctx", {}).get("field")) and (*where, field) in parsed.places:
            where = (*where, field)  # a fault of the whole record that is mended there
        if where in seen:
            continue
        seen.add(where)
        yield _problem(detail, where, shape, parsed)


def _place(loc: tuple[int | str, ...], parsed: YamlFile, place: Place) -> Place:
    """The longest way through the file that the error's location describes; labels of unions are passed over."""
    for step in loc:
        if (*place, step) in parsed.places:
            place = (*place, step)
        elif step == 0 and isinstance(loc[-1], str):
            continue  # a single mapping where a list may stand
    return place


def _problem(detail: ErrorDetails, where: Place, shape: Any, parsed: YamlFile) -> Problem:
    if detail["type"] == "extra_forbidden":
        key = str(detail["loc"][-1])
        names = _fields(shape, detail["loc"][:-1])
        hint = f" {COLON}." if re.search("[가-힣]", key) and len(detail["loc"]) > 1 else nearest(key, names)
        message = f"'{key}'{particle(key, '은/는')} 여기에 쓸 수 없는 항목이에요.{hint}"
        line, column = parsed.places.get((*where, "<key>"), parsed.places.get(where, (1, 1)))
        return Problem(parsed.path, line, column, message)
    return parsed.problem(where, message_of(detail))


def message_of(detail: ErrorDetails) -> str:
    """What is wrong with one value, in the editor's words."""
    kind = detail["type"]
    if kind in SIMPLE:
        return SIMPLE[kind]
    if kind in TOLD:
        return TOLD[kind](detail)
    if re.search("[가-힣]", detail["msg"]):
        return detail["msg"]  # our own shapes speak Korean themselves
    return LAST_RESORT


def _missing(detail: ErrorDetails) -> str:
    field = str(detail["loc"][-1])
    return f"'{field}'{particle(field, '이/가')} 빠졌어요. 여기에 꼭 있어야 해요."



def _no_text(detail: ErrorDetails) -> str:
    given = detail.get("input")
    if isinstance(given, dict) and len(given) == 1:
        (name, value), = given.items()
        return f"{COLON}: \"{name}: {value}\""
    shown = f": \"{given}\"" if isinstance(given, int) else ""
    return f"글이어야 해요. 숫자라면 따옴표로 감싸 주세요{shown}"


def _no_whole(detail: ErrorDetails) -> str:
    given = str(detail.get("input"))
    digits = re.search(r"\d+", given) if detail["loc"][-1] == "page" else re.fullmatch(r"(\d[\d,]*)\s?[가-힣]{1,3}", given)
    money = read_money(given) if re.search("[십백천만억조]", given) else None
    whole = money.won if money else int(digits[digits.lastindex or 0].replace(",", "")) if digits else None
    right = " 예: 1000000" if whole is None else f" 이렇게요: {whole}"
    return f"쉼표와 단위 없이 정수로 써 주세요.{right}"


def _no_share(detail: ErrorDetails) -> str:
    """A share, or a limit's amount, that somebody wrote in another way (10 프로, 100분의 10, 10억)."""
    given = detail.get("input")
    text = normalize("NFKC", given).strip() if isinstance(given, str) else ""
    if found := re.fullmatch(r"(\d{1,3}) ?(?:%|프로|퍼센트|퍼)", text):
        right = f" 이렇게요: {found[1]}%"
    elif found := re.fullmatch(r"(\d{1,6}) ?분의 ?(\d{1,6})", text):
        right = f" 이렇게요: {found[2]}/{found[1]}"
    else:
        money = read_money(text) if re.search(r"[0-9].*[원억만천백]$|^[0-9,]+$", text) else None
        right = f" 금액이면 이렇게요: {money.won}" if money and money.won else ""
    return f"{detail['msg']}{right}"


def _too_short(detail: ErrorDetails) -> str:
    return "비어 있어요. 값을 써 주세요." if isinstance(detail["input"], str) else \
        f"{detail['ctx']['min_length']}개 이상 있어야 해요."


def _no_choice(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    valid = re.findall(r"'([^']*)'", str(context.get("expected") or context.get("expected_tags")))
    word = str(context.get("tag", detail.get("input")))
    return f"'{word}'{particle(word, '은/는')} 쓸 수 없는 값이에요.{nearest(word, valid)}"


def _no_pattern(detail: ErrorDetails) -> str:
    pattern = detail.get("ctx", {}).get("pattern", "")
    return next(message for sign, message in PATTERNS if sign in pattern)


def _out_of_range(detail: ErrorDetails) -> str:
    context = detail.get("ctx", {})
    return f"{context['ge']} 이상이어야 해요." if "ge" in context else f"{context['le']} 이하여야 해요."


TOLD: Mapping[str, Callable[[ErrorDetails], str]] = {
    "int_type": _no_whole, "share": _no_share,
    "missing": _missing, "too_short": _too_short, "string_type": _no_text, "literal_error": _no_choice, "union_tag_invalid": _no_choice,
    "string_pattern_mismatch": _no_pattern, "greater_than_equal": _out_of_range, "less_than_equal": _out_of_range,
}


def _models(shape: Any) -> Iterator[type[BaseModel]]:
    if isinstance(shape, type) and issubclass(shape, BaseModel):
        yield shape
    for part in get_args(shape):
        yield from _models(part)


def _fields(shape: Any, loc: tuple[int | str, ...]) -> set[str]:
    """The keys that are valid where `loc` points."""
    models = list(_models(shape))
    for step in loc:
        inner = [model for parent in models if (field := parent.model_fields.get(str(step)))
                 for annotation in (field.annotation, *field.metadata) for model in _models(annotation)]
        tagged = [model for model in models if (kind := model.model_fields.get("kind"))
                  and step in get_args(kind.annotation)]
        models = inner or tagged or models
    return {name for model in models for name in model.model_fields}
