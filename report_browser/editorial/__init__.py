"""Editorial: what people write in `content/`, read, checked and applied to a source.

In: the content folder and a `Source`. Out: `Contents`, and the `Edition` with the editors' emendations in it.

- `files`: reads the folder and checks every file against its schema; start reading here
- `emendations`: `content/emendations.yml` as edits, and `make_edition`
- `written_pages`: the Markdown files in `content/pages/`
- `dates`: the day that a build belongs to: `SOURCE_DATE_EPOCH`'s, else the last commit's
- `yaml_file`: YAML with the line and column of every value
- `schemas/`: a JSON Schema for each YAML file; what an editor may write is decided here

Outsiders import `files`, `dates`, `written_pages.WrittenPage` and `emendations.make_edition`. Imports: errors, text.
"""
