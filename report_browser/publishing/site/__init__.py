"""Site: pages to files, and the site tool.

In: `Page`s, and the templates. Out: the site's folder.

- `render`: pages through the templates to Markdown; CSS and JavaScript
- `mkdocs`: the generated configuration of MkDocs, with the navigation; running it
- `folders`: writing and swapping folders

Only these modules know the templates and MkDocs: another site tool needs another `mkdocs`.
Outsiders (`build_site.py`) use `render_pages`, `read_assets`, `configuration`, `claim`, `write_files`, `build_site`.
Start with `render`.
"""
