"use strict";
// From disk: a page of every kind opens from file:// with its style sheet and its script, and
// finds no fault on the console.

const { pathToFileURL } = require("url");
const { check } = require("./report");

async function run(site, visits) {
  const faults = [];
  await visits.one({}, async (page) => {
    for (const lang of ["en", "ar"]) {
      for (const pages of site.kinds.get(lang).values()) {
        await page.goto(pathToFileURL(site.root + "/" + pages[0]).href);
        const styled = await page.evaluate(() =>
          getComputedStyle(document.documentElement).getPropertyValue("--paper") !== "" &&
          getComputedStyle(document.documentElement).getPropertyValue("--accent-light") !== "");
        if (!styled) faults.push(pages[0] + ": has no style");
      }
      await page.goto(pathToFileURL(site.root + "/" + lang + "/agreements/index.html").href);
      if (!await page.locator("form.filter").isVisible()) faults.push(lang + ": no script runs");
    }
  });
  check("pages open from disk", faults);
}

module.exports = { run };
