"""Site: pages to files, and the site tool.

In: `Page`s, and the templates. Out: the site's folder.

- `render`: pages through the templates to Markdown, short addresses to HTML; CSS and JavaScript
- `mkdocs`: the generated configuration of MkDocs, with the navigation
- `folders`: writing and swapping folders, running MkDocs

Only these modules know the templates and MkDocs: another site tool needs another `mkdocs` and `_run_mkdocs`.
Outsiders (`build_site.py`) use `render_pages`, `render_short_addresses`, `read_assets`, `configuration`, `claim`,
`write_files`, `replace_file`, `build_site`.
Start with `render`.
"""
