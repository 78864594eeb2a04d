"use strict";
// What scripts add, used as a reader would, under the strict policy: lists filter and sort by
// keyboard, and the focus is never lost.

const { check } = require("./report");
const { POLICIES } = require("./site");

const rows = (page) => page.locator("main tbody tr:visible");
const focused = (page) => page.evaluate(() => document.activeElement !== document.body &&
  document.activeElement.checkVisibility());

async function filters(page, faults) {
  const all = await rows(page).count();
  await page.locator("select[data-facet=region]").focus();
  await page.keyboard.press("ArrowDown");
  const some = await rows(page).count();
  if (!(some > 0 && some < all)) faults.push("a facet leaves " + some + " of " + all + " rows");
  const chip = page.locator(".chips button");
  if (await chip.count() !== 1) faults.push("no chip says what is on");
  else if (!/\S{3}/.test(await chip.evaluate((e) => e.getAttribute("aria-label") || e.title || ""))) {
    faults.push("the chip has no name that says what it does");
  }
  await chip.focus();
  await page.keyboard.press("Enter");
  if (await rows(page).count() !== all) faults.push("a chip does not take its filter back");
  if (!await focused(page)) faults.push("the focus is lost with the chip");
  await page.locator(".filter input[type=search]").fill("zzzz no such");
  if (await rows(page).count() !== 0) faults.push("words do not filter");
  if (!await page.locator(".chips .count").isVisible()) faults.push("no count says that nothing is left");
}

async function sorts(page, faults) {
  await page.reload();
  const head = page.locator("main thead th").last();
  await head.locator("button").focus();
  await page.keyboard.press("Enter");
  const first = await head.getAttribute("aria-sort");
  await page.keyboard.press("Space");
  const second = await head.getAttribute("aria-sort");
  if (!first || !second || first === second) faults.push("sorting says " + first + ", then " + second);
  if (!await focused(page)) faults.push("the focus is lost with sorting");
}

// The policy of README, the same for all servers, lets no page be written to or framed, and lets
// those who check a page read robots.txt from within it, as Lighthouse does.
async function policy(visits) {
  const faults = [];
  if (POLICIES.length !== 2 || POLICIES[0] !== POLICIES[1]) faults.push("README has " + POLICIES.join(" and "));
  for (const word of ["unsafe", "*", "http"]) if (POLICIES[0].includes(word)) faults.push("it says " + word);
  await visits.one({}, async (page) => {
    await page.goto(visits.address + "en/index.html");
    const status = await page.evaluate((url) => fetch(url).then((r) => r.status, (e) => e.message), visits.address + "robots.txt");
    if (status !== 200) faults.push("robots.txt cannot be read: " + status);
  });
  check("the policy that README gives is strict and lets robots.txt be read", faults);
}

async function run(site, visits) {
  await policy(visits);
  for (const lang of ["en", "ar"]) {
    const faults = [];
    await visits.one({}, async (page) => {
      await page.goto(visits.address + lang + "/agreements/index.html");
      await filters(page, faults);
      await sorts(page, faults);
    });
    check("lists filter and sort by keyboard, " + lang, faults);
  }
}

module.exports = { run };
