"""What is gathered from the texts, the ids that an edition has → the same without what leads nowhere.

An edition may leave out a headnote, and with it a word that the glossary explains.
"""

from collections.abc import Collection

from lxml.etree import _Element as Element

from chresto.tree import classes_of, take_out


def prune(tree: Element, known: Collection[str]) -> None:
    """Take out page references to other ids, and an entry that has none left; in place."""
    for entry in list(tree.iter("p", "li")):
        links = [a for a in entry.iter("a") if "page" in classes_of(a)]
        gone = [a for a in links if (a.get("href") or "").removeprefix("#") not in known]
        if links and len(gone) == len(links):
            take_out(entry)
            continue
        for link in gone:
            _drop(link)


def _drop(link: Element) -> None:
    """A reference out of a list of them: “p. 3,5” becomes “p. 5” if the first goes."""
    after, before = link.getnext(), link.getprevious()
    if link.tail == "," and after is not None:
        after.text, link.tail = link.text or after.text, None
    elif before is not None and before.tail == ",":
        before.tail = None
    take_out(link)
