"""Outline: the reading's title, sections, items and paragraphs, each with its id and place.

In: the reading, as one text. Out: an `Outline`.

- `outline`: the types: `Outline`, `Section`, `Paragraph`, `Item`, `Notice`
- `paragraphs`: where a text breaks into paragraphs, and which of them is the title
- `headings`: which paragraphs are headings, and the tree of sections; `parse_outline`: start reading here
- `items`: enumerated items 一是, 二是 … within a section
- `__main__`: `python -m report_browser.outline FILE`

How numbers are spelled stands in `text/numbering`, because lines and list marks are told by them too.
Outsiders import `headings.parse_outline` and the types. Imports: text.
"""
