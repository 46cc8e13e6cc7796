"""A text with its marks → the same with a note for every gloss, emendation and disagreement."""

from copy import deepcopy

from lxml.etree import _Element as Element

from chresto.forms import Text
from chresto.letters import is_note
from chresto.places import of_literal, of_mark
from chresto.queries import Queries, did_you_mean
from chresto.registers import Disagreement, Registers
from chresto.tree import add_words, new, unwrap

GLOSS, DISAGREEMENT, EDITOR = "gloss", "disagreement", "editor"
NOTED = ("data-gloss", "data-sic", "data-disagreement")  # marks that become notes


def expand(text: Text, record: Element | None, registers: Registers, queries: Queries) -> None:
    """Put the notes behind the words; `record` is the tree of the record of disagreements."""
    told: set[object] = set()  # the disagreements that a note of this text has explained
    for span in list(text.tree.iter("span")):
        if any(name in span.attrib for name in NOTED) and any(is_note(a) for a in span.iterancestors()):
            _refuse(span, text, queries)
            continue
        if "data-gloss" in span.attrib:
            _gloss(span)
        if "data-sic" in span.attrib:
            _emendation(span, text, queries)
        if "data-why" in span.attrib:
            queries.add(
                "mark-unknown",
                "“why” without “sic”",
                of_literal(text, "why="),
                hint='[printed]{sic="what stood" why="the reason"}',
            )
            del span.attrib["data-why"]
        key = span.attrib.pop("data-disagreement", None)
        if key is not None and str(key) not in registers.disagreements:
            hint = did_you_mean(str(key), list(registers.disagreements))
            queries.add(
                "id-unknown",
                f"no disagreement has the id “{key}”",
                of_mark(text, DISAGREEMENT, str(key)),
                hint=hint,
            )
        elif key is not None and record is not None:
            _disagreement(span, str(key), record, registers.disagreements[str(key)], again=key in told)
            told.add(key)


def _refuse(span: Element, text: Text, queries: Queries) -> None:
    """A note cannot have a note."""
    words = "".join(span.itertext())
    name = next(n for n in NOTED if n in span.attrib)
    what = name.removeprefix("data-")
    hint = "say it in the note, or put the mark into the text"
    queries.add(
        "mark-crossed", f"“{what}=” in a note: notes have no notes", of_literal(text, f"[{words}]"), hint=hint
    )
    for known in NOTED:
        span.attrib.pop(known, None)


def _after(span: Element, note: Element) -> None:
    """Put a note right behind a span."""
    note.tail, span.tail = span.tail, None
    parent = span.getparent()
    if parent is not None:
        parent.insert(parent.index(span) + 1, note)


def _note(voice: str) -> Element:
    note = new("span", "note")
    note.set("data-voice", voice)
    return note


def _para(note: Element, *, lead: str = "") -> Element:
    para = new("span", "para")
    if lead:
        para.append(new("em", text=lead))
    note.append(para)
    return para


def _gloss(span: Element) -> None:
    words = str(span.attrib.pop("data-gloss"))
    note = _note(GLOSS)
    para = _para(note, lead="".join(span.itertext()))
    para[0].tail = f": {words}"
    span.set("class", "term")
    _after(span, note)


def _emendation(span: Element, text: Text, queries: Queries) -> None:
    stood = str(span.attrib.pop("data-sic"))
    why = str(span.attrib.pop("data-why", "")).rstrip(".")
    if not why:
        queries.add(
            "mark-unknown",
            "an emendation without a reason",
            of_literal(text, f'sic="{stood}"'),
            hint='[printed]{sic="what stood" why="the reason"}',
        )
    note = _note(EDITOR)
    para = _para(note, lead="".join(span.itertext()))
    para[0].tail = f"] {f'the source has “{stood}”' if stood else 'not in the source'}; {why}."
    span.set("class", "emended")
    _after(span, note)


def _disagreement(span: Element, key: str, record: Element, one: Disagreement, *, again: bool) -> None:
    """The question, who answers what in a few words, and where the record stands.

    Whole claims are too long for a page's foot.  Where a claim has no `short`, whom to compare is named.
    A text that comes to the same disagreement `again` is told the question and the page only.
    """
    entry = record.xpath(f".//section[@id='disagreement-{key}']")[0]
    note = _note(DISAGREEMENT)
    para = _para(note)
    para.append(_link(key, ""))
    _copy_into(next(entry.iter("h2", "h3")), para[0])
    claims = entry.find("ul")
    if again:
        add_words(para, " The record is on ")
    elif claims is not None and all(c.short for c in one.claims):
        add_words(para, " ")
        _answers(para, one, [_cited(item) for item in claims])
        add_words(para, ". The record is on ")
    else:
        cited = {str(c.get("data-cites")): c for c in entry.iter("span") if c.get("class") == "citation"}
        add_words(para, " Compare " if cited else " ")
        for citation in cited.values():
            para.append(_name(citation))
            add_words(para, "; ")
        add_words(para, "the record is on " if cited else "The record is on ")
    para.append(_link(key, "page"))
    add_words(para, ".")
    span.set("class", "disputed")
    _after(span, note)


def _answers(para: Element, one: Disagreement, citations: list[Element | None]) -> None:
    """“Sedov 1936: a lone deed; Orlov: Stalin”, the several answers of one source together."""
    by_name: dict[str, tuple[Element | None, list[str]]] = {}
    for claim, citation in zip(one.claims, citations, strict=False):
        by_name.setdefault(claim.source, (citation if claim.source else None, []))[1].append(claim.short)
    for n, (citation, answers) in enumerate(by_name.values()):
        add_words(para, "; " if n else "")
        if citation is None:
            add_words(para, "established")
        else:
            para.append(_name(citation))
        add_words(para, f": {', '.join(answers)}")


def _cited(item: Element) -> Element | None:
    """The citation at the end of a claim."""
    found = [c for c in item.iter("span") if c.get("class") == "citation"]
    return found[-1] if found else None


def _link(key: str, words: str) -> Element:
    """A link to the record; with words, a page reference."""
    link = new("a")
    link.set("href", f"#disagreement-{key}")
    if words:
        link.set("class", "page")
        link.text = words
    return link


def _name(citation: Element) -> Element:
    """“(Sedov 1936, closing section)” as “Sedov 1936”: a list of names has no room for places."""
    name = deepcopy(citation)
    name.tail = None
    link = name.find("a")
    if link is not None:
        name.text = link.tail = None
        author, comma, rest = (link.text or "").partition(", ")
        link.text = author + (comma + rest if rest.startswith("n.d") else "")
    return name


def _copy_into(source: Element, target: Element) -> None:
    """Append a copy of an element's content, without notes and paragraphs of its own."""
    copy = deepcopy(source)
    for inner in list(copy.iter("p")):
        if inner is not copy:
            unwrap(inner)
    add_words(target, (copy.text or "").lstrip("\n"))
    for child in list(copy):
        target.append(child)
    if len(target) and target[-1].tail:
        target[-1].tail = target[-1].tail.rstrip("\n")
