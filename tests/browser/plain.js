"use strict";
// Without JavaScript: lists show all that they show with it, and nothing stands there that
// only a script could answer.

const { check } = require("./report");

// In the page: the rows one sees, and controls that lead nowhere.
function seen() {
  const visible = (e) => e.checkVisibility({ visibilityProperty: true });
  const idle = Array.from(document.querySelectorAll("button, input, select")).filter((e) =>
    visible(e) && !(e.form && e.form.hasAttribute("action")));
  return {
    rows: Array.from(document.querySelectorAll("main tbody tr, main li")).filter(visible).length,
    idle: idle.map((e) => e.outerHTML.slice(0, 60)),
  };
}

async function run(site, visits) {
  const faults = [];
  for (const lang of ["en", "ar"]) {
    const kinds = site.kinds.get(lang);
    const files = Array.from(kinds.keys()).filter((k) => k !== "search" && !k.includes("*"))
      .map((k) => kinds.get(k)[0]);
    const rows = new Map();
    await visits.each(files, { javaScriptEnabled: true }, async (page, file) => {
      rows.set(file, (await page.evaluate(seen)).rows);
    });
    await visits.each(files, { javaScriptEnabled: false }, async (page, file) => {
      const now = await page.evaluate(seen);
      if (now.rows !== rows.get(file)) faults.push(file + ": " + now.rows + " rows instead of " + rows.get(file));
      for (const e of now.idle) faults.push(file + ": a control does nothing: " + e);
    });
  }
  check("lists are whole without JavaScript", faults);
}

module.exports = { run };
