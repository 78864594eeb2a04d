"use strict";
// At 320 pixels no page scrolls sideways, and nothing leaves the window; nor on a phone of 390
// pixels whose reader has text of twice the size.

const { check } = require("./report");

// In the page: what reaches beyond the window's edges, the innermost of it; rows far away, too.
function beyond() {
  for (const sheet of document.styleSheets) sheet.insertRule("tr { content-visibility: visible !important; }");
  const width = document.documentElement.clientWidth;
  const found = [];
  if (document.scrollingElement.scrollWidth > width) {
    for (const e of document.body.querySelectorAll("*")) {
      const r = e.getBoundingClientRect();
      if (r.width > 1 && (r.right > width + 1 || r.left < -1)) found.push(e);
    }
  }
  const inner = found.filter((e) => !found.some((o) => o !== e && e.contains(o)));
  const names = inner.slice(0, 3).map((e) => e.tagName.toLowerCase() +
    (e.className.baseVal === undefined && e.className ? "." + e.className : "") + " “" +
    e.textContent.trim().slice(0, 40) + "”");
  const over = document.scrollingElement.scrollWidth - width;
  return over > 0 ? over + " px too wide: " + names.join(", ") : "";
}

async function enlarged(site, visits) {
  const faults = [];
  const files = ["en", "ar"].flatMap((lang) => Array.from(site.kinds.get(lang).values(), (pages) => pages[0]));
  await visits.each(files, { viewport: { width: 390, height: 800 } }, async (page, file) => {
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    const wide = await page.evaluate(beyond);
    if (wide) faults.push(file + ": " + wide);
  });
  check("no page of " + files.length + " scrolls sideways at 390 px with text of twice the size", faults);
}

// In the page: what a text may bring that is wider than any page.
function widen() {
  const word = "x".repeat(150);
  const cells = (tag) => ("<" + tag + ">Unterbeamtengesellschaft</" + tag + ">").repeat(8);
  document.querySelector(".writing").innerHTML =
    "<div class=scrolls tabindex=0><table><thead><tr>" + cells("th") + "</tr></thead><tbody><tr><th>" +
    "Unterbeamtengesellschaft</th>" + cells("td") + "</tr></tbody></table></div>" +
    "<pre><code>" + word + "</code></pre><p>" + word + " <code>" + word + "</code></p>" +
    "<table class=rows><tbody><tr><th class=breaks>" + word + "</th>" + cells("td").slice(0, 99) +
    "</tr></tbody></table>";
  const head = document.querySelector(".scrolls tbody th").getBoundingClientRect();
  return head.height > 60 ? "words of a table are broken" : "";
}

async function wide(site, visits) {
  const story = site.kinds.get("en").get("stories/*")[0];
  const faults = [];
  for (const width of [320, 1280]) {
    await visits.each([story], { viewport: { width, height: 640 } }, async (page) => {
      const fault = await page.evaluate(widen) || await page.evaluate(beyond);
      if (fault) faults.push(width + " px: " + fault);
    });
  }
  check("wide tables, code and long words of a text stay within the page", faults);
}

// In the page: whether rows of a table lie as they should: labels begin where their cells do, and of a
// name with short numbers the name has a line of its own, not broken within words.
function laid() {
  const faults = [];
  for (const td of Array.from(document.querySelectorAll("table.rows td[data-label]")).slice(0, 9)) {
    const label = parseFloat(getComputedStyle(td, "::before").inlineSize);
    const room = parseFloat(getComputedStyle(td).paddingInlineStart);
    if (label && Math.abs(room - label - 13.5) > 2) faults.push("a label of " + label + " px in " + room);
  }
  for (const tr of Array.from(document.querySelectorAll("table.brief tbody tr"))) {
    const name = tr.querySelector("th").getBoundingClientRect();
    const last = tr.lastElementChild.getBoundingClientRect();
    if (!name.width) continue; // in a folded table
    if (last.top < name.bottom - 1) faults.push("a name beside its numbers");
    if (last.bottom - name.bottom > 32) faults.push("numbers on several lines");
  }
  return Array.from(new Set(faults)).slice(0, 3).join(", ");
}

async function rows(site, visits) {
  const faults = [];
  const files = ["en", "ar", "zh"].flatMap((lang) => [lang + "/index.html", lang + "/partners/european-union/index.html"]);
  await visits.each(files, { viewport: { width: 390, height: 800 } }, async (page, file) => {
    const fault = await page.evaluate(laid);
    if (fault) faults.push(file + ": " + fault);
    if (await page.locator("table.brief").count() === 0) faults.push(file + ": no table of names and short numbers");
  });
  check("rows of tables are compact on a phone, their labels in line", faults);
}

// In the page: whether numbers of a column end below each other, bars or not, and short heads are whole.
function hangs() {
  const table = document.querySelector("table:has(svg.bar)");
  const end = (cell) => {
    const range = document.createRange();
    range.selectNodeContents(cell.querySelector("a") || cell);
    return Math.round(Array.from(range.getClientRects()).pop().right);
  };
  const column = table.querySelector("td:has(.bar)").cellIndex;
  const ends = Array.from(table.querySelectorAll("tbody tr, tfoot tr"), (row) => end(row.cells[column]));
  if (Math.max(...ends) - Math.min(...ends) > 1) return "numbers end at " + Array.from(new Set(ends)).join(", ");
  const head = document.createRange();
  head.selectNodeContents(table.tHead.rows[0].cells[0]);
  return head.getClientRects().length > 1 ? "the head of ranks is broken" : "";
}

async function columns(site, visits) {
  const faults = [];
  const files = site.langs.map((lang) => lang + "/index.html");
  await visits.each(files, { viewport: { width: 1280, height: 800 } }, async (page, file) => {
    const fault = await page.evaluate(hangs);
    if (fault) faults.push(file + ": " + fault);
  });
  check("numbers with and without bars are in line", faults);
}

// In the page: rows far away wait to be laid out, and are found, filtered and scrolled to all the same.
function waits() {
  const list = document.querySelector("table.rows").tBodies[0].rows;
  const last = list[list.length - 1];
  const laid = (row) => row.cells[0].checkVisibility({ contentVisibilityAuto: true });
  if (!laid(list[0])) return "the first row waits";
  if (laid(last)) return "the last row does not wait";
  if (!window.find(last.cells[0].firstElementChild.textContent)) return "the last row is not found";
  last.querySelector("a").focus();
  const box = document.activeElement.getBoundingClientRect();
  return laid(last) && box.top > 0 && box.bottom < innerHeight ? "" : "the last row is not shown when a link in it has the focus";
}

async function long(site, visits) {
  const faults = [];
  for (const lang of ["en", "ar"]) {
    await visits.each([lang + "/agreements/index.html"], { viewport: { width: 390, height: 800 } }, async (page) => {
      const fault = await page.evaluate(waits);
      if (fault) faults.push(lang + ": " + fault);
    });
  }
  check("rows of a long list wait on a phone until they come near", faults);
}

async function run(site, visits) {
  await long(site, visits);
  await columns(site, visits);
  await rows(site, visits);
  await wide(site, visits);
  await enlarged(site, visits);
  for (const lang of site.langs) {
    // all looks at the two writing directions, one page of each kind elsewhere
    const many = lang === "en" || lang === "ar" ? 2 : 1;
    const files = Array.from(site.kinds.get(lang).values(), (pages) => pages.slice(0, many)).flat();
    if (lang === "en") files.push("index.html", "404.html");
    const faults = [];
    await visits.each(files, { viewport: { width: 320, height: 640 } }, async (page, file) => {
      const narrow = await page.evaluate(beyond);
      if (narrow) faults.push(file + ": " + narrow);
    });
    check("no page of " + files.length + " scrolls sideways at 320 px, " + lang, faults);
  }
}

module.exports = { run };
