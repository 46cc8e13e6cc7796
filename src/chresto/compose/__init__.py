"""Step 4.  Attached texts and the outline → the divisions in order, numbered, each as one tree.

`compose` is the verb; `cut` makes an edition of a tree, `prune` takes out what then leads nowhere; `pictures`
draws what the outline wants drawn; `fill` sets what needs folios, each time they are known better.
"""

from chresto.compose.fill import fill as fill
from chresto.compose.order import compose as compose
from chresto.compose.pictures import draw as draw
