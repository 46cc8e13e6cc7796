"""A division, an index → each entry's mentions there as locators, in the order of the text.

Mentions in unbroken paragraphs are one locator with a start and an end; a marked passage is one, too, and
takes up the mentions inside it.  Pages that merely follow one another are not joined (ISO 999, 7.4.3.2).
Pictures and tables have locators of their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from chresto.book import IndexSpec
from chresto.entries import Kind, Locator
from chresto.forms import Division, Mention, Spot
from chresto.index.divide import Ways
from chresto.letters import blocks
from chresto.mentioned import indexed
from chresto.paragraphs import paragraphs


def gather(division: Division, name: str, spec: IndexSpec, ways: Ways) -> Iterator[tuple[str, list[Locator]]]:
    """`name`: what the mentions of the index have as their register."""
    mentions = indexed(division, name, spec)
    if "marks" not in spec.divide:  # then a mark's sub-heading does not part mentions
        mentions = [replace(m, under="") for m in mentions]
    if not mentions or division.tree is None:
        return
    places = _Places.of(division)
    by_entry: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_entry.setdefault(mention.entry, []).append(mention)
    for entry, found in by_entry.items():
        yield entry, _locators(sorted(found, key=places.key), places, ways)


@dataclass(frozen=True, slots=True)
class _Places:
    """The blocks of a division: their order, their paragraphs, what they stand in."""

    order: dict[str, int]
    paragraph: dict[str, int]
    kinds: dict[str, Kind]

    @classmethod
    def of(cls, division: Division) -> "_Places":
        if division.tree is None:
            return cls({}, {}, {})
        order: dict[str, int] = {}
        kinds: dict[str, Kind] = {}
        for block in blocks(division.tree):
            name = str(block.get("id"))
            order[name] = len(order)
            for around in (block, *block.iterancestors()):
                if around.tag in ("figure", "table"):
                    kinds[name] = "figure" if around.tag == "figure" else "table"
        return cls(order, paragraphs(division.tree), kinds)

    def key(self, mention: Mention) -> tuple[int, int]:
        return self.order[mention.start.block], mention.start.letter

    def is_inside(self, mention: Mention, passage: Mention) -> bool:
        end = self.order.get(passage.end.block, -1)
        return self.order[passage.start.block] <= self.order[mention.start.block] <= end

    def is_joined(self, mention: Mention, other: Mention) -> bool:
        """Whether no paragraph without a mention stands between two, and both belong together."""
        one, two = mention.start.block, other.start.block
        if one in self.paragraph and two in self.paragraph:
            near = self.paragraph[two] - self.paragraph[one] <= 1
        else:  # blocks without letters, as a picture has
            near = self.order[two] - self.order[one] <= 1
        return near and mention.under == other.under and self.kinds.get(one) == self.kinds.get(two)


def _locators(mentions: list[Mention], places: _Places, ways: Ways) -> list[Locator]:
    """Locators of the mentions of one entry, which are in the order of the text."""
    passages = [m for m in mentions if m.passage]
    result = [_of_passage(m, ways) for m in passages]
    run: list[Mention] = []
    for mention in mentions:
        if mention.passage:
            continue
        if mention.note:
            result.append(replace(_of_run([mention], "", ways), note=mention.note))
            continue
        if not mention.under and any(places.is_inside(mention, p) for p in passages):
            continue
        if run and not places.is_joined(run[-1], mention):
            result.append(_of_run(run, places.kinds.get(run[0].start.block, ""), ways))
            run = []
        run.append(mention)
    if run:
        result.append(_of_run(run, places.kinds.get(run[0].start.block, ""), ways))
    return sorted(result, key=lambda r: (places.order[r.start.block], r.start.letter))


def _of_passage(mention: Mention, ways: Ways) -> Locator:
    last = Spot(mention.end.block, max(0, mention.end.letter - 1))
    under, within, instead = ways.words([mention])
    return Locator(mention.start, last, principal=True, under=under, within=within, instead=instead)


def _of_run(run: list[Mention], kind: Kind, ways: Ways) -> Locator:
    under, within, instead = ways.words(run)
    return Locator(run[0].start, run[-1].start, under=under, within=within, instead=instead, kind=kind)
