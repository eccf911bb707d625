"""Quantities: numbers with their units and modifiers, found in a paragraph and read whole or not at all.

In: a paragraph with half-width digits. Out: `Quantity`s in text order, those that are no figures left out.

- `numerals`: where numbers stand in their full length, Arabic, Chinese, mixed, fractions; start reading here
- `chinese`: the strict grammar of Chinese numerals
- `units`: what is printed behind a number, and how much of its base unit it is
- `modifiers`: words beside a number that bound or blur it
- `compounds`: numbers that go on behind their unit (3元5角, 两年半)
- `quantity`: number, unit and modifiers together; ranges and ratios
- `decoys`: numbers that are no figures
- `acceptance`: which quantities are figures; units shared by a list
"""
