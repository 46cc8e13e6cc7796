"""Sources and outline → the Markdown of “Sources and rights”: whose each text is, and what the book took."""

from collections.abc import Mapping

from chresto.book import Outline
from chresto.manuscript.made.words import name, plain, stopped
from chresto.registers import Registers

#: What a source says of itself under `custom`, in the order in which it is printed.
SAID = ("rights", "holder", "status", "permission")
LABELS = {"holder": "Holder", "status": "Status", "permission": "Permission"}


def rights(outline: Outline, registers: Registers) -> str:
    """What the book digests, then what it quotes or names; empty if no source says anything of its rights.

    `custom` of a CSL item holds `rights` (a sentence or a word), `holder`, `status`, `permission`, and
    `known_through`, the id of the source that quotes or names this one.
    """
    told = {key: said for key, item in registers.sources.items() if (said := _said(item))}
    digests: dict[str, list[str]] = {}
    for item in [i for _, i in outline.items() if i.source]:
        digests.setdefault(item.source, []).append(item.id)
    lines = ["## Digested", ""] if any(k in digests for k in told) else []
    for key in [k for k in told if k in digests]:
        at = ", ".join(f"[page](#{d}){{.page}}" for d in digests[key])
        lines += [f"- {name(key)}: {told[key]} Digested on {at}."]
    others: dict[tuple[str, str], list[str]] = {}
    for key in [k for k in told if k not in digests]:
        others.setdefault((_through(key, registers), told[key]), []).append(key)
    if others:
        lines += ["", "## Quoted or named", ""]
    for (through, said), keys in sorted(others.items(), key=lambda o: (o[0][0] == "", o[0])):
        known = f", known through {name(through)}" if through else ""
        lines += [f"- {said.rstrip('.')}{known}: {'; '.join(name(k) for k in keys)}."]
    return "\n".join(lines).strip()


def _through(key: str, registers: Registers) -> str:
    """The source through which the book knows another, if it does not know it itself."""
    custom = registers.sources[key].get("custom")
    through = custom.get("known_through") if isinstance(custom, dict) else None
    return through if isinstance(through, str) and through in registers.sources and through != key else ""


def _said(item: Mapping[str, object]) -> str:
    custom = item.get("custom")
    if not isinstance(custom, dict):
        return ""
    told = {k: " ".join(str(custom[k]).split()) for k in SAID if custom.get(k)}
    if told.get("status", "").casefold() in told.get("rights", "").casefold():
        told.pop("status", None)  # the sentence says it already
    words = [stopped(plain(f"{LABELS[k]}: {said}" if k in LABELS else said)) for k, said in told.items()]
    return " ".join(w[:1].upper() + w[1:] for w in words)
