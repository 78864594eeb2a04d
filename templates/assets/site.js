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

  /* Without accents, vowel points and lengthening strokes, and the marks of direction. */
  function fold(s) {
    return s.normalize("NFD").replace(/[\u0300-\u036f\u0640\u064b-\u0655\u0670\u200e\u200f\u2066-\u2069]/g, "")
      .toLowerCase();
  }

  function filterable(form, chips, table) {
    var search = form.querySelector("input");
    var selects = form.querySelectorAll("select");
    var rows = Array.prototype.map.call(table.tBodies[0].rows, function (row) {
      return {
        row: row,
        text: fold(row.textContent),
        keys: " " + (row.getAttribute("data-filter") || "") + " "
      };
    });
    var count = chips.querySelector(".count");

    function chip(label, clear) {
      var b = document.createElement("button");
      b.type = "button";
      b.textContent = label;
      b.setAttribute("aria-label", form.getAttribute("data-remove").replace("{name}", label));
      b.addEventListener("click", function () { clear(); apply(); form.querySelector("input").focus(); });
      chips.appendChild(b);
    }

    function apply() {
      var words = fold(search.value).split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (r) {
        var on = words.every(function (w) { return r.text.indexOf(w) >= 0; });
        selects.forEach(function (s) {
          if (s.value && r.keys.indexOf(" " + s.value + " ") < 0) on = false;
        });
        r.row.hidden = !on;
        if (on) shown++;
      });
      while (chips.lastChild !== count) chips.removeChild(chips.lastChild);
      count.textContent = form.getAttribute("data-shown")
        .replace("{shown}", shown).replace("{total}", rows.length);
      selects.forEach(function (s) {
        if (s.value) chip(s.options[s.selectedIndex].text, function () { s.value = ""; });
      });
      if (search.value) {
        chip(form.getAttribute("data-words").replace("{name}", search.value), function () { search.value = ""; });
      }
    }

    form.hidden = chips.hidden = false;
    form.addEventListener("submit", function (e) { e.preventDefault(); });
    form.addEventListener("input", apply);
    form.addEventListener("change", apply);
    apply();
  }

  document.querySelectorAll(".table").forEach(function (box) {
    var table = box.querySelector("table");
    var form = box.querySelector("form.filter");
    if (box.hasAttribute("data-sort-by")) sortable(table, box.getAttribute("data-sort-by"));
    if (form) filterable(form, box.querySelector(".chips"), table);
  });
})();
