"""The outline's pictures and the data → SVG drawings with a description in words.

`draw` is the verb; a module for each kind of picture, `canvas` for what they draw on.
"""

from chresto.compose.pictures.draw import Drawn as Drawn
from chresto.compose.pictures.draw import draw as draw
