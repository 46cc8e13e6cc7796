"""Step 7.  Set divisions → folios for every page, then one tagged PDF with furniture, links and outline.

`number` and `bind` are the verbs; `furnish` writes the running heads, `address` finds the places that links
lead to, `contents` the outline, `describe` the metadata.
"""

from chresto.bind.bind import bind as bind
from chresto.bind.number import number as number
