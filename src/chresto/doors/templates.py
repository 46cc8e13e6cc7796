"""A layout folder → its templates, filled with values: text is escaped, an unknown name is a query.

Through Jinja2, in its sandbox, with the loader kept to the folder.
"""

import traceback
from pathlib import Path
from typing import Any

import jinja2
from jinja2.sandbox import SandboxedEnvironment

from chresto.queries import Place, Queries

COMPARE = "compare it with the template that comes with chresto"


class Templates:
    """The templates of one folder of layouts."""

    def __init__(self, folder: Path, queries: Queries) -> None:
        """Nothing is read before it is needed."""
        self._folder, self._queries = folder, queries
        self._environment = SandboxedEnvironment(
            loader=jinja2.FileSystemLoader(str(folder), encoding="utf-8"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def fill(self, name: str, **values: Any) -> str:  # noqa: ANN401  -- templates take values of any kind
        """The template with its values; an empty string and a query if it cannot be used."""
        shown = f"layouts/{self._folder.name}/{name}"
        try:
            return self._environment.get_template(name).render(**values)
        except jinja2.TemplateNotFound as error:
            message = f"there is no template “{error.name}”"
            self._queries.add("layout-broken", message, Place(shown), hint="restore the file")
        except jinja2.TemplateSyntaxError as error:
            self._queries.add("layout-broken", f"{error.message}", Place(shown, error.lineno), hint=COMPARE)
        except (jinja2.TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
            message = str(error).rstrip(".") or type(error).__name__
            self._queries.add("layout-broken", message, Place(shown, _line(error, name)), hint=COMPARE)
        return ""


def _line(error: BaseException, name: str) -> int:
    """The line of a template at which it failed: Jinja2 gives tracebacks in the template's own lines."""
    lines = [
        f.lineno or 0 for f in traceback.extract_tb(error.__traceback__) if f.filename.endswith(f"/{name}")
    ]
    return lines[-1] if lines else 0
