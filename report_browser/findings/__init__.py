"""Findings: what a report says beyond its figures and measures, and all of it as records with ids.

In: a `Source` and the `Contents` of a content folder. Out: a `Report`.

- `report`: `read_report` runs every stage, one line each, and puts the results together; start reading here
- `indicators`: which figure reports on which named statistic
- `terms`: the glossary's words in the reading
- `intervals`: the numbers that a printed number may stand for
- `arithmetic`: the kinds of check, from figures to a verdict
- `declared`: checks that `content/checks.yml` declares for the figures of certain indicators
- `doubts`: why numbers that do not fit may not belong together; what a verdict rests on
- `checks`: checks that the text itself suggests, and all of them together
- `evidence`: what tells for an inferred unit
- `records`: figures, edits and measures with their places
- `linkables`: everything that gets an id, collected and given back with it
- `permalinks`: which id each thing keeps by the record, and what the record promises and the text does not keep
- `promises`: the record of ids, `content/permalinks.yml`, read, checked and written
- `naming`: the kinds of things with ids, and the rules that name what is new

Outsiders import `report.read_report` and the types. Imports: text, editorial, outline, figures,
measures.
"""
