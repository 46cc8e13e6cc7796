"""Fixtures of the print side, shared with the tests of typesetting."""

from tests.typeset.conftest import readings, sets

__all__ = ["readings", "sets"]
