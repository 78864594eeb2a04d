"use strict";
// The search page as readers use it, under the strict policy and from disk: results as one types,
// through faults of typing and in Arabic and Chinese, facets by keyboard, the state in the
// address; and without JavaScript the lists that facets lead to.

const fs = require("fs");
const path = require("path");
const { pathToFileURL } = require("url");
const { check } = require("./report");

// What is typed, and a page among the first three that must be found.
const ASKED = {
  en: [["unicef", "partners/unicef"], ["unicfe", "partners/unicef"], ["childrens fund", "partners/unicef"]],
  es: [["fondo infáncia", "partners/unicef"], ["union europea", "partners/european-union"]],
  fr: [["unicef", "partners/unicef"]],
  ar: [["الامم المتحده للطفوله", "partners/unicef"]],
  zh: [["儿童基金", "partners/unicef"]],
  ru: [["европейский союз", "partners/european-union"]],
};

const results = (page) => page.locator(".found ol > li");

async function asks(page, lang, address, faults) {
  await page.goto(address);
  for (const [words, wanted] of ASKED[lang] || []) {
    await page.locator("main .seek input").fill(words);
    const first = page.locator(".found ol > li:nth-child(-n + 3) a[href*='" + wanted + "/index.html']");
    await first.first().waitFor({ timeout: 4000 }).catch(() => faults.push(lang + ": “" + words + "” does not find " + wanted));
  }
}

async function narrows(page, address, faults) {
  await page.goto(address + "?q=sample");
  await results(page).first().waitFor();
  const status = page.locator(".found [role=status]").first();
  const before = await status.textContent();
  const box = page.locator("fieldset.facet[data-facet=region] input").first();
  const said = await page.locator("fieldset.facet[data-facet=region] label .n").first().textContent();
  await box.focus();
  await page.keyboard.press("Space");
  await page.waitForFunction((b) => document.querySelector(".found [role=status]").textContent !== b, before)
    .catch(() => faults.push("a facet changes nothing"));
  const after = await status.textContent();
  if (!after.includes(said)) faults.push("the facet says " + said + ", the results " + after);
  if (!await box.evaluate((e) => e === document.activeElement)) faults.push("the facet loses the focus");
  await page.waitForURL(/\?.*q=sample.*&./, { timeout: 4000 })
    .catch(() => faults.push("the address does not keep the facet: " + page.url()));
  await page.reload();
  await results(page).first().waitFor();
  await page.waitForFunction((a) => document.querySelector(".found [role=status]").textContent === a, after,
    { timeout: 4000 }).catch(() => faults.push("the address does not bring the results back"));
  await page.locator("main .seek input").fill("qqqq zzzz xxxx");
  await page.waitForFunction(() => document.querySelectorAll(".found ol > li").length === 0)
    .catch(() => faults.push("nonsense is found"));
  if (!(await page.locator(".found").innerText()).trim()) faults.push("nothing says that nothing is found");
}

// Typed while the index is on its way: it is searched for then, and the address's facets stay.
async function waits(page, address, faults) {
  let send = null;
  const asked = new Promise((resolve) => { send = resolve; });
  await page.route("**/assets/search-en.*.js", async (route) => { await asked; await route.continue(); });
  await page.goto(address + "?region=AFR", { waitUntil: "commit" });
  await page.waitForFunction(() => window.accord && accord.texts);
  await page.locator("main .seek input").fill("unicef");
  await page.waitForFunction(() => location.search.includes("q=unicef"), null, { timeout: 4000 }).catch(() => faults.push("the address does not say what is typed early"));
  send();
  await results(page).first().waitFor({ timeout: 4000 }).catch(() => faults.push("what is typed early finds nothing"));
  const query = new URL(page.url()).searchParams;
  if (query.get("q") !== "unicef" || query.get("region") !== "AFR") faults.push("what is typed early leads to " + page.url());
  if (!await page.locator("fieldset[data-facet=region] input").first().isChecked()) faults.push("a facet of the address is lost");
  await page.unroute("**/assets/search-en.*.js");
}

// Without JavaScript: each value leads to a page, and its page lists as many records as it says.
async function lists(page, site, address, faults) {
  await page.goto(address);
  const values = await page.locator(".facet li a").evaluateAll((all) => all.map((a) =>
    [a.getAttribute("href"), a.textContent, Number(a.parentElement.querySelector(".n").textContent)]));
  if (values.length < 20) faults.push("only " + values.length + " values lead to lists");
  for (const [href, name, count] of values.filter(([h]) => !h.startsWith("../"))) {
    const text = fs.readFileSync(path.join(site.root, "en/search", href), "utf8");
    const bodies = text.match(/<tbody>[^]*?<\/tbody>/g) || [];
    const rows = bodies.join("").split("<tr").length - 1;
    if (rows < count) faults.push(name + ": " + count + " said, " + rows + " listed");
  }
}

async function run(site, visits) {
  if (!site.files.includes("en/search/index.html")) return;
  const faults = [], disk = [], narrowed = [], plain = [], early = [];
  const at = (lang) => visits.address + lang + "/search/index.html";
  await visits.one({}, async (page) => {
    for (const lang of site.langs) await asks(page, lang, at(lang), faults);
    await narrows(page, at("en"), narrowed);
    await waits(page, at("en"), early);
    for (const lang of ["en", "ar"]) {
      await asks(page, lang, pathToFileURL(site.root + "/" + lang + "/search/index.html").href, disk);
    }
  });
  await visits.one({ javaScriptEnabled: false }, (page) => lists(page, site, at("en"), plain));
  check("search finds in six languages as one types", faults);
  check("what is typed before the index is there is searched for", early);
  check("search answers from disk", disk);
  check("facets narrow by keyboard, and the address keeps them", narrowed);
  check("facets lead to lists without JavaScript", plain);
}

module.exports = { run };
