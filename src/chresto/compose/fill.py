"""Divisions, and the folios as far as they are known → the divisions that need folios, set with them.

Page references get their folio as `data-folio`, which print appends as generated content: it is no letter of
the text, so no place in the text moves when a page number does.
"""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from dataclasses import replace

from lxml.etree import _Element as Element

from chresto.compose.order import tree_of
from chresto.doors.templates import Templates
from chresto.entries import PrintedIndex
from chresto.forms import Division, Folios, Spot
from chresto.letters import blocks, letters_before

UNKNOWN = "000"  # as wide as most folios, so that the first guess is seldom wrong about lines


def fill(
    divisions: Sequence[Division],
    folios: Folios | None,
    indexes: Mapping[str, PrintedIndex],
    templates: Templates,
) -> list[Division]:
    """All divisions; those with `needs_folios` have a new tree, the others are the very same."""
    openings = {d.id: _opening_folio(d, folios) for d in divisions}
    targets = _targets(divisions)
    result: list[Division] = []
    for division in divisions:
        if not division.needs_folios:
            result.append(division)
        elif division.kind == "contents":
            html = templates.fill(
                "contents.html.j2", id=division.id, title=division.title, lines=_lines(divisions, openings)
            )
            result.append(replace(division, tree=tree_of(html)))
        elif division.kind == "index":
            index = indexes[division.id.removeprefix("index-")]
            html = templates.fill(
                "index.html.j2", id=division.id, title=division.title, index=index, groups=_groups(index)
            )
            result.append(replace(division, tree=tree_of(html)))
        else:
            result.append(replace(division, tree=_with_references(division, folios, openings, targets)))
    return result


def _opening_folio(division: Division, folios: Folios | None) -> str:
    if folios is None or division.id not in folios.first:
        return UNKNOWN
    return folios.pages[folios.first[division.id]].folio


def _lines(divisions: Sequence[Division], openings: Mapping[str, str]) -> list[dict[str, object]]:
    """The lines of the contents: level 1 for parts and for what stands in no part, level 2 inside a part."""
    shown = [d for d in divisions if d.kind not in ("titles", "contents")]
    return [{"division": d, "level": 2 if d.part else 1, "folio": openings[d.id]} for d in shown]


def _groups(index: PrintedIndex) -> list[tuple[str, list[object]]]:
    groups: list[tuple[str, list[object]]] = []
    for heading in index.headings:
        if not groups or groups[-1][0] != heading.heading.group:
            groups.append((heading.heading.group, []))
        groups[-1][1].append(heading)
    return groups


def _targets(divisions: Sequence[Division]) -> dict[str, Spot]:
    """Where each id of a text begins: what a page reference to it means."""
    result: dict[str, Spot] = {}
    for division in divisions:
        if division.tree is None:
            continue
        for element in division.tree.iter():
            name = element.get("id")
            if name and name != division.id:
                result[name] = _spot(element)
    return result


def _spot(element: Element) -> Spot:
    """The first letter of an element: in the block that it holds or is, else in the one around it."""
    first = next(blocks(element), None)
    if first is not None:
        return Spot(str(first.get("id")))
    for around in element.iterancestors():
        if around.get("data-b") is not None:
            return Spot(str(around.get("id")), letters_before(around, element))
    return Spot(str(element.get("id")))


def _with_references(
    division: Division, folios: Folios | None, openings: Mapping[str, str], targets: Mapping[str, Spot]
) -> Element:
    tree = deepcopy(division.tree)
    if tree is None:
        message = f"{division.id} has no text"
        raise ValueError(message)
    for link in tree.iter("a"):
        if link.get("class") == "page":
            target = (link.get("href") or "").removeprefix("#")
            folio = openings.get(target)
            if folio is None and folios is not None and target in targets:
                folio = folios.folio_of(targets[target])
            link.set("data-folio", folio or UNKNOWN)
    return tree
