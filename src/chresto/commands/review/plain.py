"""A review → plain text: a line for each place, to be searched, and compared with that of yesterday."""

from collections.abc import Iterable, Iterator

from chresto.commands.review import paste
from chresto.commands.review.remarks import OfRegister, Remark, Review, Seen, Sentence, Stranger
from chresto.registers import NOBODY

SECTIONS = (
    "Ambiguous",
    "Inferred",
    "Left alone",
    "Names that no register knows",
    "Entries never mentioned",
    "Every mention",
)


def plain(review: Review) -> str:
    """The whole review; its sections are numbered within each register."""
    lines = [f"{review.title}: review of the indexes, edition “{review.edition}”", ""]
    if review.unread:
        lines += [f"Not read for names: {'; '.join(review.unread)}.", ""]
    lines += [_count(register) for register in review.registers]
    for register in review.registers:
        lines += ["", "", f"==== {register.id}: {register.title}"]
        sections = (
            _places(register.asked, pasted=True),
            _places(register.inferred),
            _places(register.doubts),
            _strangers(register.strangers),
            (f"{register.id}/{key}  {register.headings[key]}" for key in register.unmentioned),
            _places(r for m in register.mentioned for r in m.remarks),
        )
        for number, (title, found, count) in enumerate(
            zip(SECTIONS, sections, counts(register), strict=True), 1
        ):
            lines += ["", f"== {register.id} {number}. {title} ({count})", *found]
    return "\n".join(lines) + "\n"


def counts(register: OfRegister) -> tuple[int, ...]:
    """How much each section has, in their order."""
    return (
        len(register.asked),
        len(register.inferred),
        len(register.doubts),
        len(register.strangers),
        len(register.unmentioned),
        register.count,
    )


def _count(register: OfRegister) -> str:
    told = ", ".join(f"{n} {title.lower()}" for title, n in zip(SECTIONS, counts(register), strict=True))
    return f"{register.id}: {told}"


def _places(remarks: Iterable[Remark], *, pasted: bool = False) -> Iterator[str]:
    for remark in remarks:
        yield line(remark)
        if pasted:
            for entry in (*remark.entries, NOBODY):
                yield f"    {paste.decision(remark, entry)}"


def line(remark: Remark) -> str:
    """`people/smirnov-ivan  red-book manuscript/readings/red-book.md:12  why | sentence`."""
    whom = ",".join(f"{remark.register}/{entry}" for entry in remark.entries)
    also = f" (or {', '.join(remark.others)})" if remark.others else ""
    note = f" note {remark.note}" if remark.note else ""
    out = " [not in this edition]" if remark.left_out else ""
    where = f"{remark.text}{note} {remark.place.where}"
    return f"{whom}  {where}  {remark.why}{also}{out} | {_marked(remark.sentence)}"


def _strangers(found: Iterable[Stranger]) -> Iterator[str]:
    for one in found:
        forms = ", ".join(f"{name} ({n})" for name, n in one.forms)
        yield f"{one.count}  {forms}{f'  a spelling of {one.close}?' if one.close else ''}"
        yield from (_seen(s) for s in one.seen)
        yield from (f"    {text}" for text in one.entry.split("\n"))
        if one.variants:
            yield f"    # or, of {one.close}: {one.variants}"


def _seen(seen: Seen) -> str:
    return f"    {seen.text} {seen.place.where} | {_marked(seen.sentence)}"


def _marked(sentence: Sentence) -> str:
    return f"{sentence.before}*{sentence.words}*{sentence.after}"
