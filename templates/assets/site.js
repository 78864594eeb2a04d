/* What a page gains where scripts run: tables that sort, lists that filter.
   Without this file every page reads the same; no words are kept here. */
(function () {
  "use strict";

  function key(cell) {
    var s = cell.getAttribute("data-sort");
    if (s === null) s = cell.textContent.trim();
    return s;
  }

  function sortable(table, label) {
    var heads = table.tHead.rows[0].cells;
    var collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
    Array.prototype.forEach.call(heads, function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      while (head.firstChild) button.appendChild(head.firstChild);
      button.title = label.replace("{column}", button.textContent.trim());
      head.appendChild(button);
      button.addEventListener("click", function () {
        var number = head.classList.contains("n");
        var before = head.getAttribute("aria-sort");
        var down = before ? before === "ascending" : number;
        var body = table.tBodies[0];
        var rows = Array.prototype.map.call(body.rows, function (row, i) {
          return { row: row, i: i, key: key(row.cells[column]) };
        });
        rows.sort(function (a, b) {
          if ((a.key === "") !== (b.key === "")) return a.key === "" ? 1 : -1;
          var x = Number(a.key), y = Number(b.key);
          var order = number && x === x && y === y ? x - y : collator.compare(a.key, b.key);
          return (down ? -order : order) || a.i - b.i;
        });
        rows.forEach(function (r) { body.appendChild(r.row); });
        Array.prototype.forEach.call(heads, function (h) { h.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
      });
    });
  }

  /* --- words, as they are compared: search.js shares all this --- */

  /* One letter for those that differ only in dress: without accents, vowel points and lengthening
     strokes, forms of width, and the marks of direction; ß as ss, ø as o, alef and ya of all kinds,
     digits of all kinds.  French words without what is elided before them: l’appui is appui. */
  var dress = { "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i",
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه",
    "’": "'", "‘": "'", "ʼ": "'", "−": "-" };
  var elided = /(^|[^\p{L}\p{N}])(?:[cdjlmnst]|(?:jus|lors|puis|quel|quoi)?qu)'(?=\p{L})/gu;
  function fold(s) {
    return s.normalize("NFKD").toLowerCase()
      .replace(/[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u00ad\u200b-\u200f\u2066-\u2069]/g, "")
      .replace(/[ßøłđðþæœħıٱىیکة’‘ʼ−]/g, function (c) { return dress[c]; })
      .replace(/[٠-٩۰-۹]/g, function (c) { return c.charCodeAt(0) & 15; })
      .replace(elided, "$1");
  }

  /* The words of a text as written, and where; ideographs, which stand without spaces, in one. */
  var word = /\p{sc=Han}+|(?:(?!\p{sc=Han})[\p{L}\p{M}\p{N}\u0640])+/gu;
  function pieces(s) {
    return Array.from(s.matchAll(word), function (m) {
      return { text: m[0], at: m.index };
    });
  }

  /* The words of a text, folded; Arabic ones without their article.  Ideographs are looked up by
     pairs: "whole" keeps them together, "search" parts what is searched for into words first. */
  function words(s, how) {
    var out = [];
    (fold(s).match(word) || []).forEach(function (found) {
      if (!/\p{sc=Han}/u.test(found) || how === "whole") {
        out.push(found.replace(/^(?:[وف]?[بك]?ال|[وف]?لل)(?=\p{sc=Arab}{3})/u, ""));
        return;
      }
      (how === "search" ? segments(found) : [found]).forEach(function (part) {
        for (var i = 0; i + 1 < part.length; i++) out.push(part.slice(i, i + 2));
        if (how !== "search" || part.length === 1) out.push(part.slice(-1));
      });
    });
    return out;
  }

  function segments(word) {
    if (!Intl.Segmenter) return [word];
    return Array.from(new Intl.Segmenter("zh", { granularity: "word" }).segment(word), function (s) { return s.segment; });
  }

  /* What is asked for stands in the address, so that links and the way back bring it again; a step
     is one that Back undoes.  Browsers refuse too many changes at a time: the last one within a
     moment counts. */
  var waiting = null, timer = 0, steps = false;
  var address = {
    read: function () { return waiting || new URLSearchParams(location.search); },
    write: function (pairs, step) {
      waiting = new URLSearchParams(pairs);
      steps = steps || step;
      clearTimeout(timer);
      timer = setTimeout(address.now, 250);
    },
    now: function (leaving) {
      if (!waiting) return;
      var query = waiting.toString();
      var step = steps && !leaving && query !== new URLSearchParams(location.search).toString();
      address.forget();
      history[step ? "pushState" : "replaceState"](null, "", location.pathname + (query ? "?" + query : "") + location.hash);
    },
    forget: function () {
      clearTimeout(timer);
      waiting = null;
      steps = false;
    }
  };
  addEventListener("pagehide", address.now);
  addEventListener("popstate", address.forget);

  /* What is on, as a button that takes it off. */
  function chip(parent, label, remove, clear) {
    var b = document.createElement("button");
    b.type = "button";
    b.textContent = label;
    b.setAttribute("aria-label", remove.replace("{name}", label));
    b.addEventListener("click", clear);
    parent.appendChild(b);
  }

  window.accord = { fold: fold, pieces: pieces, words: words, address: address, chip: chip };

  /* prefix: what keeps the names of several lists on one page apart in its address. */
  function filterable(form, chips, table, prefix) {
    var search = form.querySelector("input");
    var selects = form.querySelectorAll("select");
    var rows = Array.prototype.map.call(table.tBodies[0].rows, function (row) {
      return {
        row: row,
        text: fold([row.textContent, row.getAttribute("data-find")].concat(Array.from(row.cells, key)).join(" ")),
        keys: " " + (row.getAttribute("data-filter") || "") + " "
      };
    });
    var count = chips.querySelector(".count");

    /* In the address a facet stands as in the search page's: region=AFR. */
    function name(s) { return prefix + s.getAttribute("data-facet"); }
    function restore() {
      var state = address.read();
      search.value = state.get(prefix + "q") || "";
      selects.forEach(function (s) {
        var value = state.get(name(s));
        s.value = value === null ? "" : s.getAttribute("data-facet") + ":" + value;
        if (s.selectedIndex < 0) s.value = "";
      });
      apply();
    }
    function change() {
      var state = address.read();
      state.delete(prefix + "q");
      if (search.value.trim()) state.set(prefix + "q", search.value.trim());
      selects.forEach(function (s) {
        state.delete(name(s));
        if (s.value) state.set(name(s), s.value.slice(s.value.indexOf(":") + 1));
      });
      address.write(state);
      apply();
    }
    function taken(clear) {
      return function () { clear(); change(); search.focus(); };
    }

    function apply() {
      var asked = fold(search.value).split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (r) {
        var on = asked.every(function (w) { return r.text.indexOf(w) >= 0; });
        selects.forEach(function (s) {
          if (s.value && r.keys.indexOf(" " + s.value + " ") < 0) on = false;
        });
        r.row.hidden = !on;
        if (on) shown++;
      });
      while (chips.lastChild !== count) chips.removeChild(chips.lastChild);
      count.textContent = form.getAttribute("data-shown")
        .replace("{shown}", shown).replace("{total}", rows.length);
      var remove = form.getAttribute("data-remove");
      selects.forEach(function (s) {
        if (s.value) chip(chips, s.options[s.selectedIndex].text, remove, taken(function () { s.value = ""; }));
      });
      if (search.value) {
        chip(chips, form.getAttribute("data-words").replace("{name}", search.value), remove,
          taken(function () { search.value = ""; }));
      }
    }

    form.hidden = chips.hidden = false;
    form.addEventListener("submit", function (e) { e.preventDefault(); });
    form.addEventListener("input", change);
    form.addEventListener("change", change);
    addEventListener("popstate", restore);
    restore();
  }

  var lists = 0;
  document.querySelectorAll(".table").forEach(function (box) {
    var table = box.querySelector("table");
    var form = box.querySelector("form.filter");
    if (box.hasAttribute("data-sort-by")) sortable(table, box.getAttribute("data-sort-by"));
    if (form) filterable(form, box.querySelector(".chips"), table, lists++ ? table.id + "." : "");
  });
})();
