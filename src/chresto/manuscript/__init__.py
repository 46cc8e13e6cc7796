"""Step 2.  The files that the outline names → one tree per text (`forms.Text`), or queries.

`load` is the verb.  `tidy` brings pandoc's HTML into the one vocabulary that all later stages know; `notes`
puts each note where its call stands; `made` writes the sources of the divisions that come from data.
"""

from chresto.manuscript.load import load as load
