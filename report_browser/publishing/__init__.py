"""Publishing: a report as files: pages to read, and data to download.

In: a `Report` from `findings`. Out: the site's folder.

- `parts/`: pieces that pages and exports share: addresses, annotated text, notes, cards, charts
- `exports/`: the data files: CSV, JSON, Data Package, linked data
- `pages/`: one module for each kind of page, and the list of all pages
- `site/`: pages through the templates to Markdown, then through MkDocs to the site

Imports go from `parts` to `exports` to `pages` to `site`, never back. `build_site.py` calls, in this order,
`exports.tables.make_tables`, `exports.files.render_data`, `pages.listing.make_pages`, `site.render.render_pages` and
`site.folders.build_site`. Start reading there.
"""
