/* The search page, where scripts run.  The page comes with lists of links that lead to the same
   records; this makes filters of them and answers as one types.  What it searches are scripts
   too, since pages opened from a folder may not fetch: the index calls accord.index(), and
   objectives, read only when a search needs them, call accord.texts().  No words are kept here:
   they stand on the page, in the page's language.  Folding and the address: site.js. */
(() => {
  "use strict";

  const root = document.querySelector("main .search");
  const { fold, words, pieces, address, chip } = accord;
  const lang = document.documentElement.lang;
  const digits = new Intl.NumberFormat(lang + "-u-nu-latn");
  const plural = new Intl.PluralRules(lang);
  const input = root.querySelector("input");
  const panel = root.querySelector(".facets");
  const found = root.querySelector(".found");
  const status = found.querySelector("[role=status]");
  const chips = found.querySelector(".chips");
  const list = found.querySelector("ol");
  const more = found.querySelector(".more");
  const han = /\p{sc=Han}/u; /* written without spaces: searched for by pairs of letters */
  const NONE = [];
  const PAGE = 20; /* results at a time */

  /* How much a word is worth by where it stands and by how well it fits. */
  const TITLE = 40, NAME = 34, ID = 30, NEAR = 8, OTHER_TITLE = 18, OBJECTIVE = 4;
  const EXACT = 1, PREFIX = 0.75, TYPO = 0.4;
  const WHOLE_NAME = 1000, NAME_BEGINS = 300;

  /* Everything that can be found, in one row of numbers: partners, agreements, pages. */
  let P = 0, A = 0, N = 0, index, addresses, titles, langs, others, samples;
  let facets = [];            /* {id, name of its group, values, per record; box per value} */
  const rows = [];            /* per partner: its agreements */
  const signers = [];         /* per agreement: its partners */
  const postings = new Map(); /* word -> [record, worth, record, worth ...] */
  let vocabulary = [];        /* its words, sorted */
  let names = [];             /* per record: whole names, folded, to compare searches with */
  const texts = [];           /* per agreement, once read */
  const chunks = [];          /* of texts: "" | "asked" | "read" */
  const what = ["partner", "agreement", "page"];
  const kind = (r) => (r < P ? 0 : r < P + A ? 1 : 2);
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

  /* --- the index --- */

  function learn(record, text, worth) {
    for (const word of words(text)) {
      const list = postings.get(word);
      if (list) list.push(record, worth);
      else postings.set(word, [record, worth]);
    }
  }

  function record(r, address, title, language, further, sample) {
    addresses[r] = address;
    titles[r] = title;
    langs[r] = language;
    others[r] = further;
    samples[r] = sample;
    names[r] = [title, ...further.map((f) => f.text)].map((n) => words(n, "whole").join(" "));
    learn(r, title, TITLE);
    further.forEach((f) => learn(r, f.text, NAME));
  }

  accord.index = (data) => {
    index = data;
    const { partners, agreements, pages } = data;
    P = partners.id.length;
    A = agreements.id.length;
    N = P + A + pages.length;
    [addresses, titles, langs, others, samples] = [[], [], [], [], []];
    partners.id.forEach((id, i) => {
      const formerly = (n) => ({ text: n, former: true });
      const further = [...(partners.names[i] || []).map((n) => ({ text: n })), ...(partners.former[i] || []).map(formerly)];
      record(i, `partners/${id}`, partners.title[i], partners.lang[i], further, partners.sample[i] === "1");
      learn(i, id, ID);
      rows.push([]);
    });
    agreements.id.forEach((id, i) => {
      record(P + i, `agreements/${id}`, agreements.title[i], agreements.lang[i], [], agreements.sample[i] === "1");
      names[P + i].push(words(id, "whole").join(" "));
      learn(P + i, id, ID);
      signers.push([].concat(agreements.partners[i]));
      signers[i].forEach((p) => rows[p].push(i));
    });
    pages.forEach((page, i) => {
      record(P + A + i, page.page, page.title, page.lang, (page.names || []).map((n) => ({ text: n })), page.sample);
    });
    data.texts.file.forEach(() => chunks.push(""));
    furnish();
    restore();
  };

  accord.texts = (chunk, entries) => {
    entries.forEach((entry, i) => {
      const at = index.texts.from[chunk] + i;
      const t = { list: [], folded: "", titles: 0 }; /* the objective, then titles from there on */
      for (let k = 0; entry && k < entry.length; k += 2) {
        t.list.push({ text: entry[k], lang: entry[k + 1] || lang });
        t.folded += ` ${words(entry[k], "whole").join(" ")} \n`;
        if (k === 0) t.titles = t.folded.length - 1;
      }
      texts[at] = t;
    });
    chunks[chunk] = "read";
    judged.clear();
    later(answer, 0);
  };

  /* --- words: those that fit, and how well --- */

  /* Edit distance with neighbours that changed places (Damerau, restricted), of a to b, or to what b
     begins with; beyond the limit just more than it. */
  function distance(a, b, limit, begins) {
    let before = [], last = [], row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      [before, last, row] = [last, row, [i]];
      for (let j = 1; j <= b.length; j++) {
        const same = a[i - 1] === b[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > limit) return limit + 1;
    }
    return begins ? Math.min(...row) : row[b.length];
  }

  const slips = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

  /* The words with the fewest slips. */
  function near(word, begins) {
    const letters = [...new Set(word)];
    let limit = slips(word), nearest = [];
    for (const v of limit ? vocabulary : NONE) {
      if (v.length < word.length - limit || (!begins && v.length > word.length + limit)) continue;
      let lost = 0; /* each letter that v does not have is one slip at least */
      for (const letter of letters) if (!v.includes(letter)) lost++;
      const slipped = lost > limit ? lost : distance(word, v, limit, begins);
      if (slipped > limit) continue;
      if (slipped < limit) nearest = [];
      limit = slipped;
      nearest.push(v);
    }
    return nearest;
  }

  function first(word) { /* place of the first word of the vocabulary that is not before it */
    let low = 0, high = vocabulary.length;
    while (low < high) {
      const mid = (low + high) >> 1;
      if (vocabulary[mid] < word) low = mid + 1;
      else high = mid;
    }
    return low;
  }

  /* Words fit as they are, or begin so; only when none does, with a slip of the fingers. */
  const known = new Map();
  function fitting(word, last) {
    const asked = word + (last ? "*" : "");
    if (known.has(asked)) return known.get(asked);
    const fits = new Map();
    const begins = last || word.length > 3 || han.test(word);
    for (let i = first(word); i < vocabulary.length && vocabulary[i].startsWith(word); i++) {
      if (vocabulary[i] === word) fits.set(word, EXACT);
      else if (begins) fits.set(vocabulary[i], PREFIX);
      else break;
    }
    if (fits.size === 0) near(word, last).forEach((v) => fits.set(v, TYPO));
    known.set(asked, fits);
    return fits;
  }

  /* --- a search: what each record is worth for it, 0 = nothing --- */

  let query = [], ends = false, plain = "";

  function ask() {
    query = words(input.value, "search").slice(0, 16);
    plain = words(input.value, "whole").join(" ");
    ends = /\s$/.test(input.value); /* else the last word may be going on */
  }

  const isLast = (i) => i === query.length - 1 && !ends;
  const searched = (word) => word.length > 2 || han.test(word);

  /* Kept from letter to letter: of a longer search only the last word is new. */
  const judged = new Map();
  function worthOf(word, last) {
    const asked = word + (last ? "*" : "");
    let worth = judged.get(asked);
    if (worth) return worth;
    worth = new Float32Array(N);
    for (const [fit, how] of fitting(word, last)) {
      const list = postings.get(fit);
      for (let i = 0; i < list.length; i += 2) worth[list[i]] = Math.max(worth[list[i]], list[i + 1] * how);
    }
    const spread = worth.slice(0, P); /* before countries: a partner's country is not its agreements' */
    readCountries(fitting(word, last), worth);
    for (let i = 0; i < A; i++) {
      for (const p of signers[i]) if (spread[p]) worth[P + i] = Math.max(worth[P + i], spread[p] / 4);
    }
    if (searched(word)) readTexts(word, worth);
    if (judged.size > 30) judged.clear();
    judged.set(asked, worth);
    return worth;
  }

  function readCountries(fits, worth) {
    const country = facets.find((f) => f.id === "country");
    const places = country ? country.words.map((own) => Math.max(...own.map((w) => fits.get(w) || 0))) : NONE;
    for (let r = 0; r < P + A && places.some(Boolean); r++) {
      for (const c of country.of[r]) worth[r] = Math.max(worth[r], NEAR * places[c]);
    }
  }

  function readTexts(word, worth) {
    const begins = han.test(word) ? word : ` ${word}`;
    texts.forEach((t, i) => {
      if (worth[P + i] >= OTHER_TITLE || !t.folded.includes(begins)) return;
      worth[P + i] = Math.max(worth[P + i], t.folded.lastIndexOf(begins) > t.titles ? OTHER_TITLE : OBJECTIVE);
    });
  }

  function search() {
    const total = new Float32Array(N).fill(query.length ? 0 : 1);
    query.forEach((word, i) => {
      const worth = worthOf(word, isLast(i));
      for (let r = 0; r < N; r++) total[r] = worth[r] && (i === 0 || total[r]) ? total[r] + worth[r] : 0;
    });
    for (let r = 0; query.length && r < N; r++) {
      if (total[r] && names[r].includes(plain)) total[r] += WHOLE_NAME;
      else if (total[r] && names[r].some((n) => n.startsWith(plain))) total[r] += NAME_BEGINS;
    }
    return total;
  }

  /* --- facets: what passes all of them is a result; what fails one alone counts for that one ---
     A partner has its agreements' regions, years ...: it passes when one agreement of it passes
     them all, with the partner's own type and country. */

  function passes(f, values) {
    for (const v of values) if (f.on.has(v)) return true;
    return false;
  }

  /* A row is a record (own = -1), or a partner (own) in one of its agreements (r; -1 = it has none). */
  function fails(f, r, own) {
    if (own < 0) return !passes(f, f.of[r]);
    return !(f.mine && passes(f, f.of[own])) && !(f.theirs && r >= 0 && passes(f, f.of[r]));
  }

  function tally(f, values, own) {
    for (const v of values) {
      if (own >= 0 && f.last[v] === own) continue; /* a partner counts once, by however many agreements */
      f.last[v] = own;
      f.counts[v]++;
    }
  }

  function judge(r, own, active) {
    let failed = null;
    for (const f of active) {
      if (!fails(f, r, own)) continue;
      if (failed) return false;
      failed = f;
    }
    for (const f of facets) {
      if (failed && failed !== f) continue;
      if (own >= 0 && f.mine) tally(f, f.of[own], own);
      if (r >= 0 && (own < 0 || f.theirs)) tally(f, f.of[r], own);
    }
    return !failed;
  }

  function filter(total) {
    const results = [], active = facets.filter((f) => f.on.size);
    facets.forEach((f) => { f.counts.fill(0); f.last.fill(-1); });
    for (let r = 0; r < N; r++) {
      if (!total[r]) continue;
      let good = false;
      if (r >= P) good = judge(r, -1, active);
      else if (rows[r].length === 0) good = judge(-1, r, active);
      else for (const i of rows[r]) good = judge(P + i, r, active) || good;
      if (good) results.push(r);
    }
    return results.sort((a, b) => total[b] - total[a] || a - b);
  }

  /* Texts are read for agreements that they alone could bring in, or into a count. */
  function wantTexts(total) {
    const active = facets.filter((f) => f.on.size);
    const begun = query.some(searched);
    chunks.forEach((state, c) => {
      if (!begun || state) return;
      const until = c + 1 < chunks.length ? index.texts.from[c + 1] : A;
      for (let i = index.texts.from[c]; i < until; i++) {
        if (total[P + i] || active.filter((f) => !passes(f, f.of[P + i])).length > 1) continue;
        chunks[c] = "asked";
        const script = make("script");
        script.src = new URL(index.texts.file[c], document.querySelector("script[data-index]").src);
        script.addEventListener("error", () => { chunks[c] = "read"; later(answer, 0); });
        document.head.append(script);
        return;
      }
    });
    return chunks.includes("asked");
  }

  /* --- what readers see --- */

  function furnish() {
    panel.querySelectorAll("section").forEach((section) => {
      const group = make("fieldset", "facet"), id = section.dataset.facet;
      group.dataset.facet = id;
      const f = { id, on: new Set(), group, values: [], label: [], boxes: [], of: [] };
      group.append(make("legend", "", section.querySelector("h2").textContent), section.querySelector("ul"));
      group.querySelectorAll("li").forEach((li, v) => {
        const label = make("label"), box = make("input"), name = li.firstElementChild.textContent;
        box.type = "checkbox";
        box.addEventListener("change", () => { f.on[box.checked ? "add" : "delete"](v); change(); });
        label.append(box, make("span", "", name), make("span", "n"));
        li.replaceChildren(label);
        f.values.push(li.dataset.value);
        f.label.push(name);
        f.boxes.push(box);
      });
      f.mine = ["what", "type", "country"].includes(id); /* of partners by themselves */
      f.theirs = id !== "what" && id !== "type";         /* of partners through their agreements */
      f.counts = new Int32Array(f.values.length);
      f.last = new Int32Array(f.values.length);
      f.words = f.label.map((l) => words(l, "whole"));
      /* The index names values by its own order, which need not be the page's. */
      const here = (column, i) => [].concat(column[i]).map((v) => f.values.indexOf(index.values[id][v]));
      for (let r = 0; r < N; r++) {
        const column = (r < P ? index.partners : index.agreements)[id];
        if (id === "what") f.of.push([kind(r)]);
        else if (column && r < P + A) f.of.push(here(column, r < P ? r : r - P));
        else if (id === "type" && r < P + A) f.of.push([...new Set(signers[r - P].flatMap((p) => f.of[p]))]);
        else f.of.push(NONE);
      }
      section.replaceWith(group);
      group.hidden = false;
      facets.push(f);
    });
    /* The words of countries are looked up like all others. */
    facets.filter((f) => f.id === "country").forEach((f) => f.label.forEach((l) => words(l).forEach((w) => {
      if (!postings.has(w)) postings.set(w, []);
    })));
    vocabulary = [...postings.keys()].sort();
    root.classList.add("live");
    found.hidden = false;
  }

  /* A text with what was searched for marked. */
  function marked(parent, text) {
    let at = 0;
    for (const [from, until] of spans(text)) {
      parent.append(text.slice(at, from));
      parent.append(make("mark", "", text.slice(from, until)));
      at = until;
    }
    parent.append(text.slice(at));
    return parent;
  }

  function spans(text) {
    const out = [];
    for (const piece of pieces(text)) {
      let until = 0;
      const folded = words(piece.text, "whole")[0] || "";
      if (han.test(piece.text)) {
        /* Ideographs fold one to one: pairs that touch make one mark. */
        query.forEach((word) => {
          for (let i = folded.indexOf(word); i >= 0; i = folded.indexOf(word, i + 1)) out.push([piece.at + i, piece.at + i + word.length]);
        });
        continue;
      }
      query.forEach((word, i) => {
        if (folded.startsWith(word) && (isLast(i) || word.length > 3 || folded === word)) {
          until = Math.max(until, reach(piece.text, folded, word));
        } else if (fitting(word, isLast(i)).get(folded) === TYPO) until = piece.text.length;
      });
      if (until) out.push([piece.at, piece.at + until]);
    }
    out.sort((a, b) => a[0] - b[0]);
    return out.reduce((joined, span) => {
      const last = joined[joined.length - 1];
      if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
      else joined.push(span);
      return joined;
    }, []);
  }

  /* How many letters of a word as written are those searched for. */
  function reach(written, folded, word) {
    const article = fold(written).length - folded.length;
    for (let i = 1; i < written.length; i++) {
      if (fold(written.slice(0, i)).length >= article + word.length && !/^\p{M}/u.test(written.slice(i))) return i;
    }
    return written.length;
  }

  /* The part of a text around the first mark. */
  function snippet(t) {
    const [span] = spans(t.text);
    if (!span) return null;
    const wide = han.test(t.text) ? 30 : 80;
    let from = Math.max(0, span[0] - wide), until = Math.min(t.text.length, span[1] + 2 * wide);
    if (from) from = t.text.indexOf(" ", from) + 1 || from;
    if (from > span[0]) from = span[0];
    if (until < t.text.length) until = Math.max(t.text.lastIndexOf(" ", until), span[1]);
    const p = marked(make("p", "text"), (from ? "… " : "") + t.text.slice(from, until).trim() + (until < t.text.length ? " …" : ""));
    if (t.lang !== lang) p.lang = t.lang;
    return p;
  }

  function line(r) {
    const named = (id) => facets.filter((f) => f.id === id).map((f) => f.of[r].map((v) => f.label[v]));
    const parts = [r < P + A ? root.dataset[what[kind(r)]] : index.pages[r - P - A].label];
    if (r < P) parts.push(named("type"), named("country"));
    else if (r < P + A) parts.push(named("kind"), named("year"), signers[r - P].map((p) => titles[p]));
    const p = make("p", "meta");
    parts.flat(2).forEach((part) => p.append(marked(make("span"), part)));
    return p;
  }

  function result(r) {
    const li = make("li"), head = make("p", "title"), link = make("a");
    link.href = `../${addresses[r]}/index.html`;
    if (langs[r]) link.lang = langs[r];
    head.append(marked(link, titles[r]));
    if (samples[r]) head.append(" ", make("span", "sample", root.dataset.sample));
    li.append(head);
    /* The other name that has most of what was searched for, if that is more than the title has. */
    const marks = (text) => spans(text).reduce((n, [from, until]) => n + until - from, 0);
    const also = others[r].reduce((best, o) => (marks(o.text) > marks(best.text) ? o : best), { text: titles[r] });
    if (also.text !== titles[r]) {
      const said = also.former ? root.dataset.formerly.split("{name}") : ["", ""];
      const p = make("p", "also");
      p.append(said[0], marked(make("bdi"), also.text), said[1] || "");
      li.append(p);
    }
    li.append(line(r));
    const read = r >= P && query.length && texts[r - P] ? texts[r - P].list : NONE;
    const inTitle = spans(titles[r]).length ? null : read.slice(1).map(snippet).find(Boolean);
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
    facets.forEach((f) => {
      f.boxes.forEach((box, v) => {
        const li = box.closest("li");
        box.checked = f.on.has(v);
        box.nextElementSibling.nextElementSibling.textContent = digits.format(f.counts[v]);
        /* What would show nothing goes, save what is on or has the focus. */
        li.hidden = !f.counts[v] && !box.checked && document.activeElement !== box;
      });
      f.group.hidden = f.boxes.every((box) => box.closest("li").hidden);
    });
  }

  function showChips() {
    chips.replaceChildren();
    facets.forEach((f) => f.on.forEach((v) => {
      chip(chips, f.label[v], root.dataset.remove, () => { f.on.delete(v); change(); input.focus(); });
    }));
    if (chips.children.length > 1) {
      chip(chips, root.dataset.clear, "{name}", () => { facets.forEach((f) => f.on.clear()); change(); input.focus(); });
      chips.lastChild.className = "clear";
    }
  }

  function answer() {
    if (!index) return;
    ask();
    const asked = query.length > 0 || facets.some((f) => f.on.size);
    const total = search();
    const all = filter(total);
    results = asked ? all : [];
    shown = 0;
    list.replaceChildren();
    show(PAGE);
    showFacets();
    showChips();
    const reading = chunks.includes("asked");
    status.textContent = !asked ? root.dataset.start
      : results.length ? say("results", results.length) : reading ? root.dataset.reading : root.dataset.none;
    status.className = asked ? "" : "start";
    found.querySelector(".hint").hidden = !asked || results.length > 0 || reading;
    later(() => { if (wantTexts(total) && !results.length && asked) status.textContent = root.dataset.reading; }, 200);
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
    const state = [["q", input.value.trim()]];
    facets.forEach((f) => f.on.forEach((v) => state.push([f.id, f.values[v]])));
    address.write(state.filter(([, value]) => value), !(letter && typing));
    typing = Boolean(letter);
    answer();
  }

  function restore() {
    typing = false;
    const state = address.read();
    input.value = state.get("q") || "";
    facets.forEach((f) => {
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
