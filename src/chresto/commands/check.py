"""`chresto check`: the book's folder → nothing but queries, those that need no typesetting."""

from chresto.letters import text_of
from chresto.press import Prepared, Shop, prepare
from chresto.queries import Queries


def check(shop: Shop, edition: str, queries: Queries) -> Prepared:
    """Steps 1 to 5.  Raises `Failed`."""
    return prepare(shop, edition, queries)


def in_words(prepared: Prepared) -> str:
    """A line that says what the book holds."""
    trees = [d.tree for d in prepared.divisions if d.tree is not None]
    words = sum(len(text_of(b).split()) for t in trees for b in t.iter() if b.get("data-b") is not None)
    entries = ", ".join(f"{len(e)} {name}" for name, e in prepared.registers.entries.items())
    mentions = sum(len(d.mentions) for d in prepared.divisions)
    size = f"{len(prepared.divisions)} divisions, {words} words"
    told = f"{size}; registers: {entries or 'none'}; {mentions} mentions; no queries"
    return "\n".join(filter(None, (told, to_look_at(prepared))))


def to_look_at(prepared: Prepared) -> str:
    """A line that says how many names are inferred or were left alone; empty if there are none."""
    attached = prepared.attached.values()
    count = sum(not m.sure for one in attached for m in one.mentions) + sum(len(a.doubts) for a in attached)
    return f"{count} {'name' if count == 1 else 'names'} to look at: make review" if count else ""
