"""Step 9.  The finished files and what they were made from → queries for what does not hold, and figures.

`proof` is the verb.  `words` reads the PDF back page by page, `notes` and `locators` follow each of them,
`headings` looks at the indexes, `sheets` at faces and tags, `ebook` at the EPUB.
"""

from chresto.proof.read import proof as proof
