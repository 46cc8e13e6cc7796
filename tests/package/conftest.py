"""The sample book as an EPUB, made once, with a stand-in for its faces and its cover, which take seconds."""

from collections.abc import Callable
from pathlib import Path

import pytest

from chresto.package import package
from chresto.parts import Parts
from chresto.proof.epub_read import Ebook, read
from chresto.queries import Queries
from tests.package import sample

LAYOUTS = Path(__file__).resolve().parents[2] / "layouts" / "ebook"
Make = Callable[..., bytes]


@pytest.fixture(scope="session")
def make() -> Make:
    """Packages parts; queries that come up go to `queries`, or fail the test."""

    def made(parts: Parts, *, layouts: Path = LAYOUTS, queries: Queries | None = None) -> bytes:
        found = Queries() if queries is None else queries
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("chresto.package.fonts.subset", lambda _face, _text, **_: b"a face")
            patch.setattr("chresto.package.assemble.cover", lambda *_: b"a picture")
            epub = package(
                parts.divisions,
                outline=sample.outline(),
                edition="public",
                folios=parts.folios,
                indexes=parts.indexes,
                layouts=layouts,
                images={"images/Map.svg": sample.PICTURE},
                queries=found,
            )
        assert queries is not None or found.found == []
        return epub

    return made


@pytest.fixture(scope="session")
def parts() -> Parts:
    return sample.parts()


@pytest.fixture(scope="session")
def epub(make: Make, parts: Parts) -> bytes:
    return make(parts)


@pytest.fixture(scope="session")
def book(epub: bytes) -> Ebook:
    return read(epub)


@pytest.fixture(scope="session")
def road(book: Ebook) -> str:
    return book.files["EPUB/text/road.xhtml"].decode()


@pytest.fixture(scope="session")
def red_book(book: Ebook) -> str:
    return book.files["EPUB/text/red-book.xhtml"].decode()
