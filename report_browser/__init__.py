"""A county report in plain Chinese text, as a read-only site to browse, print and link to."""
