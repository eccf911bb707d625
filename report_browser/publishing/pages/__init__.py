"""Pages: what stands on each page of the site, before any HTML.

In: a `Report`, its addresses and parts, the tables and files of `exports`. Out: `Page`s in the order of the navigation.

- `page`: `Page`: address, title, template and the values that the template shows
- `listing`: every page, in the order of the navigation; a new page is added here
- `overview` (index.md.j2), `report_text` (section.md.j2, whole.md.j2), `figures` (data.md.j2),
  `indicators` (indicators.md.j2, indicator.md.j2), `measures`, `checks`, `errata`, `glossary`, `downloads`, `written`,
  `english` (en.md.j2): one kind of page each, in the template in brackets or the one of the same name
- `short_addresses` (id.html.j2): the small page of each id, which the site tool does not see

Each of these modules has one public function, `…_page` or `…_pages`, that takes the report and what else it needs.
Outsiders use `make_pages` and `Page`. Start with `listing`.
"""
