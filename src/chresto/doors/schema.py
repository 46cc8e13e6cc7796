"""Plain values with places + a frozen dataclass → an instance of it, or a query for all that does not fit.

Checking is pydantic's, strictly: a number is not taken for a string.  Its error types: https://docs.pydantic.dev
"""

import json
from copy import deepcopy
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from chresto.doors.yaml import Data, Path
from chresto.queries import Place, Queries, did_you_mean

T = TypeVar("T")

Fault = tuple[str, Path, Any]  # pydantic's type of the error, the path, the error itself

#: Stands for a text that nobody wrote, so that the rest can be checked; checks of form let it pass.
GUESS = "?"

#: How often a value is mended before it is given up: each round can show what stood behind the last faults.
MAX_GUESSES = 4

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
    """`data.value` as a `shape`; queries, each at its place, for whatever does not fit.

    What does not fit is mended in a copy, as a reader would guess it (a misspelt key, a number for a
    text), so that the rest can still be checked in the same run; None where no guess helps.  The queries
    stand all the same.
    """
    adapter: TypeAdapter[T] = TypeAdapter(shape)
    value = deepcopy(data.value)
    for attempt in range(MAX_GUESSES):
        try:
            return adapter.validate_json(json.dumps(value))
        except ValidationError as error:
            found = _distinct(error, data)
            if attempt == 0:
                renamed = _renamed(found, shape)
                for kind, path, detail in found:
                    if (kind, path) not in renamed:
                        _tell(kind, path, detail, shape, data, queries)
                places = [_place(kind, path, data) for kind, path, _ in found]
                queries.guessed |= {(place.file, place.line) for place in places}
                value = _mended(value, found, dict(renamed.values()))
            else:
                value = _mended(value, found, {})
    return None


def _distinct(error: ValidationError, data: Data) -> list[Fault]:
    """Each fault once: a value that could be one of several types gives an error for each of them."""
    found: dict[Path, Fault] = {}
    for detail in error.errors():
        path = _known_prefix(tuple(detail["loc"]), data, missing=detail["type"] == "missing")
        found.setdefault(path, (detail["type"], path, detail))
    # a mapping in the place of a text that might have been one: what is wrong inside of it says more
    told = {path[: len(path) - 1] for path in found if path}
    return [f for p, f in found.items() if not (f[0] == "string_type" and p in told)]


def _renamed(found: list[Fault], shape: Any) -> dict[tuple[str, Path], tuple[Path, str]]:  # noqa: ANN401
    """Missing keys that an unknown key beside them means: the query about the unknown one is enough."""
    result: dict[tuple[str, Path], tuple[Path, str]] = {}
    for kind, path, _ in found:
        if kind not in EXTRA or not path:
            continue
        close = get_close_matches(str(path[-1]), _keys_at(shape, path[:-1]), n=1, cutoff=0.6)
        if close and ("missing", (*path[:-1], close[0])) in {(k, p) for k, p, _ in found}:
            result["missing", (*path[:-1], close[0])] = (path, close[0])
    return result


def _mended(value: Any, found: list[Fault], renamed: dict[Path, str]) -> Any:  # noqa: ANN401
    """The value without what does not fit, or with a guess in its place."""
    for kind, path, detail in sorted(found, key=lambda f: (f[0] == "missing", str(f[1]))):
        holder = value
        for step in path[:-1]:
            if not isinstance(holder, (dict, list)) or (isinstance(holder, dict) and step not in holder):
                break
            holder = holder[step]  # type: ignore[index]  # a step of a path that the value has
        else:
            _mend(holder, kind, path, detail, renamed)
    return value


def _mend(holder: Any, kind: str, path: Path, detail: Any, renamed: dict[Path, str]) -> None:  # noqa: ANN401
    if not path or not isinstance(holder, (dict, list)):
        return
    key = path[-1]
    if kind in EXTRA and isinstance(holder, dict):
        taken = holder.pop(key, None)
        if path in renamed:
            holder[renamed[path]] = taken
    elif kind == "missing" and isinstance(holder, dict):
        holder.setdefault(key, GUESS)  # the next round finds out if something else should stand here
    elif kind == "literal_error" and (
        close := get_close_matches(str(detail["input"]), _options(detail), n=1)
    ):
        holder[key] = close[0]  # type: ignore[index]
    elif kind == "string_type":
        holder[key] = GUESS  # type: ignore[index]
    elif kind in ("tuple_type", "list_type"):
        holder[key] = []  # type: ignore[index]
    elif isinstance(holder, dict):
        holder.pop(key, None)
    elif isinstance(key, int):
        holder[key] = {}


def _known_prefix(path: Path, data: Data, *, missing: bool) -> Path:
    """The path as far as the file has it: pydantic adds the names of the types that it tried."""
    known: Path = ()
    for step in path:
        if (*known, step) in data.marks or (*known, step) in data.keys:
            known = (*known, step)
    return (*known, path[-1]) if missing else known


def _place(kind: str, path: Path, data: Data) -> Place:
    """Where a fault is told: at the unknown key, in the mapping where one is missing, at the value."""
    if kind == "missing":
        return data.place(*path[:-1])
    return data.place(*path, key=kind in EXTRA)


def _tell(kind: str, path: Path, detail: Any, shape: Any, data: Data, queries: Queries) -> None:  # noqa: ANN401
    name = str(path[-1]) if path else data.file
    place = _place(kind, path, data)
    if kind in EXTRA:
        known = _keys_at(shape, path[:-1])
        queries.add(
            "key-unknown",
            f"“{name}” is not a key here",
            place,
            hint=did_you_mean(name, known),
        )
    elif kind == "missing":
        queries.add("key-missing", f"“{name}” is missing", place, hint=f"add “{name}: …”")
    elif kind == "literal_error":
        value = str(detail["input"])
        message = f"“{value}” is not a value of “{name}”"
        queries.add("value-wrong", message, place, hint=did_you_mean(value, _options(detail)))
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
            place,
            hint=_quote(kind, detail),
        )


def _options(detail: Any) -> list[str]:  # noqa: ANN401
    """The values that are allowed, out of pydantic's sentence about them."""
    said = str(detail["ctx"]["expected"]).replace(" or ", ", ").split(", ")
    return [option for a in said if (option := a.strip("'"))]


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
    shape = next((a for a in get_args(shape) if is_dataclass(a)), shape)  # a text or a mapping
    return [f.name for f in fields(shape)] if is_dataclass(shape) else []
