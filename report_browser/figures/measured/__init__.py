"""Measured: what each quantity says: of what it is, for which time and area, as what aspect and status.

In: a paragraph with half-width digits and its quantities. Out: a `Subject`, a period, a scope and `Sides` for each.

- `segmentation`: Chinese text as words, each with its kind (verb, preposition …), by jieba's dictionary and lexicon/
- `noun_phrases`: the noun phrase before or behind a number, its verbs and function words cut off
- `properties`: a name of what is measured parted into whose it is and what of them: 村级专干, 报酬
- `sentences`: the sentences of a paragraph; which of its places stand in brackets
- `times`: the phrases of a sentence that say when, and what each may date
- `periods`: the time that each number of a paragraph is for
- `scopes`: the area (全县) or side of a comparison (竞争上岗后) that a number is for
- `clauses`: `Clause`: the words on both sides of a quantity; `Subject`: what it measures; `Context`: all that is known there
- `comparisons`: rules for growth, shares, multiples and amounts per head, which are of something else
- `rules`: the other rules, and the order in which all are tried
- `runs`: the subjects of a sentence; numbers of one list (小学、初中分别为) are told apart
- `aspects`: level, share, change, growth, multiple or difference
- `statuses`: reported, target, required or expected, by governing words and headings
- `bases`: the words that say what a change is counted from: 比上年
- `owners`: whom or what the words around a clause are about: an announced list, a place, the text as a whole
- `entities`: whose property it is, named with it or carried from what governs its clause
- `inferred_units`: signs that printing lost (‰), and what money is paid per (元/月)
- `sides`: property, entity, aspect, status and base together for each number of a sentence; what lists carry on

Each imports only those above it. Others need `find_sentences`, `find_periods`, `find_scopes`, `parse_clauses`,
`find_subjects`, `find_sides`, `Subject` and `in_brackets`. A wrong subject: try the words in lexicon/phrases.yml first, then the rule
that gave it, in `_RULES` of rules. Start reading at `find_subjects`.
"""
