"""The command line: what it does, what it says, with which status it ends."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import chresto
from chresto import commands
from chresto.__main__ import DONE, INSIDE, INTERRUPTED, QUERIES, SETUP, STAGES, arguments, main
from chresto.queries import Failed
from tests.helpers import BOOKS, HOUSE, Book

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _warm(book: Book) -> None:
    """The texts as pandoc reads them, where the command line looks for them."""
    shutil.copytree(book.cache, book.root / "build" / ".cache" / "texts")


def run(book: Book, *words: str) -> int:
    return main([*words, "--book", str(book.root), "--jobs", "1"])


def alone(*words: str, stdout: int = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    env = {**os.environ, "PYTHONPATH": str(HOUSE / "src"), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "chresto", *words]
    return subprocess.run(command, env=env, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False)


def test_the_version_is_that_of_the_package(capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])

    assert ended.value.code == 0
    assert capsys.readouterr().out == f"chresto {chresto.__version__}\n"


@pytest.mark.parametrize(
    "words", [[], ["biuld"], ["check", "--bok"], ["show"], ["show", "nothing"], ["check", "--jobs", "x"]]
)
def test_wrong_words_end_with_status_2(words: list[str], capsys: Captured) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)

    assert ended.value.code == 2
    assert "usage: chresto" in capsys.readouterr().err


def test_a_misspelt_command_is_answered_with_those_there_are(capsys: Captured) -> None:
    with pytest.raises(SystemExit):
        main(["biuld"])

    err = capsys.readouterr().err
    assert "biuld" in err
    assert "build" in err


def test_a_book_without_queries_is_checked_with_status_0(book: Book, capsys: Captured) -> None:
    assert run(book, "check") == DONE

    out, err = capsys.readouterr()
    assert out == ""
    assert "9 divisions" in err
    assert "4 people, 1 trials" in err
    assert [p.name for p in (book.root / "build").iterdir()] == [".cache"]


def test_quiet_says_nothing_when_there_is_nothing_to_say(book: Book, capsys: Captured) -> None:
    assert run(book, "check", "--quiet") == DONE
    assert capsys.readouterr() == ("", "")


def test_queries_end_with_status_1_and_are_all_shown(book: Book, capsys: Captured) -> None:
    book.replace("outline.yaml", "subtitle:", "subtitel:")
    book.replace("outline.yaml", "marks: alpha", "marks: alfa")

    assert run(book, "check", "-q") == QUERIES
    err = capsys.readouterr().err.split("\n")
    assert err[:4] == [
        "manuscript/outline.yaml:4:3: error: “subtitel” is not a key here [key-unknown]",
        "      subtitel: Two texts and a trial",
        "      ^",
        "  try: did you mean “subtitle”?",
    ]
    assert "[value-wrong]" in err[4]
    assert err[-2] == "2 queries; nothing was replaced"


def test_a_failed_build_leaves_the_last_one_as_it_is(book: Book, capsys: Captured) -> None:
    build = book.root / "build"
    shutil.rmtree(build)
    build.mkdir()
    (build / "tiny.pdf").write_bytes(b"yesterday's")
    book.replace("before.md", "{person=mirov-anna}", "{person=mirov-ana}")

    assert run(book, "build", "-q", "--no-cache") == QUERIES
    assert {p.name: p.read_bytes() for p in build.iterdir()} == {"tiny.pdf": b"yesterday's"}
    assert "1 query; nothing was replaced" in capsys.readouterr().err


def test_an_edition_that_is_not_there_is_answered_with_those_there_are(book: Book, capsys: Captured) -> None:
    assert run(book, "check", "-q", "--edition", "techer") == QUERIES
    assert "no edition is called “techer”" in (err := capsys.readouterr().err)
    assert "teacher" in err.split("try:")[1]


def test_a_folder_without_a_book_is_told(tmp_path: Path, capsys: Captured) -> None:
    assert main(["check", "-q", "--book", str(tmp_path / "nothing")]) == QUERIES
    assert "--book DIR" in capsys.readouterr().err


@pytest.mark.parametrize("stage", STAGES[:5])
def test_a_form_between_the_stages_is_printed(book: Book, stage: str, capsys: Captured) -> None:
    assert run(book, "show", stage, "-q") == DONE

    out = capsys.readouterr().out
    assert "Anders" in out
    assert out.lstrip()[0] in "{<"


def test_a_division_alone_is_printed(book: Book, capsys: Captured) -> None:
    assert run(book, "show", "compose", "speech", "-q") == DONE
    out = capsys.readouterr().out
    assert out.startswith('<section id="speech"')
    assert 'id="before"' not in out


def test_a_division_that_is_not_there_is_answered_with_the_closest(book: Book, capsys: Captured) -> None:
    assert run(book, "show", "compose", "speach", "-q") == QUERIES
    assert "did you mean “speech”?" in capsys.readouterr().err


def test_who_has_read_enough_may_close_the_pipe() -> None:
    reader, writer = os.pipe()
    os.close(reader)  # the reader has gone before a word is written
    ended = alone("show", "compose", "-q", "--no-cache", "--book", str(BOOKS / "tiny"), stdout=writer)
    os.close(writer)

    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_fault_of_ours_is_told_without_a_traceback(
    book: Book, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "check", _break)

    assert run(book, "check", "-q") == INSIDE
    err = capsys.readouterr().err
    assert "a fault in chresto itself: ZeroDivisionError" in err
    assert "Traceback" not in err
    assert run(book, "check", "-q", "-v") == INSIDE
    assert "Traceback" in capsys.readouterr().err


def test_a_missing_pango_is_a_missing_part_of_the_set_up(
    book: Book, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "check", _no_pango)

    assert run(book, "check", "-q") == SETUP
    assert "[setup-missing]" in capsys.readouterr().err


def test_who_interrupts_is_told_that_nothing_was_replaced(
    book: Book, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(commands, "check", _interrupt)

    assert run(book, "check") == INTERRUPTED
    assert "nothing was replaced" in capsys.readouterr().err


def test_a_failure_without_a_query_is_still_one(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commands, "check", _fail)

    assert run(book, "check", "-q") == QUERIES


def _break(*_: object) -> None:
    raise ZeroDivisionError


def _no_pango(*_: object) -> None:
    raise OSError("cannot load library 'libpango-1.0-0'")


def _interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def _fail(*_: object) -> None:
    raise Failed


def test_help_names_every_command_and_every_status() -> None:
    text = arguments().format_help()

    for word in ("build", "check", "proof", "show", "pages", "0 done", "1 there are queries", "70 a fault"):
        assert word in " ".join(text.split())


def test_a_file_in_the_place_of_build_is_a_query(book: Book, capsys: Captured) -> None:
    shutil.rmtree(book.root / "build", ignore_errors=True)
    (book.root / "build").write_text("x", encoding="utf-8")

    assert run(book, "build", "-q") == QUERIES
    assert "cannot be written: Not a directory [output-refused]" in capsys.readouterr().err
    assert (book.root / "build").read_text(encoding="utf-8") == "x"
