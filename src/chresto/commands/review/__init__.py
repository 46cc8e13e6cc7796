"""`chresto index review`: the book's folder → a page for the browser and plain text on every name in it."""

from dataclasses import dataclass
from pathlib import Path

from chresto.commands.outputs import replace
from chresto.commands.review.gather import gather
from chresto.commands.review.page import page
from chresto.commands.review.plain import plain
from chresto.commands.review.remarks import Review
from chresto.commands.shop import OWN_LAYOUTS
from chresto.doors.folder import Folder
from chresto.press import Shop, prepare
from chresto.queries import Queries


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What a review did: the files it put in place, and what it tells."""

    files: list[Path]
    review: Review


def review(shop: Shop, edition: str, output: Path, queries: Queries) -> Reviewed:
    """Put the page and the text into `output/review/`.  Raises `Failed`.

    Names that may be several people's are no errors here: the review lists them.  All other errors are.
    """
    prepared = prepare(shop, edition, queries, lenient=True)
    told = gather(prepared, Folder(shop.manuscript), queries)
    own = shop.layouts / "review"
    faces = shop.cache / "typeset" / "faces" if shop.cache else None
    html = page(told, own if own.is_dir() else OWN_LAYOUTS / "review", queries, faces=faces)
    queries.stop()
    files = {f"{prepared.edition}.html": html.encode(), f"{prepared.edition}.txt": plain(told).encode()}
    return Reviewed(replace(output / "review", files), told)


def in_short(reviewed: Reviewed) -> str:
    """Where the files are, and a line that says what is in them."""
    registers = reviewed.review.registers
    asked = sum(len(r.asked) for r in registers)
    open_ = sum(len(r.inferred) + len(r.doubts) for r in registers)
    strangers = sum(len(r.strangers) for r in registers)
    unmentioned = sum(len(r.unmentioned) for r in registers)
    mentions = sum(r.count for r in registers)
    counted = (
        f"{mentions} mentions: {asked} ambiguous, {open_} inferred or left alone; "
        f"{strangers} names that no register knows, {unmentioned} entries never mentioned"
    )
    return "\n".join([*map(str, reviewed.files), counted])
