"""Plain values with places + a frozen dataclass → an instance of it, or a query for all that does not fit.

Checking is pydantic's, strictly: a number is not taken for a string.  Its error types: https://docs.pydantic.dev
"""

import json
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from chresto.doors.yaml import Data, Path
from chresto.queries import Queries, did_you_mean

T = TypeVar("T")

EXTRA = ("extra_forbidden", "unexpected_keyword_argument")
EXPECTED = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a mapping (key: value)",
    "dataclass_type": "a mapping (key: value)",
    "dataclass_exact_type": "a mapping (key: value)",
}


def fit(data: Data, shape: type[T], queries: Queries) -> T | None:
    """`data.value` as a `shape`; None and queries, each at its place, when it is not one."""
    adapter: TypeAdapter[T] = TypeAdapter(shape)
    try:
        return adapter.validate_json(json.dumps(data.value))
    except ValidationError as error:
        told: set[Path] = set()
        for detail in error.errors():
            path = _known_prefix(tuple(detail["loc"]), data, missing=detail["type"] == "missing")
            if path not in told:  # a value that could be one of several types gives an error for each
                told.add(path)
                _tell(detail["type"], path, detail, shape, data, queries)
        return None


def _known_prefix(path: Path, data: Data, *, missing: bool) -> Path:
    """The path as far as the file has it: pydantic adds the names of the types that it tried."""
    known = path
    while known and known not in data.marks:
        known = known[:-1]
    return path if missing else known


def _tell(kind: str, path: Path, detail: Any, shape: Any, data: Data, queries: Queries) -> None:  # noqa: ANN401
    name = str(path[-1]) if path else data.file
    if kind in EXTRA:
        known = _keys_at(shape, path[:-1])
        queries.add(
            "key-unknown",
            f"“{name}” is not a key here",
            data.place(*path, key=True),
            hint=did_you_mean(name, known),
        )
    elif kind == "missing":
        queries.add("key-missing", f"“{name}” is missing", data.place(*path[:-1]), hint=f"add “{name}: …”")
    elif kind == "literal_error":
        options = [
            str(a).strip("'") for a in str(detail["ctx"]["expected"]).replace(" or ", ", ").split(", ")
        ]
        value = str(detail["input"])
        message = f"“{value}” is not a value of “{name}”"
        queries.add(
            "value-wrong", message, data.place(*path), hint=did_you_mean(value, [o for o in options if o])
        )
    else:
        expected = EXPECTED.get(kind, detail["msg"])
        found = {
            dict: "a mapping",
            list: "a list",
            str: "text",
            int: "a number",
            float: "a number",
            bool: "true or false",
        }
        what = found.get(type(detail["input"]), "nothing")
        queries.add(
            "value-wrong",
            f"“{name}” should be {expected}, and is {what}",
            data.place(*path),
            hint=_quote(kind, detail),
        )


def _quote(kind: str, detail: Any) -> str:  # noqa: ANN401
    if kind == "string_type" and isinstance(detail["input"], (int, float, bool)):
        return f'put it in quotation marks: "{detail["input"]}"'
    return ""


def _keys_at(shape: Any, path: Path) -> list[str]:  # noqa: ANN401
    """The keys that a place knows, found by following the path through the types."""
    for step in path:
        hints = get_type_hints(shape) if is_dataclass(shape) else {}
        if isinstance(step, str) and step in hints:
            shape = hints[step]
        elif get_origin(shape) in (dict, tuple, list):
            args = [a for a in get_args(shape) if a is not Ellipsis]
            shape = args[-1]
    return [f.name for f in fields(shape)] if is_dataclass(shape) else []
