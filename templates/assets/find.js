/* What a search finds: names, titles, ids and objectives by words, then facets, and where in a text
   stands what was searched for.  Nothing here knows the page: search.js asks, and shows.  Records are
   numbers: partners, then agreements, then pages.  Lists over all of them are loops of numbers, since
   the first letter typed has to be answered before a browser has made its code fast. */
(() => {
  "use strict";

  const { fold, words, pieces } = accord;
  const han = /\p{sc=Han}/u; /* written without spaces: searched for by pairs of letters */
  const NONE = [];

  /* How much a word is worth by where it stands and by how well it fits. */
  const TITLE = 40, NAME = 34, ID = 30, NEAR = 8, OTHER_TITLE = 18, OBJECTIVE = 4;
  const EXACT = 1, PREFIX = 0.75, TYPO = 0.4;
  const WHOLE_NAME = 1000, NAME_BEGINS = 300;

  /* What the index calls in: partners, agreements, pages, and what values of facets are called there. */
  accord.finder = (index) => {
    const { partners, agreements, pages } = index;
    const P = partners.id.length, A = agreements.id.length, N = P + A + pages.length;
    const addresses = [], titles = [], langs = [], others = [], samples = [];
    const facets = [];          /* {id, values, label, on; start and value: those of each record} */
    const rows = [];            /* per partner: its agreements */
    const signers = [];         /* per agreement: its partners */
    const postings = new Map(); /* word -> [record, worth, record, worth ...] */
    const names = [];           /* "whole name, folded\0record", sorted, to compare searches with */
    const texts = [];           /* per agreement, once read */
    let vocabulary = [];        /* all words, sorted */
    const kind = (r) => (r < P ? 0 : r < P + A ? 1 : 2);

    /* --- the index --- */

    function learn(record, text, worth) {
      for (const word of words(text)) {
        const list = postings.get(word);
        if (list) list.push(record, worth);
        else postings.set(word, [record, worth]);
      }
    }

    function name(r, text) {
      names.push(`${words(text, "whole").join(" ")}\0${r}`);
    }

    function record(r, address, title, language, further, sample) {
      addresses[r] = address;
      titles[r] = title;
      langs[r] = language;
      others[r] = further;
      samples[r] = sample;
      name(r, title);
      learn(r, title, TITLE);
      further.forEach((f) => { name(r, f.text); learn(r, f.text, NAME); });
    }

    partners.id.forEach((id, i) => {
      const formerly = (n) => ({ text: n, former: true });
      const further = [...(partners.names[i] || []).map((n) => ({ text: n })), ...(partners.former[i] || []).map(formerly)];
      record(i, `partners/${id}`, partners.title[i], partners.lang[i], further, partners.sample[i] === "1");
      learn(i, id, ID);
      rows.push([]);
    });
    agreements.id.forEach((id, i) => {
      record(P + i, `agreements/${id}`, agreements.title[i], agreements.lang[i], [], agreements.sample[i] === "1");
      name(P + i, id);
      learn(P + i, id, ID);
      signers.push([].concat(agreements.partners[i]));
      signers[i].forEach((p) => rows[p].push(i));
    });
    pages.forEach((page, i) => {
      record(P + A + i, page.page, page.title, page.lang, (page.names || []).map((n) => ({ text: n })), page.sample);
    });
    names.sort();

    /* A facet as the page has it: the index names values by its own order, which need not be the page's. */
    function facet(id, values, label) {
      const f = { id, values, label, on: new Set(), start: new Int32Array(N + 1), value: [] };
      const own = (index.values[id] || NONE).map((v) => values.indexOf(v));
      f.mine = ["what", "type", "country"].includes(id); /* of partners by themselves */
      f.theirs = id !== "what" && id !== "type";         /* of partners through their agreements */
      f.counts = new Int32Array(values.length);
      f.last = new Int32Array(values.length);
      f.words = label.map((l) => words(l, "whole"));
      for (let r = 0; r < N; r++) {
        const column = (r < P ? partners : agreements)[id];
        if (id === "what") f.value.push(kind(r));
        else if (column && r < P + A) [].concat(column[r < P ? r : r - P]).forEach((v) => f.value.push(own[v]));
        else if (id === "type" && r < P + A) new Set(signers[r - P].flatMap((p) => valuesOf(f, p))).forEach((v) => f.value.push(v));
        f.start[r + 1] = f.value.length;
      }
      f.value = Int32Array.from(f.value);
      facets.push(f);
      return f;
    }

    const valuesOf = (f, r) => Array.from(f.value.slice(f.start[r], f.start[r + 1]));

    /* Once all facets are there: the words of countries are looked up like all others. */
    function ready() {
      facets.filter((f) => f.id === "country").forEach((f) => f.label.forEach((l) => words(l).forEach((w) => {
        if (!postings.has(w)) postings.set(w, []);
      })));
      vocabulary = [...postings.keys()].sort();
    }

    /* Objectives and further titles of agreements, from one on. */
    function read(from, entries, lang) {
      entries.forEach((entry, i) => {
        const t = { list: [], folded: "", titles: 0 }; /* the objective, then titles from there on */
        for (let k = 0; entry && k < entry.length; k += 2) {
          t.list.push({ text: entry[k], lang: entry[k + 1] || lang });
          t.folded += ` ${words(entry[k], "whole").join(" ")} \n`;
          if (k === 0) t.titles = t.folded.length - 1;
        }
        texts[from + i] = t;
      });
      judged.clear();
    }

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

    function first(sorted, word) { /* place of the first that is not before the word */
      let low = 0, high = sorted.length;
      while (low < high) {
        const mid = (low + high) >> 1;
        if (sorted[mid] < word) low = mid + 1;
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
      for (let i = first(vocabulary, word); i < vocabulary.length && vocabulary[i].startsWith(word); i++) {
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

    function ask(text) {
      query = words(text, "search").slice(0, 16);
      plain = words(text, "whole").join(" ");
      ends = /\s$/.test(text); /* else the last word may be going on */
      return query.length > 0;
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
        for (let i = 0; i < list.length; i += 2) {
          const more = list[i + 1] * how;
          if (worth[list[i]] < more) worth[list[i]] = more;
        }
      }
      const spread = worth.slice(0, P); /* before countries: a partner's country is not its agreements' */
      readCountries(fitting(word, last), worth);
      for (let p = 0; p < P; p++) {
        for (let i = 0; spread[p] && i < rows[p].length; i++) {
          const at = P + rows[p][i];
          if (worth[at] < spread[p] / 4) worth[at] = spread[p] / 4;
        }
      }
      if (searched(word)) readTexts(word, worth);
      if (judged.size > 30) judged.clear();
      judged.set(asked, worth);
      return worth;
    }

    function readCountries(fits, worth) {
      const country = facets.find((f) => f.id === "country");
      const places = country ? country.words.map((own) => NEAR * Math.max(...own.map((w) => fits.get(w) || 0))) : NONE;
      if (!places.some(Boolean)) return;
      for (let r = 0; r < P + A; r++) {
        for (let k = country.start[r]; k < country.start[r + 1]; k++) {
          if (worth[r] < places[country.value[k]]) worth[r] = places[country.value[k]];
        }
      }
    }

    function readTexts(word, worth) {
      const begins = han.test(word) ? word : ` ${word}`;
      texts.forEach((t, i) => {
        if (worth[P + i] >= OTHER_TITLE || !t.folded.includes(begins)) return;
        worth[P + i] = Math.max(worth[P + i], t.folded.lastIndexOf(begins) > t.titles ? OTHER_TITLE : OBJECTIVE);
      });
    }

    function worths() {
      const total = new Float32Array(N).fill(query.length ? 0 : 1), begun = new Float32Array(N);
      query.forEach((word, i) => {
        const worth = worthOf(word, isLast(i));
        for (let r = 0; r < N; r++) total[r] = worth[r] && (i === 0 || total[r]) ? total[r] + worth[r] : 0;
      });
      if (!plain) return total;
      for (let i = first(names, plain); i < names.length && names[i].startsWith(plain); i++) {
        const [name, r] = names[i].split("\0");
        begun[r] = name === plain ? WHOLE_NAME : begun[r] || NAME_BEGINS;
      }
      for (let r = 0; r < N; r++) if (total[r]) total[r] += begun[r];
      return total;
    }

    /* --- facets: what passes all of them is a result; what fails one alone counts for that one ---
       A partner has its agreements' regions, years ...: it passes when one agreement of it passes
       them all, with the partner's own type and country. */

    function passes(f, r) {
      for (let k = f.start[r]; k < f.start[r + 1]; k++) if (f.on.has(f.value[k])) return true;
      return false;
    }

    /* A row is a record (own = -1), or a partner (own) in one of its agreements (r; -1 = it has none). */
    function fails(f, r, own) {
      if (own < 0) return !passes(f, r);
      return !(f.mine && passes(f, own)) && !(f.theirs && r >= 0 && passes(f, r));
    }

    function tally(f, r, own) {
      for (let k = f.start[r]; k < f.start[r + 1]; k++) {
        const v = f.value[k];
        if (own >= 0 && f.last[v] === own) continue; /* a partner counts once, by however many agreements */
        f.last[v] = own;
        f.counts[v]++;
      }
    }

    function judge(r, own, active) {
      let failed = null;
      for (let i = 0; i < active.length; i++) {
        if (!fails(active[i], r, own)) continue;
        if (failed) return false;
        failed = active[i];
      }
      for (let i = 0; i < facets.length; i++) {
        const f = facets[i];
        if (failed && failed !== f) continue;
        if (own >= 0 && f.mine) tally(f, own, own);
        if (r >= 0 && (own < 0 || f.theirs)) tally(f, r, own);
      }
      return !failed;
    }

    function judgePartner(p, active) {
      let good = false;
      if (rows[p].length === 0) return judge(-1, p, active);
      for (let i = 0; i < rows[p].length; i++) good = judge(P + rows[p][i], p, active) || good;
      return good;
    }

    const active = () => facets.filter((f) => f.on.size);

    function filter(total) {
      const on = active(), order = new Float64Array(N);
      let n = 0;
      facets.forEach((f) => { f.counts.fill(0); f.last.fill(-1); });
      for (let r = 0; r < N; r++) {
        if (!total[r] || !(r < P ? judgePartner(r, on) : judge(r, -1, on))) continue;
        order[n++] = r - Math.round(total[r] * 100) * N; /* as numbers alone browsers sort in no time */
      }
      return Array.from(order.subarray(0, n).sort(), (key) => ((key % N) + N) % N);
    }

    /* Whether agreements, from one to before another, have texts that alone could bring one in, or
       into a count. */
    function wants(total, from, until) {
      const on = active();
      if (!query.some(searched)) return false;
      for (let i = P + from; i < P + until; i++) {
        if (!total[i] && on.filter((f) => !passes(f, i)).length < 2) return true;
      }
      return false;
    }

    /* --- where in a text stands what was searched for: [from, until] in order --- */

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

    function search() {
      const total = worths();
      return { results: filter(total), wants: (from, until) => wants(total, from, until) };
    }

    return { P, A, facet, valuesOf, facets, ready, read, ask, search, spans, kind, addresses, titles, langs, others, samples, signers, texts };
  };
})();
