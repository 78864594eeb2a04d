/* The search page, where scripts run.  The page comes with lists of links that lead to the same
   records; this makes filters of them and answers as one types; what is found is for find.js to say.
   What it searches are scripts too, since pages opened from a folder may not fetch: the index calls
   accord.index(), and objectives, read only when a search needs them, call accord.texts().  No words
   are kept here: they stand on the page, in the page's language.  The address: site.js. */
(() => {
  "use strict";

  const root = document.querySelector("main .search");
  const { address, chip } = accord;
  const lang = document.documentElement.lang, rtl = document.documentElement.dir === "rtl";
  const tongues = JSON.parse(root.dataset.tongues || "{}"); /* language -> remark behind a text in it */
  const digits = new Intl.NumberFormat(lang + "-u-nu-latn");
  const plural = new Intl.PluralRules(lang);
  const input = root.querySelector("input");
  const panel = root.querySelector(".facets");
  const found = root.querySelector(".found");
  const status = found.querySelector("[role=status]");
  const chips = found.querySelector(".chips");
  const list = found.querySelector("ol");
  const more = found.querySelector(".more");
  const PAGE = 20; /* results at a time */
  const what = ["partner", "agreement", "page"];

  let index, finder, asked = false;
  const chunks = [];  /* of texts: "" | "asked" | "read" */
  const shelves = []; /* per facet of the finder: what shows it: {group, boxes} */

  const say = (forms, n) => {
    const all = JSON.parse(root.dataset[forms]);
    return (all[plural.select(n)] || all.other).replace("{n}", digits.format(n));
  };
  const make = (tag, name, text) => {
    const e = document.createElement(tag);
    if (name) e.className = name;
    if (text) e.textContent = text;
    return e;
  };

  accord.index = (data) => {
    index = data;
    finder = accord.finder(data);
    data.texts.file.forEach(() => chunks.push(""));
    furnish();
    restore();
  };

  accord.texts = (chunk, entries) => {
    finder.read(index.texts.from[chunk], entries, lang);
    chunks[chunk] = "read";
    later(answer, 0);
  };

  function wantTexts(search) {
    chunks.forEach((state, c) => {
      const until = c + 1 < chunks.length ? index.texts.from[c + 1] : finder.A;
      if (state || !search.wants(index.texts.from[c], until)) return;
      chunks[c] = "asked";
      const script = make("script");
      script.src = new URL(index.texts.file[c], document.querySelector("script[data-index]").src);
      script.addEventListener("error", () => { chunks[c] = "read"; later(answer, 0); });
      document.head.append(script);
    });
    return chunks.includes("asked");
  }

  /* --- what readers see --- */

  function furnish() {
    panel.querySelectorAll("section").forEach((section) => {
      const group = make("fieldset", "facet"), id = section.dataset.facet;
      const values = [], labels = [], boxes = [];
      let f = null;
      group.dataset.facet = id;
      group.append(make("legend", "", section.querySelector("h2").textContent), section.querySelector("ul"));
      group.querySelectorAll("li").forEach((li, v) => {
        const label = make("label"), box = make("input"), name = li.firstElementChild.textContent;
        box.type = "checkbox";
        box.addEventListener("change", () => { f.on[box.checked ? "add" : "delete"](v); change(); });
        label.append(box, make("span", "", name), make("span", "n"));
        li.replaceChildren(label);
        values.push(li.dataset.value);
        labels.push(name);
        boxes.push(box);
      });
      f = finder.facet(id, values, labels);
      shelves.push({ f, group, boxes });
      section.replaceWith(group);
      group.hidden = false;
    });
    finder.ready();
    root.classList.add("live");
    found.hidden = false;
  }

  /* A text with what was searched for marked. */
  function marked(parent, text, spans = finder.spans(text)) {
    let at = 0;
    for (const [from, until] of spans) {
      parent.append(text.slice(at, from));
      parent.append(make("mark", "", text.slice(from, until)));
      at = until;
    }
    parent.append(text.slice(at));
    return parent;
  }

  /* The part of a text around the first mark. */
  function snippet(t) {
    const [span] = finder.spans(t.text);
    if (!span) return null;
    const wide = /\p{sc=Han}/u.test(t.text) ? 30 : 80;
    let from = Math.max(0, span[0] - wide), until = Math.min(t.text.length, span[1] + 2 * wide);
    if (from) from = t.text.indexOf(" ", from) + 1 || from;
    if (from > span[0]) from = span[0];
    if (until < t.text.length) until = Math.max(t.text.lastIndexOf(" ", until), span[1]);
    const p = marked(make("p", "text"), (from ? "… " : "") + t.text.slice(from, until).trim() + (until < t.text.length ? " …" : ""));
    if (t.lang !== lang) {
      turn(p, t.text, t.lang).lang = t.lang;
      const mark = make("span", "tongue", tongues[t.lang]);
      mark.lang = lang;
      p.append(mark);
    }
    return p;
  }

  /* A text that goes against the page, by its language or else by its letters, says so. */
  function turn(element, text, language) {
    const right = /[\u0590-\u08ff]/.test(text), left = /\p{L}/u.test(text.replace(/[\u0590-\u08ff]/g, ""));
    const goes = language ? language === "ar" : right === left ? rtl : right;
    if (goes !== rtl) element.dir = goes ? "rtl" : "ltr";
    return element;
  }

  function line(r) {
    const named = (id) => finder.facets.filter((f) => f.id === id).map((f) => finder.valuesOf(f, r).map((v) => f.label[v]));
    const { P, A } = finder;
    const parts = [r < P + A ? root.dataset[what[finder.kind(r)]] : index.pages[r - P - A].label];
    if (r < P) parts.push(named("type"), named("country"));
    else if (r < P + A) parts.push(named("kind"), named("year"), finder.signers[r - P].map((p) => finder.titles[p]));
    const p = make("p", "meta");
    parts.flat(2).forEach((part) => {
      const span = make("span"); /* what parts it from the one before is outside its direction */
      span.append(marked(turn(make("bdi"), part), part));
      p.append(span);
    });
    return p;
  }

  /* The other name that has most of what was searched for, if that is more than the title has. */
  function other(r, spans) {
    const marks = (all) => all.reduce((n, [from, until]) => n + until - from, 0);
    let best = null, most = marks(spans);
    for (const o of finder.others[r]) {
      const has = marks(finder.spans(o.text));
      if (has > most) [best, most] = [o, has];
    }
    return best;
  }

  function result(r) {
    const li = make("li"), head = make("p", "title"), link = make("a");
    const title = finder.titles[r], spans = finder.spans(title);
    link.href = `../${finder.addresses[r]}/index.html`;
    if (finder.langs[r]) link.lang = finder.langs[r];
    head.append(marked(turn(link, title, finder.langs[r]), title, spans));
    if (finder.langs[r]) head.append(make("span", "tongue", tongues[finder.langs[r]]));
    if (finder.samples[r]) head.append(" ", make("span", "sample", root.dataset.sample));
    li.append(head);
    const also = other(r, spans);
    if (also) {
      const said = also.former ? root.dataset.formerly.split("{name}") : ["", ""];
      const p = make("p", "also");
      p.append(said[0], marked(make("bdi"), also.text), said[1] || "");
      li.append(p);
    }
    li.append(line(r));
    const read = asked && finder.texts[r - finder.P] ? finder.texts[r - finder.P].list : [];
    const inTitle = spans.length ? null : read.slice(1).map(snippet).find(Boolean);
    const text = inTitle || (read.length ? snippet(read[0]) : null);
    if (text) li.append(text);
    return li;
  }

  let results = [], shown = 0;

  function show(upTo) {
    for (; shown < Math.min(upTo, results.length); shown++) list.append(result(results[shown]));
    const left = Math.min(PAGE, results.length - shown);
    more.hidden = left === 0;
    if (left) more.textContent = say("more", left);
  }

  function showFacets() {
    shelves.forEach(({ f, group, boxes }) => {
      boxes.forEach((box, v) => {
        const li = box.closest("li");
        box.checked = f.on.has(v);
        box.nextElementSibling.nextElementSibling.textContent = digits.format(f.counts[v]);
        /* What would show nothing goes, save what is on or has the focus. */
        li.hidden = !f.counts[v] && !box.checked && document.activeElement !== box;
      });
      group.hidden = boxes.every((box) => box.closest("li").hidden);
    });
  }

  function showChips() {
    chips.replaceChildren();
    finder.facets.forEach((f) => f.on.forEach((v) => {
      chip(chips, f.label[v], root.dataset.remove, () => { f.on.delete(v); change(); input.focus(); });
    }));
    if (chips.children.length > 1) {
      chip(chips, root.dataset.clear, "{name}", () => { finder.facets.forEach((f) => f.on.clear()); change(); input.focus(); });
      chips.lastChild.className = "clear";
    }
  }

  function answer() {
    asked = finder.ask(input.value);
    const narrowed = asked || finder.facets.some((f) => f.on.size);
    const search = finder.search();
    results = narrowed ? search.results : [];
    shown = 0;
    list.replaceChildren();
    show(PAGE);
    showFacets();
    showChips();
    const reading = chunks.includes("asked");
    status.textContent = !narrowed ? root.dataset.start
      : results.length ? say("results", results.length) : reading ? root.dataset.reading : root.dataset.none;
    status.className = narrowed ? "" : "start";
    found.querySelector(".hint").hidden = !narrowed || results.length > 0 || reading;
    later(() => { if (wantTexts(search) && !results.length && narrowed) status.textContent = root.dataset.reading; }, 200);
  }

  /* --- the address holds what is searched for, so that links and the way back bring it again --- */

  let timer = 0;
  function later(what, ms) {
    clearTimeout(timer);
    timer = setTimeout(what, ms);
  }

  /* A facet is a step of the history, and so are words as a whole, not each letter. */
  let typing = false;
  function change(letter) {
    if (!finder) { /* typed before the index was there: restore() will ask for it */
      const state = address.read();
      state.set("q", input.value.trim());
      address.write(state);
      return;
    }
    const state = [["q", input.value.trim()]];
    finder.facets.forEach((f) => f.on.forEach((v) => state.push([f.id, f.values[v]])));
    address.write(state.filter(([, value]) => value), !(letter && typing));
    typing = Boolean(letter);
    answer();
  }

  function restore() {
    if (!finder) return;
    typing = false;
    const state = address.read();
    input.value = state.get("q") || "";
    finder.facets.forEach((f) => {
      f.on = new Set(state.getAll(f.id).map((value) => f.values.indexOf(value)).filter((v) => v >= 0));
    });
    answer();
  }

  input.addEventListener("input", () => change(true));
  root.querySelector("form").addEventListener("submit", (e) => { e.preventDefault(); change(); });
  more.addEventListener("click", () => {
    const next = shown;
    show(shown + PAGE);
    list.children[next].querySelector("a").focus();
  });
  addEventListener("popstate", restore);
  /* On a phone the lists would stand before the results. */
  if (matchMedia("(max-width: 61.99rem)").matches) panel.open = false;
})();
