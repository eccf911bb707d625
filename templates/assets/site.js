/* Print, copy, the running header in print, the remembered text, sorting and filtering of tables.
   Everything else works without script, and so does the page without these. */
(() => {
  "use strict";
  const root = document.documentElement;

  /* What the address points at, if the page has it. */
  const target = () => {
    try { return document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return null; }
  };

  /* The permanent address of what one has followed a link to, else of the page; without what a search has left. */
  const permanent = (button) => {
    const record = target()?.closest("[data-record]")?.dataset.record || button.dataset.record;
    return new URL(record ? `${button.dataset.root}id/${record}/` : location.pathname, location).href;
  };

  /* Tools: one line above the text. */
  const actions = {
    print: () => window.print(),
    copy: async (button) => {
      await navigator.clipboard.writeText(permanent(button));
      const label = button.textContent;
      button.textContent = "已复制";
      setTimeout(() => { button.textContent = label; }, 1600);
    },
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-action]");
    if (button) actions[button.dataset.action](button);
  });

  /* Running header and address on printed sheets. */
  const quote = (text) => JSON.stringify(text.trim().replace(/\s+/g, " "));
  const heading = document.querySelector("h1");
  const canonical = document.querySelector("link[rel=canonical]");
  const title = heading ? heading.cloneNode(true) : null;
  if (title) title.querySelectorAll(".side, .headerlink").forEach((note) => note.remove());
  const site = document.querySelector(".md-header__topic .md-ellipsis");
  root.style.setProperty("--run-work", quote(site ? site.textContent : ""));
  root.style.setProperty("--run-title", quote(title ? title.textContent : ""));
  root.style.setProperty("--run-url", quote(decodeURI((canonical || location).href)));

  /* The chosen text: from the address (?text=source), else as it was left, kept where the reader is. */
  const choices = [...document.querySelectorAll("input[name=text]")];
  const KEY = "report-text";
  const remembered = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  const remember = (value) => { try { localStorage.setItem(KEY, value); } catch { /* private window */ } };
  const wanted = new URLSearchParams(location.search).get("text") || remembered();
  const chosen = choices.find((choice) => choice.value === wanted);
  if (chosen) chosen.checked = true;

  /* A link leads to the words it means: where the chosen text does not show them, the reading does. */
  const arrive = () => {
    const place = target();
    if (!place || !choices.length || place.getClientRects().length) return;
    choices[0].checked = true;
    place.scrollIntoView();
  };
  addEventListener("hashchange", arrive);
  arrive();

  const firstVisible = () =>
    [...document.querySelectorAll(".paragraph")].find((one) => one.getBoundingClientRect().bottom > 80);
  choices.forEach((choice) => {
    const label = document.querySelector(`label[for="${choice.id}"]`);
    const keep = () => {
      const place = firstVisible();
      const top = place ? place.getBoundingClientRect().top : 0;
      choice.checked = true;
      remember(choice.value);
      const address = new URL(location.href);
      if (address.searchParams.has("text")) {
        address.searchParams.set("text", choice.value);
        history.replaceState(history.state, "", address);
      }
      if (place && window.scrollY > 0) window.scrollBy(0, place.getBoundingClientRect().top - top);
    };
    label.addEventListener("click", (event) => { event.preventDefault(); keep(); choice.focus({ preventScroll: true }); });
    choice.addEventListener("change", keep);
  });

  /* A chapter's navigation takes its name from its visible title; Material names it after an icon. */
  document.querySelectorAll("nav.md-nav[aria-labelledby]").forEach((nav) => {
    const title = nav.querySelector(":scope > .md-nav__title");
    if (title && title.textContent.trim()) {
      nav.removeAttribute("aria-labelledby");
      nav.setAttribute("aria-label", title.textContent.trim());
    }
  });

  /* Tables: sorted by their heads, filtered by the choices above them. */
  const valueOf = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.value ?? cell.textContent.trim();
  };
  const compare = {
    text: (one, other) => one.localeCompare(other, "zh"),
    number: (one, other) => Number(one) - Number(other),
    order: (one, other) => Number(one) - Number(other),
  };
  const sort = (table, head, column) => {
    const down = head.getAttribute("aria-sort") === "ascending";
    table.querySelectorAll("th[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = [...table.tBodies[0].rows];
    rows.sort((one, other) => compare[head.dataset.sort](valueOf(one, column), valueOf(other, column)) * (down ? -1 : 1));
    table.tBodies[0].append(...rows);
  };
  document.querySelectorAll("table[data-sortable]").forEach((table) => {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      if (!head.dataset.sort) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(table, head, column));
      head.append(button);
    });
  });
  document.querySelectorAll("form[data-filters]").forEach((form) => {
    const rows = [...document.querySelectorAll(`#${form.dataset.filters} > tbody > tr, [data-rows="${form.dataset.filters}"] > li`)];
    const selects = [...form.querySelectorAll("select")];
    const filter = () => {
      let shown = 0;
      for (const row of rows) {
        row.hidden = !selects.every((select) => !select.value || row.dataset[select.dataset.filter] === select.value);
        shown += row.hidden ? 0 : 1;
      }
      form.querySelector("output").textContent = `${shown} ${rows[0]?.tagName === "LI" ? "项" : "行"}`;
    };
    form.hidden = false;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("change", filter);
    filter();
    target()?.scrollIntoView();                                 /* the filters have moved the table down */
  });
})();
