"""A cut sheet → the same with what print adds by style written out, and roles for screen readers."""

from lxml.etree import _Element as Element

from chresto.package.sheet import HEADINGS, TYPE, Sheet
from chresto.tree import add_words, classes_of

#: By kind of sheet: epub:type and role of its section; they go together.
ROLES: dict[str, tuple[str, str]] = {
    "chapter": ("chapter", "doc-chapter"),
    "reading": ("chapter", "doc-chapter"),
    "part": ("part", "doc-part"),
    "bibliography": ("bibliography", "doc-bibliography"),
    "title-page": ("titlepage", ""),
    "copyright-page": ("copyright-page", ""),
}
#: By class of a section inside: epub:type, role, and its name where it has no heading.
SECTIONS: dict[str, tuple[str, str, str]] = {
    "headnote": ("introduction", "doc-introduction", "Headnote"),
    "epigraph": ("epigraph", "doc-epigraph", ""),
}
ATTRIBUTION = "— "


def dress(sheet: Sheet) -> None:
    """Rewrite a sheet's tree, in place.  Ids stay, `data-` goes."""
    tree = sheet.tree
    _section(tree, *ROLES.get(sheet.kind, ("", "")), name=sheet.title)
    for element in tree.iter():
        names = classes_of(element)
        if element.tag == "section" and element is not tree and "notes" not in names:
            kind = next((n for n in names if n in SECTIONS), "")
            if kind:
                _section(element, *SECTIONS[kind][:2], name=SECTIONS[kind][2])
            elif not any(e.tag in HEADINGS for e in element):
                element.tag = "div"
        if element.tag == "p" and "attribution" in names:
            element.text = ATTRIBUTION + (element.text or "")
        if element.tag == "a" and "page" in names and element.get("data-folio"):
            add_words(element, f"\u00a0{element.get('data-folio')}")
    for element in tree.iter():
        for name in [n for n in element.keys() if n.startswith("data-")]:  # noqa: SIM118  -- not a dict
            del element.attrib[name]


def _section(section: Element, kind: str, role: str, *, name: str) -> None:
    if kind:
        section.set(TYPE, kind)
    if role:
        section.set("role", role)
    heading = next((e for e in section.iter(*HEADINGS) if e.get("id")), None)
    if heading is not None:
        section.set("aria-labelledby", heading.get("id") or "")
    elif name:
        section.set("aria-label", name)
