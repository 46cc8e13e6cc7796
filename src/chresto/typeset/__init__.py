"""Step 6.  Divisions → pages, each by itself, from a cache where possible; and the map of what stands where.

`typeset` is the verb; `job_of` writes a division as HTML; `look` reads the laid out pages; `mend` brings
notes back to the pages of their calls; `shelf` keeps what was set.
"""

from chresto.typeset.html import job_of as job_of
from chresto.typeset.press import typeset as typeset
