"use strict";
// axe-core over a page of every kind, left to right and right to left, in light and in dark, on
// a wide screen and on a phone: each language has all four, one pair of them per page.

const axe = require("axe-core");
const { check } = require("./report");

// What a page's colours and sizes decide; the other rules read the tree, which is the same in
// every look, and are asked once a language.
const BY_LOOK = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"];

const LOOKS = [
  { lang: "en", scheme: "light", width: 1280 }, { lang: "en", scheme: "dark", width: 390, rules: BY_LOOK },
  { lang: "ar", scheme: "light", width: 390 }, { lang: "ar", scheme: "dark", width: 1280, rules: BY_LOOK },
];

// A page of more does not say more: rows are alike.
const LARGEST = 60000;

function oneOf(site, pages) {
  return pages.find((p) => site.size(p) <= LARGEST) || pages[pages.length - 1];
}

function said(violation) {
  const first = violation.nodes[0];
  return violation.id + " (" + violation.nodes.length + "): " + first.target.join(" ") + ": " +
    (first.any.concat(first.all, first.none)[0] || { message: violation.help }).message;
}

async function run(site, visits) {
  for (const look of LOOKS.filter((l) => site.langs.includes(l.lang))) {
    const kinds = site.kinds.get(look.lang);
    const files = Array.from(kinds.values(), (pages) => oneOf(site, pages));
    if (look.lang === "en") files.push("index.html", "404.html");
    const faults = [];
    const options = { viewport: { width: look.width, height: 900 }, colorScheme: look.scheme };
    await visits.each(files, options, async (page, file) => {
      await page.evaluate(axe.source);
      const asked = { resultTypes: ["violations"], preload: false, rules: { "target-size": { enabled: true } } };
      if (look.rules) asked.runOnly = look.rules;
      const violations = await page.evaluate((o) => window.axe.run(document, o).then((r) => r.violations), asked);
      for (const v of violations) faults.push(file + ": " + said(v));
    });
    check("axe-core finds nothing on " + files.length + " pages, " + look.lang + ", " + look.scheme +
      ", " + look.width + " px", faults);
  }
}

module.exports = { run };
