"""The manuscript's folder: what is in it is read as text, what is outside stays closed."""

from pathlib import Path

import pytest

from chresto.doors.folder import MAX_BYTES, Folder
from chresto.queries import Place, Queries
from tests.helpers import claim

HERE = Place("manuscript/outline.yaml", 7, 3, "  file: a.md")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    (tmp_path / "secret.md").write_text("secret", encoding="utf-8")
    (tmp_path / "manuscript" / "readings").mkdir(parents=True)
    return Folder(tmp_path / "manuscript")


def put(folder: Folder, name: str, data: bytes) -> None:
    (folder.root / name).write_bytes(data)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\nb\n", "a\nb\n"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb\r", "a\nb\n"),
        (b"\xef\xbb\xbfa\r\n", "a\n"),
        ("Zoë Ж 中".encode(), "Zoë Ж 中"),
    ],
)
def test_line_ends_and_byte_order_marks_do_not_matter(
    data: bytes, text: str, folder: Folder, queries: Queries
) -> None:
    put(folder, "a.md", data)

    assert folder.read("a.md", queries, HERE) == text


def test_a_file_in_latin_1_is_told_with_its_line_and_column(folder: Folder, queries: Queries) -> None:
    put(folder, "a.md", "Anders.\r\nWith Zoë.\r\n".encode("latin-1"))

    assert folder.read("a.md", queries, HERE) is None
    claim(
        queries, "file-unreadable", at=Place("manuscript/a.md", 2, 8, "With Zoë."), hint="UTF-8", says="0xEB"
    )


@pytest.mark.parametrize("data", [b"\0" * 9, b"\xff\xfea\0b\0", b"a\0b"])
def test_what_is_no_text_is_told(data: bytes, folder: Folder, queries: Queries) -> None:
    put(folder, "a.md", data)

    assert folder.read("a.md", queries, HERE) is None
    assert claim(queries, "file-unreadable", hint="UTF-8").place.file == "manuscript/a.md"


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_told(data: bytes, folder: Folder, queries: Queries) -> None:
    put(folder, "a.md", data)

    assert folder.read("a.md", queries, HERE) is None
    claim(queries, "file-unreadable", at=Place("manuscript/a.md", 1, 1), says="empty", hint="take it out")


@pytest.mark.parametrize(
    "name", ["../secret.md", "readings/../../secret.md", "/etc/passwd", "..", "a\\b.md", "a\0.md"]
)
def test_a_path_that_leaves_the_folder_is_not_opened(name: str, folder: Folder, queries: Queries) -> None:
    assert folder.read_bytes(name, queries, HERE) is None
    claim(queries, "path-outside", at=HERE, hint="below manuscript/")


@pytest.mark.parametrize("target", ["../secret.md", "/etc/passwd"])
def test_a_link_that_leaves_the_folder_is_not_followed(target: str, folder: Folder, queries: Queries) -> None:
    (folder.root / "a.md").symlink_to(target)

    assert folder.read("a.md", queries, HERE) is None
    claim(queries, "path-outside", at=HERE)


def test_a_linked_folder_that_leaves_the_folder_is_not_entered(folder: Folder, queries: Queries) -> None:
    (folder.root / "up").symlink_to("..")

    assert folder.read("up/secret.md", queries, HERE) is None
    claim(queries, "path-outside", at=HERE)
    assert folder.files() == []


def test_a_link_inside_of_the_folder_is_followed(folder: Folder, queries: Queries) -> None:
    put(folder, "a.md", b"a")
    (folder.root / "b.md").symlink_to("a.md")

    assert folder.read("b.md", queries, HERE) == "a"


def test_a_link_that_leads_to_itself_is_told(folder: Folder, queries: Queries) -> None:
    (folder.root / "a.md").symlink_to("a.md")

    assert folder.read("a.md", queries, HERE) is None
    assert queries.found.pop().place == HERE


def test_a_file_that_is_not_there_is_told_with_the_one_that_may_be_meant(
    folder: Folder, queries: Queries
) -> None:
    put(folder, "readings/speech.md", b"a")

    assert folder.read("readings/speach.md", queries, HERE) is None
    claim(queries, "file-missing", at=HERE, hint="did you mean “readings/speech.md”?")
    assert folder.read("speech.txt", queries, HERE) is None
    claim(queries, "file-missing", at=HERE, hint="did you mean “readings/speech.md”?")
    assert folder.read("other.md", queries, HERE) is None
    claim(queries, "file-missing", at=HERE, hint="write manuscript/other.md")


def test_a_name_that_is_too_long_is_told(folder: Folder, queries: Queries) -> None:
    assert folder.read("a" * 5000, queries, HERE) is None
    assert queries.found.pop().place == HERE


def test_a_folder_is_not_a_file(folder: Folder, queries: Queries) -> None:
    assert folder.read("readings", queries, HERE) is None
    claim(queries, "file-unreadable", at=HERE, hint="name a file")
    put(folder, "readings/a.md", b"a")
    assert folder.read("readings/", queries, HERE) is None
    claim(queries, "file-unreadable", at=HERE, hint="name a file in it: readings/a.md")


def test_a_file_that_is_too_large_is_not_read(folder: Folder, queries: Queries) -> None:
    with (folder.root / "a.md").open("wb") as file:
        file.truncate(MAX_BYTES + 1)  # a hole: nothing is written

    assert folder.read("a.md", queries, HERE) is None
    claim(queries, "file-unreadable", at=HERE, says="larger than 64 MiB", hint="right file")


def test_files_are_listed_in_order_without_hidden_ones_and_backups(folder: Folder) -> None:
    for name in ("b.md", "a.md", "a.md~", ".hidden", "readings/c.md"):
        put(folder, name, b"a")
    (folder.root / ".git").mkdir()
    put(folder, ".git/config", b"a")

    assert folder.files() == ["a.md", "b.md", "readings/c.md"]
