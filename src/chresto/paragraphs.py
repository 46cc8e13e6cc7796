"""A tree → the number of the paragraph that each of its blocks belongs to: what “unbroken” means.

The lines of a poem are one paragraph, and so are the cells of a table and the words of a picture.  Notes
have no number, for they break nothing; nor have blocks without letters.
"""

from lxml.etree import _Element as Element

from chresto.letters import blocks, count, is_note, text_of
from chresto.tree import classes_of


def paragraphs(tree: Element) -> dict[str, int]:
    """Block of the text → its paragraph, counted from 0 in the order of the text."""
    found: dict[str, int] = {}
    last: Element | None = None
    number = -1
    for block in blocks(tree):
        around = list(block.iterancestors())
        if any(is_note(a) for a in around) or not count(text_of(block)):
            continue
        whole = next((a for a in around if _is_one(a)), block)
        if whole is not last:
            number += 1
            last = whole
        found[str(block.get("id"))] = number
    return found


def _is_one(element: Element) -> bool:
    """Whether all that an element holds is one paragraph."""
    return element.tag in ("table", "figure") or "verse" in classes_of(element)
