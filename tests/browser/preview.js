"use strict";
// accord serve in the browser: pages that follow changes, errors over the page that stays, by
// keyboard, in all languages.  Everything is waited for; nothing depends on how long it takes.

const axe = require("axe-core");
const { spawn } = require("child_process");
const fs = require("fs");
const os = require("os");
const path = require("path");
const { check } = require("./report");

const PATIENCE = 60000;
const LANGS = ["en", "fr", "es", "ar", "zh", "ru"];

// A copy of the content, and the program that serves it.
class Preview {
  constructor() {
    this.root = fs.mkdtempSync(path.join(os.tmpdir(), "accord-preview-"));
    this.content = path.join(this.root, "content");
    fs.cpSync("content", this.content, { recursive: true });
    this.file = path.join(this.content, "agreements/2024/bdt-2024-033.yaml");
    this.good = fs.readFileSync(this.file, "utf8");
  }

  start(port) {
    this.child = spawn(path.resolve(process.env.ACCORD), ["serve", "--port", String(port || 0), "--color", "never",
      "--templates", path.resolve("templates")], { cwd: this.root, stdio: ["ignore", "pipe", "ignore"] });
    return new Promise((resolve, reject) => {
      let said = "";
      this.child.on("exit", (code) => reject(new Error("accord serve ended: " + code)));
      this.child.stdout.on("data", (bytes) => {
        said += bytes;
        const found = /^http:\/\/127\.0\.0\.1:(\d+)\//.exec(said);
        if (!found) return;
        this.address = found[0];
        this.port = Number(found[1]);
        resolve();
      });
    });
  }

  stop() {
    return new Promise((resolve) => {
      this.child.removeAllListeners("exit");
      this.child.on("exit", resolve);
      this.child.kill("SIGTERM");
    });
  }

  write(text) {
    fs.writeFileSync(this.file, text);
  }

  remove() {
    fs.rmSync(this.root, { recursive: true });
  }
}

const broken = (text) => text.replace("[unicef", "[unicfe");
const titled = (text, lang, title) => text.replace(new RegExp("^  " + lang + ": .*$", "m"), "  " + lang + ': "' + title + '"');

function watch(page, faults) {
  page.on("pageerror", (e) => faults.push(e.message));
  page.on("console", (m) => { if (m.type() === "error") faults.push(m.text()); });
  return page;
}

// Runs use(page, say) in a context of its own; what it says, and what the console does, are faults.
async function part(name, browser, options, use) {
  const faults = [];
  const context = await browser.newContext(options);
  context.setDefaultTimeout(PATIENCE);
  const page = watch(await context.newPage(), faults);
  try {
    await use(page, (what) => faults.push(what));
  } catch (error) {
    faults.push(error.message);
  }
  check("preview: " + name, faults);
  await context.close();
}

const dialogOf = (page) => page.locator("#accord-preview dialog[open]");
const counterOf = (page) => page.locator("#accord-preview .counter:not([hidden])");

async function follows(p, browser) {
  const one = "agreements/bdt-2024-033/";
  for (const lang of LANGS) {
    await part("a page follows changes, " + lang, browser, { viewport: { width: 800, height: 300 } }, async (page, say) => {
      await page.goto(p.address + lang + "/" + one + "?kept=1");
      await page.evaluate(() => { window.before = true; scrollTo(0, 200); });
      const title = "Changed for " + lang;
      p.write(titled(p.good, lang, title));
      await page.getByRole("heading", { level: 1, name: title }).waitFor();
      await page.waitForFunction(() => scrollY === 200);
      if (await page.evaluate(() => window.before)) say("it was not loaded anew");
      if (!page.url().endsWith("?kept=1")) say("it is at " + page.url());
      p.write(p.good);
      await page.getByRole("heading", { level: 1, name: title }).waitFor({ state: "detached" });
    });
  }
}

// A change that is not about a page leaves it alone.
async function rests(p, browser) {
  await part("a page that did not change rests", browser, {}, async (page, say) => {
    await page.goto(p.address + "en/about/");
    const other = await page.context().newPage();
    await other.goto(p.address + "en/agreements/bdt-2024-033/");
    await page.evaluate(() => { window.before = true; });
    p.write(titled(p.good, "en", "Another title"));
    await other.getByRole("heading", { level: 1, name: "Another title" }).waitFor();
    p.write(p.good);
    await other.getByRole("heading", { level: 1, name: "Another title" }).waitFor({ state: "detached" });
    if (!await page.evaluate(() => window.before)) say("it was loaded anew");
  });
}

async function searches(p, browser) {
  await part("a search is kept", browser, {}, async (page, say) => {
    await page.goto(p.address + "en/search/?q=unicef");
    const found = page.getByRole("link", { name: "United Nations Children’s Fund" }).first();
    await found.waitFor();
    p.write(titled(p.good, "en", "A title for searches"));
    await page.getByText("A title for searches").first().waitFor();
    await found.waitFor();
    if (await page.locator("input[name=q]").first().inputValue() !== "unicef") say("its words are gone");
    p.write(p.good);
    await page.getByText("A title for searches").first().waitFor({ state: "detached" });
  });
}

async function dialogSays(page, say) {
  const dialog = dialogOf(page);
  await dialog.waitFor();
  const text = await dialog.innerText();
  for (const part of ["content/agreements/2024/bdt-2024-033.yaml:12:12", "unknown partner", "did you mean \"unicef\""]) {
    if (!text.includes(part)) say("\"" + part + "\" is not said");
  }
  if (await dialog.locator("mark").first().textContent() !== "unicfe") say("the word is not marked");
  if (await dialog.getAttribute("role") !== "alertdialog") say("it is no alert");
}

// In a page: the path of the one that listens for all.
const leading = async () => {
  const { held } = await navigator.locks.query();
  const leader = held.find((lock) => lock.name === "accord-preview");
  const page = held.find((lock) => leader && lock !== leader && lock.clientId === leader.clientId);
  return page ? page.name.slice(page.name.indexOf("/")) : null;
};

// More pages than a browser opens connections to one address; the last one shows what never changes.
async function many(p, browser) {
  await part("ten pages at once follow changes", browser, {}, async (page, say) => {
    const places = LANGS.map((lang) => lang + "/agreements/bdt-2024-033/").concat("en/partners/", "fr/partners/", "ru/regions/", "en/about/");
    let pages = [page];
    while (pages.length < places.length) pages.push(watch(await page.context().newPage(), []));
    await Promise.all(pages.map((one, i) => one.goto(p.address + places[i])));
    const resting = pages[pages.length - 1];
    await resting.evaluate(() => { window.before = true; });
    const all = (use) => Promise.all(pages.map(use));
    const follow = async (title) => {
      p.write(LANGS.reduce((text, lang) => titled(text, lang, title), p.good));
      await all(async (one) => {
        if (one.url().includes("/agreements/")) await one.getByRole("heading", { level: 1, name: title }).waitFor();
      });
      p.write(broken(p.good));
      await all((one) => dialogOf(one).waitFor());
      p.write(p.good);
      await all((one) => dialogOf(one).waitFor({ state: "detached" }));
    };
    await follow("Ten pages follow");
    for (const left of [9, 8]) {
      const path = await resting.waitForFunction(leading).then((found) => found.jsonValue());
      const leader = pages.find((one) => new URL(one.url()).pathname === path);
      if (leader === resting) break;
      pages = pages.filter((one) => one !== leader);
      await leader.close();
      await follow("The " + left + " that are left follow");
    }
    if (!await resting.evaluate(() => window.before)) say("one that did not change was loaded anew");
  });
  await part("where pages cannot share, each follows", browser, {}, async (page) => {
    await page.addInitScript(() => { delete Navigator.prototype.locks; });
    await page.goto(p.address + "en/agreements/bdt-2024-033/");
    p.write(titled(p.good, "en", "Without locks"));
    await page.getByRole("heading", { level: 1, name: "Without locks" }).waitFor();
    p.write(p.good);
    await page.getByRole("heading", { level: 1, name: "Without locks" }).waitFor({ state: "detached" });
  });
}

// In the page: where the focus is.
const focused = () => {
  const host = document.getElementById("accord-preview");
  const inner = host && host.shadowRoot.activeElement;
  return inner ? inner.className || inner.tagName : document.activeElement.name || document.activeElement.tagName;
};

async function keys(p, browser) {
  await part("an error, by keyboard", browser, {}, async (page, say) => {
    const where = async (name) => {
      const at = await page.evaluate(focused);
      if (at !== name) say("the focus is on " + at + ", not on " + name);
    };
    await page.goto(p.address + "en/");
    const before = await page.locator("h1").innerText();
    await page.locator("input[name=q]").focus();
    p.write(broken(p.good));
    await dialogSays(page, say);
    await where("close");
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(focused);
      if (!["close", "PRE", "SUMMARY", "BODY"].includes(at)) say("Tab leads out, to " + at);
    }
    await page.keyboard.press("Escape");
    await dialogOf(page).waitFor({ state: "detached" });
    await where("q");
    if (await page.locator("h1").innerText() !== before) say("the page did not stay");
    await counterOf(page).focus();
    await page.keyboard.press("Enter");
    await dialogOf(page).waitFor();
    await dialogOf(page).locator(".close").click();
    await dialogOf(page).waitFor({ state: "detached" });
    p.write(broken(p.good) + "\n");
    await dialogOf(page).waitFor();
    p.write(p.good);
    await dialogOf(page).waitFor({ state: "detached" });
    await page.locator("#accord-preview .counter.faulty").waitFor({ state: "detached" });
  });
}

async function looks(p, browser) {
  for (const [lang, scheme, width] of [["en", "light", 1280], ["en", "dark", 390], ["ar", "light", 390], ["ar", "dark", 1280]]) {
    const options = { colorScheme: scheme, viewport: { width, height: 800 } };
    await part("an error is for everybody, " + lang + ", " + scheme + ", " + width + " px", browser, options, async (page, say) => {
      await page.goto(p.address + lang + "/");
      p.write(broken(p.good));
      await dialogSays(page, say);
      await page.evaluate(axe.source);
      const found = await page.evaluate(() => window.axe.run({ include: [["#accord-preview"]] },
        { preload: false, rules: { "target-size": { enabled: true } } }).then((r) => r.violations));
      for (const v of found) say(v.id + ": " + v.nodes[0].html + " " + v.nodes[0].failureSummary);
      const wide = await dialogOf(page).evaluate((d) => d.scrollWidth > d.clientWidth || d.getBoundingClientRect().right > innerWidth);
      if (wide) say("it is wider than the window");
      if (await dialogOf(page).evaluate((d) => getComputedStyle(d).direction) !== "ltr") say("it goes the other way");
      p.write(p.good);
      await dialogOf(page).waitFor({ state: "detached" });
    });
  }
}

async function comesBack(p, browser) {
  await part("a page follows a server that was started again", browser, {}, async (page) => {
    await page.goto(p.address + "en/agreements/bdt-2024-033/");
    page.removeAllListeners("console"); // it says that nobody answers
    await p.stop();
    p.write(titled(p.good, "en", "While it was away"));
    await p.start(p.port);
    await page.getByRole("heading", { level: 1, name: "While it was away" }).waitFor();
    p.write(p.good);
    await page.getByRole("heading", { level: 1, name: "While it was away" }).waitFor({ state: "detached" });
  });
}

async function startsFaulty(p, browser) {
  await p.stop();
  p.write(broken(p.good));
  await p.start();
  await part("content at fault from the start", browser, {}, async (page, say) => {
    page.removeAllListeners("console"); // the page is a 503
    await page.goto(p.address + "en/");
    await dialogSays(page, say);
    p.write(p.good);
    await page.locator("body > header.masthead").waitFor();
    await dialogOf(page).waitFor({ state: "detached" });
  });
}

async function run(site, visits) {
  const p = new Preview();
  await p.start();
  for (const suite of [follows, rests, many, searches, keys, looks, comesBack, startsFaulty]) await suite(p, visits.browser);
  await p.stop();
  p.remove();
}

module.exports = { run };
