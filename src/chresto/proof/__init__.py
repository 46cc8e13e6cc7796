"""Step 9.  The finished files, and the forms they were made from → queries for whatever does not hold, and figures of what was looked at.

`proof` is the verb.  `words` reads the PDF back page by page, `notes` and `locators` follow each note and each locator,
`print` looks at faces and tags, `ebook` at the EPUB.
"""

from chresto.proof.read import proof as proof
