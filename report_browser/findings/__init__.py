"""Findings: what a report says, beyond its figures: indicators, checks, measures and terms, as records with ids.

In: a `Source` and the `Contents` of a content folder. Out: a `Report`.

- `report`: `read_report` runs every stage, one line each, and puts the results together; start reading here
- `indicators`: which figure reports on which named statistic
- `measures`: items, documents and honours
- `terms`: the glossary's words in the reading
- `arithmetic`: the four kinds of check, from figures to a verdict; intervals of rounded numbers
- `checks`: which figures to check, by the text itself and by `content/checks.yml`
- `records`: figures, edits and measures with their places
- `linkables`: everything that gets an id, collected and given back with it
- `permalinks`: which id each thing keeps by the record, and what the record promises and the text does not keep
- `promises`: the record of ids, `content/permalinks.yml`, read, checked and written
- `naming`: the kinds of things with ids, and the rules that name what is new

Outsiders import `report.read_report`, `promises.write_record` and the types. Imports: text, editorial, outline, figures.
"""
