"""Measured: what each quantity measures, and the time and area that it is for, all in words of its paragraph.

In: a paragraph with half-width digits and its quantities. Out: a `Subject`, a period and a scope for each of them.

    segmentation  Chinese text as words, each with its kind (verb, preposition …), by jieba's dictionary and lexicon/
    noun_phrases  the noun phrase before or behind a number, its verbs and function words cut off
    sentences     the sentences of a paragraph; which of its places stand in brackets
    periods       time phrases, and how far each holds; scopes (全县)
    clauses       Clause: the words on both sides of a quantity; Subject: what it measures; topic_of
    comparisons   rules for growth, shares, multiples and amounts per head, which are of something else
    rules         the other rules, and the order in which all are tried
    runs          find_subjects: the subjects of a sentence; lists (小学、初中分别为) are told apart

Each imports only those above it. Others need `find_sentences`, `find_periods`, `find_scopes`, `parse_clauses`,
`find_subjects`, `Subject` and `in_brackets`. A wrong subject: try the words in lexicon/phrases.yml first, then the rule
that gave it, in `_RULES` of rules. Start reading at `find_subjects`.
"""
