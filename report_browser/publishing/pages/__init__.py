"""Pages: what stands on each page of the site, before any HTML.

In: a `Report`, its addresses and parts, the tables and files of `exports`. Out: `Page`s in the order of the navigation.

- `page`: `Page`: address, title, template and the values that the template shows
- `listing`: every page, in the order of the navigation; a new page is added here
- `overview`: 概览, the first page (index.md.j2)
- `report_text`: a page for each chapter and section (section.md.j2), and the whole text (whole.md.j2)
- `figures`: the table of all figures (data.md.j2)
- `indicators`: their list, and a page for each (indicators.md.j2, indicator.md.j2)
- `measures`: 举措, by section, to be filtered by kind and status
- `checks`: 对账
- `errata`: the edits and their reasons
- `glossary`: terms, and the sections that mention them
- `downloads`: the data files and their columns
- `written`: the pages of `content/pages/`
- `english`: the English overview (en.md.j2)
- `short_addresses`: the small page of each id, which the site tool does not see (id.html.j2)

The template is the one in brackets, or the one of the same name. Each of these modules has one public function that takes
the report and what else it needs: `…_page`, `…_pages` or `short_addresses`.
Outsiders use `make_pages` and `Page`. Start with `listing`.
"""
