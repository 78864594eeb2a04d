"use strict";
// Sites whose every text tries to be a script, an element or an address (tests/outside/escape_content.py), in a real
// browser under the strict policy: nothing is refused by the policy, since nothing is there to be refused; each
// page has the elements and attributes of the page with plain texts; and what scripts make of texts is text.

const path = require("path");
const { check } = require("./report");
const { open, serve } = require("./site");
const { Visits } = require("./visits");

const PAYLOADS = ["0", "1", "2"];
const LANGS = { 0: ["en", "ar"], 1: ["zh"], 2: ["ru"] };

// The page as its elements and the names of their attributes; drawings break their words by their widths, and what depends on
// the letters of a text (its direction, words too long for a line) is left out.
function skeleton() {
  const out = [];
  const walk = (e) => {
    if (e.localName === "bdi") { for (const c of e.children) walk(c); return; }
    const names = [...e.attributes].map((a) => a.name).filter((n) => n !== "dir" && !(n === "class" && e.className === "breaks"));
    out.push(e.localName + " " + names.sort().join(" "));
    if (e.localName !== "svg") for (const c of e.children) walk(c);
  };
  walk(document.documentElement);
  return out;
}

// Addresses that lead anywhere but to pages, files and the sites that the records name; handlers; scripts of texts.
function dangers() {
  const found = [];
  for (const e of document.querySelectorAll("*")) {
    for (const a of e.attributes) {
      if (/^on/.test(a.name)) found.push(e.localName + " " + a.name);
      if (!/^(href|src|action|formaction|data|srcdoc|xlink:href|poster|srcset|style)$/.test(a.name)) continue;
      const url = new URL(a.value, location.href);
      const fine = url.origin === location.origin || /^https:\/\/(www|partners)\.example\.org\//.test(url.href) ||
        url.href === "mailto:sample@example.org" || /^data:(,$|image\/svg)/.test(url.href);
      if (a.name === "style" || a.name === "srcdoc" || !fine) found.push(e.localName + " " + a.name + "=" + a.value.slice(0, 60));
    }
    if (/^(iframe|object|embed|base|foreignobject|portal|frame|applet)$/i.test(e.localName)) found.push(e.localName);
    if (e.localName === "script" && !e.src && e.type !== "application/ld+json") found.push("a script of its own");
  }
  return found.concat(window.refused || []);
}

function watch() {
  window.refused = [];
  document.addEventListener("securitypolicyviolation", (e) => window.refused.push("refused by policy: " + e.violatedDirective + " " + e.blockedURI));
}

// The largest page of each kind.
const pagesOf = (site, langs) => langs.flatMap((lang) => [...site.kinds.get(lang).values()].map((pages) => pages[0]));

async function skeletons(visits, files) {
  const found = new Map();
  await visits.each(files, {}, async (page, file) => found.set(file, await page.evaluate(skeleton)));
  return found;
}

async function looks(visits, files, plain) {
  const faults = [];
  const context = await visits.browser.newContext();
  await context.addInitScript(watch);
  const page = visits.watch(await context.newPage());
  page.on("dialog", (d) => { faults.push("a script ran: " + d.message()); d.dismiss(); });
  for (const file of files) {
    await page.goto(visits.address + file, { waitUntil: "load" });
    for (const danger of await page.evaluate(dangers)) faults.push(file + ": " + danger);
    const now = await page.evaluate(skeleton), before = plain.get(file);
    const at = now.findIndex((e, i) => e !== before[i]);
    if (at >= 0 || now.length !== before.length) faults.push(file + ": " + now[at] + " instead of " + before[at]);
  }
  await context.close();
  return faults;
}

// Typed words find texts and show them as texts.
async function searches(visits, lang) {
  const faults = [];
  const context = await visits.browser.newContext();
  await context.addInitScript(watch);
  const page = visits.watch(await context.newPage());
  page.on("dialog", (d) => { faults.push("a script ran: " + d.message()); d.dismiss(); });
  for (const words of ["sample", "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "{{year}}", "__proto__"]) {
    await page.goto(visits.address + lang + "/search/index.html?q=" + encodeURIComponent(words), { waitUntil: "load" });
    await page.waitForTimeout(300);
    if (await page.locator("main input[type=search]").first().inputValue() !== words) faults.push(words + ": it is not in the field");
    for (const danger of await page.evaluate(dangers)) faults.push(words + ": " + danger);
    if (words === "sample" && await page.locator("main a[href*='agreements/sample-']:visible").count() === 0) faults.push("nothing is found");
  }
  await context.close();
  return faults;
}

async function run(site, visits) {
  const root = process.env.HOSTILE;
  const sites = new Map(["plain", ...PAYLOADS].map((name) => [name, open(path.join(root, name, "site"))]));
  const server = await serve(sites.get("plain"));
  const plain = await skeletons(new Visits(visits.browser, server.address),
    [...new Set(PAYLOADS.flatMap((p) => pagesOf(sites.get(p), LANGS[p])))]);
  server.close();
  for (const payload of PAYLOADS) {
    const hostile = sites.get(payload), own = await serve(hostile);
    const looked = new Visits(visits.browser, own.address);
    const files = pagesOf(hostile, LANGS[payload]);
    check("hostile texts " + payload + " are texts: no element, handler, address or script of theirs (" + files.length + " pages)",
      await looks(looked, files, plain));
    check("hostile texts " + payload + " are found and shown as texts", await searches(looked, LANGS[payload][0]));
    check("hostile texts " + payload + ": the policy refused nothing, nothing failed", looked.faults);
    own.close();
  }
}

module.exports = { run };
