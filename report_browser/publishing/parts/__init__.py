"""Parts of pages: pieces that several pages or exports are put together from.

In: a `Report`. Out: addresses, annotated text with notes, cards, charts, contents and quotations. No HTML is made
here but the charts' SVG.

- `addresses`: the page on which each id is shown, and the names of sections
- `annotation`: a piece of text and its marks as a tree; the kinds of marks and which of them is outside
- `marks`: all marks of a report, sorted
- `notes`: the notes of a page, and their numbers
- `passages`: a page's paragraphs and headings, with marks and notes
- `cards`: figures of headline indicators, by theme
- `statements`: the words that stand beside a number: its status and aspect, its period, whose it is
- `likeness`: which figures may stand on one axis
- `charts`: figures that are alike, as SVG
- `contents`: the table of contents, and counts of records
- `quotations`: the sentences in which given figures stand

Within the folder, `annotation` <- `marks` <- `notes` <- `passages` `addresses` <- `cards`, `contents`,
`statements` <- `cards`, `charts`, and `likeness` <- `charts`.
Start with `addresses`; for the running text, with `passages`.

A note stands twice on a page: beside the text and under the paragraph. Its words are in `templates/text.j2`, in the
macros `side` and `under`; a change of the words goes into both. In the CSS `.side` is the note beside the text and
`.notes` the list under the paragraph.
"""
