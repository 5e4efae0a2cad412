"use strict";
(() => {
  const $ = (selector, from = document) => from.querySelector(selector);
  const $$ = (selector, from = document) => [...from.querySelectorAll(selector)];
  document.documentElement.classList.add("scripted");

  const main = $("#main"), overview = $("#overview"), failures = $("#failures"), results = $("#results");
  const cards = $$(".card");
  // Past this many, cards out of sight are not laid out until they are scrolled to.
  document.documentElement.classList.toggle("many", cards.length > 200);
  document.documentElement.classList.toggle("long", cards.length > 25);
  // The overview and the failures come where the eye finds them for the keyboard and screen readers too.
  if (overview) main.prepend(overview);
  const failed = cards.filter(c => c.classList.contains("failure"));
  failures.append(...failed);
  failures.hidden = failed.length === 0;
  if (failed.length === cards.length && cards.length) results.hidden = true;

  for (const button of $$(".zoom")) {
    button.addEventListener("click", () => {
      const on = button.closest(".card").classList.toggle("zoomed");
      for (const b of $$(".zoom", button.closest(".card"))) {
        b.setAttribute("aria-pressed", on);
        b.textContent = on ? "Reduce" : "Enlarge";
      }
    });
  }

  // Pointing at an ingredient lights its place on the photo, and the other way round.
  const light = (event, on) => {
    const at = event.target.closest("[data-i]");
    const card = at && at.closest(".card");
    if (!card) return;
    for (const e of $$(`[data-i="${CSS.escape(at.dataset.i)}"]`, card)) e.classList.toggle("lit", on);
  };
  document.addEventListener("pointerover", e => light(e, true));
  document.addEventListener("pointerout", e => light(e, false));

  // Closed lists print too.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = $$("details:not([open])");
    for (const d of opened) d.open = true;
  });
  addEventListener("afterprint", () => {
    for (const d of opened) d.open = false;
  });

  if (!overview) return;

  const body = $("#index tbody"), shown = $("#shown"), q = $("#q"), bars = $$(".bar");
  const cell = (row, text, numeric) => {
    const td = row.insertCell();
    td.textContent = text;
    if (numeric) td.className = "num";
    return td;
  };
  const rows = cards.map(card => {
    const d = card.dataset, row = document.createElement("tr");
    cell(row, d.n, true);
    const link = document.createElement("a");
    link.href = "#" + card.id;
    link.textContent = d.source;
    link.dir = "ltr"; // a path, whatever script its names are in
    cell(row, "").append(link);
    const dot = document.createElement("span");
    dot.className = "dot v-" + d.verdict;
    dot.ariaHidden = "true";
    cell(row, "").append(dot, d.verdict);
    cell(row, d.names);
    cell(row, d.ingredients, true);
    cell(row, d.known === "" ? "" : Math.floor(d.known * 100 + 1e-6) + "\u00a0%", true);
    cell(row, d.warnings);
    return {card, row, data: d, text: null};
  });
  body.append(...rows.map(r => r.row));

  let verdict = "";
  const words = r => r.text ??= $$("bdi", r.card).map(b => b.textContent).concat(r.data.verdict, r.data.warnings).join("\n").toLowerCase();
  const filter = () => {
    const find = q.value.trim().toLowerCase();
    let n = 0;
    for (const r of rows) {
      const hide = verdict !== "" && r.data.verdict !== verdict || find !== "" && !words(r).includes(find);
      r.row.hidden = r.card.hidden = hide;
      if (!hide) n++;
    }
    failures.hidden = !failed.some(c => !c.hidden);
    results.hidden = !cards.some(c => !c.hidden && !failed.includes(c));
    for (const b of bars) b.setAttribute("aria-pressed", b.dataset.verdict === verdict);
    shown.textContent = n === rows.length ? "" : n === 0 ? "Nothing fits" : `${n} of ${rows.length} shown`;
  };
  for (const b of bars) {
    b.addEventListener("click", () => {
      verdict = verdict === b.dataset.verdict ? "" : b.dataset.verdict;
      filter();
    });
  }
  q.addEventListener("input", filter);
  $("#all").addEventListener("click", () => {
    verdict = q.value = "";
    filter();
  });
  document.addEventListener("keydown", e => {
    if (e.key === "/" && !e.ctrlKey && !e.metaKey && !e.altKey && e.target !== q) {
      e.preventDefault();
      q.focus();
    }
  });

  const order = bars.map(b => b.dataset.verdict);
  const values = {
    n: r => +r.data.n,
    ingredients: r => r.data.ingredients === "" ? -1 : +r.data.ingredients,
    known: r => r.data.known === "" ? -1 : +r.data.known,
    verdict: r => order.indexOf(r.data.verdict),
  };
  const compare = new Intl.Collator("en", {numeric: true, sensitivity: "base"}).compare;
  for (const b of $$("#index th button")) {
    b.addEventListener("click", () => {
      const th = b.closest("th"), by = b.dataset.by;
      const down = th.getAttribute("aria-sort") === "ascending";
      for (const other of $$("#index th")) other.removeAttribute("aria-sort");
      th.setAttribute("aria-sort", down ? "descending" : "ascending");
      const value = values[by];
      const sorted = [...rows].sort((a, z) => value ? value(a) - value(z) : compare(a.data[by], z.data[by]));
      body.append(...(down ? sorted.reverse() : sorted).map(r => r.row));
    });
  }
})();
