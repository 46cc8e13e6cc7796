"""Elements of the trees that go from stage to stage: made, joined, taken out, written down.

A tree is lxml's, of HTML names without namespace (see `forms`).  That lxml tells HTML elements from others is
known here only; to all stages they are elements.
"""

from typing import TYPE_CHECKING, cast

from lxml import html
from lxml.etree import _Element as Element

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def new(tag: str, classes: str = "", text: str = "") -> Element:
    """An element that belongs to no tree yet."""
    element = html.Element(tag)
    if classes:
        element.set("class", classes)
    element.text = text or None
    return element


def of_html(fragment: str) -> Element:
    """The one element that a piece of HTML is."""
    return html.fragment_fromstring(fragment)


def inside_of(tag: str, fragment: str) -> Element:
    """A new element with a piece of HTML as its content."""
    return html.fragment_fromstring(fragment, create_parent=tag)


def to_html(element: Element, *, pretty: bool = False) -> str:
    """An element as HTML, with what follows it in its parent if anything does."""
    return html.tostring(cast("HtmlElement", element), encoding="unicode", pretty_print=pretty)


def classes_of(element: Element) -> list[str]:
    """The classes of an element, in their order."""
    return (element.get("class") or "").split()


def add_words(element: Element, words: str | None) -> None:
    """Put words behind everything that the element holds."""
    if not words:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + words
    else:
        element.text = (element.text or "") + words


def take_out(element: Element) -> None:
    """Remove an element and all that it holds; the words behind it stay."""
    cast("HtmlElement", element).drop_tree()


def unwrap(element: Element) -> None:
    """Remove an element; what it holds stays."""
    cast("HtmlElement", element).drop_tag()
