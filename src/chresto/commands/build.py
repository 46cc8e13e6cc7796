"""`chresto build` and `chresto proof`: the book's folder → a PDF and an EPUB, proofread, put in place."""

from dataclasses import dataclass
from pathlib import Path

from chresto.commands.check import to_look_at
from chresto.commands.outputs import replace
from chresto.press import Made, Shop, make, prepare
from chresto.proof import proof
from chresto.queries import Queries


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the files it put in place and what the proof counted."""

    made: Made
    files: list[Path]
    figures: dict[str, int]


def build(
    shop: Shop, edition: str, output: Path, queries: Queries, *, only: str = "", thorough: bool = False
) -> Built:
    """Make the book and put its files into `output`; with `only`, just the one kind ("pdf", "epub").

    Raises `Failed`.  Every build is proofread before its files are put in place; `thorough` adds what takes
    seconds: EPUBCheck.
    """
    made = make(shop, prepare(shop, edition, queries), queries)
    shop.report("proof", "")
    figures = proof(made.pdf, made.epub, made.parts, queries, thorough=thorough)
    queries.stop()
    name = file_name(made)
    files = {f"{name}.pdf": made.pdf, f"{name}.epub": made.epub}
    return Built(
        made, replace(output, {k: v for k, v in files.items() if not only or k.endswith(f".{only}")}), figures
    )


def file_name(made: Made) -> str:
    """The book's id; with the edition's name for every edition but the first."""
    prepared = made.prepared
    first = next(iter(prepared.outline.editions))
    book = prepared.outline.book.id
    return book if prepared.edition == first else f"{book}-{prepared.edition}"


def report(built: Built) -> str:
    """What was made, in a few lines."""
    made = built.made
    lines = [f"{p} ({p.stat().st_size // 1024} KiB)" for p in built.files]
    kept = len(made.parts.sets) - len({d for d in made.typeset if d in made.parts.sets})
    lines.append(
        f"{len(made.parts.folios.pages)} pages, {len(made.parts.sets)} divisions "
        f"({kept} from the cache), {made.rounds} rounds until page numbers stood"
    )
    lines.append("proof: " + ", ".join(f"{n} {what}" for what, n in built.figures.items()))
    lines += filter(None, [to_look_at(made.prepared)])
    return "\n".join(lines)
