"""Lexicon: the words of government prose that the extraction knows, as data.

In: the YAML files here. Out: their values, and patterns made of their words. It imports nothing of this package.

- `load`: lexicon(name) reads NAME.yml, either(words) makes a pattern of words
- `units.yml`: units with factors, classifiers, countable nouns; read by units, numerals, decoys, noun_phrases, inferred_units
- `modifiers.yml`: 以上, 近, 余 and the bound each sets; read by modifiers, compounds, and by units for those inside a unit
- `acceptance.yml`: which numerals without a unit, and which Chinese ones, are figures; read by acceptance, quantity
- `decoys.yml`: patterns for numbers that are no figures: dates, ordinals, names; read by decoys
- `periods.yml`: patterns for time phrases, and the words that say how far each holds; read by times and periods
- `phrases.yml`: verbs, prepositions, scopes and what else bounds a noun phrase; read by measured/ and relations
- `inferred.yml`: rates whose sign printing may lose, and the unit they must have; read by inferred_units
- `aspects.yml`: words for changes, differences and relative changes; read by aspects, bases
- `statuses.yml`: words and headings that make a number an aim, a norm or a forecast; read by statuses, inferred_units
- `ends.yml`: words in which a change of a share ends: 全部, 全覆盖; read by ends
- `entities.yml`: how the names of people, bodies, places and works end; read by owners, properties, rules

Only the other folders of figures/ import it. A new unit goes into units.yml, whose head names the three cases in which
it has to stand in a second file; a wrong subject is often a verb or noun that phrases.yml lacks.
"""
