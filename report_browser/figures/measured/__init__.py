"""Measured: what each quantity says: of what it is, for which time and area, as what aspect and status.

In: a paragraph with half-width digits and its quantities. Out: a `Subject`, a period, a scope and `Sides` for each.

    segmentation  Chinese text as words, each with its kind (verb, preposition …), by jieba's dictionary and lexicon/
    noun_phrases  the noun phrase before or behind a number, its verbs and function words cut off
    properties    part_name: a name parted into a property and its owner; what is counted in it
    sentences     the sentences of a paragraph; which of its places stand in brackets
    times         time phrases, and what each may date
    periods       how far each time holds: over a sentence, a paragraph, a list
    scopes        the area (全县) or side of a comparison of each number
    clauses       Clause: the words on both sides of a quantity; Subject: what it measures; topic_of
    comparisons   rules for growth, shares, multiples and amounts per head, which are of something else
    rules         the other rules, and the order in which all are tried
    runs          find_subjects: the subjects of a sentence; lists (小学、初中分别为) are told apart
    aspects       level, share, change, growth, multiple or difference
    statuses      reported, target, required or expected, by governing words and headings
    bases         the words that say what a change is counted from: 比上年
    owners        whom or what is about: announced lists, projects, places, the place of the text
    entities      the measured property and the entity that owns it
    inferred_units  signs that printing lost (‰), and what money is paid per (元/月)
    sides         find_sides: the last five together for each number of a sentence; what lists carry on

Each imports only those above it. Others need `find_sentences`, `find_periods`, `find_scopes`, `parse_clauses`,
`find_subjects`, `find_sides`, `Subject` and `in_brackets`. A wrong subject: try the words in lexicon/phrases.yml first, then the rule
that gave it, in `_RULES` of rules. Start reading at `find_subjects`.
"""
