"""Faults of the outline, and what is said of them."""

from tests.cases.case import BEFORE, OUTLINE, SOURCES, Case

SPEECH_FILE = "file: readings/speech.md"
UNNAMED = ("file-unnamed",)  # what the outline named no longer, nothing names
EDITOR = '\n    - {name: Ada Editor, file_as: "Editor, Ada"}'


def _case(name: str, code: str, *rest: str, says: str = "", also: tuple[str, ...] = ()) -> Case:
    """A case of words in the outline that are others: the rest is old words, new words, needle, hint."""
    old, new, needle, hint = rest
    return Case(name, code, OUTLINE, needle, hint, {OUTLINE: (old, new)}, says, also)


KEYS = (
    _case("a wrong key", "key-unknown", "subtitle:", "subtitel:", "‸subtitel", "did you mean “subtitle”?"),
    _case("a wrong key deep inside", "key-unknown", "pages: as t", "page: as t", "‸page: as", "“pages”"),
    _case("a wrong key of an item", "key-unknown", "byline:", "by-line:", "‸by-line", "“byline”"),
    _case("a wrong key at the top", "key-unknown", "\nfront:", "\nfronts:", "‸fronts", "“front”"),
    _case("no title", "key-missing", "  title: A Tiny Reader\n", "", "‸id: tiny", "add “title: …”"),
    _case(
        "a voice without a title",
        "key-missing",
        "{title: the editor, m",
        "{m",
        "‸{marks: arabic",
        "add “title",
    ),
    _case(
        "an item without a title", "key-missing", ", title: What went before", "", "- ‸{chap", "add “title"
    ),
    _case(
        "an item without a file",
        "key-missing",
        "file: before.md, ",
        "",
        "- ‸{chap",
        "add “file: …”",
        also=UNNAMED,
    ),
    _case(
        "a key twice",
        "key-twice",
        "  title: A Tiny Reader",
        "  title: A\n  title: B",
        "  ‸title: B",
        "keep one",
        says="first in line 3",
    ),
    _case(
        "a record that stands nowhere",
        "key-missing",
        "  - make: disagreements\n",
        "",
        "disagreements: ‸disagreements.yaml",
        "make: disagreements",
    ),
    Case(
        "a source without an id",
        "key-missing",
        SOURCES,
        "‸type: book\n    title: A History",
        "add “id: …”",
        {SOURCES: ("id: smith1950\n    ", "")},
        also=("id-unknown",),
    ),
    Case(
        "a bibliography without references",
        "key-missing",
        SOURCES,
        "‸refs:",
        "references:",
        {SOURCES: ("references:", "refs:")},
        also=("id-unknown",),
    ),
)

VALUES = (
    _case(
        "a number for text", "value-wrong", "title: A Tiny Reader", "title: 1936", "title: ‸1936", '"1936"'
    ),
    _case(
        "a list for text", "value-wrong", "title: A Tiny Reader", "title: [a]", "‸[a]", "", says="is a list"
    ),
    _case(
        "text for a list", "value-wrong", "[questions]", "questions", "without: ‸questions", "", says="a list"
    ),
    _case("a misspelt value", "value-wrong", "marks: alpha", "marks: alfa", "‸alfa", "did you mean “alpha”?"),
    _case("a misspelt kind", "value-wrong", "kind: people", "kind: peple", "‸peple", "“people”"),
    _case("a misspelt make", "value-wrong", "make: titles", "make: title", "make: ‸title\n", "“titles”"),
    _case(
        "a boolean is a word",
        "value-wrong",
        "make: contents",
        "make: no",
        "make: ‸no",
        "contents",
        also=("value-wrong",),
        says="“no”",
    ),
    _case(
        "a misspelt part to leave out",
        "value-wrong",
        "[questions]",
        "[question]",
        "[‸question]",
        "“questions”",
    ),
    _case(
        "nothing for text",
        "value-wrong",
        "title: A Tiny Reader",
        "title:",
        "title:‸\n",
        "",
        says="is nothing",
    ),
    _case("a language in words", "value-wrong", "language: en-GB", "language: British", "‸British", "en-GB"),
    _case(
        "citations in words",
        "value-wrong",
        "language: en-GB",
        "language: en-GB\n  citations: American",
        "‸American",
        "en-GB",
    ),
    _case("no identifier", "value-wrong", "urn:uuid:0b8f", "uuid:0b8f", "identifier: ‸uuid", "urn:uuid:"),
    _case("nobody made it", "value-wrong", EDITOR, " []", "contributors: ‸[]", "editor"),
    _case("a role in words", "value-wrong", '"Editor, Ada"', '"E", role: editor', "role: ‸editor", "MARC"),
    _case("a date that is none", "date-form", "2026-01-02", "2026-02-30", "date: ‸2026", "2026-11-23"),
    _case("a date in words", "date-form", "2026-01-02", "2 January 2026", "date: ‸2 Jan", "2026-11-23"),
    _case(
        "an item that is nothing",
        "value-wrong",
        "chapter: before, ",
        "",
        "- ‸{file: before",
        "one of: chapter",
    ),
    _case(
        "an item that is two things",
        "value-wrong",
        "- reading: speech",
        "- reading: speech\n        piece: other",
        "- ‸reading: speech",
        "one of: chapter",
        says="twice",
    ),
    _case(
        "a file for what the compiler makes",
        "value-wrong",
        "make: contents",
        "make: contents\n    file: before.md",
        "file: ‸before",
        "take the key out",
    ),
    _case(
        "a part without texts",
        "value-wrong",
        "body:\n",
        "body:\n  - {part: none-yet, title: None, contents: []}\n",
        "contents: ‸[]",
        "put a text into it",
    ),
    _case(
        "a mark that is taken", "value-wrong", "mark: trial", "mark: gloss", "mark: ‸gloss", "no other mark"
    ),
    Case(
        "a source that is only a word",
        "key-missing",
        SOURCES,
        "‸Smith",
        "add “id: …”",
        {SOURCES: "references:\n  - Smith\n"},
        also=("id-unknown",),
    ),
)

FILES = (
    _case(
        "a file that is not there",
        "file-missing",
        SPEECH_FILE,
        "file: readings/speach.md",
        "file: ‸readings/speach",
        "did you mean “readings/speech.md”?",
        also=UNNAMED,
    ),
    _case(
        "a folder for a file",
        "file-unreadable",
        SPEECH_FILE,
        "file: readings",
        "‸readings\n",
        "speech.md",
        also=UNNAMED,
    ),
    _case(
        "a path with dots",
        "path-outside",
        SPEECH_FILE,
        "file: ../a.md",
        "‸../",
        "below manuscript/",
        also=UNNAMED,
    ),
    _case(
        "an absolute path",
        "path-outside",
        SPEECH_FILE,
        "file: /etc/passwd",
        "‸/etc",
        "below manus",
        also=UNNAMED,
    ),
    _case(
        "a path with backslashes",
        "path-outside",
        SPEECH_FILE,
        "file: a\\b.md",
        "‸a\\b",
        "below man",
        also=UNNAMED,
    ),
    _case(
        "a path with a NUL", "path-outside", SPEECH_FILE, 'file: "a\\0.md"', '‸"a', "below man", also=UNNAMED
    ),
    _case(
        "a register that is not there",
        "file-missing",
        "file: registers/trials.yaml",
        "file: trials.yaml",
        "file: ‸trials",
        "registers/trials.yaml",
        also=UNNAMED,
    ),
    _case(
        "sources that are not there",
        "file-missing",
        "sources: sources.yaml",
        "sources: source.yaml",
        "sources: ‸source.yaml",
        "sources.yaml",
        also=("file-unnamed", "id-unknown"),
    ),
    _case(
        "disagreements that are not there",
        "file-missing",
        "disagreements: dis",
        "disagreements: x/dis",
        "disagreements: ‸x/",
        "disagreements.yaml",
        also=UNNAMED,
    ),
    _case(
        "a copyright page that is not there",
        "file-missing",
        "  rights:",
        "  copyright_page: copyright.md\n  rights:",
        "‸copyright.md",
        "write manuscript/copyright.md",
    ),
    Case(
        "a kind of text that nobody reads",
        "value-wrong",
        OUTLINE,
        "file: ‸speech.pdf",
        "one of: .md",
        {OUTLINE: (SPEECH_FILE, "file: speech.pdf"), "speech.pdf": b"%PDF"},
        also=UNNAMED,
    ),
    Case(
        "a copyright page that nobody reads",
        "value-wrong",
        OUTLINE,
        "copyright_page: ‸c.pdf",
        "one of: .md",
        {OUTLINE: ("  rights:", "  copyright_page: c.pdf\n  rights:"), "c.pdf": b"%PDF"},
    ),
    Case(
        "a file that nothing names",
        "file-unnamed",
        "other.md",
        "",
        "move it to private/",
        {"other.md": "Other."},
    ),
    Case("no outline", "file-missing", OUTLINE, "", "", {OUTLINE: None}),
    Case("an empty outline", "file-unreadable", OUTLINE, "", "", {OUTLINE: b" \n"}, says="empty"),
    Case(
        "a text in Latin-1",
        "file-unreadable",
        BEFORE,
        "",
        "iconv",
        {BEFORE: "A line.\nZoë".encode("latin-1")},
        "byte 0xEB",
        stage="load",
    ),
    Case(
        "a text of NULs",
        "file-unreadable",
        BEFORE,
        "",
        "plain text",
        {BEFORE: b"\0\0\0"},
        "NUL",
        stage="load",
    ),
    Case("an empty text", "file-unreadable", BEFORE, "", "take it out", {BEFORE: b""}, "empty", stage="load"),
    Case(
        "an empty register",
        "file-unreadable",
        "registers/trials.yaml",
        "",
        "take it out",
        {"registers/trials.yaml": b"\n"},
        "empty",
    ),
)

IDS = (
    _case("an id with a capital", "id-form", "chapter: before", "chapter: Before", "‸Before", "lower-case"),
    _case("an id with a space", "id-form", "part: one", "part: part one", "part: ‸part", "lower-case"),
    _case(
        "an id that is a path", "id-form", "chapter: before", "chapter: ../b", "chapter: ‸../", "lower-case"
    ),
    _case("an id of the book that is none", "id-form", "id: tiny", "id: A Book", "id: ‸A Book", "lower-case"),
    _case(
        "an edition that is a path",
        "id-form",
        "teacher: {}",
        "teacher: {}\n  ../x: {}",
        "‸../x",
        "lower-case",
    ),
    _case(
        "a layout that is a path",
        "id-form",
        "{without: [h",
        "{layout: ../x, without: [h",
        "‸../x",
        "lower-case",
    ),
    _case(
        "a voice with a space",
        "id-form",
        "  author: {t",
        "  other author: {title: x}\n  author: {t",
        "‸other",
        "low",
    ),
    _case(
        "an id of the compiler's",
        "id-form",
        "chapter: before",
        "chapter: nav",
        "chapter: ‸nav",
        "another word",
    ),
    _case("a part with such an id", "id-form", "part: one", "part: cover", "part: ‸cover", "another word"),
    _case(
        "an id twice",
        "id-twice",
        "chapter: before",
        "chapter: speech",
        "- ‸reading: speech",
        "another id",
        says="first in line",
    ),
    _case(
        "a part with the id of a text", "id-twice", "part: one", "part: speech", "part: ‸speech", "another id"
    ),
    _case(
        "a mark of two registers",
        "id-twice",
        "mark: trial",
        "mark: person",
        "trials, mark: ‸person",
        "another",
    ),
    Case(
        "two sources with one id",
        "id-twice",
        SOURCES,
        "id: ‸mirov1901\n    type: book\n    title: A History",
        "another id",
        {SOURCES: ("id: smith1950", "id: mirov1901")},
        also=("id-unknown",),
    ),
    _case(
        "an unknown voice", "id-unknown", "means:", "voice: auther\n        means:", "‸auther", "“author”?"
    ),
    _case(
        "a text about no trial",
        "id-unknown",
        "means:",
        "about: [printer]\n        means:",
        "‸printer]",
        "“printers”?",
    ),
    _case("an unknown voice to leave out", "id-unknown", "[author]", "[auther]", "[‸auther]", "“author”"),
    _case(
        "an unknown source",
        "id-unknown",
        "source: mirov1901",
        "source: mirov1910",
        "‸mirov1910",
        "“mirov1901”",
    ),
    _case(
        "an entry that nobody is",
        "id-unknown",
        ": mirov-boris}",
        ": mirov-bori}",
        "‸mirov-bori}",
        "“mirov-boris”",
    ),
    _case("an unknown index", "id-unknown", "index: people\n", "index: peoples\n", "‸peoples", "“people”"),
    _case(
        "an index of no register", "id-unknown", "register: trials", "register: trial", "‸trial,", "“trials”"
    ),
    _case(
        "an index of nothing",
        "key-missing",
        "  trials: {register: trials, title",
        "  trials: {title",
        "  ‸trials: {title",
        "“mark: …”",
    ),
    _case(
        "an index of a register and by marks",
        "value-wrong",
        "register: trials,",
        "register: trials, mark: place,",
        "mark: ‸place",
        "take one of them out",
    ),
    _case(
        "an index by marks with the id of a register",
        "id-twice",
        "  trials: {register: trials,",
        "  trials: {mark: place,",
        "  ‸trials: {mark",
        "another id",
    ),
    _case(
        "an index by a mark that is a register’s",
        "id-twice",
        "  trials: {register: trials,",
        "  places: {mark: person,",
        "mark: ‸person, title",
        "another word",
        also=("id-unknown",),
    ),
    _case(
        "an index by a mark that is a class",
        "value-wrong",
        "  trials: {register: trials,",
        "  places: {mark: page,",
        "mark: ‸page",
        "no other mark",
        also=("id-unknown",),
    ),
    _case(
        "an index that refers to no other",
        "id-unknown",
        "register: trials,",
        "register: trials, refer: [peopel],",
        "[‸peopel]",
        "“people”",
    ),
    _case(
        "an index that refers to itself",
        "id-unknown",
        "register: trials,",
        "register: trials, refer: [trials],",
        "refer: [‸trials]",
        "people",
        says="to itself",
    ),
    _case(
        "an index that refers to one that is not in the book",
        "id-unknown",
        "  trials: {register: trials,",
        "  places: {mark: place, title: Places}\n  trials: {register: trials, refer: [places],",
        "[‸places]",
        "- index: places",
    ),
    _case(
        "an index of no locators",
        "value-wrong",
        "register: trials,",
        "register: trials, undivided: 0,",
        "undivided: ‸0",
        "like 8",
    ),
)

EDITIONS = (
    _case("less than no lines", "value-wrong", "teacher: {}", "teacher: {lines: -5}", "lines: ‸-5", "like 5"),
    _case(
        "pages of an unknown edition", "id-unknown", "as teacher", "as techer", "‸as techer", "“as teacher”"
    ),
    _case(
        "pages of the edition itself", "id-unknown", "as teacher", "as student", "‸as student", "as teacher"
    ),
    _case(
        "pages without “as”", "id-unknown", "pages: as teacher", "pages: teacher", "‸teacher,", "“as teacher”"
    ),
    _case(
        "pages of an edition that has none of its own",
        "value-wrong",
        "plain: {w",
        "plain: {pages: as student, w",
        "‸as student",
        "pages: as teacher",
    ),
    _case(
        "pages of another layout",
        "value-wrong",
        "teacher: {}",
        "teacher: {layout: a4}",
        "‸as teacher",
        "layout: a4",
    ),
    _case(
        "pages of an edition that shows less",
        "value-wrong",
        "teacher: {}",
        "teacher: {without: [headnotes]}",
        "‸as teacher",
        "leave out headnotes here, too",
    ),
    _case(
        "pages of an edition in which fewer voices speak",
        "value-wrong",
        "teacher: {}",
        "teacher: {without_voices: [editor]}",
        "‸as teacher",
        "leave out editor here, too",
    ),
    _case(
        "no edition at all",
        "value-wrong",
        "voices:",
        "editions: {}\nvoices:",
        "editions: ‸{}",
        "editions: {public: {}}",
        also=("key-twice",),
    ),
)

CASES = (*KEYS, *VALUES, *FILES, *IDS, *EDITIONS)
