"""Step 3.  Texts and registers → trees with their apparatus, an id for every block, and the mentions.

`attach` is the verb.  `gather` makes the glossary from the texts, `expand` turns glosses, emendations and
disagreements into notes, `voices` says who speaks in a note and numbers it, `anchor` gives blocks their ids,
`marks` reads the marks for mentions, `find` finds the others.
"""

from chresto.apparatus.attach import Attached as Attached
from chresto.apparatus.attach import attach as attach
