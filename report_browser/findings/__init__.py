"""Findings: what a report says, beyond its figures: indicators, checks, measures and terms, as records with ids.

In: a `Source` and the `Contents` of a content folder. Out: a `Report`.

- `report`: `read_report` runs every stage, one line each, and puts the results together; start reading here
- `indicators`: which figure reports on which named statistic
- `measures`: items, documents and honours
- `terms`: the glossary's words in the reading
- `intervals`: the numbers that a printed number may stand for
- `arithmetic`: the kinds of check, from figures to a verdict
- `declared`: checks that `content/checks.yml` declares for the figures of certain indicators
- `doubts`: why numbers that do not fit may not belong together; what a verdict rests on
- `checks`: checks that the text itself suggests, and all of them together
- `evidence`: what tells for an inferred unit
- `records`: figures, edits and measures with their ids and places

Outsiders import `report.read_report` and the types. Imports: text, editorial, outline, figures.
"""
