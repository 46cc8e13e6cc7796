"""YAML text → plain values with the place of each.

What data files do not need is refused (anchors, aliases, tags) or plain text (dates).  Only these scalars are
not strings: `null`/`~`/empty, `true`/`false`, decimal whole numbers, decimal fractions.  So `no` is a word
and 1936-08-19 stays what was written (it is checked as EDTF where a date is meant).
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any

import yaml

from chresto.queries import Place, Queries

INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)")
FRACTION = re.compile(r"[-+]?[0-9]+\.[0-9]+")
CONSTANTS: dict[str, bool | None] = {"": None, "~": None, "null": None, "true": True, "false": False}

Path = tuple[str | int, ...]

LONGEST = 18  # digits of a number that is one: more are not counted with
DEEPEST = 50  # levels: more are not data that somebody wrote


@dataclass(slots=True)
class Data:
    """A YAML document as values; `marks` has line and column (from 1) of each value, `keys` of each key."""

    file: str
    lines: list[str]
    value: Any = None
    starts: list[int] = field(default_factory=list)  # the offset of each line in the text
    marks: dict[Path, tuple[int, int]] = field(default_factory=dict)
    keys: dict[Path, tuple[int, int]] = field(default_factory=dict)

    def place(self, *path: str | int, key: bool = False) -> Place:
        """Where a value (or its key) stands; of the nearest thing around it that has a place."""
        while path:
            mark = (self.keys.get(path) if key else None) or self.marks.get(path)
            if mark:
                return self.at(*mark)
            path = path[:-1]
        return self.at(*self.marks.get((), (1, 1)))

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset.  PyYAML ends lines at U+2028, too, where editors do not."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def at(self, line: int, column: int) -> Place:
        """A place of this file."""
        text = self.lines[line - 1] if 0 < line <= len(self.lines) else ""
        return Place(self.file, line, column, text)


def read_yaml(text: str, file: str, queries: Queries) -> Data | None:
    """Values and places of a document; a query and None if it cannot be parsed."""
    data = Data(file, text.split("\n"), starts=[0, *(m.end() for m in re.finditer("\n", text))])
    before = len(queries.errors)
    try:
        _refuse_extras(text, data, queries)
        if len(queries.errors) > before:
            return None
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        if node is None:
            hint = "write it, or take it out of the outline"
            queries.add("yaml-broken", "there is nothing in it but comments", data.at(1, 1), hint=hint)
            return None
        data.value = _value(node, (), data, queries)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if mark and error.context_mark and not text[mark.index :].strip():
            mark = (
                error.context_mark
            )  # at the end of the file nothing can be seen: what was begun is the place
        place = data.at(*data.position(mark.index)) if mark else Place(file)
        told = " ".join(filter(None, (error.context, error.problem)))
        queries.add("yaml-broken", f"cannot be read as YAML: {told}", place, hint=_hint(told, place))
        return None
    except yaml.reader.ReaderError as error:
        place = data.at(*data.position(error.position))
        message = f"the character U+{int(error.character):04X} cannot stand in YAML"
        queries.add("yaml-broken", message, place, hint="take it out; editors seldom show it")
        return None
    except RecursionError:
        queries.add("yaml-broken", "is nested too deeply", Place(file), hint="fewer brackets and levels")
        return None
    return data


def _hint(told: str, place: Place) -> str:
    if "\t" in place.text or "\\t" in told:
        return "indent with spaces, not tabs"
    if "mapping values are not allowed" in told and ":" in place.text[: place.column - 1]:
        return "put a value that holds “: ” in quotation marks"
    return "look at the indentation, at quotation marks and at colons here and in the line above"


def _refuse_extras(text: str, data: Data, queries: Queries) -> None:
    """Anchors, aliases and tags: a few lines of them can stand for gigabytes."""
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        tag = getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) or tag:
            what = f"the tag {tag}" if tag else "an anchor or alias"
            place = data.at(*data.position(event.start_mark.index)) if event.start_mark else Place(data.file)
            queries.add(
                "yaml-alias",
                f"{what} is not allowed here",
                place,
                hint="write the value out; quote text that begins with & * or !",
            )


def _value(node: yaml.Node, path: Path, data: Data, queries: Queries) -> Any:  # noqa: ANN401  -- YAML holds anything
    if len(path) > DEEPEST:
        raise RecursionError
    data.marks[path] = data.position(node.start_mark.index)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, data, queries)
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, (*path, i), data, queries) for i, child in enumerate(node.value)]
    text = str(node.value)
    if not isinstance(node, yaml.ScalarNode) or node.style is not None:
        return text
    if text in CONSTANTS:
        return CONSTANTS[text]
    if INTEGER.fullmatch(text) and len(text) <= LONGEST:
        return int(text)
    return float(text) if FRACTION.fullmatch(text) and len(text) <= LONGEST else text


def _mapping(node: yaml.MappingNode, path: Path, data: Data, queries: Queries) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        here = data.position(key_node.start_mark.index)
        key = str(key_node.value)
        if not isinstance(key_node, yaml.ScalarNode):
            queries.add("key-unknown", "a key must be a word", data.at(*here), hint="a word, then a colon")
            continue
        if key in result:
            line = data.keys[(*path, key)][0]
            queries.add(
                "key-twice",
                f"“{key}” stands twice, first in line {line}",
                data.at(*here),
                hint="keep one of them",
            )
            continue
        data.keys[(*path, key)] = here
        result[key] = _value(value_node, (*path, key), data, queries)
    return result
