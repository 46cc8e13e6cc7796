"""The editions of an outline → queries for those that name what is not there, or pages they cannot have."""

from chresto.book import Outline
from chresto.doors.yaml import Data
from chresto.outline.ids import check_id
from chresto.queries import Place, Queries, did_you_mean


def check_editions(outline: Outline, data: Data, queries: Queries) -> None:
    """What editions leave out is there, and what shares pages can share them."""
    if not outline.editions:
        queries.add(
            "value-wrong", "there is no edition", data.place("editions"), hint="editions: {public: {}}"
        )
    for name, edition in outline.editions.items():
        check_id(name, data.place("editions", name, key=True), queries)
        check_id(edition.layout, data.place("editions", name, "layout"), queries)
        for i, voice in enumerate(edition.without_voices):
            if voice not in outline.voices:
                place = data.place("editions", name, "without_voices", i)
                queries.add(
                    "id-unknown",
                    f"no voice is called “{voice}”",
                    place,
                    hint=did_you_mean(voice, list(outline.voices)),
                )
        if edition.lines < 0:
            place = data.place("editions", name, "lines")
            queries.add("value-wrong", f"“{edition.lines}” is no number of lines", place, hint="like 5; or 0")
        if edition.pages:
            _check_locked(name, edition.pages, outline, data, queries)


def _check_locked(name: str, pages: str, outline: Outline, data: Data, queries: Queries) -> None:
    place = data.place("editions", name, "pages")
    other = pages.removeprefix("as ").strip()
    base = outline.editions.get(other)
    if not pages.startswith("as ") or base is None or other == name:
        known = [f"as {e}" for e in outline.editions if e != name]
        queries.add(
            "id-unknown",
            f"pages “{pages}” does not name another edition",
            place,
            hint=did_you_mean(pages, known),
        )
    elif base.pages:
        queries.add(
            "value-wrong",
            f"“{other}” takes its own pages from another edition",
            place,
            hint=f"pages: {base.pages}",
        )
    elif base.layout != outline.editions[name].layout:
        queries.add(
            "value-wrong",
            f"“{name}” and “{other}” have different layouts and cannot share pages",
            place,
            hint=f"layout: {base.layout}",
        )
    else:
        _check_shown(name, other, outline, place, queries)


def _check_shown(name: str, other: str, outline: Outline, place: Place, queries: Queries) -> None:
    """There is no room on another edition's pages for what that edition does not have."""
    one, base = outline.editions[name], outline.editions[other]
    more = [w for w in (*base.without, *base.without_voices) if w not in (*one.without, *one.without_voices)]
    if more:
        message = f"“{name}” shows {', '.join(more)}, for which the pages of “{other}” have no room"
        queries.add("value-wrong", message, place, hint=f"leave out {', '.join(more)} here, too")
