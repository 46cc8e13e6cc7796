"""Step 1.  `outline.yaml`, registers and disagreements → frozen values, or queries; no text is opened.

`read` is the verb; `check` (with `editions`) holds what the outline promises against itself and the folder,
`registers` the registers.
"""

from chresto.outline.read import read as read
