"""Quantities: numbers with their unit and modifiers, and which of them are figures. A number is read whole or not at all.

In: a paragraph with half-width digits (`half_width`). Out: `Quantity` objects, in positions of that paragraph.

- `chinese`: the strict grammar of Chinese numerals
- `numerals`: patterns for Arabic, Chinese and mixed numerals, fractions included, and their values
- `units`: the unit behind a number or in brackets before it: its kind, base and scale
- `modifiers`: 以上, 近, 余: how the true value lies to the number
- `decoys`: numbers that are no figures: dates, ordinals, document numbers, names
- `compounds`: numbers that go on behind their unit: 3元5角, 两年半, 一米七五
- `quantity`: numeral, unit and modifiers together: a number, a range or a ratio
- `acceptance`: which quantities are figures; what has no unit takes over that of the next in its list

Each imports only those above it. Words and patterns are in lexicon/. Others need `find_quantities`, `Quantity`, `Form`,
`Bound`, `UnitKind` and `half_width`; findings/ also `is_unit` and `is_multiple`. Start reading at `find_quantities`.
"""
