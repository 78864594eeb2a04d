"use strict";
// On paper (A4): no form, tables as tables whose heads come again on every page.

const { execFileSync } = require("child_process");
const { check } = require("./report");

// In the page, laid out for paper: what only a screen can use, tables that are none.
function unfit() {
  const found = [];
  for (const e of document.querySelectorAll("input, select, button, form"))
    if (e.checkVisibility() && e.getClientRects().length > 0) found.push("shows " + e.outerHTML.slice(0, 50));
  for (const e of document.querySelectorAll("main :is(thead, tbody tr, tbody :is(th, td))")) {
    const wanted = { THEAD: "table-header-group", TR: "table-row" }[e.tagName] || "table-cell";
    const is = getComputedStyle(e).display;
    if (is !== wanted && is !== "none") { found.push("a " + e.tagName + " is " + is); break; }
  }
  const over = document.scrollingElement.scrollWidth - document.documentElement.clientWidth;
  if (over > 0) found.push(over + " px wider than the paper");
  return found;
}

// The pages of a PDF as texts.
function pages(pdf) {
  const text = execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, maxBuffer: 1 << 26 });
  return text.toString("utf8").split("\f").slice(0, -1);
}

async function run(site, visits) {
  const faults = [];
  // A4 without its margins
  const options = { viewport: { width: 643, height: 971 } };
  for (const lang of ["en", "ar"]) {
    const files = Array.from(site.kinds.get(lang).values(), (list) => list[0]);
    await visits.each(files, options, async (page, file) => {
      await page.emulateMedia({ media: "print" });
      for (const f of await page.evaluate(unfit)) faults.push(file + ": " + f);
    });
  }
  check("pages on paper have no forms, and tables as tables", faults);

  const heads = [];
  await visits.each([site.kinds.get("en").get("agreements")[0]], {}, async (page, file) => {
    const head = await page.locator("thead th").first().textContent();
    const rows = await page.locator("tbody tr").count();
    const sheets = pages(await page.pdf({ format: "A4", preferCSSPageSize: true }));
    sheets.slice(0, -1).forEach((text, i) => {
      if (!new RegExp("^\\s*" + head + "\\s", "m").test(text)) heads.push(file + ": sheet " + (i + 1) + " has no heads");
    });
    if (rows < 30 || sheets.length < 2) heads.push(file + ": too short to tell");
    if (sheets.length > rows / 8) heads.push(file + ": " + sheets.length + " sheets for " + rows + " rows");
  });
  check("heads of tables come again on each sheet", heads);
}

module.exports = { run };
