"""A sheet's tree, or the text of a filled template → the bytes of an XHTML file."""

from lxml import etree
from lxml.etree import _Element as Element

from chresto.doors.templates import Templates
from chresto.package.sheet import MATTER, OPS, VOID, XHTML, XML_LANG, Sheet
from chresto.queries import Place, Queries

NAMES = {None: XHTML, "epub": OPS}
DOCTYPE = "<!DOCTYPE html>"


def namespaced(element: Element) -> Element:
    """A copy in XHTML's namespace: elements and text only, each `lang` said twice, for HTML and XML."""
    made = etree.Element(f"{{{XHTML}}}{element.tag!s}", nsmap=NAMES)
    for name, value in element.items():
        made.set(name, value)
    if element.get("lang"):
        made.set(XML_LANG, element.get("lang") or "")
    made.text = element.text
    for child in element:
        if isinstance(child.tag, str):
            made.append(namespaced(child))
        elif len(made):
            made[-1].tail = (made[-1].tail or "") + (child.tail or "")
        else:
            made.text = (made.text or "") + (child.tail or "")
    made.tail = element.tail
    return made


def document(sheet: Sheet, language: str, templates: Templates, queries: Queries) -> bytes:
    """The file of a sheet, in the frame of `document.xhtml.j2`."""
    spoken = sheet.tree.get("lang") or language
    frame = templates.fill(
        "document.xhtml.j2", title=sheet.title, language=spoken, matter=MATTER[sheet.matter]
    )
    root = parsed(frame, "document.xhtml.j2", queries)
    body = root.find(f"{{{XHTML}}}body")
    if body is None:
        if frame.strip():  # an empty one has its query already
            queries.add("layout-broken", "there is no body", Place("layouts/ebook/document.xhtml.j2"))
        return written(root)
    section = namespaced(sheet.tree)
    section.tail = "\n"
    body.text = "\n"
    body.append(section)
    return written(root)


def parsed(text: str, name: str, queries: Queries) -> Element:
    """A filled template as a tree; an empty one and a query if it is not well-formed."""
    try:
        return etree.fromstring(
            text.strip().encode(), etree.XMLParser(resolve_entities=False, no_network=True)
        )
    except etree.XMLSyntaxError as error:
        if text.strip():  # an empty one has its query already
            queries.add(
                "layout-broken",
                str(error),
                Place(f"layouts/ebook/{name}"),
                hint="a template has to be well-formed XML",
            )
        return etree.Element(f"{{{XHTML}}}html")


def written(root: Element) -> bytes:
    """The bytes of an XHTML file: no element closes itself but those that hold nothing by nature."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["epub"])
    for element in root.iter():
        if (
            isinstance(element.tag, str)
            and element.tag.rpartition("}")[2] not in VOID
            and not len(element)
            and not element.text
        ):
            element.text = ""
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype=DOCTYPE) + b"\n"
