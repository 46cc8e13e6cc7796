"""`chresto show STAGE [DIVISION]`: the form that a stage hands on, as JSON for values, as HTML for trees."""

import io
import json
import zipfile
from dataclasses import asdict, is_dataclass
from typing import TYPE_CHECKING, Any

from lxml.etree import _Element as Element

from chresto.doors.folder import Folder
from chresto.forms import Division
from chresto.outline import read
from chresto.press import Made, Prepared, Shop, make, prepare
from chresto.proof import proof
from chresto.queries import Place, Queries, did_you_mean
from chresto.tree import to_html

if TYPE_CHECKING:
    from collections.abc import Callable


def show(shop: Shop, edition: str, stage: str, division: str, queries: Queries) -> str:
    """Run as far as the stage and give its form.  Raises `Failed`."""
    if stage == "outline":
        outline, registers = read(Folder(shop.manuscript), queries)
        return _json(
            {
                "outline": outline,
                "registers": registers.entries,
                "disagreements": registers.disagreements,
                "chronology": registers.chronology,
                "emendations": registers.emendations,
                "decisions": registers.decisions,
            }
        )
    prepared = prepare(shop, edition, queries)
    early: dict[str, Callable[[], str]] = {
        "manuscript": lambda: _manuscript(prepared, division, queries),
        "apparatus": lambda: _apparatus(prepared, division, queries),
        "index": lambda: _json(
            {
                k: i
                for k, i in prepared.indexes.items()
                if _wanted(division, k, list(prepared.indexes), queries)
            }
        ),
        "compose": lambda: "\n".join(
            _html(d.tree) for d in _chosen(prepared.divisions, division, queries) if d.tree is not None
        ),
    }
    if stage in early:
        return early[stage]()
    made = make(shop, prepared, queries)
    late: dict[str, Callable[[], str]] = {
        "typeset": lambda: _json(
            {
                k: s.map
                for k, s in made.parts.sets.items()
                if _wanted(division, k, list(made.parts.sets), queries)
            }
        ),
        "bind": lambda: _folios(made),
        "package": lambda: _package(made.epub, division, queries),
        "proof": lambda: _json(proof(made.pdf, made.epub, made.parts, queries, thorough=True)),
    }
    return late[stage]()


def _manuscript(prepared: Prepared, division: str, queries: Queries) -> str:
    """The texts as loaded: their trees are those of the apparatus, so they are loaded once more."""
    names = [k for k in prepared.texts if _wanted(division, k, list(prepared.texts), queries)]
    return "\n".join(f"<!-- {prepared.texts[k].file} -->\n{prepared.loaded[k]}" for k in names)


def _apparatus(prepared: Prepared, division: str, queries: Queries) -> str:
    names = [k for k in prepared.attached if _wanted(division, k, list(prepared.attached), queries)]
    parts = []
    for k in names:
        one = prepared.attached[k]
        mentions = "\n".join(
            f"  {m.register}/{m.entry} {m.start.block}@{m.start.letter}–{m.end.letter}"
            f"{' note ' + m.note if m.note else ''}"
            for m in one.mentions
        )
        parts.append(f"{_html(one.text.tree)}\n<!-- mentions\n{mentions}\n-->")
    return "\n".join(parts)


def _folios(made: Made) -> str:
    lines = [
        f"{n:4d}  {p.folio:>5}  {p.division}{' (blank)' if p.blank else f' {p.number + 1}'}"
        for n, p in enumerate(made.parts.folios.pages, 1)
    ]
    return "\n".join(["page  folio  division", *lines])


def _package(epub: bytes, member: str, queries: Queries) -> str:
    with zipfile.ZipFile(io.BytesIO(epub)) as archive:
        names = archive.namelist()
        if not member:
            return "\n".join(f"{archive.getinfo(n).file_size:8d}  {n}" for n in names)
        found = [n for n in names if n == member or n.endswith((f"/{member}", f"/{member}.xhtml"))]
        if not found:
            queries.add(
                "id-unknown", f"the e-book has no “{member}”", Place(), hint=did_you_mean(member, names)
            )
            queries.stop()
        return archive.read(found[0]).decode("utf-8", "replace")


def _chosen(divisions: list[Division], division: str, queries: Queries) -> list[Division]:
    return [d for d in divisions if _wanted(division, d.id, [o.id for o in divisions], queries)]


def _wanted(division: str, name: str, known: list[str], queries: Queries) -> bool:
    if division and division not in known:
        queries.add("id-unknown", f"there is no “{division}”", Place(), hint=did_you_mean(division, known))
        queries.stop()
    return division in ("", name)


def _html(tree: Element | None) -> str:
    return "" if tree is None else to_html(tree, pretty=True).rstrip()


def _json(value: Any) -> str:  # noqa: ANN401
    return json.dumps(_plain(value), ensure_ascii=False, indent=1)


def _plain(value: Any) -> Any:  # noqa: ANN401
    if is_dataclass(value) and not isinstance(value, type):
        return _plain(asdict(value))
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(v) for v in value]
    return value
