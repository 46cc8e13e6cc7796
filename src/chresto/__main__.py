"""Words on the command line → a command run, its queries printed, an exit status.

Only this module prints and exits.
"""

import argparse
import errno
import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from chresto import __version__
from chresto.doors.screen import Screen
from chresto.queries import Failed, Place, Queries, render

if TYPE_CHECKING:
    from chresto.press import Shop

DONE, QUERIES, USAGE, SETUP, INSIDE, INTERRUPTED = 0, 1, 2, 3, 70, 130
STATUSES = """exit statuses: 0 done; 1 there are queries, nothing was replaced; 2 wrong words on the command
line; 3 a part of the set-up is missing; 70 a fault in chresto itself; 130 interrupted"""
STAGES = ("outline", "manuscript", "apparatus", "compose", "index", "typeset", "bind", "package", "proof")


def arguments() -> argparse.ArgumentParser:
    """The command line as argparse knows it."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--book", type=Path, default=Path(), metavar="DIR", help="the folder with manuscript/ (default: here)"
    )
    shared.add_argument(
        "--edition", default="", metavar="NAME", help="an edition of the outline (default: its first)"
    )
    shared.add_argument(
        "--jobs",
        type=int,
        default=os.cpu_count() or 1,
        metavar="N",
        help="how many processes (default: all cores)",
    )
    shared.add_argument("--no-cache", action="store_true", help="set everything anew")
    shared.add_argument(
        "-v",
        "--verbose",
        action="store_true",
        help="name every division and every warning; a traceback if chresto itself fails",
    )
    shared.add_argument("-q", "--quiet", action="store_true", help="only queries")
    parser = argparse.ArgumentParser(
        prog="chresto",
        description="A compiler for annotated readers: a manuscript and its outline in, a book out.",
        epilog=STATUSES,
    )
    parser.add_argument("--version", action="version", version=f"chresto {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    build = commands.add_parser(
        "build", parents=[shared], help="make the book: PDF and EPUB into build/", epilog=STATUSES
    )
    build.add_argument("--only", choices=("pdf", "epub"), default="", help="put just one of the two in place")
    commands.add_parser(
        "check",
        parents=[shared],
        help="read everything, make nothing: all queries of outline, registers and texts",
        epilog=STATUSES,
    )
    commands.add_parser(
        "proof",
        parents=[shared],
        help="make the book and read it as a proofreader would, EPUBCheck included",
        epilog=STATUSES,
    )
    show = commands.add_parser(
        "show", parents=[shared], help="print a form between the stages", epilog=STATUSES
    )
    show.add_argument("stage", choices=STAGES)
    show.add_argument(
        "division", nargs="?", default="", help="an id of the outline; for index, an id of its indexes"
    )
    index = commands.add_parser(
        "index",
        parents=[shared],
        help="review: every mention with its sentence and its reason, as page and text into build/review/",
        epilog=STATUSES,
    )
    index.add_argument("action", choices=("review",), help="what to do with the indexes")
    pages = commands.add_parser(
        "pages", parents=[shared], help="pages of the PDF as pictures, into build/pages/", epilog=STATUSES
    )
    pages.add_argument("--dpi", type=int, default=100)
    commands.add_parser(
        "bench",
        parents=[shared],
        help="make the book twice, with an empty cache and a full one, and print what each stage takes",
        epilog=STATUSES,
    )
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status."""
    options = arguments().parse_args(argv)
    queries = Queries()
    status = INSIDE
    with Screen(verbose=options.verbose, quiet=options.quiet) as screen:
        try:
            status = _run(options, screen, queries)
        except Failed:
            status = QUERIES
        except KeyboardInterrupt:
            screen.line("interrupted; nothing was replaced")
            status = INTERRUPTED
        except BrokenPipeError:
            # whoever reads `show` has enough; what is still in the buffer must not be tried again at the exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return DONE
        except OSError as error:
            if "cannot load library" not in str(error):
                status = _refused(error, options, queries)
            else:  # WeasyPrint says so when Pango is not there
                queries.add(
                    "setup-missing",
                    f"Pango is not installed: {str(error).splitlines()[0][:80]}",
                    hint="make set-up",
                )
                status = SETUP
        except Exception as error:  # noqa: BLE001  -- the edge: nobody gets a traceback who did not ask for it
            _fault(error, verbose=options.verbose)
    _tell(queries, verbose=options.verbose)
    return status


def _run(options: argparse.Namespace, screen: Screen, queries: Queries) -> int:
    # imported here, because importing the stages loads Pango, and a missing one must be told in a line
    from chresto import commands  # noqa: PLC0415

    shop = commands.shop_of(
        options.book, jobs=options.jobs, cached=not options.no_cache, report=screen.report
    )
    if not options.no_cache:
        return _command(options, shop, screen, queries)
    with tempfile.TemporaryDirectory(prefix="chresto-") as folder:  # for what one run needs more than once
        return _command(options, replace(shop, cache=Path(folder)), screen, queries)


def _command(options: argparse.Namespace, shop: "Shop", screen: Screen, queries: Queries) -> int:
    from chresto import commands  # noqa: PLC0415  -- see _run

    if options.command == "check":
        prepared = commands.check(shop, options.edition, queries)
        screen.line(commands.in_words(prepared))
    elif options.command == "show":
        print(commands.show(shop, options.edition, options.stage, options.division, queries), flush=True)
    elif options.command == "index":
        reviewed = commands.review(shop, options.edition, options.book / "build", queries)
        screen.line(commands.in_short(reviewed))
    elif options.command == "pages":
        made = commands.pages(shop, options.edition, options.book / "build", queries, dpi=options.dpi)
        screen.line(f"{len(made)} pictures in {made[0].parent}")
    elif options.command == "bench":
        print(commands.bench(shop, options.edition, queries), flush=True)
    elif options.command == "proof":
        built = commands.build(shop, options.edition, options.book / "build", queries, thorough=True)
        screen.line(commands.report(built))
    else:
        built = commands.build(shop, options.edition, options.book / "build", queries, only=options.only)
        screen.line(commands.report(built))
    return DONE


def _tell(queries: Queries, *, verbose: bool) -> None:
    """All queries, errors last so that they are what stands above the prompt."""
    shown = sorted(
        queries.found, key=lambda q: (q.severity == "error", q.place.file, q.place.line, q.place.column)
    )
    for query in shown:
        if verbose or query.severity == "error" or len(shown) <= 40:  # noqa: PLR2004  -- a screenful
            print(render(query), file=sys.stderr)
    errors = len(queries.errors)
    if errors:
        print(f"{errors} {'query' if errors == 1 else 'queries'}; nothing was replaced", file=sys.stderr)


def _refused(error: OSError, options: argparse.Namespace, queries: Queries) -> int:
    """A full disk, a closed folder, a file in a folder's place: the editor's to mend, in the output."""
    name = str(error.filename or "")
    output = options.book.resolve() / "build"
    if error.errno != errno.ENOSPC and not Path(name).is_relative_to(output):
        _fault(error, verbose=options.verbose)
        return INSIDE
    place = Place(str(Path(name).relative_to(output.parent)) if name.startswith(str(output)) else name)
    hint = "make room, let the folder be written, or take away what stands in its place"
    queries.add("output-refused", f"cannot be written: {error.strerror}", place, hint=hint)
    return QUERIES


def _fault(error: BaseException, *, verbose: bool) -> None:
    if verbose:
        traceback.print_exception(error)
    message = f"a fault in chresto itself: {type(error).__name__}: {error}"
    print(f"{message}\n  try: the same with -v, and report what it says", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
