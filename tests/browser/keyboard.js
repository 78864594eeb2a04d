"use strict";
// The keyboard alone: Tab reaches everything that can be used, in the order of the page, there
// and back; each stop shows itself, in the window and under nothing; the skip link skips.

const { check } = require("./report");

const KINDS = ["home", "agreements", "agreements/*", "partners/*", "years/*", "documents/*", "search", "search/*/*", "figures/*"];
const MOST = 120; // of a list: its rows are alike

// In the page: marks what Tab should reach, in order.
function mark() {
  const stops = Array.from(document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex]")).filter((e) =>
    e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }) &&
    !(e.closest("details:not([open])") && e.tagName !== "SUMMARY"));
  stops.forEach((e, i) => { e.dataset.stop = i; });
  return stops.length;
}

// In the page: what has the focus, and what is wrong with how it shows.
function stop() {
  const e = document.activeElement;
  if (!e || e === document.body || e.dataset.stop === undefined) return { n: -1, name: e && e.outerHTML.slice(0, 80) };
  const faults = [];
  const style = getComputedStyle(e);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) faults.push("has no outline");
  const r = e.getClientRects()[0] || e.getBoundingClientRect();
  const x = Math.max(0, Math.min(innerWidth - 1, r.left + r.width / 2));
  const y = r.top + r.height / 2;
  if (r.width < 1 || r.height < 1) faults.push("has no size");
  else if (y < 0 || y > innerHeight) faults.push("is out of the window");
  else {
    const top = document.elementFromPoint(x, y);
    if (top && !e.contains(top) && !top.contains(e)) faults.push("is under " + top.outerHTML.slice(0, 40));
  }
  return { n: Number(e.dataset.stop), name: e.textContent.trim().slice(0, 30) || e.tagName, faults };
}

// Presses key until the focus leaves the page; the stops must count by step, from first on.
async function walk(page, key, first, step, count, say) {
  let expected = first;
  for (let i = 0; i < count; i++, expected += step) {
    await page.keyboard.press(key);
    const at = await page.evaluate(stop);
    if (at.n !== expected) {
      say(key + ": after stop " + (expected - step) + " comes " + at.n + " (" + at.name + ")");
      return;
    }
    for (const f of at.faults) say(key + ": stop " + at.n + " (" + at.name + ") " + f);
  }
  await page.keyboard.press(key);
  if ((await page.evaluate(stop)).n === expected - step) say(key + ": the last stop holds the focus");
}

async function skip(page, say) {
  await page.keyboard.press("Tab");
  const shown = await page.evaluate(() => {
    const e = document.activeElement, r = e.getBoundingClientRect();
    return e.matches("a.skip") && r.left >= 0 && r.top >= 0 && r.right <= innerWidth && r.height > 20;
  });
  if (!shown) say("the first stop is no visible skip link");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  if (!await page.evaluate(() => document.activeElement.closest("main"))) say("the skip link skips nothing");
}

async function run(site, visits) {
  for (const lang of ["en", "ar"]) {
    const kinds = site.kinds.get(lang);
    // the smallest page of a kind will do: what is walked is alike
    const files = KINDS.filter((k) => kinds.has(k)).map((k) => kinds.get(k)[kinds.get(k).length - 1]);
    const faults = [];
    await visits.each(files, { viewport: { width: 1000, height: 700 } }, async (page, file) => {
      const say = (what) => faults.push(file + ": " + what);
      await skip(page, say);
      await page.goto(visits.address + file);
      const count = Math.min(await page.evaluate(mark), MOST);
      await walk(page, "Tab", 0, 1, count, say);
      // back up, where the head of a table may stand over what has the focus
      const back = Math.min(count, 60);
      await page.evaluate((n) => document.querySelector("[data-stop='" + n + "']").focus(), count - 1);
      await walk(page, "Shift+Tab", count - 2, -1, back - 1, say);
    });
    check("the keyboard reaches all of " + files.length + " pages, in order and in sight, " + lang, faults);
  }
}

module.exports = { run };
