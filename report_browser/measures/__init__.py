"""Measures: what a public actor does, has done, plans or orders, found in a reading and told part by part.

In: a reading with its outline and figures. Out: `Measure`s in text order: acts of five kinds, documents, honours and
references.

- `lexicon.yml`: the words by which acts are told from results, slogans and bare statistics
- `cues`: patterns made of these words
- `measure`: `Measure`, its kinds and its statuses
- `segments`: sentences cut into clauses, with the mark that opens an item
- `pay`: rates of pay that are set or raised, which are acts whatever their verb
- `verbs`: the verb of a clause
- `parties`: who acts in a clause, and for whom
- `roles`: whether a clause tells an act, opens one or ends it
- `clauses`: the last four together: each clause as read
- `lists`: items and their headings; lists that hold no act
- `acts`: clauses joined into acts, each with its span; start here where a span is too long or too short
- `fields`: what an act says: kind, status, title, amount, means, date and target
- `titles`: the titles of documents, issued or cited
- `documents`: documents and references; a title told twice is one
- `honours`: titles and awards that a named body gives
- `nesting`: the document that orders an act; further places that tell the same act
- `find`: all measures of a reading; start reading here, at `find_measures`
- `rows`: the measures of a source for programs, in positions of the source
- `__main__`: `python -m report_browser.measures FILE`: the measures of any text file

Each imports only those above it. Outsiders import `find_measures`, `Measure` and `measure_rows`. Imports: text, outline,
figures. What is a measure and what is none is defined in `tests/gold/measures/README.md`.
"""
