"""The book's metadata → the PDF's information dictionary and its XMP packet (ISO 16684-1)."""

from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from chresto import __version__
from chresto.book import Metadata

PRODUCER: Final = f"chresto {__version__}"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XML: Final = "http://www.w3.org/XML/1998/namespace"
SPACES: Final = {
    "rdf": RDF,
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}
BEGIN: Final = '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
END: Final = '\n<?xpacket end="r"?>'


def full_title(metadata: Metadata) -> str:
    """Title and subtitle as one line."""
    return f"{metadata.title}: {metadata.subtitle}" if metadata.subtitle else metadata.title


def information(metadata: Metadata) -> dict[str, str]:
    """The information dictionary; keys that have nothing to say are left out."""
    day = f"D:{metadata.date.replace('-', '')}000000Z"
    found = {
        "Title": full_title(metadata),
        "Author": "; ".join(c.name for c in metadata.contributors),
        "Subject": metadata.description,
        "Keywords": ", ".join(metadata.subjects),
        "Creator": PRODUCER,
        "Producer": PRODUCER,
        "CreationDate": day,
        "ModDate": day,
    }
    return {key: value for key, value in found.items() if value}


def xmp(metadata: Metadata) -> bytes:
    """The XMP packet: Dublin Core, the dates, and the claim of PDF/UA-1."""
    rdf = etree.Element(_name("rdf", "RDF"), nsmap=SPACES)
    about = etree.SubElement(rdf, _name("rdf", "Description"), {_name("rdf", "about"): ""})
    _listed(about, "title", "Alt", [full_title(metadata)])
    _listed(about, "creator", "Seq", [c.name for c in metadata.contributors])
    _listed(about, "description", "Alt", [metadata.description])
    _listed(about, "subject", "Bag", metadata.subjects)
    _listed(about, "language", "Bag", [metadata.language])
    _listed(about, "publisher", "Bag", [metadata.publisher])
    _listed(about, "rights", "Alt", [metadata.rights])
    _listed(about, "date", "Seq", [metadata.date])
    day = f"{metadata.date}T00:00:00Z"
    for space, key, value in (
        ("dc", "identifier", metadata.identifier),
        ("dc", "format", "application/pdf"),
        ("pdf", "Producer", PRODUCER),
        ("pdf", "Keywords", ", ".join(metadata.subjects)),
        ("xmp", "CreatorTool", PRODUCER),
        ("xmp", "CreateDate", day),
        ("xmp", "ModifyDate", day),
        ("xmp", "MetadataDate", day),
        ("pdfuaid", "part", "1"),
    ):
        if value:
            etree.SubElement(about, _name(space, key)).text = value
    packet = etree.Element("{adobe:ns:meta/}xmpmeta", nsmap={"x": "adobe:ns:meta/"})
    packet.append(rdf)
    etree.indent(packet)
    return (BEGIN + etree.tostring(packet, encoding="unicode") + END).encode()


def _name(space: str, key: str) -> str:
    return f"{{{SPACES[space]}}}{key}"


def _listed(about: Element, key: str, form: str, values: tuple[str, ...] | list[str]) -> None:
    """One property of Dublin Core as an RDF container; nothing if there is no value."""
    if not any(values):
        return
    holder = etree.SubElement(etree.SubElement(about, _name("dc", key)), _name("rdf", form))
    for value in values:
        item = etree.SubElement(holder, _name("rdf", "li"))
        item.text = value
        if form == "Alt":
            item.set(f"{{{XML}}}lang", "x-default")
