"""Step 8.  The divisions' trees, the folios and the printed indexes → the bytes of the e-book (EPUB 3.3).

`package` is the verb. Of copies of the trees: `pages` marks where each printed page starts, `places` where
locators lead, `cut` takes out what print alone needs, `notes` gathers the notes, `dress` and `links` make
XHTML that stands by itself, `index` and `contents` write the lists, `cover` draws, `fonts` chooses faces,
`metadata` says what the book is and has.
"""

from chresto.package.assemble import package as package
