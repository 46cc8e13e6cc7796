"""chresto: a manuscript and its outline in, an annotated reader out, as a PDF for print and an EPUB to share.

The steps, each a folder of this package, in the order in which a book goes through them:

1. `outline`     reads `outline.yaml`, the registers and the disagreements into frozen values; opens no text.
2. `manuscript`  loads each text that the outline names, through pandoc, as one tree.
3. `apparatus`   attaches notes, glosses, emendations and disagreements, numbers the blocks, finds mentions.
4. `compose`     orders and numbers the divisions and fills the layouts: one tree per division.
5. `index`       collates the mentions of the divisions into headings, locators and cross-references.
6. `typeset`     sets each division by itself, in parallel, from a cache, and reads back its page map.
7. `bind`        gives divisions their folios, joins the pages into one PDF, adds the furniture.
8. `package`     writes the EPUB from the same trees, with the folios as its page list.
9. `proof`       reads the finished files as a proofreader would.

`press` runs them.  Stages do not import stages: they meet in `book` (what the editor wrote) and `forms` (what
goes from stage to stage).  Each third-party library has one module in `doors`.  Only `__main__` prints and
exits.
"""

__version__ = "0.1.0"
