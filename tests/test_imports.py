"""Who may know whom: the order of the stages holds because no stage imports another."""

import ast
import sys
from pathlib import Path

import pytest

from tests.helpers import SOURCE

STAGES = ("outline", "manuscript", "apparatus", "compose", "index", "typeset", "bind", "package", "proof")
NOUNS = (
    "book",
    "registers",
    "forms",
    "entries",
    "scripts",
    "mentioned",
    "parts",
    "queries",
    "letters",
    "lines",
    "paragraphs",
    "edtf",
    "places",
    "tree",
    "numerals",
)
MODULES = sorted(p for p in SOURCE.rglob("*.py"))
EVERYWHERE = {"lxml"}
CLOCKS = ("datetime.now", "date.today", "datetime.today", "datetime.datetime.now", "uuid.uuid1", "uuid.uuid4")


def name_of(path: Path) -> str:
    """A module's name below chresto: “index.collate”."""
    return (
        ".".join(path.relative_to(SOURCE).with_suffix("").parts)
        .removesuffix(".__init__")
        .removesuffix("__init__")
    )


def imports_of(path: Path) -> set[str]:
    """What a module imports, with full names: “chresto.doors.folder”, “lxml.etree”."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            found |= (
                {f"{node.module}.{alias.name}" for alias in node.names}
                if node.module == "chresto"
                else {str(node.module)}
            )
    return found


def own(path: Path) -> set[str]:
    """The first word below chresto of everything of ours that a module imports: “doors”, “forms”."""
    return {name.split(".")[1] for name in imports_of(path) if name.startswith("chresto.")}


def foreign(path: Path) -> set[str]:
    """Third-party packages that a module imports."""
    roots = {name.split(".")[0] for name in imports_of(path)}
    return {r for r in roots if r != "chresto" and r not in sys.stdlib_module_names}


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_imports_no_other_stage(stage: str) -> None:
    paths = [p for p in MODULES if name_of(p).split(".")[0] == stage]

    assert paths
    for path in paths:
        assert own(path) & (set(STAGES) - {stage} | {"press", "commands", "__main__"}) == set(), path


@pytest.mark.parametrize("noun", NOUNS)
def test_a_noun_imports_no_stage_and_no_door(noun: str) -> None:
    assert own(SOURCE / f"{noun}.py") <= set(NOUNS)


def test_forms_know_only_the_book() -> None:
    assert own(SOURCE / "book.py") == set()
    assert own(SOURCE / "registers.py") == {"book", "queries"}
    assert own(SOURCE / "queries.py") == set()
    assert own(SOURCE / "edtf.py") == set()
    assert own(SOURCE / "forms.py") == {"book"}


def test_doors_import_no_stage() -> None:
    for path in (SOURCE / "doors").glob("*.py"):
        assert own(path) & {*STAGES, "press", "commands"} == set(), path


def test_only_the_press_imports_several_stages() -> None:
    several = [name_of(p) for p in MODULES if len(own(p) & set(STAGES)) > 1]

    assert [n for n in several if not n.startswith("commands.")] == ["press"]


def test_each_library_is_known_by_one_door_only() -> None:
    knowing: dict[str, list[str]] = {}
    for path in MODULES:
        for library in foreign(path) - EVERYWHERE:
            knowing.setdefault(library, []).append(name_of(path))

    assert {k: v for k, v in knowing.items() if len(v) > 1 or not v[0].startswith("doors.")} == {}


def test_only_the_edge_prints_or_exits() -> None:
    for path in MODULES:
        if path.name == "__main__.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            assert called not in ("print", "sys.exit", "exit", "quit", "os._exit"), path


def test_nothing_asks_the_clock_or_for_chance() -> None:
    measuring = {"doors.screen", "commands.bench"}
    for path in MODULES:
        banned = {"random", "secrets"} | (set() if name_of(path) in measuring else {"time"})
        assert imports_of(path) & banned == set(), path
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = ast.unparse(node.func) if isinstance(node, ast.Call) else ""
            assert called not in CLOCKS, path


def test_every_module_says_what_it_is() -> None:
    for path in MODULES:
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path


def test_every_stage_of_the_package_s_docstring_is_a_folder_with_its_verb() -> None:
    text = (SOURCE / "__init__.py").read_text(encoding="utf-8")

    for number, stage in enumerate(STAGES, 1):
        assert f"{number}. `{stage}`" in text
        assert (SOURCE / stage).is_dir()
