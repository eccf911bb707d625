"""How well and how fast figures and measures are found; README.md says what is measured.

- `score`: the figures found against those labelled
- `measures`: the measures found against those labelled
- `matching`: which found measure answers to which label
- `speed`: the time per character
- `README.md`: what each of them prints
"""
