"""Figures: every quantity of a reading, what it says and how it goes with others.

In: the text of a reading and its outline. Out: `Figure`s in text order, and the `Relations` between them.

- `lexicon/`: the words of government prose that all of this knows: YAML files
- `quantities/`: numbers with unit and modifiers, and which of them are figures
- `measured/`: what each quantity measures, and the time and area it is for
- `figure`: Figure and extract_figures: the stages one after the other, a paragraph at a time
- `ends`: what a change ended in where a word says it: 全部
- `relations`: before and after, a whole and its parts, shares and series
- `__main__`: `python -m report_browser.figures FILE`: the figures of any text file

Imports go one way: lexicon <- quantities <- measured <- figure <- ends <- relations. Others import `figure` and `relations`, and
`is_unit` and `is_multiple` of quantities/units. Where a figure is read wrongly, number, unit and qualifier come from
quantities/, subject, period and scope from measured/; often only a word of lexicon/ is missing. Start reading at
`extract_figures`.
"""
