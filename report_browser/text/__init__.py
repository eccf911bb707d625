"""Text: the bytes of a report become characters, and edits that need no editor make its reading.

In: a file. Out: a `Source`, and an `Edition` that maps every position of the reading to the source and back.

- `span`: a range of characters
- `source`: bytes to characters, in any of four encodings, without loss
- `edition`: a source and its edits; the kinds of edit (`EditKind`); start reading here
- `numbering`: how headings, items and list marks are numbered, for every stage
- `blocks`: the numbers 1、…n、 of the blocks that a text was cut into
- `layout`: page footers and wrapped lines
- `number_spaces`: blanks inside numbers and years
- `mechanical`: half-width punctuation, and all these edits together

Everything public may be imported from outside. Nothing here imports from another folder.
"""
