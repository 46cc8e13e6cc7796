"""A tree → the same with `data-b` and an id on every block.

Ids are counted in document order within the division.
"""

from lxml.etree import _Element as Element

from chresto.tree import classes_of

BLOCKS = (
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "td",
    "th",
    "dt",
    "dd",
    "figcaption",
    "caption",
    "pre",
)
ALWAYS = ("p", "h1", "h2", "h3", "h4", "h5", "h6")
#: What may hold blocks, and so is none itself when it holds nothing else.
HOLDERS = ("p", "ul", "ol", "dl", "div", "section", "blockquote", "table", "figure", "pre", "header", *BLOCKS)


def anchor(tree: Element, division: str) -> None:
    """Number the blocks; an id that the editor gave stays."""
    tree.set("id", division)
    number = notes = 0
    sections: set[str] = set()
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        classes = classes_of(element)
        if "note" in classes:
            notes = 0
        if "stanza-break" in classes:  # an empty line: no place in the text
            continue
        is_para = element.tag == "span" and "para" in classes
        if is_para or element.tag in ALWAYS or (element.tag in BLOCKS and _holds_words(element)):
            element.set("data-b", "1")
            if is_para:
                notes += 1
                parent = element.getparent()
                name = f"{parent.get('id') if parent is not None else division}-{notes}"
            else:
                number += 1
                name = f"{division}-{number}"
            if not element.get("id"):
                element.set("id", name)
        elif element.tag == "section" and not element.get("id") and classes:
            name = f"{division}-{classes[0]}-{number}"
            while name in sections:  # one that begins where another does, and stands inside it
                name += "-in"
            sections.add(name)
            element.set("id", name)


def _holds_words(element: Element) -> bool:
    """Whether text stands directly in it, not only in blocks inside."""
    if (element.text or "").strip():
        return True
    return any(
        (child.tail or "").strip() or (isinstance(child.tag, str) and child.tag not in HOLDERS)
        for child in element
    )
