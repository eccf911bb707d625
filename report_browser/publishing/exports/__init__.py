"""Exports: the report's records as data, for spreadsheets and programs.

In: a `Report`. Out: files by their names on the site.

- `columns.yml`: the tables, and the name, type and meaning of each column
- `rows`: a row for each record, with these columns
- `tables`: rows and columns together
- `files`: the tables as CSV, the report as JSON, and the description of both (Data Package, JSON Schema)
- `report-json.yml`: the JSON Schema of `report.json`
- `linked_data`: the report and its data in the words of schema.org, for the head of a page

A new column goes into `columns.yml` and into its row in `rows`; where one of the two is forgotten, the build says so.
Outsiders use `make_tables`, `render_data` and the two functions of `linked_data`. Start with `rows`.
"""
