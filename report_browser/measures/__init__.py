"""Measures: what a public actor does, has done, plans or orders, found in a reading and told part by part.

In comes a reading with its outline and figures, out come `Measure` records in text order: acts of five kinds,
documents, honours and references. Start at `find.find_measures`. The work goes through the files like this:
`segments` cuts sentences into clauses; `clauses` reads each, with `parties` (who, for whom), `verbs`, `pay` (rates of
pay) and `roles` (whether it tells an act, opens one or ends it); `lists` knows items and their headings; `acts` joins
clauses into acts with their spans; `fields` says kind, status, title, amount and the rest; `titles` and `documents`,
`honours` find what is no act; `nesting` links acts to the documents that order them and to their repeats. `lexicon.yml`
holds the words, `cues` makes patterns of them, `rows` gives everything in positions of the source.
"""
