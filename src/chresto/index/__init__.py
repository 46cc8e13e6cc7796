"""Step 5.  Mentions and a register → an index: headings in order, with locators and cross-references.

`collate` is the verb; its locators know no pages.  `locate`, after binding, turns an index and the folios
into what is printed, and `ask` says what an indexer would still divide.
"""

from chresto.index.ask import ask as ask
from chresto.index.collate import collate as collate
from chresto.index.locate import locate as locate
