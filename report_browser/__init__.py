"""A county report in plain Chinese text, as a read-only site to browse, print and link to.

In: one text file and the folder of what people write about it. Out: the site. A folder a stage, in the order in which
they run; each folder's docstring is its map.

- `errors`: what is wrong with an input, by file, line and column; the only error that the package raises on purpose
- `text/`: bytes to characters, and an edition: a source and its edits, with every position mapped both ways
- `editorial/`: what people write in `content/`, checked, and their emendations as edits
- `outline/`: the reading as title, sections, items and paragraphs
- `figures/`: every quantity of the reading, with what it measures, when and where
- `measures/`: what a public actor does, has done, plans or orders: acts, documents, honours and references
- `findings/`: indicators, checks and terms, and everything so far as records with ids: the `Report`
- `publishing/`: the report as pages and data files, and the site
- `cli`: `python -m report_browser.figures`, `.measures` and `.outline`, and what a build says of a report

Imports point backwards in this list; a folder's own modules stand above its subfolders. `build_site.py` runs the stages,
one line each: start reading there.
"""
